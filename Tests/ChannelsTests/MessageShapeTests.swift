import Channels
import Domain
import Testing

/// Shapes of messages that Meta sends or has sent, beyond the fixtures.
@Suite("Webhook messages")
struct MessageShapeTests {
    @Test(
        "each message of a person becomes one event",
        arguments: [
            (
                #""type":"text","text":{"body":"oi\n\nvocês 😀"}"#,
                #"{"kind":"message.received","text":"oi\n\nvocês 😀","opens_window":true}"#
            ),
            (#""type":"text","text":{"body":""}"#, #"{"kind":"message.received","text":""}"#),
            (
                #""type":"sticker","sticker":{"id":900000000000001,"mime_type":"image/webp","animated":true}"#,
                #"{"kind":"message.received","type":"sticker","media":{"id":"900000000000001","mime":"image/webp"}}"#
            ),
            (
                #""type":"location","location":{"latitude":-23.55,"longitude":-46.63,"name":"Praça"}"#,
                #"{"kind":"message.received","type":"location","location":{"latitude":-23.55,"longitude":-46.63,"name":"Praça"}}"#
            ),
            (
                #""type":"audio","audio":{"id":"9","mime_type":"AUDIO/MPEG"}"#,
                #"{"type":"audio","voice":false,"media":{"id":"9","mime":"audio/mpeg"}}"#
            ),
            (
                #""type":"order","order":{"catalog_id":"1","text":"quero","product_items":[]}"#,
                #"{"kind":"message.received","type":"order","text":"quero"}"#
            ),
            (
                #""type":"text","text":{"body":"x"},"context":{"frequently_forwarded":true}"#,
                #"{"forwarded":true,"reply_to":null}"#
            ),
            (
                #""type":"text","text":{"body":"x"},"context":"?""#,
                #"{"kind":"message.received","reply_to":null,"forwarded":null}"#
            ),
            (
                #""type":"text","text":{"body":"x"},"context":{"from":"551100000001","id":"wamid.P","referred_product":{"catalog_id":"1"}}"#,
                #"{"reply_to":"wamid.P"}"#
            ),
            (
                #""type":"image","errors":[{"code":"131052"}]"#,
                #"{"kind":"message.received","type":"image","media":null,"error_code":131052,"opens_window":true}"#
            ),
            (#""type":"interactive","errors":[{"code":131051}]"#, #"{"kind":"message.unsupported","code":131051}"#),
            (
                #""type":"unsupported","errors":[{"code":131060}]"#,
                #"{"kind":"message.unsupported","subtype":null,"code":131060}"#
            ),
            (#""type":"unsupported""#, #"{"kind":"message.unsupported","code":null,"opens_window":true}"#),
            (
                #""type":"button","button":{"text":"Sim"}"#,
                #"{"kind":"selection.received","source":"template_button","id":"Sim","title":"Sim"}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"a","title":"A"}}"#,
                #"{"source":"list","id":"a","description":null}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{\"a\":{\"b\":[1]},\"n\":28907199254740993}"}}"#,
                #"{"kind":"flow.submitted","flow_token":null,"fields":{"a":{"b":[1]},"n":28907199254740993}}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{broken"}}"#,
                #"{"kind":"flow.submitted","fields":{},"raw":"{broken"}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{}}"#,
                #"{"kind":"flow.submitted","flow_token":null,"fields":{}}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"new_reply","new_reply":{}}"#,
                #"{"kind":"unknown","reason":"message_type","message_id":"wamid.T1"}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"reject"}}"#,
                #"{"kind":"call_permission.changed","granted":false,"permanent":false,"until":null}"#
            ),
            (
                #""type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept","is_permanent":true,"response_source":"automatic"}}"#,
                #"{"granted":true,"permanent":true,"opens_window":false}"#
            ),
            (
                #""type":"contacts","origin":"contact_request","contacts":[{"phones":[{"phone":"+55 (31) 9 9999-9902"}]}]"#,
                #"{"kind":"contact.shared","shared_phone":"5531999999902","origin":"contact_request"}"#
            ),
            (
                #""type":"contacts","contacts":[{"name":{"formatted_name":"Zé"},"phones":[{"phone":"x"}]}]"#,
                #"{"kind":"contact.shared","shared_phone":null,"origin":"other"}"#
            ),
            (
                #""type":"reaction","reaction":{"message_id":"wamid.X","emoji":""}"#,
                #"{"kind":"reaction.changed","emoji":null,"opens_window":false}"#
            ),
            (
                #""type":"system","system":{"type":"user_changed_number","new_wa_id":"5511900000099"}"#,
                #"{"kind":"identity.changed","new_phone":"5511900000099","new_bsuid":null}"#
            ),
            (
                #""type":"system","system":{"type":"user_changed_user_id","new_user_id":"BR.2"}"#,
                #"{"kind":"identity.changed","new_phone":null,"new_bsuid":"BR.2"}"#
            ),
            (
                #""type":"system","system":{"type":"customer_identity_changed","identity":{"hash":"h"}}"#,
                #"{"kind":"identity.changed","change":"customer_identity_changed","opens_window":false}"#
            ),
            (
                #""type":"system","system":{"type":"weather"}"#,
                #"{"kind":"unknown","reason":"message_type","type":"system"}"#
            ),
            (
                #""type":"edit","edit":{"original_message_id":"wamid.O","message":{"type":"image","image":{"caption":"nova"}}}"#,
                #"{"kind":"message.edited","target":"wamid.O","text":"nova"}"#
            ),
            (#""type":"request_welcome""#, #"{"kind":"unknown","reason":"message_type","type":"request_welcome"}"#),
        ])
    func messages(fields: String, expected: String) throws {
        #expect(differences(try JSONParser.parse(Array(expected.utf8)), try only(message(fields))) == [])
    }

    @Test(
        "a message without what it needs is malformed and keeps its id",
        arguments: [
            #""type":"text""#, #""type":"text","text":"oi""#, #""type":"text","text":{"body":5}"#,
            #""type":"image","image":[]"#,
            #""type":"image","image":{"mime_type":"image/png"}"#, #""type":"location","location":{"latitude":1}"#,
            #""type":"interactive","interactive":{"type":"button_reply"}"#, #""type":"interactive","interactive":{}"#,
            #""type":"interactive","interactive":{"type":"button_reply","button_reply":{"title":"x"}}"#,
            #""type":"button","button":{}"#,
            #""type":"reaction""#, #""type":"reaction","reaction":{}"#, #""type":"contacts","contacts":[]"#,
            #""type":"system""#,
            #""type":"edit","edit":{}"#, #""type":"revoke","revoke":[]"#, #""type":7"#, #""text":{"body":"x"}"#,
        ])
    func malformed(fields: String) throws {
        let event = try only(message(fields))
        #expect(event["kind"] == "unknown")
        #expect(event["reason"] == "malformed")
        #expect(event["message_id"] == "wamid.T1")
        #expect(event["raw"]?["id"] == "wamid.T1")
    }

    @Test(
        "people are recognised by what is there",
        arguments: [
            (
                #"{"contacts":[{"wa_id":"553199999902","user_id":"BR.2","profile":{"name":" "}}],"messages":[{"from":"5531999999902","id":"m","timestamp":1795000000,"type":"text","text":{"body":"x"}}]}"#,
                #"{"phone":"5531999999902","bsuid":"BR.2"}"#
            ),
            (
                #"{"messages":[{"from":"BR.77","id":"m","timestamp":"1795000000","type":"text","text":{"body":"x"}}]}"#,
                #"{"phone":null,"bsuid":"BR.77"}"#
            ),
            (
                #"{"contacts":[{"user_id":"BR.3","profile":{"username":"@bia"}}],"messages":[{"from":"","id":"m","timestamp":"1795000000","type":"text","text":{"body":"x"}}]}"#,
                #"{"phone":null,"bsuid":"BR.3","username":"bia"}"#
            ),
            (
                #"{"contacts":[{"wa_id":"5511900000001","user_id":"BR.1"},{"wa_id":"5511900000005","user_id":"BR.5"}],"messages":[{"from":"5511900000005","id":"m","timestamp":"1795000000","type":"text","text":{"body":"x"}}]}"#,
                #"{"phone":"5511900000005","bsuid":"BR.5"}"#
            ),
            (
                #"{"contacts":[{"wa_id":"5511900000001","user_id":"BR.1"}],"messages":[{"from":"5511900000005","id":"m","timestamp":"1795000000","type":"text","text":{"body":"x"}}]}"#,
                #"{"phone":"5511900000005","bsuid":null}"#
            ),
            (
                #"{"contacts":[{"wa_id":"5511900000001","user_id":"BR.9"}],"messages":[{"from":"5511900000001","from_user_id":"BR.1","from_parent_user_id":"BR.ENT.1","id":"m","timestamp":"1795000000","type":"text","text":{"body":"x"}}]}"#,
                #"{"phone":"5511900000001","bsuid":"BR.1","parent_bsuid":"BR.ENT.1"}"#
            ),
        ])
    func identities(value: String, expected: String) throws {
        let event = try only(body(value))
        #expect(differences(try JSONParser.parse(Array(expected.utf8)), event["contact"]) == [])
    }

    @Test("a message that names nobody is malformed, whether one card is there or two")
    func nobody() throws {
        let text = #""id":"m","timestamp":"1795000000","type":"text","text":{"body":"x"}"#
        let two = #""contacts":[{"user_id":"BR.1"},{"user_id":"BR.2"}],"#
        #expect(try only(body(#"{"messages":[{\#(text)}]}"#))["reason"] == "malformed")
        #expect(try only(body(#"{\#(two)"messages":[{\#(text)}]}"#))["reason"] == "malformed")
        let one = #""contacts":[{"user_id":"BR.1"}],"#
        #expect(try only(body(#"{\#(one)"messages":[{\#(text)}]}"#))["contact"]?["bsuid"] == "BR.1")
    }

    @Test("a thousand messages of a thousand people find their own cards")
    func manyCards() throws {
        let cards = (0..<1000).map { #"{"wa_id":"\#(5_511_900_000_000 + $0)","user_id":"BR.\#($0)"}"# }
        let messages = (0..<1000).map {
            #"{"from":"\#(5_511_900_000_000 + $0)","id":"m\#($0)","timestamp":"1795000000","type":"text","text":{"body":"x"}}"#
        }
        let list = { (items: [String]) in "[" + items.joined(separator: ",") + "]" }
        let events = try WhatsAppWebhook.parse(body(#"{"contacts":\#(list(cards)),"messages":\#(list(messages))}"#))
        #expect(events.count == 1000)
        #expect(events.enumerated().allSatisfy { $0.element.contact?.bsuid == "BR.\($0.offset)" })
    }
}
