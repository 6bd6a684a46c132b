/// Money that comes, goes back, or is fought over.
extension LedgerDraft {
    mutating func pay(_ payment: PaymentID, _ amount: Money, _ target: PaymentTarget) throws(LedgerError) {
        try positive(amount)
        if ledger.payments.contains(payment) { throw .paidTwice(payment) }
        try check(target)
        post(.cash, by: payment, amount)
        place(payment, amount, target)
    }

    /// Moves what is not settled yet: from the unmatched, else from the overpaid.
    mutating func assign(_ payment: PaymentID, _ target: PaymentTarget) throws(LedgerError) {
        try known(payment)
        try check(target)
        let unmatched = balances[.unmatched, payment]
        let overpaid = balances[.overpayment, payment]
        let amount = unmatched + overpaid
        guard amount > .zero, target != .unknown else {
            throw .exceedsBalance(.unmatched, available: amount)
        }
        post(.unmatched, by: payment, unmatched)
        post(.overpayment, by: payment, overpaid)
        place(payment, amount, target)
    }

    private func check(_ target: PaymentTarget) throws(LedgerError) {
        switch target {
        case .debts(let debts):
            for debt in debts { try known(debt) }
        case .agreement(let agreement):
            if ledger.agreements[agreement] == nil { throw .noRunningAgreement(agreement) }
        case .unknown: break
        }
    }

    /// Debts under an agreement owe nothing themselves, so money for them falls to what is left over: it is the
    /// caller's to name the agreement.
    private mutating func place(_ payment: PaymentID, _ amount: Money, _ target: PaymentTarget) {
        switch target {
        case .unknown: post(.unmatched, by: payment, -amount)
        case .agreement(let agreement):
            let part = min(amount, balances[.agreement, .agreement(agreement)])
            post(.agreement, .agreement(agreement), by: payment, -part)
            post(.overpayment, by: payment, part - amount)
        case .debts(let debts): impute(payment, amount, over: debts)
        }
    }

    mutating func impute(_ payment: PaymentID, _ amount: Money, over debts: [DebtID]) {
        var rest = amount
        for debt in debts {
            for part in ledger.imputation.split(rest, over: { balances[$0, .debt(debt)] }) {
                post(part.account, .debt(debt), by: payment, -part.amount)
                rest -= part.amount
            }
        }
        post(.overpayment, by: payment, -rest)
    }

    func known(_ payment: PaymentID) throws(LedgerError) {
        if !ledger.payments.contains(payment) { throw .unknownPayment(payment) }
    }

    /// A payment's money that is in the bank and promised to nobody.
    private func available(_ payment: PaymentID) -> Money { balances[.cash, payment] - balances[.refunds, payment] }

    mutating func release(_ payment: PaymentID) throws(LedgerError) {
        try known(payment)
        let amount = available(payment)
        guard amount > .zero else { throw .exceedsBalance(.cash, available: amount) }
        takeBack(payment, amount)
        post(.cash, by: payment, -amount)
    }

    mutating func requestRefund(_ payment: PaymentID, _ amount: Money) throws(LedgerError) {
        try positive(amount)
        try known(payment)
        let available = available(payment)
        if amount > available { throw .exceedsBalance(.cash, available: available) }
        takeBack(payment, amount)
        post(.refunds, by: payment, -amount)
    }

    mutating func endRefund(
        _ payment: PaymentID, _ amount: Money, into account: LedgerAccount
    ) throws(LedgerError) {
        try positive(amount)
        try known(payment)
        let asked = balances[.refunds, payment]
        if amount > asked { throw .exceedsBalance(.refunds, available: asked) }
        post(.refunds, by: payment, amount)
        post(account, by: payment, -amount)
    }

    mutating func contest(_ payment: PaymentID, _ amount: Money) throws(LedgerError) {
        try positive(amount)
        try known(payment)
        let available = available(payment)
        if amount > available { throw .exceedsBalance(.cash, available: available) }
        post(.contested, by: payment, amount)
        post(.cash, by: payment, -amount)
    }

    func contested(_ payment: PaymentID) throws(LedgerError) -> Money {
        try known(payment)
        let held = balances[.contested, payment]
        guard held > .zero else { throw .nothingContested(payment) }
        return held
    }

    /// Takes a payment's money from where it lies: what is owed back or unassigned first, then what it has settled, in
    /// the reverse of the order in which it settles.
    mutating func takeBack(_ payment: PaymentID, _ amount: Money) {
        var rest = amount
        for account in [LedgerAccount.overpayment, .unmatched] {
            let part = min(rest, balances[account, payment])
            post(account, by: payment, part)
            rest -= part
        }
        for subject in balances.subjects(of: payment).reversed() {
            for account in [.agreement] + ledger.imputation.order.reversed() {
                let part = min(rest, balances.settled(account, subject, by: payment))
                guard part > .zero else { continue }
                post(account, subject, by: payment, part)
                rest -= part
            }
        }
    }
}
