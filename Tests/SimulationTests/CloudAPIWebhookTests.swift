import Channels
import Domain
import Testing

@testable import Simulation

@Suite("Cloud API: webhooks, as the program reads them")
struct CloudAPIWebhookTests {
    static let phone = CloudAPIKit.ana.phone

    static func statuses(_ events: [WhatsAppEvent]) -> [DeliveryStatus] {
        events.compactMap { if case .deliveryUpdated(let update) = $0.kind { update.status } else { nil } }
    }

    @Test("a template is sent, delivered and read; each status carries its data, and the price stands in the first two")
    func statuses() throws {
        var kit = CloudAPIKit()
        let id = try #require(try kit.send(CloudAPIKit.template(), callbackData: "q:1").messageID)
        var events = try kit.events(until: CloudAPIKit.start)
        try kit.simulator.userReads(Self.phone, upTo: id, now: CloudAPIKit.start.adding(seconds: 5))
        events += try kit.events(until: CloudAPIKit.start.adding(seconds: 5))
        #expect(Self.statuses(events) == [.sent, .delivered, .read])
        for event in events {
            #expect(event.messageID == id)
            #expect(event.origin.accountID == CloudAPIKit.accountID)
            #expect(event.origin.numberID == CloudAPIKit.numberID)
            #expect(event.contact?.phone == Self.phone)
            #expect(event.contact?.bsuid?.hasPrefix("BR.") == true)
            guard case .deliveryUpdated(let update) = event.kind else { continue }
            #expect(update.callbackData == "q:1")
            #expect((update.billing != nil) == (update.status != .read))
            if let billing = update.billing {
                #expect(billing == Billing(billable: true, type: "regular", category: "utility"))
            }
        }
        #expect(events.last?.at == CloudAPIKit.start.adding(seconds: 5))
    }

