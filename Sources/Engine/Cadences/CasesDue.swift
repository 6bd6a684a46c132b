import ContactPolicy
import Dialogue
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// The cadence looks at the cases whose time has come, a bounded number per entry.
    func casesDue(_ context: EntryContext) throws {
        let due = try context.session.select(
            CaseRow.self, "WHERE next_action_at <= ? ORDER BY next_action_at, id LIMIT ?", .timestamp(context.now),
            .int(configuration.casesPerEntry))
        for row in due { try plan(row, context) }
    }

    /// What the cadence wishes for one case now, put to the gate.
    private func plan(_ row: CaseRow, _ context: EntryContext) throws {
        let session = context.session
        var row = row
        row.nextActionAt = nil
        guard row.status == "open", let strategy = try session.activeStrategy(creditor: row.creditor, kind: .cadence),
            let party = try bestParty(for: row, context)
        else { return try session.update(row) }
        let cadence = try strategies.cadence(strategy)
        let plan = cadence.nextAction(for: try cadenceCase(row, cadence, party, context), at: context.now)
        for skipped in plan.skipped {
            row.settledSteps = settled(row, adding: skipped.key)
            try context.record(
                .stepSkipped, creditor: row.creditor, debtor: row.debtor,
                ["step": skipped.key, "reason": skipped.reason.rawValue])
        }
        switch plan.action {
        case .finished: break
        case .waitUntil(let instant): row.nextActionAt = max(instant, context.now.adding(seconds: 1))
        case .step(let step, _): try make(step, &row, party, context)
        }
        try session.update(row)
    }

    private func settled(_ row: CaseRow, adding key: String) -> String {
        row.settledSteps.isEmpty ? key : row.settledSteps + " " + key
    }

    /// A step: the gate decides; allowed it is sent, deferred it comes again at the gate's own instant, refused it is tried
    /// on the step's other channels and then left.
    private func make(_ step: CadenceStep, _ row: inout CaseRow, _ party: Party, _ context: EntryContext) throws {
        // SMS, e-mail and calls come with their rooms; until then such a step is recorded as skipped, not silently lost.
        guard step.channel == .whatsapp, case .template(let choice) = step.content else {
            row.settledSteps = settled(row, adding: step.key)
            row.nextActionAt = context.now.adding(seconds: 1)
            return try context.record(
                .stepSkipped, creditor: row.creditor, debtor: row.debtor,
                ["step": step.key, "reason": "channel_not_configured"])
        }
        // Without a number nothing can leave; the step waits for one instead of being used up.
        guard party.settings.whatsAppNumberID != nil else {
            row.nextActionAt = context.now.adding(hours: 1)
            return
        }
        let conversation = try conversation(for: party, context)
        let proven = isProven(party.contactPoint, context.now)
        let name =
            proven
            ? choice.name(for: row.debtor, step: step.key)
            : step.neutralTemplate ?? choice.name(for: row.debtor, step: step.key)
        guard let template = try template(name, row.creditor, context) else {
            row.nextActionAt = context.now.adding(hours: 1)
            return
        }
        let relation: DueRelation = step.offsetDays < 0 ? .before : step.offsetDays == 0 ? .on : .after
        let wish = ContactWish(
            purpose: .cadence(relation), discloses: template.discloses, identityProven: proven, isFreeForm: false,
            dueDate: row.oldestDue, step: step.key, collectionCase: row.id)
        if try isStopped(template: name, creditor: row.creditor, context) {
            row.nextActionAt = context.now.adding(hours: 1)
            return
        }
        let facts = try contactFacts(party, conversation: conversation, context)
        let (decision, _) = try asking(wish, party, facts, context) { permissionWish, facts in
            let content = MessageContent.template(try template.message(values(row, party, context)))
            return try send(
                content, permissionWish, author: "cadence", conversation, party, facts: facts, note: nil, context)
        }
        switch decision {
        case .sent(let message):
            row.settledSteps = settled(row, adding: step.key)
            row.lastStep = step.key
            row.lastStepDay = party.zone.day(context.now)
            row.nextActionAt = context.now.adding(minutes: 1)
            try count(message, wish, party, context)
            try opened(conversation.id, proven: proven, context)
        case .notAllowed(let next):
            if let next {
                row.nextActionAt = max(next, context.now.adding(seconds: 1))
            } else {
                row.settledSteps = settled(row, adding: step.key)
                row.nextActionAt = context.now.adding(hours: 12)
            }
        }
    }

    private enum StepOutcome {
        case sent(MessageID)
        case notAllowed(next: Timestamp?)
    }

    /// Sends, and reads the decision that was kept about it.
    private func asking(
        _ wish: ContactWish, _ party: Party, _ facts: ContactFacts, _ context: EntryContext,
        _ body: (ContactWish, ContactFacts) throws -> MessageID?
    ) throws -> (StepOutcome, DecisionRow?) {
        if let message = try body(wish, facts) { return (.sent(message), nil) }
        let last = try context.session.first(
            DecisionRow.self, "WHERE debtor = ? ORDER BY id DESC", .id(party.contactPoint.debtor))
        return (.notAllowed(next: last?.verdict == "deferred" ? last?.nextAllowedAt : nil), last)
    }

    /// The contact counts from now on, for the caps and for the number's unanswered attempts.
    private func count(_ message: MessageID, _ wish: ContactWish, _ party: Party, _ context: EntryContext) throws {
        guard let debtor = party.debtor else { return }
        try context.session.insert(
            AttemptRow(
                id: context.nextID(), creditor: party.creditor.id, debtor: debtor.id, document: debtor.document,
                contactPoint: party.contactPoint.id, channel: wish.channel.rawValue, at: context.now,
                purpose: wish.purpose.rawValue, dueDay: wish.dueDate, isUndone: false, message: message))
        var point = party.contactPoint
        point.unanswered += 1
        try context.session.update(point)
    }

    /// The dialogue is told that something was said, so that "sim" has a meaning.
    private func opened(_ id: ConversationID, proven: Bool, _ context: EntryContext) throws {
        guard let conversation = try context.session.find(ConversationRow.self, .id(id)) else { return }
        try take(.opened(proven ? .reminder : .askedName), conversation, context)
    }

    func isProven(_ point: ContactPointRow, _ now: Timestamp) -> Bool {
        point.provenAt.map { now < $0.adding(days: 90) } ?? false
    }

    /// The reminder of an agreement's next payment: its own purpose at the gate, its own template.
    func remindOfAgreement(_ id: AgreementID, _ context: EntryContext) throws {
        let session = context.session
        guard let agreement = try session.find(AgreementRow.self, .id(id)),
            agreement.isRunning,
            let party = try party(of: agreement.debtor, context),
            let next = try session.installments(agreement: id).first(where: { $0.status == "open" }),
            let template = try template("lembrete_acordo", agreement.creditor, context)
        else { return }
        let conversation = try conversation(for: party, context)
        let proven = isProven(party.contactPoint, context.now)
        let today = party.zone.day(context.now)
        let relation: DueRelation = today < next.dueDay ? .before : today == next.dueDay ? .on : .after
        let wish = ContactWish(
            purpose: .agreementReminder(relation), discloses: template.discloses, identityProven: proven,
            isFreeForm: false, dueDate: next.dueDay, step: "agreement:\(next.number)")
        let facts = try contactFacts(party, conversation: conversation, context)
        let values = installmentValues(next, party)
        let (outcome, _) = try asking(wish, party, facts, context) { wish, facts in
            try send(
                .template(template.message(values)), wish, author: "cadence", conversation, party, facts: facts,
                note: nil,
                context)
        }
        switch outcome {
        case .sent(let message): try count(message, wish, party, context)
        case .notAllowed(let later?) where later < party.zone.instant(next.dueDay.adding(days: 1)):
            try session.setTimer(
                id: context.nextID(), creditor: agreement.creditor, key: "agreement-reminder:\(id)", dueAt: later,
                kind: "agreement-reminder", subject: id.rawValue)
        case .notAllowed: break
        }
    }
}
