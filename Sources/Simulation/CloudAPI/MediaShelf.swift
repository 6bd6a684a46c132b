import Domain

/// A file that the platform keeps for a while.
struct StoredMedia: Hashable, Sendable {
    let id: String
    /// The number it belongs to.
    let numberID: String
    let bytes: [UInt8]
    /// May carry parameters: `audio/ogg; codecs=opus`.
    let mimeType: String
    let sha256: [UInt8]
    let expiresAt: Timestamp
}

/// Files that businesses uploaded (kept 30 days) or users sent (7 days).
struct MediaShelf: Sendable {
    static let uploadedDays: Int64 = 30
    static let receivedDays: Int64 = 7
    /// A download address works this long.
    static let addressMinutes: Int64 = 5

    private var files: [String: StoredMedia] = [:]
    private var stored: Int64 = 0

    mutating func store(
        _ bytes: [UInt8], mimeType: String, numberID: String, keptDays: Int64, now: Timestamp
    ) -> StoredMedia {
        stored += 1
        let media = StoredMedia(
            id: String(900_000_000_000_000 + stored), numberID: numberID, bytes: bytes, mimeType: mimeType,
            sha256: Digests.sha256(bytes), expiresAt: now.adding(days: keptDays))
        files[media.id] = media
        return media
    }

    /// The file while it is kept.
    func file(_ id: String, now: Timestamp) -> StoredMedia? {
        guard let file = files[id], now < file.expiresAt else { return nil }
        return file
    }

    mutating func delete(_ id: String) { files[id] = nil }

    /// Lets every file expire at once, as a fault.
    mutating func expireAll() { files = [:] }

    /// A download address's end: id, second of expiry, and a check over both.
    static func ticket(_ id: String, now: Timestamp) -> String {
        let end = now.adding(minutes: addressMinutes).seconds
        return "mid=\(id)&ext=\(end)&hash=\(StableHash.hex(StableHash.fnv1a("\(id)/\(end)".utf8)))"
    }

    /// The file that a ticket stands for; nil when it is forged or too old.
    func file(ticket query: [String: String], now: Timestamp) -> StoredMedia? {
        guard let id = query["mid"], let end = query["ext"].flatMap(Int64.init), now.seconds <= end,
            query["hash"] == StableHash.hex(StableHash.fnv1a("\(id)/\(end)".utf8))
        else { return nil }
        return file(id, now: now)
    }
}

/// What may be uploaded and sent as which kind, and how large.
enum MediaRules {
    static func limitBytes(kind: String, mimeType: String) -> Int? {
        let bare = String(mimeType.prefix { $0 != ";" }).lowercased()
        guard let allowed = types[kind], allowed.contains(bare) else { return nil }
        return limits[kind]
    }

    /// The kind that a type can be sent as; nil for types that are refused.
    static func kind(mimeType: String) -> String? {
        types.keys.sorted().first { limitBytes(kind: $0, mimeType: mimeType) != nil }
    }

    private static let megabyte = 1_048_576
    private static let limits = [
        "audio": 16 * megabyte, "document": 100 * megabyte, "image": 5 * megabyte, "sticker": megabyte / 2,
        "video": 16 * megabyte,
    ]
    private static let types: [String: Set<String>] = [
        "audio": ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
        "document": [
            "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ],
        "image": ["image/jpeg", "image/png"],
        "sticker": ["image/webp"],
        "video": ["video/mp4", "video/3gp"],
    ]
}
