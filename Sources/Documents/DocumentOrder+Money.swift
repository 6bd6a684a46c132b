package import Domain

/// The values of a term of agreement.
package struct AgreementOrder: Hashable, Codable, Sendable {
    package struct Debt: Hashable, Codable, Sendable {
        package let contract: String
        package let product: String?
        package let due: CalendarDay
        package let principal: Money
        /// Fine, interest and correction up to the day of the agreement.
        package let charges: Money

        package init(contract: String, product: String?, due: CalendarDay, principal: Money, charges: Money) {
            self.contract = contract
            self.product = product
            self.due = due
            self.principal = principal
            self.charges = charges
        }
    }

    package struct Payment: Hashable, Codable, Sendable {
        /// 0 is the down payment.
        package let number: Int
        package let due: CalendarDay
        package let amount: Money
        /// The part of the amount that is interest.
        package let interest: Money

        package init(number: Int, due: CalendarDay, amount: Money, interest: Money) {
            self.number = number
            self.due = due
            self.amount = amount
            self.interest = interest
        }
    }

    /// How it was accepted.
    package struct Acceptance: Hashable, Codable, Sendable {
        package let at: Timestamp
        package let messageID: String
        package let words: String

        package init(at: Timestamp, messageID: String, words: String) {
            self.at = at
            self.messageID = messageID
            self.words = words
        }
    }

    package let agreedOn: CalendarDay
    package let debts: [Debt]
    package let payments: [Payment]
    /// Zero where no interest is charged on the installments.
    package let interestPerMonth: Percentage
    /// Total effective cost a year (CET); nil where no interest is charged.
    package let yearlyCost: Percentage?
    package let fine: Percentage
    package let monthlyInterest: Percentage
    package let graceBusinessDays: Int
    package let keepsDiscount: Bool
    package let acceptance: Acceptance?
    /// The fingerprint of the terms that were shown.
    package let termsHash: String

    package init(
        agreedOn: CalendarDay, debts: [Debt], payments: [Payment], interestPerMonth: Percentage,
        yearlyCost: Percentage?, fine: Percentage, monthlyInterest: Percentage, graceBusinessDays: Int,
        keepsDiscount: Bool, acceptance: Acceptance?, termsHash: String
    ) {
        self.agreedOn = agreedOn
        self.debts = debts
        self.payments = payments
        self.interestPerMonth = interestPerMonth
        self.yearlyCost = yearlyCost
        self.fine = fine
        self.monthlyInterest = monthlyInterest
        self.graceBusinessDays = graceBusinessDays
        self.keepsDiscount = keepsDiscount
        self.acceptance = acceptance
        self.termsHash = termsHash
    }

    func term(_ imprint: Imprint, _ client: Client) -> AgreementTerm {
        AgreementTerm(
            imprint: imprint, client: client, agreedOn: agreedOn,
            debts: debts.map {
                AgreementTerm.CoveredDebt(
                    contract: $0.contract, product: $0.product, due: $0.due, principal: $0.principal,
                    charges: $0.charges)
            },
            payments: payments.map {
                AgreementTerm.Payment(number: $0.number, due: $0.due, amount: $0.amount, interest: $0.interest)
            },
            credit: interestPerMonth > .zero
                ? AgreementTerm.Credit(monthlyRate: interestPerMonth, yearlyCost: yearlyCost) : nil,
            breach: AgreementTerm.Breach(
                fine: fine, monthlyInterest: monthlyInterest, graceBusinessDays: graceBusinessDays,
                keepsDiscount: keepsDiscount),
            acceptance: acceptance.map {
                AgreementTerm.Acceptance(
                    at: $0.at, channel: "WhatsApp", messageId: $0.messageID, words: $0.words,
                    identityProof: DocumentCatalogue(language: imprint.language).text(.identityProvenInChat))
            }, termsHash: termsHash)
    }
}

/// The values of a receipt.
package struct ReceiptOrder: Hashable, Codable, Sendable {
    /// By which way the money came.
    package enum Means: Hashable, Codable, Sendable {
        case pix(endToEndID: String)
        case boleto(number: String)
        case byHand
    }

    package struct Part: Hashable, Codable, Sendable {
        package let contract: String
        package let principal: Money
        /// Fine, interest and correction.
        package let charges: Money

        package init(contract: String, principal: Money, charges: Money) {
            self.contract = contract
            self.principal = principal
            self.charges = charges
        }
    }

    package let amount: Money
    package let paidAt: Timestamp
    package let means: Means
    package let parts: [Part]
    /// What is still owed in all after this payment.
    package let remaining: Money

    package init(amount: Money, paidAt: Timestamp, means: Means, parts: [Part], remaining: Money) {
        self.amount = amount
        self.paidAt = paidAt
        self.means = means
        self.parts = parts
        self.remaining = remaining
    }

    func receipt(_ imprint: Imprint, _ client: Client) -> PaymentReceipt {
        let way: PaymentReceipt.Means =
            switch means {
            case .pix(let id): .pix(endToEndId: id)
            case .boleto(let number): .boleto(number: number)
            case .byHand: .cash
            }
        return PaymentReceipt(
            imprint: imprint, client: client, amount: amount, paidAt: paidAt, means: way,
            parts: parts.map {
                PaymentReceipt.Part(contract: $0.contract, principal: $0.principal, charges: $0.charges)
            }, remaining: remaining)
    }
}
