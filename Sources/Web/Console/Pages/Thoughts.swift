import Console
import Dialogue
import Domain
import Foundation
import Store

/// What the engine did in a conversation, step by step, in words: read from messages, readings, decisions and history.
struct Thoughts {
    let session: Session
    let names: StaffNames

    static let limit = 80

    /// One step with its place in the order: the entry that it came from, and within the entry what came of what.
    private struct Step {
        let entry: Int64
        let rank: Int
        let id: Int64
        let thought: Thought
    }

    /// The newest, oldest first.
    func thoughts(of debtor: DebtorID, conversation: ConversationRow?) throws -> [Thought] {
        var steps: [Step] = []
        if let conversation {
            for row in try session.newestMessages(conversation.id, before: nil, limit: Thoughts.limit) {
                steps += message(row)
            }
        }
        for row in try session.select(
            DecisionRow.self, "WHERE debtor = ? ORDER BY at DESC, id DESC LIMIT ?", .id(debtor), .int(Thoughts.limit))
        {
            let template = try row.message.flatMap { try session.find(MessageRow.self, .id($0))?.templateName }
            steps.append(step("d", row.id.rawValue, 3, row.at, .decision(Decisions.view(row, template: template))))
        }
        let history = History(session: session, names: names)
        for row in try session.select(
            HistoryRow.self, "WHERE debtor = ? ORDER BY at DESC, id DESC LIMIT ?", .id(debtor), .int(Thoughts.limit))
        {
            if let event = try history.event(row), let what = Thoughts.step(event) {
                steps.append(step("h", row.id, 2, row.at, what))
            }
        }
        let sorted = steps.sorted { ($0.entry, $0.rank, $0.id) < ($1.entry, $1.rank, $1.id) }
        return sorted.suffix(Thoughts.limit).map(\.thought)
    }

    private func step(_ prefix: String, _ id: Int64, _ rank: Int, _ at: Timestamp, _ what: Thought.Step) -> Step {
        Step(entry: entryNumber(of: id), rank: rank, id: id, thought: Thought(id: "\(prefix)\(id)", at: at, step: what))
    }

    private func message(_ row: MessageRow) -> [Step] {
        let id = row.id.rawValue
        guard row.direction == "out" else {
            var steps = [step("m", id, 0, row.at, .received(text: row.preview))]
            let understood = Messages.understood(row)
            if !understood.isEmpty { steps.append(step("u", id, 1, row.at, .understood(understood))) }
            return steps
        }
        guard row.author == "bot" else { return [] }
        var steps = [step("r", id, 5, row.at, .replied(text: row.preview))]
        let reasons = row.note.flatMap { try? JSONDecoder().decode([Reason].self, from: Data($0.utf8)) } ?? []
        if !reasons.isEmpty {
            steps.append(step("w", id, 4, row.at, .other(reasons.map(Words.reason).joined(separator: "; "))))
        }
        return steps
    }

    /// Nil where the timeline's event is told by another step already.
    private static func step(_ event: TimelineEntry.Event) -> Thought.Step? {
        switch event {
        case .message, .decision: nil
        case .identityProven(let means): .other("Identidade confirmada: " + means.joined(separator: ", "))
        case .identityFailed: .other("Os dados não conferem; a identidade não foi confirmada")
        case .offersMade(let offers): .offers(offers)
        case .agreementMade(let total, let installments): .agreement(total: total, installments: installments)
        case .agreementBroken: .other("Acordo desfeito")
        case .agreementSettled: .other("Acordo quitado")
        case .promiseMade(let due, let amount): .promise(due: due, amount: amount)
        case .promiseKept: .other("Promessa cumprida")
        case .promiseBroken: .other("Promessa não cumprida")
        case .chargeCreated(let amount, let txid): .charge(amount: amount, txid: txid)
        case .paymentReceived(let amount, _): .payment(amount: amount)
        case .debtSettled(let contract): .settled(contract: contract)
        case .handedOver(let reason): .handedOver(reason)
        case .takenOver: .other("Uma pessoa assumiu a conversa")
        case .handedBack: .other("A conversa voltou ao assistente")
        case .restricted(let kind): .restricted(kind)
        case .restrictionLifted: .other("Voltou a aceitar mensagens")
        case .satisfaction(let score): .other("Nota \(score)")
        case .note(let text), .other(let text): .other(text)
        case .imported, .debtAdded, .debtChanged, .cadenceStarted, .cadenceStopped: nil
        }
    }
}
