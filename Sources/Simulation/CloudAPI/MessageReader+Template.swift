import Channels

extension MessageReader {
    static let renderedBodyMost = 1024

    func template(_ object: RequestObject) throws(GraphError) -> Draft {
        try object.allowOnly(["name", "language", "components", "namespace"])
        let name = try object.text("name", most: 512)
        let language = try object.object("language")
        try language.allowOnly(["code", "policy"])
        if language.has("policy") { _ = try language.word("policy", among: ["deterministic"]) }
        let code = try language.text("code", most: 16)
        let approved = try approved(name, code)
        var components: [RequestObject] = []
        if object.has("components") { components = try object.objects("components", count: 0...20) }
        var seen: Set<String> = []
        var shown = bubble(.template, text: "")
        shown.footer = approved.footer
        var bodyValues: [String: String] = [:]
        var buttonComponents: [Int: RequestObject] = [:]
        for component in components {
            let type = try component.text("type", most: 32).lowercased()
            switch type {
            case "body", "header":
                guard seen.insert(type).inserted else { throw .invalid("Component \(type) is given twice.") }
                try component.allowOnly(["type", "parameters"])
                if type == "body" {
                    bodyValues = try values(component, names: approved.variables, isNamed: approved.isNamed)
                } else {
                    try readHeader(component, approved, into: &shown)
                }
            case "button":
                let index = try buttonIndex(component, count: approved.buttons.count)
                guard buttonComponents.updateValue(component, forKey: index) == nil else {
                    throw .invalid("Button \(index) is given twice.")
                }
            default:
                throw .invalid("Component of type \"\(type)\" is not part of this template.")
            }
        }
        try requireHeader(approved, given: seen.contains("header"), into: &shown)
        if bodyValues.count < approved.variables.count {
            throw .parameterCount(
                Self.countMismatch("body", bodyValues.count, expected: approved.variables.count)
            )
        }
        shown.text = TemplateText.render(approved.body, values: bodyValues)
        guard shown.text.unicodeScalars.count <= Self.renderedBodyMost else {
            throw GraphError(
                132_005, "Template hydrated text too long",
                details: "The rendered body has \(shown.text.unicodeScalars.count) characters; 1024 are allowed.")
        }
        for (index, button) in approved.buttons.enumerated() {
            if let option = try option(button, index: index, component: buttonComponents[index], into: &shown) {
                shown.options.append(option)
            }
        }
        return Draft(bubble: shown, template: approved)
    }

    private static func countMismatch(_ place: String, _ count: Int, expected: Int) -> String {
        "\(place): number of localizable_params (\(count)) does not match the expected number of params (\(expected))"
    }

    private func approved(_ name: String, _ language: String) throws(GraphError) -> SimulatedTemplate {
        let found = account.templates.first { $0.name == name && $0.language == language }
        guard let found else { throw .template(name, language) }
        switch found.status {
        case .approved: return found
        case .paused: throw .templatePaused
        case .disabled: throw .templateDisabled
        default: throw .template(name, language)
        }
    }

    /// The text parameters of a component, by the names of the variables that they fill.
    private func values(
        _ component: RequestObject, names: [String], isNamed: Bool
    ) throws(GraphError) -> [String: String] {
        guard component.has("parameters") || !names.isEmpty else { return [:] }
        let parameters = try component.objects("parameters", count: 0...100)
        guard parameters.count == names.count else {
            throw .parameterCount(
                Self.countMismatch(component.path, parameters.count, expected: names.count)
            )
        }
        var values: [String: String] = [:]
        for (index, parameter) in parameters.enumerated() {
            let text = try parameterText(parameter)
            var name = names[index]
            if isNamed {
                name = try parameter.text("parameter_name", most: 512)
                guard names.contains(name) else {
                    throw .parameterCount("\(parameter.path): unknown parameter name (\(name))")
                }
            } else if parameter.has("parameter_name") {
                throw .parameterFormat("\(parameter.path): this template has positional parameters.")
            }
            guard values.updateValue(text, forKey: name) == nil else {
                throw .parameterCount("\(parameter.path): parameter \(name) is given twice")
            }
        }
        return values
    }

    private func parameterText(_ parameter: RequestObject) throws(GraphError) -> String {
        let type = try parameter.text("type", most: 32).lowercased()
        switch type {
        case "text":
            try parameter.allowOnly(["type", "text", "parameter_name"])
            let text = try parameter.text("text", most: 1024)
            guard !text.contains(where: { $0.isNewline || $0 == "\t" }), text.firstRange(of: "     ") == nil else {
                throw GraphError(
                    132_018, "Template parameter format error",
                    details: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces.")
            }
            return text
        case "currency", "date_time":
            let value = try parameter.object(type)
            return try value.text("fallback_value", most: 1024)
        default:
            throw .parameterFormat("\(parameter.path): a text was expected, not \(type).")
        }
    }

    private func readHeader(
        _ component: RequestObject, _ approved: SimulatedTemplate, into shown: inout PhoneBubble
    ) throws(GraphError) {
        guard let header = approved.header else { throw .parameterFormat("This template has no header.") }
        if case .text(let text) = header {
            let names = TemplateText.variables(in: text)
            let isNamed = names.contains { Int($0) == nil }
            shown.header = TemplateText.render(text, values: try values(component, names: names, isNamed: isNamed))
            return
        }
        let parameters = try component.objects("parameters", count: 1...1)
        let kind = header.format.lowercased()
        guard try parameters[0].text("type", most: 32).lowercased() == kind else {
            throw .parameterFormat("header: Format mismatch, expected \(header.format).")
        }
        try parameters[0].allowOnly(["type", kind])
        let file = try parameters[0].object(kind)
        guard kind != "location" else { return }
        shown.media = try reference(file, kind: kind, filename: try file.textIfPresent("filename", most: 240))
    }

    private func requireHeader(
        _ approved: SimulatedTemplate, given: Bool, into shown: inout PhoneBubble
    ) throws(GraphError) {
        guard !given, let header = approved.header else { return }
        if case .text(let text) = header {
            guard TemplateText.variables(in: text).isEmpty else {
                throw .parameterCount(
                    Self.countMismatch("header", 0, expected: 1))
            }
            shown.header = text
            return
        }
        throw .parameterFormat("header: Format mismatch, expected \(header.format), received UNKNOWN")
    }
}
