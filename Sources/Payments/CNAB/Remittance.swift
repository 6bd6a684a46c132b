package import Domain

/// A creditor's account and contract with a bank, as the bank's remittance files name them.
package struct RemittanceAccount: Hashable, Sendable {
    package let bank: RemittanceBank
    package let document: TaxDocument
    package let name: String
    /// What the bank calls the contract: agreement, client, beneficiary or transmission code, in full width.
    package let agreement: String
    /// *Agência*, without its digit.
    package let branch: String
    package let branchDigit: String
    /// Without its digit.
    package let account: String
    package let accountDigit: String
    /// *Carteira* as the layout writes it.
    package let wallet: String

    package init(
        bank: RemittanceBank, document: TaxDocument, name: String, agreement: String, branch: String,
        branchDigit: String = "", account: String, accountDigit: String = "", wallet: String
    ) {
        self.bank = bank
        self.document = document
        self.name = name
        self.agreement = agreement
        self.branch = branch
        self.branchDigit = branchDigit
        self.account = account
        self.accountDigit = accountDigit
        self.wallet = wallet
    }
}

/// The banks whose CNAB 240 for collection is known here.
package enum RemittanceBank: String, Hashable, Sendable, CaseIterable {
    case bancoDoBrasil = "001"
    case santander = "033"
    case caixa = "104"
    case bradesco = "237"
    case itau = "341"
    case sicoob = "756"
}

/// What the bank is to do with a title.
package enum RemittanceMovement: String, Hashable, Sendable, CaseIterable {
    case register = "01"
    /// Take it back: nobody can pay it any more.
    case writeOff = "02"
    case giveRebate = "04"
    case cancelRebate = "05"
    case changeDue = "06"
}

/// Interest after the due day.
package enum RemittanceInterest: Hashable, Sendable {
    case amountPerDay(Money)
    /// Percent a month, at most two decimals.
    case monthly(Percentage)
}

/// Who owes, with the address that the slip must show.
package struct RemittancePayer: Hashable, Sendable {
    package let document: TaxDocument
    package let name: String
    package let street: String
    package let district: String
    /// Eight digits.
    package let postalCode: String
    package let city: String
    package let state: String

    package init(
        document: TaxDocument, name: String, street: String, district: String, postalCode: String, city: String,
        state: String
    ) {
        self.document = document
        self.name = name
        self.street = street
        self.district = district
        self.postalCode = postalCode
        self.city = city
        self.state = state
    }
}

/// One title for the bank.
package struct RemittanceTitle: Hashable, Sendable {
    package var movement: RemittanceMovement
    /// *Nosso número*: `BoletoOurNumber.text`.
    package var ourNumber: String
    /// The creditor's document number; digits.
    package var document: String
    /// Comes back in every return file: our installment's id.
    package var companyUse: String
    package var due: CalendarDay
    package var issued: CalendarDay
    package var face: Money
    /// `02` is a trade bill (*duplicata mercantil*), `04` one for services.
    package var species: String
    package var isAccepted: Bool
    package var interest: RemittanceInterest?
    /// From the day after the due day on.
    package var fine: PixValue?
    /// Up to three.
    package var discounts: [PixDiscountStep]
    package var rebate: Money
    /// Business days after which the bank has it protested; nil for never.
    package var protestAfterDays: Int?
    /// Days after the due day in which it can still be paid.
    package var writeOffAfterDays: Int?
    package var payer: RemittancePayer
    /// The first supplier, where the creditor bought the debt (CDC art. 42-A).
    package var guarantor: PixDebtor?
    /// For the payer, up to two lines.
    package var messages: [String]

    package init(
        movement: RemittanceMovement = .register, ourNumber: String, document: String, companyUse: String,
        due: CalendarDay, issued: CalendarDay, face: Money, species: String = "02", isAccepted: Bool = false,
        interest: RemittanceInterest? = nil, fine: PixValue? = nil, discounts: [PixDiscountStep] = [],
        rebate: Money = .zero, protestAfterDays: Int? = nil, writeOffAfterDays: Int? = nil, payer: RemittancePayer,
        guarantor: PixDebtor? = nil, messages: [String] = []
    ) {
        self.movement = movement
        self.ourNumber = ourNumber
        self.document = document
        self.companyUse = companyUse
        self.due = due
        self.issued = issued
        self.face = face
        self.species = species
        self.isAccepted = isAccepted
        self.interest = interest
        self.fine = fine
        self.discounts = discounts
        self.rebate = rebate
        self.protestAfterDays = protestAfterDays
        self.writeOffAfterDays = writeOffAfterDays
        self.payer = payer
        self.guarantor = guarantor
        self.messages = messages
    }
}

/// A field that a remittance cannot carry.
package struct RemittanceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 0; nil for the account.
    package let title: Int?
    package let field: String
    package let problem: String

    package var description: String {
        (title.map { "title \($0 + 1), " } ?? "") + "\(field): \(problem)"
    }
}
