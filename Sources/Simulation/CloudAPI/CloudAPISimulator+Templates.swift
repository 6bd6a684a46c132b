import Channels
package import Domain

/// Accounts' edges: numbers, templates, webhook subscription.
extension CloudAPISimulator {
    /// How long the review of a new template takes.
    static let reviewSeconds: Int64 = 60

    mutating func accountRoute(
        _ request: SimulatedRequest, _ edge: String, index: Int, now: Timestamp
    ) throws(GraphError) -> SimulatedResponse {
        let account = configuration.accounts[index]
        switch (request.method, edge) {
        case ("GET", "message_templates"): return json(try templateList(account, query: request.query))
        case ("POST", "message_templates"): return json(try createTemplate(request, index: index, now: now))
        case ("DELETE", "message_templates"):
            guard let name = request.query["name"] else { throw .missing("name") }
            configuration.accounts[index].templates.removeAll { $0.name == name }
            return json(["success": true])
        case ("GET", "phone_numbers"):
            return json(["data": .array(account.numbers.map { numberFields($0, query: request.query) })])
        case ("POST", "subscribed_apps"): return json(["success": true])
        case ("GET", "subscribed_apps"):
            return json(["data": [["whatsapp_business_api_data": ["id": "300000000000001", "name": "Quita"]]]])
        case ("GET", ""):
            return json([
                "id": .string(account.id), "name": .string(account.numbers.first?.verifiedName ?? ""),
                "health_status": ["can_send_message": "AVAILABLE", "entities": []],
            ])
        default: throw .invalid("Unsupported \(request.method.lowercased()) request on edge \"\(edge)\".")
        }
    }

    /// Changes a template's standing and tells the business of it.
    package mutating func setTemplateStatus(
        accountID: String, name: String, language: String, to status: SimulatedTemplate.Status, now: Timestamp
    ) {
        guard let account = configuration.accounts.firstIndex(where: { $0.id == accountID }),
            let index = configuration.accounts[account].templates.firstIndex(where: {
                $0.name == name && $0.language == language
            })
        else { return }
        configuration.accounts[account].templates[index].status = status
        tellTemplate(configuration.accounts[account].templates[index], accountID: accountID, at: now)
    }

    mutating func review(_ accountID: String, _ templateID: String, at: Timestamp) {
        guard let place = templatePlace(templateID) else { return }
        configuration.accounts[place.account].templates[place.template].status = .approved
        tellTemplate(configuration.accounts[place.account].templates[place.template], accountID: accountID, at: at)
    }

    private mutating func tellTemplate(_ template: SimulatedTemplate, accountID: String, at: Timestamp) {
        tell(
            WebhookUpdate(
                accountID: accountID, field: "message_template_status_update", value: templateStatus(template),
                entrySeconds: at.seconds),
            happenedAt: at)
    }

    func templatePlace(_ id: String) -> (account: Int, template: Int)? {
        for (index, account) in configuration.accounts.enumerated() {
            if let template = account.templates.firstIndex(where: { $0.id == id }) { return (index, template) }
        }
        return nil
    }

    func templateFields(_ place: (account: Int, template: Int)) -> JSONValue {
        json(of: configuration.accounts[place.account].templates[place.template], query: [:])
    }

    private func templateList(_ account: BusinessAccount, query: [String: String]) throws(GraphError) -> JSONValue {
        let limit = max(1, min(query["limit"].flatMap(Int.init) ?? 25, 1000))
        guard let start = query["after"].map(Int.init) ?? 0, start >= 0 else {
            throw .invalid("Invalid cursor: \(query["after"] ?? "")")
        }
        let wanted = account.templates.filter { template in
            query["name"].map { template.name == $0 } ?? true
        }
        let page = wanted.dropFirst(start).prefix(limit)
        var paging = JSONObject()
        paging.append("cursors", ["before": .string(String(start)), "after": .string(String(start + page.count))])
        if start + page.count < wanted.count {
            paging.append(
                "next",
                .string("https://graph.facebook.com/\(account.id)/message_templates?after=\(start + page.count)"))
        }
        return ["data": .array(page.map { json(of: $0, query: query) }), "paging": .object(paging)]
    }

    private func json(of template: SimulatedTemplate, query: [String: String]) -> JSONValue {
        var all = JSONObject()
        all.append("name", .string(template.name))
        all.append("parameter_format", template.isNamed ? "NAMED" : "POSITIONAL")
        all.append("components", .array(components(template)))
        all.append("language", .string(template.language))
        all.append("status", .string(template.status.rawValue))
        all.append("category", .string(template.category.rawValue))
        all.append("quality_score", ["score": "GREEN"])
        all.append("rejected_reason", "NONE")
        all.append("id", .string(template.id))
        return select(
            all, query: query,
            usual: ["name", "parameter_format", "components", "language", "status", "category", "id"])
    }

    private func components(_ template: SimulatedTemplate) -> [JSONValue] {
        var components: [JSONValue] = []
        if let header = template.header {
            var object = JSONObject()
            object.append("type", "HEADER")
            object.append("format", .string(header.format))
            if case .text(let text) = header { object.append("text", .string(text)) }
            components.append(.object(object))
        }
        components.append(["type": "BODY", "text": .string(template.body)])
        if let footer = template.footer { components.append(["type": "FOOTER", "text": .string(footer)]) }
        if !template.buttons.isEmpty {
            components.append(["type": "BUTTONS", "buttons": .array(template.buttons.map(button))])
        }
        return components
    }

    private func button(_ button: SimulatedTemplate.Button) -> JSONValue {
        switch button.kind {
        case .quickReply: ["type": "QUICK_REPLY", "text": .string(button.text)]
        case .url(let url): ["type": "URL", "text": .string(button.text), "url": .string(url)]
        case .phoneNumber(let number):
            ["type": "PHONE_NUMBER", "text": .string(button.text), "phone_number": .string(number)]
        case .copyCode: ["type": "COPY_CODE", "text": .string(button.text)]
        case .flow: ["type": "FLOW", "text": .string(button.text)]
        case .orderDetails: ["type": "ORDER_DETAILS", "text": .string(button.text)]
        case .paymentRequest: ["type": "PAYMENT_REQUEST", "text": .string(button.text)]
        case .requestContactInfo: ["type": "REQUEST_CONTACT_INFO"]
        }
    }

    private mutating func createTemplate(
        _ request: SimulatedRequest, index: Int, now: Timestamp
    ) throws(GraphError) -> JSONValue {
        let body: JSONValue
        do {
            body = try JSONParser.parse(request.body)
        } catch {
            throw .invalid("The body is not JSON: \(error.description)")
        }
        var template = try TemplateAuthoring.read(try RequestObject(body, at: ""))
        let exists = configuration.accounts[index].templates.contains {
            $0.name == template.name && $0.language == template.language
        }
        guard !exists else {
            throw GraphError(
                100, "Invalid parameter", details: "There is already \(template.language) content for this template.")
        }
        madeIDs += 1
        template.id = Self.templateID(madeIDs)
        configuration.accounts[index].templates.append(template)
        events.plan(
            .reviewed(accountID: configuration.accounts[index].id, templateID: template.id),
            at: now.adding(seconds: Self.reviewSeconds))
        return [
            "id": .string(template.id), "status": .string(template.status.rawValue),
            "category": .string(template.category.rawValue),
        ]
    }
}
