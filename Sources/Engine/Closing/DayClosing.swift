package import Domain
package import Payments
package import Store

/// The closing of one day of a creditor's money (*fechamento*), read from the store twice over: once from the payments that
/// the bank told, once from the postings of the books. Both must say the same, to the cent.
///
/// The day is the one on which the money entered the books, at the creditor's office: a payment of yesterday that a return
/// file brings today is today's, so that a day that was closed stays as it was.
package struct DayClosing: Sendable {
    /// Money without a place at the end of the day, of one payment: nobody's, or the payer's.
    package struct Pending: Hashable, Sendable {
        package let payment: PaymentRow
        package let open: Money
    }

    /// Where payments and books do not say the same. There is none unless something is broken.
    package struct Difference: Hashable, Sendable {
        package enum Matter: String, Hashable, Sendable, CaseIterable {
            /// A payment that the books do not know.
            case notInBooks = "not_in_books"
            /// A movement of the books for which there is no payment.
            case withoutPayment = "without_payment"
            /// Both know it, with different amounts.
            case otherAmount = "other_amount"
            /// Debits and credits of an entry that do not cancel out.
            case unbalancedEntry = "unbalanced_entry"
        }

        package let matter: Matter
        package let reference: String
        /// What the payment says.
        package let paid: Money
        /// What the books say.
        package let inBooks: Money
    }

    package let day: CalendarDay
    package let payments: DailyClosing
    /// All payments of the day, in the order in which they were booked.
    package let lines: [ClosingLine]
    /// What entered the bank account by the books. Equal to `payments.total.received` where there is no difference.
    package let booksReceived: Money
    /// What left it: refunds that the bank confirmed, and money that it took or blocked. Not negative.
    package let wentBack: Money
    /// At the end of the day, by the books.
    package let pending: [Pending]
    package let differences: [Difference]

    package var pendingTotal: Money { pending.map(\.open).sum() }
    /// Whether every cent has its place in both.
    package var isBalanced: Bool {
        differences.isEmpty && payments.total.isBalanced && booksReceived == payments.total.received
    }
}

extension Session {
    /// The closing of a day.
    /// - Parameter zone: the office's, which says when the day begins and ends.
    package func closing(of creditor: CreditorID, on day: CalendarDay, zone: Zone) throws -> DayClosing {
        try ClosingReader(
            session: self, creditor: creditor, day: day, start: zone.instant(day),
            end: zone.instant(day.adding(days: 1))
        ).closing()
    }

    /// Payments of a span of time of which not even the creditor is known: they are in nobody's books.
    package func paymentsOfNoCreditor(from start: Timestamp, to end: Timestamp) throws -> [PaymentRow] {
        try select(
            PaymentRow.self, "WHERE creditor IS NULL AND booked_at >= ? AND booked_at < ? ORDER BY id",
            .timestamp(start), .timestamp(end))
    }
}

/// Reads one day out of the store.
private struct ClosingReader {
    let session: Session
    let creditor: CreditorID
    let day: CalendarDay
    let start: Timestamp
    let end: Timestamp

    func closing() throws -> DayClosing {
        let entries = try session.select(
            LedgerEntryRow.self, "WHERE creditor = ? AND at >= ? AND at < ? ORDER BY id", .id(creditor),
            .timestamp(start), .timestamp(end))
        let postings = Dictionary(
            grouping: try session.select(
                PostingRow.self, "WHERE creditor = ? AND at >= ? AND at < ? ORDER BY id", .id(creditor),
                .timestamp(start), .timestamp(end)), by: \.entry)
        var (lines, differences) = ([ClosingLine](), [DayClosing.Difference]())
        var (received, wentBack) = (Money.zero, Money.zero)
        for entry in entries {
            let own = postings[entry.id] ?? []
            let sum = own.map(\.amount).sum()
            if sum != .zero {
                differences.append(
                    DayClosing.Difference(
                        matter: .unbalancedEntry, reference: entry.id.description, paid: .zero, inBooks: sum))
            }
            let cash = own.sum(of: .cash)
            switch entry.kind {
            case "paid", "released":
                // Money that finds its owner leaves nobody's books and enters theirs: together nothing.
                received += cash
                guard entry.kind == "paid", try isFirst(entry) else { break }
                try add(entry, own, cash, to: &lines, &differences)
            default: wentBack -= cash
            }
        }
        try differences.append(contentsOf: unbooked())
        return DayClosing(
            day: day, payments: DailyClosing(day: day, lines: lines), lines: lines, booksReceived: received,
            wentBack: wentBack, pending: try pending(), differences: differences)
    }

