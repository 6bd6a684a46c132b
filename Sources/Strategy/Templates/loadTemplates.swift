package import Domain
import Yams

/// Reads a file of message templates: one mapping, or a list of them, or `templates:` with a list.
///
/// ```yaml
/// templates:
///   - name: contato_neutro
///     category: utility
///     discloses: false
///     body: "Oi, {{nome}}! …"
///     footer: "Responda SAIR para não receber mais."
///     buttons: [{id: me, title: Sou eu}, {id: not_me, title: Não sou eu}]
/// ```
/// - Parameter style: what a style check has against a text, in words; empty when nothing.
/// - Throws: every fault of the file.
package func loadTemplates(
    _ yaml: String, file: String, style: (String) -> [String] = { _ in [] }
) throws(StrategyErrors) -> [MessageTemplate] {
    let findings = Findings(file: file)
    guard let root = YAMLText.root(yaml, findings) else { return try findings.result(nil) }
    var items: [Node] = [root]
    if case .sequence(let list) = root {
        items = Array(list)
    } else if case .mapping(let mapping) = root, mapping["templates"] != nil,
        let fields = Fields(root, "o arquivo", findings)
    {
        items = fields.list("templates") ?? []
        fields.finish()
    }
    if items.isEmpty { findings.report(.emptyList("templates"), at: root) }
    var templates: [MessageTemplate] = []
    for item in items {
        guard let template = TemplateLoader(item, findings)?.template(style: style) else { continue }
        if templates.contains(where: { $0.name == template.name && $0.language == template.language }) {
            findings.report(.repeated(key: "templates", value: template.name), at: item)
        }
        templates.append(template)
    }
    return try findings.result(templates)
}

struct TemplateLoader {
    private let fields: Fields
    private let findings: Findings

    init?(_ node: Node, _ findings: Findings) {
        guard let fields = Fields(node, "o modelo", findings) else { return nil }
        self.fields = fields
        self.findings = findings
    }

    func template(style: (String) -> [String]) -> MessageTemplate? {
        let name = name()
        let language = language()
        _ = fields.required("category")
        let category = fields.word("category", MessageTemplate.Category.self) ?? .utility
        let discloses = fields.required("discloses").flatMap { _ in fields.value("discloses", .flag) }
        let body = fields.requiredText("body").map { trimmed($0) }
        let footer = fields.text("footer")
        let buttons = buttons()
        fields.finish()
        if let body, let node = fields.node("body") {
            check(body, at: node, discloses: discloses ?? true, style: style)
        }
        if let footer, let node = fields.node("footer") { checkFooter(footer, at: node, discloses: discloses ?? true) }
        guard let name, let body, let discloses else { return nil }
        return MessageTemplate(
            name: name, language: language, category: category, body: body, footer: footer, buttons: buttons,
            discloses: discloses)
    }

    private func name() -> String? {
        guard let node = fields.required("name"), let name = fields.text("name") else { return nil }
        let fits =
            (1...512).contains(name.count)
            && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        if !fits { findings.report(.templateName(name), at: node) }
        return name
    }

    private func language() -> String {
        guard let node = fields.node("language"), let text = fields.text("language") else { return "pt_BR" }
        let known = ["pt_BR", "es", "es_AR", "es_MX", "es_ES", "en", "en_US"]
        if !known.contains(text) {
            findings.report(
                .unknownWord(
                    key: "language", found: text, suggestion: Spelling.nearest(text, among: known), known: known),
                at: node)
        }
        return text
    }

    private func trimmed(_ text: String) -> String {
        var result = text[...]
        while let last = result.last, last.isWhitespace { result.removeLast() }
        return String(result)
    }

    private func check(_ body: String, at node: Node, discloses: Bool, style: (String) -> [String]) {
        for problem in TemplateRules.problems(body: body, discloses: discloses) { findings.report(problem, at: node) }
        for finding in style(body) { findings.report(.style(finding), at: node) }
    }

    private func checkFooter(_ footer: String, at node: Node, discloses: Bool) {
        if footer.count > TemplateRules.footerMax {
            findings.report(.textTooLong(key: "footer", length: footer.count, limit: TemplateRules.footerMax), at: node)
        }
        if footer.contains("{{") || footer.contains("}}") { findings.report(.variableInFooter, at: node) }
        if !discloses, let word = TemplateRules.disclosingWord(in: footer) {
            findings.report(.wordDiscloses(word), at: node)
        }
    }

    private func buttons() -> [MessageOption] {
        guard let items = fields.list("buttons"), let node = fields.node("buttons") else { return [] }
        if items.count > TemplateRules.buttonsMax { findings.report(.tooManyButtons(items.count), at: node) }
        var buttons: [MessageOption] = []
        for item in items {
            guard let nested = Fields(item, "o botão", findings) else { continue }
            let id = nested.requiredText("id")
            let title = nested.requiredText("title")
            nested.finish()
            guard let id, let title else { continue }
            check(id: id, title: title, among: buttons, at: item)
            buttons.append(MessageOption(id: id, title: title))
        }
        return buttons
    }

    private func check(id: String, title: String, among others: [MessageOption], at node: Node) {
        if title.count > TemplateRules.buttonTitleMax {
            findings.report(
                .textTooLong(key: "title", length: title.count, limit: TemplateRules.buttonTitleMax), at: node)
        }
        let isPlain =
            !title.isEmpty
            && title.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "," || $0 == "?" }
        let idFits =
            (1...256).contains(id.utf8.count)
            && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-|".contains($0)) }
        if !isPlain || !idFits { findings.report(.buttonForm(title), at: node) }
        if others.contains(where: { $0.id == id || $0.title == title }) {
            findings.report(.repeated(key: "buttons", value: title), at: node)
        }
    }
}
