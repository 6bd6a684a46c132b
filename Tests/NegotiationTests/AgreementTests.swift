import Domain
import Foundation
import Negotiation
import Testing

@Suite("The life of an agreement")
struct AgreementTests {
    static let day = OfferFiguresTests.day

    private func offer(count: Int = 3) throws -> Offer {
        try #require(
            Negotiator.respond(
                to: Wish(installments: count), facts: OfferFiguresTests.facts, policy: try OfferFiguresTests.policy(),
                authority: .bot, day: AgreementTests.day
            ).offer)
    }

    private func proposed(count: Int = 3) throws -> Agreement {
        Agreement(proposing: try offer(count: count), id: AgreementID(1), rules: BreakRules())
    }

    private func yes(_ agreement: Agreement, on day: CalendarDay = day, shown: String? = nil) -> AgreementEvent {
        .accepted(
            Acceptance(
                message: MessageID(5), text: "fechado", at: Timestamp(seconds: 1_767_268_800), day: day,
                termsShown: shown ?? agreement.terms.fingerprint))
    }

    private func refusal(_ agreement: Agreement, _ event: AgreementEvent) -> AgreementError? {
        var copy = agreement
        do throws(AgreementError) {
            try copy.apply(event)
            return nil
        } catch {
            #expect(copy == agreement)
            return error
        }
    }

    @Test("proposed, accepted, active, kept")
    func kept() throws {
        var agreement = try proposed()
        #expect(!agreement.suspendsDebts)
        try agreement.apply(yes(agreement))
        #expect(agreement.state.name == .accepted && agreement.suspendsDebts)
        #expect(agreement.state.acceptance?.text == "fechado")
        for payment in agreement.terms.payments {
            #expect(agreement.nextPayment == payment)
            try agreement.apply(.paid(payment.amount, on: payment.due))
        }
        #expect(agreement.state.name == .kept && agreement.remaining == .zero && !agreement.suspendsDebts)
    }

    @Test("paid off before its end, it is settled; a reversed payment makes it run again")
    func settled() throws {
        var agreement = try proposed()
        try agreement.apply(yes(agreement))
        try agreement.apply(.paid(agreement.terms.total, on: AgreementTests.day.adding(days: 2)))
        #expect(agreement.state.name == .settled)
        #expect(refusal(agreement, .broken(on: AgreementTests.day.adding(days: 90))) == .notAllowed(in: .settled))
        try agreement.apply(.paymentReversed(Money(cents: 10_00), on: AgreementTests.day.adding(days: 4)))
        #expect(agreement.state.name == .active && agreement.remaining == Money(cents: 10_00))
        #expect(
            refusal(agreement, .paymentReversed(Money(cents: 2_000_00), on: AgreementTests.day.adding(days: 5)))
                == .moreThanPaid(Money(cents: 2_000_00) - agreement.paid))
    }

    @Test("part of a first payment does not make it run; more than is owed is refused with the rest")
    func partial() throws {
        var agreement = try proposed()
        try agreement.apply(yes(agreement))
        try agreement.apply(.paid(Money(cents: 1), on: AgreementTests.day))
        #expect(agreement.state.name == .accepted)
        #expect(
            refusal(agreement, .paid(agreement.remaining + Money(cents: 5), on: AgreementTests.day))
                == .moreThanOwed(Money(cents: 5)))
        #expect(refusal(agreement, .paid(.zero, on: AgreementTests.day)) == .amountNotPositive)
        #expect(refusal(agreement, .paid(Money(cents: 1), on: AgreementTests.day.adding(days: -1))) == .outOfOrder)
    }

    @Test("it breaks only after the grace of an open payment, on business days")
    func breaking() throws {
        var agreement = try proposed()
        try agreement.apply(yes(agreement))
        let payments = agreement.terms.payments
        // Never begun: it lapses and does not break.
        let calendar = BrazilianCalendar.standard
        let due = calendar.nextBankBusinessDay(onOrAfter: payments[0].due)
        let last = calendar.adding(bankBusinessDays: 3, to: due)
        #expect(agreement.passing(last) == nil)
        #expect(agreement.passing(last.adding(days: 1)) == .lapsed(on: last.adding(days: 1)))
        #expect(refusal(agreement, .lapsed(on: last)) == .notLate)
        #expect(refusal(agreement, .broken(on: last.adding(days: 9))) == .notAllowed(in: .accepted))
        try agreement.apply(.paid(payments[0].amount, on: payments[0].due))
        #expect(refusal(agreement, .broken(on: payments[1].due)) == .notLate)
        let event = try #require(agreement.passing(payments[1].due.adding(days: 30)))
        try agreement.apply(event)
        #expect(agreement.state.name == .broken)
        #expect(agreement.paid == payments[0].amount)
    }

    @Test("a yes to other terms, or after the last day, binds nobody")
    func acceptance() throws {
        let agreement = try proposed()
        let other = try offer(count: 4)
        #expect(refusal(agreement, yes(agreement, shown: other.terms.fingerprint)) == .otherTermsShown)
        let late = agreement.terms.validUntil.adding(days: 1)
        #expect(refusal(agreement, yes(agreement, on: late)) == .outsideValidity)
        #expect(agreement.passing(agreement.terms.validUntil) == nil)
        #expect(agreement.passing(late) == .lapsed(on: late))
    }

    @Test("from each state only these events lead on")
    func transitions() throws {
        let far = AgreementTests.day.adding(days: 400)
        var states: [AgreementState.Name: Agreement] = [:]
        var agreement = try proposed()
        states[.proposed] = agreement
        try agreement.apply(yes(agreement))
        states[.accepted] = agreement
        try agreement.apply(.paid(agreement.terms.payments[0].amount, on: AgreementTests.day))
        states[.active] = agreement
        func after(_ event: AgreementEvent, from name: AgreementState.Name) throws -> Agreement {
            var copy = try #require(states[name])
            try copy.apply(event)
            return copy
        }
        states[.lapsed] = try after(.lapsed(on: far), from: .proposed)
        states[.broken] = try after(.broken(on: far), from: .active)
        states[.renegotiated] = try after(.renegotiated(AgreementID(2), on: far), from: .active)
        states[.settled] = try after(.settled(on: far), from: .active)
        states[.kept] = try after(.paid(agreement.remaining, on: far), from: .active)
        #expect(states.count == AgreementState.Name.allCases.count)
        for (name, agreement) in states { #expect(agreement.state.name == name) }

        let allowed: [AgreementState.Name: Set<String>] = [
            .proposed: ["accepted", "lapsed"], .accepted: ["paid", "lapsed", "renegotiated", "withdrawn"],
            .active: ["paid", "paymentReversed", "broken", "renegotiated", "settled", "withdrawn"],
            .kept: ["paymentReversed"],
            .settled: ["paymentReversed"], .broken: [], .renegotiated: [], .lapsed: [],
        ]
        for (name, agreement) in states {
            // A paid-off one has nothing left to pay; a declared settlement has.
            let cent = Money(cents: 1)
            let events: [(String, AgreementEvent)] = [
                ("accepted", yes(agreement, on: name == .proposed ? AgreementTests.day : far)),
                ("paid", .paid(cent, on: far)), ("paymentReversed", .paymentReversed(cent, on: far)),
                ("lapsed", .lapsed(on: far)), ("broken", .broken(on: far)), ("withdrawn", .withdrawn(on: far)),
                ("renegotiated", .renegotiated(AgreementID(3), on: far)), ("settled", .settled(on: far)),
            ]
            for (kind, event) in events {
                let found = refusal(agreement, event)
                #expect((found == nil) == (allowed[name]?.contains(kind) ?? false), "\(name) \(kind): \(found as Any)")
            }
        }
        let itself = try #require(states[.active])
        #expect(refusal(itself, .renegotiated(AgreementID(1), on: far)) == .notAllowed(in: .active))
    }

    @Test("what is stored is lived once more; a history that cannot have been is refused")
    func storage() throws {
        var agreement = try proposed()
        try agreement.apply(yes(agreement))
        try agreement.apply(.paid(agreement.terms.payments[0].amount, on: AgreementTests.day))
        let data = try JSONEncoder().encode(agreement)
        #expect(try JSONDecoder().decode(Agreement.self, from: data) == agreement)
        let text = String(decoding: data, as: UTF8.self)
        let forged = text.replacing(agreement.terms.fingerprint, with: String(repeating: "0", count: 32))
        #expect(forged != text)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Agreement.self, from: Data(forged.utf8))
        }
    }
}
