import ContactPolicy
import Dialogue
import Domain
import Foundation
import Language
import Negotiation
import Store

extension CollectionEngine {
    /// Does what a conversation asked for. What comes of it at once is returned, to be told to the conversation.
    func perform(
        _ command: Command, _ row: inout ConversationRow, _ party: Party, _ context: EntryContext
    ) throws -> [ConversationInput] {
        switch command {
        case .identityProved, .identityFailed: try performIdentity(command, party, context)
        case .offersMade, .agreementAccepted, .agreementCancelled, .chargeRequested, .promiseMade, .paidClaimed:
            return try performMoney(command, row, party, context)
        case .optOut, .optIn, .wrongPerson, .thirdParty, .deceased, .disputeOpened, .hardship, .pauseRequested, .crisis,
            .refused:
            try performRestriction(command, row, party, context)
        case .handOver(let handOver): try self.handOver(handOver, &row, party, context)
        case .callbackScheduled, .contactUpdated, .privacyRequest, .legalThreat, .scamSuspicion, .documentRequested,
            .abuse, .questionAnswered, .questionUnknown:
            try performTask(command, row, party, context)
        case .survey(let score):
            guard let debtor = party.debtor else { break }
            try context.session.insert(
                SurveyRow(
                    id: context.nextID(), creditor: party.creditor.id, debtor: debtor.id, conversation: row.id,
                    score: score, at: context.now))
            try context.record(.survey, creditor: party.creditor.id, debtor: debtor.id, ["score": "\(score)"])
        case .disposition(let disposition):
            row.outcome = disposition.rawValue
            if row.resolvedAt == nil, disposition.isResolution { row.resolvedAt = context.now }
            try context.session.update(row)
            try context.record(
                .disposition, creditor: party.creditor.id, debtor: party.debtor?.id, ["result": disposition.rawValue])
        }
        return []
    }

    private func performIdentity(_ command: Command, _ party: Party, _ context: EntryContext) throws {
        let creditor = party.creditor.id
        switch command {
        case .identityProved(let evidence):
            var point = party.contactPoint
            point.provenAt = context.now
            try context.session.update(point)
            try context.record(
                .identityProved, creditor: creditor, debtor: party.debtor?.id,
                ["data": evidence.data.map(\.rawValue).joined(separator: ", ")])
        case .identityFailed(let remaining):
            try context.record(
                .identityFailed, creditor: creditor, debtor: party.debtor?.id, ["remaining": "\(remaining)"])
        default: break
        }
    }

    private func performRestriction(
        _ command: Command, _ row: ConversationRow, _ party: Party, _ context: EntryContext
    ) throws {
        let creditor = party.creditor.id
        let debtor = party.debtor?.id
        switch command {
        case .optOut(let channel):
            try context.restrict(party, .optOut, channel: channel)
            try context.record(.optOut, creditor: creditor, debtor: debtor, ["channel": channel.rawValue])
            try cancelWaiting(party, context)
        case .optIn(let channel):
            try context.lift(.optOut, debtor: party.contactPoint.debtor, channel: channel)
            try context.record(.note, creditor: creditor, debtor: debtor, ["opt_in": channel.rawValue])
        case .wrongPerson:
            try context.restrict(party, .wrongContactPoint, contactPoint: party.contactPoint.id)
            var point = party.contactPoint
            point.status = "wrong"
            point.provenAt = nil
            try context.session.update(point)
            try context.record(.wrongPerson, creditor: creditor, debtor: debtor)
            try cancelWaiting(party, context)
        case .thirdParty: try context.record(.note, creditor: creditor, debtor: debtor, ["third_party": "1"])
        case .deceased:
            try context.restrict(party, .deceased)
            try context.record(.deceased, creditor: creditor, debtor: debtor)
            try openTask("deceased", party, row, context)
            try cancelWaiting(party, context)
        case .disputeOpened(let kind):
            try context.restrict(party, .dispute)
            try context.record(.disputeOpened, creditor: creditor, debtor: debtor, ["kind": kind?.rawValue ?? ""])
            try openTask("dispute", party, row, dueAt: context.now.adding(days: 7), context)
        case .hardship(let strong):
            if strong { try context.restrict(party, .hardship, until: context.now.adding(days: 30)) }
            try context.record(.hardship, creditor: creditor, debtor: debtor, ["strong": strong ? "1" : "0"])
        case .pauseRequested(let day):
            try context.restrict(party, .pause, until: party.zone.instant(day.adding(days: 1)))
        case .crisis:
            try context.restrict(party, .crisis)
            try context.record(.crisis, creditor: creditor, debtor: debtor)
            try openTask("crisis", party, row, dueAt: context.now, context)
            try cancelWaiting(party, context)
        case .refused(let day):
            try context.restrict(party, .refused, until: party.zone.instant(day.adding(days: 1)))
            try context.record(.refused, creditor: creditor, debtor: debtor, ["until": day.iso])
        default: break
        }
    }

