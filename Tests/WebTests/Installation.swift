import Console
import ContactPolicy
import Crypto
import Dialogue
import Domain
import Engine
import Foundation
import Language
import Store
import Synchronization
import TestKit
import Testing

@testable import Web

/// Two creditors with their people, debtors and a conversation each, made by a real engine from inbox entries.
///
/// Everything is invented: the documents have valid check digits and belong to nobody known.
struct Installation: Sendable {
    let configuration: WebConfiguration
    let demonstration: RecordingDemonstration?
    private let engine: EngineConfiguration

    static let start = Timestamp(rfc3339: "2026-11-24T10:00:00-03:00") ?? Timestamp(seconds: 0)
    static let password = "correto cavalo bateria"
    static let appSecret = "segredo-do-app"

    /// Opens the database, fills it, and runs the engine beside the test's body.
    static func with<Result>(
        _ backend: Backend = .sqliteInMemory, demonstration: Bool = false, isFilled: Bool = true,
        _ body: (Installation) async throws -> Result
    ) async throws -> Result {
        try await backend.withDatabase { database in
            let recording = demonstration ? RecordingDemonstration() : nil
            let clock = Clock.virtual(start: start, speedPermille: 1_000)
            let engine = try engineConfiguration()
            let feed = ChangeFeed()
            let runner = EngineRunner(
                database: database, clock: clock, configuration: engine, onChange: { feed.publish($0) },
                onError: { error in Issue.record("the engine cannot reach its store: \(error)") })
            let configuration = WebConfiguration(
                database: database, inbox: InboxWriter(database: database) { _ in runner.wake() }, clock: clock,
                feed: feed,
                appSecrets: [appSecret], verifyTokens: ["confere"], pixToken: "do-banco",
                sessionKey: Array(repeating: 7, count: 32), demonstration: recording)
            let installation = Installation(configuration: configuration, demonstration: recording, engine: engine)
            if isFilled { try installation.fill() }
            runner.start()
            defer { runner.stop() }
            return try await body(installation)
        }
    }

    private static func engineConfiguration() throws -> EngineConfiguration {
        // What messages mean is not what these tests are about.
        let listener = Listener { text, _, _ in
            let intent: Intent = text.contains("pessoa") ? .humanAgent : .debtInquiry
            let scored = [ScoredIntent(intent, confidence: 0.9)]
            return Understanding(
                intents: scored, scores: scored, entities: Entities(), details: Details(), language: .portuguese,
                isSure: true)
        }
        return EngineConfiguration(
            listener: listener, contactRules: try ContactRules(calendar: ContactCalendar(BrazilianCalendar.standard)))
    }

    /// Appends entries and applies everything that waits.
    func apply(_ entries: [NewEntry]) throws {
        let engine = CollectionEngine(configuration: engine)
        let last = try configuration.database.write { try $0.append(entries) }
        while try configuration.database.read({ try $0.appliedEntry() }) < last {
            _ = try configuration.database.write { try engine.applyWaiting($0, limit: 64) }
        }
    }

    func read<Result: Sendable>(_ body: (Session) throws -> Result) throws -> Result {
        try configuration.database.read(body)
    }

    // MARK: What is in it

    private func fill() throws {
        var entries = try ["aurora", "norte"].enumerated().map { index, key in
            var settings = CreditorSettings(tradeName: key == "aurora" ? "Lojas Aurora" : "Norte Crédito")
            settings.whatsAppNumberID = "10\(index)"
            settings.pixKey = "11222333000181"
            settings.settleMilliseconds = 0
            return try CreditorSaved(key: key, profile: settings).entry(at: Self.start, actor: "cli:test")
        }
        for (login, creditor, role) in [
            ("chefe@aurora.example", "aurora", "supervisor"), ("ana@aurora.example", "aurora", "agent"),
            ("bia@aurora.example", "aurora", "agent"), ("conforme@aurora.example", "aurora", "compliance"),
            ("agente@norte.example", "norte", "manager"), ("admin@quita.example", nil, "administrator"),
        ] as [(String, String?, String)] {
            entries.append(
                try StaffSaved(
                    creditorKey: creditor, login: login, name: "Pessoa \(login.prefix { $0 != "@" })", role: role,
                    passwordHash: Self.passwordHash
                ).entry(at: Self.start, actor: "cli:test"))
        }
        entries.append(chunk("aurora", [debt("39053344705", "Célia Ramos", "A-100", 38_790, "+5511987654321")]))
        entries.append(chunk("norte", [debt("11144477735", "Breno Lima", "N-200", 120_000, "+5521987651234")]))
        entries.append(try message("oi, que mensagem é essa?", from: "5511987654321", to: "100", id: "wamid.a1"))
        entries.append(try message("quem fala?", from: "5521987651234", to: "101", id: "wamid.b1"))
        try apply(entries)
        let failures = try read { try $0.rows("SELECT seq, kind, reason FROM entry_failure", []) }
        try #require(failures.isEmpty, "\(failures)")
    }

