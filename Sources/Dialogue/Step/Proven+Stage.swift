import Domain
import Language
import Negotiation
import Wording

/// Answers that only the last question gives a meaning to, and taps.
extension Proven {
    /// Whether the message answered what was asked last.
    func answersStage(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        switch turn.next.stage {
        case .askedSurvey: return takeScore(heard, &turn)
        case .askedDisputeKind: return takeDisputeAnswer(heard, &turn)
        case .askedReceipt where heard.first == .decline || heard.first == .promiseToPay && heard.entities.date == nil:
            turn.next.stage = .resting
            turn.say(.paidNoted, to: identity)
            return true
        case .askedReceipt where heard.first == .other && heard.media.isEmpty && !heard.text.isEmpty:
            turn.next.stage = .resting
            turn.say(.paidNoted, to: identity)
            return true
        case .askedDate
        where heard.first == .other && heard.media.isEmpty && heard.details.dateDoubt == nil
            && heard.details.found.date == nil && heard.entities.dayOfMonth == nil:
            turn.next.stage = .resting
            turn.next.askedForDate = false
            turn.say(.vagueLetGo, to: identity)
            return true
        case .askedHardshipWish: return takeHardshipAnswer(heard, &turn)
        case .askedCallback where turn.answersCallback(heard):
            turn.postpone(heard)
            return true
        case .proposedDate where heard.first == .accept && heard.details.found.date != nil:
            takePromise(heard, &turn)
            return true
        case .proposedDate(let day, let amount) where heard.first == .accept:
            promise(day, amount, heard, &turn)
            return true
        case .proposedDate where heard.first == .decline:
            turn.next.stage = .askedDate
            turn.say(.askDate, to: identity)
            return true
        case .askedDate where heard.details.found.date != nil || heard.details.dateDoubt != nil:
            guard [.promiseToPay, .counterOffer, .other, .accept].contains(heard.first) else { return false }
            takePromise(heard, &turn)
            return true
        case .confirmingCancellation: return takeCancellationAnswer(heard, &turn)
        case .offering: return takeOrdinal(heard, &turn)
        case .confirming where turn.next.offersShown.count > 1: return takeOrdinal(heard, &turn)
        case .askedAmount where heard.first == .other && heard.details.found.amount != nil:
            takeWish(heard, &turn)
            return true
        default: return false
        }
    }

    /// "a segunda", "2": one of the options shown, or what stands behind them.
    private func takeOrdinal(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        guard let position = heard.details.ordinalChoice, position >= 1,
            [.accept, .other, .installmentRequest, .counterOffer, .callbackLater].contains(heard.first)
        else { return false }
        let shown = turn.next.offersShown
        if position <= shown.count, !heard.plain.contains(" em \(position) ") {
            readBack(shown[position - 1], &turn)
        } else if (2...60).contains(position), offersPlans(turn) {
            // "em 3", or a number that no option has: so many installments.
            respond(to: Wish(installments: position), &turn)
        } else {
            return false
        }
        return true
    }

    private func takeScore(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        let given = heard.details.ordinalChoice ?? heard.details.digitGroups.lazy.compactMap { Int($0) }.first
        guard let score = given, (1...5).contains(score), heard.wordCount <= 8 else {
            turn.next.stage = .resting
            return false
        }
        survey(score, &turn)
        return true
    }

    private func survey(_ score: Int, _ turn: inout TurnBuilder) {
        turn.next.stage = .resting
        turn.command(.survey(score: score))
        turn.say(score <= 2 ? .surveyLow : .surveyThanks, to: identity)
    }

    private func takeCancellationAnswer(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        switch heard.first {
        case .accept: cancel(&turn)
        case .decline:
            turn.next.stage = .awaitingPayment
            turn.say(.agreementKept, to: identity)
        default: return false
        }
        return true
    }

    private func cancel(_ turn: inout TurnBuilder) {
        turn.command(.agreementCancelled)
        turn.next.agreed = nil
        turn.next.openCharge = nil
        turn.next.stage = .resting
        turn.say(.agreementCancelled, to: identity, .buttons([(.options, .seeOptions), (.person, .talkToPerson)]))
    }

    func take(_ choice: Choice, _ heard: Heard, _ turn: inout TurnBuilder) {
        turn.next.misses = 0
        switch choice {
        case .offer(let index, let cents):
            let shown = turn.next.offersShown
            guard shown.indices.contains(index), shown[index].total.cents == cents else {
                turn.because(.staleChoice, choice.id)
                return offer(.stale, &turn)
            }
            readBack(shown[index], &turn)
        case .confirm: takeConfirmation(heard, &turn)
        case .refuse, .otherProposal: askAmount(&turn)
        case .options:
            turn.next.isUnderReview = nil
            offer(.again, &turn)
        case .person: turn.callPerson()
        case .changeDate, .later:
            turn.next.stage = .askedDate
            turn.next.askedForDate = true
            turn.say(.askDate, to: identity)
        case .sendPix: payNow(heard, &turn)
        case .alreadyPaid: takePaidClaim(heard, &turn)
        case .dispute(let kind): openDispute(kind, &turn)
        case .smaller: offerSmallest(&turn)
        case .pause: pause(&turn)
        case .keepAgreement:
            turn.next.stage = .awaitingPayment
            turn.say(.agreementKept, to: identity)
        case .cancelAgreement: cancel(&turn)
        case .day(let day): chooseDay(day, heard, &turn)
        case .score(let score): survey(score, &turn)
        case .cannotTalk: turn.postpone(heard)
        case .isMe: greetAgain(&turn)
        case .isNotMe, .stopMessages: turn.because(.staleChoice, choice.id)
        }
    }

    private func greetAgain(_ turn: inout TurnBuilder) {
        if turn.next.offersShown.isEmpty { offer(.first, &turn) } else { offer(.again, &turn) }
    }
}
