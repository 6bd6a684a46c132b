import Channels
import Testing

@Suite("Answers to sends, and errors")
struct SendOutcomeTests {
    private func outcome(_ status: Int, _ body: String) -> SendOutcome {
        SendOutcome(httpStatus: status, body: Array(body.utf8))
    }

    @Test("an accepted send gives its id, and the digits under which WhatsApp knows the person")
    func accepted() {
        let body =
            #"{"messaging_product":"whatsapp","contacts":[{"input":"+5531999999902","wa_id":"553199999902"}],"messages":[{"id":"wamid.A","message_status":"held_for_quality_assessment"}]}"#
        #expect(
            outcome(200, body)
                == .accepted(SendReceipt(messageID: "wamid.A", phone: "553199999902", bsuid: nil, status: .held)))
        #expect(
            outcome(200, #"{"contacts":[{"user_id":"BR.3"}],"messages":[{"id":"wamid.A"}]}"#)
                == .accepted(SendReceipt(messageID: "wamid.A", phone: nil, bsuid: "BR.3", status: .accepted)))
    }

    @Test("what may have been sent is unknown, what certainly was not has failed")
    func unknowns() {
        func isUnknown(_ outcome: SendOutcome) -> Bool { if case .unknown = outcome { true } else { false } }
        func action(_ outcome: SendOutcome) -> String? {
            if case .failed(let failure) = outcome { failure.action.name } else { nil }
        }
        #expect(isUnknown(outcome(200, "{}")))
        #expect(isUnknown(outcome(200, "<html>")))
        for status in [408, 500, 502, 503, 504] { #expect(isUnknown(outcome(status, "<html>Bad Gateway</html>"))) }
        #expect(isUnknown(SendOutcome(.afterWriting("time-out"))))
        #expect(action(SendOutcome(.beforeWriting("connection refused"))) == "retry")
        #expect(action(outcome(429, "")) == "slow_down")
        #expect(action(outcome(401, "")) == "stop_credentials")
        #expect(action(outcome(404, "no")) == "fix_request")
        #expect(action(outcome(302, "")) == "fix_request")
    }

    @Test("an error's code decides, not the HTTP status")
    func refusals() throws {
        let body =
            #"{"error":{"message":"(#131047) Re-engagement","type":"OAuthException","code":131047,"error_data":{"messaging_product":"whatsapp","details":"More than 24 hours"},"fbtrace_id":"T1"}}"#
        guard case .failed(let failure) = outcome(400, body) else {
            Issue.record("not failed")
            return
        }
        #expect(failure.code == 131_047)
        #expect(failure.action == .useTemplate)
        #expect(failure.traceID == "T1")
        #expect(failure.message == "(#131047) Re-engagement – More than 24 hours")
        guard case .failed(let transient) = outcome(500, #"{"error":{"code":135001,"is_transient":true}}"#) else {
            Issue.record("not failed")
            return
        }
        #expect(transient.action.name == "retry")
        guard case .failed(let bare) = outcome(400, #"{"error":{}}"#) else {
            Issue.record("not failed")
            return
        }
        #expect(bare.action == .fixRequest(retryOnce: false))
        #expect(bare.alerts)
    }

    @Test(
        "codes of the reference have their actions",
        arguments: [
            (0, "stop_credentials"), (1, "retry"), (2, "retry"), (4, "slow_down_management"), (10, "stop_account"),
            (33, "stop_number"),
            (100, "fix_request"), (190, "stop_credentials"), (200, "stop_account"), (250, "stop_account"),
            (299, "stop_account"), (368, "stop_account"),
            (80007, "slow_down_management"), (130_403, "switch_channel"), (130_429, "slow_down"),
            (130_472, "switch_channel"), (131_000, "retry"), (131_016, "retry"),
            (131_026, "switch_channel"), (131_031, "stop_account"), (131_037, "stop_number"), (131_042, "stop_account"),
            (131_047, "use_template"), (131_048, "stop_number"),
            (131_049, "wait_24h_or_other_channel"), (131_050, "stop_marketing"), (131_052, "ask_resend"),
            (131_056, "slow_down_pair"), (131_057, "retry"),
            (131_064, "stop_templates"), (131_207, "fix_request"), (132_001, "fix_request"), (132_015, "stop_template"),
            (132_016, "stop_template"), (132_069, "wait_1h"),
            (133_010, "stop_number"), (134_011, "stop_payments"), (134_101, "wait_10m"), (137_000, "reidentify"),
            (138_006, "fix_request"), (138_003, "fix_request"),
            (2_593_100, "fix_request"), (2047, "fix_request"), (424_242, "fix_request"),
        ])
    func actions(code: Int, name: String) { #expect(WhatsAppErrors.rule(for: code).action.name == name) }

    @Test("every line has a text, no code stands twice, and unknown codes alert")
    func table() {
        var seen: Set<Int> = []
        for rule in WhatsAppErrors.rules {
            #expect(!rule.text.isEmpty)
            if rule.codes.count == 1 { #expect(seen.insert(rule.codes.lowerBound).inserted, "\(rule.codes)") }
        }
        #expect(WhatsAppErrors.rules.count > 90)
        #expect(WhatsAppErrors.rule(for: 424_242).alerts)
        #expect(WhatsAppErrors.rule(for: -1).alerts)
    }

    @Test("delays grow and end")
    func delays() {
        let pair = WhatsAppErrors.rule(for: 131_056).action
        #expect((0..<4).map { pair.delaySeconds(beforeTry: $0) } == [1, 4, 16, 64])
        let patient = WhatsAppErrors.rule(for: 131_016).action
        #expect((0..<7).map { patient.delaySeconds(beforeTry: $0) } == [1, 2, 4, 8, 16, 32, nil])
        #expect(WhatsAppErrors.rule(for: 131_049).action.delaySeconds(beforeTry: 0) == 86_400)
        #expect(WhatsAppErrors.rule(for: 131_049).action.delaySeconds(beforeTry: 1) == nil)
        #expect(WhatsAppErrors.rule(for: 100).action.delaySeconds(beforeTry: 0) == nil)
    }

    @Test("the token is shown to Meta's own hosts only")
    func hosts() {
        func isMetas(_ url: String) -> Bool { MediaAddress(url: url, mimeType: nil, sha256: nil, bytes: nil).isMetas }
        for url in [
            "https://lookaside.fbsbx.com/a?b", "https://scontent.xx.fbcdn.net/v", "https://GRAPH.facebook.com:443/x",
            "https://mmg.whatsapp.net",
        ] { #expect(isMetas(url)) }
        for url in [
            "http://lookaside.fbsbx.com/a", "https://evil.invalid/lookaside.fbsbx.com",
            "https://lookaside.fbsbx.com@evil.invalid/", "https://evilfacebook.com", "https://fbcdn.net.evil.invalid",
            "https://evil.invalid\\.facebook.com", "",
        ] {
            #expect(!isMetas(url), "\(url)")
        }
    }
}
