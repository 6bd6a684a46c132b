import Domain
import Language
import Negotiation
import Wording

/// A receipt that has been read: what it shows decides what is said of it. Whatever it shows, the bank's word alone
/// counts, and the person is told so.
extension Proven {
    func takeReceipt(_ receipt: MessageID, _ finding: ReceiptFinding, _ heard: Heard, _ turn: inout TurnBuilder) {
        turn.because(.media, "receipt \(finding.name)")
        if finding.claimsPayment || heard.has(.alreadyPaid) && !finding.isSettledTalk { claim(receipt, &turn) }
        switch finding {
        case .confirmed(let amount, let day):
            turn.next.stage = .resting
            turn.say(.statusReceived(amount: amount, day: day), to: identity)
        case .fits: turn.say(.receiptFits, to: identity)
        case .differs, .noReceipt: turn.say(.receiptDiffers, to: identity)
        case .otherPayee: turn.say(.receiptOtherPayee, to: identity)
        case .scheduled: turn.say(.receiptScheduled, to: identity)
        case .notDone:
            turn.next.stage = .resting
            turn.say(.receiptNotDone, to: identity, .buttons([(.sendPix, .sendPix), (.person, .talkToPerson)]))
        case .unpaidOrder:
            turn.next.stage = .askedReceipt
            turn.say(.receiptUnpaidOrder, to: identity)
        case .unreadable: askForBetterPicture(receipt, &turn)
        }
    }

    private func claim(_ receipt: MessageID, _ turn: inout TurnBuilder) {
        turn.command(.paidClaimed(receipt: receipt))
        turn.disposition(.paymentClaimed)
        turn.next.isUnderReview = true
        turn.next.receiptAsked = true
        turn.next.stage = turn.next.openCharge == nil ? .resting : .awaitingPayment
    }

    /// Once, kindly; a second picture that cannot be read is a person's to look at.
    private func askForBetterPicture(_ receipt: MessageID, _ turn: inout TurnBuilder) {
        guard turn.next.betterPictureAsked ?? false else {
            turn.next.betterPictureAsked = true
            turn.next.receiptAsked = true
            turn.next.stage = .askedReceipt
            return turn.say(.receiptUnclear, to: identity)
        }
        turn.next.betterPictureAsked = nil
        claim(receipt, &turn)
        turn.say(.receiptByHand(turn.serviceTime), to: identity)
        turn.handOver(.receipt)
    }
}

extension ReceiptFinding {
    /// Nothing is left to verify, or nothing was paid: the words beside it do not make it a claim.
    fileprivate var isSettledTalk: Bool {
        switch self {
        case .confirmed, .notDone, .unpaidOrder, .unreadable: true
        case .fits, .differs, .otherPayee, .scheduled, .noReceipt: false
        }
    }
}
