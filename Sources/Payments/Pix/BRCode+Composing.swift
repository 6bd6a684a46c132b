package import Domain

/// A field of a Pix code that cannot be written as given: which, why, and what to do.
package struct PixEncodingError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Field: String, Sendable { case key, name, city, amount, txid, info, url }
    package let field: Field
    /// What is wrong, with the limit where there is one.
    package let problem: String
    package let remedy: String

    package var description: String { "\(field.rawValue): \(problem). \(remedy)." }
}

extension BRCode {
    /// The largest amount a code can state: 13 characters.
    package static let amountMax = Money(cents: 999_999_999_999)

    /// A static code: key, and optionally amount, txid and a sentence for the payer.
    ///
    /// Name, city and info are folded to ASCII. Nothing is cut: what does not fit is an error, since a name that the payer
    /// does not recognise on the bank's screen costs the payment.
    package static func composeStatic(
        key: PixKey, name: String, city: String, amount: Money? = nil, txid: PixTxid? = nil, info: String? = nil
    ) throws(PixEncodingError) -> BRCode {
        let folded = try info.map { (text) throws(PixEncodingError) in try fold(text, .info) }
        let head = "0014" + BRCodeField.pixGUI + tlv(1, key.text)
        if let folded, head.utf8.count + 4 + folded.utf8.count > 99 {
            let limit = 99 - 4 - head.utf8.count
            throw PixEncodingError(
                field: .info, problem: "\(folded.utf8.count) characters, at most \(limit) fit beside this key",
                remedy: limit > 0 ? "Shorten it to \(limit) characters" : "Leave it out")
        }
        let account = head + (folded.map { $0.isEmpty ? "" : tlv(2, $0) } ?? "")
        if let txid, txid.text.utf8.count > txidLengthMax {
            throw PixEncodingError(
                field: .txid, problem: "\(txid.text.utf8.count) characters, at most \(txidLengthMax)",
                remedy: "Give 1 to \(txidLengthMax) letters and digits, or leave it out")
        }
        return try compose(
            pointOfInitiation: nil, account: account, recurrence: nil, amount: amount, name: name, city: city,
            txid: txid?.text ?? noTxid)
    }

    /// A dynamic code for a charge at the bank, and with `recurrenceURL` a composite one.
    ///
    /// Both addresses are written without `https://`.
    package static func composeDynamic(
        url: String, recurrenceURL: String? = nil, name: String, city: String, amount: Money? = nil,
        pointOfInitiation: PointOfInitiation? = .singleUse
    ) throws(PixEncodingError) -> BRCode {
        for address in [url, recurrenceURL].compactMap({ $0 }) where !(1...keyLengthMax).contains(address.utf8.count) {
            throw PixEncodingError(
                field: .url, problem: "\(address.utf8.count) characters, at most \(keyLengthMax)",
                remedy: "Use a shorter address")
        }
        let gui = "0014" + BRCodeField.pixGUI
        return try compose(
            pointOfInitiation: pointOfInitiation, account: gui + tlv(25, url),
            recurrence: recurrenceURL.map { gui + tlv(25, $0) }, amount: amount, name: name, city: city, txid: noTxid)
    }

    /// A name or city made to fit: ASCII, single spaces, cut after the last whole word that fits.
    ///
    /// For names that nobody typed for a code, such as a company's registered one (`max` is `nameLengthMax` or
    /// `cityLengthMax`). What people type for a code is refused rather than cut.
    package static func fitting(_ text: String, max: Int) -> String {
        let folded = text.map { (try? ASCIIFolding.fold(String($0)).get()) ?? " " }.joined()
        var fitted = ""
        for word in folded.split(separator: " ") {
            let longer = fitted.isEmpty ? String(word) : fitted + " " + word
            if longer.utf8.count > max { return fitted.isEmpty ? String(word.prefix(max)) : fitted }
            fitted = longer
        }
        return fitted
    }

    private static func compose(
        pointOfInitiation: PointOfInitiation?, account: String, recurrence: String?, amount: Money?, name: String,
        city: String, txid: String
    ) throws(PixEncodingError) -> BRCode {
        var payload = "000201"
        if let pointOfInitiation { payload += tlv(1, pointOfInitiation.rawValue) }
        payload += tlv(26, account) + "520400005303986"
        if let amount {
            guard amount > .zero, amount <= amountMax else {
                throw PixEncodingError(
                    field: .amount, problem: "\(amount.cents) cents, at least 1 and at most \(amountMax.cents)",
                    remedy: "Give a positive amount, or leave it out to let the payer type it")
            }
            payload += tlv(54, amount.bankDecimal)
        }
        payload += "5802BR" + tlv(59, try limited(name, .name, max: nameLengthMax))
        payload += tlv(60, try limited(city, .city, max: cityLengthMax))
        payload += tlv(62, tlv(5, txid))
        if let recurrence { payload += tlv(80, recurrence) }
        payload += "6304"
        payload += CRC16.text(payload.utf8)
        do {
            return try BRCode(decoding: payload)
        } catch {
            // The reader checks what the writer made; only an address can still be refused here.
            throw PixEncodingError(field: .url, problem: error.description, remedy: "Give host and path, no scheme")
        }
    }

    private static func limited(_ text: String, _ field: PixEncodingError.Field, max: Int) throws(PixEncodingError)
        -> String
    {
        let folded = try fold(text, field)
        guard (1...max).contains(folded.utf8.count) else {
            throw PixEncodingError(
                field: field, problem: "\(folded.utf8.count) characters, at least 1 and at most \(max)",
                remedy: folded.isEmpty ? "Give the \(field.rawValue)" : "Shorten it to \(max) characters")
        }
        return folded
    }

    /// ASCII, without white space at the ends.
    private static func fold(_ text: String, _ field: PixEncodingError.Field) throws(PixEncodingError) -> String {
        switch ASCIIFolding.fold(text) {
        case .success(let folded):
            return String(folded.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        case .failure(let culprit):
            throw PixEncodingError(
                field: field, problem: "the character \(culprit.character.debugDescription) cannot stand in a Pix code",
                remedy: "Use letters, digits and plain punctuation")
        }
    }

    /// Every value that arrives here was checked to fit.
    private static func tlv(_ id: Int, _ value: String) -> String { TLVElement.write(id, value) ?? "" }
}