    private static let passwordHash = (try? Password.hash(password, salt: Array("sal".utf8))) ?? ""

    func debt(_ document: String, _ name: String, _ contract: String, _ cents: Int64, _ phone: String) -> PlacedDebt {
        PlacedDebt(
            document: document, name: name, contract: contract, product: "crediário", amount: Money(cents: cents),
            dueDay: CalendarDay(year: 2026, month: 10, day: 13) ?? CalendarDay(number: 0), phones: [phone], email: nil,
            state: "SP", city: nil, birthDay: CalendarDay(year: 1984, month: 5, day: 9), attributes: "{}")
    }

    func chunk(_ creditor: String, _ rows: [PlacedDebt]) -> NewEntry {
        let chunk = PortfolioChunk(
            creditorKey: creditor, portfolioKey: "crediario", portfolioName: "Crediário \(creditor)",
            runKey: "\(creditor).csv#1", source: "\(creditor).csv", rejected: 1, rows: rows)
        return NewEntry(at: Self.start, kind: .portfolioRows, actor: "cli:test", body: chunk.encoded())
    }

    /// A webhook as Meta sends it.
    func message(_ text: String, from: String, to number: String, id: String) throws -> NewEntry {
        NewEntry(
            at: Self.start, kind: .whatsAppWebhook, actor: "whatsapp",
            body: Array(Self.webhook(text, from: from, to: number, id: id).utf8))
    }

    static func webhook(_ text: String, from: String, to number: String, id: String) -> String {
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
        "messaging_product":"whatsapp","metadata":{"display_phone_number":"551100000001","phone_number_id":"\(number)"},
        "contacts":[{"profile":{"name":"X"},"wa_id":"\(from)"}],
        "messages":[{"from":"\(from)","id":"\(id)","timestamp":"\(start.seconds)","type":"text","text":{"body":"\(text)"}}]
        }}]}]}
        """
    }

    static func signature(_ body: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(body.utf8), using: SymmetricKey(data: Data(appSecret.utf8)))
        return "sha256=" + hex(code)
    }

    // MARK: Who and what can be asked for

    func creditor(_ key: String) throws -> CreditorRow { try #require(try read { try $0.creditor(key: key) }) }

    func conversation(_ creditor: String) throws -> ConversationRow {
        let id = try self.creditor(creditor).id
        return try #require(
            try read {
                try $0.first(ConversationRow.self, "WHERE creditor = ? AND debtor IS NOT NULL ORDER BY id", .id(id))
            })
    }

    func collectionCase(_ creditor: String) throws -> Store.CaseRow {
        let id = try self.creditor(creditor).id
        return try #require(try read { try $0.first(Store.CaseRow.self, "WHERE creditor = ? ORDER BY id", .id(id)) })
    }

    /// The cookie of a signed-in person, and the token of their forms.
    func session(_ login: String) -> (cookie: String, token: String) {
        let cookie = SessionCookie(login: login, expiresAt: Clock.real().now().adding(hours: 1), nonce: "n")
        return (
            SessionCookie.name + "=" + cookie.text(key: configuration.sessionKey),
            cookie.formToken(key: configuration.sessionKey)
        )
    }
}

/// Notes what the console asks of a demonstration.
final class RecordingDemonstration: Demonstration {
    struct Refused: Error {}

    let accounts = [DemonstrationLogin(email: "ana@exemplo.com.br", password: "uma senha longa", role: "manager")]

    private let noted = Mutex<[String]>([])

    var calls: [String] { noted.withLock { $0 } }
    private func note(_ call: String) { noted.withLock { $0.append(call) } }

    func hold(phone: String) async { note("hold \(phone)") }
    func read(phone: String) async { note("read \(phone)") }
    func send(text: String, from phone: String) async throws { note("send \(phone) \(text)") }
    func tap(option: String, title: String, from phone: String) async throws { note("tap \(phone) \(option) \(title)") }
    func pay(code: String, from phone: String) async throws {
        if code == "ruim" { throw Refused() }
        note("pay \(phone) \(code)")
    }
}
