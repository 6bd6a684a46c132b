import Dialogue
import Domain
import Foundation
import Negotiation
import Wording

/// One line of a script: read, run, and judged by what came of it.
struct ScriptedConversation {
    let id: String?
    let result: Result

    enum Result {
        case done(ConversationSession)
        case unreadable(String)
    }

    static func run(
        _ line: String, policy: NegotiationPolicy, listener: Listener, answers: FrequentAnswers = .none,
        register: Register = .usual, day: CalendarDay
    ) throws -> ScriptedConversation {
        let script: Script
        do {
            script = try JSONDecoder().decode(Script.self, from: Data(line.utf8))
        } catch {
            return ScriptedConversation(id: nil, result: .unreadable(Script.explain(error)))
        }
        var session = ConversationSession(
            script.content, policy: policy, listener: listener, answers: answers,
            register: script.register ?? register, day: script.day ?? day)
        session.open()
        for turn in script.turns {
            switch turn {
            case .event(let event): session.event(event)
            case .messages(let messages):
                session.debtorWrites(
                    messages.map { message in
                        if case .text(let text) = message { session.content(of: text) } else { message }
                    })
            }
        }
        return ScriptedConversation(id: script.id, result: .done(session))
    }

    /// For people.
    var text: String {
        switch result {
        case .unreadable(let reason): return "— not a conversation: \(reason)\n"
        case .done(let session):
            let head = "— \(id ?? "") → \(ConversationOutcome(session.commands).rawValue)"
            return ([head] + session.transcript.map(\.rendered)).joined(separator: "\n") + "\n"
        }
    }
}

extension ScriptedConversation: Encodable {
    private enum Keys: String, CodingKey { case id, outcome, transcript, events, offers, error, valid }
    private enum ItemKeys: String, CodingKey { case from, text, kind, options }
    private enum OfferKeys: String, CodingKey {
        case total = "total_cents"
        case installments
        case discount = "discount_pct"
        case isWithinPolicy = "within_policy"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Keys.self)
        try object.encode(id, forKey: .id)
        switch result {
        case .unreadable(let reason):
            try object.encode(false, forKey: .valid)
            try object.encode(reason, forKey: .error)
        case .done(let session):
            try object.encode(ConversationOutcome(session.commands).rawValue, forKey: .outcome)
            var transcript = object.nestedUnkeyedContainer(forKey: .transcript)
            for item in session.transcript {
                var entry = transcript.nestedContainer(keyedBy: ItemKeys.self)
                try entry.encode(item.from.rawValue, forKey: .from)
                try entry.encode(item.text, forKey: .text)
                try entry.encode(item.kind, forKey: .kind)
                if !item.options.isEmpty { try entry.encode(item.options.map(\.title), forKey: .options) }
            }
            try object.encode(session.events, forKey: .events)
            var offers = object.nestedUnkeyedContainer(forKey: .offers)
            for offer in session.offers {
                var entry = offers.nestedContainer(keyedBy: OfferKeys.self)
                try entry.encode(offer.terms.total.cents, forKey: .total)
                try entry.encode(offer.terms.installments.count, forKey: .installments)
                try entry.encode(offer.discountPercent, forKey: .discount)
                try entry.encode(offer.isWithinPolicy, forKey: .isWithinPolicy)
            }
        }
    }
}

extension ConversationSession.ShownOffer {
    /// The discount on the principal, in percent with two decimals, rounded down.
    var discountPercent: Decimal {
        Decimal(terms.discountShare.micros / 10_000) / 100
    }
}
