import ContactPolicy
import Dialogue
import Domain
import Foundation
import Negotiation
import Store

extension CollectionEngine {
    /// The commands that touch money.
    func performMoney(
        _ command: Command, _ row: ConversationRow, _ party: Party, _ context: EntryContext
    ) throws -> [ConversationInput] {
        guard let debtor = party.debtor else { return [] }
        switch command {
        case .offersMade(let terms): try keep(terms, row, party, debtor, context)
        case .agreementAccepted(let terms, let evidence):
            try agree(terms, evidence: evidence, row, party, debtor, context)
        case .agreementCancelled:
            if let agreement = try currentAgreement(debtor.id, context.session) {
                let life = try life(of: agreement)
                let today = max(party.zone.day(context.now), life.lastEventDay)
                try end(agreement, by: .withdrawn(on: today), party, context)
            }
        case .chargeRequested(let amount, let due, let number):
            switch try makeCharge(amount, due: due, number: number, row, party, debtor, context) {
            case .made(let charge): return [.chargeReady(charge)]
            case .asked: return []
            case .impossible: return [.chargeFailed]
            }
        case .promiseMade(let due, let amount, _): try promise(due, amount, row, party, debtor, context)
        case .paidClaimed(let receipt):
            try claimPaid(receipt, row, party, debtor, context)
        default: break
        }
        return []
    }

    private func keep(
        _ terms: [OfferTerms], _ row: ConversationRow, _ party: Party, _ debtor: DebtorRow, _ context: EntryContext
    ) throws {
        let policy = try context.session.activeStrategy(creditor: party.creditor.id, kind: .negotiation)?.id ?? 0
        for offer in terms {
            try context.session.insert(
                OfferRow(
                    id: context.nextID(), creditor: party.creditor.id, debtor: debtor.id, conversation: row.id,
                    madeAt: context.now, terms: canonicalJSON(offer), policy: policy,
                    authority: offer.authority.rawValue, fingerprint: offer.fingerprint))
        }
        try context.record(.offersMade, creditor: party.creditor.id, debtor: debtor.id, ["count": "\(terms.count)"])
    }

    /// Books an agreement, after the negotiation room has made the offer anew from its terms: terms that the policy does not
    /// carry today bind nobody.
    private func agree(
        _ terms: OfferTerms, evidence: MessageID?, _ row: ConversationRow, _ party: Party, _ debtor: DebtorRow,
        _ context: EntryContext
    ) throws {
        let session = context.session
        let debts = try session.debts(debtor: debtor.id).filter { $0.status == "open" }
        let today = party.zone.day(context.now)
        let facts = try negotiationFacts(debts, party, today, debtor, context)
        let policy = try policy(of: party.creditor, session)
        guard case .standing(let offer) = Offer.revalidated(terms, policy: policy, facts: facts, day: today)
        else {
            try openTask("offer_lapsed", party, row, context)
            return
        }
        let id: AgreementID = try context.nextID()
        if let running = try currentAgreement(debtor.id, session) {
            try end(running, by: .renegotiated(id, on: max(today, try life(of: running).lastEventDay)), party, context)
        }
        var life = Agreement(proposing: offer, id: id, rules: policy.onBreak)
        try life.take(
            .accepted(try acceptance(of: offer.terms, evidence, on: today, debtor, context)),
            calendar: configuration.calendar)
        try bookAgreement(life, debts, party, context)
        let agreement = AgreementRow(
            id: id, creditor: party.creditor.id, debtor: debtor.id, conversation: row.id,
            acceptedAt: context.now, terms: try canonicalJSON(offer.terms),
            policy: try session.activeStrategy(creditor: party.creditor.id, kind: .negotiation)?.id ?? 0,
            owed: offer.terms.balance, total: offer.terms.total, status: life.state.name.rawValue,
            evidence: evidence.map { "message \($0)" } ?? "", rules: try canonicalJSON(policy.onBreak),
            history: try canonicalJSON(life.history))
        try session.insert(agreement)
        for payment in offer.terms.payments {
            try session.insert(
                InstallmentRow(
                    id: context.nextID(), creditor: party.creditor.id, agreement: agreement.id, number: payment.number,
                    dueDay: payment.due, amount: payment.amount, paid: .zero, status: "open"))
        }
        for line in offer.terms.lines {
            try session.insert(
                AgreementDebtRow(
                    id: context.nextID(), creditor: party.creditor.id, agreement: agreement.id, debt: line.debt,
                    owed: line.balance.total))
        }
        try follow(try books(of: party, context), of: debtor.id, context)
        if let promise = try session.openPromise(debtor: debtor.id) { try close(promise, as: "replaced", context) }
        try scheduleAgreement(agreement, life, party, context)
        try context.record(
            .agreementMade, creditor: party.creditor.id, debtor: debtor.id,
            ["total_cents": "\(agreement.total.cents)", "payments": "\(offer.terms.payments.count)"])
        try drawAgreementTerm(offer, agreement, evidence, policy.onBreak, row, party, context)
    }

