/// The differences between the two databases' SQL; there are no others. Statements are written once, with `?`.
package enum Dialect: Sendable {
    case sqlite, postgres

    private static let lock = " FOR UPDATE"

    /// A statement as this database wants it.
    func rendered(_ sql: String) -> String {
        switch self {
        case .sqlite:
            // SQLite's writes are serial: a claim needs no lock. Compared by bytes, since every statement comes by here.
            return sql.utf8.suffix(Dialect.lock.utf8.count).elementsEqual(Dialect.lock.utf8)
                ? String(sql.dropLast(Dialect.lock.count)) : sql
        case .postgres: return numbered(sql)
        }
    }

    /// A definition: the 64-bit integer, the bytes and the table's suffix have different names.
    func definition(_ sql: String) -> String {
        switch self {
        case .sqlite:
            // STRICT tables know INTEGER (64 bits) and BLOB.
            return sql.replacing("BIGINT", with: "INTEGER").replacing("BYTES", with: "BLOB")
                .replacing(") TABLE", with: ") STRICT")
        case .postgres:
            // Byte order for text, so that both databases sort and compare alike.
            return sql.replacing("BYTES", with: "BYTEA").replacing(") TABLE", with: ")")
                .replacing("TEXT", with: "TEXT COLLATE \"C\"")
        }
    }

    /// `?` becomes `$1`, `$2`, …; the statements hold no other question marks.
    private func numbered(_ sql: String) -> String {
        var result = ""
        result.reserveCapacity(sql.utf8.count + 32)
        var count = 0
        for character in sql {
            if character == "?" {
                count += 1
                result += "$\(count)"
            } else {
                result.append(character)
            }
        }
        return result
    }
}
