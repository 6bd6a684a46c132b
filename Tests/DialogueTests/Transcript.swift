import Dialogue
import Domain
import Foundation
import Language
import Negotiation
import Wording

/// A conversation as a document: the inputs are read from it, played, and everything is written down again.
///
/// Lines are `clock  who  what`. Inputs are what `debtor`, `bank`, `team` and `later` do; `quita`, `read`, `because` and
/// `effect` are what comes of them.
struct Transcript {
    enum Input: Hashable {
        /// One line each; several in a row are one input.
        case debtor([String])
        case bankPays
        case teamTakesOver
        case teamGivesBack
        case silence
        case later(minutes: Int)
    }

    let title: String
    /// `debt R$ 800,00 due 2026-10-10 · birthday 1985-03-12 · two debts · listed · paid before`
    let setting: String
    let inputs: [Input]

    struct Unreadable: Error { let line: String }

    init(parsing text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        title = lines.first.map { String($0.drop { $0 == "#" || $0 == " " }) } ?? ""
        setting = lines.first { $0.hasPrefix("debt ") } ?? "debt 80000 due 2026-10-10"
        var inputs: [Input] = []
        var debtorLines: [String] = []
        for line in lines {
            let parts = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
            let isTimed = parts.first.map { $0.count == 5 && $0.dropFirst(2).first == ":" } ?? false
            let words = isTimed ? Array(parts.dropFirst()) : []
            if words.first == "debtor" {
                debtorLines.append(Transcript.text(after: "debtor", in: line))
                continue
            }
            if !debtorLines.isEmpty {
                inputs.append(.debtor(debtorLines))
                debtorLines = []
            }
            if let input = try Transcript.input(words) { inputs.append(input) }
        }
        if !debtorLines.isEmpty { inputs.append(.debtor(debtorLines)) }
        self.inputs = inputs
    }

    private static func text(after word: String, in line: String) -> String {
        guard let range = line.range(of: word) else { return "" }
        return line[range.upperBound...].trimmingCharacters(in: .whitespaces)
    }

    private static func input(_ words: [String]) throws -> Input? {
        switch words.first {
        case "bank": return words.last == "pays" ? .bankPays : nil
        case "team": return words.contains("back") ? .teamGivesBack : .teamTakesOver
        case "nobody": return .silence
        case "later":
            guard let amount = words.last, let number = Int(amount.dropLast()) else {
                throw Unreadable(line: words.joined(separator: " "))
            }
            return .later(minutes: amount.hasSuffix("d") ? number * 1440 : amount.hasSuffix("h") ? number * 60 : number)
        default: return nil
        }
    }

    /// Plays the inputs and writes the whole document.
    func played(by listener: Listener) throws -> String {
        var player = TranscriptPlayer(content: try content(), listener: listener)
        player.open()
        for input in inputs { try player.play(input) }
        return "# \(title)\n\n\(setting)\n" + player.lines.joined(separator: "\n") + "\n"
    }

    private func content() throws -> Fixture.Case {
        var content = Fixture.Case()
        for part in setting.split(separator: "·").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            let words = part.split(separator: " ").map(String.init)
            switch words.first {
            case "debt":
                guard words.count == 4, let cents = Int64(words[1]), let due = CalendarDay(iso: words[3]) else {
                    throw Unreadable(line: part)
                }
                content.principal = Money(cents: cents)
                content.due = due
            case "birthday": content.birthDate = CalendarDay(iso: words[1])
            case "two": content.secondDebt = true
            case "register": content.register = Register(rawValue: words.last ?? "") ?? .usual
            case "listed": content.bureau = .listed
            case "time-barred": content.isTimeBarred = true
            default: throw Unreadable(line: part)
            }
        }
        return content
    }
}

/// Plays a transcript and writes it down.
struct TranscriptPlayer {
    private(set) var lines: [String] = []
    private var conversation = Conversation()
    private var content: Fixture.Case
    private let listener: Listener
    private var now = Fixture.start
    private var day: CalendarDay?
    private var options: [MessageOption] = []
    private var lastID: Int64 = 0

    init(content: Fixture.Case, listener: Listener) {
        self.content = content
        self.listener = listener
    }

    var clock: Timestamp { now }

    mutating func append(_ line: String) { lines.append(line) }
    mutating func remember(_ shown: [MessageOption]) { options = shown }

    /// A heading where a day begins.
    mutating func startDay(_ today: CalendarDay) {
        guard day != today else { return }
        day = today
        lines += ["", "## \(Portuguese.longWeekdayDate(today))/\(today.year)", ""]
    }

    mutating func open() {
        guard let facts = try? Fixture.facts(at: now, case: content) else { return }
        let text = Greeting.text(name: facts.file.firstName, creditor: facts.creditor.tradeName, facts: facts)
        options = Greeting.buttons
        write("quita", text)
        note(options.map { "[\($0.title)]" }.joined(separator: " "))
        conversation = conversation.step(.opened(.askedName), facts: facts, now: now, listener: listener).next
        now = now.adding(minutes: 4)
    }

