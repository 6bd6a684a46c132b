import Domain
import Strategy
import Testing

@Suite("Creditor files")
struct CreditorFileTests {
    @Test("the example loads")
    func example() throws {
        let file = "strategies/creditors.example.yaml"
        let creditor = try #require(try loadCreditors(try shipped(file), file: file).first)
        #expect(creditor.key == "loja_aurora")
        #expect(creditor.cnpj?.formatted == "12.ABC.345/01DE-35")
        #expect(creditor.serviceHours?[.saturday] == 9 * 60..<13 * 60)
        #expect(creditor.serviceHours?[.sunday] == nil)
        #expect(creditor.lateCharges == .standard)
        #expect(creditor.portfolios.map(\.cadence) == ["crediario"])
    }

    @Test(
        "faults stand at their place",
        arguments: [
            ("key: ‸Loja Aurora\ntrade_name: A", "key não entende \"Loja Aurora\""),
            ("‸key: a", "falta a chave trade_name em o credor"),
            ("key: a\ntrade_name: A\ncnpj: ‸12.345.678/0001-00", "o CNPJ não é válido"),
            ("key: a\ntrade_name: A\npix: {key: ‸\"abc\", city: Recife}", "\"abc\" não é uma chave Pix"),
            (
                "key: a\ntrade_name: A\npix: {key: a@b.example, city: ‸São José dos Campos}",
                "city tem 19 caracteres; a plataforma aceita 15"
            ),
            ("key: a\ntrade_name: A\nservice_hours: {mon-fri: ‸18:00-09:00}", "mon-fri não entende \"18:00-09:00\""),
            ("key: a\ntrade_name: A\nlate_charges: {interest: ‸3% per month}", "interest de 3% passa do limite"),
        ])
    func oneFault(yaml: String, expected: String) {
        let (text, place) = marked(yaml)
        let found = faults { () throws(StrategyErrors) in try loadCreditors(text, file: "c.yaml") }
        #expect(found.count == 1 && found.first?.hasPrefix(place + " " + expected) == true, "\(found)")
    }
}
