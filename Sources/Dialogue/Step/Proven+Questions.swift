import Domain
import Language
import Negotiation
import Wording

/// What is asked or weighed in the middle of something else: answered first, and nothing is lost by it.
extension Proven {
    /// Gives a message that the reader is unsure of the meaning that its exact words have where the conversation stands.
    func sharpen(_ heard: inout Heard, _ stage: Stage) {
        if heard.asksBestPrice, [.other, .debtInquiry, .discountRequest].contains(heard.first) {
            heard.intents = [.discountRequest]
        }
        if heard.isPlainConsent, [.paymentStatus, .documentRequest, .paymentRequest].contains(heard.first),
            stage.isBoundOrBinding
        {
            heard.intents = [.accept]
        }
        if heard.first == .callbackLater, stage.weighsOffers, heard.details.found.date != nil,
            heard.details.found.timeOfDay == nil, !heard.asksToBeCalled
        {
            // "só posso dia 15", said to an offer.
            heard.intents = [.promiseToPay]
        }
        if stage.weighsOffers, heard.details.found.amount == nil, let count = heard.countAfterIn,
            [.other, .accept, .decline, .counterOffer].contains(heard.first)
        {
            heard.details.found.installments = heard.details.found.installments ?? count
            heard.entities.installments = heard.entities.installments ?? count
            if heard.first != .accept { heard.intents = [.installmentRequest] }
        }
        if heard.first == .decline, stage.weighsOffers, heard.namesAlternative {
            if heard.wantsSmallest || heard.details.found.installments ?? 0 > 1 {
                heard.intents = [.installmentRequest]
            } else if heard.details.found.amount != nil {
                heard.intents = [.counterOffer]
            } else if heard.wantsCash {
                heard.intents = [.paymentRequest]
            } else if heard.details.found.date != nil {
                heard.intents = [.promiseToPay]
            }
        }
        guard heard.first == .other else { return }
        switch stage {
        case .offering, .confirming, .askedAmount, .resting, .awaitingPayment, .proposedDate, .askedHardshipWish: break
        default: return
        }
        if heard.wantsSmallest || heard.details.found.installments ?? 0 > 1 {
            heard.intents = [.installmentRequest]
        } else if heard.wantsCash {
            heard.intents = [.paymentRequest]
        } else if heard.isPlainConsent {
            heard.intents = [.accept]
        } else if heard.details.found.amount != nil, stage.weighsOffers {
            heard.intents = [.counterOffer]
        } else if heard.details.found.date != nil, heard.details.found.timeOfDay == nil, stage.weighsOffers,
            heard.details.dateDoubt != .past, !heard.isQuestion || heard.asksForTime
        {
            // "me dá até dia 5?"
            heard.intents = [.promiseToPay]
        } else if let wish = heard.likelyWish, stage.weighsOffers {
            heard.intents = [wish]
        }
    }

    /// Whether it was a question or a doubt, which is answered without a step forward.
    func answersQuestion(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        if turn.answersFromOwnTexts(heard, to: identity) { return true }
        let isQuiet: Set<Intent> = [.other, .thanks, .decline, .callbackLater, .greeting, .accept, .debtInquiry]
        if heard.thinksItOver, isQuiet.contains(heard.first) {
            turn.disposition(.negotiating)
            turn.say(.thinkItOver)
            return true
        }
        if turn.next.isUnderReview ?? false, heard.takesBackDispute, isQuiet.contains(heard.first) {
            turn.next.isUnderReview = nil
            turn.next.stage = .resting
            turn.say(.disputeWithdrawn, to: identity, .buttons([(.options, .seeOptions), (.person, .talkToPerson)]))
            return true
        }
        if turn.next.openCharge != nil, heard.asksForCodeAgain {
            payNow(heard, &turn)
            return true
        }
        if heard.first == .other, heard.isMurmur, turn.next.stage == .offering {
            offer(.again, &turn)
            return true
        }
        if heard.takesBackDispute, turn.next.stage == .offering || turn.next.stage == .resting,
            [.other, .accept].contains(heard.first), !heard.isPlainConsent, contents.agreement == nil,
            turn.next.agreed == nil
        {
            offer(.again, &turn)
            return true
        }
        if turn.next.isUnderReview ?? false, heard.media.isEmpty, !heard.text.isEmpty, !heard.isQuestion,
            heard.first == .other || heard.first == .callbackLater, turn.next.stage == .resting
        {
            turn.say(.reviewRunning, to: identity)
            return true
        }
        if heard.asksAboutCharges, [.other, .debtInquiry, .discountRequest].contains(heard.first),
            let debt = contents.debts.first(where: { $0.balance.total > .zero })
        {
            turn.say(
                .chargesExplained(DebtText(debt)), to: identity,
                .buttons([(.options, .seeOptions), (.person, .talkToPerson)]))
            return true
        }
        return false
    }

    /// What is owed: line by line the first time on a day, in a sentence after that.
    func explain(_ heard: Heard, _ turn: inout TurnBuilder) {
        let open = contents.debts.filter { $0.balance.total > .zero }
        guard turn.next.statedOn == turn.today, open.count == 1, let debt = open.first,
            !contents.negotiation.negotiable.isEmpty
        else {
            if state(&turn) { offer(.again, &turn) }
            return
        }
        turn.say(
            .balance(DebtText(debt), total: debt.balance.total), to: identity,
            .buttons([(.options, .seeOptions), (.person, .talkToPerson)]))
    }
}

extension TurnBuilder {
    /// Says the creditor's own answer where there is one for what was asked.
    mutating func answersFromOwnTexts(_ heard: Heard, to identity: ProvenIdentity?) -> Bool {
        guard heard.isQuestion,
            let entry = facts.answers.answer(to: heard.text, first: heard.first, isProven: identity != nil)
        else { return false }
        because(.ownAnswer, entry.id)
        command(.questionAnswered(id: entry.id))
        next.misses = 0
        switch (entry.when, wasSaidLately(entry.answer), identity) {
        case (.always, false, _): sayOwn(entry.answer)
        case (.always, true, _): say(.ownAnswerAgain(entry.answer))
        case (.afterProof, false, let identity?): sayOwn(entry.answer, to: identity)
        case (.afterProof, true, let identity?): say(.ownAnswerAgain(entry.answer), to: identity)
        case (.afterProof, _, nil): return false
        }
        return true
    }

    /// What nobody wrote an answer for goes to a person, and into the operator's list. Nothing is invented.
    mutating func passQuestion(_ heard: Heard) {
        because(.notUnderstood, "question")
        command(.questionUnknown(text: heard.text, message: heard.lastMessage))
        say(.questionNoted(serviceTime))
        handOver(.question)
    }
}

extension Stage {
    /// Whether "confirmado" is a word about an agreement.
    var isBoundOrBinding: Bool {
        switch self {
        case .confirming, .awaitingCharge, .awaitingPayment: true
        default: false
        }
    }

    /// Whether a bare amount is a word in a negotiation.
    var weighsOffers: Bool {
        switch self {
        case .offering, .confirming, .askedAmount: true
        default: false
        }
    }
}
