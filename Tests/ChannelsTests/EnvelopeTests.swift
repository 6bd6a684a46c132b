import Channels
import Domain
import Testing

@Suite("Webhook envelopes")
struct EnvelopeTests {
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
