import Domain
import Testing

@testable import Payments

@Suite("Reconciliation")
struct ReconciliationTests {
    static let due = CalendarDay(iso: "2026-11-30") ?? CalendarDay(number: 0)

    static func terms(_ cents: Int64 = 10_000) -> PixDueTerms {
        PixDueTerms(
            original: Money(cents: cents), due: due, fine: .percent(Percentage(2)),
            interest: .percent(Percentage(1), per: .month, .calendar))
    }

    static func txid(_ number: Int64) -> PixTxid { PixTxid(id: number, namespace: 3, use: .bankCharge) }

    static func payable(_ number: Int64, _ cents: Int64 = 10_000) -> Payable {
        Payable(
            id: ChargeID(number), terms: terms(cents), txids: [txid(number)],
            ourNumbers: [OurNumberKey(bank: "341", ourNumber: padded(Int(number), 9))],
            references: ["DOC\(number)"])
    }

    static func pix(_ key: String, _ number: Int64?, _ cents: Int64, _ day: String = "2026-11-30") -> ReceivedPayment {
        let day = CalendarDay(iso: day) ?? due
        return ReceivedPayment(
            key: key, way: .pix, amount: Money(cents: cents), at: Zone.brasilia.instant(day), day: day,
            txid: number.map(txid))
    }

    static func verdicts(_ payments: [ReceivedPayment], _ payables: [Payable] = [payable(1)]) -> [ReconciliationVerdict]
    {
        var run = Reconciliation(payables)
        run.receive(payments)
        return run.lines.map(\.verdict)
    }

    @Test("amount and day say what a payment is")
    func amounts() {
        let one = ChargeID(1)
        #expect(Self.verdicts([Self.pix("a", 1, 10_000)]) == [.matched(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 9_999)]) == [.partial(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 10_001)]) == [.over(one)])
        // A day late: 2,00 of fine and 3 cents of interest; each part may be a cent off.
        #expect(Self.verdicts([Self.pix("a", 1, 10_203, "2026-12-01")]) == [.matched(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 10_201, "2026-12-01")]) == [.matched(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 10_205, "2026-12-01")]) == [.matched(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 10_206, "2026-12-01")]) == [.over(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 10_000, "2026-12-01")]) == [.late(one)])
        #expect(Self.verdicts([Self.pix("a", 1, 9_999, "2026-12-01")]) == [.partial(one)])
        #expect(Self.verdicts([Self.pix("a", 2, 10_000)]) == [.unknown([])])
        #expect(Self.verdicts([Self.pix("a", nil, 10_000)]) == [.unknown([])])
    }

    @Test("two faces of one installment paid twice are one payment and money of the payer's")
    func twice() {
        let boleto = ReceivedPayment(
            key: "b", way: .boleto, amount: Money(cents: 10_000), at: Zone.brasilia.instant(Self.due, minuteOfDay: 600),
            day: Self.due, ourNumber: OurNumberKey(bank: "341", ourNumber: "000000001"))
        var run = Reconciliation([Self.payable(1)])
        run.receive([boleto, Self.pix("a", 1, 10_000)])
        #expect(run.lines.map(\.verdict) == [.matched(ChargeID(1)), .duplicate(ChargeID(1))])
        #expect(run.lines.last?.excess == Money(cents: 10_000))
        run.receive([boleto])
        #expect(run.lines.last?.verdict == .repeated)
        #expect(run.received(for: ChargeID(1)) == Money(cents: 10_000))
    }

    @Test("a reference needs an amount that fits, and must name one only")
    func references() {
        func paid(_ cents: Int64, _ references: Set<String>) -> ReceivedPayment {
            ReceivedPayment(
                key: "x", way: .boleto, amount: Money(cents: cents), at: Zone.brasilia.instant(Self.due), day: Self.due,
                ourNumber: OurNumberKey(bank: "001", ourNumber: "99"), references: references)
        }
        let payables = [Self.payable(1), Self.payable(2), Self.payable(3, 5000)]
        #expect(Self.verdicts([paid(10_000, ["000DOC1"])], payables) == [.matched(ChargeID(1))])
        #expect(Self.verdicts([paid(9_000, ["DOC1"])], payables) == [.unknown([])])
        #expect(Self.verdicts([paid(10_000, ["DOC1", "DOC2"])], payables) == [.unknown([ChargeID(1), ChargeID(2)])])
        #expect(Self.verdicts([paid(10_000, ["DOC1", "DOC3"])], payables) == [.matched(ChargeID(1))])
    }

