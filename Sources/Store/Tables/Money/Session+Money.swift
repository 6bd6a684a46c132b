package import Domain

extension Session {
    package func debts(debtor: DebtorID) throws -> [DebtRow] {
        // By way of the cases: an index over debtors would cost every import more than it gains here.
        try select(
            DebtRow.self,
            "WHERE collection_case IN (SELECT id FROM collection_case WHERE debtor = ?) ORDER BY due_day, id",
            .id(debtor))
    }

    /// The debts of a contract, oldest due day first.
    package func debts(creditor: CreditorID, contract: String) throws -> [DebtRow] {
        try select(
            DebtRow.self, "WHERE creditor = ? AND contract = ? ORDER BY due_day, id", .id(creditor), .text(contract))
    }

    package func cases(debtor: DebtorID) throws -> [CaseRow] {
        try select(CaseRow.self, "WHERE debtor = ? ORDER BY id", .id(debtor))
    }

    package func agreements(debtor: DebtorID) throws -> [AgreementRow] {
        try select(AgreementRow.self, "WHERE debtor = ? ORDER BY id", .id(debtor))
    }

    package func installments(agreement: AgreementID) throws -> [InstallmentRow] {
        try select(InstallmentRow.self, "WHERE agreement = ? ORDER BY number", .id(agreement))
    }

    package func agreementDebts(agreement: AgreementID) throws -> [AgreementDebtRow] {
        try select(AgreementDebtRow.self, "WHERE agreement = ? ORDER BY id", .id(agreement))
    }

    package func promises(debtor: DebtorID) throws -> [PromiseRow] {
        try select(PromiseRow.self, "WHERE debtor = ? ORDER BY id", .id(debtor))
    }

    package func openPromise(debtor: DebtorID) throws -> PromiseRow? {
        try first(PromiseRow.self, "WHERE debtor = ? AND status = 'open' ORDER BY id DESC", .id(debtor))
    }

    package func charge(txid: String) throws -> ChargeRow? { try first(ChargeRow.self, "WHERE txid = ?", .text(txid)) }

    package func openCharges(debtor: DebtorID) throws -> [ChargeRow] {
        try select(ChargeRow.self, "WHERE debtor = ? AND status = 'open' ORDER BY id", .id(debtor))
    }

    /// Asked for at the bank, and not answered yet.
    package func requestedCharges(debtor: DebtorID) throws -> [ChargeRow] {
        try select(ChargeRow.self, "WHERE debtor = ? AND status = 'requested' ORDER BY id", .id(debtor))
    }

    package func payment(reference: String) throws -> PaymentRow? {
        try first(PaymentRow.self, "WHERE reference = ?", .text(reference))
    }

    package func payments(debtor: DebtorID) throws -> [PaymentRow] {
        try select(PaymentRow.self, "WHERE debtor = ? ORDER BY paid_at, id", .id(debtor))
    }

    /// What has come for a code, and has not gone back.
    package func received(for charge: ChargeID) throws -> Money {
        let sum = try integer(
            """
            SELECT COALESCE(SUM(p.amount_cents), 0) FROM posting p JOIN payment y ON y.id = p.payment
            WHERE y.charge = ? AND p.account = 'cash'
            """, .id(charge))
        return Money(cents: sum ?? 0)
    }

    /// What the debtor has said last about their means.
    package func means(debtor: DebtorID) throws -> MeansRow? {
        try first(MeansRow.self, "WHERE debtor = ? ORDER BY id DESC", .id(debtor))
    }

    package func offers(debtor: DebtorID) throws -> [OfferRow] {
        try select(OfferRow.self, "WHERE debtor = ? ORDER BY id", .id(debtor))
    }
}
