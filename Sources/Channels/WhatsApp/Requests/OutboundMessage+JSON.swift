package import Domain

extension OutboundMessage {
    /// The body of the send call. Keys stand in the order of Meta's own examples.
    var json: JSONValue {
        var body = JSONObject()
        body.append("messaging_product", "whatsapp")
        body.append("recipient_type", "individual")
        switch to {
        // Without `+` Meta would put the business's own country code before it.
        case .phone(let digits): body.append("to", .string("+" + digits))
        case .user(let id): body.append("recipient", .string(id))
        }
        if let replyTo { body.append("context", ["message_id": .string(replyTo)]) }
        body.append("biz_opaque_callback_data", ifPresent: callbackData.map { .string($0) })
        let (type, object) = typed
        body.append("type", .string(type))
        body.append(type, object)
        return .object(body)
    }

    /// The message's type and the object of the same name.
    private var typed: (String, JSONValue) {
        switch content {
        case .text(let text): ("text", ["body": .string(text), "preview_url": false])
        case .buttons(let body, let footer, let buttons):
            (
                "interactive",
                interactive("button", body, footer, action: ["buttons": .array(buttons.map(\.replyButton))])
            )
        case .list(let body, let footer, let button, let rows):
            (
                "interactive",
                interactive(
                    "list", body, footer,
                    action: ["button": .string(button), "sections": [["rows": .array(rows.map(\.listRow))]]])
            )
        case .image(let media, let caption): ("image", file(media, caption: caption))
        case .document(let media, let filename, let caption):
            ("document", file(media, caption: caption, filename: filename))
        case .audio(let media): ("audio", file(media, caption: nil))
        case .template(let template): ("template", template.json)
        }
    }

    private func interactive(_ type: String, _ body: String, _ footer: String?, action: JSONValue) -> JSONValue {
        var object = JSONObject()
        object.append("type", .string(type))
        object.append("body", ["text": .string(body)])
        if let footer = footer.flatMap(nonBlank) { object.append("footer", ["text": .string(footer)]) }
        object.append("action", action)
        return .object(object)
    }

    private func file(_ media: MediaReference, caption: String?, filename: String? = nil) -> JSONValue {
        .strings([
            ("id", mediaIDs[media.sha256]), ("caption", caption.flatMap { $0.isEmpty ? nil : $0 }),
            ("filename", filename),
        ])
    }
}

extension MessageOption {
    fileprivate var replyButton: JSONValue {
        ["type": "reply", "reply": ["id": .string(id), "title": .string(title)]]
    }

    fileprivate var listRow: JSONValue {
        .strings([("id", id), ("title", title), ("description", detail.flatMap { $0.isEmpty ? nil : $0 })])
    }
}

extension TemplateMessage {
    fileprivate var json: JSONValue {
        var components: [JSONValue] = []
        if !parameters.isEmpty {
            // Numbered variables (`{{1}}`) go by position; Meta refuses a name for them.
            let positional = parameters.allSatisfy { Int($0.name) != nil }
            let values = parameters.map { parameter in
                JSONValue.strings([
                    ("type", "text"), ("parameter_name", positional ? nil : parameter.name), ("text", parameter.value),
                ])
            }
            components.append(["type": "body", "parameters": .array(values)])
        }
        for (position, reply) in quickReplies.enumerated() {
            components.append([
                "type": "button", "sub_type": "quick_reply", "index": .string(String(position)),
                "parameters": [["type": "payload", "payload": .string(reply.id)]],
            ])
        }
        var object = JSONObject()
        object.append("name", .string(name))
        object.append("language", ["code": .string(language)])
        if !components.isEmpty { object.append("components", .array(components)) }
        return .object(object)
    }
}

extension MessageContent {
    /// The file that has to be uploaded before the message can go.
    package var media: MediaReference? {
        switch self {
        case .image(let media, _), .document(let media, _, _), .audio(let media): media
        case .text, .buttons, .list, .template: nil
        }
    }
}
