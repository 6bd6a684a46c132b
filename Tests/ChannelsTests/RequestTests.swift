import Channels
import Domain
import Foundation
import Testing

@Suite("Requests to WhatsApp")
struct RequestTests {
    private let pdf = MediaReference(sha256: "aa", mimeType: "application/pdf")

    private func json(
        _ content: MessageContent, to: WhatsAppAddress = .phone("5511900000001"), callbackData: String? = "c1",
        replyTo: String? = nil
    ) throws -> String {
        let message = OutboundMessage(
            content, to: to, numberID: "2000", callbackData: callbackData, replyTo: replyTo, mediaIDs: ["aa": "900"])
        let request = try WhatsAppRequest.send(message)
        #expect(request.method == .post)
        #expect(request.path == "2000/messages")
        #expect(request.contentType == "application/json")
        return String(decoding: request.body, as: UTF8.self)
    }

    private let head =
        #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+5511900000001","biz_opaque_callback_data":"c1","type":"#

    @Test("a text, to a phone, in reply")
    func text() throws {
        #expect(
            try json(.text("Olá, \"Ana\".\n😀"), replyTo: "wamid.P")
                == #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"+5511900000001","context":{"message_id":"wamid.P"},"biz_opaque_callback_data":"c1","type":"text","text":{"body":"Olá, \"Ana\".\n😀","preview_url":false}}"#
        )
    }

    @Test("a text, to a user id")
    func userID() throws {
        #expect(
            try json(.text("x"), to: .user("BR.3"), callbackData: nil)
                == #"{"messaging_product":"whatsapp","recipient_type":"individual","recipient":"BR.3","type":"text","text":{"body":"x","preview_url":false}}"#
        )
    }

    @Test("buttons")
    func buttons() throws {
        let buttons = [MessageOption(id: "a", title: "Sim"), MessageOption(id: "b", title: "Não")]
        #expect(
            try json(.buttons(body: "Confirma?", footer: "Empresa", buttons: buttons)) == head
                + #""interactive","interactive":{"type":"button","body":{"text":"Confirma?"},"footer":{"text":"Empresa"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Sim"}},{"type":"reply","reply":{"id":"b","title":"Não"}}]}}}"#
        )
    }

    @Test("a list")
    func list() throws {
        let rows = [
            MessageOption(id: "a", title: "Pix à vista", detail: "R$ 320,00 hoje"),
            MessageOption(id: "b", title: "3 parcelas"),
        ]
        #expect(
            try json(.list(body: "Como?", footer: nil, button: "Ver opções", rows: rows)) == head
                + #""interactive","interactive":{"type":"list","body":{"text":"Como?"},"action":{"button":"Ver opções","sections":[{"rows":[{"id":"a","title":"Pix à vista","description":"R$ 320,00 hoje"},{"id":"b","title":"3 parcelas"}]}]}}}"#
        )
    }

    @Test("files by their uploaded id")
    func files() throws {
        #expect(
            try json(.document(pdf, filename: "boleto.pdf", caption: "Vence 30/11")) == head
                + #""document","document":{"id":"900","caption":"Vence 30/11","filename":"boleto.pdf"}}"#)
        #expect(
            try json(.image(MediaReference(sha256: "aa", mimeType: "image/png"), caption: nil)) == head
                + #""image","image":{"id":"900"}}"#)
        #expect(
            try json(.audio(MediaReference(sha256: "aa", mimeType: "audio/ogg; codecs=opus"))) == head
                + #""audio","audio":{"id":"900"}}"#)
    }

    @Test("templates with named parameters and quick replies, with numbered ones, and bare")
    func templates() throws {
        func template(_ parameters: [(String, String)], _ replies: [String]) -> MessageContent {
            .template(
                TemplateMessage(
                    name: "fatura_v3", language: "pt_BR",
                    parameters: parameters.map { TemplateParameter(name: $0.0, value: $0.1) },
                    quickReplies: replies.map { MessageOption(id: $0, title: "") }, renderedText: "…"))
        }
        let start = head + #""template","template":{"name":"fatura_v3","language":{"code":"pt_BR"}"#
        #expect(
            try json(template([("nome", "Ana"), ("valor", "R$ 320,00")], ["p1", "p2"])) == start
                + #","components":[{"type":"body","parameters":[{"type":"text","parameter_name":"nome","text":"Ana"},{"type":"text","parameter_name":"valor","text":"R$ 320,00"}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"p1"}]},{"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"p2"}]}]}}"#
        )
        #expect(
            try json(template([("1", "Ana")], [])) == start
                + #","components":[{"type":"body","parameters":[{"type":"text","text":"Ana"}]}]}}"#)
        #expect(try json(template([], [])) == start + "}}")
    }

    @Test("read marks, with and without typing")
    func readMarks() {
        #expect(
            String(decoding: WhatsAppRequest.markRead("wamid.I", typing: true, numberID: "2").body, as: UTF8.self)
                == #"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.I","typing_indicator":{"type":"text"}}"#
        )
        #expect(
            String(decoding: WhatsAppRequest.markRead("wamid.I", typing: false, numberID: "2").body, as: UTF8.self)
                == #"{"messaging_product":"whatsapp","status":"read","message_id":"wamid.I"}"#)
    }

    @Test("an upload is a form whose parts cannot be broken by a file's name")
    func upload() throws {
        let file = MediaUpload(bytes: Array("%PDF".utf8), mimeType: "application/pdf", filename: "a\"b\r\nX: y.pdf")
        let request = try WhatsAppRequest.upload(file, numberID: "2")
        let boundary = try #require(request.contentType?.split(separator: "=").last)
        let expected =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\napplication/pdf\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22bX: y.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n"
            + "--\(boundary)--\r\n"
        #expect(String(decoding: request.body, as: UTF8.self) == expected)
        #expect(throws: InvalidMessage.self) {
            try WhatsAppRequest.upload(MediaUpload(bytes: [1], mimeType: "text/html", filename: "x"), numberID: "2")
        }
        let large = MediaUpload(bytes: Array(repeating: 0, count: 5 << 20 + 1), mimeType: "image/png", filename: "x")
        #expect(throws: InvalidMessage.self) { try WhatsAppRequest.upload(large, numberID: "2") }
    }
}

