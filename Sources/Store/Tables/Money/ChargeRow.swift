package import Domain

/// A Pix code that was given out.
package struct ChargeRow: TableRow, Hashable {
    package let id: ChargeID
    package let creditor: CreditorID
    package var debtor: DebtorID
    package var agreement: AgreementID?
    package var installment: InstallmentID?
    package var txid: String
    package var amount: Money
    /// The BR Code, to copy.
    package var payload: String
    /// `requested` while the bank has not answered, `open`, `paid` or `cancelled`.
    package var status: String
    package var createdAt: Timestamp
    package var paidAt: Timestamp?
    /// `static`: a code of the creditor's key; `cob` or `cobv`: a charge at the bank, as the Pix API calls it.
    package var kind: String
    /// After this nobody can pay it any more; nil where that is not by the clock.
    package var expiresAt: Timestamp?

    package init(
        id: ChargeID, creditor: CreditorID, debtor: DebtorID, agreement: AgreementID? = nil,
        installment: InstallmentID? = nil, txid: String, amount: Money, payload: String, status: String,
        createdAt: Timestamp, paidAt: Timestamp? = nil, kind: String = "static", expiresAt: Timestamp? = nil
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.agreement = agreement
        self.installment = installment
        self.txid = txid
        self.amount = amount
        self.payload = payload
        self.status = status
        self.createdAt = createdAt
        self.paidAt = paidAt
        self.kind = kind
        self.expiresAt = expiresAt
    }

    package static let statements = TableStatements(
        "charge", "id", "creditor", "debtor", "agreement", "installment", "txid", "amount_cents", "payload", "status",
        "created_at", "paid_at", "kind", "expires_at")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.id()
        agreement = try row.optionalID()
        installment = try row.optionalID()
        txid = try row.text()
        amount = try row.money()
        payload = try row.text()
        status = try row.text()
        createdAt = try row.timestamp()
        paidAt = try row.optionalTimestamp()
        kind = try row.text()
        expiresAt = try row.optionalTimestamp()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .id(agreement), .id(installment), .text(txid), .money(amount),
            .text(payload), .text(status), .timestamp(createdAt), .timestamp(paidAt),
            .text(kind), .timestamp(expiresAt),
        ]
    }
}