    /// A payment enters the books again when it finds its owner; it came only once.
    private func isFirst(_ entry: LedgerEntryRow) throws -> Bool {
        guard let payment = entry.payment else { return true }
        let first = try session.integer(
            "SELECT MIN(id) FROM ledger_entry WHERE payment = ? AND kind = 'paid'", .id(payment))
        return first == entry.id.rawValue
    }

    private func add(
        _ entry: LedgerEntryRow, _ postings: [PostingRow], _ cash: Money, to lines: inout [ClosingLine],
        _ differences: inout [DayClosing.Difference]
    ) throws {
        guard let payment = try entry.payment.flatMap({ try session.find(PaymentRow.self, .id($0)) }) else {
            differences.append(
                DayClosing.Difference(
                    matter: .withoutPayment, reference: entry.id.description, paid: .zero, inBooks: cash))
            return
        }
        if payment.amount != cash {
            differences.append(
                DayClosing.Difference(
                    matter: .otherAmount, reference: payment.reference, paid: payment.amount, inBooks: cash))
        }
        let booked = -(LedgerAccount.receivable + [.agreement]).map { postings.sum(of: $0) }.sum()
        let (excess, unmatched) = (-postings.sum(of: .overpayment), -postings.sum(of: .unmatched))
        let missing = try missing(payment)
        lines.append(
            ClosingLine(
                payment: ReceivedPayment(
                    key: payment.reference, way: ReceivedPayment.Way(ofReference: payment.reference),
                    amount: payment.amount, at: payment.paidAt, day: day),
                kind: kind(payment, excess: excess, unmatched: unmatched), expected: booked + missing, booked: booked,
                excess: excess, unmatched: unmatched, missing: missing))
    }

    private func kind(_ payment: PaymentRow, excess: Money, unmatched: Money) -> ReconciliationVerdict.Kind {
        if unmatched > .zero { return .unknown }
        if payment.outcome == "repeated" { return .duplicate }
        if excess > .zero { return .over }
        switch payment.outcome {
        case "partial": return .partial
        case "late": return .late
        default: return .matched
        }
    }

    /// What a code still asked for after a payment of less than it.
    private func missing(_ payment: PaymentRow) throws -> Money {
        guard payment.outcome == "partial", let id = payment.charge,
            let charge = try session.find(ChargeRow.self, .id(id))
        else { return .zero }
        let paid = try session.integer(
            "SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE charge = ? AND id <= ?", .id(id),
            .id(payment.id))
        return max(.zero, charge.amount - Money(cents: paid ?? 0))
    }

    /// Payments of the day that never entered the books.
    private func unbooked() throws -> [DayClosing.Difference] {
        try session.select(
            PaymentRow.self,
            """
            WHERE creditor = ? AND booked_at >= ? AND booked_at < ?
            AND NOT EXISTS (SELECT 1 FROM ledger_entry e WHERE e.payment = payment.id AND e.kind = 'paid') ORDER BY id
            """, .id(creditor), .timestamp(start), .timestamp(end)
        ).map {
            DayClosing.Difference(matter: .notInBooks, reference: $0.reference, paid: $0.amount, inBooks: .zero)
        }
    }

    private func pending() throws -> [DayClosing.Pending] {
        let rows = try session.rows(
            """
            SELECT payment, SUM(amount_cents) FROM posting
            WHERE creditor = ? AND at < ? AND account IN ('overpayment', 'unmatched') AND payment IS NOT NULL
            GROUP BY payment HAVING SUM(amount_cents) <> 0 ORDER BY payment
            """, .id(creditor), .timestamp(end))
        return try rows.compactMap { row in
            var reader = RowReader(row, table: "posting")
            let id: PaymentID = try reader.id()
            let open = -(try reader.money())
            return try session.find(PaymentRow.self, .id(id)).map { DayClosing.Pending(payment: $0, open: open) }
        }
    }
}

extension ReceivedPayment.Way {
    /// By the payment's name: a Pix has its endToEndId, the others say where they come from.
    init(ofReference reference: String) {
        self = reference.hasPrefix("cnab:") ? .boleto : reference.hasPrefix("manual:") ? .byHand : .pix
    }
}

extension [PostingRow] {
    fileprivate func sum(of account: LedgerAccount) -> Money {
        lazy.filter { $0.account == account }.map(\.amount).sum()
    }
}