    /// The proof of the yes: which message, in which words, to which of the offers that were shown.
    private func acceptance(
        of terms: OfferTerms, _ evidence: MessageID?, on day: CalendarDay, _ debtor: DebtorRow, _ context: EntryContext
    ) throws -> Acceptance {
        let text = try evidence.flatMap { try context.session.find(MessageRow.self, .id($0))?.body } ?? ""
        let shown = try context.session.offers(debtor: debtor.id).last { $0.fingerprint == terms.fingerprint }
        guard let shown else { throw EntryError.refused("these terms were never shown to debtor \(debtor.id)") }
        return Acceptance(message: evidence, text: text, at: context.now, day: day, termsShown: shown.fingerprint)
    }

    /// Puts the agreement into the books: charges up to the day of the offer, what is given up, and what is owed instead.
    private func bookAgreement(
        _ life: Agreement, _ debts: [DebtRow], _ party: Party, _ context: EntryContext
    ) throws {
        let terms = life.terms
        var books = try books(of: party, context)
        let agreed = Set(terms.lines.map(\.debt))
        for debt in debts where agreed.contains(debt.id) {
            try accrue(debt, on: terms.calculatedOn, party, &books, context)
        }
        try books.record(terms.agreed(as: life.id), on: party.zone.day(context.now))
        guard books.ledger.balances.owed(.agreement(life.id)) == terms.total else {
            throw EntryError.refused("agreement \(life.id) does not sum to what was offered")
        }
    }

    private func promise(
        _ due: CalendarDay, _ amount: Money?, _ row: ConversationRow, _ party: Party, _ debtor: DebtorRow,
        _ context: EntryContext
    ) throws {
        if let earlier = try context.session.openPromise(debtor: debtor.id) {
            try close(earlier, as: "replaced", context)
        }
        let promise = PromiseRow(
            id: try context.nextID(), creditor: party.creditor.id, debtor: debtor.id, conversation: row.id,
            madeAt: context.now, dueDay: due, amount: amount?.cents, status: "open")
        try context.session.insert(promise)
        let grace = configuration.calendar.adding(
            bankBusinessDays: configuration.contactRules.settings.promiseGracePixDays, to: due)
        try context.session.setTimer(
            id: context.nextID(), creditor: party.creditor.id, key: "promise:\(promise.id)",
            dueAt: party.zone.instant(grace.adding(days: 1)), kind: "promise", subject: promise.id)
        try context.record(
            .promiseMade, creditor: party.creditor.id, debtor: debtor.id,
            ["due": due.iso, "amount_cents": amount.map { "\($0.cents)" } ?? ""])
    }

    func close(_ promise: PromiseRow, as status: String, _ context: EntryContext) throws {
        var closed = promise
        closed.status = status
        try context.session.update(closed)
        try context.session.clearTimer(key: "promise:\(promise.id)")
    }
}
