import Domain

/// Meta's webhook bodies, from v19 to v26 of the Graph API, to events.
package enum WhatsAppWebhook {
    /// Meta's own limit of a body, 3 MB, taken as binary megabytes.
    package static let bytesMax = 3 << 20

    /// Why a body as a whole could not be read. What was received stays in the inbox as it came.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case notJSON(JSONError)
        /// JSON, but of another shape, or of another product of Meta's.
        case notEnvelope(String)

        package var description: String {
            switch self {
            case .notJSON(let error): error.description
            case .notEnvelope(let reason): "not a webhook of the WhatsApp Business Platform: \(reason)"
            }
        }
    }

    /// Reads a body. Each entry, change, message and status stands alone: what is unknown or malformed becomes an
    /// `unknown` event that keeps it raw, and the others are read as if it were not there.
    ///
    /// Events come in the body's order, a repeated one only once.
    package static func parse(_ bytes: [UInt8]) throws(Failure) -> [WhatsAppEvent] {
        let body: JSONValue
        do {
            body = try JSONParser.parse(
                bytes, options: JSONParser.Options(bytesMax: bytesMax, depthMax: 48, repairs: true))
        } catch {
            throw .notJSON(error)
        }
        let entries = try entries(of: body)
        var reader = WebhookReader()
        for entry in entries { reader.read(entry: entry) }
        return reader.events
    }

    private static func entries(of body: JSONValue) throws(Failure) -> [JSONValue] {
        guard case .object = body else { throw .notEnvelope("the body is no object") }
        if let object = body["object"]?.string, object != "whatsapp_business_account" {
            throw .notEnvelope("object is \(object.prefix(64)), not whatsapp_business_account")
        }
        guard let entries = body["entry"]?.array else { throw .notEnvelope("it has no array named entry") }
        return entries
    }
}

/// Collects the events of one body.
struct WebhookReader {
    private(set) var events: [WhatsAppEvent] = []
    private var seen: Set<String> = []

    mutating func read(entry: JSONValue) {
        let accountID = entry["id"]?.identifier
        guard let changes = entry["changes"]?.array else {
            let change = WebhookChange(accountID: accountID, entryTime: nil, change: entry)
            return append(change.unknown(.malformed, entry, detail: "the entry has no array named changes"))
        }
        let time = WebhookChange.timestamp(entry["time"])
        for item in changes {
            let change = WebhookChange(accountID: accountID, entryTime: time, change: item)
            for event in change.events() { append(event) }
        }
    }

    private mutating func append(_ event: WhatsAppEvent) {
        if seen.insert(event.dedupKey.text).inserted { events.append(event) }
    }
}
