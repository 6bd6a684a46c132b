import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

@Suite("Webhooks")
struct WebhookTests {
    private func post(
        _ client: any TestClientProtocol, _ path: String, _ body: String, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)) { $0 }
    }

    private func signed(_ body: String, _ signature: String? = nil) throws -> HTTPFields {
        let name = try #require(HTTPField.Name("X-Hub-Signature-256"))
        return [name: signature ?? Installation.signature(body)]
    }

    @Test("Meta's verification gets its challenge back, with the right token only")
    func verification() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation)
                let path = "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                let right = try await browser.get(path + "confere")
                #expect(right.status == .ok)
                #expect(right.text == "1158201444")
                for token in ["errado", "", "CONFERE"] {
                    let wrong = try await browser.get(path + token)
                    #expect(wrong.status == .forbidden)
                    #expect(!wrong.text.contains("1158201444"))
                }
                #expect(try await browser.get("/webhooks/whatsapp").status == .forbidden)
            }
        }
    }

    @Test("a signed delivery is on disk, byte for byte, when it gets its 200")
    func delivery() async throws {
        try await Installation.with { installation in
            let body = Installation.webhook("olá", from: "5511987654321", to: "100", id: "wamid.z")
            try await installation.browse { client async throws -> Void in
                #expect(try await post(client, "/webhooks/whatsapp", body, try signed(body)).status == .ok)
                let kept = try installation.read {
                    try $0.rows("SELECT body FROM inbox WHERE kind = 'whatsapp.webhook' ORDER BY seq DESC LIMIT 1", [])
                }
                #expect(kept == [[.blob(Array(body.utf8))]])
            }
        }
    }

    @Test("a delivery that is not signed with our secret is refused, and nothing is kept")
    func signature() async throws {
        try await Installation.with { installation in
            let body = Installation.webhook("olá", from: "5511987654321", to: "100", id: "wamid.z")
            let before = try installation.read { try $0.lastEntry() }
            try await installation.browse { client async throws -> Void in
                for signature in ["sha256=00", "", "sha1=abc", Installation.signature(body + " ")] {
                    let answer = try await post(client, "/webhooks/whatsapp", body, try signed(body, signature))
                    #expect(answer.status == .unauthorized)
                }
                #expect(try await post(client, "/webhooks/whatsapp", body).status == .unauthorized)
            }
            #expect(try installation.read { try $0.lastEntry() } == before)
        }
    }

    @Test("more than three megabytes are not read to their end")
    func tooLarge() async throws {
        try await Installation.with { installation in
            let body = String(repeating: " ", count: 3 << 20) + "{}"
            try await installation.browse { client async throws -> Void in
                #expect(try await post(client, "/webhooks/whatsapp", body, try signed(body)).status == .contentTooLarge)
            }
        }
    }

    @Test("a signed body that cannot be read is kept all the same, for a person to look at")
    func broken() async throws {
        try await Installation.with { installation in
            let before = try installation.read { try $0.lastEntry() }
            try await installation.browse { client async throws -> Void in
                for body in ["{", "[]", "", "null", "{\"object\":\"page\"}"] {
                    #expect(
                        try await post(client, "/webhooks/whatsapp", body, try signed(body)).status == .ok, "\(body)")
                }
            }
            #expect(try installation.read { try $0.lastEntry() } == before + 5)
        }
    }

    @Test("the bank's callback is taken with its token, in both of its addresses, and refused with reasons")
    func pix() async throws {
        try await Installation.with { installation in
            let body = """
                {"pix":[{"endToEndId":"E12345678202611231230abcdef12345","valor":"1.00","horario":"2026-11-24T12:30:00Z"}]}
                """
            try await installation.browse { client async throws -> Void in
                #expect(try await post(client, "/webhooks/pix?token=do-banco", body).status == .ok)
                #expect(try await post(client, "/webhooks/pix/pix?token=do-banco", body).status == .ok)
                for path in ["/webhooks/pix", "/webhooks/pix?token=", "/webhooks/pix?token=outro"] {
                    #expect(try await post(client, path, body).status == .unauthorized)
                }
                for bad in ["", "{", "[1]", "{\"pix\":7}"] {
                    let answer = try await post(client, "/webhooks/pix?token=do-banco", bad)
                    #expect(answer.status == .badRequest, "\(bad)")
                    #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
                }
                let large = String(repeating: " ", count: 1 << 20) + body
                #expect(try await post(client, "/webhooks/pix?token=do-banco", large).status == .contentTooLarge)
            }
            #expect(
                try installation.read { try $0.integer("SELECT COUNT(*) FROM inbox WHERE kind = 'pix.callback'") } == 2)
        }
    }

    @Test("the machine's own questions are answered without a session")
    func health() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation)
                #expect(try await browser.get("/healthz").text == "alive\n")
                #expect(try await browser.get("/readyz").status == .ok)
                #expect(try await browser.get("/metrics").text.contains("quita_inbox_entries"))
            }
        }
    }
}
