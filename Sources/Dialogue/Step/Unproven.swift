import Domain
import Language
import Negotiation
import Wording

/// Before proof: nothing is known of any debt here, and no phrase of it can be said.
extension TurnBuilder {
    mutating func takeUnproven(_ given: Heard) {
        var heard = given
        if heard.has(.dispute), heard.disputeKind == nil, next.held?.intents.contains(.alreadyPaid) ?? false {
            // "já paguei" … "não devo mais nada" says the same again.
            heard.intents = [.alreadyPaid]
        }
        if heard.asksWhetherAutomated { return sayHonestly() }
        if heard.choices.contains(.person) || heard.has(.humanAgent) { return callPerson() }
        if heard.choices.contains(.cannotTalk) || answersCallback(heard) { return postpone(heard) }
        if tryProof(heard) { return }
        // Where somebody else had answered, a bare yes is still theirs.
        let agrees = heard.has(.accept) && next.contextQuestion == .askedIdentity && !next.someoneElseAnswered
        if saysItIsThem(heard) || agrees {
            next.confirmedName = true
            next.someoneElseAnswered = false
        }
        hold(heard)
        if answersAtOnce(heard) || react(heard) { return }
        askNext(heard)
    }

    /// Questions about the conversation itself are answered before anything is asked.
    private mutating func answersAtOnce(_ heard: Heard) -> Bool {
        let canAsk = facts.file.secrets.canProve
        if answersFromOwnTexts(heard, to: nil) { return true }
        if heard.asksWhoWrites, !next.confirmedName, canAsk {
            next.stage = .askedName
            say(
                .whoWrites(name: name, creditor: facts.creditor.tradeName),
                .buttons([(.isMe, .isMe), (.isNotMe, .isNotMe)]))
        } else if next.someoneElseAnswered, !saysItIsThem(heard), !isOver(heard) {
            next.stage = .askedName
            say(.thirdPartyAgain(name: name))
        } else if case .askedDatum = next.stage, heard.asksWhyProof {
            say(.whyProof)
        } else if heard.asksWhatItIsAbout, !next.confirmedName, canAsk, next.held.map(\.isQuestion) ?? true {
            next.stage = .askedName
            say(.privateMatter(name: name), .buttons([(.isMe, .isMe), (.isNotMe, .isNotMe)]))
        } else {
            return false
        }
        because(.proofNeeded, "asked")
        return true
    }

    /// What ends or turns a conversation, whoever writes.
    private func isOver(_ heard: Heard) -> Bool {
        [.refuseToPay, .scamSuspicion, .abuse, .callbackLater, .thanks, .dispute].contains(heard.first)
    }

    /// Compares what was given; whether it settled the turn.
    private mutating func tryProof(_ given: Heard) -> Bool {
        var heard = given
        let asked: IdentityDatum = if case .askedDatum(let datum) = next.stage { datum } else { .cpfStart }
        let outcome = IdentityCheck(secrets: facts.file.secrets, asked: asked).compare(heard)
        let asksNothing = next.stage == .fresh || next.stage == .resting
        switch outcome {
        case .nothingGiven: return false
        case .mismatched where asksNothing && !heard.plain.contains(" cpf "): return false
        case .mismatched:
            hold(heard)
            failProof(asked)
            return true
        case .matched(let data):
            heard.forgetAmountsOfProof()
            // Who answers "Falo com Ana?" with Ana's own number has said that they are Ana, unless somebody else had
            // answered from here before.
            let names = saysItIsThem(heard) || next.confirmedName || (!next.someoneElseAnswered && !asksNothing)
            if names { next.confirmedName = true }
            hold(heard)
            let all = names ? data.union([.name]) : data
            guard failuresLately < TurnBuilder.proofTriesMax,
                let proven = IdentityProof.prove(
                    data: all, debtor: facts.file.debtor, contactPoint: facts.contactPoint, now: now)
            else {
                next.stage = .askedName
                because(.proofNeeded, "name")
                say(.askName(name: name, creditor: facts.creditor.tradeName))
                return true
            }
            acceptProof(proven, heard)
            return true
        }
    }

    static let proofTriesMax = 3

    private var failuresLately: Int {
        next.failedProofs.count { now < $0.adding(hours: 24) }
    }

    private mutating func failProof(_ asked: IdentityDatum) {
        next.failedProofs = next.failedProofs.filter { now < $0.adding(hours: 24) } + [now]
        let remaining = max(0, TurnBuilder.proofTriesMax - failuresLately)
        command(.identityFailed(remaining: remaining))
        because(.proofFailed, "\(remaining)")
        if remaining == 0 {
            disposition(.identityFailed)
            say(.proofFailed(serviceTime))
            handOver(.identity)
            next.stage = .resting
        } else {
            next.stage = .askedDatum(asked == .birthday ? .birthday : .cpfStart)
            say(asked == .birthday ? .tryBirthdayAgain : .tryCPFAgain)
        }
    }

