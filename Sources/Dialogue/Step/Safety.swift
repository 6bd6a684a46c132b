import Domain
import Language
import Negotiation
import Wording

/// Reactions that come before everything else, in whatever state the conversation is.
extension TurnBuilder {
    /// Whether one of them answered.
    mutating func takeSafety(_ heard: Heard) -> Bool {
        if heard.has(.crisis) {
            takeCrisis()
        } else if heard.has(.deceased) && identity == nil {
            takeDeceased()
        } else if heard.choices.contains(.stopMessages) {
            takeOptOut()
        } else if heard.has(.wrongPerson) || heard.choices.contains(.isNotMe) {
            return takeWrongPerson(heard)
        } else if heard.has(.thirdPartyPayer) && identity == nil {
            takeThirdParty()
        } else if heard.has(.optOut), !cancelsAgreement(heard) {
            takeOptOut()
        } else if heard.has(.legalThreat) {
            takeLegalThreat()
        } else if heard.has(.privacyRequest) {
            takePrivacyRequest()
        } else {
            return false
        }
        because(.intent, heard.first.rawValue)
        return true
    }

    /// "quero cancelar", said while an agreement runs: it is asked whether that is meant.
    func cancelsAgreement(_ heard: Heard) -> Bool {
        guard let identity, heard.speaksOfCancelling else { return false }
        return next.agreed != nil || facts.file.reveal(to: identity)?.agreement != nil
    }

    /// Replies to a person at risk are never rationed to nothing, but a loop of two machines is.
    static let crisisRepliesMax = 5

    mutating func takeCrisis() {
        let again = next.crisisReplies > 0
        let isPersons = next.keeper == .person
        command(.crisis)
        if !again {
            disposition(.crisis)
            handOver(.crisis)
        }
        // Another reason to be silent outlasts the crisis.
        if case .stopped = next.stage {} else { next.stage = .stopped(.crisis) }
        next.keeper = isPersons ? .person : .queue
        next.crisisReplies += 1
        guard next.crisisReplies <= TurnBuilder.crisisRepliesMax, !isPersons else { return because(.personOwns) }
        say(again ? .crisisCareAgain : .crisisCare)
    }

    private mutating func takeDeceased() {
        command(.deceased)
        disposition(.deceased)
        say(.deceased(creditor: creditorText))
        handOver(.deceased)
        next.stage = .stopped(.deceased)
    }

    /// Somebody unproven is believed at once; who has proved to be the debtor disputes something else.
    private mutating func takeWrongPerson(_ heard: Heard) -> Bool {
        if identity != nil {
            guard heard.choices.contains(.isNotMe) || heard.first == .wrongPerson else { return false }
            if heard.has(.dispute) || heard.disputeKind != nil { return false }
        }
        command(.wrongPerson)
        disposition(.wrongParty)
        next.stage = .stopped(.wrongPerson)
        next.evidence = nil
        next.held = nil
        next.offersShown = []
        say(.wrongPerson)
        because(.intent, Intent.wrongPerson.rawValue)
        return true
    }

    private mutating func takeThirdParty() {
        if !next.someoneElseAnswered {
            command(.thirdParty)
            disposition(.thirdParty)
        }
        next.someoneElseAnswered = true
        next.confirmedName = false
        next.held = nil
        next.stage = .askedName
        say(.thirdParty(name: name))
    }

    mutating func takeOptOut() {
        command(.optOut(facts.channel))
        disposition(.optOut)
        say(.optOutConfirmed)
        next.stage = .stopped(.optedOut)
    }

    private mutating func takeLegalThreat() {
        command(.legalThreat)
        disposition(.legal)
        // Said once; a person has it from then on.
        if next.keeper == .queue { return takeQueued() }
        say(.legalThreat(complaints: facts.creditor.complaintsChannel))
        handOver(.legal)
    }

    private mutating func takePrivacyRequest() {
        command(.privacyRequest)
        disposition(.privacy)
        say(.privacyOpened(creditor: facts.creditor.tradeName))
    }

    /// Gives the conversation to a person, with what they need to go on.
    mutating func handOver(_ reason: HandOverReason) {
        let isProven = identity != nil
        let note = TeamNote(
            reason: TeamNote.Reason(reason), isProven: isProven, offers: next.offersShown.map(OfferText.init),
            agreed: next.agreed.map(OfferText.init), promise: next.promise?.due, today: today)
        command(.handOver(HandOver(reason: reason, summary: note.summary, suggestedReply: note.suggestedReply)))
        next.keeper = .queue
        next.waitNoticeGiven = false
    }

    mutating func callPerson() {
        disposition(.humanRequested)
        say(.humanQueued(serviceTime))
        handOver(.asked)
    }

    /// Not understood once more: a short question, then a person.
    mutating func miss(_ question: NeutralPhrase) {
        next.misses += 1
        because(.notUnderstood, String(next.misses))
        if next.misses >= TurnBuilder.missesMax {
            say(.personNeeded(serviceTime))
            handOver(.notUnderstood)
        } else {
            say(question)
        }
    }

    static let missesMax = 2
}

extension TeamNote.Reason {
    init(_ reason: HandOverReason) { self = TeamNote.Reason(rawValue: reason.rawValue) ?? .asked }
}
