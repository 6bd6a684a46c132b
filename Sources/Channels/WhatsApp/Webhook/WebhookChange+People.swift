import Domain

/// Preferences, calls, and what employees send from the phone app.
extension WebhookChange {
    func preferences(_ value: JSONValue) -> [WhatsAppEvent] {
        guard value["user_preferences"] != nil else {
            return [unknown(.malformed, raw, detail: "user_preferences is missing")]
        }
        return list("user_preferences", in: value) { item throws(Malformed) in
            let contact = contacts.completing(
                WhatsAppContact(
                    phoneOrUserID: item["wa_id"], userID: item["user_id"], parentUserID: item["parent_user_id"]))
            guard contact.isIdentified else { throw Malformed("nobody is named") }
            let kind = EventKind.preferenceChanged(
                category: try text("category", of: item), value: try text("value", of: item),
                detail: item["detail"]?.string)
            return WhatsAppEvent(
                origin: origin, kind: kind, dedupKey: EventKey(digest(item, named: "preference")),
                at: try instant("timestamp", of: item), contact: contact)
        }
    }

    func calls(_ value: JSONValue) -> [WhatsAppEvent] {
        var events = list("calls", in: value) { item throws(Malformed) in try call(item) }
        events += list("statuses", in: value) { item in unknown(.messageType, item, type: "call") }
        events += list("errors", in: value) { item throws(Malformed) in try accountError(item) }
        if value["calls"] == nil, value["statuses"] == nil, value["errors"] == nil {
            events.append(unknown(.malformed, raw, detail: "calls is missing"))
        }
        return events
    }

    private func call(_ item: JSONValue) throws(Malformed) -> WhatsAppEvent {
        let id = try text("id", of: item)
        let word = try text("event", of: item)
        let at = try instant("timestamp", of: item)
        let fromBusiness = item["direction"]?.string.map { $0 == "BUSINESS_INITIATED" } ?? isOurNumber(item["from"])
        let user =
            fromBusiness
            ? WhatsAppContact(
                phoneOrUserID: item["to"], userID: item["to_user_id"], parentUserID: item["to_parent_user_id"])
            : WhatsAppContact(
                phoneOrUserID: item["from"], userID: item["from_user_id"], parentUserID: item["from_parent_user_id"])
        let contact = contacts.completing(user)
        guard contact.isIdentified else { throw Malformed("nobody is named as the other side of the call") }
        let duration = item["duration"]?.integerOrText
        // Times and duration are there only when somebody picked up.
        let answered = duration.map { $0 > 0 } ?? (item["start_time"] != nil)
        let call = EndedCall(
            callID: id, direction: fromBusiness ? "BUSINESS_INITIATED" : "USER_INITIATED", answered: answered,
            duration: duration)
        let kind: EventKind =
            word == "terminate"
            ? .callEnded(call) : .unknown(UnknownPart(reason: .messageType, type: "call", detail: word, raw: item))
        // A person's call opens the window even unanswered; ours does when they take it.
        return WhatsAppEvent(
            origin: origin, kind: kind, dedupKey: EventKey("call:\(id):\(word)"), at: at, contact: contact,
            opensWindow: !fromBusiness || answered)
    }

    private func isOurNumber(_ value: JSONValue?) -> Bool {
        guard let phone = WhatsAppContact.phone(value) else { return false }
        return phone == WhatsAppContact.phone(origin.displayPhone.map { .string($0) })
    }

    func echoes(_ value: JSONValue) -> [WhatsAppEvent] {
        guard value["message_echoes"] != nil else {
            return [unknown(.malformed, raw, detail: "message_echoes is missing")]
        }
        return list("message_echoes", in: value) { item throws(Malformed) in
            let id = try text("id", of: item)
            let at = try instant("timestamp", of: item)
            let type = try text("type", of: item)
            let contact = contacts.completing(
                WhatsAppContact(
                    phoneOrUserID: item["to"], userID: item["to_user_id"], parentUserID: item["to_parent_user_id"]))
            guard contact.isIdentified else { throw Malformed("nobody is named as the recipient") }
            let object = item[type]
            let message = object?["message"] ?? item
            let words = message["text"]?["body"] ?? object?["caption"]
            let echo = EchoedMessage(
                type: type, text: words?.string, media: object.flatMap { InboundMedia(json: $0, receivedAt: at) },
                target: object?["original_message_id"]?.string)
            return WhatsAppEvent(
                origin: origin, kind: .echoSent(echo), dedupKey: EventKey("message:" + id), at: at, messageID: id,
                contact: contact, replyTo: item["context"]?["id"]?.string.flatMap(nonBlank))
        }
    }
}
