import Channels

extension MessageReader {
    static let interactiveTypes: Set<String> = [
        "button", "list", "cta_url", "flow", "location_request_message", "request_contact_info", "order_details",
        "order_status", "call_permission_request", "voice_call", "carousel",
    ]

    func interactive(_ object: RequestObject) throws(GraphError) -> PhoneBubble {
        try object.allowOnly(["type", "header", "body", "footer", "action"])
        let type = try object.word("type", among: Self.interactiveTypes)
        let body = try object.objectIfPresent("body")
        if type != "call_permission_request", body == nil { throw .missing("interactive['body']") }
        try body?.allowOnly(["text"])
        let text = try body?.text("text", most: type == "list" ? 4096 : 1024) ?? ""
        var shown = bubble(.other, text: text)
        if let header = try object.objectIfPresent("header") { try read(header, of: type, into: &shown) }
        if let footer = try object.objectIfPresent("footer") {
            try footer.allowOnly(["text"])
            shown.footer = try footer.text("text", most: 60)
        }
        return try read(try object.object("action"), of: type, into: shown)
    }

    private func read(
        _ header: RequestObject, of type: String, into shown: inout PhoneBubble
    ) throws(GraphError) {
        let allowed: Set<String> = type == "list" ? ["text"] : ["text", "image", "video", "document"]
        let kind = try header.word("type", among: allowed)
        try header.allowOnly(["type", kind])
        if kind == "text" {
            shown.header = try header.text("text", most: 60)
        } else {
            let file = try header.object(kind)
            shown.media = try reference(file, kind: kind, filename: try file.textIfPresent("filename", most: 240))
        }
    }

    private func read(
        _ action: RequestObject, of type: String, into draft: PhoneBubble
    ) throws(GraphError) -> PhoneBubble {
        var shown = draft
        switch type {
        case "button": try buttons(action, into: &shown)
        case "list": try list(action, into: &shown)
        case "cta_url": try link(action, into: &shown)
        case "flow": try flow(action, into: &shown)
        case "order_details": try orderDetails(action, into: &shown)
        case "order_status": try orderStatus(action, into: &shown)
        case "location_request_message": try named(action, "send_location")
        case "request_contact_info": try named(action, "request_contact_info")
        case "call_permission_request": try named(action, "call_permission_request")
        case "voice_call": try named(action, "voice_call", with: ["parameters"])
        default: _ = try action.objects("cards", count: 2...10)
        }
        return shown
    }

    private func named(
        _ action: RequestObject, _ name: String, with others: Set<String> = []
    ) throws(GraphError) {
        try action.allowOnly(others.union(["name"]))
        _ = try action.word("name", among: [name])
    }

    private func buttons(_ action: RequestObject, into shown: inout PhoneBubble) throws(GraphError) {
        try action.allowOnly(["buttons"])
        shown = copy(shown, as: .buttons)
        for button in try action.objects("buttons", count: 1...3) {
            try button.allowOnly(["type", "reply"])
            _ = try button.word("type", among: ["reply"])
            let reply = try button.object("reply")
            try reply.allowOnly(["id", "title"])
            let option = PhoneOption(
                id: try reply.text("id", most: 256), title: try reply.text("title", most: 20), kind: .reply)
            guard !option.id.hasPrefix(" "), !option.id.hasSuffix(" ") else {
                throw .value("\(reply.path)['id'] must not begin or end with a space.")
            }
            try shown.add(option, path: reply.path)
        }
    }

    private func list(_ action: RequestObject, into shown: inout PhoneBubble) throws(GraphError) {
        try action.allowOnly(["button", "sections"])
        shown = copy(shown, as: .list)
        shown.listButton = try action.text("button", most: 20)
        let sections = try action.objects("sections", count: 1...10)
        for section in sections {
            try section.allowOnly(["title", "rows"])
            let title = try section.textIfPresent("title", most: 24)
            if sections.count > 1, title == nil { throw .missing("\(section.path)['title']") }
            for row in try section.objects("rows", count: 1...10) {
                try row.allowOnly(["id", "title", "description"])
                let option = PhoneOption(
                    id: try row.text("id", most: 200), title: try row.text("title", most: 24),
                    detail: try row.textIfPresent("description", most: 72), kind: .row, section: title)
                try shown.add(option, path: row.path)
            }
        }
        guard shown.options.count <= 10 else {
            throw .value("A list has at most 10 rows in all its sections, not \(shown.options.count).")
        }
    }

    private func link(_ action: RequestObject, into shown: inout PhoneBubble) throws(GraphError) {
        try named(action, "cta_url", with: ["parameters"])
        let parameters = try action.object("parameters")
        try parameters.allowOnly(["display_text", "url"])
        shown = copy(shown, as: .link)
        let address = try parameters.address("url")
        shown.options = [
            PhoneOption(
                id: "url", title: try parameters.text("display_text", most: 20), kind: .url, value: address)
        ]
    }

    private func flow(_ action: RequestObject, into shown: inout PhoneBubble) throws(GraphError) {
        try named(action, "flow", with: ["parameters"])
        let parameters = try action.object("parameters")
        try parameters.allowOnly([
            "flow_message_version", "flow_id", "flow_name", "flow_cta", "mode", "flow_token", "flow_action",
            "flow_action_payload",
        ])
        guard parameters.has("flow_id") != parameters.has("flow_name") else {
            throw .invalid("Exactly one of flow_id and flow_name must be given.")
        }
        _ = try parameters.word("flow_message_version", among: ["3"])
        if parameters.has("mode") { _ = try parameters.word("mode", among: ["draft", "published"]) }
        if parameters.has("flow_action"),
            try parameters.word("flow_action", among: ["navigate", "data_exchange"]) == "navigate"
        {
            _ = try parameters.object("flow_action_payload").text("screen", most: 512)
        }
        shown.options = [
            PhoneOption(id: "flow", title: try parameters.text("flow_cta", most: 30), kind: .flow)
        ]
    }

    func copy(_ bubble: PhoneBubble, as kind: PhoneBubble.Kind) -> PhoneBubble {
        var copy = self.bubble(kind, text: bubble.text)
        copy.header = bubble.header
        copy.footer = bubble.footer
        copy.media = bubble.media
        return copy
    }
}

extension PhoneBubble {
    /// Ids and titles must differ from those already there.
    fileprivate mutating func add(_ option: PhoneOption, path: String) throws(GraphError) {
        guard !options.contains(where: { $0.id == option.id }) else { throw .value("\(path)['id'] is not unique.") }
        guard option.kind == .row || !options.contains(where: { $0.title == option.title }) else {
            throw .value("\(path)['title'] is not unique.")
        }
        options.append(option)
    }
}
