/// A row of a state table as a value: the engine reads it, changes a copy, and writes it back.
package protocol TableRow: Sendable {
    /// The table's statements, built once per type.
    static var statements: TableStatements { get }
    /// Reads the columns in the order of `statements.columns`.
    init(_ row: inout RowReader) throws
    /// The columns' values, in the same order; the first is the primary key.
    func values() throws -> [SQLValue]
}

/// The statements that every table needs.
package struct TableStatements: Sendable {
    package let table: String
    package let columns: [String]
    let insert: String
    let update: String
    /// `SELECT … FROM table `, to be followed by a condition.
    let select: String
    let find: String

    package init(_ table: String, _ columns: String...) {
        self.table = table
        self.columns = columns
        let list = columns.joined(separator: ", ")
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        insert = "INSERT INTO \(table) (\(list)) VALUES (\(marks))"
        let assignments = columns.dropFirst().map { "\($0) = ?" }.joined(separator: ", ")
        update = "UPDATE \(table) SET \(assignments) WHERE \(columns[0]) = ?"
        select = "SELECT \(list) FROM \(table) "
        find = "SELECT \(list) FROM \(table) WHERE \(columns[0]) = ?"
    }
}

extension Session {
    package func insert(_ row: some TableRow) throws {
        try run(type(of: row).statements.insert, row.values())
    }

    /// Writes every column of a row that exists.
    package func update(_ row: some TableRow) throws {
        let values = try row.values()
        let changed = try run(type(of: row).statements.update, Array(values.dropFirst()) + [values[0]])
        guard changed == 1 else {
            throw StoreError.statement(
                message: "expected to change one row, changed \(changed)", sql: type(of: row).statements.update)
        }
    }

    package func find<Found: TableRow>(_ type: Found.Type = Found.self, _ key: SQLValue) throws -> Found? {
        try rows(Found.statements.find, [key]).first.map { try decode($0) }
    }

    /// All rows that meet a condition: `WHERE … ORDER BY …`.
    package func select<Found: TableRow>(
        _ type: Found.Type = Found.self, _ condition: String, _ values: SQLValue...
    ) throws -> [Found] {
        try rows(Found.statements.select + condition, values).map { try decode($0) }
    }

    package func select<Found: TableRow>(
        _ type: Found.Type = Found.self, _ condition: String, values: [SQLValue]
    ) throws -> [Found] {
        try rows(Found.statements.select + condition, values).map { try decode($0) }
    }

    package func first<Found: TableRow>(
        _ type: Found.Type = Found.self, _ condition: String, _ values: SQLValue...
    ) throws -> Found? {
        try rows(Found.statements.select + condition + " LIMIT 1", values).first.map { try decode($0) }
    }

    private func decode<Found: TableRow>(_ row: Row) throws -> Found {
        var reader = RowReader(row, table: Found.statements.table)
        return try Found(&reader)
    }
}
