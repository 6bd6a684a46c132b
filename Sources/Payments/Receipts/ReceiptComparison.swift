import Domain

/// The rules of a comparison, in the order in which they decide.
struct ReceiptComparison {
    typealias Charge = ReceiptExpectation.Charge

    let reading: ReceiptReading
    let expectation: ReceiptExpectation
    private(set) var reasons: Set<ReceiptMatch.Reason> = []

    init(reading: ReceiptReading, expectation: ReceiptExpectation) {
        self.reading = reading
        self.expectation = expectation
    }

    mutating func verdict() -> ReceiptMatch.Verdict {
        guard reading.isReadable else { return .unreadable }
        if isBooked() { return .alreadyBooked }
        switch reading.status {
        case .completed: break
        case .unstated: reasons.insert(.statusUnstated)
        case .scheduled, .processing, .failed, .returned, .unpaidOrder: return .notPaid(reading.status)
        }
        let named = namedCharges()
        let payee = payeeEvidence()
        // A slip or a code of ours is its own payee; banks print the collecting agent there.
        if payee < 0, named.isEmpty { return .otherPayee }
        let candidates = named.isEmpty ? expectation.charges : named
        guard let possible = inTime(candidates) else { return .notPaid(.scheduled) }
        if possible.isEmpty, !candidates.isEmpty { return .tooOld }
        guard let amount = reading.amount?.value else {
            reasons.insert(.amountUnread)
            return .unreadable
        }
        return byAmount(amount, among: possible)
    }

    // MARK: Identity

    private mutating func isBooked() -> Bool {
        guard let id = reading.endToEndID else {
            reasons.insert(.idUnread)
            return false
        }
        guard expectation.bookedIDs.contains(where: id.value.looksLike) else { return false }
        reasons.insert(.idBooked)
        return true
    }

    private mutating func namedCharges() -> [Charge] {
        if let boleto = reading.boleto?.value {
            let found = expectation.charges.filter { $0.barcode == boleto.barcode }
            reasons.insert(found.isEmpty ? .barcodeUnknown : .barcodeFits)
            if !found.isEmpty { return found }
        }
        if let txid = reading.code?.txid {
            let found = expectation.charges.filter { $0.txid?.text == txid }
            if !found.isEmpty {
                reasons.insert(.txidFits)
                return found
            }
        }
        return []
    }

    /// Above zero: the payee is ours; below: it is not; zero: the receipt does not tell.
    private mutating func payeeEvidence() -> Int {
        var evidence = 0
        if let document = reading.payee.document?.value {
            let fits = expectation.payeeDocuments.contains(where: document.fits)
            reasons.insert(fits ? .payeeDocumentFits : .payeeDocumentDiffers)
            // Whole documents passed their check digits: they outweigh a name.
            if case .whole = document { evidence += fits ? 4 : -4 } else { evidence += fits ? 2 : -2 }
        }
        if let key = reading.payee.key?.value, !expectation.payeeKeys.isEmpty {
            let fits = expectation.payeeKeys.contains(key)
            reasons.insert(fits ? .payeeKeyFits : .payeeKeyDiffers)
            evidence += fits ? 4 : -1
        }
        if let name = reading.payee.name?.value {
            let fits = expectation.payeeNames.contains { ReceiptNames.areAlike(name, $0) }
            reasons.insert(fits ? .payeeNameFits : .payeeNameDiffers)
            evidence += fits ? 1 : -1
        }
        if evidence == 0, reading.payee.name == nil, reading.payee.document == nil { reasons.insert(.payeeUnread) }
        return evidence
    }

    // MARK: Time

    /// The charges that existed on the receipt's day; nil when that day is still to come.
    private mutating func inTime(_ charges: [Charge]) -> [Charge]? {
        guard let day = reading.paidOn?.value else {
            reasons.insert(.dayUnread)
            return charges
        }
        // One day of grace: the receipt's zone is the payer's.
        if day > expectation.today.adding(days: 1) {
            reasons.insert(.dayAhead)
            return reading.paidOn?.confidence == .guessed ? charges : nil
        }
        let possible = charges.filter { day >= $0.since.adding(days: -1) }
        reasons.insert(possible.isEmpty ? .dayBefore : .dayFits)
        return possible
    }

    // MARK: Amount

    private mutating func byAmount(_ amount: Money, among charges: [Charge]) -> ReceiptMatch.Verdict {
        let ordered = charges.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        let exact = ordered.filter { $0.amount == amount || $0.otherAmounts.contains(amount) }
        if exact.count == 1 {
            reasons.insert(.amountFits)
            return .matches([exact[0].id])
        }
        if exact.count > 1 {
            reasons.insert(.amountFits)
            return .ambiguous(exact.map(\.id))
        }
        // Several at once: all up to some day.
        var sum = Money.zero
        for (index, charge) in ordered.enumerated() {
            sum += charge.amount
            if sum == amount {
                reasons.insert(.amountFits)
                return .matches(ordered[...index].map(\.id))
            }
            if sum > amount { break }
        }
        reasons.insert(.amountDiffers)
        if ordered.count == 1, amount < ordered[0].amount {
            return .partial(ordered[0].id, missing: ordered[0].amount - amount)
        }
        return .otherAmount
    }
}

/// Names of companies and people as banks print them: cut off, in capitals, read by a machine.
enum ReceiptNames {
    private static let forms: Set<String> = [
        "ltda", "sa", "s/a", "me", "epp", "eireli", "mei", "cia", "da", "de", "do", "das", "dos", "e", "ip", "scd",
    ]

    /// At least two thirds of the shorter name's words, in each of which a letter may be wrong, are in the longer one.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        let (a, b) = (words(left), words(right))
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard !short.isEmpty else { return false }
        var hits = 0
        for (index, word) in short.enumerated() {
            let isLast = index == short.count - 1
            let isFound = long.contains { other in
                ReceiptText.isAlike(word, other)
                    || isLast && word.count >= 3 && other.hasPrefix(word)
                    || word.count >= 3 && word == long.last && other.hasPrefix(word)
            }
            if isFound { hits += 1 }
        }
        return hits * 3 >= short.count * 2
    }

    private static func words(_ name: String) -> [String] {
        Domain.folded(name).split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map(String.init)
            .filter { !forms.contains($0) && $0.count > 1 }
    }
}