    private func performTask(_ command: Command, _ row: ConversationRow, _ party: Party, _ context: EntryContext) throws
    {
        switch command {
        case .callbackScheduled(let day, let time):
            let dueAt = day.map { party.zone.instant($0, minuteOfDay: minuteOfDay(time)) }
            try openTask("callback", party, row, dueAt: dueAt, context)
        case .contactUpdated(let phones, let emails, let text):
            try openTask("contact_update", party, row, context)
            try context.record(
                .note, creditor: party.creditor.id, debtor: party.debtor?.id,
                ["contact_update": (phones + emails + [text]).joined(separator: " · ")])
        case .privacyRequest: try openTask("privacy", party, row, dueAt: context.now.adding(days: 15), context)
        case .legalThreat: try openTask("legal", party, row, dueAt: context.now.adding(days: 1), context)
        case .documentRequested:
            // What can be drawn goes at once; a contract or an invoice is in somebody's files.
            _ = try drawWhatIsAsked(row, party, context)
            try openTask("document", party, row, dueAt: context.now.adding(days: 7), context)
        case .scamSuspicion:
            try context.record(.note, creditor: party.creditor.id, debtor: party.debtor?.id, ["scam_doubt": "1"])
        case .abuse(let count):
            try context.record(.note, creditor: party.creditor.id, debtor: party.debtor?.id, ["abuse": "\(count)"])
        case .questionAnswered(let id):
            try context.record(.note, creditor: party.creditor.id, debtor: party.debtor?.id, ["faq": id])
        case .questionUnknown(let text, _):
            // For the operator's list: what faq.yaml has no answer for.
            try openTask("question", party, row, context)
            try context.record(
                .note, creditor: party.creditor.id, debtor: party.debtor?.id, ["question": String(text.prefix(300))])
        default: break
        }
    }

    /// When a part of the day begins, for a call at the person's wish.
    private func minuteOfDay(_ time: TimeOfDay?) -> Int {
        switch time {
        case .clock(let minute): minute
        case .afternoon: 14 * 60
        case .evening: 18 * 60
        case .morning, nil: 9 * 60
        }
    }

    func openTask(
        _ kind: String, _ party: Party, _ row: ConversationRow?, dueAt: Timestamp? = nil, detail: String? = nil,
        _ context: EntryContext
    ) throws {
        try context.session.insert(
            TaskRow(
                id: context.nextID(), creditor: party.creditor.id, debtor: party.debtor?.id, conversation: row?.id,
                kind: kind, reason: kind, openedAt: context.now, dueAt: dueAt, detail: detail))
        try context.record(.taskOpened, creditor: party.creditor.id, debtor: party.debtor?.id, ["kind": kind])
    }

    /// What has not left yet is withdrawn, on every number of the person.
    func cancelWaiting(_ party: Party, _ context: EntryContext) throws {
        for effect in try context.session.cancelWaiting(lane: party.lane) {
            guard let id = effect.message, var message = try context.session.find(MessageRow.self, .id(id)) else {
                continue
            }
            message.status = "cancelled"
            try context.session.update(message)
            if var attempt = try context.session.attempt(message: id) {
                attempt.isUndone = true
                try context.session.update(attempt)
            }
        }
    }
}

extension Disposition {
    /// Whether the conversation has reached an end that the debtor would call one.
    var isResolution: Bool {
        switch self {
        case .agreement, .paid, .promise, .paymentClaimed, .optOut, .wrongParty, .deceased, .refusal: true
        default: false
        }
    }
}
