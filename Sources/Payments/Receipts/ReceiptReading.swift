package import Domain

/// How far a field of a receipt can be believed.
///
/// All of it is what a picture says, and pictures can be made: no level is proof that money moved.
package enum ReceiptConfidence: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Characters had to be repaired, or nothing around the value says what it is.
    case guessed
    /// It stands under its label, well-formed as it was read.
    case likely
    /// Check digits fit, or two places of the receipt agree.
    case certain

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A value read from a receipt.
package struct ReceiptField<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    package let confidence: ReceiptConfidence

    package init(_ value: Value, _ confidence: ReceiptConfidence) {
        self.value = value
        self.confidence = confidence
    }
}

/// One side of a payment as the receipt names it.
package struct ReceiptParty: Hashable, Sendable {
    package var name: ReceiptField<String>?
    package var document: ReceiptField<ReceiptDocument>?
    /// The Pix key that was paid; the payee's only.
    package var key: ReceiptField<PixKey>?
    package var institution: ReceiptField<String>?

    package init(
        name: ReceiptField<String>? = nil, document: ReceiptField<ReceiptDocument>? = nil,
        key: ReceiptField<PixKey>? = nil, institution: ReceiptField<String>? = nil
    ) {
        self.name = name
        self.document = document
        self.key = key
        self.institution = institution
    }

    package var isEmpty: Bool { self == ReceiptParty() }
}

/// What a picture or PDF of a payment says, field by field. A claim, never a payment: only the bank's word is one.
package struct ReceiptReading: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case pix, boleto, transfer
    }

    /// How far the payment had come when the receipt was made.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case completed
        /// Ordered for a later day (*agendado*): not paid, and it may never be.
        case scheduled
        /// Being analysed or processed (*em análise*, *em processamento*).
        case processing
        /// Refused, cancelled, not carried out.
        case failed
        /// Went back to the payer (*devolvido*, *estornado*).
        case returned
        /// A code or a slip to be paid, and no receipt at all.
        case unpaidOrder
        /// The text does not say.
        case unstated
    }

    package var kind: ReceiptField<Kind>?
    package var status: Status
    /// What the payer paid; not fees, fine or discount.
    package var amount: ReceiptField<Money>?
    /// The day on which it was paid or, where it is scheduled, is to be paid.
    package var paidOn: ReceiptField<CalendarDay>?
    package var paidAt: ReceiptField<Timestamp>?
    package var endToEndID: ReceiptField<EndToEndID>?
    package var payee: ReceiptParty
    package var payer: ReceiptParty
    /// The payer's bank: who made the receipt.
    package var institution: ReceiptField<String>?
    /// The slip that was paid, from its digit line or its bars.
    package var boleto: ReceiptField<Boleto>?
    /// The payment code in the picture, or pasted into its text.
    package var code: BRCode?

    package init(
        kind: ReceiptField<Kind>? = nil, status: Status = .unstated, amount: ReceiptField<Money>? = nil,
        paidOn: ReceiptField<CalendarDay>? = nil, paidAt: ReceiptField<Timestamp>? = nil,
        endToEndID: ReceiptField<EndToEndID>? = nil, payee: ReceiptParty = ReceiptParty(),
        payer: ReceiptParty = ReceiptParty(), institution: ReceiptField<String>? = nil,
        boleto: ReceiptField<Boleto>? = nil, code: BRCode? = nil
    ) {
        self.kind = kind
        self.status = status
        self.amount = amount
        self.paidOn = paidOn
        self.paidAt = paidAt
        self.endToEndID = endToEndID
        self.payee = payee
        self.payer = payer
        self.institution = institution
        self.boleto = boleto
        self.code = code
    }

    package var isScheduled: Bool { status == .scheduled }

    /// Whether there is enough in it to look for a charge: the amount, or something that names the payment or its slip.
    package var isReadable: Bool { amount != nil || endToEndID != nil || boleto != nil }
}
