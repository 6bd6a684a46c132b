import Channels
import Domain

/// Upload, query, download and deletion of files.
extension CloudAPISimulator {
    mutating func upload(
        _ request: SimulatedRequest, number: BusinessNumber, now: Timestamp
    ) throws(GraphError) -> JSONValue {
        let parts = MultipartForm.parts(request.body, contentType: request.headers["content-type"] ?? "")
        guard let parts else { throw .invalid("The body must be multipart/form-data.") }
        func text(_ name: String) -> String? {
            parts.first { $0.name == name }.map { String(decoding: $0.body, as: UTF8.self) }
        }
        guard text("messaging_product") == "whatsapp" else {
            throw .invalid("(#100) The parameter messaging_product is required.")
        }
        guard let file = parts.first(where: { $0.name == "file" }) else {
            throw .invalid("The parameter file is required.")
        }
        let type = file.contentType ?? text("type") ?? "application/octet-stream"
        guard let kind = MediaRules.kind(mimeType: type), let limit = MediaRules.limitBytes(kind: kind, mimeType: type)
        else {
            throw .media("Param file must be a file with one of the supported types; it is of type '\(type)'.")
        }
        guard !file.body.isEmpty, file.body.count <= limit else {
            throw .media("The file has \(file.body.count) bytes; 1 to \(limit) are allowed for \(type).")
        }
        let stored = media.store(
            Array(file.body), mimeType: type, numberID: number.id, keptDays: MediaShelf.uploadedDays, now: now)
        return ["id": .string(stored.id)]
    }

    /// `GET` and `DELETE` of a media id; nil when there is no such file.
    mutating func mediaRoute(
        _ request: SimulatedRequest, _ id: String, now: Timestamp
    ) throws(GraphError) -> SimulatedResponse? {
        guard let file = media.file(id, now: now) else { return nil }
        if let number = request.query["phone_number_id"], number != file.numberID { return nil }
        switch request.method {
        case "GET":
            return json([
                "messaging_product": "whatsapp", "url": .string(address(of: file, now: now)),
                "mime_type": .string(file.mimeType), "sha256": .string(Digests.hex(file.sha256)),
                "file_size": JSONValue(Int64(file.bytes.count)), "id": .string(file.id),
            ])
        case "DELETE":
            media.delete(id)
            return json(["success": true])
        default:
            throw .invalid("Unsupported \(request.method.lowercased()) request.")
        }
    }

    func address(of file: StoredMedia, now: Timestamp) -> String {
        "\(configuration.mediaBaseURL)/whatsapp_business/attachments/?\(MediaShelf.ticket(file.id, now: now))"
    }

    /// The bytes behind a download address: needs the token too, and a user agent.
    func download(_ request: SimulatedRequest, now: Timestamp) throws(GraphError) -> SimulatedResponse {
        let header = request.headers["authorization"] ?? ""
        let token = String(header.drop { $0 != " " }.dropFirst())
        guard configuration.accounts.contains(where: { $0.accessTokens.contains(token) }) else { throw .token }
        guard request.headers["user-agent"]?.isEmpty == false, let file = media.file(ticket: request.query, now: now)
        else {
            return SimulatedResponse(status: 404, contentType: "text/plain", body: [])
        }
        return SimulatedResponse(status: 200, contentType: file.mimeType, body: file.bytes)
    }
}

/// The parts of a `multipart/form-data` body (RFC 7578).
enum MultipartForm {
    struct Part {
        let name: String
        let filename: String?
        let contentType: String?
        let body: ArraySlice<UInt8>
    }

    /// Nil when the body is not of this form.
    static func parts(_ body: [UInt8], contentType: String) -> [Part]? {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = parameter("boundary", in: contentType),
            !boundary.isEmpty
        else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        guard var start = find(delimiter, in: body[...]) else { return nil }
        while true {
            var rest = body[(start + delimiter.count)...]
            if rest.starts(with: Array("--".utf8)) { return parts }
            guard rest.starts(with: Array("\r\n".utf8)) else { return nil }
            rest = rest.dropFirst(2)
            guard let end = find(Array("\r\n".utf8) + delimiter, in: rest),
                let blank = find(Array("\r\n\r\n".utf8), in: rest), blank <= end
            else { return nil }
            if let part = part(String(decoding: rest[..<blank], as: UTF8.self), body: rest[min(blank + 4, end)..<end]) {
                parts.append(part)
            }
            start = end + 2
        }
    }

    private static func part(_ head: String, body: ArraySlice<UInt8>) -> Part? {
        var disposition = ""
        var type: String?
        for line in head.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" }) {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let value = String(sides[1].drop { $0 == " " })
            switch sides[0].lowercased() {
            case "content-disposition": disposition = value
            case "content-type": type = value
            default: continue
            }
        }
        guard let name = parameter("name", in: disposition) else { return nil }
        return Part(name: name, filename: parameter("filename", in: disposition), contentType: type, body: body)
    }

    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let sides = piece.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == name else { continue }
            let value = sides[1]
            return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count >= 2
                ? String(value.dropFirst().dropLast()) : String(value)
        }
        return nil
    }

    private static func find(_ needle: [UInt8], in haystack: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first, haystack.count >= needle.count else { return nil }
        var index = haystack.startIndex
        while index + needle.count <= haystack.endIndex {
            guard let next = haystack[index...].firstIndex(of: first), next + needle.count <= haystack.endIndex else {
                return nil
            }
            if haystack[next..<(next + needle.count)].elementsEqual(needle) { return next }
            index = next + 1
        }
        return nil
    }
}
