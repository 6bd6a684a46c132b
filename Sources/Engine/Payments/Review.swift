import Domain
import Store

/// What a person does with money that has no place: each act is an entry with their name.
extension CollectionEngine {
    func review(_ act: StaffAct, _ context: EntryContext) throws {
        switch act {
        case .assignPayment(let id, let debt): try assign(try payment(id, context), to: debt, context)
        case .keepPayment(let id): try keepAsCredit(try payment(id, context), context)
        case .refundPayment(let id): try refund(try payment(id, context), context)
        case .receivePayment(let debt, let cents, let paidAt, let note):
            try receiveByHand(debt, Money(cents: cents), paidAt, note, context)
        default: break
        }
    }

    /// A payment of a creditor for whom the person may act. Money that belongs to no creditor yet is an administrator's.
    private func payment(_ id: PaymentID, _ context: EntryContext) throws -> PaymentRow {
        guard let payment = try context.session.find(PaymentRow.self, .id(id)) else {
            throw EntryError.missing("payment \(id)")
        }
        try mayAct(on: payment.creditor, "payment \(id)", context)
        guard payment.review == "open" else {
            throw EntryError.refused("payment \(id) waits for nobody: \(payment.review ?? "it has its place")")
        }
        return payment
    }

    private func mayAct(on creditor: CreditorID?, _ what: String, _ context: EntryContext) throws {
        let login = String(context.entry.actor.dropFirst("staff:".count))
        guard let staff = try context.session.staff(login: login), staff.isActive,
            staff.creditor == nil || staff.creditor == creditor
        else { throw EntryError.refused("\(context.entry.actor) may not act on \(what)") }
    }

    /// The money pays a debt: of anybody while nobody's it was, else of the same debtor.
    private func assign(_ payment: PaymentRow, to id: DebtID, _ context: EntryContext) throws {
        let session = context.session
        guard let debt = try session.find(DebtRow.self, .id(id)), let party = try party(of: debt.debtor, context) else {
            throw EntryError.missing("debt \(id)")
        }
        try mayAct(on: debt.creditor, "debt \(id)", context)
        guard debt.status != "settled" else { throw EntryError.refused("debt \(id) is settled: nothing is owed on it") }
        var assigned = payment
        assigned.review = "assigned"
        var books: DebtorBooks
        if let debtor = payment.debtor {
            guard debtor == debt.debtor else {
                throw EntryError.refused("payment \(payment.id) is another debtor's than debt \(id)")
            }
            books = try self.books(of: party, context)
            try moveCredit(of: payment, to: debt, party, &books, context)
        } else {
            guard payment.creditor ?? debt.creditor == debt.creditor else {
                throw EntryError.refused("payment \(payment.id) is another creditor's than debt \(id)")
            }
            // What has gone back meanwhile pays nothing.
            var left = payment.amount
            if payment.creditor != nil {
                var nobodys = try self.books(on: payment, context)
                guard nobodys.ledger.balances[.refunds, payment.id] == .zero else {
                    throw EntryError.refused(
                        "a refund of payment \(payment.id) is under way: wait for the bank's answer")
                }
                left = nobodys.openMoney(of: payment.id)
                guard left > .zero else { throw EntryError.refused("payment \(payment.id) has gone back") }
                try nobodys.record(.released(payment.id), on: party.zone.day(context.now))
            }
            assigned.creditor = debt.creditor
            assigned.debtor = debt.debtor
            books = try self.books(of: party, context)
            var rest = assigned
            rest.amount = left
            let effect = try settle(rest, for: .debt(debt.id), party, &books, context)
            try session.update(assigned)
            try conclude(rest, effect, books, party, context)
        }
        if books.openMoney(of: payment.id) > .zero { assigned.review = "open" }
        try session.update(assigned)
        try context.record(
            .paymentBooked, creditor: debt.creditor, debtor: debt.debtor,
            ["amount_cents": "\(payment.amount.cents)", "outcome": "assigned"])
        try closeReviewTasks(of: payment, context)
    }

