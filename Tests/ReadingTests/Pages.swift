import Domain
import Foundation
import Payments

@testable import Reading

/// A page of text as a PDF of our own making: one font that every reader has, and squares for QR modules.
struct TestPage {
    var lines: [String]
    var symbol: QRCode?
    /// Operators before all else: paper, colours, a slant.
    var preamble = ""

    /// White on nearly black, as apps show at night.
    static let dark = "0.1 0.1 0.12 rg 0 0 420 640 re f 1 1 1 rg\n"
    /// Grey on greyish paper.
    static let faint = "0.85 0.84 0.8 rg 0 0 420 640 re f 0.35 0.35 0.35 rg\n"
    /// As a hand holds a telephone: two degrees off.
    static let slanted = "0.99939 0.0349 -0.0349 0.99939 12 -4 cm\n"

    init(_ text: String, symbol: QRCode? = nil) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        self.symbol = symbol
    }

    /// - Parameter width, height: in points.
    func pdf(width: Int = 420, height: Int = 640) -> [UInt8] {
        var content = preamble + "BT /F1 15 Tf 20 TL 30 \(height - 40) Td\n"
        for line in lines { content += "<" + TestPage.hexadecimal(line) + "> Tj T*\n" }
        content += "ET\n"
        if let symbol {
            for row in 0..<symbol.side {
                for column in 0..<symbol.side where symbol.isDark(row: row, column: column) {
                    content += "\(width - 170 + column * 3) \(20 + (symbol.side - row) * 3) 3 3 re\n"
                }
            }
            content += "f\n"
        }
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents 5 0 R "
                + "/Resources << /Font << /F1 4 0 R >> >> >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)endstream",
        ]
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { file += padded(offset, 10) + " 00000 n \n" }
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    /// The characters of Windows' Latin encoding, which for all that stands here are Unicode's.
    private static func hexadecimal(_ line: String) -> String {
        line.unicodeScalars.map { scalar in
            let code = scalar.value < 256 ? Int(scalar.value) : 0x95  // a bullet
            let text = String(code, radix: 16, uppercase: true)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    /// The page as a picture, by poppler.
    func picture(dots: Int = 150, format: String = "png") async throws -> [UInt8] {
        let name = format == "png" ? "page.png" : "page.jpg"
        let result = try await ProgramRunner().run(
            ProgramRun(
                "pdftoppm", ["-r", "\(dots)", "-singlefile", "-\(format)", "page.pdf", "page"],
                input: [ProgramRun.File("page.pdf", pdf())], output: [name]))
        guard let bytes = result.files[name] else { throw ProgramError.missing("pdftoppm") }
        return bytes
    }
}

/// Whether the programs are on this machine; `scripts/setup` installs them.
enum Programs {
    static let readers = ReceiptReader.programs.allSatisfy { ProgramRunner().path(of: $0) != nil }
    static let speakers = SpeechWriter.programs.allSatisfy { ProgramRunner().path(of: $0) != nil }
}
