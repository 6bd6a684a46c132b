import Domain
import Language
import Negotiation
import Wording

/// What the debtor wrote: heard as one, then answered by who they are and where the conversation stands.
extension TurnBuilder {
    /// More messages than this in a row are still all kept, but only the last ones are answered.
    static let messagesMax = 20

    mutating func takeMessages(_ messages: [InboundMessage], listener: Listener) {
        let heard = hear(messages.suffix(TurnBuilder.messagesMax), listener)
        guard heard.lastMessage != nil else { return }
        if identity != nil { next.evidence = next.evidence?.heard(at: now) }
        follow(heard.language)
        next.nudged = false
        if case .stopped(let reason) = next.stage {
            takeStopped(reason, heard)
        } else if next.keeper == .person {
            notePersonOwned(heard)
        } else if takeSafety(heard) {
            return
        } else if next.keeper == .queue {
            takeQueued()
        } else if takesListening(heard) {
            because(.voice, next.wantsVoice ? "on" : "off")
        } else if let identity, let contents = facts.file.reveal(to: identity) {
            because(.intent, heard.first.rawValue)
            Proven(identity: identity, contents: contents).take(heard, &self)
        } else {
            because(.intent, heard.first.rawValue)
            takeUnproven(heard)
        }
    }

    private mutating func hear(_ messages: some Collection<InboundMessage>, _ listener: Listener) -> Heard {
        var heard = Heard()
        let context = next.contextQuestion
        for message in messages {
            heard.lastMessage = message.id
            switch message.content {
            case .text(let text): hear(text, message.id, context, listener, &heard)
            case .selection(let id, let title):
                if let choice = Choice(id: id) {
                    heard.choices.append(choice)
                    because(.choice, choice.id)
                    record(Reading(message: message.id, intents: [], entities: Entities(), isSure: true))
                } else {
                    hear(title, message.id, context, listener, &heard)
                }
            case .image(let caption), .document(_, let caption):
                heard.media.append(seen(message, caption))
                if let caption, !caption.isEmpty { hear(caption, message.id, context, listener, &heard) }
            case .audio: heard.media.append(Heard.Media(kind: .audio, message: message.id))
            case .video(let caption):
                heard.media.append(Heard.Media(kind: .other, message: message.id))
                if let caption, !caption.isEmpty { hear(caption, message.id, context, listener, &heard) }
            case .location, .sticker, .unsupported:
                heard.media.append(Heard.Media(kind: .other, message: message.id))
            }
        }
        heard.settle(messageCount: messages.count)
        return heard
    }

    /// A picture, as what was read on it: where a receipt was asked for or announced, one that shows none is one that could
    /// not be read.
    private func seen(_ message: InboundMessage, _ caption: String?) -> Heard.Media {
        guard message.receipt == .noReceipt else {
            return Heard.Media(kind: .picture, message: message.id, finding: message.receipt)
        }
        let isExpected = next.stage == .askedReceipt || caption.map { Saying($0).namesReceipt } ?? false
        return isExpected
            ? Heard.Media(kind: .picture, message: message.id, finding: .unreadable)
            : Heard.Media(kind: .photo, message: message.id)
    }

    private mutating func hear(
        _ text: String, _ message: MessageID, _ context: QuestionContext, _ listener: Listener, _ heard: inout Heard
    ) {
        let understanding = listener.hear(text, today, context)
        let isConfirming = if case .confirming = next.stage { true } else { false }
        let question = Heard.Question(
            provesIdentity: identity == nil && context == .askedIdentity, binds: isConfirming,
            asksName: next.stage == .askedName, names: (folded(name), facts.file.foldedName))
        heard.add(understanding, text: text, message: message, question: question)
        let intents = understanding.intents.map { scored in
            let confidence = scored.confidence.isFinite ? min(max(scored.confidence, 0), 1) : 0
            return Reading.Heard(intent: scored.intent, confidencePermille: Int(confidence * 1000))
        }
        record(
            Reading(
                message: message, intents: intents, entities: understanding.entities, isSure: understanding.isSure,
                context: context))
    }

    /// Answers in the language that the person writes.
    private mutating func follow(_ language: MessageLanguage?) {
        guard let language, Tongue(language) != next.language else { return }
        next.language = Tongue(language)
        because(.languageChanged, next.language.rawValue)
    }

    /// Nothing is said any more, but a cry for help is heard, and who wants to return may.
    private mutating func takeStopped(_ reason: StopReason, _ heard: Heard) {
        if heard.has(.crisis) { return takeCrisis() }
        switch reason {
        case .optedOut where heard.asksToReturn:
            command(.optIn(facts.channel))
            next.stage = identity == nil ? .fresh : .resting
            if next.keeper == .person { return because(.personOwns) }
            next.keeper = .bot
            say(.optInWelcome)
        case .wrongPerson where saysItIsThem(heard) && next.keeper == .bot:
            say(.wrongPersonReturned)
            handOver(.wrongPersonReturned)
        case .wrongPerson where heard.has(.privacyRequest):
            // Whoever reads is a person with rights, though not the one sought (LGPD art. 18).
            command(.privacyRequest)
            if next.keeper == .person { return because(.personOwns) }
            say(.privacyOpened(creditor: facts.creditor.tradeName))
        default:
            // Silence already, but the wish is kept where it was not yet.
            if reason != .optedOut, heard.has(.optOut) {
                command(.optOut(facts.channel))
                if reason != .deceased { next.stage = .stopped(.optedOut) }
            }
            because(.silenced, reason.rawValue)
        }
    }

    /// A person answers; what the law wants done at once is still done at once.
    private mutating func notePersonOwned(_ heard: Heard) {
        because(.personOwns)
        if heard.has(.crisis) { command(.crisis) }
        if heard.has(.optOut) || heard.choices.contains(.stopMessages) {
            command(.optOut(facts.channel))
            next.stage = .stopped(.optedOut)
        }
        if heard.has(.deceased), identity == nil {
            command(.deceased)
            next.stage = .stopped(.deceased)
        }
        if heard.has(.wrongPerson), identity == nil {
            command(.wrongPerson)
            next.stage = .stopped(.wrongPerson)
        }
        if heard.has(.dispute) { command(.disputeOpened(heard.disputeKind)) }
        if let receipt = heard.receipt, heard.finding?.claimsPayment ?? false {
            command(.paidClaimed(receipt: receipt))
        }
    }

    /// Handed over, nobody there yet: says so once.
    mutating func takeQueued() {
        because(.personOwns)
        guard !next.waitNoticeGiven else { return }
        next.waitNoticeGiven = true
        say(.humanWaiting(serviceTime))
    }

    func saysItIsThem(_ heard: Heard) -> Bool {
        heard.choices.contains(.isMe)
            || heard.text.split(separator: "\n").contains {
                Saying(String($0)).claims(toBe: (folded(name), facts.file.foldedName))
            }
    }
}
