/// One event being booked: the postings made so far, and the balances after them.
struct LedgerDraft {
    let ledger: Ledger
    private(set) var postings: [LedgerPosting] = []
    private(set) var balances: LedgerBalances

    /// A hundred billion reais: sums of many such amounts stay far from what fits.
    static let largest = Money(cents: 10_000_000_000_000)

    init(ledger: Ledger) {
        self.ledger = ledger
        balances = ledger.balances
    }

    mutating func post(
        _ account: LedgerAccount, _ subject: LedgerSubject? = nil, by payment: PaymentID? = nil, _ amount: Money
    ) {
        guard amount != .zero else { return }
        let posting = LedgerPosting(account: account, subject: subject, payment: payment, amount: amount)
        postings.append(posting)
        balances.apply(posting)
    }

    mutating func book(_ event: LedgerEvent) throws(LedgerError) {
        switch event {
        case .placed(let debt, let principal):
            try positive(principal)
            if ledger.placed.contains(debt) { throw .debtPlacedTwice(debt) }
            post(.principal, .debt(debt), principal)
            post(.placed, .debt(debt), -principal)
        case .corrected(let debt, let change): try correct(debt, by: change)
        case .accrued(let debt, let charges): try accrue(debt, charges)
        case .discounted(let debt, let concession):
            try free(debt)
            try concede(debt, concession)
            if concession.total == .zero { throw .amountNotPositive }
        case .writtenOff(let debt): try writeOff(debt)
        case .writeOffReversed(let debt): try reverseWriteOff(debt)
        case .paid(let payment, let amount, let target): try pay(payment, amount, target)
        case .assigned(let payment, let target): try assign(payment, target)
        case .released(let payment): try release(payment)
        case .refundRequested(let payment, let amount): try requestRefund(payment, amount)
        case .refundConfirmed(let payment, let amount): try endRefund(payment, amount, into: .cash)
        case .refundFailed(let payment, let amount): try endRefund(payment, amount, into: .overpayment)
        case .contested(let payment, let amount): try contest(payment, amount)
        case .contestUpheld(let payment):
            let held = try contested(payment)
            takeBack(payment, held)
            post(.contested, by: payment, -held)
        case .contestRejected(let payment):
            let held = try contested(payment)
            post(.cash, by: payment, held)
            post(.contested, by: payment, -held)
        case .agreed(let agreement, let debts, let interest): try agree(agreement, debts, interest: interest)
        case .agreementAccrued(let agreement, let amount):
            try positive(amount)
            if !ledger.running.contains(agreement) { throw .noRunningAgreement(agreement) }
            post(.agreement, .agreement(agreement), amount)
            post(.chargesEarned, .agreement(agreement), -amount)
        case .broken(let agreement, let keeps): try breakAgreement(agreement, keepsDiscount: keeps)
        }
    }

    func positive(_ amount: Money) throws(LedgerError) {
        guard amount > .zero else { throw .amountNotPositive }
        guard amount <= LedgerDraft.largest else { throw .amountTooLarge }
    }

    func known(_ debt: DebtID) throws(LedgerError) {
        if !ledger.placed.contains(debt) { throw .unknownDebt(debt) }
    }

    /// Placed, and not replaced by an agreement.
    func free(_ debt: DebtID) throws(LedgerError) {
        try known(debt)
        if ledger.isUnderAgreement(debt) { throw .underAgreement(debt) }
    }

    // MARK: Debts

    private mutating func correct(_ debt: DebtID, by change: Money) throws(LedgerError) {
        try free(debt)
        try positive(change < .zero ? -change : change)
        if change < .zero {
            // What was paid beyond the corrected principal is the payer's, the latest payment's first.
            for payment in ledger.payments.reversed() {
                let missing = -change - balances[.principal, .debt(debt)]
                guard missing > .zero else { break }
                let back = min(missing, balances.settled(.principal, .debt(debt), by: payment))
                post(.principal, .debt(debt), by: payment, back)
                post(.overpayment, by: payment, -back)
            }
            let open = balances[.principal, .debt(debt)]
            if open < -change { throw .exceedsBalance(.principal, available: open) }
        }
        post(.principal, .debt(debt), change)
        post(.placed, .debt(debt), -change)
    }

    private mutating func accrue(_ debt: DebtID, _ charges: AccruedCharges) throws(LedgerError) {
        try free(debt)
        if let through = ledger.accruedThrough[debt], charges.through < through {
            throw .accruedAlready(through: through)
        }
        for amount in [charges.fine, charges.interest, charges.correction] where amount != .zero {
            try positive(amount)
        }
        post(.fine, .debt(debt), charges.fine)
        post(.interest, .debt(debt), charges.interest)
        post(.correction, .debt(debt), charges.correction)
        post(.chargesEarned, .debt(debt), -charges.total)
    }

    mutating func concede(_ debt: DebtID, _ concession: Concession) throws(LedgerError) {
        for account in LedgerAccount.receivable {
            let amount = concession[account]
            let open = balances[account, .debt(debt)]
            if amount < .zero { throw .amountNotPositive }
            if amount > open { throw .exceedsBalance(account, available: open) }
            post(account, .debt(debt), -amount)
            post(.discountGranted, .debt(debt), amount)
        }
    }

    private mutating func writeOff(_ debt: DebtID) throws(LedgerError) {
        try free(debt)
        let owed = balances.owed(.debt(debt))
        guard owed > .zero else { throw .nothingOwed(.debt(debt)) }
        for account in LedgerAccount.receivable {
            post(account, .debt(debt), -balances[account, .debt(debt)])
        }
        post(.writtenOff, .debt(debt), owed)
    }

    /// The written-off whole comes back part by part, as it was taken away.
    private mutating func reverseWriteOff(_ debt: DebtID) throws(LedgerError) {
        try free(debt)
        let away = balances[.writtenOff, .debt(debt)]
        guard away > .zero else { throw .nothingOwed(.debt(debt)) }
        for entry in ledger.entries.reversed() where away > postings.map(\.amount).sum() {
            guard case .writtenOff(debt) = entry.event else { continue }
            for posting in entry.postings where posting.account != .writtenOff {
                post(posting.account, posting.subject, -posting.amount)
            }
        }
        post(.writtenOff, .debt(debt), -away)
    }
}
