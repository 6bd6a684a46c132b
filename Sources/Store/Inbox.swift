import Crypto
package import Domain

/// Something that has entered: a webhook's bytes, a click, an imported chunk, a fired timer, an effect's result.
package struct InboxEntry: Sendable, Hashable {
    /// 1, 2, 3, … without gaps: the order in which the engine applies entries.
    package let seq: Int64
    /// The engine's `now` while it applies this entry. Never earlier than the entry before it.
    package let at: Timestamp
    package let kind: EntryKind
    /// Who did it: `whatsapp`, `bank`, `clock`, `delivery`, `staff:<login>`, `cli:<user>`.
    package let actor: String
    /// The raw bytes as they came, or JSON.
    package let body: [UInt8]

    package init(seq: Int64, at: Timestamp, kind: EntryKind, actor: String, body: [UInt8]) {
        self.seq = seq
        self.at = at
        self.kind = kind
        self.actor = actor
        self.body = body
    }
}

/// The kinds of entries; the engine has one file for each.
package enum EntryKind: String, Sendable, CaseIterable {
    case whatsAppWebhook = "whatsapp.webhook"
    case pixCallback = "pix.callback"
    case bankReturn = "bank.return"
    case effectFinished = "effect.finished"
    case timersDue = "timers.due"
    case casesDue = "cases.due"
    case portfolioRows = "portfolio.rows"
    case creditorSaved = "creditor.saved"
    case strategyActivated = "strategy.activated"
    case staffSaved = "staff.saved"
    case tokenSaved = "token.saved"
    case staffActed = "staff.acted"
}

/// An entry before it has its place in the log.
package struct NewEntry: Sendable {
    package let at: Timestamp
    package let kind: EntryKind
    package let actor: String
    package let body: [UInt8]

    package init(at: Timestamp, kind: EntryKind, actor: String, body: [UInt8]) {
        self.at = at
        self.kind = kind
        self.actor = actor
        self.body = body
    }
}

extension Session {
    /// Appends entries to the log, in order, and returns the number of the last one.
    ///
    /// Each entry's `chain` is the hash of the one before it, its own facts and its body's hash: nothing can be taken out
    /// or changed unseen, and a body that is erased later leaves its hash, so that the chain still verifies.
    @discardableResult
    package func append(_ entries: [NewEntry]) throws -> Int64 {
        guard let head = try rows("SELECT seq, at, chain FROM inbox_head WHERE id = 1 FOR UPDATE").first,
            case .integer(var seq) = head[0], case .integer(var at) = head[1], case .text(var chain) = head[2]
        else { throw StoreError.statement(message: "the inbox has no head", sql: "SELECT … FROM inbox_head") }
        for entry in entries {
            seq += 1
            // A clock that is set back must not make the engine's time run backwards.
            at = max(at, entry.at.milliseconds)
            let bodyHash = hex(SHA256.hash(data: entry.body))
            chain = InboxChain.link(
                previous: chain, seq: seq, at: at, kind: entry.kind.rawValue, actor: entry.actor, bodyHash: bodyHash)
            try run(
                "INSERT INTO inbox (seq, at, kind, actor, body, body_hash, chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
                .integer(seq), .integer(at), .text(entry.kind.rawValue), .text(entry.actor), .blob(entry.body),
                .text(bodyHash), .text(chain))
        }
        try run(
            "UPDATE inbox_head SET seq = ?, at = ?, chain = ? WHERE id = 1", .integer(seq), .integer(at), .text(chain))
        return seq
    }

    /// Up to `limit` entries after `seq`, in order.
    package func entries(after seq: Int64, limit: Int) throws -> [InboxEntry] {
        try rows(
            "SELECT seq, at, kind, actor, body FROM inbox WHERE seq > ? ORDER BY seq LIMIT ?", .integer(seq),
            .int(limit)
        ).map { row in
            var reader = RowReader(row, table: "inbox")
            return InboxEntry(
                seq: try reader.integer(), at: try reader.timestamp(), kind: try reader.choice(),
                actor: try reader.text(),
                body: try reader.blob())
        }
    }

    /// The last entry's number; 0 for an empty log.
    package func lastEntry() throws -> Int64 { try integer("SELECT seq FROM inbox_head WHERE id = 1") ?? 0 }

    /// The last entry that the engine has applied. The row is locked until the transaction ends, so that one engine
    /// works at a time, whichever process it lives in.
    package func engineCursor() throws -> Int64 {
        try integer("SELECT seq FROM engine_cursor WHERE id = 1 FOR UPDATE") ?? 0
    }

    package func setEngineCursor(_ seq: Int64) throws {
        try run("UPDATE engine_cursor SET seq = ? WHERE id = 1", .integer(seq))
    }

    /// Where the engine is, without waiting for it.
    package func appliedEntry() throws -> Int64 { try integer("SELECT seq FROM engine_cursor WHERE id = 1") ?? 0 }
}

/// The hash chain over the inbox.
package enum InboxChain {
    package static func link(
        previous: String, seq: Int64, at: Int64, kind: String, actor: String, bodyHash: String
    ) -> String {
        hex(SHA256.hash(data: Array("\(previous)\n\(seq)\n\(at)\n\(kind)\n\(actor)\n\(bodyHash)".utf8)))
    }
}

/// Lower-case hexadecimal.
package func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