    mutating func play(_ input: Transcript.Input) throws {
        switch input {
        case .debtor(let texts):
            for text in texts { write("debtor", text) }
            try step(.messages(texts.map { message($0) }))
        case .bankPays:
            write("bank", "pays")
            try step(payment())
        case .teamTakesOver:
            write("team", "takes over")
            try step(.humanTookOver(by: UserID(1)))
        case .teamGivesBack:
            write("team", "gives back")
            try step(.handedBack(by: UserID(1)))
        case .silence:
            write("nobody", "writes")
            try step(.silence)
        case .later(let minutes):
            let text =
                minutes % 1440 == 0 ? "\(minutes / 1440)d" : minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
            write("later", text)
            now = now.adding(minutes: Int64(minutes))
        }
    }

    private mutating func message(_ text: String) -> InboundMessage {
        lastID += 1
        // `(image fits) caption`: what a program has read on the picture.
        if text.hasPrefix("(image "), let finding = TranscriptPlayer.finding(text) {
            let caption = text.drop { $0 != ")" }.dropFirst().trimmingCharacters(in: .whitespaces)
            return InboundMessage(
                id: MessageID(lastID), content: .image(caption: caption.isEmpty ? nil : caption), receipt: finding)
        }
        return InboundMessage(id: MessageID(lastID), content: inbound(text))
    }

    /// `[Title]` is a tap, `(image) caption` and its like are media.
    private func inbound(_ text: String) -> InboundContent {
        if text.hasPrefix("["), let option = options.first(where: { "[\($0.title)]" == text }) {
            return .selection(id: option.id, title: option.title)
        }
        let caption = text.drop { $0 != ")" }.dropFirst().trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("(image)") { return .image(caption: caption.isEmpty ? nil : caption) }
        if text.hasPrefix("(document)") { return .document(filename: caption, caption: nil) }
        if text.hasPrefix("(audio)") { return .audio }
        return .text(text)
    }

    private static func finding(_ text: String) -> ReceiptFinding? {
        let all: [ReceiptFinding] = [
            .fits, .differs, .otherPayee, .scheduled, .notDone, .unpaidOrder, .unreadable, .noReceipt,
            .confirmed(
                amount: Money(cents: 80_000), day: CalendarDay(year: 2026, month: 11, day: 20) ?? CalendarDay(number: 0)
            ),
        ]
        let name = text.dropFirst("(image ".count).prefix { $0 != ")" }
        return all.first { $0.name == name }
    }

    private mutating func step(_ input: ConversationInput) throws {
        let facts = try Fixture.facts(at: now, case: content)
        let turn = conversation.step(input, facts: facts, now: now, listener: listener)
        conversation = turn.next
        for reading in turn.readings where !reading.intents.isEmpty {
            let intents = reading.intents.map(\.intent.rawValue).joined(separator: ", ")
            let entities = TranscriptPlayer.words(reading.entities)
            aside("read", intents + (entities.isEmpty ? "" : " · \(entities)") + (reading.isSure ? "" : " · unsure"))
        }
        let reasons = turn.reasons.filter { $0.rule != .intent && $0.rule != .choice }
        if !reasons.isEmpty {
            aside(
                "because",
                reasons.map { $0.rule.rawValue + ($0.detail.map { " (\($0))" } ?? "") }.joined(separator: " · "))
        }
        let effects = turn.commands.compactMap(TranscriptPlayer.words)
        if !effects.isEmpty { aside("effect", effects.joined(separator: " · ")) }
        if !turn.replies.isEmpty { options = [] }
        for reply in turn.replies { show(reply) }
        now = now.adding(minutes: 1)
        for command in turn.commands {
            if case .chargeRequested(let amount, let due, let number) = command {
                try step(.chargeReady(charge(amount, due, number)))
            }
        }
    }

    private mutating func charge(_ amount: Money, _ due: CalendarDay, _ number: Int?) -> ChargeFacts {
        lastID += 1
        return ChargeFacts(
            charge: ChargeID(lastID), amount: amount, pixCode: "00020126…6304A1B2 (Pix \(amount.cents))",
            qrCode: MediaReference(sha256: "aa", mimeType: "image/png"), due: due,
            beneficiaryName: Fixture.creditor.legalName, beneficiaryDocument: Fixture.creditor.cnpj?.formatted,
            paymentNumber: number)
    }

    private mutating func payment() -> ConversationInput {
        lastID += 1
        let charge = conversation.openCharge
        let agreed = conversation.agreed
        let number = charge?.paymentNumber ?? 1
        var effect = PaymentFacts.Effect.settled
        if let agreed, agreed.kind == .plan, number < agreed.installments.count {
            let next = agreed.payments.first { $0.number > number }
            effect = .installment(
                number: number, of: agreed.installments.count,
                next: next.map { .init(amount: $0.amount, due: $0.due) })
        }
        return .paymentConfirmed(
            PaymentFacts(
                payment: PaymentID(lastID), amount: charge?.amount ?? Money(cents: 1), paidOn: Zone.brasilia.day(now),
                effect: effect))
    }
}
