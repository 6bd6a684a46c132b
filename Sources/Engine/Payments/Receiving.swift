import ContactPolicy
import Dialogue
import Domain
import Negotiation
import Store

/// What a payment was for, as far as it says.
enum PaymentAim {
    case charge(ChargeRow)
    case debt(DebtID)
    /// For something that was paid already: all of it is the payer's.
    case nothing
}

extension CollectionEngine {
    /// Books a payment against what it was for, stops the cadence in the same transaction, and thanks once.
    ///
    /// What is left over is the payer's: it stays in the books as that, and a person is asked what to do with it.
    func receive(_ payment: PaymentRow, for aim: PaymentAim, _ party: Party, _ context: EntryContext) throws {
        var received = payment
        var books = try books(of: party, context)
        let effect = try settle(received, for: aim, party, &books, context)
        let excess = books.openMoney(of: payment.id)
        if excess > .zero { received.review = "open" }
        try context.session.insert(received)
        try told(received, excess: excess, party, context)
        try conclude(received, effect, books, party, context)
    }

    /// The line of the history, and a task where something is left over.
    private func told(_ payment: PaymentRow, excess: Money, _ party: Party, _ context: EntryContext) throws {
        let isRepeated = payment.outcome == "repeated"
        try context.record(
            isRepeated ? .paymentUnmatched : .paymentBooked, creditor: party.creditor.id,
            debtor: party.contactPoint.debtor,
            ["amount_cents": "\(payment.amount.cents)", "outcome": payment.outcome, "excess_cents": "\(excess.cents)"])
        if excess > .zero { try openTask(isRepeated ? "payment_repeated" : "payment_over", party, nil, context) }
    }

    /// What follows from money that has found its place: standing, promise, thanks, papers, the credit bureau.
    func conclude(
        _ payment: PaymentRow, _ effect: PaymentFacts.Effect?, _ books: DebtorBooks, _ party: Party,
        _ context: EntryContext
    ) throws {
        let session = context.session
        let debtor = party.contactPoint.debtor
        let settled = try follow(books, of: debtor, context)
        let day = party.zone.day(payment.paidAt)
        if !settled.isEmpty, party.settings.reportsToCreditBureau ?? true {
            // Súmula 548 of the STJ: the creditor has the entry taken out within five business days of full payment.
            let last = configuration.calendar.adding(
                bankBusinessDays: 5, to: max(day, party.zone.day(payment.bookedAt)))
            try openTask("bureau_removal", party, nil, dueAt: party.zone.instant(last.adding(days: 1)), context)
        }
        guard let effect else { return }
        try context.lift(.paidClaim, debtor: debtor)
        try closeReceiptTasks(of: payment, debtor, context)
        try keepPromise(effect, party, context)
        let thanks = PaymentFacts(payment: payment.id, amount: payment.amount, paidOn: day, effect: effect)
        let conversations = try session.conversations(debtor: debtor)
        guard
            let conversation = conversations.last(where: { $0.contactPoint == party.contactPoint.id })
                ?? conversations.last
        else { return }
        try take(.paymentConfirmed(thanks), conversation, context)
        try drawReceipt(payment, books, conversation, party, context)
        if case .settled = effect { try drawSettlementLetter(conversation, party, context) }
    }

    /// A promise is kept by what was promised: its amount, or, where none was said, what was due.
    private func keepPromise(_ effect: PaymentFacts.Effect, _ party: Party, _ context: EntryContext) throws {
        let debtor = party.contactPoint.debtor
        guard let promise = try context.session.openPromise(debtor: debtor) else { return }
        let isKept: Bool
        if let amount = promise.amount {
            let paid = try context.session.payments(debtor: debtor).filter { $0.bookedAt >= promise.madeAt }
            isKept = paid.map(\.amount).sum().cents >= amount
        } else if case .partial = effect {
            isKept = false
        } else {
            isKept = true
        }
        guard isKept || effect == .settled else { return }
        try close(promise, as: "kept", context)
        try context.record(.promiseKept, creditor: party.creditor.id, debtor: debtor)
    }

