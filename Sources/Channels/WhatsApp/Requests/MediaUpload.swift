import Crypto
import Foundation

/// A file to be put into Meta's keeping for 30 days.
package struct MediaUpload: Hashable, Sendable {
    package let bytes: [UInt8]
    package let mimeType: String
    package let filename: String

    package init(bytes: [UInt8], mimeType: String, filename: String) {
        self.bytes = bytes
        self.mimeType = mimeType
        self.filename = filename
    }
}

extension WhatsAppRequest {
    /// `POST /{phone-number-id}/media` as `multipart/form-data`; throws when WhatsApp does not take the type or the
    /// size.
    package static func upload(_ file: MediaUpload, numberID: String) throws(InvalidMessage) -> WhatsAppRequest {
        var check = LimitCheck()
        if let most = MediaLimit.bytesMax(mimeType: file.mimeType) {
            if file.bytes.count > most {
                check.add(
                    "file", .form("tem \(file.bytes.count) bytes; o WhatsApp aceita até \(most)"), "Reduza o arquivo.")
            }
        } else {
            check.add("file", .form("o tipo \(file.mimeType) não é aceito"), "Converta o arquivo.")
        }
        if file.bytes.isEmpty { check.add("file", .notEmpty, "Escolha um arquivo com conteúdo.") }
        guard check.violations.isEmpty else { throw InvalidMessage(check.violations) }
        var form = MultipartForm(boundary: "quita-" + hexadecimal(SHA256.hash(data: file.bytes)).prefix(32))
        form.append("messaging_product", text: "whatsapp")
        form.append("type", text: file.mimeType)
        form.append("file", file: file.bytes, filename: file.filename, mimeType: file.mimeType)
        return WhatsAppRequest(.post, numberID + "/media", contentType: form.contentType, body: form.finished())
    }
}

/// A body of `multipart/form-data` (RFC 7578).
///
/// The boundary comes from the content's hash, so the same form gives the same bytes, and no file can contain it but by
/// containing its own hash.
struct MultipartForm {
    let boundary: String
    private var bytes: [UInt8] = []

    init(boundary: String) { self.boundary = boundary }

    var contentType: String { "multipart/form-data; boundary=" + boundary }

    mutating func append(_ name: String, text: String) {
        append(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(MultipartForm.quoted(name))\"\r\n\r\n\(text)\r\n"
        )
    }

    mutating func append(_ name: String, file: [UInt8], filename: String, mimeType: String) {
        append(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(MultipartForm.quoted(name))\"; "
                + "filename=\"\(MultipartForm.quoted(filename))\"\r\n"
                + "Content-Type: \(MultipartForm.line(mimeType))\r\n\r\n"
        )
        bytes.append(contentsOf: file)
        append("\r\n")
    }

    func finished() -> [UInt8] { bytes + Array("--\(boundary)--\r\n".utf8) }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// As browsers do it: a quote or a line end in a name would end the header.
    private static func quoted(_ name: String) -> String {
        String(line(name).flatMap { $0 == "\"" ? Array("%22") : [$0] })
    }

    private static func line(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map { Character($0) })
    }
}
