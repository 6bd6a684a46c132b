import Domain

extension WhatsAppEvent {
    /// The event as tools print it: `kind` first, instants as seconds since 1970, ids as text. Inner objects hold only
    /// what is known; of the outer keys, `null` is as good as absent.
    package var json: JSONValue {
        var object = JSONObject()
        object.append("kind", .string(kind.name))
        object.append("account_id", ifPresent: origin.accountID.map { .string($0) })
        object.append("number_id", ifPresent: origin.numberID.map { .string($0) })
        object.append("message_id", ifPresent: messageID.map { .string($0) })
        if let contact {
            object.append(isDelivery ? "recipient" : "contact", contact.json)
            object.append("phone_canonical", ifPresent: contact.phone.map { .string(PhoneIdentity.canonical($0)) })
            object.append("name", ifPresent: contact.name.map { .string($0) })
        }
        object.append("group_id", ifPresent: groupID.map { .string($0) })
        kind.append(to: &object)
        if messageID != nil, !isDelivery { object.append("reply_to", replyTo.map { .string($0) } ?? .null) }
        object.append("at", at.map { JSONValue($0.seconds) } ?? .null)
        if contact != nil { object.append("opens_window", .bool(opensWindow)) }
        object.append("dedup_key", .string(dedupKey.text))
        return .object(object)
    }

    private var isDelivery: Bool {
        if case .deliveryUpdated = kind { true } else { false }
    }
}

extension WhatsAppContact {
    var json: JSONValue {
        .strings([("phone", phone), ("bsuid", bsuid), ("parent_bsuid", parentBsuid), ("username", username)])
    }
}

extension JSONValue {
    /// An object of the texts that there are.
    static func strings(_ pairs: [(String, String?)]) -> JSONValue {
        .object(
            JSONObject(
                pairs.compactMap { key, text in text.map { JSONObject.Member(key: key, value: .string($0)) } }))
    }
}

extension JSONObject {
    /// Texts at the end; those that are nil as `null`.
    fileprivate mutating func append(texts: [(String, String?)]) {
        for (key, text) in texts { append(key, text.map { .string($0) } ?? .null) }
    }

    fileprivate mutating func append(_ key: String, _ instant: Timestamp?) {
        append(key, instant.map { JSONValue($0.seconds) } ?? .null)
    }
}

extension EventKind {
    /// The name of the kind in the vocabulary of the fixtures and of `quita inspect webhook`.
    package var name: String {
        switch self {
        case .messageReceived: "message.received"
        case .selectionReceived: "selection.received"
        case .flowSubmitted: "flow.submitted"
        case .reactionChanged: "reaction.changed"
        case .contactShared: "contact.shared"
        case .identityChanged: "identity.changed"
        case .messageEdited: "message.edited"
        case .messageRevoked: "message.revoked"
        case .messageUnsupported: "message.unsupported"
        case .paymentIntent: "payment.intent"
        case .deliveryUpdated: "delivery.updated"
        case .templateStatusChanged: "template.status_changed"
        case .templateCategoryChanging: "template.category_changing"
        case .templateCategoryChanged: "template.category_changed"
        case .templateQualityChanged: "template.quality_changed"
        case .accountRestricted: "account.restricted"
        case .accountDisabled: "account.disabled"
        case .accountError: "account.error"
        case .numberLimitsChanged: "number.limits_changed"
        case .portfolioLimitsChanged: "portfolio.limits_changed"
        case .preferenceChanged: "preference.changed"
        case .callEnded: "call.ended"
        case .callPermissionChanged: "call_permission.changed"
        case .echoSent: "echo.sent"
        case .flowHealth: "flow.health"
        case .unknown: "unknown"
        }
    }

    fileprivate func append(to object: inout JSONObject) {
        switch self {
        case .messageReceived, .selectionReceived, .flowSubmitted, .reactionChanged, .contactShared, .identityChanged,
            .messageEdited, .messageRevoked, .messageUnsupported, .paymentIntent, .callPermissionChanged, .echoSent:
            appendMessage(to: &object)
        case .deliveryUpdated(let update): EventKind.append(update, to: &object)
        default: appendNotice(to: &object)
        }
    }

