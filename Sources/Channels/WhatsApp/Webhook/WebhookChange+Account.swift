import Domain

/// Templates, accounts, numbers, Flows.
extension WebhookChange {
    /// The notice, or the change kept as malformed.
    private func noticed(_ read: () throws(Malformed) -> EventKind?) -> WhatsAppEvent {
        do throws(Malformed) {
            guard let kind = try read() else { return unknown(.field, raw) }
            return notice(kind)
        } catch {
            return unknown(.malformed, raw, detail: error.detail)
        }
    }

    private func template(_ value: JSONValue) throws(Malformed) -> TemplateIdentity {
        guard let id = value["message_template_id"]?.identifier else {
            throw Malformed("message_template_id is missing")
        }
        return TemplateIdentity(
            id: id, name: value["message_template_name"]?.string,
            language: value["message_template_language"]?.string.map(WebhookChange.language))
    }

    /// `pt-BR`, `pt_br` → `pt_BR`.
    static func language(_ written: String) -> String {
        let parts = written.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard parts.count == 2, parts[1].utf8.count == 2 else {
            return String(written.map { $0 == "-" ? "_" : $0 })
        }
        return parts[0].lowercased() + "_" + parts[1].uppercased()
    }

    func templateStatus(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            let rejection = value["rejection_info"]
            let other = value["other_info"]
            let words = [rejection?["reason"], rejection?["recommendation"], other?["description"]]
                .compactMap { $0?.string }
            return .templateStatusChanged(
                TemplateStatusChange(
                    template: try template(value), event: try text("event", of: value),
                    reason: value["reason"]?.string, category: value["message_template_category"]?.string,
                    pause: other?["title"]?.string,
                    explanation: words.isEmpty ? nil : words.joined(separator: " ")))
        }
    }

    func templateQuality(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            .templateQualityChanged(
                try template(value), from: value["previous_quality_score"]?.string,
                to: try text("new_quality_score", of: value))
        }
    }

    /// In the advance notice `new_category` is the present one, and `correct_category` the one to come.
    func templateCategory(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            let template = try template(value)
            if let future = value["correct_category"]?.string {
                return .templateCategoryChanging(
                    template, current: value["new_category"]?.string, future: future,
                    effectiveAt: WebhookChange.timestamp(value["category_update_timestamp"]))
            }
            return .templateCategoryChanged(
                template, from: value["previous_category"]?.string, to: try text("new_category", of: value))
        }
    }

    func account(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            switch try text("event", of: value) {
            case "ACCOUNT_RESTRICTION", "ACCOUNT_VIOLATION":
                return .accountRestricted(try restriction(value))
            case "DISABLED_UPDATE":
                let ban = value["ban_info"]
                guard let state = ban?["waba_ban_state"]?.string else {
                    throw Malformed("ban_info.waba_ban_state is missing")
                }
                let date = ban?["waba_ban_date"]?.string
                return .accountDisabled(
                    AccountDisabling(state: state, date: date.flatMap(WebhookChange.day), dateText: date))
            case let event where event == "ACCOUNT_DELETED" || event == "ACCOUNT_OFFBOARDED":
                return .accountDisabled(AccountDisabling(state: event, date: nil, dateText: nil))
            default:
                return nil
            }
        }
    }

    private func restriction(_ value: JSONValue) throws(Malformed) -> AccountRestriction {
        let written = value["restriction_info"]
        let items = written?.array ?? (written?.object == nil ? [] : [written ?? .null])
        let violation = value["violation_info"]?["violation_type"]?.string
        let restrictions = items.compactMap { $0["restriction_type"]?.string }
        guard !restrictions.isEmpty || violation != nil else { throw Malformed("neither restriction nor violation") }
        let ends = items.map { WebhookChange.timestamp($0["expiration"]) }
        return AccountRestriction(
            restrictions: restrictions, until: ends.contains(nil) ? nil : ends.compactMap { $0 }.max(),
            violation: violation)
    }

    /// Meta writes dates out in English: `November 30, 2026`.
    static func day(_ written: String) -> CalendarDay? {
        if let day = CalendarDay(iso: written) { return day }
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let words = written.lowercased().split { $0 == " " || $0 == "," || $0 == "." }
        guard words.count == 3, let year = Int(words[2]) else { return nil }
        // Both orders are English: `November 30, 2026` and `30 November 2026`.
        let monthFirst = words[0].first?.isLetter ?? false
        let (name, number) = monthFirst ? (words[0], words[1]) : (words[1], words[0])
        guard let month = months.firstIndex(of: String(name.prefix(3))), let day = Int(number) else { return nil }
        return CalendarDay(year: year, month: month + 1, day: day)
    }

    func numberLimits(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            let tier = MessagingTier.name(value["max_daily_conversations_per_business"] ?? value["current_limit"])
            let event = value["event"]?.string
            guard tier != nil || event != nil else { throw Malformed("neither event nor limit") }
            return .numberLimitsChanged(
                NumberLimits(
                    displayPhone: origin.displayPhone, event: event, tier: tier,
                    previousTier: MessagingTier.name(value["old_limit"])))
        }
    }

    func portfolioLimits(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            let daily = value["max_daily_conversations_per_business"] ?? value["max_daily_conversation_per_phone"]
            let numbers = value["max_phone_numbers_per_business"] ?? value["max_phone_numbers_per_waba"]
            guard daily != nil || numbers != nil else { throw Malformed("no limit") }
            return .portfolioLimitsChanged(
                PortfolioLimits(limit: MessagingTier.limit(daily), phoneNumbersMax: numbers?.integerOrText))
        }
    }

    func flow(_ value: JSONValue) -> WhatsAppEvent {
        noticed { () throws(Malformed) in
            guard let id = value["flow_id"]?.identifier else { throw Malformed("flow_id is missing") }
            let active: Bool? =
                switch value["alert_state"]?.string {
                case "ACTIVATED": true
                case "DEACTIVATED": false
                default: nil
                }
            return .flowHealth(
                FlowHealth(
                    flowID: id, event: try text("event", of: value), active: active,
                    oldStatus: value["old_status"]?.string, newStatus: value["new_status"]?.string,
                    message: value["message"]?.string))
        }
    }
}

/// Meta's messaging limits, written as a tier or as a number.
enum MessagingTier {
    /// `TIER_2K` from itself or from 2000; −1 is unlimited.
    static func name(_ value: JSONValue?) -> String? {
        if let text = value?.string, !text.isEmpty, Int64(text) == nil { return text }
        guard let number = value?.integerOrText else { return nil }
        if number < 0 { return "TIER_UNLIMITED" }
        return number >= 1000 && number % 1000 == 0 ? "TIER_\(number / 1000)K" : "TIER_\(number)"
    }

    /// 2000 from itself or from `TIER_2K`; −1 is unlimited; nil for what is not set or not known.
    static func limit(_ value: JSONValue?) -> Int64? {
        if let number = value?.integerOrText { return number < 0 ? -1 : number }
        guard let text = value?.string, text.hasPrefix("TIER_") else { return nil }
        let tier = text.dropFirst(5)
        if tier == "UNLIMITED" { return -1 }
        let thousands = tier.hasSuffix("K")
        guard let number = Int64(thousands ? tier.dropLast() : tier), number >= 0, number <= 1_000_000_000 else {
            return nil
        }
        return thousands ? number * 1000 : number
    }
}
