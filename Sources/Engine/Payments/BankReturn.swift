package import Domain
import Foundation
import Negotiation
package import Store

/// The body of a `bank.return` entry: payments of a bank's return file, as the file's reader gave them.
package struct BankReturn: Codable, Sendable {
    package struct Payment: Codable, Sendable {
        /// Names this settlement at its bank; the same settlement in two files has the same.
        package var key: String
        package var paidCents: Int64
        package var paidAt: Timestamp
        /// What may name the debt: the creditor's document number, what it wrote for its own use, the bank's number.
        package var references: [String]

        package init(key: String, paidCents: Int64, paidAt: Timestamp, references: [String]) {
            self.key = key
            self.paidCents = paidCents
            self.paidAt = paidAt
            self.references = references
        }
    }

    package var creditorKey: String
    /// The file's name, for the history.
    package var source: String
    package var payments: [Payment]

    package init(creditorKey: String, source: String, payments: [Payment]) {
        self.creditorKey = creditorKey
        self.source = source
        self.payments = payments
    }

    package func entry(at instant: Timestamp, actor: String) throws -> NewEntry {
        NewEntry(at: instant, kind: .bankReturn, actor: actor, body: Array(try canonicalJSON(self).utf8))
    }
}

extension CollectionEngine {
    /// Books each payment once, whatever file repeats it, and writes it off against the debt that its document number
    /// names, or against the agreement that replaces that debt; a payment that names none is kept for a person to see.
    func bankReturn(_ context: EntryContext) throws {
        let file: BankReturn = try context.body()
        guard let creditor = try context.session.creditor(key: file.creditorKey) else {
            throw EntryError.missing("creditor \(file.creditorKey)")
        }
        for payment in file.payments { try book(payment, of: creditor, source: file.source, context) }
    }

    private func book(
        _ received: BankReturn.Payment, of creditor: CreditorRow, source: String, _ context: EntryContext
    ) throws {
        let session = context.session
        // One bank's settlement is another creditor's stranger: the key is told apart by creditor.
        let reference = "cnab:\(creditor.key):\(received.key)"
        guard received.paidCents > 0, try session.payment(reference: reference) == nil else { return }
        let debt = try named(received.references, creditor, session)
        var payment = PaymentRow(
            id: try context.nextID(), creditor: creditor.id, debtor: debt?.debtor, charge: nil, reference: reference,
            amount: Money(cents: received.paidCents), paidAt: received.paidAt, bookedAt: context.now,
            outcome: "unmatched")
        guard let debt, let party = try party(of: debt.debtor, context) else {
            payment.debtor = nil
            return try keepUnmatched(payment, detail: "\(source) \(received.key)", context)
        }
        try receive(payment, naming: debt, party, context)
    }

    /// Books a payment that names a debt: by a slip, or by a person's word.
    func receive(_ payment: PaymentRow, naming debt: DebtRow, _ party: Party, _ context: EntryContext) throws {
        var received = payment
        received.debtor = debt.debtor
        guard debt.status != "settled" else {
            received.outcome = "repeated"
            return try receive(received, for: .nothing, party, context)
        }
        let asked = try asked(for: debt, on: party.zone.day(payment.paidAt), party, context)
        received.outcome = payment.amount == asked ? "matched" : payment.amount < asked ? "partial" : "over"
        try receive(received, for: .debt(debt.id), party, context)
    }

    /// What is asked for now for a debt: all of it, or the next payment of its agreement.
    private func asked(
        for debt: DebtRow, on day: CalendarDay, _ party: Party, _ context: EntryContext
    ) throws -> Money {
        if debt.status == "agreed",
            let id = try context.session.ledger(debtor: debt.debtor).runningAgreement(of: debt.id),
            let row = try context.session.find(AgreementRow.self, .id(id)), row.isRunning,
            let next = openPayment(of: try life(of: row))
        {
            return next.amount
        }
        return try amounts(debt, party, day, context.session).total
    }

    /// The one open debt that a reference names; of several debts under one contract the oldest that is not settled.
    private func named(_ references: [String], _ creditor: CreditorRow, _ session: Session) throws -> DebtRow? {
        for reference in references {
            let text = reference.trimmingCharacters(in: .whitespaces)
            // Banks fill numbers up with zeros.
            let bare = String(text.drop { $0 == "0" })
            for contract in [text, bare] where !contract.isEmpty {
                let debts = try session.debts(creditor: creditor.id, contract: contract)
                if let debt = debts.first(where: { $0.status != "settled" }) ?? debts.first { return debt }
            }
        }
        return nil
    }
}
