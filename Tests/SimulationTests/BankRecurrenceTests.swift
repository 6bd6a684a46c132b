import Channels
import Domain
import Payments
import Testing

@testable import Simulation

@Suite("Bank: Pix Automático")
struct BankRecurrenceTests {
    static func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }

    static func request(location: Int64? = nil) throws -> PixRecurrenceRequest {
        PixRecurrenceRequest(
            debtor: PixDebtor(document: .cpf(try CPF(parsing: "52998224725")), name: "Ana Exemplo"),
            contract: "ACORDO17", subject: "Acordo em 3 vezes", first: day("2026-12-10"), last: day("2027-02-10"),
            amount: .fixed(Money(cents: 5000)), locationID: location)
    }

    static func charge(_ id: PixRecurrenceID, _ due: String) -> PixRecurringChargeRequest {
        PixRecurringChargeRequest(
            recurrence: id, due: day(due), amount: Money(cents: 5000),
            receiver: .init(branch: "0001", account: "123456"), info: "Parcela 1 de 3")
    }

    /// A recurrence that the payer has approved by the question in the bank's app.
    static func approved(_ kit: inout BankKit) throws -> PixRecurrenceID {
        let made = try #require(kit.ask(try .createRecurrence(try request()), PixRecurrence.self).value)
        #expect(made.status == .created)
        let account = PixPayerAccount(
            document: .cpf(try CPF(parsing: "52998224725")), ispb: "99990001", branch: "0002", account: "777")
        let question = try PixAPIRequest.askConsent(made.id, of: account, until: kit.now.adding(days: 2))
        let consent = try #require(kit.ask(question, PixConsent.self).value)
        #expect(consent.status == .created)
        #expect(kit.ask(question, PixConsent.self).problem?.action == .look)
        let answered = kit.bank.payerAnswers(recurrence: made.id.text, accepts: true, now: kit.now)
        #expect(answered)
        let after = kit.ask(try .consent(id: consent.id), PixConsent.self).value
        #expect(after?.status == .accepted)
        #expect(kit.ask(.recurrence(made.id), PixRecurrence.self).value?.status == .approved)
        return made.id
    }

    @Test("an agreement's installments are permitted once and then taken on their days")
    func taken() throws {
        var kit = BankKit()
        kit.login()
        _ = kit.done(try .putWebhook(.recurringCharges, url: "https://quita.example/pix"))
        let id = try Self.approved(&kit)
        let request = try PixAPIRequest.put(Self.charge(id, "2026-12-10"), txid: BankKit.txid(1))
        let charge = try #require(kit.ask(request, PixRecurringCharge.self).value)
        #expect(charge.status == .active)
        #expect(kit.ask(request, PixRecurringCharge.self).value == charge)
        kit.now = try #require(Timestamp(rfc3339: "2026-12-10T12:00:00-03:00"))
        let told = kit.callbacks()
        let last = try #require(told.last)
        let callback = try #require(PixRecurrenceCallback(decoding: last.bytes()))
        #expect(callback.charges.map(\.status) == [.concluded])
        #expect(callback.charges.first?.txid == BankKit.txid(1))
        #expect(callback.charges.first?.payments.map(\.amount) == [Money(cents: 5000)])
        #expect(callback.malformed == 0)
        kit.login()
        let paid = try #require(kit.ask(.recurringCharge(txid: BankKit.txid(1)), PixRecurringCharge.self).value)
        #expect(paid.status == .concluded)
        #expect(paid.attempts.map(\.status) == [.paid])
        #expect(paid.payments.map(\.amount) == [Money(cents: 5000)])
        #expect(kit.ask(.cancelRecurringCharge(txid: BankKit.txid(1)), PixRecurringCharge.self).problem != nil)
    }

    @Test("an empty account is tried again where the recurrence allows it, and not for ever")
    func retries() throws {
        var kit = BankKit { $0.faults.recurringUnpaid = 1000 }
        kit.login()
        let id = try Self.approved(&kit)
        let txid = BankKit.txid(1)
        _ = kit.ask(try .put(Self.charge(id, "2026-12-10"), txid: txid), PixRecurringCharge.self)
        for (index, day) in ["2026-12-11", "2026-12-12", "2026-12-14"].enumerated() {
            kit.now = try #require(Timestamp(rfc3339: "2026-12-\(10 + index)T12:00:00-03:00"))
            _ = kit.callbacks()
            kit.login()
            let again = kit.ask(.retryRecurringCharge(txid: txid, on: Self.day(day)), PixRecurringCharge.self)
            #expect(again.value?.attempts.count == index + 2)
            let twice = kit.ask(.retryRecurringCharge(txid: txid, on: Self.day(day)), PixRecurringCharge.self)
            #expect(twice.problem?.httpStatus == 400)
        }
        kit.now = try #require(Timestamp(rfc3339: "2026-12-14T12:00:00-03:00"))
        _ = kit.callbacks()
        kit.login()
        let charge = try #require(kit.ask(.recurringCharge(txid: txid), PixRecurringCharge.self).value)
        #expect(charge.status == .expired)
        #expect(charge.attempts.map(\.rejectionCode) == ["AM02", "AM02", "AM02", "AM02"])
    }

    @Test("nothing is taken without the payer's yes, nor after either side has ended it")
    func permission() throws {
        var kit = BankKit()
        kit.login()
        let made = try #require(kit.ask(try .createRecurrence(try Self.request()), PixRecurrence.self).value)
        let charge = try PixAPIRequest.put(Self.charge(made.id, "2026-12-10"), txid: BankKit.txid(1))
        #expect(kit.ask(charge, PixRecurringCharge.self).problem?.action == .fix)
        let answered = kit.bank.payerAnswers(recurrence: made.id.text, accepts: false, now: kit.now)
        #expect(answered)
        let refused = kit.ask(.recurrence(made.id), PixRecurrence.self).value
        #expect(refused?.status == .rejected)
        #expect(refused?.endCode == "AP13")
        let id = try Self.approved(&kit)
        #expect(kit.ask(.cancelRecurrence(id), PixRecurrence.self).value?.status == .cancelled)
        #expect(kit.ask(charge, PixRecurringCharge.self).problem != nil)
    }

    @Test("one code pays the first installment and offers the recurrence")
    func composite() throws {
        var kit = BankKit()
        kit.login()
        let location = try #require(kit.ask(.createRecurrenceLocation(), PixLocation.self).value)
        let made = try #require(
            kit.ask(try .createRecurrence(try Self.request(location: location.id)), PixRecurrence.self).value)
        let first = try #require(
            kit.ask(.put(try BankKit.immediate(5000), txid: BankKit.txid(9)), PixCharge.self).value)
        let shown = try #require(kit.ask(.recurrence(made.id, txid: BankKit.txid(9)), PixRecurrence.self).value)
        let code = try BRCode(decoding: try #require(shown.copyAndPaste))
        #expect(code.kind == .composite)
        #expect(code.url == first.location)
        #expect(code.recurrenceURL == location.url)
        #expect(kit.ask(.recurrenceLocation(id: location.id), PixLocation.self).value?.recurrence == made.id)
    }
}
