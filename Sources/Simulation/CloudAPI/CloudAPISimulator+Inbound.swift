import Channels
import Domain

/// What a user's act looks like on the phone, and in the webhook that tells of it.
extension CloudAPISimulator {
    /// The part of an inbound message that depends on its kind: its type, the object of that name, and whether the
    /// quoted message is told.
    struct InboundPayload {
        let type: String
        var content: JSONValue?
        var errors: JSONValue?
        var referral: JSONValue?
        var tellsContext = true
    }

    mutating func outgoing(
        _ content: UserContent, id: String, phone: String, number: BusinessNumber, now: Timestamp
    ) throws(PhoneError) -> (PhoneBubble, InboundPayload) {
        func bubble(_ kind: PhoneBubble.Kind, _ text: String) -> PhoneBubble {
            PhoneBubble(id: id, direction: .sent, numberID: number.id, kind: kind, at: now, text: text)
        }
        switch content {
        case .text(let text), .textFromAd(let text):
            guard text.unicodeScalars.count <= 4096 else { throw .tooLong }
            var payload = InboundPayload(type: "text", content: ["body": .string(text)])
            if case .textFromAd = content { payload.referral = Self.referral }
            return (bubble(.text, text), payload)
        case .tap(let messageID, let optionID):
            return try tap(messageID, optionID, phone: phone, bubble: bubble(.text, ""))
        case .image(let bytes, let type, let caption):
            return file("image", bytes, type, caption: caption, bubble: bubble(.image, caption ?? ""), now: now)
        case .document(let bytes, let type, let filename, let caption):
            return file(
                "document", bytes, type, caption: caption, filename: filename,
                bubble: bubble(.document, caption ?? filename), now: now)
        case .audio(let bytes):
            return file("audio", bytes, "audio/ogg; codecs=opus", caption: nil, bubble: bubble(.audio, ""), now: now)
        case .video(let bytes, let caption):
            return file("video", bytes, "video/mp4", caption: caption, bubble: bubble(.video, caption ?? ""), now: now)
        case .sticker(let bytes):
            return file("sticker", bytes, "image/webp", caption: nil, bubble: bubble(.sticker, ""), now: now)
        case .location(let latitude, let longitude, let name):
            guard JSONNumberText.isNumber(latitude), JSONNumberText.isNumber(longitude) else { throw .tooLong }
            var place = JSONObject()
            place.append("latitude", .number(latitude))
            place.append("longitude", .number(longitude))
            place.append("name", ifPresent: name.map { .string($0) })
            return (bubble(.location, name ?? ""), InboundPayload(type: "location", content: .object(place)))
        case .reaction(let messageID, let emoji):
            return try reaction(messageID, emoji, phone: phone, bubble: bubble(.reaction, emoji))
        case .unsupported:
            var payload = InboundPayload(type: "unsupported", content: ["type": "unknown"])
            payload.errors = [
                [
                    "code": 131_051, "title": "Message type unknown", "message": "Message type unknown",
                    "error_data": ["details": "Message type is currently not supported."],
                ]
            ]
            return (bubble(.other, ""), payload)
        }
    }

    private static let referral: JSONValue = [
        "source_url": "https://fb.me/EXEMPLO", "source_id": "120000000000000001", "source_type": "ad",
        "headline": "Fale com a gente", "body": "Tire suas dúvidas pelo WhatsApp", "media_type": "image",
        "image_url": "https://exemplo.invalid/anuncio.jpg", "ctwa_clid": "ARExemplo",
    ]

