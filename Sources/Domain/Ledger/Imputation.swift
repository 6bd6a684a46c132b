/// In which order a payment that is not enough settles the parts of a debt (*imputação do pagamento*).
package struct Imputation: Hashable, Codable, Sendable {
    package let order: [LedgerAccount]

    /// Nil unless every part of a debt is named, once.
    package init?(order: [LedgerAccount]) {
        guard order.count == LedgerAccount.receivable.count, Set(order) == Set(LedgerAccount.receivable) else {
            return nil
        }
        self.order = order
    }

    private init(parts: [LedgerAccount]) { order = parts }

    /// Interest due before capital (CC art. 354). The fine is owed beside the interest; the correction is the capital in
    /// today's money, so it comes with the principal.
    package static let legal = Imputation(parts: [.interest, .fine, .correction, .principal])

    /// The capital first, where a contract says so, which is better for the debtor: what is left bears no interest.
    package static let principalFirst = Imputation(parts: [.principal, .correction, .fine, .interest])

    /// How an amount falls on the parts; what is left over is not in the result.
    func split(_ amount: Money, over parts: (LedgerAccount) -> Money) -> [(account: LedgerAccount, amount: Money)] {
        var rest = amount
        var result: [(account: LedgerAccount, amount: Money)] = []
        for account in order where rest > .zero {
            let part = min(rest, parts(account))
            if part > .zero { result.append((account, part)) }
            rest -= part
        }
        return result
    }
}
