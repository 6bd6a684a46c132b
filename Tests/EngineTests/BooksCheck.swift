import Domain
import Foundation
import Store
import Testing

/// What must hold of the books of a whole store, said without the books' own arithmetic.
enum Books {
    static func check(_ database: Database, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let postings = try database.read { try $0.select(PostingRow.self, "ORDER BY id") }
        for (entry, own) in Dictionary(grouping: postings, by: \.entry) {
            #expect(own.map(\.amount).sum() == .zero, "entry \(entry)", sourceLocation: sourceLocation)
        }
        for (debtor, own) in Dictionary(grouping: postings, by: \.debtor) {
            let balances = LedgerBalances(own.map(\.posting))
            #expect(balances.isSound, "books of \(debtor as Any)", sourceLocation: sourceLocation)
        }
        try cash(postings, database, sourceLocation)
        try standing(postings, database, sourceLocation)
    }

    /// The bank's money is what the payments brought less what was refunded, each in its own postings.
    private static func cash(
        _ postings: [PostingRow], _ database: Database, _ location: SourceLocation
    ) throws {
        let payments = try database.read { try $0.select(PaymentRow.self, "ORDER BY id") }
        let confirmed = try database.read {
            try $0.select(LedgerEntryRow.self, "WHERE kind = 'refund_confirmed' ORDER BY id")
        }
        for payment in payments where payment.creditor != nil {
            var expected = payment.amount
            for row in confirmed where row.payment == payment.id {
                if case .refundConfirmed(_, let amount) = row.event { expected -= amount }
            }
            let cash = postings.filter { $0.payment == payment.id && $0.account == .cash }.map(\.amount).sum()
            #expect(cash == expected, "\(payment.reference)", sourceLocation: location)
            let open = postings.filter {
                $0.payment == payment.id && ($0.account == .overpayment || $0.account == .unmatched)
            }.map(\.amount).sum()
            // Money without a place has been shown to a person.
            if open != .zero { #expect(payment.review != nil, "\(payment.reference)", sourceLocation: location) }
        }
    }

    /// A debt's status follows from its postings, a case's from its debts.
    private static func standing(
        _ postings: [PostingRow], _ database: Database, _ location: SourceLocation
    ) throws {
        let receivable = Set(LedgerAccount.receivable)
        let byDebt = Dictionary(grouping: postings.filter { receivable.contains($0.account) }, by: \.debt)
        for debt in try database.read({ try $0.select(DebtRow.self, "ORDER BY id") }) {
            guard debt.isInBooks else {
                #expect(debt.status == "open" && byDebt[debt.id] == nil, "\(debt)", sourceLocation: location)
                continue
            }
            let owed = (byDebt[debt.id] ?? []).map(\.amount).sum()
            #expect((owed > .zero) == (debt.status == "open"), "\(debt) owes \(owed)", sourceLocation: location)
        }
    }
}
