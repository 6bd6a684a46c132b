package import Domain

/// What is to be drawn, in values that can be kept: the body of an effect, so that a drawing is done once, outside the
/// engine, and its bytes come back by their hash.
package struct DocumentOrder: Hashable, Codable, Sendable {
    package enum Paper: Hashable, Codable, Sendable {
        /// *Extrato*: what is owed on a day, line by line, with what late payment costs by the contract.
        case statement(day: CalendarDay, lines: [StatementLine], fine: Percentage, monthlyInterest: Percentage)
        /// *Carta de quitação*.
        case settlement(contracts: [SettledContract])
        /// *Termo de acordo*, with the proof of its acceptance.
        case agreement(AgreementOrder)
        /// *Recibo* of one payment.
        case receipt(ReceiptOrder)
    }

    package struct StatementLine: Hashable, Codable, Sendable {
        package let contract: String
        package let product: String?
        package let due: CalendarDay
        /// As agreed at first, less what was paid of it.
        package let principal: Money
        package let balance: Balance

        package init(contract: String, product: String?, due: CalendarDay, principal: Money, balance: Balance) {
            self.contract = contract
            self.product = product
            self.due = due
            self.principal = principal
            self.balance = balance
        }
    }

    package struct SettledContract: Hashable, Codable, Sendable {
        package let contract: String
        package let product: String?
        package let settledOn: CalendarDay
        package let paid: Money

        package init(contract: String, product: String?, settledOn: CalendarDay, paid: Money) {
            self.contract = contract
            self.product = product
            self.settledOn = settledOn
            self.paid = paid
        }
    }

    /// Who is owed, as the law wants it on every paper (CDC art. 42-A).
    package struct Issuer: Hashable, Codable, Sendable {
        package let name: String
        package let legalName: String?
        package let document: TaxDocument
        package let address: String
        package let contacts: [String]
        package let city: String

        package init(
            name: String, legalName: String?, document: TaxDocument, address: String, contacts: [String], city: String
        ) {
            self.name = name
            self.legalName = legalName
            self.document = document
            self.address = address
            self.contacts = contacts
            self.city = city
        }
    }

    package let paper: Paper
    package let issuer: Issuer
    package let clientName: String
    package let clientDocument: TaxDocument
    /// A `DocumentLanguage`; Portuguese where it is none.
    package let language: String
    package let issued: Timestamp
    package let zone: Zone

    package init(
        _ paper: Paper, issuer: Issuer, clientName: String, clientDocument: TaxDocument, language: String,
        issued: Timestamp, zone: Zone
    ) {
        self.paper = paper
        self.issuer = issuer
        self.clientName = clientName
        self.clientDocument = clientDocument
        self.language = language
        self.issued = issued
        self.zone = zone
    }

    /// The file's name, as a person finds it again in their downloads.
    package var filename: String {
        switch paper {
        case .statement(let day, _, _, _): "extrato-\(day.iso).pdf"
        case .settlement: "carta-de-quitacao.pdf"
        case .agreement(let order): "termo-de-acordo-\(order.agreedOn.iso).pdf"
        case .receipt(let order): "recibo-\(zone.day(order.paidAt).iso).pdf"
        }
    }

    /// The drawn file.
    package func pdf() throws(DocumentError) -> [UInt8] {
        let imprint = Imprint(
            creditor: Creditor(
                name: issuer.name, legalName: issuer.legalName, document: issuer.document, address: issuer.address,
                contacts: issuer.contacts),
            language: DocumentLanguage(rawValue: language) ?? .portuguese, issued: issued, zone: zone)
        let client = Client(name: PersonName(clientName), document: clientDocument)
        switch paper {
        case .statement(let day, let lines, let fine, let monthlyInterest):
            return try BalanceStatement(
                imprint: imprint, client: client, day: day,
                lines: lines.map { line in
                    BalanceStatement.Line(
                        contract: line.contract, product: line.product, due: line.due, daysLate: line.balance.daysLate,
                        principal: line.principal, correction: line.balance.principal - line.principal,
                        fine: line.balance.fine, interest: line.balance.interest, discount: line.balance.discount)
                }, charges: BalanceStatement.Charges(fine: fine, monthlyInterest: monthlyInterest)
            ).pdf()
        case .settlement(let contracts):
            return try SettlementLetter(
                imprint: imprint, client: client, city: issuer.city,
                contracts: contracts.map {
                    SettlementLetter.Contract(
                        contract: $0.contract, product: $0.product, settledOn: $0.settledOn, paid: $0.paid)
                }
            ).pdf()
        case .agreement(let order): return try order.term(imprint, client).pdf()
        case .receipt(let order): return try order.receipt(imprint, client).pdf()
        }
    }
}
