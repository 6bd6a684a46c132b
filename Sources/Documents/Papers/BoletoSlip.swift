package import Domain
package import Payments

/// A bank's slip (*boleto*): the payer's receipt above, the bank's part with the barcode below.
///
/// Drawing it does not make it payable: only a slip that the bank has registered is paid. The layout is FEBRABAN's and
/// in Portuguese whatever the payer's language, for a teller reads it; the form is the law's (BCB Circular 3.598).
package struct BoletoSlip: Hashable, Sendable {
    package let imprint: Imprint
    package let boleto: Boleto
    package let bank: Bank
    /// Who is paid. The creditor of the imprint, or an office that collects for it.
    package let beneficiary: Party
    /// Agency and code of the beneficiary at the bank, as the bank writes them.
    package let agencyAndCode: String
    /// The bank's number of the slip, with its check digit.
    package let ourNumber: String
    /// The bank's product (*carteira*).
    package let wallet: String
    /// The beneficiary's own number of what is paid.
    package let documentNumber: String
    package let documentDay: CalendarDay
    package let processingDay: CalendarDay
    /// `DM`, `DS`, …
    package let species: String
    /// Whether the payer has accepted the title: `A` or `N`.
    package let isAccepted: Bool
    package let payer: Party
    /// Who stands behind the title, or the supplier where the beneficiary is another (*sacador/avalista*).
    package let guarantor: Party?
    /// What the teller and the payer should know: fine, interest, discount.
    package let instructions: [String]
    package let paymentPlace: String?
    /// The same payment by Pix: paying one must cancel the other.
    package let pix: BRCode?

    package init(
        imprint: Imprint, boleto: Boleto, bank: Bank, beneficiary: Party, agencyAndCode: String, ourNumber: String,
        wallet: String, documentNumber: String, documentDay: CalendarDay, processingDay: CalendarDay,
        species: String = "DM", isAccepted: Bool = false, payer: Party, guarantor: Party? = nil,
        instructions: [String] = [], paymentPlace: String? = nil, pix: BRCode? = nil
    ) {
        self.imprint = imprint
        self.boleto = boleto
        self.bank = bank
        self.beneficiary = beneficiary
        self.agencyAndCode = agencyAndCode
        self.ourNumber = ourNumber
        self.wallet = wallet
        self.documentNumber = documentNumber
        self.documentDay = documentDay
        self.processingDay = processingDay
        self.species = species
        self.isAccepted = isAccepted
        self.payer = payer
        self.guarantor = guarantor
        self.instructions = instructions
        self.paymentPlace = paymentPlace
        self.pix = pix
    }

    package struct Bank: Hashable, Sendable {
        package let name: String
        /// `001-9`
        package let code: String

        /// - Parameter checkDigit: nil computes it: modulo 11 of the three digits, 10 and 11 being 0. Some banks write
        ///   another character (Sicredi: `X`).
        package init(name: String, number: String, checkDigit: Character? = nil) {
            self.name = name
            let sum = zip(number.suffix(3), [4, 3, 2]).map { ($0.wholeNumberValue ?? 0) * $1 }.reduce(0, +)
            let digit = 11 - sum % 11
            code = number + "-" + (checkDigit.map(String.init) ?? String(digit > 9 ? 0 : digit))
        }
    }

    /// A person or company as the bank registers them, with the whole tax number: a slip without it is not paid.
    package struct Party: Hashable, Sendable {
        package let name: String
        package let document: TaxDocument
        package let address: String

        package init(name: String, document: TaxDocument, address: String) {
            self.name = name
            self.document = document
            self.address = address
        }

        var identity: String { "\(document.isCompany ? "CNPJ" : "CPF")\u{A0}\(document.formatted)" }
        var line: String { "\(name) · \(identity)" }
    }

    package func pdf() throws(DocumentError) -> [UInt8] {
        guard boleto.kind == .bank, let barcode = ITF25(boleto.barcode) else { throw .notABankSlip }
        var symbol: QRCode?
        if let pix {
            do { symbol = try QRCode(pix.payload) } catch { throw .qrCode(error) }
        }
        let form = BoletoForm(slip: self, barcode: barcode, symbol: symbol)
        let words = DocumentCatalogue(language: imprint.language)
        let metadata = PDFMetadata(
            title: "\(words.text(.boletoTitle)) \(documentNumber)", author: beneficiary.name,
            subject: words.text(.boletoTitle), created: imprint.issued, language: .portuguese)
        let pictures = [symbol == nil ? nil : BoletoLabel.pixPicture, BoletoLabel.barcodePicture].compactMap { $0 }
        return try PDFFile.draw(metadata, pages: [{ canvas in form.draw(on: canvas) }], pictures: pictures)
    }
}
