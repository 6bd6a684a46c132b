import Testing

@testable import Payments

@Suite("Pix keys and references")
struct PixKeyTests {
    @Test(
        "a key is read as people write it",
        arguments: [
            ("123.456.789-09", PixKey.Kind.cpf, "12345678909"), (" 12345678909 ", .cpf, "12345678909"),
            ("11.222.333/0001-81", .cnpj, "11222333000181"), ("12.abc.345/01de-35", .cnpj, "12ABC34501DE35"),
            ("+55 85 91234-5678", .phone, "+5585912345678"), ("(85) 91234-5678", .phone, "+5585912345678"),
            ("85 91234-5678", .phone, "+5585912345678"), ("5585912345678", .phone, "+5585912345678"),
            ("+55 (85) 3234-5678", .phone, "+558532345678"), ("+351912345678", .phone, "+351912345678"),
            ("Cobranca@Exemplo.COM.br", .email, "cobranca@exemplo.com.br"),
            ("7D9F0335-8DCC-4054-9BF9-0DBD61D36906", .random, "7d9f0335-8dcc-4054-9bf9-0dbd61d36906"),
        ])
    func normalised(input: String, kind: PixKey.Kind, text: String) throws {
        let key = try PixKey(input)
        #expect(key.kind == kind)
        #expect(key.text == text)
        #expect(PixKey.Kind(shapeOf: key.text) == kind)
        #expect(try PixKey(key.text) == key)
    }

    @Test(
        "what is no key is refused, and eleven bare digits are never taken for a phone",
        arguments: [
            ("12345678900", PixKeyError.cpfCheckDigits), ("11999999999", .cpfCheckDigits),
            ("11222333000182", .cnpjCheckDigits), ("a@b", .unrecognised), ("@exemplo.com", .unrecognised),
            ("two words@exemplo.com", .unrecognised), ("", .unrecognised), ("abc", .unrecognised),
            ("(80) 91234-5678", .phone), ("(85) 81234-5678", .phone), ("+55", .phone),
            ("+55 85 9123x-5678", .unrecognised),
            (String(repeating: "a", count: 70) + "@exemplo.com", .tooLong),
        ])
    func refused(input: String, error: PixKeyError) {
        #expect(throws: error) { try PixKey(input) }
    }

    @Test("the references of a million charges differ and fit into a code")
    func references() {
        var seen: Set<String> = []
        for id in Int64(0)..<100_000 { seen.insert(PixTxid(id: id, namespace: 1).text) }
        #expect(seen.count == 100_000)
        for id in [Int64.min, -1, 0, 1, .max] {
            let txid = PixTxid(id: id, namespace: 42)
            #expect(txid.text.utf8.count == 25)
            #expect(txid.text.allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) })
            #expect(PixTxid(txid.text) == txid)
            #expect(txid == PixTxid(id: id, namespace: 42))
            #expect(txid != PixTxid(id: id, namespace: 43))
            #expect(PixTxid(id: id, namespace: 42, use: .bankCharge).text.utf8.count == 32)
        }
    }

    @Test("the reference of a charge never changes from version to version")
    func stable() {
        #expect(PixTxid(id: 1, namespace: 1).text == "3B7GU4IWQKG9I98XRBAZDBXLZ")
    }

    @Test(
        "a received reference has 1 to 35 letters and digits",
        arguments: [
            ("A", true), (String(repeating: "a", count: 35), true), (String(repeating: "a", count: 36), false),
            ("", false),
            ("A-1", false), ("***", false), ("é", false),
        ])
    func received(text: String, valid: Bool) {
        #expect((PixTxid(text) != nil) == valid)
    }
}
