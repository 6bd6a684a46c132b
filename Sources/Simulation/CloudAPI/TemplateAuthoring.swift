import Channels

/// Reads a template as it is submitted for review, with the limits that are checked at that door.
enum TemplateAuthoring {
    static func read(_ object: RequestObject) throws(GraphError) -> SimulatedTemplate {
        let name = try object.text("name", most: 512)
        guard name.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" })
        else {
            throw .value("name may hold lower-case letters, digits and underscores only.")
        }
        let category = try object.word("category", among: Set(SimulatedTemplate.Category.allCases.map(\.rawValue)))
        var template = SimulatedTemplate(
            name: name, language: try object.text("language", most: 16),
            category: SimulatedTemplate.Category(rawValue: category) ?? .utility, status: .pending, body: "",
            buttons: [])
        for component in try object.objects("components", count: 1...5) {
            switch try component.text("type", most: 32).uppercased() {
            case "HEADER": template.header = try header(component)
            case "BODY": template.body = try component.text("text", most: 1024)
            case "FOOTER": template.footer = try component.text("text", most: 60)
            case "BUTTONS":
                for button in try component.objects("buttons", count: 1...10) {
                    template.buttons.append(try self.button(button))
                }
            default: throw .value("\(component.path)['type'] is not a kind of component.")
            }
        }
        try check(template)
        return template
    }

    private static func header(_ component: RequestObject) throws(GraphError) -> SimulatedTemplate.Header {
        switch try component.word("format", among: ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"]) {
        case "TEXT": .text(try component.text("text", most: 60))
        case "IMAGE": .image
        case "VIDEO": .video
        case "DOCUMENT": .document
        default: .location
        }
    }

    private static func button(_ button: RequestObject) throws(GraphError) -> SimulatedTemplate.Button {
        let type = try button.text("type", most: 32).uppercased()
        if type == "REQUEST_CONTACT_INFO" { return SimulatedTemplate.Button(.requestContactInfo, text: "") }
        let text = try button.text("text", most: 25)
        switch type {
        case "QUICK_REPLY": return SimulatedTemplate.Button(.quickReply, text: text)
        case "URL": return SimulatedTemplate.Button(.url(try button.address("url")), text: text)
        case "PHONE_NUMBER":
            return SimulatedTemplate.Button(.phoneNumber(try button.text("phone_number", most: 20)), text: text)
        case "COPY_CODE": return SimulatedTemplate.Button(.copyCode, text: text)
        case "FLOW": return SimulatedTemplate.Button(.flow, text: text)
        case "ORDER_DETAILS": return SimulatedTemplate.Button(.orderDetails, text: text)
        case "PAYMENT_REQUEST": return SimulatedTemplate.Button(.paymentRequest, text: text)
        default: throw .value("\(button.path)['type'] is not a kind of button.")
        }
    }

    private static func check(_ template: SimulatedTemplate) throws(GraphError) {
        let body = template.body
        guard !body.isEmpty else { throw .missing("components BODY") }
        guard !body.hasPrefix("{{"), !body.hasSuffix("}}") else {
            throw GraphError(
                2_388_299, "Leading or trailing parameters",
                details: "Variables can't be at the start or end of the template.")
        }
        guard body.firstRange(of: "}}{{") == nil, body.firstRange(of: "}} {{") == nil else {
            throw GraphError(
                2_388_293, "Parameters next to each other", details: "Put text between the parameters.")
        }
        let kinds = template.buttons.map { $0.kind == .quickReply }
        // Quick replies stand together: before all others, or after them.
        let changes = zip(kinds, kinds.dropFirst()).filter { $0 != $1 }.count
        guard changes <= 1 else { throw .value("Quick reply buttons must stand together.") }
    }
}