    private func appendMessage(to object: inout JSONObject) {
        switch self {
        case .messageReceived(let message): EventKind.append(message, to: &object)
        case .selectionReceived(let selection):
            object.append(texts: [
                ("source", selection.source.rawValue), ("id", selection.id), ("title", selection.title),
                ("description", selection.description),
            ])
        case .flowSubmitted(let flow):
            object.append(texts: [("flow_token", flow.token)])
            object.append("fields", .object(flow.fields))
            object.append("raw", ifPresent: flow.raw.map { .string($0) })
        case .reactionChanged(let target, let emoji): object.append(texts: [("target", target), ("emoji", emoji)])
        case .contactShared(let shared):
            object.append(texts: [("shared_phone", shared.phone), ("origin", shared.origin)])
            object.append("shared_phones", .array(shared.phones.map { .string($0) }))
        case .identityChanged(let change):
            object.append(texts: [
                ("change", change.change), ("new_phone", change.newPhone), ("new_bsuid", change.newBsuid),
                ("previous_bsuid", change.previousBsuid),
            ])
        case .messageEdited(let target, let type, let text):
            object.append(texts: [("target", target), ("type", type), ("text", text)])
        case .messageRevoked(let target): object.append(texts: [("target", target)])
        case .messageUnsupported(let subtype, let code):
            object.append(texts: [("subtype", subtype)])
            object.append("code", code.map { JSONValue(Int64($0)) } ?? .null)
        case .paymentIntent(let intent):
            object.append(texts: [
                ("method", intent.method), ("reference_id", intent.referenceID),
                ("credential_id", intent.credentialID), ("last_four_digits", intent.lastFourDigits),
            ])
        case .callPermissionChanged(let permission):
            object.append("granted", .bool(permission.granted))
            object.append("permanent", .bool(permission.permanent))
            object.append("until", permission.until)
        case .echoSent(let echo):
            object.append(texts: [("type", echo.type), ("text", echo.text), ("target", echo.target)])
            object.append("media", ifPresent: echo.media?.json)
        default: return
        }
    }

    private static func append(_ message: ReceivedMessage, to object: inout JSONObject) {
        object.append("type", .string(message.type))
        object.append(texts: [("text", message.text), ("caption", message.caption), ("filename", message.filename)])
        object.append("media", message.media?.json ?? .null)
        object.append("media_sha256", ifPresent: message.media?.sha256.map { .string($0) })
        object.append("voice", ifPresent: message.isVoice.map { .bool($0) })
        if message.forwarded { object.append("forwarded", true) }
        if message.frequentlyForwarded { object.append("frequently_forwarded", true) }
        if let place = message.location {
            var location = JSONObject()
            location.append("latitude", .coordinate(place.latitude))
            location.append("longitude", .coordinate(place.longitude))
            location.append("name", ifPresent: place.name.map { .string($0) })
            location.append("address", ifPresent: place.address.map { .string($0) })
            object.append("location", .object(location))
        }
        if let referral = message.referral {
            object.append(
                "referral", .strings([("source_type", referral.sourceType), ("source_id", referral.sourceID)]))
            object.append("referral_click_id", ifPresent: referral.clickID.map { .string($0) })
        }
        object.append("error_code", message.errorCode.map { JSONValue(Int64($0)) } ?? .null)
    }

    private static func append(_ update: DeliveryUpdate, to object: inout JSONObject) {
        object.append("status", .string(update.status.rawValue))
        object.append(texts: [("callback_data", update.callbackData), ("participant", update.participant)])
        if let billing = update.billing {
            var charge = JSONObject()
            charge.append("billable", .bool(billing.billable))
            charge.append("type", ifPresent: billing.type.map { .string($0) })
            charge.append("category", ifPresent: billing.category.map { .string($0) })
            charge.append("subtype", ifPresent: billing.subtype.map { .string($0) })
            object.append("billing", .object(charge))
        } else {
            object.append("billing", .null)
        }
        object.append("error", update.error?.json ?? .null)
        object.append("free_entry_until", update.freeEntryUntil)
    }

