/// The accounts of a creditor's books on one debtor.
package enum LedgerAccount: String, CaseIterable, Codable, Sendable {
    // What the debtor owes, by part.
    case principal, fine, interest, correction
    /// What is owed under a running agreement, its interest and late charges included.
    case agreement
    /// Money in the creditor's bank account.
    case cash
    /// Money that the bank has blocked or taken back while it looks into a reclaim (MED, chargeback).
    case contested

    /// Money received beyond what was owed: it belongs to whoever paid it.
    case overpayment
    /// Money received that nobody could assign yet.
    case unmatched
    /// Refunds that the bank has been asked for and has not confirmed.
    case refunds

    /// Counterpart of the debts as the creditor placed and corrected them.
    case placed
    /// Fine, interest and correction that became due, and the interest of plans.
    case chargesEarned
    case discountGranted
    case writtenOff

    /// On which side the account grows; its balance is never on the other side.
    package enum Side: Hashable, Sendable { case debit, credit }

    package var side: Side {
        switch self {
        case .principal, .fine, .interest, .correction, .agreement, .cash, .contested, .discountGranted, .writtenOff:
            .debit
        case .overpayment, .unmatched, .refunds, .placed, .chargesEarned: .credit
        }
    }

    /// The accounts that together make what is owed on one debt.
    package static let receivable: [LedgerAccount] = [.principal, .fine, .interest, .correction]
}