@Suite("Limits of WhatsApp")
struct LimitTests {
    private static func text(_ count: Int) -> String { String(repeating: "á", count: count) }
    private static func options(_ count: Int) -> [MessageOption] {
        (0..<count).map { MessageOption(id: "i\($0)", title: "t\($0)") }
    }
    private static func button(_ id: String, _ title: String) -> MessageContent {
        .buttons(body: "b", footer: nil, buttons: [MessageOption(id: id, title: title)])
    }
    private static func row(_ id: String, _ title: String, _ detail: String?) -> MessageContent {
        .list(body: "b", footer: nil, button: "v", rows: [MessageOption(id: id, title: title, detail: detail)])
    }
    private static func template(_ value: String, name: String = "n", reply: String = "p") -> MessageContent {
        .template(
            TemplateMessage(
                name: name, language: "pt_BR", parameters: [TemplateParameter(name: "v", value: value)],
                quickReplies: [MessageOption(id: reply, title: "")], renderedText: "r"))
    }
    private static let png = MediaReference(sha256: "a", mimeType: "image/png")

    /// The greatest content that is allowed, the first that is not, and the field that the error names.
    static let table: [(MessageContent, MessageContent, String)] = [
        (.text(text(4096)), .text(text(4097)), "text.body"),
        (.text("x"), .text(" \n"), "text.body"),
        (
            .buttons(body: text(1024), footer: nil, buttons: options(1)),
            .buttons(body: text(1025), footer: nil, buttons: options(1)), "body"
        ),
        (
            .buttons(body: "b", footer: text(60), buttons: options(1)),
            .buttons(body: "b", footer: text(61), buttons: options(1)), "footer"
        ),
        (
            .buttons(body: "b", footer: nil, buttons: options(3)),
            .buttons(body: "b", footer: nil, buttons: options(4)), "buttons"
        ),
        (
            .buttons(body: "b", footer: nil, buttons: options(1)), .buttons(body: "b", footer: nil, buttons: []),
            "buttons"
        ),
        (button("i", text(20)), button("i", text(21)), "buttons[0].title"),
        (button(text(256), "t"), button(text(257), "t"), "buttons[0].id"),
        (button("i", "t"), button("", "t"), "buttons[0].id"),
        (
            button("i", "t"),
            .buttons(
                body: "b", footer: nil,
                buttons: [MessageOption(id: "a", title: "t"), MessageOption(id: "b", title: "t")]), "buttons[1].title"
        ),
        (
            button("i", "t"),
            .buttons(
                body: "b", footer: nil,
                buttons: [MessageOption(id: "a", title: "t"), MessageOption(id: "a", title: "u")]), "buttons[1].id"
        ),
        (
            .list(body: text(4096), footer: nil, button: "v", rows: options(1)),
            .list(body: text(4097), footer: nil, button: "v", rows: options(1)), "body"
        ),
        (
            .list(body: "b", footer: nil, button: text(20), rows: options(1)),
            .list(body: "b", footer: nil, button: text(21), rows: options(1)), "button"
        ),
        (
            .list(body: "b", footer: nil, button: "v", rows: options(10)),
            .list(body: "b", footer: nil, button: "v", rows: options(11)), "rows"
        ),
        (row(text(200), "t", nil), row(text(201), "t", nil), "rows[0].id"),
        (row("i", text(24), nil), row("i", text(25), nil), "rows[0].title"),
        (row("i", "t", text(72)), row("i", "t", text(73)), "rows[0].detail"),
        (.image(png, caption: text(1024)), .image(png, caption: text(1025)), "caption"),
        (.image(png, caption: nil), .image(MediaReference(sha256: "a", mimeType: "image/gif"), caption: nil), "image"),
        (template("a   b"), template("a    b"), "template.parameters.v"),
        (template("a b"), template("a\nb"), "template.parameters.v"),
        (template("a b"), template("a\tb"), "template.parameters.v"),
        (template("a"), template(""), "template.parameters.v"),
        (template("a", name: "fatura_v3"), template("a", name: "Fatura v3"), "template.name"),
        (template("a", reply: text(256)), template("a", reply: text(257)), "template.buttons[0].payload"),
    ]

