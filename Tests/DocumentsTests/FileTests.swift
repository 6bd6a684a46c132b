import Domain
import Foundation
import Testing

@testable import Documents

@Suite("document files")
struct FileTests {
    @Test("the same values give the same bytes, and other values others")
    func deterministic() throws {
        #expect(try Samples.statement().pdf() == Samples.statement().pdf())
        #expect(try Samples.statement().pdf() != Samples.statement(lines: 3).pdf())
        #expect(try Samples.agreement(installments: 60).pdf() == Samples.agreement(installments: 60).pdf())
        #expect(try Samples.settlement().pdf() == Samples.settlement().pdf())
        #expect(try Samples.receipt().pdf() == Samples.receipt().pdf())
        #expect(try Samples.slip().pdf() == Samples.slip().pdf())
        #expect(try Samples.card().png() == Samples.card().png())
        #expect(try Samples.summary().png() == Samples.summary().png())
    }

    @Test("drawing on several threads at once changes no byte")
    func threads() async throws {
        let alone = try Samples.agreement().pdf()
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<4 { group.addTask { try Samples.agreement().pdf() } }
            for try await bytes in group { #expect(bytes == alone) }
        }
    }

    @Test("a PDF says its title, author, date and language", .enabled(if: Tools.areThere))
    func metadata() throws {
        let pdf = try Samples.agreement().pdf()
        let information = try Tools.information(pdf, ["-isodates"])
        for wanted in [
            "Title:           Termo de acordo A-5521", "Author:          Lojas Aurora",
            "CreationDate:    2026-11-23T17:05:00Z", "ModDate:         2026-11-23T17:05:00Z", "Tagged:          yes",
            "Page size:       595.276 x 841.89 pts (A4)",
        ] {
            #expect(information.contains(wanted), "\(wanted)")
        }
        let text = String(decoding: pdf, as: UTF8.self)
        #expect(text.contains("/Lang (pt-BR)") && text.contains("/DisplayDocTitle true"))
        #expect(String(decoding: try Samples.agreement(.spanish).pdf(), as: UTF8.self).contains("/Lang (es)"))
    }

    @Test("a screen reader finds titles, tables with headers, and what pictures show", .enabled(if: Tools.areThere))
    func structure() throws {
        let pdf = try Samples.statement().pdf()
        let structure = try Tools.information(pdf, ["-struct-text"])
        #expect(structure.hasPrefix("Document"))
        for wanted in ["H1 (block)\n", "H2 (block)\n", "Table (block)\n", "/Scope /Column", "Figure"] {
            #expect(structure.contains(wanted), "\(wanted)")
        }
        let file = String(decoding: pdf, as: UTF8.self)
        // "Código QR" in UTF-16.
        #expect(file.contains("/Alt <FEFF004300F3006400690067006F002000510052"))
        let table = try #require(structure.firstRange(of: "Table (block)")).upperBound
        #expect(structure[table...].contains("TD") && structure[table...].contains("CT-2024-00417"))
    }

    @Test("every offset of the amendment points at the object that it names")
    func amendment() throws {
        let pdf = try Samples.slip().pdf()
        let text = String(decoding: pdf.map { $0 < 128 ? $0 : 0x3F }, as: UTF8.self)
        let last = try #require(text.matches(of: /startxref\n(\d+)\n/).last)
        let start = try #require(Int(last.1))
        let bytes = Array(text.utf8)
        let table = String(decoding: bytes[start...], as: UTF8.self)
        #expect(table.hasPrefix("xref\n"))
        let entries = table.matches(of: /\n(\d+) 1\n(\d{10}) 00000 n \n/)
        var checked = 0
        var lines = table.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst() {
            guard let head = line.wholeMatch(of: /(\d+) 1/), let entry = lines.popFirst(), head.1 != "0" else {
                continue
            }
            let offset = try #require(Int(entry.prefix(10)))
            #expect(String(decoding: bytes[offset...].prefix(20), as: UTF8.self).hasPrefix("\(head.1) 0 obj\n"))
            checked += 1
        }
        #expect(checked >= 3 && !entries.isEmpty)
    }

    @Test("what is no PDF of the known form is left alone")
    func foreign() {
        for bytes in [[], Array("%PDF-1.5\nnothing".utf8), Array("startxref\n99999\n%%EOF\n".utf8)] as [[UInt8]] {
            #expect(PDFAmendment.amended(bytes, language: .portuguese, pictures: ["x"]) == bytes)
        }
    }
}

@Suite("texts of documents")
struct DocumentCatalogueTests {
    @Test("every text stands in every language, with the same places", arguments: DocumentText.allCases)
    func complete(key: DocumentText) throws {
        let portuguese = try #require(DocumentCatalogue.texts[.portuguese]?[key])
        for language in DocumentLanguage.allCases {
            let text = try #require(DocumentCatalogue.texts[language]?[key], "\(language)")
            #expect(!text.isEmpty && DocumentCatalogue.places(in: text) == DocumentCatalogue.places(in: portuguese))
        }
    }