    private mutating func acceptProof(_ proven: ProvenIdentity, _ heard: Heard) {
        next.evidence = proven.evidence
        next.failedProofs = []
        next.misses = 0
        next.repeatedAsks = 0
        command(.identityProved(proven.evidence))
        disposition(.rightParty)
        because(.proved, proven.evidence.data.map(\.rawValue).joined(separator: "+"))
        guard let contents = facts.file.reveal(to: proven) else { return }
        Proven(identity: proven, contents: contents).begin(heard, &self)
    }

    /// Keeps what the person wants until it can be talked about; what must stop dunning does so at once.
    private mutating func hold(_ heard: Heard) {
        let matters = heard.matters
        guard !matters.isEmpty || heard.receipt != nil else { return }
        // What somebody else asked is not asked again by the person.
        if next.someoneElseAnswered, !saysItIsThem(heard), !heard.has(.dispute), !heard.has(.alreadyPaid) { return }
        if heard.has(.dispute), !(next.held?.intents.contains(.dispute) ?? false) {
            command(.disputeOpened(heard.disputeKind))
            disposition(.dispute)
        }
        let claims = heard.finding.map { $0.claimsPayment } ?? (heard.receipt != nil && heard.namesReceipt)
        if heard.has(.alreadyPaid) || claims,
            !(next.held?.intents.contains(.alreadyPaid) ?? false)
        {
            command(.paidClaimed(receipt: heard.receipt))
            disposition(.paymentClaimed)
        }
        if heard.has(.hardship), !(next.held?.intents.contains(.hardship) ?? false) {
            next.isInStrongHardship = next.isInStrongHardship || heard.isStrongHardship
            command(.hardship(strong: heard.isStrongHardship))
            disposition(.hardship)
        }
        let earlier = next.held
        next.held = HeldMatter(
            intents: matters + (earlier?.intents.filter { !matters.contains($0) } ?? []),
            entities: matters.isEmpty ? earlier?.entities ?? heard.entities : heard.entities,
            details: matters.isEmpty ? earlier?.details ?? HeldDetails(heard) : HeldDetails(heard),
            message: heard.lastMessage, receipt: heard.receipt ?? earlier?.receipt,
            finding: heard.receipt == nil ? earlier?.finding : heard.finding)
    }

    /// Reactions that need no proof and lead to no question about it.
    private mutating func react(_ heard: Heard) -> Bool {
        switch heard.first {
        case .refuseToPay: refuse()
        case .scamSuspicion:
            command(.scamSuspicion)
            disposition(.scamDoubt)
            say(.scamAdvice(creditorText))
        case .callbackLater: postpone(heard)
        case .abuse: takeAbuse()
        case .thanks where !heard.intents.contains(.accept): say(.welcome)
        default: return false
        }
        return true
    }

    /// The truth about who writes, with the way to a person (P7).
    mutating func sayHonestly() {
        say(.honest(creditor: facts.creditor.tradeName), .buttons([(.person, .talkToPerson)]))
    }

    mutating func refuse() {
        command(.refused(until: today.adding(days: TurnBuilder.refusalDays)))
        disposition(.refusal)
        say(.refusalNoted)
        next.stage = .resting
    }

    static let refusalDays = 30

    /// A day or a time, to the question when to call back.
    func answersCallback(_ heard: Heard) -> Bool {
        next.stage == .askedCallback && (heard.details.found.date != nil || heard.details.found.timeOfDay != nil)
    }

    mutating func postpone(_ heard: Heard) {
        let day = heard.entities.date ?? heard.details.found.date
        let time = heard.entities.timeOfDay ?? heard.details.found.timeOfDay
        disposition(.callback)
        if day == nil && time == nil && next.stage != .askedCallback && heard.choices.isEmpty {
            next.stage = .askedCallback
            command(.callbackScheduled(day: nil, time: nil))
            say(.askCallback)
            return
        }
        command(.callbackScheduled(day: day, time: time))
        next.stage = .resting
        say(.callbackNoted(day: day, time: spoken(time)))
    }

    mutating func takeAbuse() {
        next.abuses += 1
        command(.abuse(count: next.abuses))
        disposition(.abuse)
        if next.abuses == 1 {
            say(
                .abuseFirst,
                .buttons([(.person, .talkToPerson), (.cannotTalk, .notNow), (.stopMessages, .stopMessages)]))
        } else {
            say(.abuseStop)
            handOver(.abuse)
        }
    }

