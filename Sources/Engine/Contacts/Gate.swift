import ContactPolicy
import Domain
import Foundation
import Store

/// The wish to say something, on its way to the gate.
struct ContactWish {
    var purpose: ContactPurpose
    var channel: Channel = .whatsapp
    var discloses: Bool
    var identityProven: Bool
    var isFreeForm: Bool
    var asksForPayment: Bool?
    var dueDate: CalendarDay?
    /// The cadence's step, or what else caused it: shown in `quita explain`.
    var step: String
    var collectionCase: CaseID?
}

extension CollectionEngine {
    /// Asks the one gate and keeps its decision, yes or no, with every rule that it evaluated.
    ///
    /// - Returns: the decision and the kept row, so that a message can be tied to it.
    func decideContact(
        _ wish: ContactWish, _ party: Party, facts: ContactFacts, _ context: EntryContext
    ) throws -> (ContactDecision, DecisionRow) {
        let id: DecisionID = try context.nextID()
        let request = ContactRequest(
            key: "d\(id)", creditor: party.creditor.id, debtor: party.contactPoint.debtor,
            contactPoint: party.contactPoint.id, channel: wish.channel, purpose: wish.purpose,
            discloses: wish.discloses,
            identityProven: wish.identityProven, asksForPayment: wish.asksForPayment, isFreeForm: wish.isFreeForm,
            dueDate: wish.dueDate, at: context.now)
        let decision = decide(request, facts, rules: configuration.contactRules)
        let row = DecisionRow(
            id: id, creditor: party.creditor.id, debtor: party.contactPoint.debtor, collectionCase: wish.collectionCase,
            at: context.now, step: wish.step, channel: wish.channel.rawValue, purpose: wish.purpose.rawValue,
            verdict: decision.verdict.rawValue, rules: DecisionRecord(decision).text,
            nextAllowedAt: decision.nextAllowedAt)
        try context.session.insert(row)
        return (decision, row)
    }

    /// Everything that the gate has to know of a person, over all debts and creditors of the installation.
    func contactFacts(_ party: Party, conversation: ConversationRow?, _ context: EntryContext) throws -> ContactFacts {
        let session = context.session
        var facts = ContactFacts(places: places(of: party))
        facts.earlierUnanswered = 0
        if let conversation {
            // The stored end of the window is the platform's instant plus 24 hours.
            facts.lastInboundAt = conversation.windowUntil?.adding(hours: -24)
        }
        guard let debtor = party.debtor else { return facts }
        let rows = try session.attempts(document: debtor.document, since: context.now.adding(days: -9))
        let lastInbound = conversation?.lastInboundAt
        facts.attempts = rows.compactMap { row in
            guard let channel = Channel(rawValue: row.channel), let purpose = ContactPurpose(rawValue: row.purpose)
            else {
                return nil
            }
            return ContactAttempt(
                at: row.at, channel: channel, contactPoint: row.contactPoint, purpose: purpose, dueDate: row.dueDay,
                answered: lastInbound.map { $0 >= row.at } ?? false)
        }
        facts.earlierUnanswered = max(
            0, party.contactPoint.unanswered - facts.attempts.filter { $0.contactPoint == party.contactPoint.id }.count)
        if let inbound = conversation?.lastInboundAt, let outbound = conversation?.lastOutboundAt {
            facts.lastConversationAt = min(inbound, outbound)
        }
        let agreement = try session.agreements(debtor: debtor.id).last(where: \.isRunning)
        let promise = try session.openPromise(debtor: debtor.id)
        facts.followUpAgreed = agreement != nil || promise != nil
        let openDebts = try session.debts(debtor: debtor.id).filter { $0.status != "settled" }
        facts.restrictions = ContactRestrictions(
            rows: try session.restrictions(debtor: debtor.id) + session.stopsElsewhere(of: debtor), promise: promise,
            agreementInGoodStanding: agreement != nil,
            // As long as one debt may still be collected, the person may be written to about it.
            prescribedOn: openDebts.map(\.dueDay).max()?.adding(days: CollectionEngine.prescriptionDays),
            humanOwner: conversation.map { $0.owner != "bot" } ?? false, now: context.now)
        return facts
    }

    /// Five years (CC art. 206 §5 I), as days.
    static let prescriptionDays = 1826

    /// Every place where the person may be: the address and the area code's states.
    private func places(of party: Party) -> [ContactPlace] {
        ContactPlace.candidates(
            address: party.debtor?.state.flatMap { FederativeUnit(rawValue: $0) },
            areaCodes: [PhoneNumber(e164: party.contactPoint.value)?.areaCode].compactMap { $0 })
    }
}
