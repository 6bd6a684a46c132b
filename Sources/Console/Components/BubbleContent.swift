import Domain

/// The inside of a bubble: text, buttons, lists, pictures, documents.
struct BubbleContent {
    let message: ChatMessage
    let side: Bubble.Side
    let frame: Frame

    private static let audioTag = Tag("audio")

    func ours(_ content: MessageContent) -> HTML {
        switch content {
        case .text(let text): return said(text)
        case .buttons(let body, let footer, let buttons):
            return HTML {
                said(body)
                foot(footer)
                options(buttons)
            }
        case .list(let body, let footer, let button, let rows):
            return HTML {
                said(body)
                foot(footer)
                details(.class("options list-options")) {
                    summary { button }
                    options(rows)
                }
            }
        case .image(let media, let caption):
            return HTML {
                picture(media, .qrCode)
                if let caption { said(caption) }
            }
        case .document(let media, let filename, let caption):
            return HTML {
                file(media, filename)
                if let caption { said(caption) }
            }
        case .audio(let media): return sound(media)
        case .template(let template):
            return HTML {
                said(template.renderedText)
                options(template.quickReplies)
            }
        }
    }

    func theirs(_ content: InboundContent, _ media: MediaReference?) -> HTML {
        switch content {
        case .text(let text): return said(text)
        case .selection(_, let title): return p(.class("said")) { title }
        case .image(let caption):
            return HTML {
                if let media { picture(media, .photo) } else { missing(.photo) }
                if let caption { said(caption) }
            }
        case .document(let filename, let caption):
            return HTML {
                if let media { file(media, filename ?? "arquivo") } else { missing(.verbatim(filename ?? "arquivo")) }
                if let caption { said(caption) }
            }
        case .audio:
            return HTML { if let media { sound(media) } else { missing(.audio) } }
        case .video(let caption):
            return HTML {
                missing(.video)
                if let caption { said(caption) }
            }
        case .location: return p(.class("quiet")) { Phrase.location }
        case .sticker: return p(.class("quiet")) { Phrase.sticker }
        case .unsupported: return p(.class("quiet")) { Phrase.unsupported }
        }
    }

    private func said(_ text: String) -> HTML {
        if message.isOurs, let pix = PixCode.found(in: text) { return pixCode(pix, text) }
        return div(.class("said")) { ChatText.html(text) }
    }

    private func foot(_ text: String?) -> HTML {
        guard let text else { return .empty }
        return p(.class("foot")) { text }
    }

    /// A code that can be copied and, on the demonstration's phone, paid.
    private func pixCode(_ pix: String, _ text: String) -> HTML {
        HTML {
            if text.count > pix.count {
                div(.class("said")) { ChatText.html(text.replacing(pix, with: "").trimmed) }
            }
            code(.class("pix-code"), .tabindex(0)) { pix }
            div(.class("options")) {
                button(.type("button"), .data(.copy, pix), .data(.copied, .copied)) { Phrase.copyPix }
                if case .phone(let debtor) = side {
                    form(.post, .action(.phonePayment(debtor)), .data(.send, ""), .data(.failed, .actionFailed)) {
                        Form.token(frame)
                        input(.type("hidden"), .name("codigo"), .value(pix))
                        button(.type("submit")) { Phrase.payPix }
                        Form.status()
                    }
                }
            }
        }
    }

    /// On the phone they can be tapped; on the desk they show what was offered and taken.
    private func options(_ options: [MessageOption]) -> HTML {
        guard !options.isEmpty else { return .empty }
        switch side {
        case .desk:
            return ul(.class("options")) {
                for option in options {
                    li(.class(option.id == message.chosenOption ? "chosen" : "")) {
                        option.title
                        if let detail = option.detail { span(.class("quiet second")) { detail } }
                    }
                }
            }
        case .phone(let debtor):
            return form(
                .class("options"), .post, .action(.phoneMessages(debtor)), .data(.send, ""),
                .data(.failed, .actionFailed)
            ) {
                Form.token(frame)
                input(.type("hidden"), .name("mensagem"), .value(message.id.description))
                for option in options {
                    button(
                        .type("submit"), .name("opcao"), .value(option.id),
                        option.id == message.chosenOption ? .class("chosen") : nil
                    ) {
                        option.title
                        if let detail = option.detail { span(.class("quiet second")) { detail } }
                    }
                }
                Form.status()
            }
        }
    }

    private func picture(_ media: MediaReference, _ name: Phrase) -> HTML {
        a(.class("picture"), .href(.media(media))) {
            img(.src(.media(media)), .alt(name), .width(240), .height(240))
        }
    }

    private func file(_ media: MediaReference, _ name: String) -> HTML {
        a(.class("file"), .href(.media(media)), .download) {
            Icon.file.html
            span { name }
        }
    }

    private func sound(_ media: MediaReference) -> HTML {
        BubbleContent.audioTag(.controls, .src(.media(media)), .aria(.label, .audio))
    }

    private func missing(_ name: Phrase) -> HTML {
        p(.class("quiet")) {
            name
            " · "
            Phrase.mediaFetching
        }
    }
}

extension Attribute {
    static let controls = Attribute(name: "controls", value: .present)
}

extension String {
    /// At most so many characters, with an ellipsis where something was left out.
    func shortened(to most: Int) -> String { count <= most ? self : prefix(most - 1).description.trimmed + "…" }

    /// Without white space around it.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
