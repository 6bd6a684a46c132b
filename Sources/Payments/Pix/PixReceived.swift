package import Domain

/// Money that arrived by Pix, as the receiver's bank reports it.
package struct PixReceived: Hashable, Sendable {
    /// The payment's identity in the whole Pix system, and so the key under which it is counted once.
    ///
    /// Formally 32 letters and digits; banks' own examples break the length, so 1 to 35 are taken.
    package let endToEndID: String
    package let txid: PixTxid?
    /// The receiver's key that was paid.
    package let key: String?
    package let amount: Money
    /// When the receiver was credited.
    package let at: Timestamp
    /// What the payer wrote.
    package let payerInfo: String?
    /// Who paid, where the bank tells: not always the debtor.
    package let payer: PixPayer?
    package let refunds: [PixRefund]
    /// What the amount is made of, where the bank tells: a charge with a due date may carry fine, interest and discount.
    package let components: PixComponents?

    package init(
        endToEndID: String, txid: PixTxid? = nil, key: String? = nil, amount: Money, at: Timestamp,
        payerInfo: String? = nil, payer: PixPayer? = nil, refunds: [PixRefund] = [], components: PixComponents? = nil
    ) {
        self.endToEndID = endToEndID
        self.txid = txid
        self.key = key
        self.amount = amount
        self.at = at
        self.payerInfo = payerInfo
        self.payer = payer
        self.refunds = refunds
        self.components = components
    }
}

/// The account holder who paid. An extension of many banks; the Central Bank's format does not have it.
package struct PixPayer: Hashable, Sendable {
    package let name: String?
    /// CPF or CNPJ as the bank writes it, often masked.
    package let document: String?

    package init(name: String?, document: String?) {
        self.name = name
        self.document = document
    }
}

/// Money of a received Pix that goes back (*devolução*): the receiver's refund, or a return after fraud (MED).
package struct PixRefund: Hashable, Sendable {
    package enum Status: Hashable, Sendable {
        case processing, returned, failed
        /// A word that the format does not know; a person decides.
        case other(String)

        init(word: String) {
            switch word {
            case "EM_PROCESSAMENTO": self = .processing
            case "DEVOLVIDO": self = .returned
            case "NAO_REALIZADO": self = .failed
            default: self = .other(word)
            }
        }

        /// As the format writes it.
        package var word: String {
            switch self {
            case .processing: "EM_PROCESSAMENTO"
            case .returned: "DEVOLVIDO"
            case .failed: "NAO_REALIZADO"
            case .other(let word): word
            }
        }
    }

    /// Unique within the payment; with the status it makes the key of the event.
    package let id: String
    package let returnID: String?
    package let amount: Money
    package let status: Status
    /// `ORIGINAL`, `MED_FRAUDE`, `MED_OPERACIONAL`, …
    package let nature: String?
    package let reason: String?
    package let requestedAt: Timestamp?
    package let settledAt: Timestamp?

    package init(
        id: String, returnID: String? = nil, amount: Money, status: Status, nature: String? = nil,
        reason: String? = nil, requestedAt: Timestamp? = nil, settledAt: Timestamp? = nil
    ) {
        self.id = id
        self.returnID = returnID
        self.amount = amount
        self.status = status
        self.nature = nature
        self.reason = reason
        self.requestedAt = requestedAt
        self.settledAt = settledAt
    }
}