    /// The next thing that is needed to know who writes.
    private mutating func askNext(_ heard: Heard) {
        because(.proofNeeded)
        guard facts.file.secrets.canProve else {
            say(.personNeeded(serviceTime))
            return handOver(.identity)
        }
        if heard.media.contains(where: { $0.kind == .audio }) && heard.text.isEmpty { return miss(.audio) }
        if heard.media.contains(where: { $0.kind == .photo }) && heard.text.isEmpty { return miss(.photoSeen) }
        if heard.media.contains(where: { $0.kind == .other }) && heard.text.isEmpty { return miss(.unsupported) }
        if heard.first == .decline { return takeDecline(heard) }
        if !next.confirmedName, next.stage == .fresh || next.stage == .resting || next.someoneElseAnswered {
            next.stage = .askedName
            return askName(heard)
        }
        if !next.confirmedName, next.held == nil {
            // "Falo com Ana?" was answered by neither yes nor no.
            next.stage = .askedName
            return heard.first == .greeting || heard.isGreeting
                ? askName(heard) : miss(.notUnderstoodName(name: name))
        }
        if case .askedDatum = next.stage {
            if heard.first == .other, heard.receipt == nil, !heard.plain.contains(" cpf ") { return miss(.whyProof) }
            // Asked before, and not answered: not for ever.
            next.repeatedAsks += 1
            if next.repeatedAsks > TurnBuilder.repeatedAsksMax {
                say(.personNeeded(serviceTime))
                return handOver(.identity)
            }
        }
        askDatum()
    }

    static let repeatedAsksMax = 3

    /// The question that is open, once more.
    mutating func askAgain() {
        guard facts.file.secrets.canProve else {
            say(.personNeeded(serviceTime))
            return handOver(.identity)
        }
        if case .askedDatum = next.stage { return askDatum() }
        next.stage = .askedName
        askName(Heard())
    }

    private mutating func askName(_ heard: Heard) {
        let phrase: NeutralPhrase = .askName(name: name, creditor: facts.creditor.tradeName)
        say(phrase, .buttons([(.isMe, .isMe), (.isNotMe, .isNotMe)]))
    }

    private mutating func askDatum() {
        next.misses = 0
        guard facts.file.secrets.cpfDigits != nil else {
            next.stage = .askedDatum(.birthday)
            return say(.askBirthday)
        }
        next.stage = .askedDatum(.cpfStart)
        guard let held = next.held else { return say(.askCPF) }
        let intents = held.intents
        let acknowledgement: NeutralPhrase.Acknowledgement =
            intents.contains(.dispute)
            ? .dispute
            : intents.contains(.alreadyPaid)
                ? .paid
                : held.receipt != nil
                    ? .receipt
                    : intents.contains(.hardship)
                        ? .hardship
                        : intents.first == .promiseToPay
                            ? .promise : intents.first == .contactUpdate ? .contact : .question
        say(.askCPFBefore(acknowledgement))
    }

    /// "não": to the name it means another person; to the digits, that another way is needed.
    private mutating func takeDecline(_ heard: Heard) {
        if next.stage == .askedName, Saying(heard.text).isBareNo {
            command(.wrongPerson)
            disposition(.wrongParty)
            next.stage = .stopped(.wrongPerson)
            return say(.wrongPerson)
        }
        guard case .askedDatum(let datum) = next.stage else {
            next.stage = .resting
            return say(.notNow)
        }
        next.declines += 1
        if datum != .birthday, facts.file.secrets.birthDate != nil {
            next.stage = .askedDatum(.birthday)
            say(.askBirthday)
        } else if next.declines == 1 {
            say(.whyProof, .buttons([(.person, .talkToPerson), (.cannotTalk, .notNow)]))
        } else {
            say(.personNeeded(serviceTime))
            handOver(.identity)
        }
    }
}

extension Heard {
    /// What can wait, also where only exact words tell of it: "sou eu, quero pagar à vista".
    var matters: [Intent] {
        let known = intents.filter(HeldMatter.intents.contains)
        guard known.isEmpty, choices.isEmpty else { return known }
        if details.found.installments ?? 0 > 1 { return [.installmentRequest] }
        return wantsCash ? [.paymentRequest] : []
    }
}

extension HeldMatter {
    /// Only a wish to know, which says nothing of who asks.
    var isQuestion: Bool {
        let questions: Set<Intent> = [.debtInquiry, .creditBureau, .paymentStatus]
        return intents.allSatisfy(questions.contains)
    }

    /// What can wait for proof, and only then be answered.
    static let intents: Set<Intent> = [
        .debtInquiry, .paymentRequest, .discountRequest, .installmentRequest, .counterOffer, .promiseToPay,
        .alreadyPaid,
        .paymentStatus, .creditBureau, .hardship, .dispute, .documentRequest, .contactUpdate,
    ]
}

extension HeldDetails {
    init(_ heard: Heard) {
        self.init(
            amountIsPerInstallment: heard.details.amountIsPerInstallment,
            amountIsDownPayment: heard.details.amountIsDownPayment, sharePermille: heard.details.sharePermille,
            disputeKind: heard.disputeKind)
    }
}
