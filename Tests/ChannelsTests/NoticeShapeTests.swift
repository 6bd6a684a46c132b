import Channels
import Testing

/// Shapes of statuses and notices that Meta sends or has sent, beyond the fixtures.
@Suite("Webhook statuses and notices")
struct NoticeShapeTests {
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
}
