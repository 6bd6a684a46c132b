import Channels
import Domain
import Payments
import Testing

@testable import Simulation

@Suite("Bank")
struct BankTests {
    static let start = Timestamp(seconds: 1_795_446_000)
    static let payer = PixAccountHolder(name: "Ana Exemplo", document: "52998224725")
    static let keyText = "11222333000181"

    static func bank(seed: UInt64 = 1, _ adjust: (inout BankConfiguration) -> Void = { _ in }) -> BankSimulator {
        var configuration = BankConfiguration(seed: seed, pixKey: keyText)
        configuration.callback = .none
        adjust(&configuration)
        return BankSimulator(configuration)
    }

    static func code(
        key: String = keyText, amount: Money? = Money(cents: 12_345), txid: String? = "QUITA0000000000000000001"
    ) throws -> String {
        try BRCode.composeStatic(
            key: try PixKey(key), name: "LOJA AURORA", city: "SAO PAULO", amount: amount,
            txid: txid.flatMap { PixTxid($0) }
        ).payload
    }

    @Test("a code that the program makes is paid, told in the Central Bank's format, and understood")
    func roundTrip() throws {
        var bank = Self.bank()
        let settled = try bank.pay(brCode: try Self.code(), payer: Self.payer, message: "obrigada", now: Self.start)
        let deliveries = bank.due(until: Self.start)
        #expect(deliveries.count == 1)
        let callback = try PixCallback(decoding: try #require(deliveries.first).body)
        #expect(callback.malformed.isEmpty)
        let pix = try #require(callback.received.first)
        #expect(pix.endToEndID == settled.endToEndID)
        #expect(pix.txid?.text == "QUITA0000000000000000001")
        #expect(pix.amount == Money(cents: 12_345))
        #expect(pix.at == Self.start)
        #expect(pix.key == Self.keyText)
        #expect(pix.payerInfo == "obrigada")
        #expect(pix.payer?.name == "Ana Exemplo")
    }

    @Test("end-to-end ids have 32 letters and digits, name bank and minute, and never repeat")
    func endToEndIDs() throws {
        var bank = Self.bank()
        var ids: Set<String> = []
        for index in 0..<500 {
            let now = Self.start.adding(seconds: Int64(index))
            ids.insert(try bank.pay(brCode: try Self.code(), payer: Self.payer, now: now).endToEndID)
        }
        #expect(ids.count == 500)
        for id in ids {
            #expect(id.count == 32)
            #expect(id.hasPrefix("E99990001202611231"))
            #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
        }
    }

    @Test("what is wrong with a code is said, and nothing is paid")
    func refusals() throws {
        var bank = Self.bank()
        func refusal(_ code: String, _ amount: Money? = nil) -> BankRefusal? {
            do throws(BankRefusal) {
                try bank.pay(brCode: code, amount: amount, payer: Self.payer, now: Self.start)
                return nil
            } catch {
                return error
            }
        }
        let good = try Self.code()
        let damaged = String(good.dropLast()) + (good.last == "0" ? "1" : "0")
        guard case .invalidCode = refusal(damaged) else { return #expect(Bool(false)) }
        guard case .invalidCode = refusal("oi") else { return #expect(Bool(false)) }
        #expect(refusal(try Self.code(key: "outra@exemplo.com.br")) == .unknownKey)
        #expect(refusal(good, Money(cents: 1)) == .amountDiffers(Money(cents: 12_345)))
        #expect(refusal(try Self.code(amount: nil)) == .amountNeeded)
        #expect(refusal(try Self.code(amount: nil), .zero) == .amountNotPositive)
        let dynamic = try BRCode.composeDynamic(url: "pix.exemplo.invalid/v2/abc", name: "LOJA", city: "SAO PAULO")
        #expect(refusal(dynamic.payload) == .unknownCharge)
        #expect(bank.payments.isEmpty)
        #expect(refusal(try Self.code(amount: nil), Money(cents: 700)) == nil)
        #expect(bank.payments.map(\.amount) == [Money(cents: 700)])
    }

    @Test("a payment without a txid is not told, but listed")
    func withoutTxid() throws {
        var bank = Self.bank()
        try bank.pay(brCode: try Self.code(txid: nil), payer: Self.payer, now: Self.start)
        #expect(bank.due(until: Self.start.adding(days: 1)).isEmpty)
        let list = try Self.list(bank)
        #expect(list.count == 1)
        #expect(list.first?["txid"] == nil)
    }

    static func list(_ bank: BankSimulator, _ more: String = "") throws -> [JSONValue] {
        let request = SimulatedRequest(
            method: "GET", target: "/bank/v2/pix?inicio=2026-11-23T00:00:00Z&fim=2026-11-24T00:00:00Z" + more)
        var bank = bank
        let response = bank.handle(request, now: start)
        #expect(response.status == 200)
        return try JSONParser.parse(response.body)["pix"]?.array ?? []
    }

    @Test("payments are listed by time, page and txid, and singly; bad questions are problems")
    func listing() throws {
        var bank = Self.bank()
        for index in 0..<5 {
            try bank.pay(
                brCode: try Self.code(txid: "T\(index)"), payer: Self.payer,
                now: Self.start.adding(seconds: Int64(index)))
        }
        #expect(try Self.list(bank).count == 5)
        #expect(try Self.list(bank, "&paginacao.itensPorPagina=2&paginacao.paginaAtual=2").count == 1)
        #expect(try Self.list(bank, "&txid=T3").first?["txid"]?.string == "T3")
        let one = bank.handle(
            SimulatedRequest(method: "GET", target: "/bank/v2/pix/\(bank.payments[0].endToEndID)"), now: Self.start)
        #expect(try JSONParser.parse(one.body)["valor"]?.string == "123.45")
        for target in ["/bank/v2/pix", "/bank/v2/pix?inicio=x&fim=y"] {
            #expect(bank.handle(SimulatedRequest(method: "GET", target: target), now: Self.start).status == 400)
        }
        #expect(bank.handle(SimulatedRequest(method: "GET", target: "/bank/v2/pix/E1"), now: Self.start).status == 404)
    }

    @Test("under every fault each payment is told at least once, and never with other figures")
    func faults() throws {
        var bank = Self.bank {
            $0.faults = .stormy
            $0.callback = Latency(least: 100, median: 1000, ninetieth: 5000, ninetyNinth: 20_000, most: 60_000)
        }
        for index in 0..<400 {
            try bank.pay(
                brCode: try Self.code(txid: "T\(index)"), payer: Self.payer,
                now: Self.start.adding(seconds: Int64(index)))
        }
        var told: [String: Set<Money>] = [:]
        var order: [String] = []
        var count = 0
        while let next = bank.nextAt {
            for delivery in bank.due(until: next) {
                // One in four is not answered.
                let succeeded = delivery.id % 4 != 0
                bank.settle(delivery.id, succeeded: succeeded, now: next)
                guard succeeded else { continue }
                for pix in try PixCallback(decoding: delivery.body).received {
                    count += 1
                    order.append(pix.endToEndID)
                    told[pix.endToEndID, default: []].insert(pix.amount)
                }
            }
        }
        #expect(Set(told.keys) == Set(bank.payments.map(\.endToEndID)))
        #expect(told.values.allSatisfy { $0.count == 1 })
        #expect(count > 400)
        #expect(order != order.sorted())
    }

    @Test("an untold payment shows in the list only")
    func untold() throws {
        var bank = Self.bank { $0.faults.untold = 1000 }
        try bank.pay(brCode: try Self.code(), payer: Self.payer, now: Self.start)
        #expect(bank.due(until: Self.start.adding(days: 9)).isEmpty)
        #expect(try Self.list(bank).count == 1)
    }
}
