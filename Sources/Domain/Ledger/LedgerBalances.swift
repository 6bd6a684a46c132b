/// What stands in each account: a sum of postings and nothing else.
package struct LedgerBalances: Hashable, Sendable {
    private struct Key: Hashable {
        let account: LedgerAccount
        let subject: LedgerSubject?
        let payment: PaymentID?
    }

    /// Only what is not zero, so that equal books are equal values.
    private var details: [Key: Money] = [:]

    package init() {}

    package init(_ postings: some Sequence<LedgerPosting>) {
        for posting in postings { apply(posting) }
    }

    mutating func apply(_ posting: LedgerPosting) {
        let key = Key(account: posting.account, subject: posting.subject, payment: posting.payment)
        let sum = (details[key] ?? .zero) + posting.amount
        details[key] = sum == .zero ? nil : sum
    }

    /// The debits less the credits of what matches.
    private func net(where matches: (Key) -> Bool) -> Money {
        details.reduce(.zero) { matches($1.key) ? $0 + $1.value : $0 }
    }

    /// The balance of an account over all subjects, on the side on which it grows.
    package subscript(account: LedgerAccount) -> Money { sided(account, net { $0.account == account }) }

    /// The balance of an account for one debt or agreement.
    package subscript(account: LedgerAccount, subject: LedgerSubject) -> Money {
        sided(account, net { $0.account == account && $0.subject == subject })
    }

    /// The balance of an account that is one payment's.
    package subscript(account: LedgerAccount, payment: PaymentID) -> Money {
        sided(account, net { $0.account == account && $0.payment == payment })
    }

    /// What is owed on a debt or under an agreement.
    package func owed(_ subject: LedgerSubject) -> Money {
        net { $0.subject == subject && ($0.account == .agreement || LedgerAccount.receivable.contains($0.account)) }
    }

    /// All that is owed.
    package var owed: Money {
        net { $0.account == .agreement || LedgerAccount.receivable.contains($0.account) }
    }

    /// How much of an account one payment has settled for a subject.
    func settled(_ account: LedgerAccount, _ subject: LedgerSubject, by payment: PaymentID) -> Money {
        -(details[Key(account: account, subject: subject, payment: payment)] ?? .zero)
    }

    /// The debts and agreements on which a payment's money lies, by their numbers.
    func subjects(of payment: PaymentID) -> [LedgerSubject] {
        Set(details.keys.filter { $0.payment == payment }.compactMap(\.subject)).sorted { $0.order < $1.order }
    }

    /// The postings on an agreement that no payment made: what it demands.
    func demanded(_ agreement: AgreementID) -> Money {
        details[Key(account: .agreement, subject: .agreement(agreement), payment: nil)] ?? .zero
    }

    /// Whether every account of every subject is on its own side: nothing is negative without being a liability.
    package var isSound: Bool {
        var sums: [Key: Money] = [:]
        for (key, amount) in details {
            sums[Key(account: key.account, subject: key.subject, payment: nil), default: .zero] += amount
        }
        return sums.allSatisfy { sided($0.key.account, $0.value) >= .zero }
    }

    /// Debits less credits of everything: zero.
    package var difference: Money { net { _ in true } }

    private func sided(_ account: LedgerAccount, _ net: Money) -> Money { account.side == .debit ? net : -net }
}

extension LedgerSubject {
    /// Debts before agreements, each by number: an order that does not depend on hashing.
    fileprivate var order: (Int, Int64) {
        switch self {
        case .debt(let debt): (0, debt.rawValue)
        case .agreement(let agreement): (1, agreement.rawValue)
        }
    }
}
