import Domain

/// One message of a chat. On the desk ours stand at the right; on the client's phone, theirs do.
struct Bubble {
    enum Side {
        case desk(ConversationID)
        case phone(DebtorID)
    }

    let message: ChatMessage
    let side: Side
    let frame: Frame

    /// The list that bubbles are appended to.
    static let listID = "mensagens"

    var html: HTML {
        li(
            .id("m-\(message.id)"), .class("bubble \(isOwn ? "out" : "in")"), .data(.into, Bubble.listID)
        ) {
            if let quote = message.quote { quoted(quote) }
            content
            meta
            if case .desk = side { notes }
        }
    }

    private var isOwn: Bool {
        switch side {
        case .desk: message.isOurs
        case .phone: !message.isOurs
        }
    }

    private func quoted(_ quote: Quote) -> HTML {
        blockquote(.class("quote")) {
            span(.class("quiet")) { quote.isOurs ? Phrase.quoteOurs : Phrase.quoteTheirs }
            p(.class("text-truncate")) { quote.text }
        }
    }

    private var content: HTML {
        switch message.body {
        case .ours(let content): BubbleContent(message: message, side: side, frame: frame).ours(content)
        case .theirs(let content, let media):
            BubbleContent(message: message, side: side, frame: frame).theirs(content, media)
        }
    }

    private var meta: HTML {
        p(.class("meta")) {
            if case .desk = side, message.isOurs {
                Phrase.author(message.author)
                " "
            }
            frame.clockTime(message.at)
            if case .desk = side, let status = message.status { Bubble.ticks(status) }
        }
    }

    private var notes: HTML {
        HTML {
            heard
            readings
        }
    }

    /// What programs made of a file: never more than a claim.
    private var heard: HTML {
        HTML {
            if let spoken = message.spoken {
                p(.class("quiet")) { Phrase.spokenWords }
                blockquote(.class("quote")) { p { spoken } }
            }
            if !message.read.isEmpty {
                p(.class("quiet")) { Phrase.readOnPicture }
                ul(.class("plain read")) {
                    for fact in message.read {
                        li {
                            "\(fact.name): "
                            strong { fact.value }
                        }
                    }
                }
            }
        }
    }

    private var readings: HTML {
        guard case .desk(let conversation) = side, !message.understood.isEmpty else { return .empty }
        return div(.class("understood")) {
            Understanding.html(message.understood)
            if !message.corrected.isEmpty {
                p {
                    Phrase.correctedTo
                    " "
                    for (index, intent) in message.corrected.enumerated() {
                        if index > 0 { ", " }
                        Phrase.intent(intent)
                    }
                }
            }
            CorrectionForm(message: message, conversation: conversation, frame: frame).html
        }
    }

    /// Ticks as on a phone, with words for those who do not see them.
    static func ticks(_ status: DeliveryStatus) -> HTML {
        let (sign, style) =
            switch status {
            case .queued: ("◷", "queued")
            case .sent: ("✓", "sent")
            case .delivered: ("✓✓", "delivered")
            case .read: ("✓✓", "read")
            case .unknown: ("?", "unknown")
            case .failed: ("!", "failed")
            }
        return span(.class("ticks \(style)"), .title(.delivery(status))) {
            span(.aria(.hidden, "true")) { sign }
            " "
            span(.class(style == "failed" ? "" : "visually-hidden")) { Phrase.delivery(status) }
        }
    }

    /// What a message says, in one line.
    static func summary(_ message: ChatMessage) -> HTML {
        switch message.body {
        case .ours(let content):
            content.text.isEmpty ? .phrase(.qrCode) : ChatText.html(content.text)
        case .theirs(let content, _):
            switch content {
            case .text(let text): ChatText.html(text)
            case .selection(_, let title): .phrase(.chosen(title))
            case .image(let caption): caption.map(HTML.text) ?? .phrase(.photo)
            case .document(let filename, let caption): .text(caption ?? filename ?? "")
            case .audio: .phrase(.audio)
            case .video(let caption): caption.map(HTML.text) ?? .phrase(.video)
            case .location: .phrase(.location)
            case .sticker: .phrase(.sticker)
            case .unsupported: .phrase(.unsupported)
            }
        }
    }
}

/// What was understood of a message.
enum Understanding {
    static func html(_ understood: [Understood]) -> HTML {
        ul(.class("plain")) {
            for item in understood {
                li {
                    Phrase.intent(item.intent)
                    if let confidence = item.confidencePercent {
                        span(.class("num quiet")) { " \(Format.percent(confidence))" }
                    }
                    for fact in item.entities {
                        span(.class("entity")) {
                            Phrase.entity(fact.name)
                            " \(fact.value)"
                        }
                    }
                }
            }
        }
    }
}
