import CPostgres
import Foundation
import Synchronization

/// PostgreSQL through libpq: a small pool of blocking connections, each used by one thread at a time.
final class PostgresDriver: Driver {
    private let address: String
    private let idle = Mutex<[PostgresConnection]>([])

    init(address: String) throws {
        self.address = address
        idle.withLock { [connection = try? PostgresConnection(address: address)] in
            if let connection { $0.append(connection) }
        }
        // A wrong address is said now, not at the first query.
        if idle.withLock({ $0.isEmpty }) { _ = try PostgresConnection(address: address) }
    }

    func write<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL READ COMMITTED", body)
    }

    func read<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    private func transaction<Result>(_ begin: String, _ body: (Session) throws -> Result) throws -> Result {
        let connection = try idle.withLock { $0.popLast() } ?? PostgresConnection(address: address)
        do {
            _ = try connection.execute(begin, [])
            let result = try body(Session(connection))
            _ = try connection.execute("COMMIT", [])
            idle.withLock { $0.append(connection) }
            return result
        } catch {
            // A connection whose rollback fails is dead; it is closed and not used again.
            if (try? connection.execute("ROLLBACK", [])) != nil { idle.withLock { $0.append(connection) } }
            throw error
        }
    }
}

/// One connection to PostgreSQL.
///
/// `@unchecked Sendable` proof: an instance is reachable either from the pool's array, which a mutex guards, or from the
/// one thread that has taken it out and not yet put it back; so two threads never use it at once, as libpq requires.
private final class PostgresConnection: Connection, @unchecked Sendable {
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    let dialect = Dialect.postgres

    init(address: String) throws {
        guard let handle = PQconnectdb(address) else {
            throw StoreError.unreachable(address: "postgresql", message: "out of memory")
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
            PQfinish(handle)
            throw StoreError.unreachable(address: "postgresql", message: message)
        }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
    }

    deinit { PQfinish(handle) }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let result = try perform(sql, values)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func query(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        let result = try perform(sql, values)
        defer { PQclear(result) }
        let columns = PQnfields(result)
        let types = (0..<columns).map { PQftype(result, $0) }
        return (0..<PQntuples(result)).map { row in
            (0..<columns).map { column in
                PQgetisnull(result, row, column) == 1
                    ? .null
                    : PostgresConnection.value(PQgetvalue(result, row, column), type: types[Int(column)])
            }
        }
    }

    private func perform(_ sql: String, _ values: [SQLValue]) throws -> OpaquePointer? {
        // Control statements and definitions are not worth preparing.
        guard !values.isEmpty || sql.hasPrefix("SELECT") else { return try checked(PQexec(handle, sql), sql) }
        let name = try statementName(sql)
        var storage: [[UInt8]?] = []
        var formats: [Int32] = []
        for value in values {
            switch value {
            case .null: storage.append(nil)
            case .integer(let number): storage.append(Array(String(number).utf8) + [0])
            // PostgreSQL's text cannot hold a zero character; nobody misses it.
            case .text(let text): storage.append(text.utf8.filter { $0 != 0 } + [0])
            case .blob(let bytes): storage.append(bytes)
            }
            if case .blob = value { formats.append(1) } else { formats.append(0) }
        }
        let lengths = storage.map { Int32($0?.count ?? 0) }
        let result = withPointers(storage) { pointers in
            PQexecPrepared(handle, name, Int32(values.count), pointers, lengths, formats, 0)
        }
        return try checked(result, sql)
    }

    private func statementName(_ sql: String) throws -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        PQclear(try checked(PQprepare(handle, name, dialect.rendered(sql), 0, nil), sql))
        prepared[sql] = name
        return name
    }

    private func checked(_ result: OpaquePointer?, _ sql: String) throws -> OpaquePointer? {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return result
        default:
            let message = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
            PQclear(result)
            throw StoreError.statement(message: message, sql: sql)
        }
    }

    private func withPointers<Result>(
        _ storage: [[UInt8]?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        // All values lie in one buffer, so that their addresses hold for the whole call.
        var offsets: [Int?] = []
        var bytes: [UInt8] = []
        for value in storage {
            guard let value else {
                offsets.append(nil)
                continue
            }
            offsets.append(bytes.count)
            bytes += value + [0]
        }
        if bytes.isEmpty { bytes = [0] }
        return bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress
            let pointers = offsets.map { offset in
                offset.flatMap { base?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }

    private static func value(_ pointer: UnsafeMutablePointer<CChar>?, type: Oid) -> SQLValue {
        guard let pointer else { return .null }
        let text = String(cString: pointer)
        switch type {
        case 20, 21, 23, 1700: return Int64(text).map { .integer($0) } ?? .text(text)
        case 17: return .blob(bytes(hex: text))
        default: return .text(text)
        }
    }

    /// `\x0a1b…`, PostgreSQL's text form of bytes.
    private static func bytes(hex text: String) -> [UInt8] {
        func digit(_ byte: UInt8) -> UInt8 { byte <= 57 ? byte - 48 : byte - 87 }
        let digits = Array(text.utf8.dropFirst(2))
        return stride(from: 0, to: digits.count - 1, by: 2).map { digit(digits[$0]) << 4 | digit(digits[$0 + 1]) }
    }
}
