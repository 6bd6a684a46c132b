import Foundation
import Store
import Testing

/// The databases on which the console's questions run. PostgreSQL is there when the tests are started by `make test`, which
/// says where its server is by libpq's own variables.
enum Backend: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite, postgres

    static let available: [Backend] = allCases.filter { $0 != .postgres || server != nil }

    var testDescription: String { rawValue }

    private static var server: String? {
        let environment = ProcessInfo.processInfo.environment
        guard let host = environment["PGHOST"], let port = environment["PGPORT"], let user = environment["PGUSER"]
        else {
            return nil
        }
        let password = environment["PGPASSWORD"].map { ":" + $0 } ?? ""
        return "postgresql://\(user)\(password)@\(host):\(port)/"
    }

    /// An empty database of the test's own, removed when the test ends.
    func withDatabase<Result>(_ body: (Database) async throws -> Result) async throws -> Result {
        guard self == .postgres, let server = Backend.server else {
            return try await body(try Database.open("sqlite::memory:"))
        }
        let name = "quita_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try Backend.psql("CREATE DATABASE \(name)")
        defer { try? Backend.psql("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
        return try await body(try Database.open(server + name))
    }

    private static func psql(_ statement: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/psql")
        process.arguments = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "postgres", "-c", statement]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "psql ended with \(process.terminationStatus)")
    }
}
