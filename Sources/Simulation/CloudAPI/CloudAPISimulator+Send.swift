import Channels
import Domain

/// `POST /{number}/messages`: a message, or a mark that one was read.
extension CloudAPISimulator {
    /// Since then non-template messages, and utility templates inside the window, are billed.
    static let serviceBilledSince = CalendarDay(year: 2026, month: 10, day: 1)

    mutating func postMessage(
        _ body: JSONValue, account: BusinessAccount, number: BusinessNumber, now: Timestamp
    ) throws(GraphError) -> JSONValue {
        let object = try RequestObject(body, at: "")
        if object.has("status") { return try markRead(object, number: number, now: now) }
        let request = try SendRequest(object)
        let reader = MessageReader(account: account, number: number, media: media, now: now)
        let draft = try reader.read(request)
        let target = try target(of: request, account: account, number: number)
        guard throughput[number.id, default: TokenBucket(perSecond: number.messagesPerSecond)].take(now: now) else {
            throw .throughput
        }
        if let refusal = try check(draft, target: target, number: number, now: now) {
            guard configuration.lateErrors.contains(refusal.code) else { throw refusal }
            let id = accept(
                request, draft, target, account: account, number: number, price: nil, state: .accepted, now: now)
            var chance = draw("late")
            events.plan(
                .fails(messageID: id, refusal),
                at: now.adding(milliseconds: configuration.timing.sent.sample(&chance)))
            return answer(request, target, id: id, draft: draft, state: .accepted)
        }
        return send(request, draft, target, account: account, number: number, now: now)
    }

    /// Whom a request addresses.
    struct Target {
        /// Nil: nobody on WhatsApp has this number.
        let user: PhoneUser?
        /// Digits, with country code.
        let digits: String
        let input: String
        let byPhone: Bool
    }

    private func target(
        of request: SendRequest, account: BusinessAccount, number: BusinessNumber
    ) throws(GraphError) -> Target {
        switch request.address {
        case .phone(let input):
            guard let (written, hasPlus) = PhoneDigits.strip(input), (7...17).contains(written.count) else {
                throw .value("Parameter 'to' is not a phone number.")
            }
            let digits = hasPlus ? written : withCountryCode(written, of: number)
            guard digits != number.displayDigits else { throw .sameSender }
            let user = phoneByKey[PhoneDigits.key(digits)].flatMap { phones[$0]?.user }
            let reached = user.map { $0.isOnWhatsApp && (!$0.reachedOnlyByWaID || digits == $0.waID) } ?? false
            return Target(user: reached ? user : nil, digits: digits, input: input, byPhone: true)
        case .businessScopedID(let id):
            guard let phone = phoneByScopedID["\(account.id)/\(id)"], let user = phones[phone]?.user else {
                throw .value("Parameter 'recipient' is not a user of this business portfolio.")
            }
            return Target(user: user, digits: user.phone, input: id, byPhone: false)
        }
    }

    /// Without a plus the platform puts the business's own country code in front, unless it stands there already.
    private func withCountryCode(_ digits: String, of number: BusinessNumber) -> String {
        guard number.displayDigits.hasPrefix("55") else { return digits }
        return digits.hasPrefix("55") && (12...13).contains(digits.count) ? digits : "55" + digits
    }

    /// Why the platform will not deliver a message whose form is right; nil when it will.
    private mutating func check(
        _ draft: MessageReader.Draft, target: Target, number: BusinessNumber, now: Timestamp
    ) throws(GraphError) -> GraphError? {
        if draft.template?.category == .authentication, !target.byPhone { return .bsuidNotAllowed }
        guard let user = target.user, !user.hasBlockedBusiness else { return .undeliverable }
        let key = ChatKey(phone: user.phone, numberID: number.id)
        guard chats[key, default: Chat()].pacer.take(configuration.pairRate, now: now) else { return .pairRate }
        let windowIsOpen = chats[key]?.windowIsOpen(now) ?? false
        guard windowIsOpen || draft.template != nil else { return .windowClosed }
        if !windowIsOpen, let limit = number.messagingLimit {
            guard reach(user.phone, from: number.id, limit: limit, now: now) else { return .spamLimit }
        }
        if draft.template?.category == .marketing {
            if user.hasStoppedMarketing { return .marketingStopped }
            var chance = draw("cap")
            if !windowIsOpen, chance.chance(configuration.faults.marketingCapped) { return .marketingCap }
        }
        return nil
    }

