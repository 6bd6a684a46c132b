import CCairo
import Domain

/// Bytes as the drawing library hands them out, piece by piece.
private final class ByteSink {
    var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

/// What a PDF says about itself.
struct PDFMetadata {
    let title: String
    let author: String
    let subject: String
    let created: Timestamp
    let language: DocumentLanguage
}

/// A4, drawn page by page.
enum PDFFile {
    static let page = Rect(x: 0, y: 0, width: mm(210), height: mm(297))

    static func draw(
        _ metadata: PDFMetadata, pages: [(Canvas) -> Void], pictures: [String]
    ) throws(DocumentError) -> [UInt8] {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), page.width, page.height)
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        let fields = [
            (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
            (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_CREATOR, "Quita"),
            (CAIRO_PDF_METADATA_CREATE_DATE, metadata.created.description),
            (CAIRO_PDF_METADATA_MOD_DATE, metadata.created.description),
        ]
        for (field, value) in fields { cairo_pdf_surface_set_metadata(surface, field, value) }
        let canvas = Canvas(context: cairo_create(surface), isTagged: true)
        canvas.tagged(.document) {
            for page in pages {
                page(canvas)
                cairo_show_page(canvas.context)
            }
        }
        try check(cairo_status(canvas.context))
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
        // The sink is only borrowed by the surface: it lives until here.
        let bytes = withExtendedLifetime(sink) { sink.bytes }
        return PDFAmendment.amended(bytes, language: metadata.language, pictures: pictures)
    }
}

/// A PNG in true colour.
enum PictureFile {
    static func draw(width: Int, height: Int, _ body: (Canvas) -> Void) throws(DocumentError) -> [UInt8] {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: width), Int32(clamping: height))
        defer { cairo_surface_destroy(surface) }
        let canvas = Canvas(context: cairo_create(surface), isTagged: false)
        body(canvas)
        try check(cairo_status(canvas.context))
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(
            surface, ByteSink.write, Unmanaged.passUnretained(sink).toOpaque())
        try check(status)
        return withExtendedLifetime(sink) { sink.bytes }
    }
}

private func check(_ status: cairo_status_t) throws(DocumentError) {
    guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(String(cString: cairo_status_to_string(status))) }
}
