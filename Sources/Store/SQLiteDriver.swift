import Foundation
import GRDB
import GRDBSQLite

/// SQLite through GRDB: one writer, readers beside it (write-ahead log), and a commit that has reached the disk.
struct SQLiteDriver: Driver {
    private let writer: any DatabaseWriter

    init(path: String, workload: Database.Workload) throws {
        do {
            var configuration = Configuration()
            // Another process (an import beside a running server) waits for its turn instead of failing.
            configuration.busyMode = .timeout(30)
            configuration.maximumReaderCount = 4
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF")
                try database.execute(sql: "PRAGMA cache_size = -\(SQLiteDriver.cacheKibibytes(workload))")
                // A page that many transactions change is then copied into the file once for all of them.
                if workload == .bulk { try database.execute(sql: "PRAGMA wal_autocheckpoint = 16384") }
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

    private static func cacheKibibytes(_ workload: Database.Workload) -> Int {
        switch workload {
        case .serving: 32 << 10
        case .bulk: 192 << 10
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

/// One transaction's access to SQLite.
///
/// GRDB opens, serialises and caches; the values of the hot statements go straight to SQLite's own calls, because GRDB's
/// conversions took a third of an import's time.
private final class SQLiteConnection: Connection {
    private let database: GRDB.Database
    let dialect = Dialect.sqlite

    init(_ database: GRDB.Database) { self.database = database }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        // Savepoints and definitions are few, and GRDB keeps its books of transactions by them.
        guard !values.isEmpty else {
            do {
                try database.execute(sql: sql)
                return database.changesCount
            } catch let error as DatabaseError {
                throw StoreError.statement(message: error.message ?? "\(error.resultCode)", sql: sql)
            }
        }
        try step(sql, values) { _ in }
        return database.changesCount
    }

    func query(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        var rows: [Row] = []
        try step(sql, values) { statement in
            let count = sqlite3_column_count(statement)
            var row = Row()
            row.reserveCapacity(Int(count))
            for column in 0..<count { row.append(SQLiteConnection.value(statement, column)) }
            rows.append(row)
        }
        return rows
    }

    /// Binds the values, steps to the end, and shows each row.
    private func step(_ sql: String, _ values: [SQLValue], _ onRow: (SQLiteStatement) -> Void) throws {
        let statement: SQLiteStatement
        do {
            statement = try database.cachedStatement(sql: dialect.rendered(sql)).sqliteStatement
        } catch let error as DatabaseError {
            throw StoreError.statement(message: error.message ?? "\(error.resultCode)", sql: sql)
        }
        sqlite3_reset(statement)
        // The statement is used again: it must hold neither a lock nor somebody's data until then.
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            guard SQLiteConnection.bind(statement, Int32(index + 1), value) == SQLITE_OK else { throw failure(sql) }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: onRow(statement)
            case SQLITE_DONE: return
            default: throw failure(sql)
            }
        }
    }

    private func failure(_ sql: String) -> StoreError {
        let message =
            database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) } ?? "the connection is closed"
        return StoreError.statement(message: message, sql: sql)
    }

    /// SQLite takes a copy of what is bound: `SQLITE_TRANSIENT`, which C writes as a cast that Swift cannot import.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private static func bind(_ statement: SQLiteStatement, _ index: Int32, _ value: SQLValue) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // An empty text has no address, and no address would be a null.
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text(
                        statement, index, characters.baseAddress ?? SQLiteConnection.nothing, Int32(characters.count),
                        copied)
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
            return bytes.withUnsafeBytes { buffer in
                sqlite3_bind_blob(statement, index, buffer.baseAddress, Int32(buffer.count), copied)
            }
        }
    }

    /// The address of an empty C string; a literal's bytes live as long as the program.
    private static var nothing: UnsafePointer<CChar> {
        UnsafeRawPointer(("" as StaticString).utf8Start).assumingMemoryBound(to: CChar.self)
    }

    private static func value(_ statement: SQLiteStatement, _ column: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
        case SQLITE_NULL: .null
        case SQLITE_BLOB:
            .blob(
                Array(
                    UnsafeRawBufferPointer(
                        start: sqlite3_column_blob(statement, column),
                        count: Int(sqlite3_column_bytes(statement, column)))))
        // The schema has no floats; an average in a query is the query's mistake and shows as text.
        default:
            .text(
                String(
                    decoding: UnsafeBufferPointer(
                        start: sqlite3_column_text(statement, column),
                        count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self))
        }
    }
}