    /// Counts a user written to outside the window; false when that would be one too many in a rolling day.
    private mutating func reach(_ phone: String, from numberID: String, limit: Int, now: Timestamp) -> Bool {
        var reached = reachedOutside[numberID, default: [:]]
        if reached[phone] == nil || reached.count > limit {
            reached = reached.filter { now < $0.value.adding(days: 1) }
        }
        let isKnown = reached[phone] != nil
        guard isKnown || reached.count < limit else { return false }
        if !isKnown { reached[phone] = now }
        reachedOutside[numberID] = reached
        return true
    }

    private mutating func send(
        _ request: SendRequest, _ draft: MessageReader.Draft, _ target: Target, account: BusinessAccount,
        number: BusinessNumber, now: Timestamp
    ) -> JSONValue {
        var chance = draw("send")
        if let phone = target.user?.phone { answerEntry(ChatKey(phone: phone, numberID: number.id), now: now) }
        let price = price(draft, target, number: number, now: now)
        let isHeld = draft.template != nil && chance.chance(configuration.faults.held)
        let state: AcceptedMessage.State = isHeld ? .held : .accepted
        let id = accept(request, draft, target, account: account, number: number, price: price, state: state, now: now)
        if isHeld {
            events.plan(
                .released(messageID: id), at: now.adding(milliseconds: configuration.timing.held.sample(&chance)))
        } else {
            events.plan(.leaves(messageID: id), at: leaveAt(target, number: number, now: now, chance: &chance))
        }
        return answer(request, target, id: id, draft: draft, state: state)
    }

    /// After the messages before it in the same chat, but for those that the faults let overtake.
    private mutating func leaveAt(
        _ target: Target, number: BusinessNumber, now: Timestamp, chance: inout SeededGenerator
    ) -> Timestamp {
        let key = ChatKey(phone: target.user?.phone ?? target.digits, numberID: number.id)
        var at = now.adding(milliseconds: configuration.timing.sent.sample(&chance))
        if chance.chance(configuration.faults.overtaken) {
            return at.adding(milliseconds: Int64(chance.integer(1000...15_000)))
        }
        at = max(at, chats[key]?.lastLeaveAt ?? at)
        chats[key, default: Chat()].lastLeaveAt = at
        return at
    }

    private mutating func accept(
        _ request: SendRequest, _ draft: MessageReader.Draft, _ target: Target, account: BusinessAccount,
        number: BusinessNumber, price: Pricing?, state: AcceptedMessage.State, now: Timestamp
    ) -> String {
        let id = makeMessageID()
        let phone = target.user?.phone ?? target.digits
        var bubble = draft.bubble.identified(id)
        if let replyTo = request.replyTo, draft.template == nil { bubble.replyTo = replyTo }
        messages[id] = AcceptedMessage(
            id: id, accountID: account.id, numberID: number.id, phone: phone, kind: bubble.kind, text: bubble.text,
            templateName: draft.template?.name, callbackData: request.callbackData, acceptedAt: now, state: state,
            errorCode: nil, bubble: bubble, pricing: price, wasSentToPhone: target.byPhone,
            knowsUser: target.user != nil, isVoice: bubble.kind == .audio)
        if let data = request.callbackData { messagesByCallback[data, default: []].append(id) }
        counted.accepted += 1
        if target.byPhone, let user = target.user {
            chats[ChatKey(phone: user.phone, numberID: number.id), default: Chat()].phoneSeenAt = now
        }
        chats[ChatKey(phone: phone, numberID: number.id)]?.typingUntil = nil
        return id
    }

