import ArgumentParser
import Dialogue
import Domain
import Engine
import Foundation
import Language
import Negotiation
import Strategy
import Wording

/// `quita converse`: the bot in the terminal, or scripted conversations from a file.
struct Converse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "converse",
        abstract: "Talk to the bot as a debtor, or run scripted conversations.",
        discussion: """
            Without --script it is a chat: write, or repeat the words of an option. /pago lets the bank confirm the \
            payment, /silencio lets time pass, /pessoa and /volta hand the conversation to a person and back, /fim ends.

            A script holds one conversation per line: {"id", "creditor", "debtor": {"name", "cpf", "debt_cents", \
            "days_past_due", "products"}, "turns": […]}. A turn is a text, a list of texts written in a row, or an \
            object: {"text"}, {"button"}, {"image": caption}, {"document": name}, {"audio": true}, {"event": "paid" | \
            "silence" | "handed_back"}.
            """)

    @Option(help: "Conversations, one JSON object per line; - for standard input.")
    var script: String?

    @Option(help: "What may be offered; a sensible policy otherwise.")
    var negotiation: String?

    @Option(help: "The creditor's own answers to questions (faq.yaml); none otherwise.")
    var faq: String?

    @Option(help: "How the creditor speaks: usual, formal, close or short.")
    var register = Register.usual

    @Option(help: ArgumentHelp("The day on which it happens (today).", valueName: "YYYY-MM-DD"))
    var day: String?

    @Flag(help: "Print one JSON object per conversation.")
    var json = false

    func validate() throws {
        if let day, CalendarDay(iso: day) == nil { throw ValidationError("--day \(day): give a day as YYYY-MM-DD.") }
        if json, script == nil { throw ValidationError("--json needs --script C.jsonl.") }
    }

    func run() throws {
        let policy = try policy()
        let reader: Reader
        do {
            reader = try Reader.embedded()
        } catch {
            throw Failure("the model of this build cannot be read: \(error). Build it anew with make model.")
        }
        let listener = Listener(reader)
        let answers = try answers(reader)
        let day = day.flatMap { CalendarDay(iso: $0) } ?? Converse.today
        guard let script else { return chat(policy: policy, listener: listener, answers: answers, day: day) }
        if json {
            try eachLine(of: script) { line in
                try ScriptedConversation.run(
                    line, policy: policy, listener: listener, answers: answers, register: register, day: day)
            }
        } else {
            for line in try Converse.lines(of: script) {
                print(
                    try ScriptedConversation.run(
                        line, policy: policy, listener: listener, answers: answers, register: register, day: day
                    )
                    .text)
            }
        }
    }

    static var today: CalendarDay {
        Zone.brasilia.day(Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
    }

    private func policy() throws -> NegotiationPolicy {
        do {
            guard let negotiation else { return try ConversationCase.usualPolicy() }
            guard let bytes = FileManager.default.contents(atPath: negotiation) else {
                throw Failure("cannot read \(negotiation): no such file, or no permission. Give a negotiation policy.")
            }
            return try loadNegotiation(String(decoding: bytes, as: UTF8.self), file: negotiation)
        } catch let errors as StrategyErrors {
            throw Failure("\(errors)")
        }
    }

    private func answers(_ reader: Reader) throws -> FrequentAnswers {
        guard let faq else { return .none }
        guard let bytes = FileManager.default.contents(atPath: faq) else {
            throw Failure("cannot read \(faq): no such file, or no permission. Give a file of answers.")
        }
        do {
            let entries = try loadAnswers(String(decoding: bytes, as: UTF8.self), file: faq)
            return FrequentAnswers(entries, reader: reader)
        } catch {
            throw Failure("\(error)")
        }
    }

    private static func lines(of path: String) throws -> [String] {
        let bytes =
            path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let bytes else {
            throw Failure("cannot read \(path): no such file, or no permission. Give a file, or - for standard input.")
        }
        return String(decoding: bytes, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }

    /// A chat with an invented debtor, whose data the person at the keyboard is told.
    private func chat(policy: NegotiationPolicy, listener: Listener, answers: FrequentAnswers, day: CalendarDay) {
        let content = ConversationCase.invented
        var session = ConversationSession(
            content, policy: policy, listener: listener, answers: answers, register: register, day: day)
        print("Você é \(content.name), CPF \(content.cpf ?? ""). /pago /silencio /pessoa /volta /fim")
        session.open()
        var shown = 0
        func show() {
            for item in session.transcript[shown...] where item.from == .quita { print(item.rendered) }
            shown = session.transcript.count
        }
        show()
        while let line = readLine() {
            switch line.trimmingCharacters(in: .whitespaces) {
            case "/fim": return
            case "/pago": session.event(.paid)
            case "/silencio": session.event(.silence)
            case "/pessoa": session.event(.humanTookOver)
            case "/volta": session.event(.handedBack)
            case let text: session.debtorWrites([session.content(of: text)])
            }
            show()
        }
    }
}

extension Register: ExpressibleByArgument {}
