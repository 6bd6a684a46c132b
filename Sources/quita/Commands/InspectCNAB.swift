import ArgumentParser
import Domain
import Foundation
import Payments

/// `quita inspect cnab`: what a bank's return file says.
struct InspectCNAB: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cnab", abstract: "Read a bank's return file (CNAB 240 or 400).")

    @Argument(help: "The file; - for standard input.")
    var file: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        var reader = CNABReader()
        var titles: [CNABTitle] = []
        var rejected: [CNABRejection] = []
        do {
            try eachByteLine(of: file) { line in
                for record in try reader.read(line: line) {
                    switch record {
                    case .title(let title): titles.append(title)
                    case .rejected(let rejection): rejected.append(rejection)
                    }
                }
            }
            rejected += try reader.finish()
        } catch let error as CNABError {
            throw Failure("\(file): \(error)")
        }
        guard let header = reader.header else { throw Failure("\(file): \(CNABError.notCNAB)") }
        let inspection = CNABInspection(header: header, reader: reader, titles: titles, rejected: rejected)
        if json { try printJSON(inspection) } else { print(inspection.text) }
    }
}

/// Hands out a file's lines as bytes, a block at a time, so that a large file needs little memory.
private func eachByteLine(of path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    guard let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
        throw Failure("cannot read \(path): no such file, or no permission. Give a return file of the bank.")
    }
    var rest: [UInt8] = []
    while let block = try? handle.read(upToCount: 1 << 16), !block.isEmpty {
        rest += block
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
            try body(rest[start..<end])
            start = end + 1
        }
        rest.removeSubrange(..<start)
        guard rest.count < 1 << 16 else { throw Failure("\(path): no line ends within 64 KiB; this is no return file") }
    }
    if !rest.isEmpty { try body(rest[...]) }
}

/// The command's answer about a file.
private struct CNABInspection: Encodable {
    let header: CNABHeader
    let reader: CNABReader
    let titles: [CNABTitle]
    let rejected: [CNABRejection]

    private enum Key: String, CodingKey {
        case layout, bank, company, titles, movements, payments, rejected, complete
        case otherMovements = "other_movements"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(header.layout.rawValue, forKey: .layout)
        try container.encode(header.bank, forKey: .bank)
        try container.encode(header.company, forKey: .company)
        try container.encode(titles.count, forKey: .titles)
        try container.encode(reader.movements, forKey: .movements)
        try container.encode(titles.filter { $0.meaning == .settled }.map(TitleRow.init), forKey: .payments)
        try container.encode(titles.filter { $0.meaning != .settled }.map(TitleRow.init), forKey: .otherMovements)
        try container.encode(rejected.map(RejectedRow.init), forKey: .rejected)
        try container.encode(reader.isComplete, forKey: .complete)
    }

    var text: String {
        var lines = ["CNAB \(header.layout.rawValue), bank \(header.bank), \(header.company)"]
        lines.append("titles: \(titles.count)")
        lines += reader.movements.sorted { $0.key < $1.key }.map { "movement \($0.key): \($0.value)" }
        for title in titles where title.meaning == .settled {
            let day = title.occurredOn?.iso ?? "no date"
            lines.append("line \(title.line): \(title.ourNumber) paid \(title.paid.bankDecimal) on \(day)")
        }
        lines += rejected.map { "line \($0.line): rejected: \($0.error)" }
        if !reader.isComplete { lines.append("The file is not whole: do not book it before somebody has looked.") }
        return lines.joined(separator: "\n")
    }
}

/// One title as the command prints it.
private struct TitleRow: Encodable {
    let title: CNABTitle

    private enum Key: String, CodingKey {
        case document, movement, line, meaning
        case ourNumber = "our_number"
        case paidCents = "paid_cents"
        case faceCents = "face_cents"
        case chargesCents = "charges_cents"
        case discountCents = "discount_cents"
        case feeCents = "fee_cents"
        case dueDate = "due_date"
        case occurredOn = "occurred_on"
        case creditedOn = "credited_on"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(title.ourNumber, forKey: .ourNumber)
        try container.encode(title.document, forKey: .document)
        try container.encode(title.paid.cents, forKey: .paidCents)
        try container.encode(title.face.cents, forKey: .faceCents)
        try container.encode(title.charges.cents, forKey: .chargesCents)
        try container.encode(title.discount.cents, forKey: .discountCents)
        try container.encode(title.fee.cents, forKey: .feeCents)
        try container.encode(title.due?.iso, forKey: .dueDate)
        try container.encode(title.occurredOn?.iso, forKey: .occurredOn)
        try container.encode(title.creditedOn?.iso, forKey: .creditedOn)
        try container.encode(title.movement, forKey: .movement)
        try container.encode(title.meaning.rawValue, forKey: .meaning)
        try container.encode(title.line, forKey: .line)
    }
}

private struct RejectedRow: Encodable {
    let line: Int
    let error: String
    let message: String

    init(_ rejection: CNABRejection) {
        line = rejection.line
        error = rejection.error.code
        message = rejection.error.description
    }
}
