import Domain
import Testing

@testable import Payments

@Suite("Reading Pix codes")
struct BRCodeTests {
    @Test("every code of the vectors reads as it says, and every bad one is refused for its reason")
    func vectors() throws {
        let rows = try Vectors.rows("pix-brcode.csv")
        #expect(rows.count > 30)
        for row in rows {
            let payload = try #require(row["payload"])
            guard row["valid"] == "true" else {
                let error = #expect(throws: BRCodeError.self) { try BRCode(decoding: payload) }
                #expect(error?.code == row["error"], "\(row["id"] ?? "")")
                continue
            }
            let code = try BRCode(decoding: payload)
            #expect(code.kind.rawValue == row["kind"])
            #expect(code.key == row["key"]?.orNil)
            #expect(code.url == row["url"]?.orNil)
            #expect(code.recurrenceURL == row["rec_url"]?.orNil)
            #expect(code.additionalInfo == row["additional_info"]?.orNil)
            #expect(code.amount?.cents == cents(row["amount"]))
            #expect(code.merchantName == row["merchant_name"])
            #expect(code.merchantCity == row["merchant_city"])
            #expect(code.postalCode == row["postal_code"]?.orNil)
            #expect(code.txid == row["txid"])
            #expect(code.pointOfInitiation?.rawValue == row["poi_method"]?.orNil)
            #expect(code.crc == row["crc"])
        }
    }

