package import Domain

/// Something that the engine wants done in the world, once.
package struct EffectRow: TableRow, Hashable {
    /// The effect's key, as the platform echoes it in `biz_opaque_callback_data`, is made of this id: no personal data.
    package let id: Int64
    package let key: String
    package let creditor: CreditorID
    package var kind: EffectKind
    /// Effects of one lane (one person on one number) leave one after the other, in the order of their ids.
    package var lane: String
    package var message: MessageID?
    /// JSON; its shape is the kind's.
    package var body: String
    package var notBefore: Timestamp
    /// After this instant it must not leave: the permission has run out and the engine decides anew.
    package var validUntil: Timestamp
    package var state: EffectState

    init(
        id: Int64, creditor: CreditorID, kind: EffectKind, lane: String, message: MessageID?, body: String,
        notBefore: Timestamp, validUntil: Timestamp
    ) {
        self.id = id
        key = "q\(id)"
        self.creditor = creditor
        self.kind = kind
        self.lane = lane
        self.message = message
        self.body = body
        self.notBefore = notBefore
        self.validUntil = validUntil
        state = .waiting
    }

    package static let statements = TableStatements(
        "effect", "id", "key", "creditor", "kind", "lane", "message", "body", "not_before", "valid_until", "state")

    package init(_ row: inout RowReader) throws {
        id = try row.integer()
        key = try row.text()
        creditor = try row.id()
        kind = try row.choice()
        lane = try row.text()
        message = try row.optionalID()
        body = try row.text()
        notBefore = try row.timestamp()
        validUntil = try row.timestamp()
        state = try row.choice()
    }

    package func values() -> [SQLValue] {
        [
            .integer(id), .text(key), .id(creditor), .text(kind.rawValue), .text(lane), .id(message), .text(body),
            .timestamp(notBefore), .timestamp(validUntil), .text(state.rawValue),
        ]
    }
}

package enum EffectKind: Hashable, Sendable {
    /// A message to a person: made only with a `Permission`.
    case whatsAppMessage
    /// Download of a picture, document or voice note that a person sent.
    case mediaFetch
    /// Work that reaches nobody.
    case work(WorkKind)
}

extension EffectKind: RawRepresentable {
    package init?(rawValue: String) {
        switch rawValue {
        case "whatsapp.message": self = .whatsAppMessage
        case "media.fetch": self = .mediaFetch
        default:
            guard let kind = WorkKind(rawValue: rawValue) else { return nil }
            self = .work(kind)
        }
    }

    package var rawValue: String {
        switch self {
        case .whatsAppMessage: "whatsapp.message"
        case .mediaFetch: "media.fetch"
        case .work(let kind): kind.rawValue
        }
    }

    /// Whether doing it twice does no harm: nothing of it reaches a person.
    package var isRepeatable: Bool { self != .whatsAppMessage }
}

package enum EffectState: String, Sendable {
    case waiting, done, failed, cancelled
    /// It was on its way when the answer was lost: waits for a status that carries its key.
    case unknown
}
