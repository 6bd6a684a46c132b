/// A form with files: `multipart/form-data` (RFC 7578), already in memory.
struct MultipartForm {
    struct File {
        let name: String
        let bytes: ArraySlice<UInt8>
    }

    private(set) var fields = FormFields()
    private(set) var files: [String: File] = [:]

    /// Nil when the bytes are no such form: no boundary in the type, no closing boundary, a part without a name.
    init?(_ bytes: [UInt8], contentType: String) {
        guard let boundary = MultipartForm.boundary(in: contentType) else { return nil }
        let opening = Array("--\(boundary)".utf8)
        let separator = Array("\r\n--\(boundary)".utf8)
        guard bytes.starts(with: opening) else { return nil }
        var position = opening.count
        var texts: [String: String] = [:]
        while true {
            // After a boundary: `--` ends the form, a line end begins a part.
            if bytes[position...].starts(with: Array("--".utf8)) { break }
            guard bytes[position...].starts(with: Array("\r\n".utf8)),
                let next = MultipartForm.find(separator, in: bytes, from: position),
                let headEnd = MultipartForm.find(Array("\r\n\r\n".utf8), in: bytes, from: position), headEnd < next
            else { return nil }
            let head = String(decoding: bytes[position..<headEnd], as: UTF8.self)
            guard let disposition = MultipartForm.disposition(head), let name = disposition["name"] else { return nil }
            let content = bytes[(headEnd + 4)..<max(next, headEnd + 4)]
            if let file = disposition["filename"] {
                files[name] = File(name: file, bytes: content)
            } else {
                texts[name] = String(decoding: content, as: UTF8.self)
            }
            position = next + separator.count
        }
        fields = FormFields(texts)
    }

    private static func boundary(in contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        for part in parts.dropFirst() where part.lowercased().hasPrefix("boundary=") {
            let value = part.dropFirst("boundary=".count).filter { $0 != "\"" }
            return (1...70).contains(value.utf8.count) ? String(value) : nil
        }
        return nil
    }

    /// The parameters of `Content-Disposition`. Browsers write quotes in names as `%22`.
    private static func disposition(_ head: String) -> [String: String]? {
        for line in head.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("content-disposition:") {
            var parameters: [String: String] = [:]
            var rest = line.dropFirst("content-disposition:".count)
            while let semicolon = rest.firstIndex(of: ";") {
                rest = rest[rest.index(after: semicolon)...].drop { $0 == " " }
                guard let equals = rest.firstIndex(of: "=") else { break }
                let name = rest[..<equals].lowercased()
                rest = rest[rest.index(after: equals)...]
                if rest.first == "\"" {
                    rest = rest.dropFirst()
                    let end = rest.firstIndex(of: "\"") ?? rest.endIndex
                    parameters[name] = String(rest[..<end])
                    rest = rest[end...]
                } else {
                    parameters[name] = String(rest.prefix { $0 != ";" })
                }
            }
            return parameters
        }
        return nil
    }

    /// Where a pattern begins, at or after an index.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer -> Int? in
            let first = pattern[0]
            let last = buffer.count - pattern.count
            var index = start
            while index <= last {
                if buffer[index] == first {
                    var matched = 1
                    while matched < pattern.count && buffer[index + matched] == pattern[matched] { matched += 1 }
                    if matched == pattern.count { return index }
                }
                index += 1
            }
            return nil
        }
    }
}
