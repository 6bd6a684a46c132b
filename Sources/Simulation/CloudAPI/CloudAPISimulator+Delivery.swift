import Channels
package import Domain

/// One change on its way into a webhook.
struct WebhookUpdate: Sendable {
    let accountID: String
    let field: String
    let value: JSONValue
    /// Fields about accounts and templates carry the second in their entry.
    var entrySeconds: Int64?
}

extension CloudAPISimulator {
    /// Lets virtual time pass: messages leave and arrive, and webhooks are due.
    ///
    /// Every returned delivery must be reported to `settle`, or it counts as on its way for ever.
    package mutating func due(until now: Timestamp) -> [WebhookDelivery] {
        while let (at, event) = events.pop(until: now) { happen(event, at: at) }
        while let (at, update) = updates.pop(until: now) {
            var together = [update]
            while together.count < configuration.updatesPerWebhookMost, let (_, next) = updates.pop(until: at) {
                together.append(next)
            }
            post(together, at: at)
        }
        return outbox.due(until: now)
    }

    /// What became of a delivery: answered with 200, or not (another status, no connection, no answer in time).
    package mutating func settle(_ deliveryID: Int, succeeded: Bool, now: Timestamp) {
        outbox.settle(deliveryID, succeeded: succeeded, now: now)
    }

    /// Messages that have appeared on phones since this was last asked.
    package mutating func takeArrivals() -> [PhoneArrival] {
        defer { arrivals = [] }
        return arrivals
    }

    /// Plans that a change will be told, with the delays and detours that the faults ask for.
    mutating func tell(_ update: WebhookUpdate, happenedAt: Timestamp) {
        counted.updates += 1
        var chance = draw("webhook")
        let faults = configuration.faults
        var wait = configuration.timing.webhook.sample(&chance)
        if chance.chance(faults.reordered) { wait += Int64(chance.integer(500...20_000)) }
        if chance.chance(faults.delayed) { wait += Int64(chance.integer(60_000...7_200_000)) }
        updates.plan(update, at: happenedAt.adding(milliseconds: wait))
    }

    private mutating func post(_ together: [WebhookUpdate], at: Timestamp) {
        for account in configuration.accounts {
            var entries = together.filter { $0.accountID == account.id }.map { $0.entry }
            guard !entries.isEmpty else { continue }
            var chance = draw("post")
            if chance.chance(configuration.faults.unknownField) {
                let stray = WebhookUpdate(
                    accountID: account.id, field: "tracking_events",
                    value: ["event": "NOT_DOCUMENTED", "number": JSONValue(draws)], entrySeconds: at.seconds)
                entries.insert(stray.entry, at: chance.below(entries.count + 1))
            }
            let body = JSONValue.object(
                JSONObject([
                    JSONObject.Member(key: "object", value: "whatsapp_business_account"),
                    JSONObject.Member(key: "entry", value: .array(entries)),
                ])
            ).bytes()
            outbox.add(
                .whatsapp, body: body,
                signature: Digests.webhookSignature(secret: account.appSecret, body: body), at: at,
                faults: WebhookOutbox.Faults(
                    duplicated: configuration.faults.duplicated, dropped: configuration.faults.dropped),
                chance: &chance)
        }
    }

    private mutating func happen(_ event: PlatformEvent, at: Timestamp) {
        switch event {
        case .leaves(let id): leave(id, at: at)
        case .arrives(let id): arrive(id, at: at)
        case .fails(let id, let error): fail(id, error, at: at)
        case .released(let id): release(id, at: at)
        case .reviewed(let accountID, let templateID): review(accountID, templateID, at: at)
        }
    }

    private mutating func leave(_ id: String, at: Timestamp) {
        guard var message = messages[id], message.state < .sent else { return }
        message.state = .sent
        messages[id] = message
        tellStatus(message, "sent", at: at)
        let key = ChatKey(phone: message.phone, numberID: message.numberID)
        var chance = draw("arrival")
        var wait = configuration.timing.delivered.sample(&chance)
        // Who has just written holds the phone in their hand.
        if let until = chats[key]?.windowUntil, at.milliseconds(until: until) > 85_800_000 { wait = min(wait, 2000) }
        let arrival = max(at.adding(milliseconds: wait), chats[key]?.lastArrivalAt ?? at)
        chats[key, default: Chat()].lastArrivalAt = arrival
        events.plan(.arrives(messageID: id), at: arrival)
    }

    private mutating func arrive(_ id: String, at: Timestamp) {
        guard var message = messages[id], message.state < .delivered else { return }
        message.state = .delivered
        counted.delivered += 1
        message.bubble.at = at
        messages[id] = message
        phones[message.phone]?.bubbles.append(message.bubble)
        arrivals.append(PhoneArrival(phone: message.phone, bubble: message.bubble))
        // A reaction is only ever reported as sent.
        if message.kind != .reaction { tellStatus(message, "delivered", at: at) }
    }

    mutating func fail(_ id: String, _ error: GraphError, at: Timestamp) {
        guard var message = messages[id], message.state < .delivered else { return }
        message.state = .failed
        message.errorCode = error.code
        messages[id] = message
        counted.failed += 1
        tellStatus(message, "failed", at: at, error: error)
    }

    private mutating func release(_ id: String, at: Timestamp) {
        guard var message = messages[id], message.state == .held else { return }
        var chance = draw("release")
        if chance.chance(configuration.faults.heldDropped) {
            fail(id, .templatePaused, at: at)
        } else {
            message.state = .accepted
            messages[id] = message
            leave(id, at: at)
        }
    }
}

extension WebhookUpdate {
    fileprivate var entry: JSONValue {
        var entry = JSONObject()
        entry.append("id", .string(accountID))
        if let entrySeconds { entry.append("time", JSONValue(entrySeconds)) }
        entry.append("changes", [["value": value, "field": .string(field)]])
        return .object(entry)
    }
}
