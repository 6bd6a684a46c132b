import Channels
import Domain
import Testing

@testable import Simulation

@Suite("Cloud API: what is refused, and how")
struct CloudAPIRequestTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let content: String
        let code: Int?

        init(_ testDescription: String, _ content: String, _ code: Int?) {
            self.testDescription = testDescription
            self.content = content
            self.code = code
        }
    }

    static func text(_ length: Int) -> String { String(repeating: "é", count: length) }

    static func interactive(_ type: String, _ action: String) -> String {
        #""type":"interactive","interactive":{"type":"\#(type)","body":{"text":"Escolha"},"action":\#(action)}"#
    }

    static func link(_ url: String) -> String {
        interactive("cta_url", #"{"name":"cta_url","parameters":{"display_text":"Abrir","url":"\#(url)"}}"#)
    }

    static func buttons(_ titles: [String]) -> String {
        let buttons = titles.enumerated().map {
            #"{"type":"reply","reply":{"id":"b\#($0.offset)","title":"\#($0.element)"}}"#
        }
        return
            interactive("button", #"{"buttons":[\#(buttons.joined(separator: ","))]}"#)
    }

    static func rows(_ counts: [Int], titles: Bool = true) -> String {
        let sections = counts.enumerated().map { section in
            let rows = (0..<section.element).map { #"{"id":"s\#(section.offset)r\#($0)","title":"Linha \#($0)"}"# }
            let title = titles ? #""title":"Seção","# : ""
            return #"{\#(title)"rows":[\#(rows.joined(separator: ","))]}"#
        }
        return
            interactive("list", #"{"button":"Ver","sections":[\#(sections.joined(separator: ","))]}"#)
    }

    static func template(_ parameters: String, name: String = "lembrete_v1", language: String = "pt_BR") -> String {
        #""type":"template","template":{"name":"\#(name)","language":{"code":"\#(language)"},"#
            + #""components":[{"type":"body","parameters":[\#(parameters)]}]}"#
    }

    static let good =
        #"{"type":"text","parameter_name":"nome","text":"Ana"},"#
        + #"{"type":"text","parameter_name":"valor","text":"R$ 1"},"#
        + #"{"type":"text","parameter_name":"data","text":"hoje"}"#

    static let cases: [Case] = [
        Case("a text", #""type":"text","text":{"body":"Olá"}"#, nil),
        Case("a text without its type", #""text":{"body":"Olá"}"#, nil),
        Case("a text of 4096 characters", #""type":"text","text":{"body":"\#(text(4096))"}"#, nil),
        Case("a text that is too long", #""type":"text","text":{"body":"\#(text(4097))"}"#, 100),
        Case("an empty text", #""type":"text","text":{"body":""}"#, 131_008),
        Case("a text without a body", #""type":"text","text":{}"#, 131_008),
        Case("a type without its object", #""type":"image"}"#.replacing("}", with: ""), 131_008),
        Case("an unknown type", #""type":"poll","poll":{}"#, 100),
        Case("an unknown key", #""type":"text","text":{"body":"Olá","bold":true}"#, 100),
        Case("an unknown key beside", #""type":"text","text":{"body":"Olá"},"priority":1"#, 100),
        Case(
            "callback data that is too long",
            #""type":"text","text":{"body":"a"},"biz_opaque_callback_data":"\#(text(513))""#, 100),
        Case("three buttons", buttons(["Um", "Dois", "Três"]), nil),
        Case("four buttons", buttons(["Um", "Dois", "Três", "Quatro"]), 131_009),
        Case("a button of 21 characters", buttons([text(21)]), 100),
        Case("a button of 20 characters", buttons([text(20)]), nil),
        Case("two buttons of one title", buttons(["Sim", "Sim"]), 131_009),
        Case("ten rows", rows([10]), nil),
        Case("eleven rows in two sections", rows([6, 5]), 131_009),
        Case("two sections without titles", rows([2, 2], titles: false), 131_008),
        Case("a template with its parameters", template(good), nil),
        Case("a template that does not exist", template(good, name: "nenhum"), 132_001),
        Case("a template in another language", template(good, language: "es"), 132_001),
        Case(
            "a template with too few parameters", template(#"{"type":"text","parameter_name":"nome","text":"Ana"}"#),
            132_000),
        Case("a template with a wrong name", template(good.replacing("valor", with: "preco")), 132_000),
        Case("a template with a line break", template(good.replacing("hoje", with: #"ho\nje"#)), 132_018),
        Case("a template with five blanks", template(good.replacing("hoje", with: "ho     je")), 132_018),
        Case("a template with an empty parameter", template(good.replacing("hoje", with: "")), 131_008),
        Case("a template that grows too long", template(good.replacing("hoje", with: text(1000))), 132_005),
        Case("a media id that nobody has", #""type":"image","image":{"id":"1"}"#, 131_009),
        Case("media by id and by address", #""type":"image","image":{"id":"1","link":"https://a.invalid/b.png"}"#, 100),
        Case("media by https", #""type":"image","image":{"link":"https://a.invalid/b.png","caption":"QR"}"#, nil),
        Case("media by http", #""type":"image","image":{"link":"http://a.invalid/b.png"}"#, 131_053),
        Case("a place", #""type":"location","location":{"latitude":-23.5,"longitude":"-46.6","name":"Loja"}"#, nil),
        Case("a place beyond the pole", #""type":"location","location":{"latitude":95,"longitude":0}"#, 131_009),
        Case(
            "a link",
            link("https://a.invalid"),
            nil),
        Case(
            "a link without http",
            link("a.invalid"),
            131_009),
    ]

    @Test("every form of message is taken or refused as the platform does", arguments: cases)
    func forms(_ example: Case) throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        let response = kit.send(#"{"messaging_product":"whatsapp","to":"+5511900000001",\#(example.content)}"#)
        #expect(response.errorCode == example.code, "\(response.text)")
        #expect((response.messageID != nil) == (example.code == nil))
    }

    @Test("a refusal has the platform's form")
    func errorForm() throws {
        var kit = CloudAPIKit()
        let response = kit.send(#"{"messaging_product":"whatsapp","to":"+5511900000001","text":{"body":"oi"}}"#)
        #expect(response.status == 400)
        let body = try JSONParser.parse(response.body)
        let error = try #require(body["error"])
        #expect(error["code"]?.integer == 131_047)
        #expect(error["message"]?.string?.hasPrefix("(#131047) ") == true)
        #expect(error["type"]?.string == "OAuthException")
        #expect(error["error_data"]?["messaging_product"]?.string == "whatsapp")
        #expect(error["error_data"]?["details"]?.string?.isEmpty == false)
        #expect(error["fbtrace_id"]?.string?.isEmpty == false)
    }

    @Test("a wrong or missing token is 401 with code 190; another account's is 403")
    func tokens() {
        var kit = CloudAPIKit { configuration in
            configuration.accounts.append(
                BusinessAccount(id: "100000000000002", appSecret: "x", accessTokens: ["OTHER"], numbers: []))
        }
        for token in [nil, "WRONG"] {
            let response = kit.call("POST", "/v25.0/\(CloudAPIKit.numberID)/messages", token: token)
            #expect(response.status == 401)
            #expect(response.errorCode == 190)
        }
        let foreign = kit.call("POST", "/v25.0/\(CloudAPIKit.numberID)/messages", token: "OTHER")
        #expect(foreign.status == 403)
        #expect(foreign.errorCode == 10)
    }

    @Test("unknown objects, edges and bodies are refused")
    func routes() {
        var kit = CloudAPIKit()
        #expect(kit.call("POST", "/v25.0/999/messages", body: "{}").errorCode == 33)
        #expect(kit.call("POST", "/v25.0/\(CloudAPIKit.numberID)/nothing", body: "{}").errorCode == 100)
        #expect(kit.send("not json").errorCode == 100)
        #expect(kit.send("[]").errorCode == 100)
        #expect(kit.send(#"{"to":"+5511900000001"}"#).errorCode == 100)
        #expect(kit.send(#"{"messaging_product":"whatsapp","text":{"body":"oi"}}"#).errorCode == 100)
        #expect(kit.send(#"{"messaging_product":"whatsapp","to":"abc","text":{"body":"oi"}}"#).errorCode == 131_009)
        #expect(
            kit.send(#"{"messaging_product":"whatsapp","to":"+551100000001","text":{"body":"oi"}}"#).errorCode
                == 131_021)
    }

    @Test("the version in the path may be any, or none")
    func versions() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        for prefix in ["/v19.0", "/v26.0", ""] {
            let response = kit.call(
                "POST", "\(prefix)/\(CloudAPIKit.numberID)/messages",
                body: #"{"messaging_product":"whatsapp","to":"+5511900000001","text":{"body":"oi"}}"#)
            #expect(response.status == 200)
        }
    }

    @Test(
        "the answer names the account's own digits, whatever form was sent",
        arguments: ["+5531900000002", "+553100000002", "+55 (31) 90000-0002", "5531900000002", "31900000002"])
    func ninthDigit(_ input: String) throws {
        var kit = CloudAPIKit()
        try kit.openWindow(CloudAPIKit.jose)
        let response = kit.send(#"{"messaging_product":"whatsapp","to":"\#(input)","text":{"body":"oi"}}"#)
        let body = try JSONParser.parse(response.body)
        #expect(body["contacts"]?.array?.first?["wa_id"]?.string == "553100000002")
        #expect(body["contacts"]?.array?.first?["input"]?.string == input)
    }

    @Test("an account that is reached only under its old form refuses the other")
    func onlyOldForm() {
        var kit = CloudAPIKit()
        kit.simulator.updateUser(CloudAPIKit.jose.phone) { $0.reachedOnlyByWaID = true }
        let content = CloudAPIRequestTests.template(Self.good)
        let new = kit.send(#"{"messaging_product":"whatsapp","to":"+5531900000002",\#(content)}"#)
        #expect(new.errorCode == 131_026)
        let old = kit.send(#"{"messaging_product":"whatsapp","to":"+553100000002",\#(content)}"#)
        #expect(old.errorCode == nil)
    }

    @Test("a business-scoped id reaches its user, and the answer names it; an unknown one is refused")
    func scopedIDs() throws {
        var kit = CloudAPIKit()
        try kit.openWindow(CloudAPIKit.bia)
        let id = kit.simulator.businessScopedID(of: CloudAPIKit.bia.phone, accountID: CloudAPIKit.accountID)
        let response = kit.send(#"{"messaging_product":"whatsapp","recipient":"\#(id)","text":{"body":"oi"}}"#)
        let contact = try JSONParser.parse(response.body)["contacts"]?.array?.first
        #expect(contact?["user_id"]?.string == id)
        #expect(contact?["wa_id"] == nil)
        let wrong = kit.send(#"{"messaging_product":"whatsapp","recipient":"BR.999","text":{"body":"oi"}}"#)
        #expect(wrong.errorCode == 131_009)
    }

    @Test("number, template list, token check and health can be asked")
    func fields() throws {
        var kit = CloudAPIKit()
        let number = try JSONParser.parse(
            kit.call("GET", "/v25.0/\(CloudAPIKit.numberID)?fields=verified_name,throughput").body)
        #expect(number["verified_name"]?.string == "Loja Aurora")
        #expect(number["quality_rating"] == nil)
        let list = try JSONParser.parse(
            kit.call("GET", "/v25.0/\(CloudAPIKit.accountID)/message_templates?limit=2").body)
        #expect(list["data"]?.array?.count == 2)
        #expect(list["paging"]?["cursors"]?["after"]?.string == "2")
        let rest = try JSONParser.parse(
            kit.call("GET", "/v25.0/\(CloudAPIKit.accountID)/message_templates?after=2").body)
        #expect(rest["data"]?.array?.first?["name"]?.string == "antigo_v1")
        let token = try JSONParser.parse(kit.call("GET", "/debug_token?input_token=\(CloudAPIKit.token)").body)
        #expect(token["data"]?["is_valid"]?.bool == true)
    }
}
