import Channels
import Domain
import Testing

/// Shapes that Meta sends or has sent, beyond the fixtures.
@Suite("Webhook shapes")
struct WebhookShapeTests {
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

    @Test(
        "each status becomes one event",
        arguments: [
            (
                #""status":"failed","recipient_id":"5511900000001","errors":[{"code":"131047"}]"#,
                #"{"kind":"delivery.updated","status":"failed","error":{"code":131047,"action":"use_template"}}"#
            ),
            (#""status":"failed","recipient_id":"5511900000001""#, #"{"status":"failed","error":null}"#),
            (#""status":"failed","errors":[{"code":999999}]"#, #"{"error":{"code":999999,"action":"fix_request"}}"#),
            (
                #""status":"sent","pricing":{"type":"regular","category":"authentication_international"}"#,
                #"{"billing":{"billable":true,"category":"authentication-international"}}"#
            ),
            (#""status":"sent","pricing":"?""#, #"{"status":"sent","billing":null}"#),
            (
                #""status":"sent","conversation":{"expiration_timestamp":"1795086400","origin":{"type":"service"}}"#,
                #"{"free_entry_until":null}"#
            ),
            (
                #""status":"deleted","recipient_id":"5511900000001""#,
                #"{"kind":"unknown","reason":"message_type","message_id":"wamid.S1"}"#
            ),
            (#""status":"captured","type":"payment""#, #"{"kind":"unknown","reason":"message_type"}"#),
            (#""status":true"#, #"{"kind":"unknown","reason":"malformed","message_id":"wamid.S1"}"#),
            (
                #""status":"read","recipient_type":"group","recipient_id":"G1","participant_recipient_id":"5511900000001""#,
                #"{"participant":"5511900000001","group_id":"G1","recipient":{"phone":"5511900000001"}}"#
            ),
            (#""status":"read","recipient_participant_user_id":"BR.1""#, #"{"participant":"BR.1"}"#),
        ])
    func statuses(fields: String, expected: String) throws {
        #expect(differences(try JSONParser.parse(Array(expected.utf8)), try only(status(fields))) == [])
    }

    @Test(
        "each notice becomes one event",
        arguments: [
            (
                "message_template_status_update",
                #"{"event":"APPROVED","message_template_id":"9007199254740993","message_template_name":"n","message_template_language":"pt-br","reason":"NONE"}"#,
                #"{"template_id":"9007199254740993","language":"pt_BR","event":"APPROVED"}"#
            ),
            ("message_template_status_update", #"{"event":"APPROVED"}"#, #"{"kind":"unknown","reason":"malformed"}"#),
            (
                "template_category_update",
                #"{"message_template_id":1,"correct_category":"MARKETING","new_category":"UTILITY"}"#,
                #"{"kind":"template.category_changing","current":"UTILITY","future":"MARKETING","effective_at":null}"#
            ),
            (
                "account_update",
                #"{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"A","expiration":"1795259200"},{"restriction_type":"B","expiration":1795300000}]}"#,
                #"{"kind":"account.restricted","restrictions":["A","B"],"until":1795300000,"violation":null}"#
            ),
            (
                "account_update",
                #"{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"A","expiration":1795259200},{"restriction_type":"B"}]}"#,
                #"{"until":null}"#
            ),
            (
                "account_update", #"{"event":"ACCOUNT_VIOLATION","violation_info":{"violation_type":"SCAM"}}"#,
                #"{"kind":"account.restricted","restrictions":[],"violation":"SCAM"}"#
            ),
            (
                "account_update",
                #"{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"REINSTATE","waba_ban_date":"Feb 3, 2026"}}"#,
                #"{"kind":"account.disabled","state":"REINSTATE","date":"2026-02-03"}"#
            ),
            (
                "account_update",
                #"{"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE","waba_ban_date":"February 30, 2026"}}"#,
                #"{"state":"DISABLE","date":null,"date_text":"February 30, 2026"}"#
            ),
            (
                "account_update", #"{"event":"PARTNER_ADDED"}"#,
                #"{"kind":"unknown","reason":"field","field":"account_update"}"#
            ),
            (
                "phone_number_quality_update",
                #"{"display_phone_number":"551100000001","event":"DOWNGRADE","current_limit":"TIER_1K"}"#,
                #"{"kind":"number.limits_changed","tier":"TIER_1K"}"#
            ),
            (
                "business_capability_update", #"{"max_daily_conversations_per_business":"TIER_10K"}"#,
                #"{"kind":"portfolio.limits_changed","limit":10000}"#
            ),
            ("business_capability_update", #"{"max_daily_conversations_per_business":-1}"#, #"{"limit":-1}"#),
            (
                "business_capability_update", #"{"max_daily_conversations_per_business":"TIER_UNLIMITED"}"#,
                #"{"limit":-1}"#
            ),
            (
                "business_capability_update", #"{"max_daily_conversations_per_business":"TIER_NOT_SET"}"#,
                #"{"limit":null}"#
            ),
            (
                "flows", #"{"event":"FLOW_STATUS_CHANGE","flow_id":7,"old_status":"DRAFT","new_status":"PUBLISHED"}"#,
                #"{"kind":"flow.health","flow_id":"7","active":null,"new_status":"PUBLISHED"}"#
            ),
            ("flows", #"{"event":"ENDPOINT_LATENCY","flow_id":"7","alert_state":"DEACTIVATED"}"#, #"{"active":false}"#),
            (
                "account_alerts", #"{"entity_type":"BUSINESS"}"#,
                #"{"kind":"unknown","reason":"field","field":"account_alerts"}"#
            ),
            ("standby", #"{"messages":[{"id":"m"}]}"#, #"{"kind":"unknown","reason":"field","field":"standby"}"#),
            ("flows", #"[]"#, #"{"kind":"unknown","reason":"malformed"}"#),
            ("messages", #"{"metadata":{}}"#, #"{"kind":"unknown","reason":"malformed"}"#),
            ("messages", #"{"messages":{"0":{}}}"#, #"{"kind":"unknown","reason":"malformed"}"#),
            ("messages", #"{"messages":[5]}"#, #"{"kind":"unknown","reason":"malformed"}"#),
            (
                "user_preferences",
                #"{"user_preferences":[{"wa_id":"5511900000001","category":"marketing_messages","value":"stop","timestamp":"1795000000"}]}"#,
                #"{"kind":"preference.changed","value":"stop","at":1795000000}"#
            ),
            (
                "calls",
                #"{"calls":[{"id":"c","from":"551100000001","to":"5511900000001","event":"terminate","direction":"BUSINESS_INITIATED","timestamp":"1795000000","status":"COMPLETED","start_time":"1","end_time":"2","duration":12}]}"#,
                #"{"kind":"call.ended","contact":{"phone":"5511900000001"},"answered":true,"opens_window":true}"#
            ),
            (
                "calls",
                #"{"calls":[{"id":"c","to":"5511900000001","event":"terminate","direction":"BUSINESS_INITIATED","timestamp":"1795000000"}]}"#,
                #"{"answered":false,"opens_window":false}"#
            ),
            (
                "calls",
                #"{"calls":[{"id":"c","from":"5511900000001","event":"connect","direction":"USER_INITIATED","timestamp":"1795000000"}]}"#,
                #"{"kind":"unknown","reason":"message_type","opens_window":true}"#
            ),
            (
                "message_echoes",
                #"{"message_echoes":[{"to":"5511900000001","id":"e","timestamp":"1795000000","type":"image","image":{"id":"9","caption":"veja"}}]}"#,
                #"{"kind":"echo.sent","type":"image","text":"veja","opens_window":false}"#
            ),
            (
                "message_echoes",
                #"{"message_echoes":[{"to":"5511900000001","id":"e","timestamp":"1795000000","type":"revoke","revoke":{"original_message_id":"o"}}]}"#,
                #"{"kind":"echo.sent","type":"revoke","target":"o"}"#
            ),
        ])
    func notices(field: String, value: String, expected: String) throws {
        #expect(differences(try JSONParser.parse(Array(expected.utf8)), try only(body(value, field: field))) == [])
    }

    @Test("a change without its field is read by its shape")
    func missingField() throws {
        func kind(_ value: String) throws -> JSONValue? {
            try only(Array(#"{"entry":[{"id":"1","time":1795000000,"changes":[{"value":\#(value)}]}]}"#.utf8))["kind"]
        }
        #expect(try kind(#"{"statuses":[{"id":"m","status":"sent","timestamp":"1795000000"}]}"#) == "delivery.updated")
        #expect(try kind(#"{"message_template_id":1,"event":"PAUSED"}"#) == "template.status_changed")
        #expect(try kind(#"{"message_template_id":1,"new_quality_score":"RED"}"#) == "template.quality_changed")
        #expect(try kind(#"{"partner":1}"#) == "unknown")
    }

    @Test(
        "a body that is not a webhook of the platform is one error",
        arguments: [
            "", "   ", "{", "nonsense", "[]", "5", "null", "{}", #"{"object":"page","entry":[]}"#,
            #"{"object":"whatsapp_business_account"}"#, #"{"object":"whatsapp_business_account","entry":{}}"#,
            #"{"object":"whatsapp_business_account","entry":[]} x"#,
        ])
    func notWebhooks(text: String) {
        #expect(throws: WhatsAppWebhook.Failure.self) { try WhatsAppWebhook.parse(Array(text.utf8)) }
    }

    @Test("entries and changes of the wrong shape are kept, and their siblings read")
    func brokenEnvelopes() throws {
        let good =
            #"{"id":"1","changes":[{"field":"messages","value":{"statuses":[{"id":"m","status":"sent","timestamp":"1795000000"}]}}]}"#
        for bad in [
            "5", "null", "{}", #"{"id":[]}"#, #"{"id":"1","changes":5}"#, #"{"id":"1","changes":[null]}"#,
            #"{"id":"1","changes":[{"field":5}]}"#,
        ] {
            let events = try WhatsAppWebhook.parse(Array(#"{"entry":[\#(bad),\#(good)]}"#.utf8))
            #expect(events.map { $0.json["kind"] } == ["unknown", "delivery.updated"], "\(bad)")
            #expect(events.first?.messageID == nil)
        }
        #expect(try WhatsAppWebhook.parse(Array(#"{"object":"whatsapp_business_account","entry":[]}"#.utf8)).isEmpty)
    }

    @Test("neither bad UTF-8 nor half a surrogate pair nor nesting without end takes the siblings along")
    func hostileValues() throws {
        var bytes = Array(
            #"{"entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"from":"5511900000001","id":"a","timestamp":"1795000000","type":"text","text":{"body":"X\ud83d\u0000"}}]}},"#
                .utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "X")))
        bytes[place] = 0xFF
        bytes += Array(#"{"field":"new","value":"#.utf8) + Array(repeating: UInt8(ascii: "["), count: 200_000)
        bytes += Array(repeating: UInt8(ascii: "]"), count: 200_000)
        bytes += Array(
            #"},{"field":"messages","value":{"statuses":[{"id":"m","status":"sent","timestamp":"1795000000"}]}}]}]}"#
                .utf8)
        let events = try WhatsAppWebhook.parse(bytes)
        #expect(events.map { $0.json["kind"] } == ["message.received", "unknown", "delivery.updated"])
        #expect(events.first?.inboundContent == .text("\u{FFFD}\u{FFFD}\u{FFFD}"))
    }

    @Test(
        "times outside this millennium are malformed, not crashes",
        arguments: ["0", "-5", "9223372036854775807", "1795000000000", "99999999999999999999", "\"\"", "1.5", "true"])
    func oddTimes(written: String) throws {
        let event = try only(body(#"{"statuses":[{"id":"m","status":"sent","timestamp":\#(written)}]}"#))
        #expect(event["reason"] == "malformed")
    }

    @Test("account errors recur, other events do not")
    func recurring() throws {
        let error = try WhatsAppWebhook.parse(body(#"{"errors":[{"code":131031}]}"#))
        #expect(error.map(\.dedupKey.recurs) == [true])
        #expect(try WhatsAppWebhook.parse(status(#""status":"sent""#)).map(\.dedupKey.recurs) == [false])
    }
}
