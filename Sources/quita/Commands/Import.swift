import ArgumentParser
import Domain
import Engine
import Foundation
import PortfolioFile
import Store

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Loads a portfolio of debts from a CSV file, or books a bank's return file (--cnab).",
        discussion: """
            Every row is placed or rejected; the rejected ones are written beside the file with all their reasons. The same \
            file again changes nothing; a corrected file updates.
            """)

    @Argument(help: "The CSV file, as the creditor's system exports it; with --cnab the bank's return file.")
    var file: String

    @Option(help: "The portfolio; made when it does not exist.")
    var portfolio: String?

    @Flag(help: "The file is a bank's return file (CNAB 240 or 400): its payments are booked, each once.")
    var cnab = false

    @Option(help: "The creditor; may be left out when there is only one, or none yet.")
    var creditor: String?

    @Option(help: "Columns whose headers Quita does not guess: field=header,…")
    var map: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var database: DatabaseOption

    func validate() throws {
        if cnab, portfolio != nil || map != nil { throw ValidationError("--cnab takes neither --portfolio nor --map") }
        if !cnab, portfolio == nil {
            throw ValidationError("--portfolio NAME is missing (or --cnab, for a return file)")
        }
    }

    func run() throws {
        guard let portfolio else { return try importReturnFile() }
        let portfolioKey = slug(portfolio)
        guard !portfolioKey.isEmpty else { throw Failure("--portfolio needs a name with letters or digits") }
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw Failure("cannot read \(file): no such file, or no permission")
        }
        let mapping: PortfolioMapping
        do {
            mapping = try map.map { try PortfolioMapping(parsing: $0) } ?? PortfolioMapping()
        } catch {
            throw Failure("--map: \(error)")
        }
        let store = try database.open(for: .bulk)
        let configuration = try Parts.engineConfiguration()
        let now = try Parts.clock().now()
        let creditorKey = try creditorKey(
            store, CollectionEngine(configuration: configuration), now, portfolio: portfolio)
        let summary = try PortfolioImport(
            database: store, configuration: configuration, creditorKey: creditorKey, portfolioKey: portfolioKey,
            portfolioName: portfolio, now: now, actor: Parts.actor
        ).run(path: file, mapping: mapping)
        if json { return try printJSON(summary) }
        print("\(summary.rows) rows: \(summary.accepted) accepted, \(summary.rejected) rejected")
        print("\(summary.debtors) debtors, \(Portuguese.money(Money(cents: summary.originalCents)))")
        print("\(summary.updated) updated, \(summary.unchanged) unchanged")
        if let rejected = summary.rejectedFile { print("rejected rows with their reasons: \(rejected)") }
    }

    private func importReturnFile() throws {
        let store = try database.open()
        let known = try store.read { try $0.creditors() }
        let named = known.filter { $0.key == creditor.map(slug) ?? $0.key }
        guard named.count == 1, let key = named.first?.key else {
            let keys = known.isEmpty ? "none yet" : known.map(\.key).joined(separator: ", ")
            throw Failure("say whose payments these are with --creditor KEY; known: \(keys)")
        }
        let summary = try ReturnFileImport(
            database: store, engine: CollectionEngine(configuration: try Parts.engineConfiguration()),
            creditorKey: key, now: try Parts.clock().now(), actor: Parts.actor
        ).run(path: file)
        if json { return try printJSON(summary) }
        print("\(summary.titles) titles, \(summary.payments) payments: \(summary.booked) booked,")
        print("\(summary.unmatched) match no debt, \(summary.repeated) were booked before")
        for line in summary.rejected { print("line \(line.line): \(line.error)") }
    }

    /// The creditor named, the only one, or one made with the portfolio's name.
    private func creditorKey(
        _ store: Database, _ engine: CollectionEngine, _ now: Timestamp, portfolio: String
    ) throws -> String {
        let known = try store.read { try $0.creditors() }
        if creditor == nil, known.count == 1, let only = known.first { return only.key }
        if creditor == nil, known.count > 1 {
            let keys = known.map(\.key).joined(separator: ", ")
            throw Failure("there are several creditors (\(keys)); say which with --creditor")
        }
        let name = creditor ?? portfolio
        let key = slug(name)
        guard !key.isEmpty else { throw Failure("--creditor needs a name with letters or digits") }
        if !known.contains(where: { $0.key == key }) {
            try Parts.append(
                [
                    try CreditorSaved(key: key, profile: CreditorSettings(tradeName: name)).entry(
                        at: now, actor: Parts.actor)
                ],
                to: store, engine)
        }
        return key
    }
}

/// A short name for commands and files: lower case, no accents, words joined by hyphens.
func slug(_ name: String) -> String {
    folded(name).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
}
