import Dialogue
import Domain
import Language
import Negotiation

/// How a transcript is laid out.
extension TranscriptPlayer {
    private static let margin = String(repeating: " ", count: 17)

    mutating func write(_ who: String, _ text: String) {
        let local = Zone.brasilia.localTime(clock)
        startDay(local.day)
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        append("\(local.clock)  \(TranscriptPlayer.column(who))\(parts.first ?? "")")
        for part in parts.dropFirst() { append(part.isEmpty ? "" : TranscriptPlayer.margin + part) }
    }

    mutating func aside(_ what: String, _ text: String) {
        append("       \(TranscriptPlayer.column(what))\(text)")
    }

    mutating func note(_ text: String) {
        if !text.isEmpty { append(TranscriptPlayer.margin + text) }
    }

    mutating func show(_ reply: MessageContent) {
        switch reply {
        case .image(_, let caption): write("quita", "(image) \(caption ?? "")")
        default: write("quita", reply.text)
        }
        switch reply {
        case .buttons(_, _, let buttons):
            remember(buttons)
            note(buttons.map { "[\($0.title)]" }.joined(separator: " "))
        case .list(_, _, let button, let rows):
            remember(rows)
            note("▾ \(button)")
            for row in rows { note("[\(row.title)]" + (row.detail.map { " \($0)" } ?? "")) }
        default: break
        }
    }

    private static func column(_ who: String) -> String {
        who + String(repeating: " ", count: max(1, 10 - who.count))
    }

    static func words(_ entities: Entities) -> String {
        var parts: [String] = []
        if let amount = entities.amount { parts.append(Portuguese.money(amount, space: .plain)) }
        if let date = entities.date { parts.append(date.iso) }
        if let count = entities.installments { parts.append("\(count)x") }
        if let method = entities.method { parts.append(method.rawValue) }
        if let day = entities.dayOfMonth { parts.append("every \(day)") }
        if let time = entities.timeOfDay { parts.append(time.text) }
        return parts.joined(separator: ", ")
    }

    /// Nil for what adds nothing to the name of another command.
    static func words(_ command: Command) -> String? {
        switch command {
        case .disposition: nil
        case .identityFailed(let remaining): "\(command.name) (\(remaining) left)"
        case .offersMade(let terms):
            "\(command.name) " + terms.map { Portuguese.money($0.total, space: .plain) }.joined(separator: ", ")
        case .agreementAccepted(let terms, _):
            "\(command.name) \(Portuguese.money(terms.total, space: .plain)) in \(terms.payments.count)"
        case .chargeRequested(let amount, let due, _):
            "\(command.name) \(Portuguese.money(amount, space: .plain)) \(due.iso)"
        case .promiseMade(let due, let amount, _):
            "\(command.name) \(due.iso)" + (amount.map { " \(Portuguese.money($0, space: .plain))" } ?? "")
        case .disputeOpened(let kind): command.name + (kind.map { " (\($0.rawValue))" } ?? "")
        case .paidClaimed(let receipt): command.name + (receipt == nil ? "" : " with a receipt")
        case .hardship(let strong): command.name + (strong ? " (strong)" : "")
        case .pauseRequested(let until), .refused(let until): "\(command.name) until \(until.iso)"
        case .handOver(let handOver): "\(command.name) (\(handOver.reason.rawValue)): \(handOver.summary)"
        case .callbackScheduled(let day, let time):
            ([command.name] + [day?.iso, time?.text].compactMap { $0 }).joined(separator: " ")
        case .abuse(let count): "\(command.name) \(count)"
        case .survey(let score): "\(command.name) \(score)"
        default: command.name
        }
    }
}
