import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("Signing in and out")
struct SignInTests {
    /// The form's cookie and token, as a browser gets them.
    private func form(_ browser: Browser) async throws -> (cookie: String, token: String) {
        let answer = try await browser.get("/entrar")
        #expect(answer.status == .ok)
        let cookie = try #require(answer.cookie(FormToken.cookieName)?.split(separator: ";").first.map(String.init))
        let found = try #require(answer.text.firstMatch(of: /name="csrf" value="([^"]+)"/))
        return (cookie, String(found.1))
    }

    private func signIn(
        _ browser: Browser, _ email: String, _ password: String, destination: String = "", _ extra: HTTPFields = [:]
    ) async throws -> TestResponse {
        let form = try await form(browser)
        var browser = browser
        browser.cookies = [form.cookie]
        return try await browser.post(
            "/entrar", ["csrf": form.token, "email": email, "senha": password, "destino": destination], token: nil,
            extra)
    }

    @Test("the right password opens the page that was asked for, with a cookie that scripts cannot read")
    func rightPassword() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let answer = try await signIn(
                    Browser(client, installation), " Ana@aurora.example ", Installation.password,
                    destination: "/carteira?estado=acordo")
                #expect(answer.status == .seeOther)
                #expect(answer.location == "/carteira?estado=acordo")
                let cookie = try #require(answer.cookie(SessionCookie.name))
                #expect(cookie.contains("HttpOnly"))
                #expect(cookie.contains("SameSite=Lax"))
                #expect(!cookie.contains("Secure"))
                var browser = Browser(client, installation)
                browser.cookies = [String(cookie.prefix { $0 != ";" })]
                #expect(try await browser.get("/carteira").status == .ok)
            }
        }
    }

    @Test("behind TLS the cookie is for TLS only")
    func secureCookie() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let proto = try #require(HTTPField.Name("X-Forwarded-Proto"))
                let answer = try await signIn(
                    Browser(client, installation), "ana@aurora.example", Installation.password, [proto: "https"])
                #expect(try #require(answer.cookie(SessionCookie.name)).contains("Secure"))
            }
        }
    }

    @Test(
        "a destination elsewhere is not followed",
        arguments: [
            "https://mau.example/", "//mau.example", "/\\mau.example", "javascript:alert(1)", "/a\nb", "painel",
        ])
    func destinations(_ text: String) {
        #expect(SignInRoutes.local(text) == "/")
    }

    @Test("a wrong password, an unknown login and a person who is off get the same answer")
    func wrongPassword() async throws {
        try await Installation.with { installation in
            try installation.apply([
                try StaffSavedEntry.off("bia@aurora.example", at: Installation.start)
            ])
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation)
                var texts: Set<String> = []
                for (login, password) in [
                    ("ana@aurora.example", "errada errada"), ("ninguem@aurora.example", Installation.password),
                    ("bia@aurora.example", Installation.password),
                ] {
                    let answer = try await signIn(browser, login, password)
                    #expect(answer.status == .unprocessableContent)
                    #expect(answer.cookie(SessionCookie.name) == nil)
                    texts.insert(
                        answer.text.replacing(login, with: "").replacing(/name="csrf" value="[^"]+"/, with: ""))
                }
                #expect(texts.count == 1)
            }
        }
    }

    @Test("without the form's own token nothing is looked at")
    func formToken() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let answer = try await Browser(client, installation).post(
                    "/entrar", ["email": "ana@aurora.example", "senha": Installation.password], token: nil)
                #expect(answer.status == .forbidden)
                #expect(answer.cookie(SessionCookie.name) == nil)
            }
        }
    }

    @Test("after five failures even the right password must wait")
    func throttled() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation)
                for _ in 0..<5 {
                    #expect(try await signIn(browser, "ana@aurora.example", "errada").status == .unprocessableContent)
                }
                let answer = try await signIn(browser, "ana@aurora.example", Installation.password)
                #expect(answer.status == .tooManyRequests)
                #expect(answer.cookie(SessionCookie.name) == nil)
                #expect(try await signIn(browser, "chefe@aurora.example", Installation.password).status == .seeOther)
            }
        }
    }

    @Test("the throttle forgets after its time, and an address has more tries than a login")
    func throttle() {
        let throttle = SignInThrottle()
        let start = Timestamp(seconds: 1_000_000)
        let login: SignInThrottle.Subject = .login("ana")
        let address: SignInThrottle.Subject = .address("203.0.113.7")
        for _ in 0..<5 { throttle.failed([login, address], now: start) }
        #expect(throttle.minutesToWait([login], now: start) == 5)
        #expect(throttle.minutesToWait([login], now: start.adding(seconds: 241)) == 1)
        #expect(throttle.minutesToWait([login], now: start.adding(minutes: 5)) == nil)
        #expect(throttle.minutesToWait([address], now: start) == nil)
        for _ in 0..<15 { throttle.failed([address], now: start) }
        #expect(throttle.minutesToWait([address], now: start) == 5)
        throttle.failed([login], now: start.adding(minutes: 21))
        #expect(throttle.minutesToWait([login], now: start.adding(minutes: 21)) == nil)
        throttle.succeeded(login: "ana")
        #expect(throttle.minutesToWait([login], now: start) == nil)
    }

    @Test("a cookie that was changed, has expired, or is somebody's who is off leads to the form")
    func badCookies() async throws {
        try await Installation.with { installation in
            try installation.apply([try StaffSavedEntry.off("bia@aurora.example", at: Installation.start)])
            try await installation.browse { client async throws -> Void in
                let good = installation.session("ana@aurora.example").cookie
                let key = installation.configuration.sessionKey
                let expired = SessionCookie(
                    login: "ana@aurora.example", expiresAt: Timestamp(seconds: 1_000_000), nonce: "n"
                ).text(key: key)
                let foreign = SessionCookie(
                    login: "ana@aurora.example", expiresAt: Timestamp(seconds: 32_000_000_000), nonce: "n"
                ).text(key: [1, 2, 3])
                for cookie in [
                    good + "x", SessionCookie.name + "=" + expired, SessionCookie.name + "=" + foreign,
                    installation.session("bia@aurora.example").cookie,
                ] {
                    var browser = Browser(client, installation)
                    browser.cookies = [cookie]
                    let answer = try await browser.get("/carteira?busca=ana+b")
                    #expect(answer.status == .seeOther)
                    #expect(answer.location == "/entrar?motivo=sessao&destino=%2Fcarteira%3Fbusca%3Dana%2Bb")
                }
                let script = try await Browser(client, installation).get(
                    "/atendimento/1/eventos", [.accept: "text/event-stream"])
                #expect(script.status == .unauthorized)
            }
        }
    }

    @Test("signing out takes the cookie away, and wants the form's token")
    func signOut() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                #expect(try await browser.post("/sair", [:], token: nil).status == .forbidden)
                let answer = try await browser.post("/sair")
                #expect(answer.location == "/entrar?motivo=saiu")
                #expect(try #require(answer.cookie(SessionCookie.name)).contains("Max-Age=0"))
            }
        }
    }
}
