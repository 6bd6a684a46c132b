import Domain
import Language
import Negotiation
import Wording

/// Disputes, hardship, and the payment that was made already.
extension Proven {
    func takeDispute(_ heard: Heard, _ turn: inout TurnBuilder) {
        turn.disposition(.dispute)
        let isChecked = turn.next.stage == .resting || turn.next.stage == .askedReceipt
        if turn.next.isUnderReview ?? false, isChecked, heard.disputeKind == nil {
            turn.next.stage = .resting
            return turn.say(.reviewRunning, to: identity)
        }
        if let kind = heard.disputeKind { return openDispute(kind, &turn) }
        turn.command(.disputeOpened(nil))
        turn.next.stage = .askedDisputeKind
        let rows: [(DisputeKind, ButtonLabel)] = [
            (.notMine, .notMine), (.amount, .wrongAmount), (.cancelled, .cancelled), (.fraud, .fraud),
        ]
        let options = rows.map { kind, label in
            MessageOption(
                id: Choice.dispute(kind).id, title: turn.facts.catalogue.label(label, in: turn.next.language))
        }
        turn.say(.disputeAsk, to: identity, .list(button: .seeOptions, rows: options))
    }

    func openDispute(_ kind: DisputeKind?, _ turn: inout TurnBuilder) {
        turn.command(.disputeOpened(kind))
        turn.next.stage = .resting
        turn.next.offersShown = []
        turn.next.isUnderReview = true
        turn.say(.disputeOpened, to: identity)
    }

    /// Any text that is not another matter is the explanation that was asked for.
    func takeDisputeAnswer(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        if let position = heard.details.ordinalChoice, (1...4).contains(position) {
            let kinds: [DisputeKind] = [.notMine, .amount, .cancelled, .fraud]
            openDispute(kinds[position - 1], &turn)
            return true
        }
        switch heard.first {
        case .dispute, .other, .decline, .debtInquiry, .documentRequest, .wrongPerson:
            guard !heard.text.isEmpty else { return false }
            openDispute(heard.disputeKind, &turn)
            return true
        default: return false
        }
    }

    // MARK: Hardship

    func noteHardship(_ heard: Heard, _ turn: inout TurnBuilder) {
        recordHardship(heard, &turn)
        turn.say(.sorry)
    }

    private func recordHardship(_ heard: Heard, _ turn: inout TurnBuilder) {
        let isStrong = turn.next.isInStrongHardship || heard.isStrongHardship || heard.has(.deceased)
        turn.next.isInStrongHardship = isStrong
        turn.command(.hardship(strong: isStrong))
        turn.disposition(.hardship)
    }

    /// The person first, then what could help.
    func takeHardship(_ heard: Heard, _ turn: inout TurnBuilder) {
        let wish = wish(heard, turn)
        if !wish.isEmpty, heard.has(.counterOffer) || heard.has(.installmentRequest) || heard.has(.discountRequest) {
            noteHardship(heard, &turn)
            return respond(to: wish, &turn)
        }
        if heard.has(.promiseToPay), heard.entities.date != nil {
            noteHardship(heard, &turn)
            return takePromise(heard, &turn)
        }
        recordHardship(heard, &turn)
        turn.next.stage = .askedHardshipWish
        turn.say(
            .hardshipAsk, to: identity,
            .buttons([(.smaller, .smallerInstallment), (.later, .payLater), (.pause, .pause)]))
    }

    func takeHardshipAnswer(_ heard: Heard, _ turn: inout TurnBuilder) -> Bool {
        switch heard.details.ordinalChoice {
        case 1: offerSmallest(&turn)
        case 2:
            turn.next.stage = .askedDate
            turn.say(.askDate, to: identity)
        case 3: pause(&turn)
        default:
            if heard.asksForPause {
                pause(&turn)
            } else if heard.first == .installmentRequest, wish(heard, turn).isEmpty {
                offerSmallest(&turn)
            } else if heard.first == .accept {
                offerSmallest(&turn)
            } else if heard.first == .decline {
                pause(&turn)
            } else if [.other, .hardship].contains(heard.first), heard.media.isEmpty, !heard.text.isEmpty {
                // Told more of it: heard once more, with the same ways out.
                recordHardship(heard, &turn)
                turn.say(.sorry, .buttons([(.smaller, .smallerInstallment), (.later, .payLater), (.pause, .pause)]))
            } else {
                return false
            }
        }
        return true
    }

    static let pauseDays = 30

    func pause(_ turn: inout TurnBuilder) {
        let until = turn.today.adding(days: Proven.pauseDays)
        turn.command(.pauseRequested(until: until))
        turn.because(.pause, until.iso)
        turn.next.stage = .resting
        turn.say(.hardshipPaused(until: until), to: identity)
        if turn.next.isInStrongHardship { turn.handOver(.hardship) }
    }

    // MARK: Paid already

    func takePaidClaim(_ heard: Heard, _ turn: inout TurnBuilder) {
        if let receipt = heard.receipt, let finding = heard.finding {
            return takeReceipt(receipt, finding, heard, &turn)
        }
        turn.command(.paidClaimed(receipt: heard.receipt))
        turn.disposition(.paymentClaimed)
        turn.next.isUnderReview = true
        if heard.receipt != nil {
            turn.because(.media, "receipt")
            turn.next.receiptAsked = true
            turn.next.stage = turn.next.openCharge == nil ? .resting : .awaitingPayment
            return turn.say(.receiptReceived, to: identity)
        }
        if turn.next.receiptAsked {
            turn.next.stage = .resting
            return turn.say(.paidNoted, to: identity)
        }
        turn.next.receiptAsked = true
        turn.next.stage = .askedReceipt
        turn.say(turn.next.openCharge == nil ? .receiptAsk : .statusNone, to: identity)
    }

    func takeStatus(_ heard: Heard, _ turn: inout TurnBuilder) {
        if heard.has(.alreadyPaid) || heard.receipt != nil {
            turn.command(.paidClaimed(receipt: heard.receipt))
            turn.disposition(.paymentClaimed)
        }
        if let payment = contents.lastPayment {
            return turn.say(.statusReceived(amount: payment.amount, day: payment.paidOn), to: identity)
        }
        if let charge = turn.next.openCharge {
            return turn.say(.statusWaiting(amount: charge.amount, due: charge.due), to: identity)
        }
        if let payment = contents.agreement?.nextPayment {
            return turn.say(.statusWaiting(amount: payment.amount, due: payment.due), to: identity)
        }
        guard !turn.next.receiptAsked else {
            turn.next.stage = .resting
            return turn.say(.reviewRunning, to: identity)
        }
        turn.next.stage = .askedReceipt
        turn.next.receiptAsked = true
        turn.say(.statusNone, to: identity)
    }
}

extension TurnBuilder {
    /// Only an amount, or a day, after a payment was claimed and nothing was asked since.
    fileprivate func isDetailOfPayment(_ heard: Heard) -> Bool {
        heard.choices.isEmpty && heard.wordCount <= TurnBuilder.paymentDetailWordsMax && !heard.isQuestion
            && heard.details.found.installments == nil && !heard.details.amountIsPerInstallment
            && (heard.details.found.amount != nil || heard.details.found.date != nil)
    }

    /// Whether a claimed payment is told more of.
    func tellsOfPayment(_ heard: Heard) -> Bool {
        guard next.receiptAsked, next.isUnderReview ?? false, next.stage == .askedReceipt || next.stage == .resting,
            [.counterOffer, .promiseToPay, .other].contains(heard.first)
        else { return false }
        return isDetailOfPayment(heard)
    }

    private static let paymentDetailWordsMax = 5
}
