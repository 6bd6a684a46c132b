package import Domain

/// What one row of the file came to.
package enum RowResult: Hashable, Sendable {
    case accepted(PortfolioRow)
    case rejected(RejectedRow)
}

/// A debt, its debtor and the ways to reach them, as one row states them.
package struct PortfolioRow: Hashable, Sendable {
    /// The row's first line in the file; the header's is 1.
    package let line: Int
    /// As written, spare white space off; see `PersonName`.
    package let name: String
    package let document: TaxDocument
    package let contract: String
    package let product: String?
    package let amount: Money
    package let dueDate: CalendarDay
    /// Different numbers in the order of their columns; may be empty where there is an e-mail address.
    package let phones: [PhoneNumber]
    package let email: EmailAddress?
    package let state: FederativeUnit?
    package let city: String?
    package let birthDate: CalendarDay?
    /// Other columns that are not empty, by their header.
    package let extra: [String: String]

    /// What makes two rows the same debt, within one portfolio.
    package var identity: RowIdentity { RowIdentity(document: document, contract: contract) }
}

/// A debt's identity within a portfolio: a person may have several contracts, a contract number several persons.
package struct RowIdentity: Hashable, Sendable {
    package let document: TaxDocument
    package let contract: String

    package init(document: TaxDocument, contract: String) {
        self.document = document
        self.contract = contract
    }
}

/// A row that cannot be loaded, as it was, with every reason.
package struct RejectedRow: Hashable, Sendable {
    /// The row's first line in the file; the header's is 1.
    package let line: Int
    /// Its fields as written.
    package let fields: [String]
    package let reasons: [RejectionReason]
}

package struct RejectionReason: Hashable, Sendable {
    package let field: PortfolioField
    /// Stable and short, in English.
    package let code: String
    /// What a person reads, in Portuguese.
    package let text: String

    package init(field: PortfolioField, code: String, text: String) {
        self.field = field
        self.code = code
        self.text = text
    }
}
