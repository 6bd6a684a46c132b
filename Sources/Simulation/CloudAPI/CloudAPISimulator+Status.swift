import Channels
import Domain

/// What webhooks say: the values of changes, in the platform's own shapes.
extension CloudAPISimulator {
    /// A username hides the number, unless there was traffic by number in the last 30 days.
    static let phoneVisibleDays: Int64 = 30

    func metadata(_ numberID: String) -> JSONValue {
        [
            "display_phone_number": .string(number(numberID)?.1.displayDigits ?? ""),
            "phone_number_id": .string(numberID),
        ]
    }

    func showsPhone(_ user: PhoneUser, numberID: String, at: Timestamp) -> Bool {
        guard user.username != nil else { return true }
        guard let seen = chats[ChatKey(phone: user.phone, numberID: numberID)]?.phoneSeenAt else { return false }
        return at < seen.adding(days: Self.phoneVisibleDays)
    }

    func contact(_ user: PhoneUser, accountID: String, numberID: String, at: Timestamp, withUsername: Bool) -> JSONValue
    {
        var profile = JSONObject()
        profile.append("name", .string(user.profileName))
        if withUsername { profile.append("username", ifPresent: user.username.map { .string($0) }) }
        var contact = JSONObject()
        contact.append("profile", .object(profile))
        if showsPhone(user, numberID: numberID, at: at) { contact.append("wa_id", .string(user.waID)) }
        contact.append("user_id", .string(Self.scopedID(user.phone, accountID: accountID)))
        return .object(contact)
    }

    /// The value of a change of the field `messages`.
    func envelope(_ numberID: String, contacts: [JSONValue] = [], _ key: String, _ item: JSONValue) -> JSONValue {
        var value = JSONObject()
        value.append("messaging_product", "whatsapp")
        value.append("metadata", metadata(numberID))
        if !contacts.isEmpty { value.append("contacts", .array(contacts)) }
        value.append(key, [item])
        return .object(value)
    }

    mutating func tellStatus(_ message: AcceptedMessage, _ word: String, at: Timestamp, error: GraphError? = nil) {
        let user = message.knowsUser ? phones[message.phone]?.user : nil
        var status = JSONObject()
        status.append("id", .string(message.id))
        status.append("status", .string(word))
        status.append("timestamp", .string(String(at.seconds)))
        let showsPhone =
            message.wasSentToPhone
            || user.map { self.showsPhone($0, numberID: message.numberID, at: at) } == true
        if showsPhone { status.append("recipient_id", .string(user?.waID ?? message.phone)) }
        if let user, error == nil || !message.wasSentToPhone {
            status.append("recipient_user_id", .string(Self.scopedID(user.phone, accountID: message.accountID)))
        }
        status.append("biz_opaque_callback_data", ifPresent: message.callbackData.map { .string($0) })
        if ["sent", "delivered"].contains(word), let pricing = message.pricing {
            status.append("conversation", ifPresent: conversation(message, pricing, at: at))
            status.append(
                "pricing",
                [
                    "billable": .bool(pricing.isBillable), "pricing_model": "PMP", "type": .string(pricing.type),
                    "category": .string(pricing.category),
                ])
        }
        if let error { status.append("errors", [error.statusError]) }
        var contacts: [JSONValue] = []
        if let user, error == nil {
            contacts = [
                contact(
                    user, accountID: message.accountID, numberID: message.numberID, at: at,
                    withUsername: word != "sent")
            ]
        }
        tell(
            WebhookUpdate(
                accountID: message.accountID, field: "messages",
                value: envelope(message.numberID, contacts: contacts, "statuses", .object(status))),
            happenedAt: at)
    }

    /// Up to v23 in every status that carries a price; from v24 on only inside a free entry point.
    private func conversation(_ message: AcceptedMessage, _ pricing: Pricing, at: Timestamp) -> JSONValue? {
        let isEntry = pricing.type == "free_entry_point"
        guard configuration.webhookVersion <= 23 || isEntry else { return nil }
        let end = chats[ChatKey(phone: message.phone, numberID: message.numberID)]?.freeEntryUntil
        var conversation = JSONObject()
        conversation.append("id", .string(StableHash.hex(StableHash.fnv1a(message.id.utf8)).lowercased()))
        if isEntry { conversation.append("expiration_timestamp", ifPresent: end.map { .string(String($0.seconds)) }) }
        conversation.append("origin", ["type": .string(isEntry ? "referral_conversion" : pricing.category)])
        return .object(conversation)
    }

    // MARK: - Templates

    /// What a template's change of status says.
    func templateStatus(_ template: SimulatedTemplate) -> JSONValue {
        var value = JSONObject()
        value.append("event", .string(template.status.rawValue))
        value.append("message_template_id", .number(template.id))
        value.append("message_template_name", .string(template.name))
        value.append("message_template_language", .string(template.language))
        value.append("reason", template.status == .rejected ? "INVALID_FORMAT" : "NONE")
        value.append("message_template_category", .string(template.category.rawValue))
        if template.status == .paused {
            value.append(
                "other_info",
                ["title": "FIRST_PAUSE", "description": "Your template has been paused for 3 hours."])
        }
        return .object(value)
    }
}
