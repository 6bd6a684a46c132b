import Domain
import Yams

/// Reads one step of a cadence.
struct StepLoader {
    private let fields: Fields
    private let findings: Findings
    private let node: Node
    private let neutral: String?

    init?(_ node: Node, number: Int, neutral: String?, _ findings: Findings) {
        guard let fields = Fields(node, "o passo \(number)", findings) else { return nil }
        self.fields = fields
        self.findings = findings
        self.node = node
        self.neutral = neutral
    }

    func step() -> CadenceStep? {
        let offset = day()
        _ = fields.required("channel")
        let channel = fields.word("channel", Channel.self)
        let content = content(channel)
        let ownNeutral = fields.text("neutral")
        let attachment = fields.word("attach", StepAttachment.self)
        let condition = condition()
        let otherwise = otherwise(channel)
        let minute = time()
        let key = fields.text("key")
        fields.finish()
        guard let offset, let channel, let content else { return nil }
        return CadenceStep(
            key: key, offsetDays: offset, channel: channel, content: content,
            neutralTemplate: channel == .call ? nil : ownNeutral ?? neutral, attachment: attachment,
            condition: condition, otherwise: otherwise, minuteOfDay: minute)
    }

    private func day() -> Int? {
        guard let node = fields.required("at"), let offset = fields.value("at", .offsetDay) else { return nil }
        if offset > StepLoader.prescriptionDays {
            findings.report(.beyondPrescription(offset), at: node)
            return nil
        }
        if offset < -StepLoader.daysBeforeMax {
            findings.report(
                .outOfRange(key: "at", found: CadenceStep.dayText(offset), allowed: "de D-60 a D+1825"), at: node)
            return nil
        }
        return offset
    }

    private static let prescriptionDays = 1825
    private static let daysBeforeMax = 60

    private func content(_ channel: Channel?) -> StepContent? {
        let script = fields.text("script")
        let template = template()
        if let script {
            if template != nil { findings.report(.conflict("template", "script"), at: node) }
            if let channel, channel != .call {
                findings.report(.conflict("script", "channel: \(channel.rawValue)"), at: node)
            }
            return .script(script)
        }
        if channel == .call {
            findings.report(.needsScript, at: node)
            return nil
        }
        if template == nil && fields.node("template") == nil { findings.report(.needsTemplate, at: node) }
        return template.map { .template($0) }
    }

    private func template() -> TemplateChoice? {
        guard let value = fields.node("template") else { return nil }
        if case .mapping = value {} else { return fields.text(of: value, "template").map { TemplateChoice($0) } }
        guard let nested = Fields(value, "template", findings) else { return nil }
        _ = nested.required("any_of")
        let names = nested.texts("any_of") ?? []
        let method = nested.word("choose", TemplateChoice.Method.self) ?? .split
        nested.finish()
        for (index, name) in names.enumerated() where names[..<index].contains(where: { $0.text == name.text }) {
            findings.report(.repeated(key: "any_of", value: name.text), at: name.node)
        }
        if names.count < 2 && method != .fixed { findings.report(.choiceWithoutAlternatives, at: value) }
        if names.count > 1 && method == .fixed { findings.report(.conflict("any_of", "choose: fixed"), at: value) }
        return TemplateChoice(anyOf: names.map(\.text), method: method)
    }

    private func condition() -> Condition? {
        guard let node = fields.node("when"), let text = fields.text("when") else { return nil }
        do throws(ConditionError) {
            return try Condition(parsing: text)
        } catch {
            // Inside quotes the text starts a column later; in a block it starts on a line of its own.
            var quote = 0
            if case .scalar(let scalar) = node, scalar.style == .doubleQuoted || scalar.style == .singleQuoted {
                quote = 1
            }
            let line = (node.mark?.line ?? 1) + error.line - 1
            let column = error.line == 1 ? (node.mark?.column ?? 1) + quote + error.column - 1 : error.column
            findings.report(.condition(error.problem), line: line, column: column)
            return nil
        }
    }

    private func otherwise(_ channel: Channel?) -> [Channel] {
        let channels = fields.words("otherwise", Channel.self) ?? []
        if let node = fields.node("otherwise") {
            if let channel, channels.contains(channel) { findings.report(.ownChannelAgain(channel), at: node) }
            if channels.contains(.call) { findings.report(.callAsFallback, at: node) }
        }
        return channels
    }

    private func time() -> Int {
        guard let node = fields.node("time"), let minute = fields.value("time", .clock) else {
            return CadenceStep.standardMinuteOfDay
        }
        if !(8 * 60..<20 * 60).contains(minute), let text = fields.text("time") {
            findings.report(.outsideLegalHours(text), at: node)
        }
        return minute
    }
}

extension StepContent {
    /// What tells two steps of the same day apart.
    var name: String {
        switch self {
        case .template(let choice): choice.names.first ?? ""
        case .script(let name): name
        }
    }
}

extension CadenceStep {
    func keyed(_ key: String) -> CadenceStep {
        CadenceStep(
            key: key, offsetDays: offsetDays, channel: channel, content: content, neutralTemplate: neutralTemplate,
            attachment: attachment, condition: condition, otherwise: otherwise, minuteOfDay: minuteOfDay)
    }
}