    @Test(
        "the limit itself is allowed, one more is an error that names field, limit and remedy", arguments: table.indices
    )
    func limits(position: Int) {
        let (allowed, refused, field) = LimitTests.table[position]
        #expect(WhatsAppLimits.violations(in: allowed) == [])
        let violations = WhatsAppLimits.violations(in: refused)
        #expect(violations.map(\.field) == [field])
        #expect(violations.allSatisfy { !$0.remedy.isEmpty && $0.description.contains(field) })
    }

    @Test("nothing leaves with a bad address, long callback data or a file that was not uploaded")
    func addressing() {
        func refused(
            _ content: MessageContent = .text("x"), to: WhatsAppAddress = .phone("5511900000001"),
            numberID: String = "2", callback: String? = nil
        ) -> [String] {
            do {
                _ = try WhatsAppRequest.send(
                    OutboundMessage(content, to: to, numberID: numberID, callbackData: callback))
                return []
            } catch {
                return error.violations.map(\.field)
            }
        }
        #expect(refused() == [])
        #expect(refused(to: .phone("+5511900000001")) == ["to"])
        #expect(refused(to: .phone("")) == ["to"])
        #expect(refused(to: .user(" ")) == ["recipient"])
        #expect(refused(numberID: "2/../3") == ["phone_number_id"])
        #expect(refused(callback: String(repeating: "x", count: 513)) == ["biz_opaque_callback_data"])
        #expect(refused(.image(LimitTests.png, caption: nil)) == ["media"])
        #expect(WhatsAppLimits.flattened(" a\n\tb    c ") == "a b c")
    }
}
