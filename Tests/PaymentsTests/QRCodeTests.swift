import Foundation
import Testing

@testable import Payments

@Suite("QR codes")
struct QRCodeTests {
    private static let reader = "/usr/bin/zbarimg"

    @Test(
        "the picture reads back to the code", .enabled(if: FileManager.default.isExecutableFile(atPath: reader)),
        arguments: [2, 3, 5, 8, 13])
    func readBack(scale: Int) throws {
        for row in try Vectors.rows("pix-brcode.csv").filter({ $0["valid"] == "true" }).prefix(scale == 8 ? 40 : 4) {
            let payload = try #require(row["payload"])
            let file = FileManager.default.temporaryDirectory.appending(path: "quita-qr-\(UUID().uuidString).png")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(try QRCode(payload).png(scale: scale)).write(to: file)
            #expect(try Self.read(file) == payload)
        }
    }

    @Test("the smallest and the largest symbol can be made, and no larger")
    func sizes() throws {
        #expect(try QRCode("A").side == 21)
        #expect(try QRCode(String(repeating: "a", count: 2331)).side == 177)
        #expect(throws: QRCode.Failure.tooLong(byteCount: 2332)) { try QRCode(String(repeating: "a", count: 2332)) }
        #expect(throws: QRCode.Failure.empty) { try QRCode("") }
    }

    @Test("the same code gives the same bytes")
    func deterministic() throws {
        let first = try QRCode("000201PIX")
        #expect(first == (try QRCode("000201PIX")))
        #expect(first.png(scale: 4) == (try QRCode("000201PIX")).png(scale: 4))
        #expect(first.png(scale: 4) != (try QRCode("000201PIY")).png(scale: 4))
    }

    @Test("every chunk of the PNG carries its length and checksum, and the size includes the quiet zone")
    func chunks() throws {
        let symbol = try QRCode("chunks")
        let png = symbol.png(scale: 3)
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        func integer(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        var index = 8
        var types: [String] = []
        while index < png.count {
            let length = integer(index)
            let body = Array(png[(index + 4)..<(index + 8 + length)])
            types.append(String(decoding: body.prefix(4), as: UTF8.self))
            #expect(Int(PNG.crc32(body)) == integer(index + 8 + length))
            index += 12 + length
        }
        #expect(types == ["IHDR", "IDAT", "IEND"])
        #expect(integer(16) == (symbol.side + 8) * 3)
        #expect(PNG.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(PNG.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    }

    @Test("the SVG draws exactly the dark modules")
    func svg() throws {
        let symbol = try QRCode("svg")
        let text = symbol.svg(size: 200)
        let runs = text.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/)
        var dark = Set<[Int]>()
        for run in runs {
            let (x, y, length) = (Int(run.1) ?? 0, Int(run.2) ?? 0, Int(run.3) ?? 0)
            for column in x..<(x + length) { #expect(dark.insert([y - 4, column - 4]).inserted) }
        }
        for row in 0..<symbol.side {
            for column in 0..<symbol.side {
                #expect(dark.contains([row, column]) == symbol.isDark(row: row, column: column))
            }
        }
        #expect(text.hasPrefix("<svg ") && text.contains("viewBox=\"0 0 \(symbol.side + 8) \(symbol.side + 8)\""))
    }

    private static func read(_ file: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: reader)
        process.arguments = ["--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