    @Test("parts add up, and money that goes back opens the charge again")
    func partsAndReversals() {
        var run = Reconciliation([Self.payable(1)])
        run.receive([Self.pix("a", 1, 4000, "2026-11-20"), Self.pix("b", 1, 6500, "2026-11-25")])
        #expect(run.lines.map(\.verdict) == [.partial(ChargeID(1)), .over(ChargeID(1))])
        #expect(run.open(ChargeID(1), on: Self.due) == .zero)
        func back(_ key: String, _ cents: Int64, of parent: String) -> ReceivedPayment {
            ReceivedPayment(
                key: key, way: .pix, amount: Money(cents: -cents), at: Zone.brasilia.instant(Self.due), day: Self.due,
                txid: Self.txid(1), reverses: parent)
        }
        // The excess goes back first: the charge stays paid.
        run.receive([back("b/1", 500, of: "b")])
        #expect(run.open(ChargeID(1), on: Self.due) == .zero)
        run.receive([back("b/2", 6000, of: "b")])
        #expect(run.open(ChargeID(1), on: Self.due) == Money(cents: 6000))
        run.receive([back("a/1", 9000, of: "a")])
        #expect(run.open(ChargeID(1), on: Self.due) == Money(cents: 10_000))
        #expect(run.lines.last?.unmatched == Money(cents: -5000))
        #expect(run.closing(on: Self.due).total.isBalanced)
    }

