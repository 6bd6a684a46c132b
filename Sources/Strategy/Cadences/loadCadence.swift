package import Domain
import Yams

/// Reads a cadence file.
///
/// ```yaml
/// cadence: crediario
/// neutral: contato_neutro                # said to who has not proved who they are
/// holdout: 5%
/// steps:
///   - {at: D-3, channel: whatsapp, template: lembrete, attach: payment_card}
///   - {at: D+1, channel: whatsapp, template: {any_of: [a, b], choose: bandit}, otherwise: [sms], when: "replied"}
/// stop_on: [paid, agreement]
/// pause_on: {reply: 24h, promise: until_due}
/// ```
/// - Throws: every fault of the file.
package func loadCadence(_ yaml: String, file: String) throws(StrategyErrors) -> Cadence {
    let findings = Findings(file: file)
    let cadence = YAMLText.root(yaml, findings).flatMap { CadenceLoader($0, findings)?.cadence() }
    return try findings.result(cadence)
}

struct CadenceLoader {
    private let fields: Fields
    private let findings: Findings

    init?(_ root: Node, _ findings: Findings) {
        guard let fields = Fields(root, "a régua", findings) else { return nil }
        self.fields = fields
        self.findings = findings
    }

    func cadence() -> Cadence? {
        let name = fields.requiredText("cadence")
        if let name, !isName(name), let node = fields.node("cadence") {
            findings.report(
                .badForm(key: "cadence", found: name, wanted: "um nome com letras minúsculas, números e _"), at: node)
        }
        let version = fields.value("version", .number(1...1_000_000)) ?? 1
        let holdout =
            fields.value(
                "holdout", .percentage.limited(to: .zero...Percentage(50), "de 0% a 50%")) ?? .zero
        let objectives = objectives()
        let neutral = fields.text("neutral")
        let steps = steps(neutral: neutral)
        let stops = Set(fields.words("stop_on", StopEvent.self) ?? StopEvent.allCases)
        let pauses = pauses()
        fields.finish()
        guard let name, !steps.isEmpty else { return nil }
        return Cadence(
            name: name, version: version, objectives: objectives, holdout: holdout, steps: steps,
            stopOn: stops.union(CadenceLoader.alwaysStop), pauseOn: pauses)
    }

    /// What law and decency end, whatever a file says.
    private static let alwaysStop: Set<StopEvent> = [
        .paid, .optOut, .deceased, .wrongPerson, .dispute, .prescribed, .courtOrder, .crisis,
    ]

    private func steps(neutral: String?) -> [CadenceStep] {
        guard let node = fields.required("steps"), let items = fields.list("steps") else { return [] }
        if items.isEmpty { findings.report(.emptyList("steps"), at: node) }
        var steps: [CadenceStep] = []
        var places: [Node] = []
        for (index, item) in items.enumerated() {
            let loader = StepLoader(item, number: index + 1, neutral: neutral, findings)
            if let step = loader?.step() {
                steps.append(step)
                places.append(item)
            }
        }
        return withUniqueKeys(steps, places)
    }

    /// Steps of the same day and channel are told apart by what they say; two that say the same are one too many.
    private func withUniqueKeys(_ steps: [CadenceStep], _ places: [Node]) -> [CadenceStep] {
        var result: [CadenceStep] = []
        for step in steps {
            let isAlone = steps.filter { $0.key == step.key }.count == 1
            result.append(isAlone ? step : step.keyed(step.key + ":" + step.content.name))
        }
        for (index, step) in result.enumerated() where result[..<index].contains(where: { $0.key == step.key }) {
            findings.report(.stepRepeated(step.key), at: places[index])
        }
        return result
    }

    private func pauses() -> [Pause] {
        guard let nested = fields.nested("pause_on", "pause_on") else { return [] }
        var pauses: [Pause] = []
        for event in PauseEvent.allCases {
            if let length = nested.value(event.rawValue, .pause) { pauses.append(Pause(event: event, length: length)) }
        }
        nested.finish()
        return pauses
    }

    private func objectives() -> [Objective] {
        guard let nested = fields.nested("objectives", "objectives") else { return [] }
        var found: [Objective] = []
        if let value = nested.value("recovery_rate", .recovery) { found.append(value) }
        if let rate = nested.value("response_rate", .percentage) { found.append(.responseRate(rate)) }
        if let seconds = nested.value("first_response", .duration) { found.append(.firstResponse(seconds: seconds)) }
        if let seconds = nested.value("resolution_time", .duration) { found.append(.resolutionTime(seconds: seconds)) }
        if let tenths = nested.value("csat", .mark) { found.append(.satisfaction(tenths: tenths)) }
        if let share = nested.value("cost", .percentage) { found.append(.cost(share)) }
        nested.finish()
        return found
    }
}

/// Names of cadences, portfolios and scripts.
func isName(_ text: String) -> Bool {
    (1...64).contains(text.count)
        && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-") }
}

extension Form where Value == PauseLength {
    static var pause: Form {
        Form(wanted: "uma duração (24h, 30d), until_due ou until_resumed") { text in
            switch text {
            case "until_due": .untilDue
            case "until_resumed": .untilResumed
            default: Form<Int>.duration.read(text).flatMap { $0 >= 60 ? .minutes($0 / 60) : nil }
            }
        }
    }
}

extension Form where Value == Objective {
    /// `22% in 30d`.
    static var recovery: Form {
        Form(wanted: "uma meta com prazo, como 22% in 30d") { text in
            let parts = text.split(separator: " ")
            guard parts.count == 3, parts[1] == "in", let rate = Form<Percentage>.percentage.read(String(parts[0])),
                let seconds = Form<Int>.duration.read(String(parts[2])), seconds >= 86_400
            else { return nil }
            return .recoveryRate(rate, withinDays: seconds / 86_400)
        }
    }
}

extension Form where Value == Int {
    /// `4.5` or `4,5`: a mark from 1 to 5, in tenths.
    static var mark: Form {
        Form(wanted: "uma nota de 1 a 5, como 4.5") { text in
            guard let value = Percentage(text), !text.contains("%") else { return nil }
            return value.micros % 100_000 == 0 ? Int(value.micros / 100_000) : nil
        }.limited(to: 10...50, "de 1 a 5")
    }
}