    @Test("each body is signed over its own bytes with the account's secret")
    func signatures() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        let deliveries = kit.deliver(until: CloudAPIKit.start)
        #expect(deliveries.count == 1)
        for delivery in deliveries {
            #expect(WebhookSignature.verify(delivery.body, header: delivery.signature, secrets: [CloudAPIKit.secret]))
            #expect(
                !WebhookSignature.verify(
                    delivery.body + [32], header: delivery.signature, secrets: [CloudAPIKit.secret]))
        }
    }

    @Test("the documented signature vector holds")
    func signatureVector() {
        let body = Array(#"{"object":"whatsapp_business_account","entry":[]}"#.utf8)
        #expect(
            Digests.webhookSignature(secret: "test_app_secret", body: body)
                == "sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756")
    }

    struct Inbound: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let content: UserContent
        let opensWindow: Bool
        let isExpected: @Sendable (EventKind) -> Bool

        init(
            _ name: String, _ content: UserContent, opensWindow: Bool = true,
            _ isExpected: @escaping @Sendable (EventKind) -> Bool
        ) {
            testDescription = name
            self.content = content
            self.opensWindow = opensWindow
            self.isExpected = isExpected
        }
    }

    static let bytes = Array("file".utf8)

    static func received(_ type: String, _ check: @escaping @Sendable (ReceivedMessage) -> Bool = { _ in true })
        -> @Sendable (EventKind) -> Bool
    {
        { kind in if case .messageReceived(let message) = kind { message.type == type && check(message) } else { false }
        }
    }

    static let inbound: [Inbound] = [
        Inbound("text", .text("não é \"golpe\"?\n😀"), received("text") { $0.text == "não é \"golpe\"?\n😀" }),
        Inbound("text from an ad", .textFromAd("quero negociar"), received("text") { $0.referral?.sourceType == "ad" }),
        Inbound(
            "image", .image(bytes: bytes, mimeType: "image/png", caption: "comprovante"),
            received("image") {
                $0.caption == "comprovante" && $0.media?.mimeType == "image/png" && $0.media?.url != nil
            }),
        Inbound(
            "document", .document(bytes: bytes, mimeType: "application/pdf", filename: "pix.pdf", caption: nil),
            received("document") { $0.filename == "pix.pdf" }),
        Inbound(
            "voice note", .audio(bytes: bytes),
            received("audio") { $0.isVoice == true && $0.media?.mimeType == "audio/ogg" }),
        Inbound("video", .video(bytes: bytes, caption: nil), received("video")),
        Inbound("sticker", .sticker(bytes: bytes), received("sticker")),
        Inbound(
            "location", .location(latitude: "-23.5", longitude: "-46.6", name: "Casa"),
            received("location") { $0.location?.latitude == "-23.5" && $0.location?.name == "Casa" }),
        Inbound("unsupported", .unsupported) { if case .messageUnsupported(_, 131_051) = $0 { true } else { false } },
    ]

    @Test("everything that a phone can send is understood", arguments: inbound)
    func inboundKinds(_ example: Inbound) throws {
        var kit = CloudAPIKit()
        let id = try kit.simulator.userSends(
            example.content, from: Self.phone, to: CloudAPIKit.numberID, now: CloudAPIKit.start)
        let events = try kit.events(until: CloudAPIKit.start)
        let event = try #require(events.first)
        #expect(events.count == 1)
        #expect(event.messageID == id)
        #expect(event.at == CloudAPIKit.start)
        #expect(event.contact?.phone == Self.phone)
        #expect(event.contact?.name == "Ana")
        #expect(event.opensWindow == example.opensWindow)
        #expect(example.isExpected(event.kind), "\(event.kind)")
    }

    @Test("taps on buttons, rows and quick replies come back with their ids and quote their message")
    func taps() throws {
        var kit = CloudAPIKit()
        let template = try #require(try kit.send(CloudAPIKit.template()).messageID)
        try kit.openWindow()
        let buttons = try #require(
            try kit.send(.buttons(body: "Confirma?", footer: nil, buttons: [MessageOption(id: "sim", title: "Sim")]))
                .messageID)
        let list = try #require(
            try kit.send(
                .list(
                    body: "Como?", footer: nil, button: "Ver",
                    rows: [MessageOption(id: "pix", title: "Pix", detail: "hoje")])
            ).messageID)
        _ = try kit.events(until: CloudAPIKit.start)
        for (message, option, source, title) in [
            (template, "opcoes", ReceivedSelection.Source.templateButton, "Ver opções"),
            (buttons, "sim", .button, "Sim"),
            (list, "pix", .list, "Pix"),
        ] {
            try kit.simulator.userSends(
                .tap(messageID: message, optionID: option), from: Self.phone, to: CloudAPIKit.numberID,
                now: CloudAPIKit.start)
            let event = try #require(try kit.events(until: CloudAPIKit.start).first)
            guard case .selectionReceived(let selection) = event.kind else { return #expect(Bool(false), "\(event)") }
            #expect(selection.id == option)
            #expect(selection.source == source)
            #expect(selection.title == title)
            #expect(event.replyTo == message)
        }
    }

    @Test("what a phone cannot do is refused")
    func impossible() throws {
        var kit = CloudAPIKit()
        let id = try #require(try kit.send(CloudAPIKit.template()).messageID)
        func attempt(_ content: UserContent, from phone: String = Self.phone) -> PhoneError? {
            do throws(PhoneError) {
                try kit.simulator.userSends(content, from: phone, to: CloudAPIKit.numberID, now: CloudAPIKit.start)
                return nil
            } catch {
                return error
            }
        }
        #expect(attempt(.tap(messageID: id, optionID: "opcoes")) == .unknownMessage)
        _ = kit.deliver(until: CloudAPIKit.start)
        #expect(attempt(.tap(messageID: id, optionID: "nenhuma")) == .unknownOption)
        #expect(attempt(.text("oi"), from: "5500") == .unknownPhone)
        #expect(attempt(.text(String(repeating: "a", count: 4097))) == .tooLong)
    }

    @Test("a user with a username shows no number until we have written to it")
    func usernames() throws {
        var kit = CloudAPIKit()
        try kit.openWindow(CloudAPIKit.bia)
        let hidden = try #require(try kit.events(until: CloudAPIKit.start).first)
        #expect(hidden.contact?.phone == nil)
        #expect(hidden.contact?.username == "bia.exemplo")
        _ = try kit.send(.text("oi"), to: CloudAPIKit.bia.phone)
        let later = CloudAPIKit.start.adding(days: 29)
        try kit.openWindow(CloudAPIKit.bia, at: later)
        #expect(try kit.events(until: later).last?.contact?.phone == CloudAPIKit.bia.phone)
        let muchLater = CloudAPIKit.start.adding(days: 31)
        try kit.openWindow(CloudAPIKit.bia, at: muchLater)
        #expect(try kit.events(until: muchLater).last?.contact?.phone == nil)
    }

    @Test("a change of number is told with both identities, and the chat moves along")
    func changeOfNumber() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        _ = kit.deliver(until: CloudAPIKit.start)
        let oldID = kit.simulator.businessScopedID(of: Self.phone, accountID: CloudAPIKit.accountID)
        try kit.simulator.userChangesNumber(
            Self.phone, to: "5511900000044", numberID: CloudAPIKit.numberID, now: CloudAPIKit.start)
        let event = try #require(try kit.events(until: CloudAPIKit.start).first)
        guard case .identityChanged(let change) = event.kind else { return #expect(Bool(false)) }
        #expect(change.newPhone == "5511900000044")
        #expect(event.contact?.bsuid == oldID)
        #expect(kit.simulator.conversation(of: "5511900000044").count == 1)
        #expect(kit.simulator.user(Self.phone) == nil)
    }

    @Test("reading receipts switched off: the phone shows it as read, nobody is told")
    func withoutReceipts() throws {
        var kit = CloudAPIKit()
        kit.simulator.updateUser(Self.phone) { $0.sendsReadReceipts = false }
        let id = try #require(try kit.send(CloudAPIKit.template()).messageID)
        _ = kit.deliver(until: CloudAPIKit.start)
        try kit.simulator.userReads(Self.phone, upTo: id, now: CloudAPIKit.start)
        #expect(try kit.events(until: CloudAPIKit.start.adding(days: 1)).isEmpty)
        #expect(kit.simulator.conversation(of: Self.phone).first?.isRead == true)
    }

    @Test("marking as read turns the user's own messages blue, and typing shows for 25 seconds")
    func markRead() throws {
        var kit = CloudAPIKit()
        let id = try kit.simulator.userSends(
            .text("oi"), from: Self.phone, to: CloudAPIKit.numberID, now: CloudAPIKit.start)
        let response = kit.perform(.markRead(id, typing: true, numberID: CloudAPIKit.numberID))
        #expect(response.status == 200)
        #expect(kit.simulator.conversation(of: Self.phone).first?.isRead == true)
        #expect(
            kit.simulator.isTyping(
                to: Self.phone, from: CloudAPIKit.numberID, now: CloudAPIKit.start.adding(seconds: 24)))
        #expect(
            !kit.simulator.isTyping(
                to: Self.phone, from: CloudAPIKit.numberID, now: CloudAPIKit.start.adding(seconds: 25)))
        #expect(
            kit.perform(.markRead("wamid.NONE", typing: false, numberID: CloudAPIKit.numberID)).errorCode == 131_009)
    }

    @Test("the phone shows a template as it was approved, with its parameters and buttons")
    func rendering() throws {
        var kit = CloudAPIKit()
        _ = try kit.send(CloudAPIKit.template("Ana"))
        _ = kit.deliver(until: CloudAPIKit.start)
        let bubble = try #require(kit.simulator.conversation(of: Self.phone).first)
        #expect(bubble.text == "Olá, Ana! Sua conta de R$ 320,00 venceu em 10/11/2026. Podemos ajudar?")
        #expect(bubble.footer == "Responda SAIR para não receber avisos")
        #expect(bubble.options.map(\.title) == ["Ver opções", "Já paguei"])
        #expect(bubble.options.map(\.id) == ["opcoes", "pago"])
    }

    @Test("several updates may share one POST, and all are understood")
    func batches() throws {
        var kit = CloudAPIKit { $0.updatesPerWebhookMost = 1000 }
        for index in 0..<50 {
            try kit.simulator.userSends(
                .text("mensagem \(index)"), from: Self.phone, to: CloudAPIKit.numberID, now: CloudAPIKit.start)
        }
        let deliveries = kit.deliver(until: CloudAPIKit.start)
        #expect(deliveries.count == 1)
        let events = try deliveries.flatMap { try WhatsAppWebhook.parse($0.body) }
        #expect(events.count == 50)
    }

    @Test("files go up, are sent, and come down again while they are kept")
    func media() throws {
        var kit = CloudAPIKit()
        let png = Array("\u{89}PNG imagem".utf8)
        let upload = try WhatsAppRequest.upload(
            MediaUpload(bytes: png, mimeType: "image/png", filename: "qr.png"), numberID: CloudAPIKit.numberID)
        let answer = kit.perform(upload)
        let id = try #require(try JSONParser.parse(answer.body)["id"]?.string)
        try kit.openWindow()
        let message = OutboundMessage(
            .image(MediaReference(sha256: "abc", mimeType: "image/png"), caption: "QR"), to: .phone(Self.phone),
            numberID: CloudAPIKit.numberID, callbackData: nil, mediaIDs: ["abc": id])
        #expect(kit.perform(try WhatsAppRequest.send(message)).messageID != nil)
        let place = try JSONParser.parse(kit.perform(.mediaAddress(id, numberID: CloudAPIKit.numberID)).body)
        let url = try #require(place["url"]?.string)
        let target = String(try #require(url.firstRange(of: "/whatsapp_business").map { url[$0.lowerBound...] }))
        #expect(kit.call("GET", target).body == png)
        #expect(kit.call("GET", target, token: "WRONG").status == 401)
        #expect(kit.call("GET", target, at: CloudAPIKit.start.adding(minutes: 6)).status == 404)
        let afterMonth = kit.call("GET", "/v25.0/\(id)", at: CloudAPIKit.start.adding(days: 31))
        #expect(afterMonth.errorCode == 33)
    }

    @Test("an expired file can neither be fetched nor sent")
    func expiredMedia() throws {
        var kit = CloudAPIKit()
        let upload = try WhatsAppRequest.upload(
            MediaUpload(bytes: [1, 2, 3], mimeType: "image/png", filename: "qr.png"), numberID: CloudAPIKit.numberID)
        let id = try #require(try JSONParser.parse(kit.perform(upload).body)["id"]?.string)
        try kit.openWindow()
        kit.simulator.expireMedia()
        #expect(kit.call("GET", "/v25.0/\(id)").errorCode == 33)
        let body = #"{"messaging_product":"whatsapp","to":"+5511900000001","type":"image","image":{"id":"\#(id)"}}"#
        #expect(kit.send(body).errorCode == 131_009)
    }

    @Test("files of refused types and sizes are 131053")
    func refusedMedia() {
        var kit = CloudAPIKit()
        func upload(_ type: String, _ bytes: Int) -> Int? {
            let body =
                "--B\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n"
                + "Content-Type: \(type)\r\n\r\n"
                + String(repeating: "x", count: bytes) + "\r\n--B--\r\n"
            let request = SimulatedRequest(
                method: "POST", target: "/v25.0/\(CloudAPIKit.numberID)/media",
                headers: [
                    "Content-Type": "multipart/form-data; boundary=B", "Authorization": "Bearer \(CloudAPIKit.token)",
                ],
                body: Array(body.utf8))
            return kit.simulator.handle(request, now: CloudAPIKit.start).errorCode
        }
        #expect(upload("image/png", 10) == nil)
        #expect(upload("image/gif", 10) == 131_053)
        #expect(upload("image/webp", 600_000) == 131_053)
        #expect(upload("text/plain", 0) == 131_053)
    }

    @Test("an order card shows its Pix code; wrong sums are refused")
    func orders() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        func order(total: Int) -> String {
            let pix =
                #"{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"00020101","merchant_name":"Loja","#
                + #""key":"11222333000181","key_type":"CNPJ"}}"#
            let item = #"{"retailer_id":"i","name":"Parcela","amount":{"value":320,"offset":100},"quantity":1}"#
            let order =
                #"{"status":"pending","tax":{"value":0,"offset":100},"items":[\#(item)],"#
                + #""subtotal":{"value":320,"offset":100}}"#
            let parameters =
                #"{"reference_id":"case1-a1","type":"digital-goods","payment_type":"br","currency":"BRL","#
                + #""payment_settings":[\#(pix)],"total_amount":{"value":\#(total),"offset":100},"order":\#(order)}"#
            let action = #"{"name":"review_and_pay","parameters":\#(parameters)}"#
            let content = CloudAPIRequestTests.interactive("order_details", action)
            return #"{"messaging_product":"whatsapp","to":"+5511900000001",\#(content)}"#
        }
        #expect(kit.send(order(total: 321)).errorCode == 131_009)
        #expect(kit.send(order(total: 320)).messageID != nil)
        _ = kit.deliver(until: CloudAPIKit.start)
        #expect(
            kit.simulator.conversation(of: Self.phone).last?.payments == [
                PhonePayment(kind: .pixCode, value: "00020101")
            ])
    }
}
