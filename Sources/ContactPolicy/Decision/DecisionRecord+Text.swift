import Domain

/// The stored form: one line for the decision, one for each rule; the same decision gives the same bytes.
///
/// ```
/// q1 ⇥ key ⇥ at ⇥ channel ⇥ purpose ⇥ verdict ⇥ next or "-" ⇥ offset
/// H1 ⇥ verdict's letter ⇥ source, empty when it is the rule's own ⇥ name=value ⇥ …
/// ```
/// Rules that allow with no inputs share one line: `+ ⇥ H4 ⇥ S1 ⇥ …`.
extension DecisionRecord {
    package var text: String {
        let next = nextAllowedAt.map { String($0.milliseconds) } ?? "-"
        let head = [
            DecisionRecord.version, escaped(requestKey), String(at.milliseconds), channel.rawValue, purpose.rawValue,
            verdict.rawValue, next, String(offsetMinutes),
        ]
        var lines = [head.joined(separator: "\t")]
        var clear = ["+"]
        for rule in rules {
            if rule.verdict == .allowed && rule.inputs.isEmpty && rule.source == rule.rule.source {
                clear.append(rule.rule.rawValue)
            } else {
                let source = rule.source == rule.rule.source ? "" : escaped(rule.source)
                let inputs = rule.inputs.map { escaped($0.name) + "=" + escaped($0.value) }
                let letter = String(rule.verdict.rawValue.prefix(1))
                lines.append(([rule.rule.rawValue, letter, source] + inputs).joined(separator: "\t"))
            }
        }
        if clear.count > 1 { lines.append(clear.joined(separator: "\t")) }
        return lines.joined(separator: "\n")
    }

    /// Nil when the text is not a stored decision of a known version.
    package init?(text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).makeIterator()
        guard let head = lines.next()?.split(separator: "\t", omittingEmptySubsequences: false).map(String.init),
            head.count == 8, head[0] == DecisionRecord.version, let key = unescaped(head[1]), let at = Int64(head[2]),
            let channel = Channel(rawValue: head[3]), let purpose = ContactPurpose(rawValue: head[4]),
            let verdict = ContactVerdict(rawValue: head[5]), let offset = Int(head[7])
        else { return nil }
        let next = Int64(head[6])
        guard next != nil || head[6] == "-" else { return nil }
        var rules: [ContactRule: Rule] = [:]
        while let line = lines.next() {
            guard DecisionRecord.read(line, into: &rules) else { return nil }
        }
        self.init(
            requestKey: key, at: Timestamp(milliseconds: at), channel: channel, purpose: purpose, verdict: verdict,
            nextAllowedAt: next.map(Timestamp.init(milliseconds:)), offsetMinutes: offset,
            rules: ContactRule.allCases.compactMap { rules[$0] })
    }

    private static let version = "q1"

    private static func read(_ line: Substring, into rules: inout [ContactRule: Rule]) -> Bool {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        if cells[0] == "+" {
            for cell in cells.dropFirst() {
                guard let rule = ContactRule(rawValue: cell) else { return false }
                rules[rule] = Rule(rule: rule, verdict: .allowed, inputs: [], source: rule.source)
            }
            return true
        }
        guard cells.count >= 3, let rule = ContactRule(rawValue: cells[0]),
            let verdict = ContactVerdict.allCases.first(where: { $0.rawValue.prefix(1) == cells[1] }),
            let source = unescaped(cells[2])
        else { return false }
        var inputs: [Input] = []
        for cell in cells.dropFirst(3) {
            let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let name = unescaped(parts[0]), let value = unescaped(parts[1]) else {
                return false
            }
            inputs.append(Input(name: name, value: value))
        }
        rules[rule] = Rule(rule: rule, verdict: verdict, inputs: inputs, source: source.isEmpty ? rule.source : source)
        return true
    }
}

/// Tabs, line ends and `=` must not be taken for the format's own.
private func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x25 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x3D }
    if isPlain { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": result += "%25"
        case "\t": result += "%09"
        case "\n": result += "%0A"
        case "\r": result += "%0D"
        case "=": result += "%3D"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private func unescaped(_ text: String) -> String? {
    guard text.utf8.contains(0x25) else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        guard scalar == "%" else {
            result.unicodeScalars.append(scalar)
            continue
        }
        guard let high = rest.popFirst(), let low = rest.popFirst(),
            let value = UInt8(String(high) + String(low), radix: 16)
        else { return nil }
        result.unicodeScalars.append(Unicode.Scalar(value))
    }
    return result
}
