import Domain
import Store

extension Session {
    /// The first row's columns, all of them integers.
    func integers(_ sql: String, _ values: [SQLValue]) throws -> [Int] {
        guard let row = try rows(sql, values).first else { return [] }
        var reader = RowReader(row, table: "figure")
        return try row.map { _ in try reader.int() }
    }

    /// The first column of every row, an integer.
    func column(_ sql: String, _ values: [SQLValue]) throws -> [Int64] {
        try rows(sql, values).map { row in
            var reader = RowReader(row, table: "figure")
            return try reader.integer()
        }
    }

    /// The least id that an entry at this instant or later can have given out.
    ///
    /// Ids carry their entry's number in front, and entries are in the order of time: a search by halving finds the place
    /// with a few look-ups, where the tables have no index over time.
    func firstID(notBefore instant: Timestamp) throws -> Int64 {
        var low: Int64 = 1
        var high = try lastEntry() + 1
        while low < high {
            let middle = (low + high) / 2
            let at = try integer("SELECT at FROM inbox WHERE seq = ?", .integer(middle)) ?? .max
            if at < instant.milliseconds { low = middle + 1 } else { high = middle }
        }
        return low << 16
    }

    /// A row of this creditor. A row of another one is as missing as one that does not exist.
    func owned<Found: OwnedRow>(_ type: Found.Type = Found.self, _ id: SQLValue, by creditor: CreditorID) throws
        -> Found
    {
        guard let found = try find(Found.self, id), found.creditor == creditor else { throw PageError.notFound }
        return found
    }
}

/// A row that belongs to one creditor.
protocol OwnedRow: TableRow {
    var creditor: CreditorID { get }
}

extension CaseRow: OwnedRow {}
extension ConversationRow: OwnedRow {}
extension DebtRow: OwnedRow {}
extension DebtorRow: OwnedRow {}
extension ImportRunRow: OwnedRow {}
extension PortfolioRow: OwnedRow {}

/// The inbox entry that an id comes from.
func entryNumber(of id: Int64) -> Int64 { id >> 16 }
