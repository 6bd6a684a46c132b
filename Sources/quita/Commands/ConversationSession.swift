import Dialogue
import Domain
import Language
import Negotiation
import Payments
import Wording

/// A conversation with the world around it played trivially: the bank makes a Pix code at once, payments are confirmed
/// when told, time passes a little with each turn.
struct ConversationSession {
    /// One message, as the transcript shows it.
    struct Item {
        enum Side: String { case debtor, quita }

        let from: Side
        let text: String
        let kind: String
        var options: [MessageOption] = []

        /// For people: the text, and the options by number.
        var rendered: String {
            let lines = options.enumerated().map { index, option in
                "   \(index + 1). \(option.title)" + (option.detail.map { " · \($0)" } ?? "")
            }
            return (["\(from == .quita ? "quita" : "você "): \(text)"] + lines).joined(separator: "\n")
        }
    }

    enum Event: String { case paid, silence, humanTookOver = "human_took_over", handedBack = "handed_back" }

    private let content: ConversationCase
    private let policy: NegotiationPolicy
    private let listener: Listener
    private let answers: FrequentAnswers
    private let register: Register
    private let firstDay: CalendarDay
    private var now: Timestamp
    private var nextID: Int64 = 1
    private var paid = Money.zero
    private(set) var conversation = Conversation()
    private(set) var transcript: [Item] = []
    private(set) var commands: [Command] = []
    private(set) var events: [String] = []
    private(set) var offers: [ShownOffer] = []
    private var options: [MessageOption] = []

    /// An offer that was shown, with what an audit of it says.
    struct ShownOffer {
        let terms: OfferTerms
        let isWithinPolicy: Bool
    }

    init(
        _ content: ConversationCase, policy: NegotiationPolicy, listener: Listener, answers: FrequentAnswers = .none,
        register: Register = .usual, day: CalendarDay
    ) {
        self.content = content
        self.policy = policy
        self.listener = listener
        self.answers = answers
        self.register = register
        firstDay = day
        now = Zone.brasilia.instant(day, minuteOfDay: 600)
    }

    private var facts: ConversationFacts {
        content.facts(
            on: Zone.brasilia.day(now), since: firstDay, policy: policy, answers: answers,
            register: register, paid: paid)
    }

    /// The first message, as a cadence sends it.
    mutating func open() {
        let facts = facts
        let opening = Greeting.text(name: facts.file.firstName, creditor: content.creditor.tradeName, facts: facts)
        let buttons = Greeting.buttons
        transcript.append(Item(from: .quita, text: opening, kind: "template", options: buttons))
        options = buttons
        step(.opened(.askedName))
    }

    mutating func debtorWrites(_ contents: [InboundContent]) {
        let messages = contents.map { content in
            nextID += 1
            return InboundMessage(id: MessageID(nextID), content: content)
        }
        for content in contents { transcript.append(Item(from: .debtor, text: content.shown, kind: content.kind)) }
        step(.messages(messages))
    }

    /// A text; the number or the title of an option that is on screen is a tap on it.
    func content(of text: String) -> InboundContent {
        let wanted = folded(text)
        if let option = options.first(where: { folded($0.title) == wanted }) {
            return .selection(id: option.id, title: option.title)
        }
        return .text(text)
    }

    mutating func event(_ event: Event) {
        switch event {
        case .paid: confirmPayment()
        case .silence:
            now = now.adding(hours: 12)
            step(.silence)
        case .humanTookOver: step(.humanTookOver(by: UserID(1)))
        case .handedBack: step(.handedBack(by: UserID(1)))
        }
    }

    private mutating func step(_ input: ConversationInput) {
        let facts = facts
        let turn = conversation.step(input, facts: facts, now: now, listener: listener)
        conversation = turn.next
        now = now.adding(seconds: 15)
        if !turn.replies.isEmpty { options = turn.replies.last?.options ?? [] }
        for reply in turn.replies {
            transcript.append(Item(from: .quita, text: reply.text, kind: reply.kind, options: reply.options))
        }
        commands += turn.commands
        for command in turn.commands { react(to: command, facts) }
    }

    private mutating func react(to command: Command, _ facts: ConversationFacts) {
        if case .disposition = command { return }
        events.append(command.name)
        switch command {
        case .offersMade(let terms): note(terms, facts)
        case .chargeRequested(let amount, let due, let number): charge(amount, due, number)
        default: break
        }
    }

    private mutating func note(_ terms: [OfferTerms], _ facts: ConversationFacts) {
        let identity = conversation.identity(file: facts.file, contactPoint: facts.contactPoint, now: now)
        guard let identity, let contents = facts.file.reveal(to: identity) else { return }
        for terms in terms {
            let standing = Offer.revalidated(
                terms, policy: contents.policy, facts: contents.negotiation, day: Zone.brasilia.day(now))
            offers.append(ShownOffer(terms: terms, isWithinPolicy: standing.offer != nil))
        }
    }

    /// A static Pix code of an invented key.
    private mutating func charge(_ amount: Money, _ due: CalendarDay, _ number: Int?) {
        nextID += 1
        let creditor = content.creditor
        let key = try? PixKey("123e4567-e89b-42d3-a456-426614174000")
        let code = key.flatMap { key in
            try? BRCode.composeStatic(
                key: key, name: String(creditor.tradeName.prefix(25)), city: "SAO PAULO", amount: amount,
                txid: PixTxid(id: nextID, namespace: 1, use: .staticCode))
        }
        guard let code else { return step(.chargeFailed) }
        events.append("charge.ready")
        let picture = MediaReference(sha256: "0", mimeType: "image/png")
        step(
            .chargeReady(
                ChargeFacts(
                    charge: ChargeID(nextID), amount: amount, pixCode: code.payload, qrCode: picture, due: due,
                    beneficiaryName: creditor.legalName, beneficiaryDocument: creditor.cnpj?.formatted,
                    paymentNumber: number)))
    }

    private mutating func confirmPayment() {
        nextID += 1
        let day = Zone.brasilia.day(now)
        let agreed = conversation.agreed
        let charge = conversation.openCharge
        let amount = charge?.amount ?? agreed?.payments.first?.amount ?? Money(cents: content.debtCents)
        let effect: PaymentFacts.Effect
        if let agreed, agreed.kind == .plan, let charge {
            let next = agreed.payments.first { $0.number > charge.paymentNumber ?? 0 }
            effect = .installment(
                number: charge.paymentNumber ?? 1, of: agreed.installments.count,
                next: next.map { .init(amount: $0.amount, due: $0.due) })
        } else {
            paid = Money(cents: content.debtCents)
            effect = .settled
        }
        events.append("payment.confirmed")
        step(
            .paymentConfirmed(
                PaymentFacts(payment: PaymentID(nextID), amount: amount, paidOn: day, effect: effect)))
    }
}

extension MessageContent {
    /// What can be tapped.
    fileprivate var options: [MessageOption] {
        switch self {
        case .buttons(_, _, let buttons): buttons
        case .list(_, _, _, let rows): rows
        default: []
        }
    }
}

extension InboundContent {
    fileprivate var shown: String {
        switch self {
        case .text(let text): text
        case .selection(_, let title): title
        case .image(let caption), .video(let caption): caption ?? ""
        case .document(let filename, let caption): caption ?? filename ?? ""
        default: ""
        }
    }

    fileprivate var kind: String {
        switch self {
        case .text: "text"
        case .selection: "selection"
        case .image: "image"
        case .document: "document"
        case .audio: "audio"
        case .video: "video"
        case .location: "location"
        case .sticker: "sticker"
        case .unsupported: "unsupported"
        }
    }
}
