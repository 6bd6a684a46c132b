import Domain
import Testing

@Suite struct DocumentTests {
    @Test("CPF and CNPJ vectors are read, normalised, formatted or refused")
    func vectors() throws {
        let rows = try VectorFile("cpf-cnpj.csv").rows
        #expect(rows.count > 50)
        for row in rows {
            let input = row["input"] ?? ""
            let result: (normalized: String, formatted: String)? =
                row["kind"] == "cpf"
                ? (try? CPF(parsing: input)).map { ($0.digits, $0.formatted) }
                : (try? CNPJ(parsing: input)).map { ($0.characters, $0.formatted) }
            #expect((result != nil) == (row["valid"] == "true"), "\(row)")
            if row["valid"] == "true" {
                #expect(result?.normalized == row["normalized"])
                #expect(result?.formatted == row["formatted"])
                #expect((try? TaxDocument(parsing: input))?.normalized == row["normalized"], "\(row)")
            } else {
                #expect((try? TaxDocument(parsing: input)) == nil, "\(row)")
            }
        }
    }

    @Test(
        "messy but complete documents are read",
        arguments: [
            ("CPF: 529.982.247-25", "52998224725"), ("'52998224725", "52998224725"),
            ("=\"52998224725\"", "52998224725"),
            ("52998224725.0", "52998224725"), ("52998224725,00", "52998224725"),
            ("529\u{00A0}982\u{00A0}247\u{2013}25", "52998224725"),
            ("\u{FEFF}529.982.247/25", "52998224725"), ("00052998224725", "52998224725"), ("191", "00000000191"),
            ("360305000104", "00360305000104"), ("360.305/0001-04", "00360305000104"),
            ("011222333000181", "11222333000181"),
            ("CNPJ 12.ABC.345/01DE-35", "12ABC34501DE35"),
        ])
    func messy(input: String, normalized: String) throws {
        #expect(try TaxDocument(parsing: input).normalized == normalized)
    }

    @Test(
        "the reason for a refusal is told",
        arguments: [
            ("", DocumentError.empty), ("  \u{00A0}", .empty), ("abc.def.ghi-jk", .invalidCharacters),
            ("529.982.247-2á", .invalidCharacters), ("111.111.111-11", .repeatedDigits),
            ("00000000000", .repeatedDigits),
            ("52998224724", .wrongCheckDigits), ("5299822472555555", .wrongLength(16)),
            ("5,29982E+10", .invalidCharacters),
        ])
    func refusal(input: String, error: DocumentError) {
        #expect(throws: error) { try TaxDocument(parsing: input) }
    }

    @Test("any change of one digit of a CPF is found")
    func singleDigitErrors() throws {
        var generator = SplitMix64(seed: 11)
        for _ in 0..<200 {
            var digits = (0..<9).map { _ in UInt8.random(in: 0...9, using: &generator) }
            for length in [9, 10] {
                let sum = digits.enumerated().reduce(0) { $0 + Int($1.element) * (length + 1 - $1.offset) }
                digits.append(UInt8(sum * 10 % 11 % 10))
            }
            let text = digits.map(String.init).joined()
            #expect(try CPF(parsing: text).digits == text)
            let position = Int.random(in: 0..<11, using: &generator)
            digits[position] = (digits[position] + UInt8.random(in: 1...9, using: &generator)) % 10
            #expect((try? CPF(parsing: digits.map(String.init).joined())) == nil)
        }
    }

    @Test("a masked document shows only its middle")
    func masked() throws {
        #expect(try CPF(parsing: "52998224725").masked == "***.982.247-**")
        #expect(try CNPJ(parsing: "12ABC34501DE35").masked == "**.ABC.345/****-**")
    }
}
