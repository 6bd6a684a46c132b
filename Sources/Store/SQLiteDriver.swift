import Foundation
import GRDB

/// SQLite through GRDB: one writer, readers beside it (write-ahead log), and a commit that has reached the disk.
struct SQLiteDriver: Driver {
    private let writer: any DatabaseWriter

    init(path: String) throws {
        do {
            var configuration = Configuration()
            // Another process (an import beside a running server) waits for its turn instead of failing.
            configuration.busyMode = .timeout(30)
            configuration.maximumReaderCount = 4
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                try database.execute(sql: "PRAGMA cache_size = -32768")
                try database.execute(sql: "PRAGMA temp_store = MEMORY")
            }
            if path == ":memory:" {
                writer = try DatabaseQueue(configuration: configuration)
            } else {
                let pool = try DatabasePool(path: path, configuration: configuration)
                // GRDB lets a write-ahead log commit without waiting for the disk; a 200 to Meta must mean "kept".
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                writer = pool
            }
        } catch {
            throw StoreError.unreachable(address: "sqlite:\(path)", message: "\(error)")
        }
    }

    func write<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try writer.writeWithoutTransaction { database in
            var result: Result?
            try database.inTransaction(.immediate) {
                result = try body(Session(SQLiteConnection(database)))
                return .commit
            }
            guard let result else { throw StoreError.statement(message: "a transaction without result", sql: "") }
            return result
        }
    }

    func read<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try writer.read { try body(Session(SQLiteConnection($0))) }
    }
}

private final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    let dialect = Dialect.sqlite

    init(_ database: GRDB.Database) { self.database = database }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        do {
            let statement = try prepared(sql, values)
            try statement.execute()
            return database.changesCount
        } catch let error as DatabaseError {
            throw StoreError.statement(message: error.message ?? "\(error.resultCode)", sql: sql)
        }
    }

    func query(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        do {
            let statement = try prepared(sql, values)
            let cursor = try GRDB.Row.fetchCursor(statement)
            let count = statement.columnCount
            var rows: [Row] = []
            while let row = try cursor.next() {
                var values = Row()
                values.reserveCapacity(count)
                for column in 0..<count { values.append(SQLiteConnection.value(row[column])) }
                rows.append(values)
            }
            return rows
        } catch let error as DatabaseError {
            throw StoreError.statement(message: error.message ?? "\(error.resultCode)", sql: sql)
        }
    }

    private func prepared(_ sql: String, _ values: [SQLValue]) throws -> Statement {
        let text = sql.contains("FOR UPDATE") ? dialect.rendered(sql) : sql
        let statement = try database.cachedStatement(sql: text)
        statement.setUncheckedArguments(StatementArguments(values.map(SQLiteConnection.argument)))
        return statement
    }

    private static func argument(_ value: SQLValue) -> DatabaseValue {
        switch value {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        // The schema has no floats; an average in a query is the query's mistake and shows as text.
        case .double(let number): .text(String(number))
        }
    }
}
