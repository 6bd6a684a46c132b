import ArgumentParser
import Delivery
import Domain
import Foundation
import Logging
import Store

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the server.",
        discussion: "Starts with nothing but a database; what is not configured is off, and said in a line each.")

    @OptionGroup var database: DatabaseOption

    @Option(help: "Where to listen; else QUITA_HTTP_HOST, else 127.0.0.1.")
    var host: String?

    @Option(help: "The port; else QUITA_HTTP_PORT, else 8080. 0 takes any free one.")
    var port: Int?

    func run() async throws {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        let store = try database.open()
        let accounts = try whatsAppAccounts()
        let secrets = [
            Parts.environment("QUITA_WHATSAPP_APP_SECRET"), Parts.environment("QUITA_WHATSAPP_APP_SECRET_OLD"),
        ]
        .compactMap { $0 }
        let tokens = [Parts.environment("QUITA_WHATSAPP_VERIFY_TOKEN")].compactMap { $0 }
        try sayWhatIsOff(store, accounts, secrets, tokens)
        let host = host ?? Parts.environment("QUITA_HTTP_HOST") ?? "127.0.0.1"
        var service = LiveService(
            database: store, clock: try Parts.clock(), host: host, port: try listeningPort(), accounts: accounts,
            appSecrets: secrets, verifyTokens: tokens, logger: Logger(label: "quita"))
        service.pixConnections = try Parts.pixConnections()
        service.onRunning = { port in say("listening on http://\(host):\(port)") }
        try await service.run()
    }

    private func listeningPort() throws -> Int {
        if let port { return port }
        guard let text = Parts.environment("QUITA_HTTP_PORT") else { return 8080 }
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw Failure("QUITA_HTTP_PORT is no port: \(text)")
        }
        return port
    }

    private func whatsAppAccounts() throws -> WhatsAppAccounts? {
        guard let token = Parts.environment("QUITA_WHATSAPP_TOKEN") else { return nil }
        guard let number = Parts.environment("QUITA_WHATSAPP_PHONE_NUMBER_ID") else {
            throw Failure("QUITA_WHATSAPP_TOKEN is set, but not QUITA_WHATSAPP_PHONE_NUMBER_ID")
        }
        let rate = Parts.environment("QUITA_WHATSAPP_MESSAGES_PER_SECOND").flatMap(Int.init) ?? 60
        return WhatsAppAccounts(
            baseURL: Parts.environment("QUITA_WHATSAPP_BASE_URL") ?? "https://graph.facebook.com",
            version: Parts.environment("QUITA_WHATSAPP_API_VERSION") ?? "v25.0", tokens: [number: token],
            messagesPerSecond: rate)
    }

    private func sayWhatIsOff(
        _ store: Database, _ accounts: WhatsAppAccounts?, _ secrets: [String], _ tokens: [String]
    ) throws {
        if accounts == nil {
            say("WhatsApp sending is off: set QUITA_WHATSAPP_TOKEN and QUITA_WHATSAPP_PHONE_NUMBER_ID")
        }
        if secrets.isEmpty { say("WhatsApp receiving is off: set QUITA_WHATSAPP_APP_SECRET") }
        if tokens.isEmpty { say("WhatsApp verification is off: set QUITA_WHATSAPP_VERIFY_TOKEN") }
        if Parts.environment("QUITA_TRANSCRIPTION_URL") == nil {
            say("voice notes are kept and not understood: set QUITA_TRANSCRIPTION_URL")
        }
        if Parts.environment("QUITA_ASSIST_URL") == nil {
            say("no other program helps to understand or to word: set QUITA_ASSIST_URL and QUITA_ASSIST_MODEL")
        }
        let (creditors, staff) = try store.read { session in
            (try session.creditors(), try session.integer("SELECT COUNT(*) FROM staff WHERE active = 1") ?? 0)
        }
        if creditors.isEmpty {
            say("no creditor yet: quita import FILE.csv --portfolio NAME, or quita creditor FILE.yaml")
        }
        for creditor in creditors {
            if try store.read({ try $0.activeStrategy(creditor: creditor.id, kind: .cadence) }) == nil {
                say(
                    "\(creditor.name) has no cadence, nobody is contacted: quita activate FILE.yaml --creditor \(creditor.key)"
                )
            }
        }
        if staff == 0 { say("nobody can sign in yet: quita user add E-MAIL --name NAME") }
        if try Parts.pixConnections().isEmpty {
            say("charges at a bank are off, codes are static: set QUITA_PIX_BASE_URL and what belongs to it")
        }
        if Parts.environment("QUITA_PIX_WEBHOOK_TOKEN") == nil {
            say("Pix callbacks are taken from this machine only: set QUITA_PIX_WEBHOOK_TOKEN for a bank's")
        }
    }
}