    private func tap(
        _ messageID: String, _ optionID: String, phone: String, bubble: PhoneBubble
    ) throws(PhoneError) -> (PhoneBubble, InboundPayload) {
        guard let message = phones[phone]?.bubbles.last(where: { $0.id == messageID }) else { throw .unknownMessage }
        guard let option = message.options.first(where: { $0.id == optionID }) else { throw .unknownOption }
        var sent = bubble
        sent.text = option.title
        sent.replyTo = messageID
        sent.tappedOptionID = optionID
        switch option.kind {
        case .reply:
            return (
                sent,
                InboundPayload(
                    type: "interactive",
                    content: [
                        "type": "button_reply",
                        "button_reply": ["id": .string(option.id), "title": .string(option.title)],
                    ])
            )
        case .row:
            var row = JSONObject()
            row.append("id", .string(option.id))
            row.append("title", .string(option.title))
            row.append("description", ifPresent: option.detail.map { .string($0) })
            return (
                sent,
                InboundPayload(type: "interactive", content: ["type": "list_reply", "list_reply": .object(row)])
            )
        case .quickReply, .payment:
            let isPayment = option.kind == .payment
            guard !isPayment || option.id == "ORDER_DETAILS_CLICKED" else { throw .notAnAnswer }
            var payload = InboundPayload(
                type: "button", content: ["payload": .string(option.id), "text": .string(option.title)])
            payload.tellsContext = !isPayment
            return (sent, payload)
        case .url, .phoneNumber, .copyCode, .flow:
            throw .notAnAnswer
        }
    }

    private func reaction(
        _ messageID: String, _ emoji: String, phone: String, bubble: PhoneBubble
    ) throws(PhoneError) -> (PhoneBubble, InboundPayload) {
        guard phones[phone]?.bubbles.contains(where: { $0.id == messageID }) == true else { throw .unknownMessage }
        var sent = bubble
        sent.replyTo = messageID
        var content = JSONObject()
        content.append("message_id", .string(messageID))
        if !emoji.isEmpty { content.append("emoji", .string(emoji)) }
        var payload = InboundPayload(type: "reaction", content: .object(content))
        payload.tellsContext = false
        return (sent, payload)
    }

    private mutating func file(
        _ type: String, _ bytes: [UInt8], _ mimeType: String, caption: String?, filename: String? = nil,
        bubble: PhoneBubble, now: Timestamp
    ) -> (PhoneBubble, InboundPayload) {
        let stored = media.store(
            bytes, mimeType: mimeType, numberID: bubble.numberID, keptDays: MediaShelf.receivedDays, now: now)
        var content = JSONObject()
        content.append("caption", ifPresent: caption.map { .string($0) })
        content.append("filename", ifPresent: filename.map { .string($0) })
        content.append("mime_type", .string(mimeType))
        content.append("sha256", .string(Digests.base64(stored.sha256)))
        content.append("id", .string(stored.id))
        content.append("url", .string(address(of: stored, now: now)))
        if type == "audio" { content.append("voice", true) }
        if type == "sticker" { content.append("animated", false) }
        var sent = bubble
        sent.media = PhoneMedia(id: stored.id, url: nil, mimeType: mimeType, filename: filename)
        return (sent, InboundPayload(type: type, content: .object(content)))
    }

    func inbound(
        _ payload: InboundPayload, _ bubble: PhoneBubble, user: PhoneUser, account: BusinessAccount,
        number: BusinessNumber, now: Timestamp
    ) -> WebhookUpdate {
        var message = JSONObject()
        if payload.tellsContext, let quoted = bubble.replyTo {
            let isOurs = messages[quoted] != nil
            message.append(
                "context", ["from": .string(isOurs ? number.displayDigits : user.waID), "id": .string(quoted)])
        }
        if showsPhone(user, numberID: number.id, at: now) { message.append("from", .string(user.waID)) }
        message.append("from_user_id", .string(Self.scopedID(user.phone, accountID: account.id)))
        message.append("id", .string(bubble.id))
        message.append("timestamp", .string(String(now.seconds)))
        message.append("type", .string(payload.type))
        message.append("errors", ifPresent: payload.errors)
        message.append(payload.type, ifPresent: payload.content)
        message.append("referral", ifPresent: payload.referral)
        let person = contact(user, accountID: account.id, numberID: number.id, at: now, withUsername: true)
        return WebhookUpdate(
            accountID: account.id, field: "messages",
            value: envelope(number.id, contacts: [person], "messages", .object(message)))
    }
}

/// Whether a text can stand in JSON as a number.
enum JSONNumberText {
    static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return false }
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return false }
        return parts[0] == "0" || !parts[0].hasPrefix("0")
    }
}
