import ArgumentParser
import Domain
import Foundation
import Payments

/// `quita pix encode`: a static Pix code, and its QR symbol.
struct PixEncode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encode", abstract: "Write a static Pix code, and its QR code as PNG or SVG.")

    @Option(help: "The receiver's Pix key: CPF, CNPJ, phone (+55…), e-mail or random key.")
    var key: String

    @Option(help: "The receiver's name, at most 25 characters.")
    var name: String

    @Option(help: "The receiver's city, at most 15 characters.")
    var city: String

    @Option(help: "The amount in cents; without it the payer types it.")
    var amountCents: Int64?

    @Option(help: "The reference, 1 to 25 letters and digits.")
    var txid: String?

    @Option(help: "A sentence for the payer.")
    var info: String?

    @Option(help: "Write the QR code to this PNG file.")
    var png: String?

    @Option(help: "Write the QR code to this SVG file.")
    var svg: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let code = try composed()
        if png != nil || svg != nil {
            let symbol: QRCode
            do { symbol = try QRCode(code.payload) } catch { throw Failure("cannot draw the QR code: \(error)") }
            if let png { try write(Data(symbol.png()), to: png) }
            if let svg { try write(Data(symbol.svg().utf8), to: svg) }
        }
        if json {
            try printJSON(["payload": code.payload, "txid": code.txid, "crc": code.crc])
        } else {
            print(code.payload)
        }
    }

    private func composed() throws -> BRCode {
        let pixKey: PixKey
        do { pixKey = try PixKey(key) } catch { throw Failure("--key \(key): \(error)") }
        var reference: PixTxid?
        if let txid, txid != BRCode.noTxid {
            reference = PixTxid(txid)
            guard reference != nil else {
                throw Failure("--txid \(txid): give 1 to \(BRCode.txidLengthMax) letters and digits, or leave it out")
            }
        }
        do {
            return try BRCode.composeStatic(
                key: pixKey, name: name, city: city, amount: amountCents.map(Money.init(cents:)), txid: reference,
                info: info)
        } catch {
            let option = error.field == .amount ? "amount-cents" : error.field.rawValue
            throw Failure("--\(option): \(error.problem). \(error.remedy).")
        }
    }

    private func write(_ data: Data, to path: String) throws {
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure("cannot write \(path): \(error.localizedDescription)")
        }
    }
}
