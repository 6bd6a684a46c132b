import Yams

/// The keys and values of one mapping. Reading a key marks it as known; `finish` reports the rest.
final class Fields {
    let node: Node
    let findings: Findings
    /// What the mapping is, for messages: `a régua`, `o passo 2`.
    let place: String
    private var values: [String: Node] = [:]
    private var keys: [(name: String, node: Node)] = []
    private var asked: [String] = []

    /// Nil after reporting that it is no mapping.
    init?(_ node: Node, _ place: String, _ findings: Findings) {
        guard case .mapping(let mapping) = node else {
            findings.report(.notAMapping(place), at: node)
            return nil
        }
        self.node = node
        self.findings = findings
        self.place = place
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                findings.report(.notAText("a chave"), at: key)
                continue
            }
            let name = YAMLText.restored(scalar.string)
            values[name] = value
            keys.append((name, key))
        }
    }

    /// The value of a key, if it is there and not null.
    func node(_ key: String) -> Node? {
        if !asked.contains(key) { asked.append(key) }
        guard let value = values[key] else { return nil }
        if case .scalar(let scalar) = value, scalar.string.isEmpty || scalar.string == "null" || scalar.string == "~",
            scalar.style == .plain || scalar.style == .any
        {
            return nil
        }
        return value
    }

    func required(_ key: String) -> Node? {
        if let value = node(key) { return value }
        findings.report(.missingKey(key, in: place), at: node)
        return nil
    }

    func text(_ key: String) -> String? { node(key).flatMap { text(of: $0, key) } }

    func requiredText(_ key: String) -> String? { required(key).flatMap { text(of: $0, key) } }

    func text(of value: Node, _ key: String) -> String? {
        switch value {
        case .scalar(let scalar): return YAMLText.restored(scalar.string)
        case .alias: findings.report(.alias, at: value)
        default: findings.report(.notAText(key), at: value)
        }
        return nil
    }

    /// The items of a list; a single value counts as a list of one.
    func list(_ key: String) -> [Node]? {
        guard let value = node(key) else { return nil }
        switch value {
        case .sequence(let sequence): return Array(sequence)
        case .scalar: return [value]
        default:
            findings.report(.notAList(key), at: value)
            return nil
        }
    }

    func texts(_ key: String) -> [(text: String, node: Node)]? {
        list(key).map { items in items.compactMap { item in text(of: item, key).map { ($0, item) } } }
    }

    /// A value in one of the short written forms.
    func value<Value>(_ key: String, _ form: Form<Value>) -> Value? {
        guard let node = node(key), let text = text(of: node, key) else { return nil }
        return read(text, at: node, key, form)
    }

    func read<Value>(_ text: String, at node: Node, _ key: String, _ form: Form<Value>) -> Value? {
        guard let value = form.read(text) else {
            findings.report(.badForm(key: key, found: text, wanted: form.wanted), at: node)
            return nil
        }
        if let allowed = form.violatedRange(value) {
            findings.report(.outOfRange(key: key, found: text, allowed: allowed), at: node)
            return nil
        }
        return value
    }

    /// One of a list of words.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let node = node(key), let text = text(of: node, key) else { return nil }
        return word(text, at: node, key, type)
    }

    func word<Word: RawRepresentable & CaseIterable>(_ text: String, at node: Node, _ key: String, _ type: Word.Type)
        -> Word? where Word.RawValue == String
    {
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        findings.report(
            .unknownWord(key: key, found: text, suggestion: Spelling.nearest(text, among: known), known: known),
            at: node)
        return nil
    }

    func words<Word: RawRepresentable & CaseIterable & Hashable>(_ key: String, _ type: Word.Type) -> [Word]?
    where Word.RawValue == String {
        guard let items = texts(key) else { return nil }
        var found: [Word] = []
        for item in items {
            guard let word = word(item.text, at: item.node, key, type) else { continue }
            if found.contains(word) {
                findings.report(.repeated(key: key, value: item.text), at: item.node)
            } else {
                found.append(word)
            }
        }
        return found
    }

    func nested(_ key: String, _ place: String) -> Fields? { node(key).flatMap { Fields($0, place, findings) } }

    /// Reports the keys that nobody asked for.
    func finish() {
        for key in keys where !asked.contains(key.name) {
            let suggestion = Spelling.nearest(key.name, among: asked)
            findings.report(
                .unknownKey(key.name, in: place, suggestion: suggestion, known: asked), at: key.node)
        }
    }
}
