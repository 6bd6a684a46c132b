import Console
import Dispatch
import Domain
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// `/entrar` and `/sair`.
struct SignInRoutes: Sendable {
    let configuration: WebConfiguration
    let throttle = SignInThrottle()
    private let queue = DispatchQueue(label: "quita.passwords")

    private static let bodyBytesMax = 16 << 10
    /// Compared with where the login is unknown, so that its absence takes as long as a wrong password.
    private static let nobodysHash = (try? Password.hash("nobody's password", salt: Array("quita".utf8))) ?? ""

    init(configuration: WebConfiguration) { self.configuration = configuration }

    func add(to router: Router<QuitaContext>) {
        router.get("/entrar") { request, _ in try await form(request) }
        router.post("/entrar") { request, context in try await signIn(request, context) }
        router.post("/sair") { request, _ in try await signOut(request) }
    }

    /// Why the form is shown, in its address.
    enum Reason: String {
        case sessionEnded = "sessao"
        case signedOut = "saiu"
    }

    static func address(destination: String?, reason: Reason?) -> String {
        Address.signIn.with("motivo", reason?.rawValue).with("destino", destination == "/" ? nil : destination).text
    }

    private func form(_ request: Request) async throws -> Response {
        let destination = request.fields["destino"]
        if try await configuration.visitor(of: request) != nil { return .see(SignInRoutes.local(destination)) }
        let problem: SignInPage.Problem? =
            switch Reason(rawValue: request.fields["motivo"]) {
            case .sessionEnded: .sessionEnded
            case .signedOut: .signedOut
            case nil: nil
            }
        return page(request, email: "", destination: destination, problem: problem, status: .ok)
    }

    private func page(
        _ request: Request, email: String, destination: String, problem: SignInPage.Problem?,
        status: HTTPResponse.Status
    ) -> Response {
        let known = request.cookies[FormToken.cookieName].map { FormToken(nonce: $0.value) }
        let token = known ?? FormToken()
        let page = SignInPage(
            csrfToken: token.text(key: configuration.sessionKey), email: email, problem: problem,
            destination: destination.isEmpty ? nil : SignInRoutes.local(destination),
            demonstrationAccounts: configuration.demonstration?.accounts.map {
                DemonstrationAccount(email: $0.email, password: $0.password, role: Role(rawValue: $0.role) ?? .agent)
            } ?? [])
        var response = Response.html(page.document(), status: status)
        if known == nil { response.keep(FormToken.cookieName, token.nonce, hours: nil, request) }
        return response
    }

    private func signIn(_ request: Request, _ context: QuitaContext) async throws -> Response {
        guard let body = try await request.collected(upTo: SignInRoutes.bodyBytesMax) else {
            throw PageError(.badRequest)
        }
        let fields = FormFields(urlEncoded: body)
        let login = fields["email"].trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        let destination = fields["destino"]
        func again(_ problem: SignInPage.Problem, _ status: HTTPResponse.Status) -> Response {
            page(request, email: login, destination: destination, problem: problem, status: status)
        }
        guard let nonce = request.cookies[FormToken.cookieName]?.value,
            FormToken.isSame(fields["csrf"], FormToken(nonce: nonce).text(key: configuration.sessionKey))
        else { return again(.staleForm, .forbidden) }
        let now = Clock.real().now()
        let subjects: [SignInThrottle.Subject] = [.login(login), .address(context.callerAddress(request))]
        if let minutes = throttle.minutesToWait(subjects, now: now) {
            return again(.tooManyTries(minutes: minutes), .tooManyRequests)
        }
        let staff = try await configuration.database.reading { try $0.staff(login: login) }
        let isRight = await matches(fields["senha"], staff?.password ?? SignInRoutes.nobodysHash)
        guard let staff, staff.isActive, isRight else {
            throttle.failed(subjects, now: now)
            return again(.wrongCredentials, .unprocessableContent)
        }
        throttle.succeeded(login: login)
        let cookie = SessionCookie(
            login: staff.login, expiresAt: now.adding(hours: SessionCookie.hours), nonce: FormToken.newNonce())
        var response = Response.see(SignInRoutes.local(destination))
        response.keep(
            SessionCookie.name, cookie.text(key: configuration.sessionKey), hours: SessionCookie.hours, request)
        return response
    }

    /// Deriving a key takes tens of milliseconds and 16 MB: one at a time, on a thread where that disturbs nobody.
    private func matches(_ password: String, _ hash: String) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Password.matches(password, hash)) }
        }
    }

    private func signOut(_ request: Request) async throws -> Response {
        if let visitor = try await configuration.visitor(of: request) {
            _ = try await request.form(of: visitor, configuration)
        }
        var response = Response.see(SignInRoutes.address(destination: nil, reason: .signedOut))
        response.drop(SessionCookie.name, request)
        response.drop(Visitor.creditorCookie, request)
        return response
    }

    /// A path of ours, whatever the form says: nobody is led to another site after signing in.
    static func local(_ destination: String) -> String {
        let bytes = Array(destination.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count < 2_000,
            bytes.count == 1 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return destination
    }
}

extension QuitaContext {
    /// The caller's address; the one that our own proxy names when the call comes through it.
    func callerAddress(_ request: Request) -> String {
        if isLoopback, let name = HTTPField.Name("X-Forwarded-For"), let hops = request.headers[name],
            let last = hops.split(separator: ",").last
        {
            return last.trimmingCharacters(in: .whitespaces)
        }
        return remoteAddress?.ipAddress ?? "unknown"
    }
}

extension Response {
    /// A cookie that scripts cannot read and other sites' forms do not send; without `hours` it ends with the browser.
    mutating func keep(_ name: String, _ value: String, hours: Int64?, _ request: Request) {
        setCookie(
            Cookie(
                name: name, value: value, maxAge: hours.map { Int($0 * 3600) }, path: "/", secure: request.isSecure,
                httpOnly: true, sameSite: .lax))
    }

    mutating func drop(_ name: String, _ request: Request) {
        setCookie(
            Cookie(
                name: name, value: "", maxAge: 0, path: "/", secure: request.isSecure, httpOnly: true, sameSite: .lax))
    }
}
