import Domain
import Foundation
import Payments
import Testing

@testable import Reading

@Suite(
    "Receipts as pictures and files",
    .enabled(if: Programs.readers, "tesseract-ocr, tesseract-ocr-por, zbar-tools, poppler-utils"))
struct ReceiptReaderTests {
    private let day = CalendarDay(number: 20_793)  // 2026-12-06
    private let text = """
        Comprovante de Pix enviado

        Valor R$ 1.234,56
        Data 05/12/2026 às 14:32:10

        Quem recebeu
        Nome AURORA COMERCIO DE MOVEIS
        CNPJ 11.222.333/0001-81
        Instituição BANCO EXEMPLO

        Quem pagou
        Nome CÉLIA REGINA DOS SANTOS
        Instituição NU PAGAMENTOS

        ID da transação
        E18236120202612051732a7B2c3D4e5F
        """

    private func expectAll(_ reading: ReceiptReading) throws {
        #expect(reading.status == .completed)
        #expect(reading.kind?.value == .pix)
        #expect(reading.amount?.value == Money(cents: 123_456))
        #expect(reading.paidAt?.value.rfc3339(in: .brasilia) == "2026-12-05T14:32:10-03:00")
        #expect(reading.payee.name?.value == "AURORA COMERCIO DE MOVEIS")
        let shop = try TaxDocument(parsing: "11.222.333/0001-81")
        #expect(reading.payee.document?.value == .whole(shop))
        #expect(reading.institution?.value == "Nubank")
        #expect(reading.endToEndID?.value.looksLike("E18236120202612051732a7B2c3D4e5F") == true)
    }

    @Test("a picture of a receipt is read by tesseract, field by field", arguments: ["png", "jpeg"])
    func pictures(_ format: String) async throws {
        let picture = try await TestPage(text).picture(format: format)
        try expectAll(try await ReceiptReader().read(picture, mimeType: "image/" + format, on: day))
    }

    @Test(
        "dark screens, faint paper, a slant and a small picture are read too",
        arguments: [
            (TestPage.dark, 150), (TestPage.faint, 150), (TestPage.slanted, 150),
            (TestPage.dark + TestPage.slanted, 180),
            ("", 90), ("", 300),
        ])
    func hardPictures(_ preamble: String, _ dots: Int) async throws {
        var page = TestPage(text)
        page.preamble = preamble
        try expectAll(try await ReceiptReader().read(try await page.picture(dots: dots), on: day))
    }

    @Test("a receipt on its side is turned")
    func turned() async throws {
        var page = TestPage(text)
        page.preamble = "0 1 -1 0 630 100 cm\n"
        let reading = try await ReceiptReader().read(try await page.picture(), on: day)
        #expect(reading.amount?.value == Money(cents: 123_456))
    }

    @Test("what was seen can be kept as JSON and read again to the same")
    func kept() async throws {
        let scan = try await ReceiptReader().scan(TestPage(text).pdf(), on: day)
        let kept = try JSONDecoder().decode(ReceiptScan.self, from: JSONEncoder().encode(scan))
        try expectAll(kept.reading(on: day))
    }

    @Test("a PDF is read from its text")
    func document() async throws {
        try expectAll(try await ReceiptReader().read(TestPage(text).pdf(), mimeType: "application/pdf", on: day))
    }

    @Test("the bytes decide what a file is, not its name")
    func claimedType() async throws {
        try expectAll(try await ReceiptReader().read(TestPage(text).pdf(), mimeType: "image/png", on: day))
    }

    @Test("a code to be paid is found in picture and PDF, and is no receipt")
    func symbols() async throws {
        let code = try BRCode(
            decoding:
                "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
                + "6008BRASILIA62070503***63041D3D")
        let page = TestPage("Pague com Pix", symbol: try QRCode(code.payload))
        let reader = ReceiptReader()
        for bytes in [try await page.picture(), page.pdf()] {
            let reading = try await reader.read(bytes, on: day)
            #expect(reading.code == code)
            #expect(reading.status == .unpaidOrder)
        }
    }

    @Test("what is no picture and no PDF is refused, and so is what is too large")
    func refusals() async throws {
        let reader = ReceiptReader()
        await #expect(throws: ReceiptReadingError.empty) { try await reader.read([], on: day) }
        await #expect(throws: ReceiptReadingError.unknownKind(claimed: "image/png")) {
            try await reader.read(Array("#!/bin/sh\nid\n".utf8), mimeType: "image/png", on: day)
        }
        var limits = ReceiptReader.Limits()
        limits.bytesMax = 100
        await #expect(throws: ReceiptReadingError.tooLarge(bytes: 101)) {
            try await ReceiptReader(limits: limits).read([UInt8](repeating: 0x89, count: 101), on: day)
        }
        let bomb = Self.pngHeader(width: 50_000, height: 50_000)
        await #expect(throws: ReceiptReadingError.tooManyPixels(PictureSize(width: 50_000, height: 50_000))) {
            try await reader.read(bomb, on: day)
        }
    }

    @Test("a broken PDF is told, and a huge page is drawn coarsely or not at all")
    func documents() async throws {
        let reader = ReceiptReader()
        await #expect(throws: ReceiptReadingError.closedDocument) {
            try await reader.read(Array("%PDF-1.4\nnothing".utf8), on: day)
        }
        let large = try await reader.read(TestPage(text).pdf(width: 4_000, height: 4_000), on: day)
        #expect(large.amount?.value == Money(cents: 123_456))
        await #expect(throws: ReceiptReadingError.self) {
            try await reader.read(TestPage(text).pdf(width: 900_000, height: 900_000), on: day)
        }
    }

    @Test("a picture with nothing on it is unreadable, not an error")
    func blank() async throws {
        let reading = try await ReceiptReader().read(try await TestPage("").picture(dots: 60), on: day)
        #expect(!reading.isReadable)
    }

    static func pngHeader(width: UInt32, height: UInt32) -> [UInt8] {
        func big(_ value: UInt32) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + big(width)
            + big(height) + [8, 2, 0, 0, 0, 0, 0, 0, 0]
    }
}

@Suite("Kinds of files")
struct MediaKindTests {
    @Test("pictures tell their size")
    func sizes() {
        #expect(
            MediaKind(ReceiptReaderTests.pngHeader(width: 640, height: 480))
                == .png(PictureSize(width: 640, height: 480)))
        let jpeg: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 1, 1,
            1,
            1, 0,
        ]
        #expect(MediaKind(jpeg) == .jpeg(PictureSize(width: 640, height: 480)))
        let webP =
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0]
            + [0x7F, 0x02, 0, 0xDF, 0x01, 0]
        #expect(MediaKind(webP) == .webP(PictureSize(width: 640, height: 480)))
    }

    @Test("headers that are cut off anywhere are refused or read, and never trap")
    func cutOff() {
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 3, 0xFF, 0xC0, 0, 11, 8, 1, 1, 1, 1]
        for count in 0...jpeg.count { _ = MediaKind(Array(jpeg.prefix(count))) }
        #expect(MediaKind(Array(jpeg)) == nil)
        #expect(MediaKind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == nil)
        #expect(MediaKind(Array("RIFF0000WEBP".utf8)) == nil)
    }
}
