import Domain

/// The policy's inputs and sources, in words that people read.
enum RuleInputText {
    static func facts(of rule: EvaluatedRule, _ frame: Frame) -> [Fact] {
        rule.inputs.map { input in
            Fact(
                name: Phrase.ruleInput(input.name).text(in: frame.language),
                value: text(input.value, frame))
        }
    }

    static func source(of rule: EvaluatedRule) -> Phrase {
        Phrase.ruleSource(rule.rule) ?? .verbatim(rule.source ?? "")
    }

    /// Instants and days as elsewhere on the page, codes as phrases, all else as it is.
    private static func text(_ value: String, _ frame: Frame) -> String {
        if let phrase = Phrase.ruleInputValue(value) { return phrase.text(in: frame.language) }
        if let day = CalendarDay(iso: value) { return Format.day(day) }
        if let instant = Timestamp(rfc3339: value) { return Format.short(instant, now: frame.now, in: frame.zone) }
        return value
    }
}
