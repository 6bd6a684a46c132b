package import Domain
package import Language
package import Negotiation

/// What a conversation asks the engine to do. Saying something is not a command; replies are.
package enum Command: Hashable, Codable, Sendable {
    /// The person proved to be the debtor.
    case identityProved(IdentityEvidence)
    /// A try failed; `remaining` more before a person takes over.
    case identityFailed(remaining: Int)
    /// These offers were shown, in this order.
    case offersMade([OfferTerms])
    /// The debtor confirmed what was read back. `evidence` is the message that said so.
    case agreementAccepted(OfferTerms, evidence: MessageID?)
    /// The debtor no longer wants the agreement in force.
    case agreementCancelled
    /// A charge is wanted; it comes back as `ConversationInput.chargeReady`. `paymentNumber` as in `ScheduledPayment`.
    case chargeRequested(amount: Money, due: CalendarDay, paymentNumber: Int?)
    /// A promise to pay; no amount means whatever is owed that day. It replaces an earlier one.
    case promiseMade(due: CalendarDay, amount: Money?, evidence: MessageID?)
    /// No more messages on this channel, from now on (S1).
    case optOut(Channel)
    /// The person asked to hear from us again.
    case optIn(Channel)
    /// This contact point is not the debtor's (S2).
    case wrongPerson
    /// Somebody else answered; the contact point may still be the debtor's.
    case thirdParty
    case deceased
    /// Nil until the person said what is wrong (S4).
    case disputeOpened(DisputeKind?)
    /// The person says that it is paid (S5); `receipt` is the message that brought a picture or a document.
    case paidClaimed(receipt: MessageID?)
    /// Strong means that dunning stops for the time the policy says (S8).
    case hardship(strong: Bool)
    /// Dunning pauses until this day because the person asked for time.
    case pauseRequested(until: CalendarDay)
    /// Risk to life (S9): page a person at once, stop everything.
    case crisis
    case handOver(HandOver)
    /// No dunning until this day; the person does not want to pay.
    case refused(until: CalendarDay)
    case callbackScheduled(day: CalendarDay?, time: TimeOfDay?)
    case contactUpdated(phones: [String], emails: [String], text: String)
    case privacyRequest
    case legalThreat
    case scamSuspicion
    case documentRequested
    case abuse(count: Int)
    /// One of the creditor's own answers was said.
    case questionAnswered(id: String)
    /// A question that none of the creditor's answers fits, for the operator's list.
    case questionUnknown(text: String, message: MessageID?)
    case survey(score: Int)
    /// A new result of this contact, in the office's own words.
    case disposition(Disposition)
}

/// What a debtor says is wrong about a debt.
package enum DisputeKind: String, Codable, Hashable, Sendable, CaseIterable {
    case notMine, amount, cancelled, fraud
}

/// A conversation given to a person.
package struct HandOver: Hashable, Codable, Sendable {
    package let reason: HandOverReason
    /// In the team's language, short: what the person wants, what was offered, what was agreed.
    package let summary: String
    package let suggestedReply: String?

    package init(reason: HandOverReason, summary: String, suggestedReply: String?) {
        self.reason = reason
        self.summary = summary
        self.suggestedReply = suggestedReply
    }
}

package enum HandOverReason: String, Codable, Hashable, Sendable, CaseIterable {
    case asked, identity, crisis, deceased, legal, privacy, hardship, abuse, notUnderstood, dispute, noOffer, document
    case wrongPersonReturned, paymentMethod, chargeFailed, timeBarred, thirdParty, question, receipt
}

/// The result of a contact as collection offices tabulate it (*tabulação*).
package enum Disposition: String, Codable, Hashable, Sendable, CaseIterable {
    /// The right person confirmed (*CPC*).
    case rightParty
    case wrongParty, thirdParty, deceased, identityFailed
    case promise, agreement, paymentClaimed, paid
    case dispute, hardship, refusal, callback, optOut, humanRequested, legal, privacy, scamDoubt, abuse, crisis
    case negotiating, noInterest
}
