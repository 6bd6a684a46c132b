package import Domain
package import Payments

/// What every document carries: whose it is, when it was made, and in which language.
package struct Imprint: Hashable, Sendable {
    package let creditor: Creditor
    package let language: DocumentLanguage
    /// The instant of issue. It is also the file's creation date, so that the same values give the same file.
    package let issued: Timestamp
    /// The zone in which instants on the document are shown.
    package let zone: Zone
    /// The document's own number, by which a person at the desk finds it.
    package let reference: String?

    package init(
        creditor: Creditor, language: DocumentLanguage = .portuguese, issued: Timestamp, zone: Zone = .brasilia,
        reference: String? = nil
    ) {
        self.creditor = creditor
        self.language = language
        self.issued = issued
        self.zone = zone
        self.reference = reference
    }
}

/// Who is owed: name, tax number and address stand on every document that asks for money (CDC art. 42-A).
package struct Creditor: Hashable, Sendable {
    /// The name that clients know.
    package let name: String
    /// The registered name, where it differs.
    package let legalName: String?
    package let document: TaxDocument
    package let address: String
    /// How to reach a person: a number, an e-mail address, hours; each on a line of its own.
    package let contacts: [String]
    /// Nil for the product's own petrol.
    package let colour: Colour?

    package init(
        name: String, legalName: String? = nil, document: TaxDocument, address: String, contacts: [String] = [],
        colour: Colour? = nil
    ) {
        self.name = name
        self.legalName = legalName
        self.document = document
        self.address = address
        self.contacts = contacts
        self.colour = colour
    }

    var documentLabel: String { document.isCompany ? "CNPJ" : "CPF" }

    /// `CNPJ 12.345.678/0001-95`
    var identity: String { "\(documentLabel)\u{A0}\(document.formatted)" }
}

/// The person whom a document is for. Their tax number is only ever printed masked, but on a bank's slip.
package struct Client: Hashable, Sendable {
    package let name: PersonName
    package let document: TaxDocument

    package init(name: PersonName, document: TaxDocument) {
        self.name = name
        self.document = document
    }

    var documentLabel: String { document.isCompany ? "CNPJ" : "CPF" }

    /// `CPF ***.982.247-**`
    var maskedIdentity: String { "\(documentLabel)\u{A0}\(document.masked)" }
}

/// A Pix code with what a person checks before paying it.
package struct PixOrder: Hashable, Sendable {
    package let code: BRCode
    package let amount: Money
    /// The last day on which the code pays this amount.
    package let validUntil: CalendarDay?

    package init(code: BRCode, amount: Money, validUntil: CalendarDay? = nil) {
        self.code = code
        self.amount = amount
        self.validUntil = validUntil
    }

    func symbol() throws(DocumentError) -> QRCode {
        do { return try QRCode(code.payload) } catch { throw .qrCode(error) }
    }
}
