package import Domain

/// Checks a cadence against the templates that it names: they exist, the neutral ones give nothing away, and where a
/// step's template discloses there is something neutral to say to who has not proved who they are.
///
/// A cadence no longer knows its lines; faults stand at the file's first line and name the step.
package func check(_ cadence: Cadence, file: String, templates: [MessageTemplate]) throws(StrategyErrors) {
    let findings = Findings(file: file)
    let names = templates.map(\.name)
    func template(_ name: String) -> MessageTemplate? {
        if let found = templates.first(where: { $0.name == name }) { return found }
        findings.report(.unknownTemplate(name, suggestion: Spelling.nearest(name, among: names)), line: 1, column: 1)
        return nil
    }
    for step in cadence.steps {
        let neutral = step.neutralTemplate.flatMap(template)
        if let neutral, neutral.discloses { findings.report(.neutralDiscloses(neutral.name), line: 1, column: 1) }
        guard case .template(let choice) = step.content else { continue }
        for name in choice.names {
            guard let found = template(name), found.discloses, step.neutralTemplate == nil else { continue }
            findings.report(.needsNeutral(template: name), line: 1, column: 1)
        }
    }
    _ = try findings.result(true)
}