    @Test("any one changed character of any valid code is noticed")
    func corruption() throws {
        var random = SplitMix64(seed: 1)
        for row in try Vectors.rows("pix-brcode.csv") where row["valid"] == "true" {
            let original = Array(try #require(row["payload"]))
            for index in original.indices {
                for replacement in random.text("0123456789AaZz*. ", 2...2) {
                    var changed = original
                    changed[index] = replacement
                    // The checksum itself may be written in either case.
                    if String(changed).lowercased() == String(original).lowercased(), index >= original.count - 4 {
                        continue
                    }
                    guard changed != original else { continue }
                    if (try? BRCode(decoding: String(changed))) != nil { Issue.record("taken: \(String(changed))") }
                }
            }
        }
    }

    @Test("a code cut short or with something behind it is refused")
    func truncation() throws {
        let code = composed()
        for count in 0..<code.count {
            #expect(throws: BRCodeError.self) { try BRCode(decoding: String(code.prefix(count))) }
        }
        #expect(throws: BRCodeError.crcMissing) { try BRCode(decoding: code + "6401x") }
    }

    @Test("white space around a pasted code does not matter")
    func pasted() throws {
        let code = composed()
        #expect(try BRCode(decoding: "\u{FEFF} \n\(code)\r\n ").payload == code)
    }

    /// What stands between the account and the name, and what the reader says about it.
    private static let middles = [
        ("5204000053039865802BR", "valid"), ("5204ABCD53039865802BR", "merchant_category"),
        ("5204000053038405802BR", "currency"), ("5204000053039865802US", "country"),
        ("52040000530398", "tlv_length"), ("520400005303986", "missing_field"), ("53039865802BR", "missing_field"),
        ("5204000053039865802BR010213", "point_of_initiation"), ("5204000053039865802BR010212", "valid"),
        ("52040000530398654041,005802BR", "amount"), ("52040000530398654051.0005802BR", "amount"),
        ("5204000053039865404-1.05802BR", "amount"), ("52040000530398654005802BR", "tlv_length"),
        ("52040000530398654041.005802BR", "valid"), ("520400005303986540215" + "5802BR", "valid"),
        ("5204000053039865802BR5802BR", "duplicate_field"),
        ("5204000053039865802BR6111ABCDEFGHIJK", "postal_code_length"),
    ]

    /// What stands instead of name, city and txid.
    private static let endings = [
        ("5904LOJA6006RECIFE62070503***", "valid"), ("5904LOJA6006RECIFE", "missing_field"),
        ("5904LOJA6006RECIFE62070703***", "missing_field"), ("5904LOJA6006RECIFE62070503*-*", "txid"),
        ("5904LOJA6006RECIFE62300526AAAAAAAAAAAAAAAAAAAAAAAAAA", "txid"),
        ("5904LOJA6006RECIFE62070504***", "tlv_length"), ("6006RECIFE62070503***", "missing_field"),
        ("5904LOJA62070503***", "missing_field"),
    ]

    /// What stands instead of the account.
    private static let accounts = [
        ("", "not_pix"), ("26160012outro.gui.br", "not_pix"), (account + account, "duplicate_field"),
        (account + account.replacing("2633", with: "2733"), "duplicate_field"),
        ("26250014br.gov.bcb.pix0103abc", "key_format"), ("26180014br.gov.bcb.pix", "no_key_nor_url"),
        ("26410014br.gov.bcb.pix0111123456789092504a.b/", "key_and_url"),
    ]

    /// Texts that fail as a whole.
    private static let wholes = [
        ("hello", "payload_format"), ("", "length"), (String(repeating: "0", count: 513), "length"),
        ("000201" + account + "5204000053039865802BR" + tail, "crc_missing"),
        ("000201" + account + "5204000053039865802BR" + tail + "6304ABCD", "crc"),
    ]

    private static let cases: [(String, String)] =
        middles.map { (sealed("000201" + account + $0.0 + tail), $0.1) }
        + endings.map { (sealed("000201" + account + "5204000053039865802BR" + $0.0), $0.1) }
        + accounts.map { (sealed("000201" + $0.0 + "5204000053039865802BR" + tail), $0.1) } + wholes

    @Test("each rule has its own error", arguments: cases)
    func rules(payload: String, expected: String) {
        do {
            _ = try BRCode(decoding: payload)
            #expect(expected == "valid")
        } catch {
            #expect(error.code == expected)
        }
    }

    @Test("the Pix account is found by its identifier, beside others and under any id")
    func otherAccounts() throws {
        let other = "26160012com.other.br"
        let pix = "51330014BR.GOV.BCB.PIX011112345678909"
        let code = try BRCode(decoding: sealed("000201" + other + pix + "5204000053039865802BR" + tail))
        #expect(code.key == "12345678909")
        #expect(code.kind == .static)
    }

    @Test("a recurrence is found under any unreserved id")
    func recurrence() throws {
        let template = "95430014br.gov.bcb.pix2520pix.example.com/rec/1"
        #expect(throws: BRCodeError.self) {
            try BRCode(decoding: sealed("000201" + account + "5204000053039865802BR" + tail + template))
        }
        let right = "95440014br.gov.bcb.pix2522pix.example.com/rec/12"
        let code = try BRCode(decoding: sealed("000201" + account + "5204000053039865802BR" + tail + right))
        #expect(code.kind == .composite)
        #expect(code.recurrenceURL == "pix.example.com/rec/12")
    }

    @Test("accents count as characters or as bytes, whichever the code's author meant")
    func accents() throws {
        for length in ["04", "05"] {
            let text = "000201\(account)5204000053039865802BR59\(length)JOÃO6006RECIFE62070503***"
            let code = try BRCode(decoding: sealed(text))
            #expect(code.merchantName == "JOÃO")
            #expect(code.merchantCity == "RECIFE")
        }
    }

    @Test("no text whatever makes the reader fail otherwise than by its own error")
    func noise() throws {
        var random = SplitMix64(seed: 11)
        let base = Array(composed())
        for _ in 0..<3000 {
            var text = base
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: text.indices, using: &random)
                text[index] = random.text("0123456789Ãé😀\u{301}", 1...1).first ?? "0"
            }
            let noisy = sealed(String(text.dropLast(8)))
            if let code = try? BRCode(decoding: noisy) { #expect(code.payload == noisy) }
        }
    }
}

private let account = "26330014br.gov.bcb.pix011112345678909"
private let tail = "5904LOJA6006RECIFE62070503***"

/// The text with a correct checksum behind it.
private func sealed(_ text: String) -> String {
    let open = text + "6304"
    return open + CRC16.text(open.utf8)
}

private func composed() -> String { sealed("000201" + account + "5204000053039865802BR" + tail) }
