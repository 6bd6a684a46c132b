import Channels
package import Domain

/// What the owner of a phone writes.
package enum UserContent: Hashable, Sendable {
    case text(String)
    /// Somebody comes from an ad: a text that opens a free entry point when it is answered.
    case textFromAd(String)
    /// A tap on a button, list row or quick reply of a message on the phone.
    case tap(messageID: String, optionID: String)
    case image(bytes: [UInt8], mimeType: String, caption: String?)
    case document(bytes: [UInt8], mimeType: String, filename: String, caption: String?)
    case audio(bytes: [UInt8])
    case video(bytes: [UInt8], caption: String?)
    case sticker(bytes: [UInt8])
    case location(latitude: String, longitude: String, name: String?)
    /// An empty emoji takes the reaction back.
    case reaction(messageID: String, emoji: String)
    /// Something that the platform does not hand on: a poll, a view-once picture.
    case unsupported
}

/// Why a phone cannot do what was asked of it.
package enum PhoneError: Error, Hashable, Sendable {
    case unknownPhone
    case unknownNumber
    case unknownMessage
    case unknownOption
    /// Links and codes are opened or copied on the phone; nobody hears of it.
    case notAnAnswer
    case tooLong
}

extension CloudAPISimulator {
    static let windowHours: Int64 = 24

    // MARK: - Phones

    /// A phone comes to life; one that is there already keeps its chats and gets the new data.
    package mutating func addUser(_ user: PhoneUser) {
        let bubbles = phones[user.phone]?.bubbles ?? []
        phones[user.phone] = PhoneState(user: user, bubbles: bubbles)
        phoneByKey[PhoneDigits.key(user.phone)] = user.phone
        phoneByKey[PhoneDigits.key(user.waID)] = user.phone
        for account in configuration.accounts {
            phoneByScopedID["\(account.id)/\(Self.scopedID(user.phone, accountID: account.id))"] = user.phone
        }
    }

    /// Who has this phone; nil when nobody does.
    package func user(_ phone: String) -> PhoneUser? { phones[phone]?.user }

    /// Changes what the platform knows about a user; the phone number itself changes by `userChangesNumber`.
    package mutating func updateUser(_ phone: String, _ change: (inout PhoneUser) -> Void) {
        guard var user = phones[phone]?.user else { return }
        change(&user)
        phones[phone]?.user = user
    }

    /// The id under which an account knows a user.
    package func businessScopedID(of phone: String, accountID: String) -> String {
        Self.scopedID(phone, accountID: accountID)
    }

    /// Everything on the phone, oldest first; of one business number when it is named.
    package func conversation(of phone: String, with numberID: String? = nil) -> [PhoneBubble] {
        let bubbles = phones[phone]?.bubbles ?? []
        return bubbles.filter { numberID == nil || $0.numberID == numberID }
    }

    /// The bytes of a file on a phone or uploaded by a business, while they are kept.
    package func mediaFile(_ id: String, now: Timestamp) -> (bytes: [UInt8], mimeType: String)? {
        media.file(id, now: now).map { ($0.bytes, $0.mimeType) }
    }

    /// Lets every file expire at once: a fault.
    package mutating func expireMedia() { media.expireAll() }

    /// Whether "is writing…" shows on the phone.
    package func isTyping(to phone: String, from numberID: String, now: Timestamp) -> Bool {
        chats[ChatKey(phone: phone, numberID: numberID)]?.typingUntil.map { now < $0 } ?? false
    }

    /// Until when the business may write freely; nil when the window never opened.
    package func windowUntil(phone: String, numberID: String) -> Timestamp? {
        chats[ChatKey(phone: phone, numberID: numberID)]?.windowUntil
    }

    // MARK: - Acts

    /// The owner of a phone sends something; returns the message's id.
    @discardableResult
    package mutating func userSends(
        _ content: UserContent, from phone: String, to numberID: String, replyTo: String? = nil, now: Timestamp
    ) throws(PhoneError) -> String {
        guard let user = phones[phone]?.user else { throw .unknownPhone }
        guard let (account, number) = number(numberID) else { throw .unknownNumber }
        let id = makeMessageID()
        var (bubble, payload) = try outgoing(content, id: id, phone: phone, number: number, now: now)
        if bubble.replyTo == nil { bubble.replyTo = replyTo }
        sentByUsers[id] = (phone, phones[phone]?.bubbles.count ?? 0)
        phones[phone]?.bubbles.append(bubble)
        counted.inbound += 1
        throughput[numberID, default: TokenBucket(perSecond: number.messagesPerSecond)].spend(now: now)
        let key = ChatKey(phone: phone, numberID: numberID)
        let opensWindow = bubble.kind != .reaction
        if opensWindow {
            // The platform counts from the second that the webhook names.
            chats[key, default: Chat()].windowUntil = Timestamp(seconds: now.seconds).adding(hours: Self.windowHours)
        }
        if case .textFromAd = content { chats[key, default: Chat()].entryOfferedUntil = now.adding(hours: 24) }
        tell(inbound(payload, bubble, user: user, account: account, number: number, now: now), happenedAt: now)
        return id
    }