    /// Writes the payment into the books.
    /// - Returns: what it did, to be told; nil where nothing was owed for it to settle.
    func settle(
        _ payment: PaymentRow, for aim: PaymentAim, _ party: Party, _ books: inout DebtorBooks,
        _ context: EntryContext
    ) throws -> PaymentFacts.Effect? {
        let day = party.zone.day(payment.paidAt)
        var named: DebtID?
        switch aim {
        case .nothing:
            try books.record(.paid(payment.id, payment.amount, .debts([])), on: day)
            return nil
        case .charge(let charge):
            if let agreement = try agreement(for: charge, books, context) {
                return try settle(payment, charge, agreement, party, &books, context)
            }
        case .debt(let debt):
            named = debt
            if let id = books.ledger.runningAgreement(of: debt),
                let agreement = try context.session.find(AgreementRow.self, .id(id)), agreement.isRunning
            {
                return try settle(payment, nil, agreement, party, &books, context)
            }
        }
        let debts = try debtsToSettle(by: payment.amount, on: day, first: named, party, &books, context)
        try books.record(.paid(payment.id, payment.amount, .debts(debts.map(\.id))), on: day)
        guard !debts.isEmpty else { return nil }
        let missing = debts.map { books.ledger.balances.owed(.debt($0.id)) }.sum()
        return missing > .zero ? .partial(open: missing) : .settled
    }

    /// The agreement that a code's money is for: its own while that runs; where it has ended, the one that runs instead.
    private func agreement(
        for charge: ChargeRow, _ books: DebtorBooks, _ context: EntryContext
    ) throws -> AgreementRow? {
        let session = context.session
        if let id = charge.agreement, let own = try session.find(AgreementRow.self, .id(id)), own.isRunning {
            return own
        }
        guard let current = try currentAgreement(charge.debtor, session) else { return nil }
        let isOpen = try session.debts(debtor: charge.debtor).contains { $0.status == "open" }
        return charge.agreement != nil || !isOpen ? current : nil
    }

    /// Without an agreement: the debt that was named, then the oldest first (CC art. 352), each with its charges booked up
    /// to the day. A debt that is not due yet is paid only where it is named or can be paid in full.
    private func debtsToSettle(
        by amount: Money, on day: CalendarDay, first: DebtID?, _ party: Party, _ books: inout DebtorBooks,
        _ context: EntryContext
    ) throws -> [DebtRow] {
        let all = try context.session.debts(debtor: party.contactPoint.debtor).filter {
            !books.ledger.isUnderAgreement($0.id) && books.ledger.balances.owed(.debt($0.id)) > .zero
        }
        let ordered = all.filter { $0.id == first } + all.filter { $0.id != first }
        var rest = amount
        var chosen: [DebtRow] = []
        for debt in ordered where rest > .zero {
            let due = configuration.calendar.nextBankBusinessDay(onOrAfter: debt.dueDay)
            let isDue = debt.id == first || due <= day
            guard isDue || rest >= books.ledger.balances.owed(.debt(debt.id)) else { continue }
            try accrue(debt, on: day, party, &books, context)
            rest -= min(rest, books.ledger.balances.owed(.debt(debt.id)))
            chosen.append(debt)
        }
        // Part of what is not due yet, and nothing else to pay: it counts for the next one.
        if chosen.isEmpty, let next = ordered.first { chosen = [next] }
        return chosen
    }

    /// Money for an agreement fills its payments in their order.
    private func settle(
        _ payment: PaymentRow, _ charge: ChargeRow?, _ agreement: AgreementRow, _ party: Party,
        _ books: inout DebtorBooks, _ context: EntryContext
    ) throws -> PaymentFacts.Effect? {
        var row = agreement
        var life = try life(of: row)
        let day = max(party.zone.day(payment.paidAt), life.lastEventDay)
        guard let next = openPayment(of: life) else { return nil }
        let late = lateCharges(of: next, on: party.zone.day(payment.paidAt), party)
        // Who pays an installment late by a new code pays its charges with it; who pays the bare amount owes no more.
        let charges =
            payment.amount > next.amount && payment.amount <= next.amount + late
            ? payment.amount - next.amount : .zero
        if charges > .zero { try books.record(.agreementAccrued(row.id, charges), on: day) }
        try books.record(.paid(payment.id, payment.amount, .agreement(row.id)), on: day)
        let part = min(payment.amount - charges, life.remaining)
        try life.take(.paid(part, on: day), calendar: configuration.calendar)
        try keep(life, in: &row, context)
        guard let upcoming = openPayment(of: life) else {
            try context.record(.agreementSettled, creditor: row.creditor, debtor: row.debtor)
            return .settled
        }
        try scheduleAgreement(row, life, party, context)
        if upcoming.number == next.number { return .partial(open: upcoming.amount) }
        return .installment(
            number: next.number, of: life.terms.installments.count,
            next: PaymentFacts.NextPayment(amount: upcoming.amount, due: upcoming.due))
    }
}
