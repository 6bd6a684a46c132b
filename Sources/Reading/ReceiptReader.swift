package import Domain
package import Payments

/// Why a file could not be read. None of these says anything about the payment.
package enum ReceiptReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case tooLarge(bytes: Int)
    case tooManyPixels(PictureSize)
    /// Neither a picture that can be read nor a PDF.
    case unknownKind(claimed: String?)
    /// A PDF with a password, or one that is broken.
    case closedDocument
    case program(ProgramError)

    package var description: String {
        switch self {
        case .empty: "the file is empty"
        case .tooLarge(let bytes): "the file has \(bytes) bytes, which is too many"
        case .tooManyPixels(let size): "the picture has \(size.width) × \(size.height) pixels, which is too many"
        case .unknownKind(let claimed): "it is no PNG, JPEG, WebP or PDF (called \(claimed ?? "nothing"))"
        case .closedDocument: "the PDF is broken, or asks for a password"
        case .program(let error): error.description
        }
    }

    /// Whether the same file may be read at another time.
    package var isTemporary: Bool {
        guard case .program(let error) = self else { return false }
        switch error {
        case .timedOut, .notStarted, .cancelled, .missing: return true
        case .outputTooLarge, .crashed: return false
        }
    }
}

/// Reads receipts from pictures and PDFs, with tesseract, zbar and poppler.
package struct ReceiptReader: Sendable {
    package struct Limits: Hashable, Sendable {
        package var bytesMax = 16 << 20
        package var pixelsMax = 40_000_000
        package var sideMax = 12_000
        /// Per program; a reading runs a few.
        package var milliseconds = 20_000

        package init() {}
    }

    package let runner: ProgramRunner
    package let limits: Limits
    package let zone: Zone

    package init(runner: ProgramRunner = ProgramRunner(), limits: Limits = Limits(), zone: Zone = .brasilia) {
        self.runner = runner
        self.limits = limits
        self.zone = zone
    }

    /// The programs that must be there, for `quita doctor`.
    package static let programs = ["tesseract", "zbarimg", "pdftotext", "pdftoppm", "pdfinfo", "prlimit"]

    /// What stands on it, for the engine to read.
    ///
    /// - Parameters:
    ///   - mimeType: what the sender calls it, for the error only: the bytes decide.
    ///   - day: the day on which it came.
    package func scan(
        _ bytes: [UInt8], mimeType: String? = nil, on day: CalendarDay
    ) async throws(ReceiptReadingError) -> ReceiptScan {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.bytesMax else { throw .tooLarge(bytes: bytes.count) }
        guard let kind = MediaKind(bytes) else { throw .unknownKind(claimed: mimeType) }
        guard let size = kind.size else { return try await scanPDF(bytes, on: day) }
        try check(size)
        return try await scanPicture(ProgramRun.File("picture." + kind.fileExtension, bytes), on: day)
    }

    /// The same, read.
    package func read(
        _ bytes: [UInt8], mimeType: String? = nil, on day: CalendarDay
    ) async throws(ReceiptReadingError) -> ReceiptReading {
        try await scan(bytes, mimeType: mimeType, on: day).reading(on: day, zone: zone)
    }

    private func check(_ size: PictureSize) throws(ReceiptReadingError) {
        guard size.width > 0, size.height > 0, size.pixels <= limits.pixelsMax,
            max(size.width, size.height) <= limits.sideMax
        else { throw .tooManyPixels(size) }
    }

    // MARK: Pictures

    /// Ways of looking at a page (`--psm`): one column, then with its orientation found out, then scattered text.
    private static let modes = ["4", "1", "11"]

    private func scanPicture(
        _ picture: ProgramRun.File, on day: CalendarDay
    ) async throws(ReceiptReadingError) -> ReceiptScan {
        let symbols = try await symbols(picture)
        var best = (scan: ReceiptScan(text: "", symbols: symbols), richness: -1)
        for mode in ReceiptReader.modes {
            let text = try await run(
                ProgramRun(
                    "tesseract", [picture.name, "stdout", "-l", "por", "--dpi", "200", "--psm", mode], input: [picture])
            ).text
            let scan = ReceiptScan(text: text, symbols: symbols)
            let reading = scan.reading(on: day, zone: zone)
            if reading.richness > best.richness { best = (scan, reading.richness) }
            if reading.amount != nil, reading.paidOn != nil { break }
        }
        return best.scan
    }

    /// QR codes and interleaved 2 of 5, each without its name.
    private func symbols(_ picture: ProgramRun.File) async throws(ReceiptReadingError) -> [String] {
        let arguments = ["--quiet", "-Sdisable", "-Sqrcode.enable", "-Si25.enable", "--raw", picture.name]
        // Status 4 means that there are none.
        let result = try await run(ProgramRun("zbarimg", arguments, input: [picture]))
        guard result.exitStatus == 0 else { return [] }
        return result.text.split(whereSeparator: \.isNewline).prefix(16).map(String.init)
    }

    // MARK: PDF

    /// As many letters make a text layer; scanned pages have none or a few.
    private static let lettersMin = 40

    private func scanPDF(_ bytes: [UInt8], on day: CalendarDay) async throws(ReceiptReadingError) -> ReceiptScan {
        let file = ProgramRun.File("document.pdf", bytes)
        let page = try await pageSize(file)
        let text = try await run(
            ProgramRun("pdftotext", ["-layout", "-f", "1", "-l", "1", "-enc", "UTF-8", file.name, "-"], input: [file])
        ).text
        let picture = try await firstPage(file, page)
        guard text.count(where: \.isLetter) >= ReceiptReader.lettersMin else {
            guard let picture else { throw .closedDocument }
            return try await scanPicture(picture, on: day)
        }
        var symbols: [String] = []
        if let picture { symbols = try await self.symbols(picture) }
        let layer = ReceiptScan(text: text, symbols: symbols)
        let reading = layer.reading(on: day, zone: zone)
        // A text layer without the receipt in it: a letterhead over a scanned page.
        guard reading.amount == nil, let picture else { return layer }
        let seen = try await scanPicture(picture, on: day)
        return seen.reading(on: day, zone: zone).richness > reading.richness ? seen : layer
    }

    /// In points; what the first page asks for decides how finely it is drawn.
    private func pageSize(_ file: ProgramRun.File) async throws(ReceiptReadingError) -> PictureSize {
        let result = try await run(ProgramRun("pdfinfo", [file.name], input: [file]))
        guard result.exitStatus == 0, let match = result.text.firstMatch(of: /Page size:\s+([0-9]+)[0-9.]* x ([0-9]+)/),
            let width = Int(match.1), let height = Int(match.2), width > 0, height > 0
        else { throw .closedDocument }
        return PictureSize(width: width, height: height)
    }

    private func firstPage(
        _ file: ProgramRun.File, _ page: PictureSize
    ) async throws(ReceiptReadingError) -> ProgramRun.File? {
        // 200 dots per inch; a page is 72 points to it.
        var dots = 200
        func size() -> PictureSize {
            PictureSize(width: page.width * dots / 72 + 1, height: page.height * dots / 72 + 1)
        }
        while size().pixels > limits.pixelsMax || max(size().width, size().height) > limits.sideMax {
            guard dots > 25 else { throw .tooManyPixels(size()) }
            dots /= 2
        }
        let arguments = ["-r", "\(dots)", "-f", "1", "-l", "1", "-singlefile", "-png", file.name, "page"]
        let result = try await run(ProgramRun("pdftoppm", arguments, input: [file], output: ["page.png"]))
        return result.files["page.png"].map { ProgramRun.File("page.png", $0) }
    }

    private func run(_ run: ProgramRun) async throws(ReceiptReadingError) -> ProgramResult {
        var limited = run
        limited.limits.milliseconds = limits.milliseconds
        do throws(ProgramError) { return try await runner.run(limited) } catch { throw .program(error) }
    }
}

extension ReceiptReading {
    /// How much of it was read, to choose among several looks at one picture.
    fileprivate var richness: Int {
        let parts: [Bool] = [
            amount != nil, amount != nil, paidOn != nil, endToEndID != nil, boleto != nil, payee.name != nil,
            payee.document != nil, institution != nil, kind != nil, status != .unstated,
        ]
        return parts.count { $0 }
    }
}
