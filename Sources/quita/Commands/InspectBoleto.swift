import ArgumentParser
import Domain
import Foundation
import Payments

/// `quita inspect boleto`: what a slip's barcode or typed line says, or why it is none.
struct InspectBoleto: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "boleto", abstract: "Decode and check a boleto's barcode or typed line.")

    @Argument(help: "44, 47 or 48 digits, with or without punctuation.")
    var digits: [String] = []

    @Option(help: "The day seen from, YYYY-MM-DD: it decides which cycle the due date is in. Default: today.")
    var on: String?

    @Option(help: "Read one slip per line (DIGITS<TAB>DAY) from this file, - for standard input.")
    var lines: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard digits.isEmpty != (lines == nil) else { throw ValidationError("Give the digits, or --lines FILE.") }
        if let on, CalendarDay(iso: on) == nil { throw ValidationError("--on \(on): give a day as YYYY-MM-DD.") }
    }

    func run() throws {
        let today = on.flatMap { CalendarDay(iso: $0) } ?? InspectBoleto.today()
        if let lines {
            try eachLine(of: lines) { line in
                let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
                let dayText = fields.count == 2 ? fields[1].filter { !$0.isWhitespace } : ""
                guard dayText.isEmpty || CalendarDay(iso: dayText) != nil else {
                    return BoletoInspection(problem: "day", message: "\(dayText) is no day such as 2026-11-23")
                }
                return BoletoInspection(fields.first.map(String.init) ?? "", on: CalendarDay(iso: dayText) ?? today)
            }
            return
        }
        let inspection = BoletoInspection(digits.joined(separator: " "), on: today)
        if json { try printJSON(inspection) } else { print(inspection.text) }
        if inspection.boleto == nil { throw ExitCode.failure }
    }

    /// The clock is read here, at the edge, and nowhere further in.
    private static func today() -> CalendarDay {
        Zone.brasilia.day(Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
    }
}

/// The command's answer about one slip.
private struct BoletoInspection: Encodable {
    let boleto: Boleto?
    let due: CalendarDay?
    let error: String?
    let message: String?

    init(_ text: String, on day: CalendarDay) {
        do {
            let boleto = try Boleto(text)
            self.init(boleto: boleto, due: boleto.dueDay(seenFrom: day), error: nil, message: nil)
        } catch {
            self.init(problem: error.code, message: error.description)
        }
    }

    init(problem: String, message: String) {
        self.init(boleto: nil, due: nil, error: problem, message: message)
    }

    private init(boleto: Boleto?, due: CalendarDay?, error: String?, message: String?) {
        self.boleto = boleto
        self.due = due
        self.error = error
        self.message = message
    }

    private enum Key: String, CodingKey {
        case valid, error, message, kind, barcode, line, bank
        case lineFormatted = "line_formatted"
        case dueDate = "due_date"
        case amountCents = "amount_cents"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(boleto != nil, forKey: .valid)
        try container.encode(error, forKey: .error)
        try container.encode(message, forKey: .message)
        try container.encode(boleto?.kind.rawValue, forKey: .kind)
        try container.encode(boleto?.barcode, forKey: .barcode)
        try container.encode(boleto?.line, forKey: .line)
        try container.encode(boleto?.formattedLine, forKey: .lineFormatted)
        try container.encode(boleto?.bank, forKey: .bank)
        try container.encode(due?.iso, forKey: .dueDate)
        try container.encode(boleto?.amount.cents, forKey: .amountCents)
    }

    var text: String {
        guard let boleto else { return "not valid: \(message ?? "")" }
        let rows: [(String, String?)] = [
            ("kind", boleto.kind.rawValue), ("bank", boleto.bank), ("due", due?.iso),
            ("amount", boleto.amount.bankDecimal), ("barcode", boleto.barcode), ("line", boleto.formattedLine),
        ]
        return rows.compactMap { label, value in value.map { "\(label): \($0)" } }.joined(separator: "\n")
    }
}
