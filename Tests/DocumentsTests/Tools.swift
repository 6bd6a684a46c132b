import Foundation
import Testing

/// The programs that read documents back: poppler's and zbar's, from Debian.
enum Tools {
    static let areThere = ["pdftotext", "pdftoppm", "pdfinfo", "zbarimg"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
    }

    /// A folder that is gone afterwards.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    static func run(_ tool: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// The text of a PDF as laid out, spaces made plain.
    static func text(_ pdf: [UInt8], _ options: [String] = ["-layout"]) throws -> String {
        try withFolder { folder in
            let file = folder.appending(path: "document.pdf")
            try Data(pdf).write(to: file)
            return try run("pdftotext", options + [file.path, "-"]).replacing("\u{A0}", with: " ")
        }
    }

    static func information(_ pdf: [UInt8], _ options: [String] = []) throws -> String {
        try withFolder { folder in
            let file = folder.appending(path: "document.pdf")
            try Data(pdf).write(to: file)
            return try run("pdfinfo", options + [file.path])
        }
    }

    static func pageCount(_ pdf: [UInt8]) throws -> Int {
        let match = try #require(try information(pdf).firstMatch(of: /Pages:\s+(\d+)/))
        return try #require(Int(match.1))
    }

    /// What a reader sees in a picture of the first page: QR codes and barcodes, each `TYPE:content`.
    static func symbols(pdf: [UInt8], dotsPerInch: Int = 200) throws -> [String] {
        try withFolder { folder in
            let file = folder.appending(path: "document.pdf")
            try Data(pdf).write(to: file)
            _ = try run("pdftoppm", ["-r", "\(dotsPerInch)", "-png", file.path, folder.path + "/page"])
            let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
                $0.hasSuffix(".png")
            }
            return try pictures.sorted().flatMap { try symbols(in: folder.appending(path: $0)) }
        }
    }

    static func symbols(png: [UInt8]) throws -> [String] {
        try withFolder { folder in
            let file = folder.appending(path: "picture.png")
            try Data(png).write(to: file)
            return try symbols(in: file)
        }
    }

    private static func symbols(in picture: URL) throws -> [String] {
        try run("zbarimg", ["--quiet", "-Sdisable", "-Sqrcode.enable", "-Si25.enable", picture.path])
            .split(separator: "\n").map(String.init)
    }
}
