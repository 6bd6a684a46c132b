import Domain
import Testing

@testable import Payments

@Suite("Writing Pix codes")
struct BRCodeComposingTests {
    @Test("the static codes of the vectors are written character for character")
    func vectors() throws {
        var count = 0
        for row in try Vectors.rows("pix-brcode.csv") where row["kind"] == "static" {
            let payload = try #require(row["payload"])
            let code = try BRCode(decoding: payload)
            let again = try BRCode.composeStatic(
                key: try PixKey(try #require(code.key)), name: code.merchantName, city: code.merchantCity,
                amount: code.amount, txid: PixTxid(code.txid), info: code.additionalInfo)
            #expect(again.payload.dropLast(4) == payload.dropLast(4))
            #expect(again.crc == code.crc)
            count += 1
        }
        #expect(count > 15)
    }

    @Test("what is written reads back the same, over random fields")
    func roundTrip() throws {
        var random = SplitMix64(seed: 7)
        let printable = "ABCXYZabcxyz 0123456789.-&/"
        for _ in 0..<400 {
            let key = try PixKey(randomKey(&random))
            let name = "N" + random.text(printable, 0...23) + "x"
            let city = "C" + random.text(printable, 0...13) + "y"
            let room = 99 - 18 - 4 - key.text.utf8.count - 4
            let info =
                room > 2 && Bool.random(using: &random) ? "i" + random.text(printable, 0...(room - 2)) + "j" : nil
            let amount =
                Bool.random(using: &random) ? Money(cents: .random(in: 1...999_999_999_999, using: &random)) : nil
            let txid = PixTxid(random.text("ABCabc019", 1...25))
            let code = try BRCode.composeStatic(
                key: key, name: name, city: city, amount: amount, txid: txid, info: info)
            let read = try BRCode(decoding: code.payload)
            #expect(read == code)
            #expect(read.key == key.text)
            #expect(read.merchantName == name)
            #expect(read.merchantCity == city)
            #expect(read.amount == amount)
            #expect(read.txid == txid?.text)
            #expect(read.additionalInfo == info)
        }
    }

    @Test("accents are folded, white space at the ends goes, the rest stays")
    func folding() throws {
        let code = try BRCode.composeStatic(
            key: try PixKey("12345678909"), name: " Crédito & Cobrança Ltda ", city: "São Luís",
            info: "Acordo nº 3 – e\u{301}")
        #expect(code.merchantName == "Credito & Cobranca Ltda")
        #expect(code.merchantCity == "Sao Luis")
        #expect(code.additionalInfo == "Acordo no 3 - e")
        #expect(code.txid == "***")
    }

    @Test("a field that does not fit is named with its limit, and nothing is cut")
    func limits() throws {
        let key = try PixKey("12345678909")
        func field(_ body: () throws -> BRCode) -> PixEncodingError.Field? {
            do {
                _ = try body()
                return nil
            } catch {
                return (error as? PixEncodingError)?.field
            }
        }
        let long = String(repeating: "N", count: 26)
        #expect(field { try .composeStatic(key: key, name: long, city: "RECIFE") } == .name)
        #expect(field { try .composeStatic(key: key, name: " ", city: "RECIFE") } == .name)
        #expect(field { try .composeStatic(key: key, name: "LOJA 😀", city: "RECIFE") } == .name)
        #expect(field { try .composeStatic(key: key, name: "LOJA\nX", city: "RECIFE") } == .name)
        #expect(field { try .composeStatic(key: key, name: "LOJA", city: "ABCDEFGHIJKLMNOP") } == .city)
        #expect(field { try .composeStatic(key: key, name: "LOJA", city: "R", amount: .zero) } == .amount)
        #expect(field { try .composeStatic(key: key, name: "L", city: "R", amount: Money(cents: -1)) } == .amount)
        let tooMuch = Money(cents: 1_000_000_000_000)
        #expect(field { try .composeStatic(key: key, name: "L", city: "R", amount: tooMuch) } == .amount)
        let longTxid = PixTxid(String(repeating: "T", count: 26))
        #expect(field { try .composeStatic(key: key, name: "L", city: "R", txid: longTxid) } == .txid)
        // 99 characters hold the account: 18 for the GUI, 15 for the key, 4 before the sentence.
        let fits = String(repeating: "i", count: 62)
        #expect(field { try .composeStatic(key: key, name: "L", city: "R", info: fits) } == nil)
        #expect(field { try .composeStatic(key: key, name: "L", city: "R", info: fits + "i") } == .info)
        #expect(field { try .composeDynamic(url: "https://pix.example.com/1", name: "L", city: "R") } == .url)
    }

    @Test(
        "a registered name is made to fit at a word's end",
        arguments: [
            ("Companhia de Crédito e Cobrança S.A.", "Companhia de Credito e"), ("LOJA", "LOJA"), ("", ""),
            ("Ação  😀 \n Ltda", "Acao Ltda"), ("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Aaaaaaaaaaaaaaaaaaaaaaaaa"),
        ])
    func fitting(name: String, fitted: String) {
        #expect(BRCode.fitting(name, max: BRCode.nameLengthMax) == fitted)
    }

    @Test("a dynamic code, and with a recurrence a composite one, reads back")
    func dynamic() throws {
        let code = try BRCode.composeDynamic(url: "pix.example.com/qr/v2/1", name: "LOJA", city: "RECIFE")
        #expect(code.kind == .dynamic)
        #expect(code.pointOfInitiation == .singleUse)
        #expect(code.url == "pix.example.com/qr/v2/1")
        let both = try BRCode.composeDynamic(
            url: "pix.example.com/qr/v2/1", recurrenceURL: "pix.example.com/rec/1", name: "LOJA", city: "RECIFE")
        #expect(both.kind == .composite)
        #expect(both.recurrenceURL == "pix.example.com/rec/1")
    }

    @Test("the checksum is that of the Central Bank's example and keeps its leading zeros")
    func checksum() {
        #expect(CRC16.checksum("123456789".utf8) == 0x29B1)
        // Found by search: a text whose checksum is below 0x0100.
        let small = (0..<5000).map(String.init).first { CRC16.checksum($0.utf8) < 0x100 }
        #expect(small.map { CRC16.text($0.utf8).hasPrefix("00") } == true)
    }

    private func randomKey(_ random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return cpf(random.digits(9))
        case 1: return "11222333000181"
        case 2: return "+55\(Int.random(in: 11...19, using: &random))9" + random.digits(8)
        case 3: return random.text("abcdxyz.019", 1...30) + "@exemplo.com.br"
        default:
            let hex = "0123456789abcdef"
            return [8, 4, 4, 4, 12].map { random.text(hex, $0...$0) }.joined(separator: "-")
        }
    }

    private func cpf(_ nine: String) -> String {
        var digits = nine.utf8.map { Int($0) - 48 }
        for _ in 0..<2 {
            let weights = (2...(digits.count + 1)).reversed()
            digits.append(zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } * 10 % 11 % 10)
        }
        return digits.map(String.init).joined()
    }
}
