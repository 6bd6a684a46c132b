package import Domain

extension Session {
    /// A debtor's books, as they are.
    package func ledger(debtor: DebtorID) throws -> Ledger {
        try ledger("WHERE debtor = ?", [.id(debtor)])
    }

    /// The books on a payment that nobody could assign yet.
    package func ledger(unassigned payment: PaymentID) throws -> Ledger {
        try ledger("WHERE debtor IS NULL AND payment = ?", [.id(payment)])
    }

    private func ledger(_ condition: String, _ values: [SQLValue]) throws -> Ledger {
        let entries = try select(LedgerEntryRow.self, condition + " ORDER BY id", values: values)
        guard !entries.isEmpty else { return Ledger() }
        let postings = Dictionary(
            grouping: try select(PostingRow.self, condition + " ORDER BY id", values: values), by: \.entry)
        return Ledger(
            restoring: entries.map { row in
                LedgerEntry(at: row.at, event: row.event, postings: (postings[row.id] ?? []).map(\.posting))
            })
    }

    /// What the books hold of debts. Of a debt that is not in the books yet that is what its creditor placed.
    package func positions(of debts: [DebtRow]) throws -> [DebtID: DebtPosition] {
        var found: [DebtID: DebtPosition] = [:]
        for debt in debts where !debt.isInBooks { found[debt.id] = DebtPosition(principal: debt.original) }
        let booked = debts.filter(\.isInBooks)
        for debt in booked { found[debt.id] = .nothing }
        // Every sum is over the postings of its debts: no balance is kept anywhere.
        for start in stride(from: 0, to: booked.count, by: Session.positionsPerQuery) {
            let part = booked[start..<min(start + Session.positionsPerQuery, booked.count)]
            let marks = part.map { _ in "?" }.joined(separator: ", ")
            let rows = try rows(
                """
                SELECT debt, account, SUM(amount_cents), MAX(day) FROM posting WHERE debt IN (\(marks))
                GROUP BY debt, account ORDER BY debt, account
                """, part.map { .id($0.id) })
            for row in rows { try Session.add(row, to: &found) }
        }
        for debt in booked where debt.status == "agreed" {
            found[debt.id] = try shareOfAgreement(debt)
        }
        return found
    }

    /// What an agreement still asks for, shared among its debts by what was owed on each; the cents that are left over go
    /// to the first.
    private func shareOfAgreement(_ debt: DebtRow) throws -> DebtPosition {
        var position = DebtPosition.nothing
        position.standsStill = true
        guard let running = try agreements(debtor: debt.debtor).last(where: \.isRunning) else { return position }
        let links = try agreementDebts(agreement: running.id)
        let whole = links.map(\.owed).sum()
        guard let first = links.first, let own = links.first(where: { $0.debt == debt.id }), whole > .zero else {
            return position
        }
        let owed = try self.owed(under: running.id)
        func share(_ link: AgreementDebtRow) -> Money { owed.scaled(by: link.owed.cents, over: whole.cents) }
        position.principal = own.id == first.id ? owed - links.dropFirst().map(share).sum() : share(own)
        return position
    }

    package func position(of debt: DebtRow) throws -> DebtPosition {
        guard debt.isInBooks else { return DebtPosition(principal: debt.original) }
        return try positions(of: [debt])[debt.id] ?? .nothing
    }

    private static let positionsPerQuery = 200

    private static func add(_ row: Row, to found: inout [DebtID: DebtPosition]) throws {
        var reader = RowReader(row, table: "posting")
        let debt: DebtID = try reader.id()
        let account: LedgerAccount = try reader.choice()
        let sum = try reader.money()
        let day = try reader.day()
        switch account {
        case .principal: found[debt]?.principal = sum
        case .fine: found[debt]?.fine = sum
        case .interest: found[debt]?.interest = sum
        case .correction: found[debt]?.correction = sum
        // An accrual's day is the day through which it counts.
        case .chargesEarned: found[debt]?.accruedThrough = day
        default: break
        }
    }

    /// What is owed under an agreement, by the books.
    package func owed(under agreement: AgreementID) throws -> Money {
        let sum = try integer(
            "SELECT COALESCE(SUM(amount_cents), 0) FROM posting WHERE agreement = ? AND account = 'agreement'",
            .id(agreement))
        return Money(cents: sum ?? 0)
    }

    /// What was paid for debts themselves, by payments that are still there; what was paid under an agreement is not
    /// among it.
    package func paid(for debts: [DebtID]) throws -> [DebtID: Money] {
        var paid: [DebtID: Money] = [:]
        for debt in debts {
            let settled = try integer(
                "SELECT COALESCE(SUM(amount_cents), 0) FROM posting WHERE debt = ? AND payment IS NOT NULL", .id(debt))
            paid[debt] = Money(cents: -(settled ?? 0))
        }
        return paid
    }

    /// The balance of a creditor's accounts after everything that was booked up to an instant, debits positive.
    package func accounts(creditor: CreditorID, at instant: Timestamp) throws -> [LedgerAccount: Money] {
        let rows = try rows(
            """
            SELECT account, SUM(amount_cents) FROM posting WHERE creditor = ? AND at <= ?
            GROUP BY account ORDER BY account
            """, .id(creditor), .timestamp(instant))
        var sums: [LedgerAccount: Money] = [:]
        for row in rows {
            var reader = RowReader(row, table: "posting")
            let account: LedgerAccount = try reader.choice()
            sums[account] = try reader.money()
        }
        return sums
    }

    /// What a creditor has given up in a month: discounts and waivers, less those that came to nothing.
    package func discountsGranted(creditor: CreditorID, inMonthOf day: CalendarDay) throws -> Money {
        let first = CalendarMonth(day).firstDay
        let sum = try integer(
            """
            SELECT COALESCE(SUM(amount_cents), 0) FROM posting
            WHERE creditor = ? AND day >= ? AND day < ? AND account = 'discountGranted'
            """, .id(creditor), .day(first), .day(first.adding(days: CalendarMonth(day).length)))
        return Money(cents: sum ?? 0)
    }

    /// What of a payment has no place: overpaid, or not assigned.
    package func openMoney(of payment: PaymentID) throws -> Money {
        let sum = try integer(
            """
            SELECT COALESCE(SUM(amount_cents), 0) FROM posting
            WHERE payment = ? AND account IN ('overpayment', 'unmatched')
            """, .id(payment))
        return Money(cents: -(sum ?? 0))
    }

    /// Payments of which something waits for a person, oldest first.
    package func paymentsToReview(creditor: CreditorID) throws -> [PaymentRow] {
        try select(PaymentRow.self, "WHERE creditor = ? AND review = 'open' ORDER BY paid_at, id", .id(creditor))
    }
}
