/// One server-sent event (HTML Living Standard, 9.2), as bytes for the stream.
package struct ServerSentEvent: Sendable {
    /// Comes back as `Last-Event-ID` when the browser connects again.
    package let id: String
    package let fragments: [HTML]

    /// Pieces of the page. Each has an id: where the page already has it, it is replaced; otherwise it is appended to the
    /// element that its `data-into` names.
    package init(id: String, fragments: [HTML]) {
        self.id = id
        self.fragments = fragments
    }

    package func text(in language: DisplayLanguage = .portuguese) -> String {
        var text = "id: " + id.filter { $0 != "\n" && $0 != "\r" && $0 != "\r\n" && $0 != "\0" } + "\nevent: fragment\n"
        let markup = HTML.group(fragments).markup(in: language)
        for line in markup.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: " + line + "\n"
        }
        return text + "\n"
    }

    /// Keeps the connection open through proxies while nothing happens; to be written every 15 seconds or so.
    package static let heartbeat = ": \n\n"
}
