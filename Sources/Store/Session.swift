/// One connection inside one transaction, as a driver offers it.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// Runs a statement and returns the number of rows that it changed.
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int
    func query(_ sql: String, _ values: [SQLValue]) throws -> [Row]
}

/// A transaction in progress: everything that reads or writes the database goes through one.
///
/// A session lives inside the closure that it is handed to, on one thread, and must not leave it.
package final class Session {
    private let connection: any Connection
    /// How many statements ran: budgets count work, not seconds.
    package private(set) var statementCount = 0

    init(_ connection: any Connection) { self.connection = connection }

    /// Runs a statement; returns how many rows it changed.
    @discardableResult
    package func run(_ sql: String, _ values: SQLValue...) throws -> Int { try run(sql, values) }

    @discardableResult
    package func run(_ sql: String, _ values: [SQLValue]) throws -> Int {
        statementCount += 1
        return try connection.execute(sql, values)
    }

    package func rows(_ sql: String, _ values: SQLValue...) throws -> [Row] { try rows(sql, values) }

    package func rows(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        statementCount += 1
        return try connection.query(sql, values)
    }

    /// The first column of the first row, if there is one and it is an integer.
    package func integer(_ sql: String, _ values: SQLValue...) throws -> Int64? {
        guard case .integer(let number)? = try rows(sql, values).first?.first else { return nil }
        return number
    }

    /// Runs a part of the transaction so that its failure undoes only that part.
    package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        _ = try connection.execute("SAVEPOINT part", [])
        do {
            let result = try body()
            _ = try connection.execute("RELEASE SAVEPOINT part", [])
            return result
        } catch {
            _ = try connection.execute("ROLLBACK TO SAVEPOINT part", [])
            _ = try connection.execute("RELEASE SAVEPOINT part", [])
            throw error
        }
    }

    /// Runs a definition of the schema.
    func define(_ sql: String) throws { _ = try connection.execute(connection.dialect.definition(sql), []) }
}
