import Domain

extension BRCode {
    /// Reads a code as people paste it: surrounding white space is dropped, everything else must be right.
    ///
    /// Fields that EMV reserves for others are skipped, as the specification demands of a reader.
    package init(decoding text: String) throws(BRCodeError) {
        let payload = BRCode.trimmed(text)
        let scalars = Array(payload.unicodeScalars)
        guard (1...BRCode.payloadLengthMax).contains(scalars.count) else { throw .length(scalars.count) }
        guard payload.hasPrefix("000201") else { throw .payloadFormat }
        do {
            try self.init(payload, scalars[...], countedIn: .character)
        } catch {
            // A second reading can only help where a character is longer than a byte.
            guard payload.utf8.count > scalars.count,
                let other = try? BRCode(payload, scalars[...], countedIn: .byte)
            else { throw error }
            self = other
        }
    }

    private init(_ payload: String, _ scalars: ArraySlice<Unicode.Scalar>, countedIn unit: TLVLengthUnit)
        throws(BRCodeError)
    {
        let elements = try TLVElement.read(scalars, countedIn: unit)
        let accounts = try PixAccount.find(in: elements, countedIn: unit)
        let checksum = try BRCode.checkedCRC(payload, last: elements.last)
        let fields = BRCodeFields(elements)

        try fields.checkConstants()
        guard let account = accounts.account else { throw .notPix }
        guard account.key == nil || account.url == nil else { throw .keyAndURL }
        let recurrence = accounts.recurrence?.url
        guard account.key != nil || account.url != nil || recurrence != nil else { throw .noKeyNorURL }
        if let key = account.key, PixKey.Kind(shapeOf: key) == nil { throw .key }
        for url in [account.url, recurrence].compactMap({ $0 }) { try BRCode.checkURL(url) }

        self.payload = payload
        kind = recurrence != nil ? .composite : account.key != nil ? .static : .dynamic
        key = account.key
        url = account.url
        recurrenceURL = recurrence
        additionalInfo = account.info
        amount = try fields.amount()
        merchantName = try fields.limited(.merchantName, max: BRCode.nameLengthMax, BRCodeError.merchantNameLength)
        merchantCity = try fields.limited(.merchantCity, max: BRCode.cityLengthMax, BRCodeError.merchantCityLength)
        postalCode = try fields.postalCode()
        txid = try fields.txid(countedIn: unit)
        pointOfInitiation = try fields.pointOfInitiation()
        crc = checksum
    }

    /// The checksum is the last object, covers its own id and length, and may be written in lower case.
    private static func checkedCRC(_ payload: String, last: TLVElement?) throws(BRCodeError) -> String {
        guard let last, last.id == BRCodeField.crc.rawValue, last.value.count == 4 else { throw .crcMissing }
        let found = last.text.uppercased()
        let computed = CRC16.text(payload.utf8.dropLast(4))
        guard found == computed else { throw .crcMismatch(found: found, computed: computed) }
        return computed
    }

    private static func checkURL(_ url: String) throws(BRCodeError) {
        guard !url.contains("://") else { throw .urlWithScheme }
        let parts = url.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard url.utf8.count <= keyLengthMax, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), parts.count == 2,
            parts[0].contains("."), !parts[1].isEmpty
        else { throw .url }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace || first == "\u{FEFF}" { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// What the templates with the GUI of Pix hold.
private struct PixAccount {
    var key: String?
    var info: String?
    var url: String?

    init(_ children: [TLVElement]) {
        for child in children {
            switch child.id {
            case 1: key = child.text
            case 2: info = child.text
            case 25: url = child.text
            default: break
            }
        }
    }

    /// Looks through every template, so that a broken one is an error wherever it stands.
    static func find(in elements: [TLVElement], countedIn unit: TLVLengthUnit) throws(BRCodeError)
        -> (account: PixAccount?, recurrence: PixAccount?)
    {
        var account: PixAccount?
        var recurrence: PixAccount?
        for element in elements {
            let isAccount = BRCodeField.accounts.contains(element.id)
            guard isAccount || BRCodeField.unreserved.contains(element.id) else { continue }
            let children = try element.children(countedIn: unit)
            let gui = children.first { $0.id == 0 }?.text.lowercased()
            guard gui == BRCodeField.pixGUI else { continue }
            if isAccount {
                guard account == nil else { throw .duplicate(id: element.id) }
                account = PixAccount(children)
            } else {
                guard recurrence == nil else { throw .duplicate(id: element.id) }
                recurrence = PixAccount(children)
            }
        }
        return (account, recurrence)
    }
}

/// The plain fields of a code by id, each with its rule.
private struct BRCodeFields {
    private var elements: [Int: TLVElement] = [:]

    init(_ list: [TLVElement]) {
        for element in list { elements[element.id] = element }
    }

    func text(_ field: BRCodeField) -> String? { elements[field.rawValue]?.text }

    func required(_ field: BRCodeField) throws(BRCodeError) -> String {
        guard let text = text(field) else { throw .missing(id: field.rawValue) }
        return text
    }

    func limited(_ field: BRCodeField, max: Int, _ error: (Int) -> BRCodeError) throws(BRCodeError) -> String {
        let text = try required(field)
        guard text.unicodeScalars.count <= max else { throw error(text.unicodeScalars.count) }
        return text
    }

    func checkConstants() throws(BRCodeError) {
        let category = try required(.merchantCategory)
        guard category.utf8.count == 4, category.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .merchantCategory(category)
        }
        let currency = try required(.currency)
        guard currency == "986" else { throw .currency(currency) }
        let country = try required(.country)
        guard country == "BR" else { throw .country(country) }
    }

    func amount() throws(BRCodeError) -> Money? {
        guard let text = text(.amount) else { return nil }
        guard text.utf8.count <= 13, let money = Money(bankDecimal: text) else { throw .amount(text) }
        return money
    }

    func postalCode() throws(BRCodeError) -> String? {
        guard let code = text(.postalCode) else { return nil }
        guard code.unicodeScalars.count <= BRCode.postalCodeLengthMax else {
            throw .postalCodeLength(code.unicodeScalars.count)
        }
        return code
    }

    func pointOfInitiation() throws(BRCodeError) -> BRCode.PointOfInitiation? {
        guard let text = text(.pointOfInitiation) else { return nil }
        guard let point = BRCode.PointOfInitiation(rawValue: text) else { throw .pointOfInitiation(text) }
        return point
    }

    func txid(countedIn unit: TLVLengthUnit) throws(BRCodeError) -> String {
        guard let template = elements[BRCodeField.additionalData.rawValue] else {
            throw .missing(id: BRCodeField.additionalData.rawValue)
        }
        guard let label = try template.children(countedIn: unit).first(where: { $0.id == 5 })?.text else {
            throw .missing(id: BRCodeField.additionalData.rawValue)
        }
        guard label == BRCode.noTxid || PixTxid.isValid(label, lengths: 1...BRCode.txidLengthMax) else {
            throw .txid(label)
        }
        return label
    }
}