    private func appendNotice(to object: inout JSONObject) {
        switch self {
        case .templateStatusChanged(let change):
            object.append(template: change.template)
            object.append(texts: [
                ("event", change.event), ("reason", change.reason), ("pause", change.pause),
                ("category", change.category), ("explanation", change.explanation),
            ])
        case .templateCategoryChanging(let template, let current, let future, let effectiveAt):
            object.append(template: template)
            object.append(texts: [("current", current), ("future", future)])
            object.append("effective_at", effectiveAt)
        case .templateCategoryChanged(let template, let from, let to),
            .templateQualityChanged(let template, let from, let to):
            object.append(template: template)
            object.append(texts: [("from", from), ("to", to)])
        case .accountRestricted(let restriction):
            object.append("restrictions", .array(restriction.restrictions.map { .string($0) }))
            object.append("until", restriction.until)
            object.append(texts: [("violation", restriction.violation)])
        case .accountDisabled(let disabling):
            object.append(texts: [
                ("state", disabling.state), ("date", disabling.date?.iso), ("date_text", disabling.dateText),
            ])
        case .accountError(let error):
            object.append("code", JSONValue(Int64(error.code)))
            object.append(texts: [("action", error.rule.action.name), ("details", error.details)])
        case .numberLimitsChanged(let limits):
            object.append(texts: [
                ("display_phone", limits.displayPhone), ("event", limits.event), ("tier", limits.tier),
                ("previous_tier", limits.previousTier),
            ])
        case .portfolioLimitsChanged(let limits):
            object.append("limit", limits.limit.map { JSONValue($0) } ?? .null)
            object.append("phone_numbers_max", limits.phoneNumbersMax.map { JSONValue($0) } ?? .null)
        case .preferenceChanged(let category, let value, let detail):
            object.append(texts: [("category", category), ("value", value), ("detail", detail)])
        case .callEnded(let call):
            object.append(texts: [("call_id", call.callID), ("direction", call.direction)])
            object.append("answered", .bool(call.answered))
            object.append("duration", call.duration.map { JSONValue($0) } ?? .null)
        case .flowHealth(let health):
            object.append(texts: [("flow_id", health.flowID), ("event", health.event)])
            object.append("active", health.active.map { .bool($0) } ?? .null)
            object.append(texts: [
                ("old_status", health.oldStatus), ("new_status", health.newStatus), ("message", health.message),
            ])
        case .unknown(let part): EventKind.append(part, to: &object)
        default: return
        }
    }

    private static func append(_ part: UnknownPart, to object: inout JSONObject) {
        object.append("reason", .string(part.reason.rawValue))
        if part.reason == .field { object.append("field", part.raw["field"] ?? .null) }
        object.append(texts: [("type", part.type), ("detail", part.detail)])
        object.append("raw", part.raw)
    }
}

extension JSONObject {
    fileprivate mutating func append(template: TemplateIdentity) {
        append(texts: [("template_id", template.id), ("name", template.name), ("language", template.language)])
    }
}

extension InboundMedia {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object.append("id", .string(id))
        object.append("mime", ifPresent: mimeType.map { .string($0) })
        object.append("fetch_before", JSONValue(fetchBefore.seconds))
        return .object(object)
    }
}

extension PlatformError {
    /// What the table of errors says about it.
    package var rule: ErrorRule { WhatsAppErrors.rule(for: code) }

    fileprivate var json: JSONValue { ["code": JSONValue(Int64(code)), "action": .string(rule.action.name)] }
}

extension JSONValue {
    /// A coordinate as a number where it is written as one, else as text.
    fileprivate static func coordinate(_ text: String) -> JSONValue {
        let number = try? JSONParser.parse(Array(text.utf8))
        if case .number = number { return .number(text) }
        return .string(text)
    }
}
