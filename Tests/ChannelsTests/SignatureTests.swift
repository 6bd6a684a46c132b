import Channels
import Testing

@Suite("Webhook signature and verification")
struct SignatureTests {
    @Test("each fixture's signature holds, and one changed byte breaks it", arguments: Vectors.files)
    func fixtures(file: String) throws {
        let vectors = try Vectors.json("signatures.json")
        let secret = try #require(vectors["app_secret"]?.string)
        let header = try #require(vectors["signatures"]?[file]?.string)
        var bytes = try Vectors.webhook(file)
        #expect(WebhookSignature.verify(bytes, header: header, secrets: [secret]))
        #expect(WebhookSignature.header(for: bytes, secret: secret) == header)
        bytes[bytes.count / 2] ^= 1
        #expect(!WebhookSignature.verify(bytes, header: header, secrets: [secret]))
    }

    @Test(
        "published vectors hold",
        arguments: [
            (
                "test_app_secret", #"{"object":"whatsapp_business_account","entry":[]}"#,
                "dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756"
            ),
            (
                "test_app_secret", #"{"object": "whatsapp_business_account", "entry": []}"#,
                "56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a"
            ),
            (
                "otro_secreto", #"{"object":"whatsapp_business_account","entry":[]}"#,
                "769b03d8c2ae6498f2d1e1f7299c0ba55448c69d741e7b0bb243d852d8a8d8c7"
            ),
        ])
    func published(secret: String, body: String, digest: String) {
        let bytes = Array(body.utf8)
        #expect(
            WebhookSignature.check(bytes, header: "sha256=" + digest, secrets: ["old", secret]) == .valid(secret: 1))
        #expect(WebhookSignature.verify(bytes, header: "sha256=" + digest.uppercased(), secrets: [secret]))
        #expect(WebhookSignature.check(bytes, header: "sha256=" + digest, secrets: ["old"]) == .mismatch)
    }

    @Test("headers of another form, no secret and an empty secret verify nothing")
    func refused() {
        let body = Array("{}".utf8)
        let digest = String(repeating: "0", count: 64)
        #expect(WebhookSignature.check(body, header: nil, secrets: ["s"]) == .missingHeader)
        for header in [
            "", "sha256=", "sha1=" + digest, digest, "sha256=" + digest.dropLast(), "sha256=" + digest + "0",
            "sha256=" + digest.dropLast() + "g",
        ] {
            #expect(WebhookSignature.check(body, header: header, secrets: ["s"]) == .malformedHeader, "\(header)")
        }
        #expect(!WebhookSignature.verify(body, header: "sha256=" + digest, secrets: []))
        #expect(!WebhookSignature.verify(body, header: WebhookSignature.header(for: body, secret: ""), secrets: [""]))
    }

    @Test("the challenge is echoed for our token only")
    func challenge() {
        let query = ["hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "ours"]
        #expect(WebhookChallenge.answer(query: query, verifyTokens: ["other", "ours"]) == .accepted("1158201444"))
        let underscored = ["hub_mode": "subscribe", "hub_challenge": "7", "hub_verify_token": "ours"]
        #expect(WebhookChallenge.answer(query: underscored, verifyTokens: ["ours"]) == .accepted("7"))
        func refused(_ changes: [String: String?], tokens: [String] = ["ours"]) -> Bool {
            var changed = query
            for (key, value) in changes { changed[key] = value }
            if case .refused = WebhookChallenge.answer(query: changed, verifyTokens: tokens) { return true }
            return false
        }
        #expect(refused(["hub.mode": "unsubscribe"]))
        #expect(refused(["hub.mode": nil]))
        #expect(refused(["hub.verify_token": "theirs"]))
        #expect(refused(["hub.verify_token": ""], tokens: [""]))
        #expect(refused(["hub.challenge": nil]))
        #expect(refused(["hub.challenge": String(repeating: "1", count: 2000)]))
        #expect(refused([:], tokens: []))
    }
}
