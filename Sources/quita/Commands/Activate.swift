import ArgumentParser
import Domain
import Engine
import Foundation
import Store
import Strategy

struct Activate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Checks and activates a cadence, a negotiation policy, templates, answers to questions or tables of indices.",
        discussion:
            "Which of them a file is, it says itself: by its key (cadence, offers, templates, faq), or by the first line of a table of indices: index,month,value."
    )

    @Argument(help: "YAML files, and tables of indices as CSV.")
    var files: [String]

    @Option(help: "The creditor; may be left out when there is only one.")
    var creditor: String?

    @OptionGroup var database: DatabaseOption

    func run() throws {
        let store = try database.openExisting()
        let known = try store.read { try $0.creditors() }
        guard let key = creditor ?? (known.count == 1 ? known[0].key : nil) else {
            throw Failure("say which creditor with --creditor: \(known.map(\.key).joined(separator: ", "))")
        }
        guard known.contains(where: { $0.key == key }) else {
            throw Failure("there is no creditor \(key); there are: \(known.map(\.key).joined(separator: ", "))")
        }
        let engine = CollectionEngine(configuration: try Parts.engineConfiguration())
        let now = try Parts.clock().now()
        for file in files {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw Failure("cannot read \(file): no such file, or no permission")
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let kind = try StrategyText.kind(of: text, file: file)
            try StrategyText.check(text, kind, file: file)
            if kind == .cadence { try checkTemplates(of: text, file: file, creditor: key, store) }
            let entry = try StrategyActivated(
                creditorKey: key, kind: kind, name: URL(filePath: file).deletingPathExtension().lastPathComponent,
                body: text
            ).entry(at: now, actor: Parts.actor)
            try Parts.append([entry], to: store, engine)
            print("\(file): \(kind.rawValue) is active for \(key)")
        }
    }
}

extension Activate {
    /// Every template that a cadence names must be among the active ones, and neutral where it must be.
    private func checkTemplates(of text: String, file: String, creditor key: String, _ store: Database) throws {
        let active = try store.read { session in
            try session.creditor(key: key).flatMap { try session.activeStrategy(creditor: $0.id, kind: .templates) }
        }
        guard let active else {
            throw Failure("\(key) has no templates yet; activate them first, or name their file before \(file)")
        }
        do {
            let templates = try loadTemplates(active.body, file: active.name)
            try check(try loadCadence(text, file: file), file: file, templates: templates)
        } catch {
            throw Failure("\(error)")
        }
    }
}

/// What a strategy file is, and whether it loads.
enum StrategyText {
    static func kind(of text: String, file: String) throws -> StrategyKind {
        if text.split(whereSeparator: \.isNewline).contains(where: { $0.hasPrefix("index,month,value") }) {
            return .indices
        }
        let keys = text.split(separator: "\n").filter { $0.first?.isLetter == true }.compactMap {
            $0.split(separator: ":").first
        }
        if keys.contains("cadence") { return .cadence }
        if keys.contains("offers") { return .negotiation }
        if keys.contains("templates") { return .templates }
        if keys.contains("faq") { return .faq }
        throw Failure(
            "\(file) is no strategy that Quita knows: it needs one of the keys cadence, offers, templates, faq, or the first line index,month,value"
        )
    }

    static func check(_ text: String, _ kind: StrategyKind, file: String) throws {
        do {
            switch kind {
            case .cadence: _ = try loadCadence(text, file: file)
            case .negotiation:
                for warning in try loadNegotiationStrategy(text, file: file).warnings { say("\(warning)") }
            case .templates: _ = try loadTemplates(text, file: file)
            case .faq: _ = try loadAnswers(text, file: file)
            case .indices: _ = try loadIndices(text, file: file)
            }
        } catch {
            throw Failure("\(error)")
        }
    }
}
