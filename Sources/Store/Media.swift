import Crypto
package import Domain

/// A file as the store keeps it.
package struct StoredFile: Sendable {
    package let reference: MediaReference
    package let creditor: CreditorID
    package let bytes: [UInt8]
}

extension Session {
    /// Keeps a file under the hash of its bytes; the same bytes are kept once.
    package func keep(_ bytes: [UInt8], mimeType: String, creditor: CreditorID) throws -> MediaReference {
        let reference = MediaReference(sha256: hex(SHA256.hash(data: bytes)), mimeType: mimeType)
        try run(
            "INSERT INTO media (sha256, creditor, mime, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING",
            .text(reference.sha256), .id(creditor), .text(mimeType), .blob(bytes))
        return reference
    }

    package func file(sha256: String) throws -> StoredFile? {
        guard
            let row = try rows("SELECT sha256, mime, creditor, bytes FROM media WHERE sha256 = ?", .text(sha256)).first
        else { return nil }
        var reader = RowReader(row, table: "media")
        let reference = MediaReference(sha256: try reader.text(), mimeType: try reader.text())
        return StoredFile(reference: reference, creditor: try reader.id(), bytes: try reader.blob())
    }

    /// The platform's id of a file that was uploaded for a number and is still there.
    package func uploadedMedia(sha256: String, number: String, now: Timestamp) throws -> String? {
        let row = try rows(
            "SELECT media_id FROM upload WHERE sha256 = ? AND number = ? AND until > ?", .text(sha256), .text(number),
            .timestamp(now)
        ).first
        guard case .text(let id)? = row?.first else { return nil }
        return id
    }

    package func rememberUpload(sha256: String, number: String, mediaID: String, until: Timestamp) throws {
        try run(
            """
            INSERT INTO upload (sha256, number, media_id, until) VALUES (?, ?, ?, ?)
            ON CONFLICT (sha256, number) DO UPDATE SET media_id = excluded.media_id, until = excluded.until
            """, .text(sha256), .text(number), .text(mediaID), .timestamp(until))
    }

    /// A setting of the installation that is no part of the state: a secret made at the first start, say.
    package func setting(_ name: String) throws -> String? {
        guard case .text(let value)? = try rows("SELECT value FROM setting WHERE name = ?", .text(name)).first?.first
        else { return nil }
        return value
    }

    /// Sets a setting unless it has a value already; returns the value that holds.
    package func setting(_ name: String, orElse value: () -> String) throws -> String {
        if let found = try setting(name) { return found }
        try run(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", .text(name), .text(value())
        )
        return try setting(name) ?? value()
    }
}
