package import Domain

/// What can happen to a conversation.
package enum ConversationInput: Hashable, Codable, Sendable {
    /// One or more messages of the debtor, in order. Several that came in a row get one answer.
    case messages([InboundMessage])
    /// Quita wrote first (a cadence's message); nothing is answered, but "sim" has a meaning from now on.
    case opened(Opening)
    /// The charge that was asked for exists.
    case chargeReady(ChargeFacts)
    /// The charge that was asked for cannot be made.
    case chargeFailed
    /// The bank confirmed a payment.
    case paymentConfirmed(PaymentFacts)
    /// A person of the team took the conversation.
    case humanTookOver(by: UserID)
    /// A person of the team, or the agreed silence, gave it back.
    case handedBack(by: UserID?)
    /// Nobody wrote for as long as the engine waits.
    case silence
}

package struct InboundMessage: Hashable, Codable, Sendable {
    package let id: MessageID
    package let content: InboundContent
    /// What was read on its picture or document; nil where nobody has read it.
    package let receipt: ReceiptFinding?

    package init(id: MessageID, content: InboundContent, receipt: ReceiptFinding? = nil) {
        self.id = id
        self.content = content
        self.receipt = receipt
    }
}

/// What the message that Quita opened with asked.
package enum Opening: String, Hashable, Codable, Sendable {
    /// "Falo com Ana?"
    case askedName
    /// Nothing in particular.
    case reminder
}

/// A payment charge that exists at the bank, or a static Pix code of the creditor's.
package struct ChargeFacts: Hashable, Codable, Sendable {
    package let charge: ChargeID
    package let amount: Money
    /// Pix copia e cola.
    package let pixCode: String
    package let qrCode: MediaReference?
    package let due: CalendarDay
    package let beneficiaryName: String
    /// Formatted, as the payer's bank will show it.
    package let beneficiaryDocument: String?
    /// 0 the down payment, else the installment's number; nil outside an agreement.
    package let paymentNumber: Int?

    package init(
        charge: ChargeID, amount: Money, pixCode: String, qrCode: MediaReference?, due: CalendarDay,
        beneficiaryName: String, beneficiaryDocument: String?, paymentNumber: Int?
    ) {
        self.charge = charge
        self.amount = amount
        self.pixCode = pixCode
        self.qrCode = qrCode
        self.due = due
        self.beneficiaryName = beneficiaryName
        self.beneficiaryDocument = beneficiaryDocument
        self.paymentNumber = paymentNumber
    }
}

/// A payment as the ledger has booked it.
package struct PaymentFacts: Hashable, Codable, Sendable {
    package let payment: PaymentID
    package let amount: Money
    package let paidOn: CalendarDay
    package let effect: Effect

    package enum Effect: Hashable, Codable, Sendable {
        /// Nothing is owed any more.
        case settled
        /// A payment of an agreement; what comes next, if anything.
        case installment(number: Int, of: Int, next: NextPayment?)
        /// Part of what was due; so much is still open.
        case partial(open: Money)
    }

    package struct NextPayment: Hashable, Codable, Sendable {
        package let amount: Money
        package let due: CalendarDay

        package init(amount: Money, due: CalendarDay) {
            self.amount = amount
            self.due = due
        }
    }

    package init(payment: PaymentID, amount: Money, paidOn: CalendarDay, effect: Effect) {
        self.payment = payment
        self.amount = amount
        self.paidOn = paidOn
        self.effect = effect
    }
}
