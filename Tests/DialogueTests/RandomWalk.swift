import Dialogue
import Domain
import Language
import Negotiation
import Wording

/// A debtor, a bank and a team that do anything at any time, from a seed.
struct RandomWalk {
    private(set) var talk: Talk
    private var random: SplitMix64
    private var options: [MessageOption] = []
    private var payments: Int64 = 0

    /// Two of three walks begin with somebody who has just proved who they are.
    init(seed: UInt64) throws {
        random = SplitMix64(seed: seed)
        var content = Fixture.Case()
        content.principal = Money(cents: random.integer(2_000...400_000))
        content.due = Fixture.monday.adding(days: -random.int(-3...500))
        content.previousBreaks = random.int(0...3)
        content.birthDate = random.chance(percent: 30) ? CalendarDay(iso: "1985-03-12") : nil
        content.isTimeBarred = random.chance(percent: 3)
        content.secondDebt = random.chance(percent: 20)
        talk = Talk(content)
        if seed % 3 != 0 { try talk.prove() }
    }

    /// What happened in a step, for the checks.
    struct Step {
        let input: ConversationInput
        let wasProven: Bool
        let before: Conversation
        let turn: Turn
        let facts: ConversationFacts
        let now: Timestamp
    }

    mutating func next() throws -> Step {
        let input = input()
        let before = talk.conversation
        let now = talk.now
        let facts = try talk.facts()
        let wasProven = before.identity(file: facts.file, contactPoint: facts.contactPoint, now: now) != nil
        let turn = try talk.step(input)
        for reply in turn.replies {
            switch reply {
            case .buttons(_, _, let buttons): options = buttons
            case .list(_, _, _, let rows): options = rows
            default: break
            }
        }
        if random.chance(percent: 5) { talk.now = talk.now.adding(hours: Int64(random.int(1...60))) }
        return Step(input: input, wasProven: wasProven, before: before, turn: turn, facts: facts, now: now)
    }

    private mutating func input() -> ConversationInput {
        switch random.int(0...99) {
        case 0...69: return .messages((0..<random.int(1...3)).map { _ in talk.inbound(content()) })
        case 70...75 where awaitsCharge: return charge()
        case 70...79: return payment()
        case 80...84: return .silence
        case 85...88: return .handedBack(by: random.chance(percent: 50) ? UserID(1) : nil)
        case 89...90: return .humanTookOver(by: UserID(1))
        case 91...96: return .opened(random.pick([.askedName, .reminder]))
        case 97: return .chargeFailed
        default: return .messages([])
        }
    }

    private var awaitsCharge: Bool { talk.conversation.stage == .awaitingCharge }

    private mutating func charge() -> ConversationInput {
        let day = Zone.brasilia.day(talk.now)
        return .chargeReady(
            ChargeFacts(
                charge: ChargeID(Int64(random.int(1...9))), amount: Money(cents: random.integer(1...90_000)),
                pixCode: "00020126580014br.gov.bcb.pix-\(random.int(1...99))",
                qrCode: random.chance(percent: 50) ? MediaReference(sha256: "ab", mimeType: "image/png") : nil,
                due: day.adding(days: random.int(0...5)), beneficiaryName: "Aurora Comércio Ltda",
                beneficiaryDocument: "11.222.333/0001-81", paymentNumber: 1))
    }

    private mutating func payment() -> ConversationInput {
        payments += random.chance(percent: 70) ? 1 : 0
        let effects: [PaymentFacts.Effect] = [
            .settled, .partial(open: Money(cents: 900)), .installment(number: 0, of: 3, next: nil),
            .installment(number: 1, of: 3, next: .init(amount: Money(cents: 1_000), due: Fixture.monday)),
        ]
        return .paymentConfirmed(
            PaymentFacts(
                payment: PaymentID(payments), amount: Money(cents: random.integer(1...90_000)),
                paidOn: Zone.brasilia.day(talk.now), effect: random.pick(effects)))
    }

    private mutating func content() -> InboundContent {
        switch random.int(0...99) {
        case 0...24 where !options.isEmpty:
            let option = random.pick(options)
            return .selection(id: option.id, title: option.title)
        case 25...29:
            let ids = [
                "offer.0.1", "offer.9.100", "confirm", "day.2031-01-01", "score.9", "me", "pause", "lixo", "cancel",
            ]
            return .selection(id: random.pick(ids), title: "x")
        case 30...35:
            return random.pick([
                .image(caption: nil), .image(caption: "olha"), .document(filename: "a.pdf", caption: nil), .audio,
                .sticker,
                .video(caption: nil), .location, .unsupported,
            ])
        default: return .text(text())
        }
    }

    /// A text with one or two meanings and whatever entities, known to the listener.
    private mutating func text() -> String {
        var text = random.pick([
            "sou eu", "529", "cpf 529", "111", "999", "não", "sim", "quanto é", "150", "dia 10", "você é robô?",
            "voltar",
            "ana", "", "🙂", "dívida de R$ 800,00", "meu cpf é 529.982.247-25", "pix", "4", "a primeira",
        ])
        var intents = [random.pick(Intent.allCases)]
        // Endings are rare, so that conversations also grow long.
        let endings: Set<Intent> = [.crisis, .deceased, .wrongPerson, .optOut, .legalThreat, .humanAgent]
        if endings.contains(intents[0]), random.chance(percent: 70) { intents = [.accept] }
        if random.chance(percent: 20) { intents.append(random.pick(Intent.allCases)) }
        text += random.chance(percent: 50) ? " \(random.int(0...999_999))x" : ""
        let day = Zone.brasilia.day(talk.now)
        let entities = Entities(
            amount: random.chance(percent: 25) ? Money(cents: random.integer(-5...900_000)) : nil,
            date: random.chance(percent: 25) ? day.adding(days: random.int(-20...80)) : nil,
            installments: random.chance(percent: 20) ? random.int(-1...99) : nil,
            method: random.chance(percent: 10) ? random.pick(PaymentMethod.allCases) : nil,
            dayOfMonth: random.chance(percent: 10) ? random.int(0...32) : nil,
            timeOfDay: random.chance(percent: 10) ? .morning : nil)
        let doubts: [DateDoubt] = [
            .ambiguous([day, day.adding(days: 7)]), .range(from: day, through: day.adding(days: 6)), .vague(.payday),
            .vague(.someday), .invalid, .past,
        ]
        let doubt = random.chance(percent: 15) ? random.pick(doubts) : nil
        let ordinal = random.chance(percent: 10) ? random.int(-1...6) : nil
        let perInstallment = random.chance(percent: 15)
        let down = random.chance(percent: 10)
        let share = random.chance(percent: 5) ? 500 : nil
        talk.script.when(
            text, intents, entities: entities, language: random.pick([.portuguese, .portuguese, .spanish, .english]),
            isSure: random.chance(percent: 85)
        ) { details in
            details.dateDoubt = doubt
            details.ordinalChoice = ordinal
            details.amountIsPerInstallment = perInstallment
            details.amountIsDownPayment = down
            details.sharePermille = share
        }
        return text
    }
}