    /// What was the payer's pays another of their debts. They were thanked for the payment when it came.
    private func moveCredit(
        of payment: PaymentRow, to debt: DebtRow, _ party: Party, _ books: inout DebtorBooks, _ context: EntryContext
    ) throws {
        let today = party.zone.day(context.now)
        guard books.openMoney(of: payment.id) > .zero else {
            throw EntryError.refused("payment \(payment.id) has no credit left")
        }
        guard books.ledger.runningAgreement(of: debt.id) == nil else {
            throw EntryError.refused("debt \(debt.id) is in an agreement: let it pay by that, or refund the payment")
        }
        try accrue(debt, on: today, party, &books, context)
        try books.record(.assigned(payment.id, .debts([debt.id])), on: today)
        try conclude(payment, nil, books, party, context)
    }

    /// The money stays the payer's, as credit for what comes next.
    private func keepAsCredit(_ payment: PaymentRow, _ context: EntryContext) throws {
        guard payment.debtor != nil else {
            throw EntryError.refused("payment \(payment.id) is nobody's: say first whose debt it pays, or refund it")
        }
        try mark(payment, as: "credit", context)
    }

    /// The money is promised back: delivery asks the bank, and its answer ends it.
    private func refund(_ payment: PaymentRow, _ context: EntryContext) throws {
        guard payment.creditor != nil else {
            throw EntryError.refused("payment \(payment.id) has no creditor yet who could give it back")
        }
        var books = try books(on: payment, context)
        let amount = books.openMoney(of: payment.id)
        guard amount > .zero else { throw EntryError.refused("payment \(payment.id) has nothing to give back") }
        try books.record(
            .refundRequested(payment.id, amount), on: try zone(of: payment, context).day(context.now))
        try mark(payment, as: "refund", context)
        guard try !refundAtBank(payment, amount, context), let creditor = payment.creditor else { return }
        // No bank can be asked: somebody transfers it.
        try openReviewTask("refund", creditor: creditor, debtor: payment.debtor, context)
    }

    private func mark(_ payment: PaymentRow, as review: String, _ context: EntryContext) throws {
        var marked = payment
        marked.review = review
        try context.session.update(marked)
        if let creditor = payment.creditor {
            try context.record(
                .note, creditor: creditor, debtor: payment.debtor,
                ["payment": review, "amount_cents": "\(payment.amount.cents)"])
        }
        try closeReviewTasks(of: payment, context)
    }

    /// Closes one task of those that this payment, or one like it, has opened.
    private func closeReviewTasks(of payment: PaymentRow, _ context: EntryContext) throws {
        guard let creditor = payment.creditor else { return }
        let kinds = ["payment_over", "payment_repeated", "payment_unmatched"]
        let open = try context.session.select(
            TaskRow.self, "WHERE creditor = ? AND closed_at IS NULL ORDER BY id", .id(creditor))
        guard var task = open.first(where: { $0.debtor == payment.debtor && kinds.contains($0.kind) }) else { return }
        task.closedAt = context.now
        try context.session.update(task)
        try context.record(.taskClosed, creditor: creditor, debtor: task.debtor, ["kind": task.kind])
    }

    /// Money that came by a way that tells nothing by itself: at the counter, by transfer. The person's word books it.
    private func receiveByHand(
        _ id: DebtID, _ amount: Money, _ paidAt: Timestamp, _ note: String, _ context: EntryContext
    ) throws {
        guard let debt = try context.session.find(DebtRow.self, .id(id)),
            let party = try party(of: debt.debtor, context)
        else { throw EntryError.missing("debt \(id)") }
        try mayAct(on: debt.creditor, "debt \(id)", context)
        guard amount > .zero, paidAt <= context.now else {
            throw EntryError.refused("a payment is of more than nothing, and not of the future")
        }
        let payment = PaymentRow(
            id: try context.nextID(), creditor: debt.creditor, debtor: debt.debtor,
            reference: "manual:\(context.entry.seq):\(note.prefix(60))", amount: amount, paidAt: paidAt,
            bookedAt: context.now, outcome: "matched")
        try receive(payment, naming: debt, party, context)
    }
}
