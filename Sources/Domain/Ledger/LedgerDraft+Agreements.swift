/// Debts that become an agreement, and revive when it is broken.
extension LedgerDraft {
    mutating func agree(
        _ agreement: AgreementID, _ debts: [AgreedDebt], interest: Money
    ) throws(LedgerError) {
        if ledger.agreements[agreement] != nil { throw .agreedTwice(agreement) }
        if interest != .zero { try positive(interest) }
        var seen: Set<DebtID> = []
        var negotiated = Money.zero
        for agreed in debts {
            guard seen.insert(agreed.debt).inserted else { throw .repeatedDebt(agreed.debt) }
            try free(agreed.debt)
            guard balances.owed(.debt(agreed.debt)) > .zero else { throw .nothingOwed(.debt(agreed.debt)) }
            try concede(agreed.debt, agreed.concession)
            for account in LedgerAccount.receivable {
                let part = balances[account, .debt(agreed.debt)]
                post(account, .debt(agreed.debt), -part)
                negotiated += part
            }
        }
        guard negotiated > .zero else { throw .nothingOwed(.agreement(agreement)) }
        post(.agreement, .agreement(agreement), negotiated + interest)
        post(.chargesEarned, .agreement(agreement), -interest)
    }

    /// Undoes what the agreement had done to the debts, then lets each payment made under it settle them.
    ///
    /// The plan's interest and late charges are not asked for: the debts bear their own again.
    mutating func breakAgreement(_ agreement: AgreementID, keepsDiscount: Bool) throws(LedgerError) {
        guard ledger.running.contains(agreement), let debts = ledger.agreements[agreement] else {
            throw .noRunningAgreement(agreement)
        }
        let subject = LedgerSubject.agreement(agreement)
        guard balances.owed(subject) > .zero else { throw .nothingOwed(subject) }
        let made = ledger.entries.last { entry in
            if case .agreed(agreement, _, _) = entry.event { true } else { false }
        }
        for posting in made?.postings ?? [] where LedgerAccount.receivable.contains(posting.account) {
            post(posting.account, posting.subject, -posting.amount)
        }
        for agreed in debts {
            if keepsDiscount {
                for account in LedgerAccount.receivable {
                    post(account, .debt(agreed.debt), -agreed.concession[account])
                }
            } else {
                post(.discountGranted, .debt(agreed.debt), -agreed.concession.total)
            }
        }
        post(.chargesEarned, subject, balances[.chargesEarned, subject])
        post(.agreement, subject, -balances.demanded(agreement))
        for payment in ledger.payments {
            let paid = balances.settled(.agreement, subject, by: payment)
            guard paid > .zero else { continue }
            post(.agreement, subject, by: payment, paid)
            impute(payment, paid, over: debts.map(\.debt))
        }
    }
}
