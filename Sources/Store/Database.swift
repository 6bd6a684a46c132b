import Foundation

/// A database that holds one installation: SQLite in a file or in memory, or PostgreSQL.
///
/// Synchronous by design: the engine runs on a thread of its own, and the asynchronous edges call from theirs.
package struct Database: Sendable {
    private let driver: any Driver
    /// The address without a password, for messages.
    package let address: String
    package let dialect: Dialect

    /// What a database is opened for.
    package enum Workload: Sendable {
        /// Many short transactions, little memory.
        case serving
        /// Large transactions all over the indexes: a cache that holds them, and fewer checkpoints.
        case bulk
    }

    /// Opens `sqlite:FILE`, `sqlite::memory:` or `postgresql://…` and brings its schema up to date.
    package static func open(_ address: String, for workload: Workload = .serving) throws -> Database {
        let database: Database
        if address.hasPrefix("sqlite:") {
            let path = String(address.dropFirst("sqlite:".count))
            guard !path.isEmpty else { throw StoreError.badAddress(address) }
            database = Database(
                driver: try SQLiteDriver(path: path, workload: workload), address: address, dialect: .sqlite)
        } else if address.hasPrefix("postgresql://") || address.hasPrefix("postgres://") {
            database = Database(
                driver: try PostgresDriver(address: address), address: withoutPassword(address), dialect: .postgres)
        } else {
            throw StoreError.badAddress(address)
        }
        try Migrations.run(on: database)
        return database
    }

    /// One transaction that may write. It commits when the closure returns and rolls back when it throws.
    package func write<Result>(_ body: (Session) throws -> Result) throws -> Result { try driver.write(body) }

    /// One consistent view for reading.
    package func read<Result>(_ body: (Session) throws -> Result) throws -> Result { try driver.read(body) }

    private static func withoutPassword(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@"), let scheme = address.range(of: "://"),
            let colon = address[scheme.upperBound..<at].firstIndex(of: ":")
        else { return address }
        return String(address[..<colon] + address[at...])
    }
}

/// What the two databases have in common.
protocol Driver: Sendable {
    func write<Result>(_ body: (Session) throws -> Result) throws -> Result
    func read<Result>(_ body: (Session) throws -> Result) throws -> Result
}
