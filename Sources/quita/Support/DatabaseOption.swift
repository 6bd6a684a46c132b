import ArgumentParser
import Foundation
import Store

/// `--database`, shared by every command that works on an installation.
struct DatabaseOption: ParsableArguments {
    @Option(help: "sqlite:FILE or postgresql://…; else QUITA_DATABASE, else sqlite:quita.db in this folder.")
    var database: String?

    var address: String {
        database ?? ProcessInfo.processInfo.environment["QUITA_DATABASE"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "sqlite:quita.db"
    }

    func open(for workload: Database.Workload = .serving) throws -> Database {
        do {
            return try Database.open(address, for: workload)
        } catch let error as StoreError {
            throw Failure("\(error)")
        }
    }

    /// For commands that only read: an installation that does not exist is an error, not made.
    func openExisting() throws -> Database {
        if address.hasPrefix("sqlite:"), address != "sqlite::memory:" {
            let path = String(address.dropFirst("sqlite:".count))
            guard FileManager.default.fileExists(atPath: path) else {
                throw Failure(
                    "there is no database at \(path); import a portfolio first, or name another with --database")
            }
        }
        return try open()
    }
}
