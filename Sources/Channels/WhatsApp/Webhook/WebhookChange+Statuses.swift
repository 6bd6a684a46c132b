import Domain

/// What became of our messages, and errors of the account.
extension WebhookChange {
    func status(_ item: JSONValue) throws(Malformed) -> WhatsAppEvent {
        let word = try text("status", of: item)
        let id = try text("id", of: item)
        // Payment and call statuses share the array; they are about other things than delivery.
        let type = item["type"]?.string
        guard type == nil || type == "message" else { return unknown(.messageType, item, type: type) }
        guard let status = DeliveryStatus(webhook: word) else { return unknown(.messageType, item, type: word) }
        let at = try instant("timestamp", of: item)

        let participant = participant(item)
        let inGroup = item["recipient_type"]?.string == "group" || participant != nil
        let recipient = WhatsAppContact(
            phoneOrUserID: item["recipient_id"], userID: item["recipient_user_id"],
            parentUserID: item["parent_recipient_user_id"] ?? item["parent_user_id"])
        let contact = participant ?? (inGroup ? WhatsAppContact() : recipient)
        let complete = contacts.completing(contact)
        let participantKey = participant?.bsuid ?? participant?.phone ?? participant?.parentBsuid
        let update = DeliveryUpdate(
            status: status, callbackData: item["biz_opaque_callback_data"]?.string,
            billing: item["pricing"].flatMap(Billing.init(json:)),
            error: item["errors"]?.array?.first.flatMap(PlatformError.init(json:)),
            participant: participant?.phone ?? participantKey, freeEntryUntil: freeEntryUntil(item))
        let key = ["status", id, word] + (participantKey.map { [$0] } ?? [])
        return WhatsAppEvent(
            origin: origin, kind: .deliveryUpdated(update), dedupKey: EventKey(key.joined(separator: ":")), at: at,
            messageID: id, contact: complete.isIdentified ? complete : nil,
            groupID: inGroup ? item["recipient_id"]?.identifier : nil)
    }

    /// The member of a group whose device the status is about.
    private func participant(_ item: JSONValue) -> WhatsAppContact? {
        let member = WhatsAppContact(
            phoneOrUserID: item["recipient_participant_id"] ?? item["participant_recipient_id"],
            userID: item["recipient_participant_user_id"], parentUserID: item["recipient_participant_parent_user_id"])
        return member.isIdentified ? member : nil
    }

    /// The end of a free entry point window: up to v23 every status has a conversation, so its kind decides.
    private func freeEntryUntil(_ item: JSONValue) -> Timestamp? {
        let conversation = item["conversation"]
        let isFreeEntry =
            conversation?["origin"]?["type"]?.string == "referral_conversion"
            || item["pricing"]?["type"]?.string == "free_entry_point"
            || item["pricing"]?["category"]?.string == "referral_conversion"
        return isFreeEntry ? WebhookChange.timestamp(conversation?["expiration_timestamp"]) : nil
    }

    func accountError(_ item: JSONValue) throws(Malformed) -> WhatsAppEvent {
        guard let error = PlatformError(json: item) else { throw Malformed("an error without a code") }
        return WhatsAppEvent(
            origin: origin, kind: .accountError(error),
            dedupKey: EventKey(digest(item, named: "error"), recurs: entryTime == nil), at: entryTime)
    }
}

extension Billing {
    /// Nil when it names neither whether nor what is billed. `billable` is going to disappear: then the type tells.
    init?(json: JSONValue) {
        let type = json["type"]?.string
        let category = json["category"]?.string
        guard json["billable"]?.bool != nil || type != nil || category != nil else { return nil }
        self.init(
            billable: json["billable"]?.bool ?? (type == "regular"), type: type,
            category: category == "authentication_international" ? "authentication-international" : category,
            subtype: json["subtype"]?.string)
    }
}
