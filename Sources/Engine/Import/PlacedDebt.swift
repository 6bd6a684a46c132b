package import Domain

/// One valid row of a portfolio file, as it travels in the inbox.
package struct PlacedDebt: Sendable, Hashable {
    package var document: String
    package var name: String
    package var contract: String
    package var product: String?
    package var amount: Money
    package var dueDay: CalendarDay
    /// E.164, in the file's order.
    package var phones: [String]
    package var email: String?
    package var state: String?
    package var city: String?
    package var birthDay: CalendarDay?
    /// JSON of the file's further columns, keys sorted; `{}` for none.
    package var attributes: String

    package init(
        document: String, name: String, contract: String, product: String?, amount: Money, dueDay: CalendarDay,
        phones: [String], email: String?, state: String?, city: String?, birthDay: CalendarDay?, attributes: String
    ) {
        self.document = document
        self.name = name
        self.contract = contract
        self.product = product
        self.amount = amount
        self.dueDay = dueDay
        self.phones = phones
        self.email = email
        self.state = state
        self.city = city
        self.birthDay = birthDay
        self.attributes = attributes
    }
}

/// The body of a `portfolio.rows` entry: a chunk of a file.
///
/// Not JSON, because a million rows pass through it twice: fields are parted by the unit separator (U+001F), rows by the
/// record separator (U+001E), both of which are taken out of the values. The first record is the head.
package struct PortfolioChunk: Sendable, Hashable {
    package var creditorKey: String
    package var portfolioKey: String
    package var portfolioName: String
    package var runKey: String
    package var source: String
    /// Rows of this chunk's stretch of the file that were rejected.
    package var rejected: Int
    package var rows: [PlacedDebt]

    package init(
        creditorKey: String, portfolioKey: String, portfolioName: String, runKey: String, source: String, rejected: Int,
        rows: [PlacedDebt]
    ) {
        self.creditorKey = creditorKey
        self.portfolioKey = portfolioKey
        self.portfolioName = portfolioName
        self.runKey = runKey
        self.source = source
        self.rejected = rejected
        self.rows = rows
    }

    /// A hash of everything in a row (FNV-1a, 64 bits): tells whether the file says anything new about a debt.
    package static func hash(_ row: PlacedDebt) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let texts = [
            row.document, row.name, row.contract, row.product ?? "", String(row.amount.cents),
            String(row.dueDay.number),
            row.phones.joined(separator: ","), row.email ?? "", row.state ?? "", row.city ?? "",
            row.birthDay.map { String($0.number) } ?? "", row.attributes,
        ]
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ UInt64(unit)) &* 0x100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }

    private static let unit: UInt8 = 0x1F
    private static let record: UInt8 = 0x1E

    package func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * 160 + 200)
        func field(_ text: String, last: Bool = false) {
            for byte in text.utf8 where byte != PortfolioChunk.unit && byte != PortfolioChunk.record {
                bytes.append(byte)
            }
            bytes.append(last ? PortfolioChunk.record : PortfolioChunk.unit)
        }
        field(creditorKey)
        field(portfolioKey)
        field(portfolioName)
        field(runKey)
        field(source)
        field(String(rejected), last: true)
        for row in rows {
            field(row.document)
            field(row.name)
            field(row.contract)
            field(row.product ?? "")
            field(String(row.amount.cents))
            field(String(row.dueDay.number))
            field(row.phones.joined(separator: ","))
            field(row.email ?? "")
            field(row.state ?? "")
            field(row.city ?? "")
            field(row.birthDay.map { String($0.number) } ?? "")
            field(row.attributes, last: true)
        }
        return bytes
    }

    package init(decoding bytes: [UInt8]) throws {
        var records = bytes.split(separator: PortfolioChunk.record).makeIterator()
        guard let head = records.next().map(PortfolioChunk.fields), head.count == 6, let rejected = Int(head[5]) else {
            throw EntryError.badBody(kind: EntryKindName.portfolioRows, reason: "it has no head")
        }
        var rows: [PlacedDebt] = []
        while let record = records.next() {
            let fields = PortfolioChunk.fields(record)
            guard fields.count == 12, let cents = Int64(fields[4]), let due = Int32(fields[5]) else {
                throw EntryError.badBody(kind: EntryKindName.portfolioRows, reason: "row \(rows.count + 1) is broken")
            }
            rows.append(
                PlacedDebt(
                    document: fields[0], name: fields[1], contract: fields[2], product: fields[3].nonEmpty,
                    amount: Money(cents: cents), dueDay: CalendarDay(number: due),
                    phones: fields[6].split(separator: ",").map(String.init), email: fields[7].nonEmpty,
                    state: fields[8].nonEmpty, city: fields[9].nonEmpty,
                    birthDay: Int32(fields[10]).map { CalendarDay(number: $0) }, attributes: fields[11]))
        }
        self.init(
            creditorKey: head[0], portfolioKey: head[1], portfolioName: head[2], runKey: head[3], source: head[4],
            rejected: rejected, rows: rows)
    }

    private static func fields(_ record: ArraySlice<UInt8>) -> [String] {
        record.split(separator: unit, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}

enum EntryKindName {
    static let portfolioRows = "portfolio.rows"
}

extension String {
    /// Nil for the empty text: the way an absent field is written.
    var nonEmpty: String? { isEmpty ? nil : self }
}
