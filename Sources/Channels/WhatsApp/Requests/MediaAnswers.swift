/// Answers of the media calls.
package enum MediaAnswer {
    /// The id of an upload (`{"id":"…"}`).
    package static func uploaded(httpStatus: Int, body: [UInt8]) -> Result<String, SendFailure> {
        read(httpStatus, body) { $0["id"]?.identifier }
    }

    /// Where a file may be fetched, with the same bearer token, for five minutes.
    package static func address(httpStatus: Int, body: [UInt8]) -> Result<MediaAddress, SendFailure> {
        read(httpStatus, body) { answer in
            answer["url"]?.string.map { url in
                MediaAddress(
                    url: url, mimeType: answer["mime_type"]?.string.map(MediaLimit.essence),
                    sha256: answer["sha256"]?.string, bytes: answer["file_size"]?.integerOrText)
            }
        }
    }

    private static func read<Value>(_ httpStatus: Int, _ body: [UInt8], _ value: (JSONValue) -> Value?)
        -> Result<Value, SendFailure>
    {
        let options = JSONParser.Options(bytesMax: 1 << 20, depthMax: 32, repairs: true)
        let answer = try? JSONParser.parse(body, options: options)
        if let error = answer?["error"], error.object != nil {
            return .failure(SendFailure(error: error, httpStatus: httpStatus))
        }
        if (200...299).contains(httpStatus), let found = answer.flatMap(value) { return .success(found) }
        // Uploading or asking twice harms nobody, so everything without an error's code may be tried again.
        return .failure(
            SendFailure(
                code: nil, httpStatus: httpStatus, message: "HTTP \(httpStatus) without an answer that can be read",
                traceID: nil, action: WhatsAppErrors.patient, alerts: false,
                text: "Falha na comunicação com a Meta (HTTP \(httpStatus))."))
    }
}

package struct MediaAddress: Hashable, Sendable {
    package let url: String
    package let mimeType: String?
    /// Hexadecimal here, base64 in webhooks: compare after decoding, never refuse by it.
    package let sha256: String?
    package let bytes: Int64?

    package init(url: String, mimeType: String?, sha256: String?, bytes: Int64?) {
        self.url = url
        self.mimeType = mimeType
        self.sha256 = sha256
        self.bytes = bytes
    }

    /// Whether the access token may be shown to the host: only Meta's own, over HTTPS (reference §12.9). A URL in a
    /// webhook is input from outside.
    package var isMetas: Bool {
        guard url.hasPrefix("https://") else { return false }
        let authority = url.dropFirst(8).prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
        guard !authority.contains("@") else { return false }
        let host = authority.split(separator: ":", maxSplits: 1).first.map { $0.lowercased() } ?? ""
        return host == "lookaside.fbsbx.com" || host == "graph.facebook.com"
            || [".fbcdn.net", ".facebook.com", ".whatsapp.net"].contains { host.hasSuffix($0) }
    }
}
