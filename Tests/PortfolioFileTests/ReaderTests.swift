import Domain
import PortfolioFile
import Testing

@Suite struct ReaderTests {
    static let header = "Nome;CPF;Contrato;Valor;Vencimento;Celular;Email"
    static let row = "João da Silva;529.982.247-25;A1;1.234,56;10/08/2026;(11) 98765-4321;a@b.com"

    @Test("separators are found", arguments: [";", ",", "\t", "|"])
    func separators(separator: String) throws {
        let text = "\(ReaderTests.header)\n\(ReaderTests.row)\n".replacing("1.234,56", with: "\"1.234,56\"").replacing(
            ";", with: separator)
        let outcome = try Outcome(text)
        #expect(outcome.reasons == [])
        #expect(outcome.accepted.map(\.amount.cents) == [123_456])
        #expect(outcome.reader.separator == separator.utf8.first)
    }

    @Test("Excel's line about the separator is obeyed")
    func declaredSeparator() throws {
        let outcome = try Outcome(
            "sep=,\r\n" + ReaderTests.header.replacing(";", with: ",")
                + "\r\nJoão,52998224725,1,\"10,00\",10/08/2026,11987654321,\r\n")
        #expect(outcome.accepted.map(\.line) == [3])
    }

    @Test("encodings are found, with a mark or without", arguments: [1, 3, 4096])
    func encodings(size: Int) throws {
        let text =
            "\(ReaderTests.header)\r\n\(ReaderTests.row)\r\nÂngela 😀 Sá;12ABC34501DE35;A2;10;2026-08-10;;x@y.com.br\r\n"
        let utf16 = Array(text.utf16)
        let little = utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little,
            big,
        ] {
            let outcome = try Outcome(bytes, pieces: size)
            #expect(outcome.reasons == [])
            #expect(outcome.accepted.map(\.name) == ["João da Silva", "Ângela 😀 Sá"])
        }
        let text1252 =
            "Nome;CPF;N\u{BA} do T\u{ED}tulo;Valor;Vencimento;Celular\n"
            + "Jos\u{E9} \u{201C};52998224725;1;2;10/08/2026;11987654321\n"
        let latin = text1252.unicodeScalars.map { $0.value == 0x201C ? UInt8(0x93) : UInt8($0.value) }
        let outcome = try Outcome(latin, pieces: size)
        #expect(outcome.accepted.map(\.name) == ["José “"])
        #expect(outcome.reader.encoding == .windows1252)
    }

    @Test(
        "quoted fields keep separators, quotes and line ends, and lines are counted as in an editor",
        arguments: [1, 5, 4096])
    func quoting(size: Int) throws {
        let text = """
            "Nome";"CPF";"Contrato";"Valor";"Vencimento";"Celular";"Obs"\r
            "Silva; ""Zé"" da";52998224725;1;"1,00";10/08/2026;11987654321;"a\r
            b\nc"\r
            \r
            Maria;52998224725;2;x;10/08/2026;11987654321;"5"" cano"\r
            """
        let outcome = try Outcome(text, pieces: size)
        #expect(outcome.accepted.map(\.name) == ["Silva; \"Zé\" da"])
        #expect(outcome.accepted.map(\.extra) == [["Obs": "a b c"]])
        #expect(outcome.reasons == ["6: amount.invalid"])
        #expect(outcome.rejected[0].fields.last == "5\" cano")
    }

    @Test("a quote that nobody closes takes no other row with it")
    func unclosedQuote() throws {
        let bad = ReaderTests.row.replacing("João", with: "\"João")
        let good = ReaderTests.row.replacing("A1", with: "A2")
        let quoted = ReaderTests.row.replacing("A1", with: "A3").replacing("João da Silva", with: "\"João da Silva\"")
        for rows in [[bad, good, quoted], [good, bad], [good, quoted, bad, good]] {
            let outcome = try Outcome(([ReaderTests.header] + rows).joined(separator: "\n"))
            #expect(outcome.accepted.count == rows.count)
            #expect(Set(outcome.accepted.map(\.name)) == ["João da Silva"])
        }
        let nickname = try Outcome(
            "\(ReaderTests.header)\n" + ReaderTests.row.replacing("João", with: "João \"Zé\" \""))
        #expect(nickname.accepted.map(\.name) == ["João \"Zé\" \" da Silva"])
    }

    @Test("too few fields are missing values, too many are refused only where a value may be cut")
    func fieldCounts() throws {
        let outcome = try Outcome(
            "\(ReaderTests.header)\n\(ReaderTests.row);;\nJoão;52998224725;A2\n;;;;;;\n\n\(ReaderTests.row);extra\n")
        #expect(outcome.accepted.map(\.line) == [2])
        #expect(outcome.reasons == ["3: amount.empty due_date.empty phone.empty", "6: email.too_many_fields"])
        let remark = try Outcome("\(ReaderTests.header);Obs\n\(ReaderTests.row);ligar; à tarde\n")
        #expect(remark.accepted.count == 1)
        let comma = try Outcome(
            "Nome,CPF,Contrato,Vencimento,Celular,Valor\nJoão,52998224725,A1,10/08/2026,11987654321,1234,56\n")
        #expect(comma.reasons == ["2: amount.too_many_fields"])
    }

    @Test("every reason of a row is told")
    func allReasons() throws {
        let outcome = try Outcome(
            "\(ReaderTests.header)\n - ;111.111.111-11;;-5;31/02/2026;+54 9 11 2345-6789;x\n;;;0;;123;\n")
        #expect(
            outcome.reasons == [
                "2: name.invalid document.repeated_digits contract.empty amount.negative due_date.invalid "
                    + "phone.foreign",
                "3: name.empty document.empty contract.empty amount.zero due_date.empty phone.too_short",
            ])
    }

    @Test("one way to reach the person is enough")
    func contacts() throws {
        let rows = [
            "A;52998224725;1;5;10/08/2026;não tem;a@b.com", "B;52998224725;2;5;10/08/2026;11 98765-4321 / 3265-4321;",
            "C;52998224725;3;5;10/08/2026;0800 123 4567;x y", "D;52998224725;4;5;10/08/2026;;nada; d@e.com",
        ]
        let outcome = try Outcome("\(ReaderTests.header)\n" + rows.joined(separator: "\n"))
        #expect(outcome.accepted.map(\.name) == ["A", "B"])
        #expect(outcome.accepted[1].phones.map(\.e164) == ["+5511987654321", "+551132654321"])
        #expect(outcome.reasons.first == "4: phone.service_number")
    }

    @Test("a column of area codes completes the numbers behind it")
    func areaCodeColumn() throws {
        let outcome = try Outcome(
            "Nome;CPF;Contrato;Valor;Vencimento;DDD;Telefone\nA;52998224725;1;5;10/08/2026;31;98888-7777\n"
                + "B;52998224725;2;5;10/08/2026;31;(11) 98765-4321\n"
        )
        #expect(outcome.accepted.map { $0.phones.map(\.e164) } == [["+5531988887777"], ["+5511987654321"]])
        #expect(outcome.accepted[0].extra == [:])
    }

    @Test("files that are none are refused with what was looked for")
    func badFiles() throws {
        #expect(throws: PortfolioFileError.empty) { try Outcome("") }
        #expect(throws: PortfolioFileError.empty) { try Outcome("\n\r\n  \n") }
        #expect(throws: PortfolioFileError.notText) { try Outcome([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0]) }
        #expect(
            throws: PortfolioFileError.missingColumns(
                [.document, .dueDate, .phone, .email], found: ["Nome", "Contrato", "Valor"])
        ) {
            try Outcome("Nome;Contrato;Valor\n")
        }
        #expect(try Outcome(ReaderTests.header).accepted.isEmpty)
    }

    @Test("columns can be named by hand")
    func mapping() throws {
        let mapping = try PortfolioMapping(parsing: "due_date=limite, name = Quem ,phone=Zapzap,phone=Outro")
        let outcome = try Outcome(
            "QUEM;CPF;Contrato;Valor;Vencimento;Limite;Zapzap;Outro\n"
                + "A;52998224725;1;5;x;10/08/26;11987654321;1132654321\n",
            mapping: mapping)
        #expect(outcome.accepted.map(\.dueDate.iso) == ["2026-08-10"])
        #expect(outcome.accepted[0].phones.count == 2)
        #expect(throws: PortfolioFileError.unknownField("nome")) { try PortfolioMapping(parsing: "nome=x") }
        #expect(throws: PortfolioFileError.badMapping("name")) { try PortfolioMapping(parsing: "name") }
        #expect(throws: PortfolioFileError.self) { try Outcome("\(ReaderTests.header)\n", mapping: mapping) }
    }

    @Test("random bytes never stop the reader, and lines only grow")
    func randomBytes() throws {
        var state: UInt64 = 99
        func random(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        let alphabet = Array(";;\n\r\"\"aZ9,. ".utf8) + [0xC3, 0xA3, 0xE2, 0x80, 0xFF]
        for _ in 0..<200 {
            let tail = (0..<random(400)).map { _ in alphabet[Int(random(UInt64(alphabet.count)))] }
            let bytes = Array("\(ReaderTests.header)\n".utf8) + tail
            let whole = try Outcome(bytes)
            let lines = whole.rejected.map(\.line)
            #expect(lines == lines.sorted() && Set(lines).count == lines.count)
            #expect(try Outcome(bytes, pieces: 1).rejected == whole.rejected)
        }
    }
}
