package import Domain

/// The bank's name for a title, in one spelling, whatever file it comes from.
package struct OurNumberKey: Hashable, Sendable, Comparable {
    /// Three digits.
    package let bank: String
    /// Without zeros on the left.
    package let digits: String

    package init(bank: String, ourNumber: some StringProtocol) {
        self.bank = bank
        digits = String(ourNumber.drop { $0 == "0" })
    }

    /// From a return file. Some banks put more than the number into its columns: Sicoob the installment and the form behind
    /// it, Bradesco the wallet before it.
    package init(bank: String, layout: CNABLayout, returned text: String) {
        switch (bank, layout) {
        case ("756", .cnab240): self.init(bank: bank, ourNumber: text.prefix(10))
        case ("237", .cnab240): self.init(bank: bank, ourNumber: text.suffix(12))
        default: self.init(bank: bank, ourNumber: text)
        }
    }

    package static func < (left: OurNumberKey, right: OurNumberKey) -> Bool {
        (left.bank, left.digits) < (right.bank, right.digits)
    }
}

/// Something that waits for money, with all the faces under which it may be paid: a Pix charge, a slip, or both.
package struct Payable: Hashable, Sendable {
    package let id: ChargeID
    /// What it asks for on which day.
    package let terms: PixDueTerms
    package let txids: Set<PixTxid>
    package let ourNumbers: Set<OurNumberKey>
    /// The creditor's own references: document number, installment's id.
    package let references: Set<String>
    /// What came for it before.
    package let received: Money

    package init(
        id: ChargeID, terms: PixDueTerms, txids: Set<PixTxid> = [], ourNumbers: Set<OurNumberKey> = [],
        references: Set<String> = [], received: Money = .zero
    ) {
        self.id = id
        self.terms = terms
        self.txids = txids
        self.ourNumbers = ourNumbers
        self.references = Set(references.map(Payable.reference).filter { !$0.isEmpty })
        self.received = received
    }

    /// References compare without blanks and zeros at the left: banks pad them.
    static func reference(_ text: String) -> String {
        String(text.filter { $0 != " " }.drop { $0 == "0" })
    }
}

/// Money that came or went, from whichever bank and by whichever way.
package struct ReceivedPayment: Hashable, Sendable {
    package enum Way: String, Hashable, Sendable, CaseIterable {
        case pix, boleto
        /// At the counter, by transfer: a person's word.
        case byHand = "by_hand"
    }

    /// What makes it happen once: the same key is the same money.
    package let key: String
    package let way: Way
    /// Negative for money that went back.
    package let amount: Money
    package let at: Timestamp
    /// The day on which the payer paid, which decides what was owed.
    package let day: CalendarDay
    package let txid: PixTxid?
    package let ourNumber: OurNumberKey?
    package let references: Set<String>
    /// The payment that this takes back.
    package let reverses: String?
    /// What the bank kept; not part of the amount.
    package let fee: Money

    package init(
        key: String, way: Way, amount: Money, at: Timestamp, day: CalendarDay, txid: PixTxid? = nil,
        ourNumber: OurNumberKey? = nil, references: Set<String> = [], reverses: String? = nil, fee: Money = .zero
    ) {
        self.key = key
        self.way = way
        self.amount = amount
        self.at = at
        self.day = day
        self.txid = txid
        self.ourNumber = ourNumber
        self.references = Set(references.map(Payable.reference).filter { !$0.isEmpty })
        self.reverses = reverses
        self.fee = fee
    }

    /// A received Pix, and each of its refunds that was carried out.
    package static func all(from pix: PixReceived, zone: Zone = .brasilia) -> [ReceivedPayment] {
        let came = ReceivedPayment(
            key: pix.endToEndID, way: .pix, amount: pix.amount, at: pix.at, day: zone.day(pix.at), txid: pix.txid)
        let went = pix.refunds.filter { $0.status == .returned }.map { refund in
            let at = refund.settledAt ?? refund.requestedAt ?? pix.at
            return ReceivedPayment(
                key: pix.endToEndID + "/" + refund.id, way: .pix, amount: -refund.amount, at: at, day: zone.day(at),
                txid: pix.txid, reverses: pix.endToEndID)
        }
        return [came] + went
    }

    /// A title of a return file that moved money; nil for all others.
    ///
    /// The key leaves the line out: the same settlement in two files is the same money.
    package init?(_ title: CNABTitle, header: CNABHeader, zone: Zone = .brasilia) {
        guard title.meaning == .settled || title.meaning == .reversed, title.paid > .zero,
            let day = title.occurredOn ?? title.creditedOn ?? header.writtenOn
        else { return nil }
        let number = OurNumberKey(bank: header.bank, layout: header.layout, returned: title.ourNumber)
        self.init(
            key: [header.bank, number.digits, title.movement, day.iso, String(title.paid.cents)].joined(separator: "/"),
            way: .boleto, amount: title.meaning == .settled ? title.paid : -title.paid, at: zone.instant(day), day: day,
            ourNumber: number.digits.isEmpty ? nil : number, references: [title.document, title.companyUse],
            fee: title.fee)
    }
}
