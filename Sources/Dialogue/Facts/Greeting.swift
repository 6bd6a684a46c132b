package import Domain
import Wording

/// The first message of all, which a cadence sends as an approved template: who writes, and whether it is the person.
package enum Greeting {
    package static func text(name: String, creditor: String, facts: ConversationFacts) -> String {
        let phrase = NeutralPhrase.opening(name: name, creditor: creditor)
        return facts.catalogue.renderings(phrase, in: .portuguese, today: CalendarDay(number: 0)).first ?? ""
    }

    /// Understood by a conversation that was told `.opened(.askedName)`.
    package static var buttons: [MessageOption] {
        [(Choice.isMe, ButtonLabel.isMe), (.isNotMe, .isNotMe)].map {
            MessageOption(id: $0.0.id, title: $0.1.title(in: .portuguese))
        }
    }
}
