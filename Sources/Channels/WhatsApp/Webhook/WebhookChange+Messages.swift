import Domain

/// What all messages of a person share.
struct MessageHeader {
    let id: String
    let at: Timestamp
    let contact: WhatsAppContact
    let type: String
    let replyTo: String?
    let groupID: String?
    let forwarded: Bool
    let frequentlyForwarded: Bool
    /// The first of `errors`.
    let error: PlatformError?
}

extension WebhookChange {
    func message(_ item: JSONValue) throws(Malformed) -> WhatsAppEvent {
        let type = try text("type", of: item)
        let header = try header(item, type: type)
        switch type {
        case "text", "image", "video", "audio", "document", "sticker", "location", "order":
            return try content(item, header)
        case "interactive":
            return try interactive(item, header)
        case "button":
            return try templateButton(item, header)
        case "reaction":
            guard let reaction = item["reaction"] else { throw Malformed("reaction is missing") }
            let emoji = reaction["emoji"]?.string.flatMap(nonBlank)
            let target = try text("message_id", of: reaction)
            return event(header, .reactionChanged(target: target, emoji: emoji), opensWindow: false)
        case "contacts":
            return try sharedContact(item, header)
        case "system":
            return try identityChange(item, header)
        case "edit":
            return try edit(item, header)
        case "revoke":
            guard let revoke = item["revoke"] else { throw Malformed("revoke is missing") }
            let target = try text("original_message_id", of: revoke)
            return event(header, .messageRevoked(target: target), opensWindow: false)
        case "unsupported":
            return unsupported(header, subtype: item["unsupported"]?["type"]?.string)
        case "unknown" where header.error != nil:
            return unsupported(header, subtype: nil)
        default:
            return unknown(.messageType, item, type: type)
        }
    }

    private func header(_ item: JSONValue, type: String) throws(Malformed) -> MessageHeader {
        let id = try text("id", of: item)
        let at = try instant("timestamp", of: item)
        let sender = WhatsAppContact(
            phoneOrUserID: item["from"], userID: item["from_user_id"], parentUserID: item["from_parent_user_id"])
        let contact = contacts.completing(sender)
        guard contact.isIdentified else { throw Malformed("nobody is named as the sender") }
        let context = item["context"]
        return MessageHeader(
            id: id, at: at, contact: contact, type: type, replyTo: context?["id"]?.string.flatMap(nonBlank),
            groupID: item["group_id"]?.identifier, forwarded: context?["forwarded"]?.bool ?? false,
            frequentlyForwarded: context?["frequently_forwarded"]?.bool ?? false,
            error: item["errors"]?.array?.first.flatMap(PlatformError.init(json:)))
    }

    /// An event of a person's message. What is said in a group opens no window with its author.
    func event(_ header: MessageHeader, _ kind: EventKind, opensWindow: Bool = true) -> WhatsAppEvent {
        WhatsAppEvent(
            origin: origin, kind: kind, dedupKey: EventKey("message:" + header.id), at: header.at, messageID: header.id,
            contact: header.contact, replyTo: header.replyTo, groupID: header.groupID,
            opensWindow: opensWindow && header.groupID == nil)
    }

    func unsupported(_ header: MessageHeader, subtype: String?) -> WhatsAppEvent {
        event(header, .messageUnsupported(subtype: subtype, code: header.error?.code))
    }

    /// A message whose own object is missing but which tells why: unsupported where Meta says so, else a message
    /// without its content, to be asked for again.
    func withoutContent(_ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let error = header.error else { throw Malformed("\(header.type) is missing") }
        if error.code == 131_051 || error.code == 131_060 { return unsupported(header, subtype: header.type) }
        return event(header, .messageReceived(received(header)))
    }

    private func received(_ header: MessageHeader) -> ReceivedMessage {
        var message = ReceivedMessage(type: header.type)
        message.forwarded = header.forwarded || header.frequentlyForwarded
        message.frequentlyForwarded = header.frequentlyForwarded
        message.errorCode = header.error?.code
        if header.type == "audio" { message.isVoice = false }
        return message
    }

    private func content(_ item: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let object = item[header.type], object.object != nil else {
            guard item[header.type] == nil else { throw Malformed("\(header.type) is no object") }
            return try withoutContent(header)
        }
        var message = received(header)
        message.referral = item["referral"].flatMap(AdReferral.init(json:))
        switch header.type {
        case "text":
            guard let body = object["body"]?.string else { throw Malformed("text.body is missing or no text") }
            message.text = body
        case "location":
            message.location = try location(object)
        case "order":
            message.text = object["text"]?.string
        default:
            message.media = InboundMedia(json: object, receivedAt: header.at)
            guard message.media != nil || header.error != nil else { throw Malformed("\(header.type).id is missing") }
            message.caption = object["caption"]?.string
            message.filename = object["filename"]?.string.flatMap(nonBlank)
            if header.type == "audio" { message.isVoice = object["voice"]?.bool ?? false }
        }
        return event(header, .messageReceived(message))
    }

    private func location(_ object: JSONValue) throws(Malformed) -> SharedLocation {
        guard let latitude = WebhookChange.coordinate(object["latitude"]),
            let longitude = WebhookChange.coordinate(object["longitude"])
        else { throw Malformed("location has no coordinates") }
        return SharedLocation(
            latitude: latitude, longitude: longitude, name: object["name"]?.string, address: object["address"]?.string)
    }

    private static func coordinate(_ value: JSONValue?) -> String? {
        switch value {
        case .number(let text): text
        case .string(let text): nonBlank(text)
        default: nil
        }
    }

    private func edit(_ item: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let edit = item["edit"] else { throw Malformed("edit is missing") }
        let target = try text("original_message_id", of: edit)
        let message = edit["message"]
        let type = message?["type"]?.string
        let words = message?["text"]?["body"] ?? type.flatMap { message?[$0] }?["caption"]
        return event(header, .messageEdited(target: target, type: type, text: words?.string), opensWindow: false)
    }
}

extension InboundMedia {
    /// Nil without an id to fetch it by.
    init?(json: JSONValue, receivedAt: Timestamp) {
        guard let id = json["id"]?.identifier else { return nil }
        let mimeType = json["mime_type"]?.string?.split(separator: ";").first.flatMap { nonBlank($0.lowercased()) }
        self.init(
            id: id, mimeType: mimeType, sha256: json["sha256"]?.string, url: json["url"]?.string,
            fetchBefore: receivedAt.adding(days: 7))
    }
}

extension AdReferral {
    init?(json: JSONValue) {
        guard json.object != nil else { return nil }
        self.init(
            sourceType: json["source_type"]?.string, sourceID: json["source_id"]?.identifier,
            sourceURL: json["source_url"]?.string, clickID: json["ctwa_clid"]?.string)
    }
}

extension PlatformError {
    /// Nil without a code.
    init?(json: JSONValue) {
        guard let code = json["code"]?.integerOrText.flatMap(Int.init(exactly:)) else { return nil }
        self.init(
            code: code, title: (json["title"] ?? json["message"])?.string,
            details: json["error_data"]?["details"]?.string)
    }
}
