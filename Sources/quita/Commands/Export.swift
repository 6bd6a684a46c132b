import ArgumentParser
import Dialogue
import Domain
import Foundation
import Language
import Store

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes parts of the installation's data as files.",
        subcommands: [ExportCorrections.self, ExportClosing.self, ExportLedger.self])
}

/// What colleagues have corrected at the desk, as training data.
struct ExportCorrections: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections",
        abstract: "Corrected readings as JSON lines for train-model, with personal data replaced by invented data.",
        discussion: "make model learns from them as Training/corrections.jsonl.")

    @Option(help: "Only this creditor's; all creditors' without it.")
    var creditor: String?

    @Option(name: .shortAndLong, help: "Where to write; standard output without it.")
    var output: String?

    @OptionGroup var database: DatabaseOption

    func run() throws {
        let store = try database.open()
        let (corrections, refused) = try store.read { try CorrectionExport(session: $0).all(creditorKey: creditor) }
        let text = try LabelCorrection.lines(corrections)
        if let output {
            do {
                try Data(text.utf8).write(to: URL(filePath: output))
            } catch {
                throw Failure("cannot write \(output): \(error.localizedDescription)")
            }
        } else {
            FileHandle.standardOutput.write(Data(text.utf8))
        }
        say(
            "\(corrections.count) corrections"
                + (refused > 0 ? ", \(refused) left out: no training could use them" : ""))
    }
}

/// Reads corrections with the messages that they are about.
struct CorrectionExport {
    let session: Session

    /// - Returns: the corrections, and how many could not be used.
    func all(creditorKey: String?) throws -> ([LabelCorrection], refused: Int) {
        var rows = try session.select(CorrectionRow.self, "ORDER BY id")
        if let creditorKey {
            guard let creditor = try session.creditor(key: creditorKey) else {
                throw Failure("no creditor \(creditorKey); the keys are those of quita creditor")
            }
            rows = rows.filter { $0.creditor == creditor.id }
        }
        var corrections: [LabelCorrection] = []
        for row in rows {
            if let correction = try correction(row) { corrections.append(correction) }
        }
        return (corrections, rows.count - corrections.count)
    }

    private func correction(_ row: CorrectionRow) throws -> LabelCorrection? {
        guard let message = try session.find(MessageRow.self, .id(row.message)) else { return nil }
        let debtor = try message.debtor.flatMap { try session.find(DebtorRow.self, .id($0)) }
        let reading = message.note.flatMap { try? JSONDecoder().decode(Reading.self, from: Data($0.utf8)) }
        let intents = row.intents.split(separator: ",").compactMap { Intent(rawValue: String($0)) }
        let slots = intents.reduce(into: Set<EntitySlot>()) { $0.formUnion($1.slots) }
        let zone = debtor?.state.flatMap { FederativeUnit(rawValue: $0) }?.zone ?? .brasilia
        // The login is a colleague's e-mail address; training has no use for it.
        return try? LabelCorrection(
            id: "m\(message.id)", message: message.body, names: [debtor?.name ?? ""] + (try staffNames()),
            day: zone.day(message.at), context: reading?.context ?? .none, intents: intents,
            entities: (reading?.entities ?? Entities()).limited(to: slots),
            was: reading?.intents.map(\.intent) ?? [], by: "desk", at: row.at)
    }

    private func staffNames() throws -> [String] {
        try session.select(StaffRow.self, "ORDER BY id").map(\.name)
    }
}
