import Domain
import PortfolioFile
import Testing

@Suite struct ValueTests {
    private func read(amount: String = "5,00", due: String = "10/08/2026", contract: String = "1") throws -> RowResult?
    {
        var reader = PortfolioReader()
        let quoted = [amount, due, contract].map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        let results = try reader.feed(
            Array(
                "Nome;CPF;E-mail;Valor;Vencimento;Contrato\nAna;52998224725;a@b.com;\(quoted.joined(separator: ";"))\n"
                    .utf8))
        return try (results + reader.finish()).first
    }

    private func code(_ result: RowResult?) -> String? {
        if case .rejected(let row) = result { return row.reasons.map(\.code).joined(separator: " ") }
        return nil
    }

    @Test(
        "amounts as systems write them",
        arguments: [
            ("R$ 1.234,56", Int64(123_456)), ("R$1.234,56", 123_456), ("1234,56", 123_456), ("1234.56", 123_456),
            ("1,234.56", 123_456), ("1.234", 123_400),
            ("1.234.567", 123_456_700), ("1234", 123_400), ("0,01", 1), ("12,5", 1250), ("12.5", 1250),
            ("1234,5600", 123_456), ("1234.560", 123_456), ("R$\u{A0}10,00", 1000),
            ("1 234,56", 123_456), ("BRL 10.00", 1000), ("=\"10,00\"", 1000), ("'10,00", 1000), (" 10 ", 1000),
            ("0.500", 50), ("12.500", 1_250_000), ("1.234.567,89", 123_456_789),
            ("9.999.999.999,99", 999_999_999_999), (",50", 50), ("10,", 1000), ("r$ 7,00", 700),
            ("1,234,567", 123_456_700), ("10,00 R$", -1),
        ])
    func amounts(text: String, cents: Int64) throws {
        let result = try read(amount: text)
        if cents < 0 {
            #expect(code(result) == "invalid", "\(text)")
        } else if case .accepted(let row)? = result {
            #expect(row.amount.cents == cents, "\(text)")
        } else {
            Issue.record("\(text) was refused: \(code(result) ?? "")")
        }
    }

    @Test(
        "what is no debt's amount is refused with its reason",
        arguments: [
            ("", "empty"), ("  ", "empty"), ("abc", "invalid"), ("x", "invalid"), ("R$", "invalid"),
            ("-10,00", "negative"), ("-R$ 8.411,14", "negative"), ("R$ -10,00", "negative"), ("(10,00)", "negative"),
            ("10,00-", "negative"), ("\u{2212}5", "negative"),
            ("0", "zero"), ("R$ 0,00", "zero"), ("-0", "negative"), ("1,234", "ambiguous"), ("1,500", "ambiguous"),
            ("1.23.45", "invalid"), ("1.234,567", "invalid"), ("12.34,56", "invalid"), ("1,2,3", "invalid"),
            ("1.234,56.78", "invalid"),
            ("1e5", "invalid"), ("10%", "invalid"), ("US$ 10", "invalid"), ("99999999999999999999", "too_large"),
            ("10.000.000.000,00", "too_large"), ("1234.567", "invalid"), ("0.123", "invalid"),
        ])
    func badAmounts(text: String, expected: String) throws {
        #expect(code(try read(amount: text)) == expected, "\(text)")
    }

    @Test(
        "days as systems write them",
        arguments: [
            "10/08/2026", "10/08/26", "10-08-2026", "10.08.2026", "2026-08-10", "2026-08-10T00:00:00",
            "2026-08-10 14:30:05.123", "10/08/2026 00:00", "10/8/2026", "2026/08/10", "20260810", "10082026",
            "10/ago/2026", "10-AGO-26", "10/agosto/2026", " 10/08/2026 ", "'10/08/2026", "2026-08-10T03:00:00Z",
            "2026-8-10", "10-8-26", "10/08/2026 12:00:00 AM",
        ])
    func days(text: String) throws {
        guard case .accepted(let row)? = try read(due: text) else {
            Issue.record("\(text) was refused")
            return
        }
        #expect(row.dueDate.iso == "2026-08-10")
    }

    @Test(
        "days that are none are refused",
        arguments: [
            "31/02/2026", "2026-13-01", "ontem", "00/00/0000", "29/02/2025", "32/01/2026", "10/13/2026", "10/08",
            "10/08/202", "10/08-2026", "46244", "10/08/1900", "31/12/9999", "2026-08-10x", "1/2/3", "10//2026",
            "abc/08/2026", "10/08/2026 x", "0",
        ])
    func badDays(text: String) throws { #expect(code(try read(due: text)) == "invalid", "\(text)") }

    @Test("leap days and century rules hold")
    func leapDays() throws {
        #expect(code(try read(due: "29/02/2024")) == nil)
        #expect(code(try read(due: "")) == "empty")
    }

    @Test(
        "a contract number that a spreadsheet mangled is refused",
        arguments: [("1,23E+11", true), ("1.5E+05", true), ("A1E+05", false), ("12E5", false), ("0001", false)])
    func contracts(text: String, isMangled: Bool) throws {
        #expect((code(try read(contract: text)) == "mangled") == isMangled)
    }
}