    private func answer(
        _ request: SendRequest, _ target: Target, id: String, draft: MessageReader.Draft, state: AcceptedMessage.State
    ) -> JSONValue {
        var contact = JSONObject()
        contact.append("input", .string(target.input))
        if target.byPhone {
            contact.append("wa_id", .string(target.user?.waID ?? target.digits))
        } else {
            contact.append("user_id", .string(target.input))
        }
        var message = JSONObject()
        message.append("id", .string(id))
        if draft.template != nil {
            message.append("message_status", state == .held ? "held_for_quality_assessment" : "accepted")
        }
        return ["messaging_product": "whatsapp", "contacts": [.object(contact)], "messages": [.object(message)]]
    }

    // MARK: - Price

    private mutating func price(
        _ draft: MessageReader.Draft, _ target: Target, number: BusinessNumber, now: Timestamp
    ) -> Pricing? {
        guard !draft.isReaction, let user = target.user else { return nil }
        let chat = chats[ChatKey(phone: user.phone, numberID: number.id)]
        let category = draft.template?.category.pricingCategory ?? "service"
        if chat?.entryIsFree(now) == true {
            return Pricing(isBillable: false, type: "free_entry_point", category: "referral_conversion")
        }
        let day = Zone.utc.day(now)
        let isBilled = Self.serviceBilledSince.map { day >= $0 } ?? true
        if let template = draft.template {
            let isFree = template.category == .utility && chat?.windowIsOpen(now) == true && !isBilled
            return Pricing(isBillable: !isFree, type: isFree ? "free_customer_service" : "regular", category: category)
        }
        let month = "\(number.id)/\(day.iso.prefix(7))"
        let used = freeServiceUsed[month, default: 0]
        guard isBilled, used >= configuration.freeServiceMessagesPerMonth else {
            if isBilled { freeServiceUsed[month] = used + 1 }
            return Pricing(isBillable: false, type: "free_customer_service", category: category)
        }
        return Pricing(isBillable: true, type: "regular", category: category)
    }

    /// The first answer within a day to somebody who came from an ad opens three days without cost.
    private mutating func answerEntry(_ key: ChatKey, now: Timestamp) {
        guard let offered = chats[key]?.entryOfferedUntil, now < offered else { return }
        chats[key]?.entryOfferedUntil = nil
        chats[key]?.freeEntryUntil = now.adding(hours: 72)
    }

    // MARK: - Read marks

    static let typingSeconds: Int64 = 25
    static let readableDays: Int64 = 30

    private mutating func markRead(
        _ object: RequestObject, number: BusinessNumber, now: Timestamp
    ) throws(GraphError) -> JSONValue {
        guard object.value("messaging_product")?.string == "whatsapp" else {
            throw .invalid("The parameter messaging_product is required and must be \"whatsapp\".")
        }
        try object.allowOnly(["messaging_product", "status", "message_id", "typing_indicator"])
        _ = try object.word("status", among: ["read"])
        let id = try object.text("message_id", most: 256)
        guard let place = sentByUsers[id], let bubble = phones[place.phone]?.bubbles[place.index],
            bubble.numberID == number.id, now < bubble.at.adding(days: Self.readableDays)
        else { throw .value("Parameter 'message_id' is not a message that this number received in the last 30 days.") }
        if let typing = try object.objectIfPresent("typing_indicator") {
            _ = try typing.word("type", among: ["text"])
            chats[ChatKey(phone: place.phone, numberID: number.id), default: Chat()].typingUntil = now.adding(
                seconds: Self.typingSeconds)
        }
        if let bubbles = phones[place.phone]?.bubbles {
            for index in 0...place.index where bubbles[index].direction == .sent && bubbles[index].numberID == number.id
            {
                phones[place.phone]?.bubbles[index].isRead = true
            }
        }
        return ["success": true]
    }
}