    @Test("a value with braces in it is not filled itself")
    func braces() {
        let text = DocumentCatalogue(language: .portuguese).text(.reference, ["reference": "{reference}{page}"])
        #expect(text == "Nº {reference}{page}")
    }

    @Test("amounts, days and counts follow the language")
    func formats() throws {
        let day = try Samples.day("2026-11-01")
        let amount = Money(cents: -123_456_789)
        func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        let portuguese = DocumentFormat(language: .portuguese)
        #expect(
            plain(portuguese.money(amount)) == "−R$ 1.234.567,89"
                && portuguese.longDate(day) == "1º de novembro de 2026")
        let english = DocumentFormat(language: .english)
        #expect(plain(english.money(amount)) == "−R$ 1,234,567.89" && plain(english.date(day)) == "1 Nov 2026")
        #expect(english.percent(Percentage(micros: 1_990_000)) == "1.99%")
        #expect(DocumentFormat(language: .spanish).longDate(day) == "1 de noviembre de 2026")
        #expect(plain(portuguese.instant(Samples.issued, in: .acre)) == "23/11/2026 12:05")
    }
}

@Suite("layout")
struct LayoutTests {
    private struct Brick: Block {
        let height: Double
        func draw(on canvas: Canvas, at origin: Point) {}
    }

    private let area = Rect(x: 10, y: 20, width: 100, height: 100)

    @Test("a block that does not fit goes to the next page, and a heading goes with what follows it")
    func pageBreaks() {
        var flow = Flow(area: area, firstTop: 40)
        flow.place(Brick(height: 60))
        flow.place(Brick(height: 15), following: 10)
        flow.place(Brick(height: 10))
        #expect(flow.pages.map { $0.map(\.origin.y) } == [[40], [20, 35]])
    }

    @Test("space at the top of a page is left out")
    func space() {
        var flow = Flow(area: area, firstTop: 20)
        flow.space(30)
        flow.place(Brick(height: 100))
        flow.space(30)
        flow.place(Brick(height: 10))
        #expect(flow.pages.map { $0.map(\.origin.y) } == [[20], [20]])
    }

    @Test("a row too high for any page is drawn rather than lost, and never forever")
    func tooHigh() throws {
        let typesetter = Typesetter(.portuguese)
        let long = Array(repeating: "linha", count: 400).joined(separator: "\n")
        let table = Table(
            [.text("A")], rows: [[Table.Cell("antes")], [Table.Cell(long)], [Table.Cell("depois")]], width: 100,
            style: .table, palette: Palette(brand: nil), typesetter: typesetter)
        var flow = Flow(area: area, firstTop: 20)
        flow.place(table)
        #expect((2...4).contains(flow.pages.count))
        #expect(flow.pages.allSatisfy { !$0.isEmpty })
    }

    @Test("a total never stands alone under a header")
    func total() {
        let typesetter = Typesetter(.portuguese)
        for count in 1...30 {
            let table = Table(
                [.text("A"), .amount("B")],
                rows: (0..<count).map { [Table.Cell("linha \($0)"), Table.Cell("1,00")] },
                total: [Table.Cell("Total"), Table.Cell("9,00")], width: 200, style: .table,
                palette: Palette(brand: nil), typesetter: typesetter)
            var flow = Flow(area: area, firstTop: 20)
            flow.place(table)
            let heights = flow.pages.flatMap { $0.map(\.block.height) }
            if count > 1 { #expect(heights.allSatisfy { $0 > 50 }, "\(count) rows") }
            #expect(heights.allSatisfy { $0 <= 100 })
        }
    }

    @Test("lines are never hyphenated, and what is too long ends in an ellipsis where lines are limited")
    func typesetting() {
        let typesetter = Typesetter(.portuguese)
        let text = typesetter.set("inconstitucionalissimamente", .body, width: 40, lines: 1)
        #expect(text.isEllipsized && text.lineCount == 1)
        let wrapped = typesetter.set("inconstitucionalissimamente", .body, width: 40)
        #expect(wrapped.lineCount > 2 && !wrapped.isEllipsized)
        #expect(typesetter.set("", .body).height > 0)
    }

    @Test("figures in tables are of one width")
    func tabular() {
        let typesetter = Typesetter(.portuguese)
        let style = TextStyle.table.tabular()
        #expect(typesetter.width("1.111,11", style) == typesetter.width("8.088,00", style))
        #expect(typesetter.width("1.111,11", .table) < typesetter.width("8.088,00", .table))
    }
}
