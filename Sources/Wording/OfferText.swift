package import Domain

/// An offer as words need it. It is made from a minted offer by the room that speaks.
package struct OfferText: Hashable, Sendable {
    /// An amount and the day it is due.
    package struct Payment: Hashable, Sendable {
        package let amount: Money
        package let due: CalendarDay

        package init(amount: Money, due: CalendarDay) {
            self.amount = amount
            self.due = due
        }
    }

    package let total: Money
    /// What is conceded in all; not mentioned unless positive.
    package let saving: Money
    package let down: Payment?
    /// One for payment at once; never empty.
    package let installments: [Payment]
    package let isCash: Bool
    package let interestPerMonth: Percentage

    package init(
        total: Money, saving: Money, down: Payment?, installments: [Payment], isCash: Bool, interestPerMonth: Percentage
    ) {
        self.total = total
        self.saving = saving
        self.down = down
        self.installments = installments
        self.isCash = isCash
        self.interestPerMonth = interestPerMonth
    }
}

/// One debt, line by line.
package struct DebtText: Hashable, Sendable {
    package let product: String?
    package let contractEnd: String?
    package let due: CalendarDay
    package let original: Money
    /// What was paid or taken off before; not shown unless positive.
    package let paid: Money
    package let fine: Money
    package let interest: Money
    package let correction: Money
    package let total: Money
    package let finePercentage: Percentage?
    package let interestPerMonth: Percentage?

    package init(
        product: String?, contractEnd: String?, due: CalendarDay, original: Money, paid: Money = .zero, fine: Money,
        interest: Money,
        correction: Money, total: Money, finePercentage: Percentage?, interestPerMonth: Percentage?
    ) {
        self.product = product
        self.contractEnd = contractEnd
        self.due = due
        self.original = original
        self.paid = paid
        self.fine = fine
        self.interest = interest
        self.correction = correction
        self.total = total
        self.finePercentage = finePercentage
        self.interestPerMonth = interestPerMonth
    }
}

/// The creditor as the law wants it on every text that asks for money (CDC art. 42-A).
package struct CreditorText: Hashable, Sendable {
    package let tradeName: String
    package let legalName: String
    /// Formatted.
    package let cnpj: String?
    package let address: String?
    package let officialChannels: String?
    package let complaintsChannel: String?

    package init(
        tradeName: String, legalName: String, cnpj: String?, address: String?, officialChannels: String?,
        complaintsChannel: String?
    ) {
        self.tradeName = tradeName
        self.legalName = legalName
        self.cnpj = cnpj
        self.address = address
        self.officialChannels = officialChannels
        self.complaintsChannel = complaintsChannel
    }
}

/// When a person of the team answers.
package enum ServiceTime: Hashable, Sendable {
    /// Now, until this minute of today.
    case openNow(untilMinute: Int)
    case opens(CalendarDay, minute: Int)
    case unknown
}

/// A time of day as a person said it.
package enum SpokenTime: Hashable, Sendable {
    case minute(Int)
    case morning, afternoon, evening
}
