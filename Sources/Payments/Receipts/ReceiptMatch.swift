package import Domain

/// What a receipt is held against: what this person may pay, and to whom.
package struct ReceiptExpectation: Hashable, Sendable {
    /// A charge or an installment that waits for money.
    package struct Charge: Hashable, Sendable {
        package let id: ChargeID
        /// What it asks for on the day in question.
        package let amount: Money
        /// Other amounts that would settle it: without the charges for the delay, with a discount that was offered.
        package let otherAmounts: Set<Money>
        package let due: CalendarDay
        /// The day from which it could be paid at all.
        package let since: CalendarDay
        package let txid: PixTxid?
        /// The 44 digits of its slip.
        package let barcode: String?

        package init(
            id: ChargeID, amount: Money, otherAmounts: Set<Money> = [], due: CalendarDay, since: CalendarDay,
            txid: PixTxid? = nil, barcode: String? = nil
        ) {
            self.id = id
            self.amount = amount
            self.otherAmounts = otherAmounts
            self.due = due
            self.since = since
            self.txid = txid
            self.barcode = barcode
        }
    }

    package let charges: [Charge]
    /// The creditor's legal and trade names, and those of its collecting bank or agent.
    package let payeeNames: [String]
    package let payeeDocuments: Set<TaxDocument>
    package let payeeKeys: Set<PixKey>
    /// Ids of payments that are booked already, whosever they are: the same receipt twice, or somebody else's.
    package let bookedIDs: Set<String>
    package let today: CalendarDay

    package init(
        charges: [Charge], payeeNames: [String], payeeDocuments: Set<TaxDocument>, payeeKeys: Set<PixKey> = [],
        bookedIDs: Set<String> = [], today: CalendarDay
    ) {
        self.charges = charges
        self.payeeNames = payeeNames
        self.payeeDocuments = payeeDocuments
        self.payeeKeys = payeeKeys
        self.bookedIDs = bookedIDs
        self.today = today
    }
}

/// How a receipt compares with what is expected. A claim to be verified at the bank, never a payment: nothing is written
/// off on it, whatever it says.
package struct ReceiptMatch: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        /// Amount, payee and day fit; several charges where they were paid together.
        case matches([ChargeID])
        /// Less than the one charge that it can be for.
        case partial(ChargeID, missing: Money)
        /// No charge asks for that much.
        case otherAmount
        /// Paid to somebody else, by name, document or key.
        case otherPayee
        /// Paid before any of the charges existed.
        case tooOld
        /// Its payment was booked before.
        case alreadyBooked
        /// Scheduled, being processed, failed, given back, or no receipt at all.
        case notPaid(ReceiptReading.Status)
        /// Several charges ask for the same.
        case ambiguous([ChargeID])
        case unreadable
    }

    /// What spoke for or against.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case amountFits, amountDiffers, amountUnread
        case payeeDocumentFits, payeeDocumentDiffers, payeeNameFits, payeeNameDiffers, payeeKeyFits, payeeKeyDiffers
        case payeeUnread
        case txidFits, barcodeFits, barcodeUnknown
        case dayFits, dayBefore, dayAhead, dayUnread
        case idBooked, idUnread
        case statusUnstated
    }

    package let verdict: Verdict
    package let reasons: Set<Reason>

    /// Whether the debtor may be thanked for a payment that looks right, and told when it will have been checked.
    package var isPlausible: Bool {
        switch verdict {
        case .matches, .partial, .ambiguous, .alreadyBooked: true
        case .otherAmount, .otherPayee, .tooOld, .notPaid, .unreadable: false
        }
    }

    package init(_ reading: ReceiptReading, against expectation: ReceiptExpectation) {
        var comparison = ReceiptComparison(reading: reading, expectation: expectation)
        verdict = comparison.verdict()
        reasons = comparison.reasons
    }
}
