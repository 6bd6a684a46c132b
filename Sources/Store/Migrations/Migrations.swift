/// Numbered, forward-only changes of the schema. A released migration is never edited; a new one follows it.
enum Migrations {
    static let all: [[String]] = [schema1]

    /// Brings a database to this program's schema, in one transaction.
    static func run(on database: Database) throws {
        try database.write { session in
            if database.dialect == .postgres {
                // Two programs that start together migrate one after the other.
                try session.run("SELECT pg_advisory_xact_lock(7158424)")
            }
            try session.define("CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL PRIMARY KEY) TABLE")
            let version = try session.integer("SELECT COALESCE(MAX(number), 0) FROM schema_version") ?? 0
            guard version <= Int64(all.count) else {
                throw StoreError.newerSchema(found: version, known: Int64(all.count))
            }
            for (index, statements) in all.enumerated() where Int64(index) >= version {
                for statement in statements { try session.define(statement) }
                try session.run("INSERT INTO schema_version (number) VALUES (?)", .int(index + 1))
            }
        }
    }
}