    @Test("numbers from return files are the ones that were given out")
    func numbers() throws {
        let bradesco = try BoletoWallet.bradesco(branch: "1234", account: "0056789", wallet: "09").ourNumber(77)
        #expect(
            OurNumberKey(bank: "237", layout: .cnab240, returned: "00900000" + bradesco.text)
                == OurNumberKey(bank: "237", ourNumber: bradesco.text))
        let sicoob = try BoletoWallet.sicoob(
            cooperative: "4277", client: "0172278", modality: "01", wallet: "1"
        ).ourNumber(83)
        #expect(
            OurNumberKey(bank: "756", layout: .cnab240, returned: "00" + sicoob.text + "01011")
                == OurNumberKey(bank: "756", ourNumber: sicoob.text))
    }

    @Test("a return file's settlements and a Pix with its refund become payments; what moves no money does not")
    func sources() throws {
        let outcome = try CNABTests.read(try Vectors.bytes("itau-400.ret"))
        let header = try #require(outcome.header)
        let payments = outcome.titles.compactMap { ReceivedPayment($0, header: header) }
        #expect(payments.map(\.amount.cents) == [15_450, 9_900])
        #expect(Set(payments.map(\.key)).count == 2)
        let pix = PixReceived(
            endToEndID: "E1", txid: Self.txid(1), amount: Money(cents: 100), at: Timestamp(seconds: 0),
            refunds: [
                PixRefund(id: "R1", amount: Money(cents: 40), status: .returned),
                PixRefund(id: "R2", amount: Money(cents: 60), status: .failed),
            ])
        #expect(ReceivedPayment.all(from: pix).map(\.amount.cents) == [100, -40])
    }

    /// A month of payments of all kinds, some told twice.
    static func month(_ random: inout SplitMix64) -> (payables: [Payable], payments: [ReceivedPayment]) {
        let payables = (1...40).map { payable($0, .random(in: 500...50_000, using: &random)) }
        var payments: [ReceivedPayment] = []
        for index in 0..<120 {
            let number = Int64.random(in: 1...44, using: &random)
            let day = due.adding(days: .random(in: -10...20, using: &random))
            let asked = payables.first { $0.id == ChargeID(number) }?.terms.amount(on: day)?.total.cents ?? 777
            let amount = max(1, asked + [0, 0, 0, -1, 1, -250, 300].randomElement(using: &random).orZero)
            let way = ReceivedPayment.Way.allCases.randomElement(using: &random) ?? .pix
            let at = Zone.brasilia.instant(day, minuteOfDay: .random(in: 0...1439, using: &random))
            let came = ReceivedPayment(
                key: "p\(index)", way: way, amount: Money(cents: amount), at: at, day: day,
                txid: way == .pix ? txid(number) : nil,
                ourNumber: way == .boleto ? OurNumberKey(bank: "341", ourNumber: String(number)) : nil,
                fee: Money(cents: way == .boleto ? 190 : 0))
            payments.append(came)
            if Int.random(in: 0..<6, using: &random) == 0 { payments.append(came) }
            if Int.random(in: 0..<8, using: &random) == 0 {
                payments.append(
                    ReceivedPayment(
                        key: "p\(index)/r", way: way, amount: Money(cents: -(amount / 2 + 1)), at: at, day: day,
                        txid: came.txid, ourNumber: came.ourNumber, reverses: came.key))
            }
        }
        return (payables, payments)
    }

    @Test("books close to the cent every day, every payment has one place, and order does not matter")
    func closing() {
        for seed in UInt64(1)...40 {
            var random = SplitMix64(seed: seed)
            let (payables, payments) = Self.month(&random)
            var run = Reconciliation(payables)
            run.receive(payments)
            var shuffled = Reconciliation(payables)
            shuffled.receive(payments.shuffled(using: &random))
            #expect(shuffled.lines == run.lines)
            #expect(run.lines.count == payments.count)
            var booked = Money.zero
            var received = Money.zero
            for offset in -10...20 {
                let closing = run.closing(on: Self.due.adding(days: offset))
                #expect(closing.total.isBalanced)
                let sums = Array(closing.byVerdict.values) + Array(closing.byWay.values)
                #expect(sums.filter { !$0.isBalanced }.isEmpty)
                #expect(closing.byVerdict.values.map(\.received).sum() == closing.total.received)
                #expect(closing.byWay.values.map(\.received).sum() == closing.total.received)
                #expect(closing.byVerdict.values.reduce(0) { $0 + $1.count } == closing.total.count)
                booked += closing.total.booked
                received += closing.total.received
            }
            let once = Dictionary(payments.map { ($0.key, $0.amount) }) { first, _ in first }
            #expect(received == once.values.reduce(.zero, +))
            #expect(booked == payables.map { run.received(for: $0.id) }.sum())
            for line in run.lines where line.payment.amount > .zero && line.verdict != .repeated {
                #expect(line.payment.amount == line.booked + line.excess + line.unmatched)
                #expect(line.expected == line.booked + line.missing + line.rounding)
                #expect(line.rounding.cents.magnitude <= 4)
            }
            #expect(payables.allSatisfy { run.received(for: $0.id) >= .zero })
        }
    }

    @Test("a run that goes on where another ended counts nothing twice")
    func resumed() {
        var random = SplitMix64(seed: 5)
        let (payables, payments) = Self.month(&random)
        var run = Reconciliation(payables)
        run.receive(payments)
        var next = Reconciliation(payables, seen: Set(payments.map(\.key)))
        next.receive(payments)
        #expect(next.lines.allSatisfy { $0.verdict == .repeated })
        #expect(next.closing(on: Self.due).total.received == .zero)
    }

    @Test("the report for accounting has a line for each verdict and one for all")
    func csv() {
        var run = Reconciliation([Self.payable(1), Self.payable(2)])
        run.receive([Self.pix("a", 1, 10_000), Self.pix("b", 2, 10_500), Self.pix("c", 9, 100)])
        #expect(
            run.closing(on: Self.due).csv
                == """
                day,verdict,count,received,expected,booked,excess,unmatched,missing,rounding,fees
                2026-11-30,matched,1,100.00,100.00,100.00,0.00,0.00,0.00,0.00,0.00
                2026-11-30,over,1,105.00,100.00,100.00,5.00,0.00,0.00,0.00,0.00
                2026-11-30,unknown,1,1.00,0.00,0.00,0.00,1.00,0.00,0.00,0.00
                2026-11-30,total,3,206.00,200.00,200.00,5.00,1.00,0.00,0.00,0.00

                """)
        #expect(run.closing(on: Self.due).exceptions.map(\.payment.key) == ["b", "c"])
    }
}

extension Int64? {
    fileprivate var orZero: Int64 { self ?? 0 }
}
