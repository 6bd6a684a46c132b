import Crypto
import Domain

/// One element of `entry[].changes[]`, and what its readers share.
struct WebhookChange {
    let origin: EventOrigin
    /// `entry[].time`: only on fields about accounts and templates.
    let entryTime: Timestamp?
    let raw: JSONValue
    /// Nil when it is missing or no object.
    let value: JSONValue?
    let contacts: ContactCards

    init(accountID: String?, entryTime: Timestamp?, change: JSONValue) {
        let value = change["value"].flatMap { $0.object == nil ? nil : $0 }
        let metadata = value?["metadata"]
        raw = change
        self.value = value
        self.entryTime = entryTime
        contacts = ContactCards(value?["contacts"]?.array ?? [])
        origin = EventOrigin(
            accountID: accountID, numberID: metadata?["phone_number_id"]?.identifier,
            displayPhone: (metadata?["display_phone_number"] ?? value?["display_phone_number"])?.identifier,
            field: change["field"]?.string ?? value.flatMap(WebhookChange.field(of:)))
    }

    /// The field that a value's keys betray, for changes whose `field` stands elsewhere or nowhere.
    private static func field(of value: JSONValue) -> String? {
        guard let object = value.object else { return nil }
        let byKey = [
            ("messages", "messages"), ("statuses", "messages"), ("message_echoes", "smb_message_echoes"),
            ("user_preferences", "user_preferences"), ("calls", "calls"),
            ("correct_category", "template_category_update"), ("previous_category", "template_category_update"),
            ("new_quality_score", "message_template_quality_update"), ("flow_id", "flows"),
            ("ban_info", "account_update"), ("restriction_info", "account_update"),
            ("violation_info", "account_update"), ("errors", "messages"),
        ]
        if let found = byKey.first(where: { object[$0.0] != nil }) { return found.1 }
        let isTemplateEvent = object["message_template_id"] != nil && object["event"] != nil
        return isTemplateEvent ? "message_template_status_update" : nil
    }

    func events() -> [WhatsAppEvent] {
        guard let field = origin.field else { return [unknown(.field, raw, detail: "the change names no field")] }
        guard let reader = WebhookChange.readers[field] else { return [unknown(.field, raw)] }
        guard let value else { return [unknown(.malformed, raw, detail: "value is no object")] }
        return reader(self, value)
    }

    private static let readers: [String: @Sendable (WebhookChange, JSONValue) -> [WhatsAppEvent]] = [
        "messages": { $0.messages($1) },
        "user_preferences": { $0.preferences($1) },
        "calls": { $0.calls($1) },
        "smb_message_echoes": { $0.echoes($1) },
        "message_echoes": { $0.echoes($1) },
        "message_template_status_update": { [$0.templateStatus($1)] },
        "message_template_quality_update": { [$0.templateQuality($1)] },
        "template_category_update": { [$0.templateCategory($1)] },
        "account_update": { [$0.account($1)] },
        "phone_number_quality_update": { [$0.numberLimits($1)] },
        "business_capability_update": { [$0.portfolioLimits($1)] },
        "flows": { [$0.flow($1)] },
    ]

    /// `value.messages`, `value.statuses` and `value.errors`.
    private func messages(_ value: JSONValue) -> [WhatsAppEvent] {
        var events = list("messages", in: value) { item throws(Malformed) in try message(item) }
        events += list("statuses", in: value) { item throws(Malformed) in try status(item) }
        events += list("errors", in: value) { item throws(Malformed) in try accountError(item) }
        if value["messages"] == nil, value["statuses"] == nil, value["errors"] == nil {
            events.append(unknown(.malformed, raw, detail: "neither messages nor statuses nor errors"))
        }
        return events
    }

    /// Reads each object of an array; what is no object, and a value that is no array, becomes unknown.
    func list(_ key: String, in value: JSONValue, _ read: (JSONValue) throws(Malformed) -> WhatsAppEvent)
        -> [WhatsAppEvent]
    {
        guard let found = value[key] else { return [] }
        guard let items = found.array else { return [unknown(.malformed, raw, detail: "\(key) is no array")] }
        return items.map { item in
            guard item.object != nil else {
                return unknown(.malformed, item, detail: "an element of \(key) is no object")
            }
            do throws(Malformed) {
                return try read(item)
            } catch {
                return unknown(.malformed, item, detail: error.detail)
            }
        }
    }
}

/// A required part is missing or of another shape.
struct Malformed: Error {
    let detail: String

    init(_ detail: String) { self.detail = detail }
}

extension WebhookChange {
    /// Seconds since 1970, as a number or as digits in a string; nil outside the years 2001 to 9999.
    static func timestamp(_ value: JSONValue?) -> Timestamp? {
        guard let seconds = value?.integerOrText, (1_000_000_000...253_402_300_799).contains(seconds) else {
            return nil
        }
        return Timestamp(seconds: seconds)
    }

    /// A required, non-empty text.
    func text(_ key: String, of value: JSONValue) throws(Malformed) -> String {
        guard let text = value[key]?.string, !text.isEmpty else { throw Malformed("\(key) is missing or no text") }
        return text
    }

    func instant(_ key: String, of value: JSONValue) throws(Malformed) -> Timestamp {
        guard let instant = WebhookChange.timestamp(value[key]) else {
            throw Malformed("\(key) is missing or no instant")
        }
        return instant
    }

    func unknown(_ reason: UnknownPart.Reason, _ raw: JSONValue, type: String? = nil, detail: String? = nil)
        -> WhatsAppEvent
    {
        let at = WebhookChange.timestamp(raw["timestamp"]) ?? entryTime
        return WhatsAppEvent(
            origin: origin, kind: .unknown(UnknownPart(reason: reason, type: type, detail: detail, raw: raw)),
            dedupKey: EventKey(digest(raw, named: "unknown"), recurs: at == nil), at: at,
            messageID: raw == self.raw ? nil : raw["id"]?.string.flatMap(nonBlank))
    }

    /// An event about the account, a template or a number, recognised by the hash of all that makes it up.
    func notice(_ kind: EventKind) -> WhatsAppEvent {
        WhatsAppEvent(
            origin: origin, kind: kind, dedupKey: EventKey(digest(raw, named: "notice"), recurs: entryTime == nil),
            at: entryTime)
    }

    /// SHA-256 over the account, number, entry time, field and the part with its keys sorted, so that white space,
    /// escapes and the order of keys make no difference.
    func digest(_ part: JSONValue, named name: String) -> String {
        var hash = SHA256()
        let scope = [
            origin.accountID ?? "", origin.numberID ?? "", entryTime.map { String($0.seconds) } ?? "",
            origin.field ?? "",
        ]
        hash.update(data: JSONValue.array(scope.map { .string($0) }).bytes())
        hash.update(data: part.bytes(sortingKeys: true))
        return name + ":" + hexadecimal(hash.finalize())
    }
}

/// Lower-case hexadecimal.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
