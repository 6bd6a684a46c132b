package import Domain

/// What was found on a picture or document that a person sent. A claim about a payment, never one.
package enum ReceiptFinding: Hashable, Codable, Sendable {
    /// Amount, payee and day fit something that is expected, or a part of it.
    case fits
    /// The bank has reported this very payment, and it is booked for this person.
    case confirmed(amount: Money, day: CalendarDay)
    /// A payment, but not one that is expected: a colleague compares.
    case differs
    /// Paid to somebody else, by name, document or key.
    case otherPayee
    /// Ordered for a later day, or under way: not paid yet.
    case scheduled
    /// Refused, cancelled or given back.
    case notDone
    /// A code or a slip to be paid.
    case unpaidOrder
    /// Something of a payment, of which too little can be read.
    case unreadable
    /// Nothing of a payment.
    case noReceipt

    /// Whether somebody says by it that money was paid, which is to be verified at the bank.
    package var claimsPayment: Bool {
        switch self {
        case .fits, .differs, .otherPayee, .scheduled: true
        case .confirmed, .notDone, .unpaidOrder, .unreadable, .noReceipt: false
        }
    }

    /// For histories; stable.
    package var name: String {
        switch self {
        case .fits: "fits"
        case .confirmed: "confirmed"
        case .differs: "differs"
        case .otherPayee: "other_payee"
        case .scheduled: "scheduled"
        case .notDone: "not_done"
        case .unpaidOrder: "unpaid_order"
        case .unreadable: "unreadable"
        case .noReceipt: "no_receipt"
        }
    }
}