    /// The owner looks at the chat down to a message: everything up to it is read.
    package mutating func userReads(_ phone: String, upTo messageID: String, now: Timestamp) throws(PhoneError) {
        guard let state = phones[phone] else { throw .unknownPhone }
        guard let last = state.bubbles.lastIndex(where: { $0.id == messageID }) else { throw .unknownMessage }
        let numberID = state.bubbles[last].numberID
        for index in 0...last {
            let bubble = state.bubbles[index]
            guard bubble.direction == .received, bubble.numberID == numberID, !bubble.isRead else { continue }
            phones[phone]?.bubbles[index].isRead = true
            guard var message = messages[bubble.id], message.state < .read else { continue }
            message.state = .read
            messages[bubble.id] = message
            counted.read += 1
            if state.user.sendsReadReceipts, message.kind != .reaction { tellStatus(message, "read", at: now) }
        }
    }

    /// The owner listens to a voice note for the first time.
    package mutating func userPlays(_ messageID: String, now: Timestamp) throws(PhoneError) {
        guard var message = messages[messageID], message.isVoice, message.state >= .delivered, message.state != .failed
        else { throw .unknownMessage }
        guard message.state < .played else { return }
        message.state = .played
        messages[messageID] = message
        if phones[message.phone]?.user.sendsReadReceipts == true { tellStatus(message, "played", at: now) }
    }

    /// The owner stops, or takes up again, marketing from this business.
    package mutating func userPrefersMarketing(
        _ wanted: Bool, phone: String, numberID: String, now: Timestamp
    ) throws(PhoneError) {
        guard let user = phones[phone]?.user else { throw .unknownPhone }
        guard let (account, _) = number(numberID) else { throw .unknownNumber }
        phones[phone]?.user.hasStoppedMarketing = !wanted
        var preference = JSONObject()
        if showsPhone(user, numberID: numberID, at: now) { preference.append("wa_id", .string(user.waID)) }
        preference.append("user_id", .string(Self.scopedID(phone, accountID: account.id)))
        preference.append(
            "detail", .string("User requested to \(wanted ? "resume" : "stop") marketing messages"))
        preference.append("category", "marketing_messages")
        preference.append("value", wanted ? "resume" : "stop")
        preference.append("timestamp", JSONValue(now.seconds))
        let person = contact(user, accountID: account.id, numberID: numberID, at: now, withUsername: true)
        tell(
            WebhookUpdate(
                accountID: account.id, field: "user_preferences",
                value: envelope(numberID, contacts: [person], "user_preferences", .object(preference))),
            happenedAt: now)
    }

    /// The account moves to another number; the platform tells every business that it had to do with.
    package mutating func userChangesNumber(
        _ phone: String, to newPhone: String, numberID: String, now: Timestamp
    ) throws(PhoneError) {
        guard let state = phones[phone] else { throw .unknownPhone }
        guard let (account, number) = number(numberID) else { throw .unknownNumber }
        let old = state.user
        var user = old
        user.phone = newPhone
        user.waID = newPhone
        phones[phone] = nil
        phones[newPhone] = PhoneState(user: user, bubbles: state.bubbles)
        for (id, place) in sentByUsers where place.phone == phone { sentByUsers[id] = (newPhone, place.index) }
        phoneByKey = phoneByKey.filter { $0.value != phone }
        phoneByScopedID = phoneByScopedID.filter { $0.value != phone }
        addUser(user)
        let oldID = Self.scopedID(phone, accountID: account.id)
        let notice: JSONValue = [
            "from": .string(old.waID), "from_user_id": .string(oldID), "id": .string(makeMessageID()),
            "timestamp": .string(String(now.seconds)), "type": "system",
            "system": [
                "body": .string("User \(old.profileName) changed from \(old.waID) to \(newPhone)"),
                "type": "user_changed_number", "wa_id": .string(newPhone),
                "user_id": .string(Self.scopedID(newPhone, accountID: account.id)), "previous_user_id": .string(oldID),
            ],
        ]
        tell(
            WebhookUpdate(
                accountID: account.id, field: "messages", value: envelope(number.id, "messages", notice)),
            happenedAt: now)
    }
}
