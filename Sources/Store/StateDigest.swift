import Crypto

/// A hash over everything that the engine has made of the inbox: two stores with the same digest hold the same state.
package enum StateDigest {
    /// The tables that the engine alone writes, with their primary keys, in a fixed order.
    ///
    /// Left out: the log itself, settings of the installation, files (they are kept by the hash of their bytes, and rows name
    /// the hash), and how far delivery has come with its work.
    package static let tables: [(name: String, key: String)] = [
        ("agreement", "id"), ("agreement_debt", "id"), ("api_token", "id"), ("attempt", "id"), ("charge", "id"),
        ("collection_case", "id"),
        ("contact_point", "id"), ("conversation", "id"), ("correction", "id"), ("creditor", "id"), ("debt", "id"),
        ("debtor", "id"),
        ("decision", "id"), ("effect", "id"), ("entry_failure", "seq"), ("history", "id"), ("import_run", "id"),
        ("installment", "id"),
        ("ledger_entry", "id"), ("means", "id"), ("message", "id"), ("offer", "id"), ("payment", "id"),
        ("platform_event", "id"),
        ("portfolio", "id"), ("posting", "id"), ("promise", "id"), ("restriction", "id"), ("seen", "key"),
        ("staff", "id"), ("stop_switch", "name"), ("strategy", "id"), ("survey", "id"), ("task", "id"), ("timer", "id"),
    ]

    /// Rows are read in pages, so that a large store does not have to fit in memory.
    private static let pageRows = 5_000

    package static func compute(_ session: Session) throws -> String {
        var hasher = SHA256()
        for table in tables {
            hasher.update(data: Array("table \(table.name)\n".utf8))
            try update(&hasher, table, session)
        }
        return hex(hasher.finalize())
    }

    private static func update(_ hasher: inout SHA256, _ table: (name: String, key: String), _ session: Session) throws
    {
        var after: SQLValue?
        while true {
            let condition = after == nil ? "" : "WHERE \(table.key) > ? "
            let page = try session.rows(
                "SELECT \(table.key), * FROM \(table.name) \(condition)ORDER BY \(table.key) LIMIT \(pageRows)",
                after.map { [$0] } ?? [])
            for row in page {
                var bytes: [UInt8] = []
                for value in row.dropFirst() { append(value, to: &bytes) }
                hasher.update(data: bytes)
            }
            guard page.count == pageRows, let last = page.last else { return }
            after = last[0]
        }
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes += Array("n;".utf8)
        case .integer(let number): bytes += Array("i\(number);".utf8)
        case .text(let text): bytes += Array("t\(text.utf8.count):\(text);".utf8)
        case .blob(let blob): bytes += Array("b\(blob.count):".utf8) + blob + Array(";".utf8)
        }
    }
}
