import ArgumentParser
import Domain
import Payments

/// `quita inspect pix`: what a Pix code says, or why it is none.
struct InspectPix: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pix", abstract: "Decode and check a Pix code (BR Code, copia e cola).")

    @Argument(help: "The code.")
    var payload: [String] = []

    @Option(help: "Read one code per line from this file (- for standard input) and print one JSON object per line.")
    var lines: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard payload.isEmpty != (lines == nil) else { throw ValidationError("Give a code, or --lines FILE.") }
    }

    func run() throws {
        if let lines {
            try eachLine(of: lines) { PixInspection($0) }
            return
        }
        // A shell splits an unquoted code at the spaces of its names.
        let inspection = PixInspection(payload.joined(separator: " "))
        if json { try printJSON(inspection) } else { print(inspection.text) }
        if inspection.code == nil { throw ExitCode.failure }
    }
}

/// The command's answer about one code.
private struct PixInspection: Encodable {
    let code: BRCode?
    let error: BRCodeError?

    init(_ text: String) {
        do {
            code = try BRCode(decoding: text)
            error = nil
        } catch {
            code = nil
            self.error = error
        }
    }

    private enum Key: String, CodingKey {
        case valid, error, message, kind, key, url, txid, crc
        case recurrenceURL = "recurrence_url"
        case amountCents = "amount_cents"
        case merchantName = "merchant_name"
        case merchantCity = "merchant_city"
        case postalCode = "postal_code"
        case additionalInfo = "additional_info"
        case pointOfInitiation = "point_of_initiation"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(code != nil, forKey: .valid)
        try container.encode(error?.code, forKey: .error)
        try container.encode(error?.description, forKey: .message)
        try container.encode(code?.kind.rawValue, forKey: .kind)
        try container.encode(code?.key, forKey: .key)
        try container.encode(code?.url, forKey: .url)
        try container.encode(code?.recurrenceURL, forKey: .recurrenceURL)
        try container.encode(code?.amount?.cents, forKey: .amountCents)
        try container.encode(code?.merchantName, forKey: .merchantName)
        try container.encode(code?.merchantCity, forKey: .merchantCity)
        try container.encode(code?.postalCode, forKey: .postalCode)
        try container.encode(code?.txid, forKey: .txid)
        try container.encode(code?.additionalInfo, forKey: .additionalInfo)
        try container.encode(code?.pointOfInitiation?.rawValue, forKey: .pointOfInitiation)
        try container.encode(code?.crc, forKey: .crc)
    }

    var text: String {
        guard let code else { return "not valid: \(error?.description ?? "")" }
        let rows: [(String, String?)] = [
            ("kind", code.kind.rawValue), ("key", code.key), ("url", code.url), ("recurrence", code.recurrenceURL),
            ("amount", code.amount?.bankDecimal), ("name", code.merchantName), ("city", code.merchantCity),
            ("postal code", code.postalCode), ("txid", code.txid), ("info", code.additionalInfo),
            ("point of initiation", code.pointOfInitiation?.rawValue), ("crc", code.crc),
        ]
        return rows.compactMap { label, value in value.map { "\(label): \($0)" } }.joined(separator: "\n")
    }
}
