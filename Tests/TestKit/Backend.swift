import Foundation
package import Store

/// The databases on which the storage, engine and web suites run. PostgreSQL is there when the tests are started by
/// `make test`, which starts a server for them (`pg_virtualenv`) and says where it is by libpq's own variables.
package enum Backend: String, CaseIterable, Sendable {
    case sqliteInMemory, sqliteFile, postgres

    package static let available: [Backend] = allCases.filter { $0 != .postgres || postgresServer != nil }

    /// Those that more than one program can open.
    package static let shared: [Backend] = available.filter { $0 != .sqliteInMemory }

    /// SQLite once, PostgreSQL once: for suites whose subject is not the file.
    package static let onePerEngine: [Backend] = available.filter { $0 != .sqliteFile }

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
    package func withAddress<Result>(_ body: (String) throws -> Result) throws -> Result {
        let place = try Place(self)
        defer { place.remove() }
        return try body(place.address)
    }

    package func withAddress<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let place = try Place(self)
        defer { place.remove() }
        return try await body(place.address)
    }

    package func withDatabase<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try withAddress { try body(try Database.open($0)) }
    }

    package func withDatabase<Result>(_ body: (Database) async throws -> Result) async throws -> Result {
        try await withAddress { try await body(try Database.open($0)) }
    }

    /// Where a database is, and how it goes away again.
    private struct Place {
        let address: String
        let remove: () -> Void

        init(_ backend: Backend) throws {
            switch backend {
            case .sqliteInMemory:
                address = "sqlite::memory:"
                remove = {}
            case .sqliteFile:
                let folder = FileManager.default.temporaryDirectory.appending(path: "quita-test-\(UUID().uuidString)")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                address = "sqlite:" + folder.appending(path: "store.db").path(percentEncoded: false)
                remove = { try? FileManager.default.removeItem(at: folder) }
            case .postgres:
                guard let server = Backend.postgresServer else { throw StoreError.badAddress("no PostgreSQL server") }
                let name = "quita_" + UUID().uuidString.lowercased().replacing("-", with: "")
                try Backend.psql("CREATE DATABASE \(name)")
                address = server + name
                remove = { try? Backend.psql("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
            }
        }
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
