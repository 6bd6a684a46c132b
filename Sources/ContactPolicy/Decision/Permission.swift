package import Domain

/// The right to make one contact, until an instant.
///
/// Only the gate makes one, and only when every rule allows: the initialiser is this module's, and there is no
/// decoding. The outbox demands it; whoever sends compares `validUntil` with the clock just before (rule H4).
package struct Permission: Hashable, Sendable {
    /// `ContactRequest.key`.
    package let requestKey: String
    package let creditor: CreditorID
    package let debtor: DebtorID
    package let contactPoint: ContactPointID
    package let channel: Channel
    package let purpose: ContactPurpose
    /// False: the text must stay neutral.
    package let mayDisclose: Bool
    /// False: only an approved template.
    package let mayBeFreeForm: Bool
    package let decidedAt: Timestamp
    /// The first instant at which it is no longer valid.
    package let validUntil: Timestamp

    init(_ request: ContactRequest, validUntil: Timestamp) {
        requestKey = request.key
        creditor = request.creditor
        debtor = request.debtor
        contactPoint = request.contactPoint
        channel = request.channel
        purpose = request.purpose
        mayDisclose = request.discloses
        mayBeFreeForm = request.isFreeForm || request.channel != .whatsapp
        decidedAt = request.at
        self.validUntil = validUntil
    }

    package func isValid(at now: Timestamp) -> Bool { now >= decidedAt && now < validUntil }
}
