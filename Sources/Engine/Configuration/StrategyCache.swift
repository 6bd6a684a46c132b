import Dialogue
package import Domain
import Language
import Negotiation
import Store
package import Strategy
import Wording

/// What people wrote, loaded once per version. Versions never change, so there is nothing to invalidate.
final class StrategyCache {
    private var cadences: [Int64: Cadence] = [:]
    private var policies: [Int64: NegotiationPolicy] = [:]
    private var templates: [Int64: [String: MessageTemplate]] = [:]
    private var tables: [Int64: IndexTables] = [:]
    private var answers: [Int64: FrequentAnswers] = [:]

    func cadence(_ row: StrategyRow) throws -> Cadence {
        if let known = cadences[row.id] { return known }
        let loaded = try loadCadence(row.body, file: row.name)
        cadences[row.id] = loaded
        return loaded
    }

    func policy(_ row: StrategyRow) throws -> NegotiationPolicy {
        if let known = policies[row.id] { return known }
        let loaded = try loadNegotiation(row.body, file: row.name)
        policies[row.id] = loaded
        return loaded
    }

    func templates(_ row: StrategyRow) throws -> [String: MessageTemplate] {
        if let known = templates[row.id] { return known }
        let loaded = try loadTemplates(row.body, file: row.name)
        let byName = Dictionary(loaded.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
        templates[row.id] = byName
        return byName
    }

    func tables(_ row: StrategyRow) throws -> IndexTables {
        if let known = tables[row.id] { return known }
        let loaded = try loadIndices(row.body, file: row.name)
        tables[row.id] = loaded
        return loaded
    }

    func answers(_ row: StrategyRow, _ reader: Reader) throws -> FrequentAnswers {
        if let known = answers[row.id] { return known }
        let loaded = FrequentAnswers(try loadAnswers(row.body, file: row.name), reader: reader)
        answers[row.id] = loaded
        return loaded
    }

    /// Refuses a text that does not load.
    func check(_ kind: StrategyKind, _ body: String) throws {
        switch kind {
        case .cadence: _ = try loadCadence(body, file: kind.rawValue)
        case .negotiation: _ = try loadNegotiation(body, file: kind.rawValue)
        case .templates: _ = try loadTemplates(body, file: kind.rawValue)
        case .faq: _ = try loadAnswers(body, file: kind.rawValue)
        case .indices: _ = try loadIndices(body, file: kind.rawValue)
        }
    }
}

/// Index tables from a file's text.
/// - Throws: every fault of the file, with its line.
package func loadIndices(_ csv: String, file: String) throws -> IndexTables {
    do throws(InvalidIndexTables) {
        return try IndexTables(csv: csv)
    } catch {
        throw EntryError.badBody(kind: file, reason: error.faults.map { "\($0)" }.joined(separator: "; "))
    }
}

/// A creditor's own answers, each of which passes the style check's prohibitions.
/// - Throws: every fault of the file.
package func loadAnswers(_ yaml: String, file: String) throws(StrategyErrors) -> [FrequentAnswer] {
    try loadFAQ(yaml, file: file, intents: Intent.allCases.map(\.rawValue)) { text, neutral in
        StyleCheck.findings(in: text, neutral: neutral).filter { $0.severity == .block }.map(\.excerpt)
    }
}
