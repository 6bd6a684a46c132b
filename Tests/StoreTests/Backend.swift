import Foundation
import Store
import Testing

/// The databases on which the whole suite runs. PostgreSQL is there when the tests are started by `make test`, which starts
/// a server for them (`pg_virtualenv`) and says where it is by libpq's own variables.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqliteInMemory, sqliteFile, postgres

    static let available: [Backend] = allCases.filter { $0 != .postgres || postgresServer != nil }

    var testDescription: String { rawValue }

    private static var postgresServer: String? {
        let environment = ProcessInfo.processInfo.environment
        guard let host = environment["PGHOST"], let port = environment["PGPORT"], let user = environment["PGUSER"]
        else {
            return nil
        }
        let password = environment["PGPASSWORD"].map { ":" + $0 } ?? ""
        return "postgresql://\(user)\(password)@\(host):\(port)/"
    }

    /// An empty database of the test's own, removed when the test ends.
    func withAddress<Result>(_ body: (String) throws -> Result) throws -> Result {
        switch self {
        case .sqliteInMemory: return try body("sqlite::memory:")
        case .sqliteFile:
            let folder = FileManager.default.temporaryDirectory.appending(path: "quita-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            return try body("sqlite:" + folder.appending(path: "store.db").path(percentEncoded: false))
        case .postgres:
            guard let server = Backend.postgresServer else { throw StoreError.badAddress("no PostgreSQL server") }
            let name = "quita_" + UUID().uuidString.lowercased().replacing("-", with: "")
            try Backend.psql("CREATE DATABASE \(name)")
            defer { try? Backend.psql("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
            return try body(server + name)
        }
    }

    func withDatabase<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try withAddress { try body(try Database.open($0)) }
    }

    private static func psql(_ statement: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/psql")
        process.arguments = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", statement]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw StoreError.statement(message: "psql ended with \(process.terminationStatus)", sql: statement)
        }
    }
}
