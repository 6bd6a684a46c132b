import Domain
import Language
import Negotiation
import Wording

/// People who cannot read, or would rather listen, get a voice note beside what is written.
extension TurnBuilder {
    /// Longer messages say more than that, and are answered as such.
    private static let wishWordsMax = 12

    /// Notes the wish; whether the message was about nothing else, and is answered.
    mutating func takesListening(_ heard: Heard) -> Bool {
        if heard.prefersReading, next.prefersListening ?? false {
            next.prefersListening = nil
            guard heard.wordCount <= TurnBuilder.wishWordsMax else { return false }
            say(.voiceOff)
            return true
        }
        guard heard.prefersListening else { return false }
        let isNew = !(next.prefersListening ?? false)
        next.prefersListening = true
        guard heard.wordCount <= TurnBuilder.wishWordsMax, heard.choices.isEmpty, heard.media.isEmpty else {
            return false
        }
        next.misses = 0
        if isNew, next.wantsVoice { say(.voiceOn) }
        // What was only written is said once more, to be heard.
        if let identity, let contents = facts.file.reveal(to: identity) {
            Proven(identity: identity, contents: contents).sayAgain(&self)
        } else {
            askAgain()
        }
        return true
    }
}

extension Proven {
    /// What stands open, in other words.
    func sayAgain(_ turn: inout TurnBuilder) {
        switch turn.next.stage {
        case .confirming(let terms): readBack(terms, &turn)
        case .offering, .askedAmount: offer(.again, &turn)
        default:
            if let agreement = contents.agreement { return sayAgreement(agreement, &turn) }
            _ = state(&turn)
        }
    }
}
