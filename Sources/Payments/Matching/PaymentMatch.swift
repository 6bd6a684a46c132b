package import Domain

/// A charge that waits for money: an installment's or a settlement's, with the txid it was asked for under.
package struct OpenCharge: Hashable, Sendable {
    package let id: ChargeID
    package let txid: PixTxid
    /// What is still to come: the amount asked for, less what was already received for it. Zero once it is paid.
    package let expected: Money

    package init(id: ChargeID, txid: PixTxid, expected: Money) {
        self.id = id
        self.txid = txid
        self.expected = expected
    }
}

/// Which charge a payment belongs to, and how the amounts compare.
///
/// Only the txid decides whose payment it is. Neither the amount nor the payer may: two people owe the same amount, and
/// another person often pays. What this cannot tell goes to a person.
package enum PaymentMatch: Hashable, Sendable {
    case exact(ChargeID)
    /// Less than expected; `missing` is still open.
    case partial(ChargeID, missing: Money)
    /// More than expected; `excess` is the payer's.
    case over(ChargeID, excess: Money)
    /// The charge was already paid in full: all of it is the payer's.
    case alreadyPaid(ChargeID, excess: Money)
    /// The txid is none of ours.
    case unknown(PixTxid)
    /// Paid without a reference, such as straight to the key.
    case unidentified
    /// Several open charges carry the txid.
    case ambiguous([ChargeID])

    /// The charge that the money is for, where that is certain.
    package var charge: ChargeID? {
        switch self {
        case .exact(let id), .partial(let id, _), .over(let id, _), .alreadyPaid(let id, _): id
        case .unknown, .unidentified, .ambiguous: nil
        }
    }

    /// Matches one payment. The order of the charges does not matter.
    package static func of(_ payment: PixReceived, among charges: some Sequence<OpenCharge>) -> PaymentMatch {
        guard let txid = payment.txid else { return .unidentified }
        let candidates = charges.filter { $0.txid == txid }
        guard let charge = candidates.first else { return .unknown(txid) }
        guard candidates.count == 1 else { return .ambiguous(candidates.map(\.id).sorted()) }
        guard charge.expected > .zero else { return .alreadyPaid(charge.id, excess: payment.amount) }
        if payment.amount == charge.expected { return .exact(charge.id) }
        return payment.amount < charge.expected
            ? .partial(charge.id, missing: charge.expected - payment.amount)
            : .over(charge.id, excess: payment.amount - charge.expected)
    }
}
