/// A value of one of the four kinds that both databases store alike. There are no floats, booleans or dates in the schema.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}

/// What goes wrong between the program and its database.
package enum StoreError: Error, CustomStringConvertible {
    /// The database refused a statement: its own message, and the statement.
    case statement(message: String, sql: String)
    /// The database cannot be opened or reached: the address without its password, and the driver's message.
    case unreachable(address: String, message: String)
    /// An address in no form that Quita knows.
    case badAddress(String)
    /// A row does not have the shape that the code expects: the table was changed by another program or version.
    case badRow(table: String, column: Int, expected: String, found: SQLValue)
    /// The database was written by a newer Quita.
    case newerSchema(found: Int64, known: Int64)

    package var description: String {
        switch self {
        case .statement(let message, let sql): "the database refused a statement: \(message) [\(sql.prefix(300))]"
        case .unreachable(let address, let message): "cannot open the database \(address): \(message)"
        case .badAddress(let text):
            "\(text) is no database address; write sqlite:FILE or postgresql://user@host:port/name"
        case .badRow(let table, let column, let expected, let found):
            "table \(table), column \(column): expected \(expected), found \(found)"
        case .newerSchema(let found, let known):
            "the database has schema \(found), this program knows \(known): use the program's newer version"
        }
    }
}
