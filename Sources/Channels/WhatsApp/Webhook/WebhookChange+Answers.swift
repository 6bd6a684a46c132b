import Domain

/// Taps, forms, cards and identities.
extension WebhookChange {
    func interactive(_ item: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let interactive = item["interactive"] else { return try withoutContent(header) }
        let kind = try text("type", of: interactive)
        let known = ["button_reply", "list_reply", "nfm_reply", "call_permission_reply", "payment_method"]
        guard known.contains(kind) else { return unknown(.messageType, item, type: "interactive", detail: kind) }
        guard let answer = interactive[kind], answer.object != nil else {
            throw Malformed("interactive.\(kind) is missing")
        }
        switch kind {
        case "button_reply", "list_reply":
            let selection = ReceivedSelection(
                source: kind == "list_reply" ? .list : .button, id: try text("id", of: answer),
                title: answer["title"]?.string ?? "", description: answer["description"]?.string,
                forwarded: header.forwarded)
            return event(header, .selectionReceived(selection))
        case "nfm_reply":
            return event(header, .flowSubmitted(flowSubmission(answer)))
        case "call_permission_reply":
            return try callPermission(answer, header)
        default:
            let intent = PaymentIntent(
                method: try text("payment_method", of: answer), referenceID: answer["reference_id"]?.identifier,
                credentialID: answer["credential_id"]?.identifier,
                lastFourDigits: answer["last_four_digits"]?.identifier)
            return event(header, .paymentIntent(intent))
        }
    }

    /// A quick reply of a template. Without a payload of ours, Meta sends the button's text as one.
    func templateButton(_ item: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let button = item["button"], button.object != nil else { return try withoutContent(header) }
        let title = button["text"]?.string
        guard let id = (button["payload"]?.string ?? title).flatMap(nonBlank) else {
            throw Malformed("button has neither payload nor text")
        }
        let selection = ReceivedSelection(
            source: .templateButton, id: id, title: title ?? "", forwarded: header.forwarded)
        return event(header, .selectionReceived(selection))
    }

    /// The answers are a JSON document inside a string: untrusted, and not always an object.
    private func flowSubmission(_ answer: JSONValue) -> FlowSubmission {
        let written = answer["response_json"]
        var document = written
        if let text = written?.string {
            let options = JSONParser.Options(bytesMax: 1 << 20, depthMax: 32, repairs: true)
            document = try? JSONParser.parse(Array(text.utf8), options: options)
        }
        guard let object = document?.object else {
            return FlowSubmission(token: nil, fields: JSONObject(), raw: written?.string ?? written?.text)
        }
        return FlowSubmission(
            token: object["flow_token"]?.string.flatMap(nonBlank),
            fields: JSONObject(object.members.filter { $0.key != "flow_token" }))
    }

    private func callPermission(_ answer: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        let response = try text("response", of: answer)
        guard response == "accept" || response == "reject" else {
            throw Malformed("response is neither accept nor reject")
        }
        let automatic = answer["response_source"]?.string == "automatic"
        let permission = CallPermission(
            granted: response == "accept", permanent: answer["is_permanent"]?.bool ?? false,
            until: WebhookChange.timestamp(answer["expiration_timestamp"]), automatic: automatic)
        return event(header, .callPermissionChanged(permission), opensWindow: !automatic)
    }

    func sharedContact(_ item: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let cards = item["contacts"]?.array, !cards.isEmpty else {
            guard item["contacts"] == nil else { throw Malformed("contacts is empty or no array") }
            return try withoutContent(header)
        }
        let phones = cards.flatMap { card in
            (card["phones"]?.array ?? []).compactMap { phone in
                WhatsAppContact.phone(phone["wa_id"]) ?? WhatsAppContact.phone(phone["phone"])
            }
        }
        // Some payloads write the origin beside the cards. More than one card cannot be the sender's own.
        let origin = cards.first?["origin"]?.string ?? item["origin"]?.string ?? "other"
        let shared = SharedContact(
            phone: phones.first, phones: phones,
            origin: origin == "contact_request" && cards.count > 1 ? "other" : origin)
        return event(header, .contactShared(shared))
    }

    /// Somebody's number or id changed. Any system notice that names a new identity counts, whatever its type is
    /// called: the safe reading is that the person behind it is not proved any more.
    func identityChange(_ item: JSONValue, _ header: MessageHeader) throws(Malformed) -> WhatsAppEvent {
        guard let system = item["system"], system.object != nil else { throw Malformed("system is missing") }
        let phone = WhatsAppContact.phone(system["wa_id"] ?? system["new_wa_id"])
        let bsuid = WhatsAppContact.userID(system["user_id"] ?? system["new_user_id"])
        let known = [
            "user_changed_number", "user_changed_user_id", "customer_changed_number", "customer_identity_changed",
            "user_identity_changed",
        ]
        let change = system["type"]?.string ?? "unnamed"
        guard known.contains(change) || phone != nil || bsuid != nil else {
            return unknown(.messageType, item, type: "system", detail: change)
        }
        let identity = IdentityChange(
            change: change, newPhone: phone == header.contact.phone ? nil : phone, newBsuid: bsuid,
            previousBsuid: WhatsAppContact.userID(system["previous_user_id"]))
        return event(header, .identityChanged(identity), opensWindow: false)
    }
}
