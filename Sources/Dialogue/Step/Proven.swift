import Domain
import Language
import Negotiation
import Wording

/// The conversation with who has proved to be the debtor: here, and only here, there is a case to talk about.
struct Proven {
    let identity: ProvenIdentity
    let contents: CaseContents

    /// The first words after proof: what it is about, and then what the person wanted.
    func begin(_ heard: Heard, _ turn: inout TurnBuilder) {
        let held = turn.next.held
        turn.next.held = nil
        var merged = Heard()
        merged.lastMessage = heard.lastMessage
        merged.intents = heard.matters
        for intent in held?.intents ?? [] where !merged.intents.contains(intent) { merged.intents.append(intent) }
        merged.intents.sort { Heard.priority.firstIndex(of: $0) ?? 0 < Heard.priority.firstIndex(of: $1) ?? 0 }
        merged.entities = held?.entities ?? heard.entities
        merged.details.found = merged.entities
        merged.details.amountIsPerInstallment = held?.details.amountIsPerInstallment ?? false
        merged.details.amountIsDownPayment = held?.details.amountIsDownPayment ?? false
        merged.details.sharePermille = held?.details.sharePermille
        merged.heldDisputeKind = held?.details.disputeKind
        merged.say(heard.text)
        if let receipt = held?.receipt {
            merged.media.append(Heard.Media(kind: .picture, message: receipt, finding: held?.finding))
        }
        if let agreement = contents.agreement, merged.intents.isEmpty {
            return sayAgreement(agreement, &turn)
        }
        // Who says that it is paid need not read the balance first.
        let isPaid = (merged.has(.alreadyPaid) || merged.finding != nil) && !contents.negotiation.negotiable.isEmpty
        guard isPaid || state(&turn) else { return }
        merged.intents.removeAll { $0 == .debtInquiry }
        if merged.intents.isEmpty && merged.receipt == nil { return offer(.first, &turn) }
        take(merged, &turn, isBeginning: true)
    }

    /// Says what is owed, line by line; false when nothing is left to talk about.
    func state(_ turn: inout TurnBuilder) -> Bool {
        guard !contents.negotiation.debts.isEmpty, contents.debts.contains(where: { $0.balance.total > .zero }) else {
            turn.next.stage = .resting
            turn.say(.nothingOwed(name: turn.name), to: identity)
            return false
        }
        guard !contents.negotiation.negotiable.isEmpty else {
            turn.next.stage = .resting
            turn.because(.intent, "time-barred")
            turn.say(.timeBarred, to: identity, .buttons([(.person, .talkToPerson)]))
            return false
        }
        let negotiable = Set(contents.negotiation.negotiable.map(\.id))
        let debts = contents.debts.filter { negotiable.contains($0.id) }.map(DebtText.init)
        if debts.count == 1, let debt = debts.first {
            turn.say(.statement(name: turn.name, debt, turn.creditorText), to: identity)
        } else {
            let total = debts.map(\.total).sum()
            turn.say(.statements(name: turn.name, debts, total: total, turn.creditorText), to: identity)
        }
        turn.next.statedOn = turn.today
        return true
    }

    func take(_ given: Heard, _ turn: inout TurnBuilder, isBeginning: Bool = false) {
        var heard = given
        if let choice = heard.choices.last { return take(choice, heard, &turn) }
        if heard.has(.optOut), turn.cancelsAgreement(heard) { return askCancellation(&turn) }
        if heard.asksWhetherAutomated { return turn.sayHonestly() }
        if heard.media.isEmpty { sharpen(&heard, turn.next.stage) }
        if !isBeginning, answersStage(heard, &turn) || answersQuestion(heard, &turn) { return }
        if heard.first != .other || heard.receipt != nil { turn.next.misses = 0 }
        // "foi 640 reais": of a payment that is being looked for an amount is a part, and no wish.
        if turn.tellsOfPayment(heard) { return takePaidClaim(heard, &turn) }
        switch heard.first {
        case .deceased: takeHardship(heard, &turn)
        case .thirdPartyPayer: payNow(heard, &turn)
        case .dispute, .wrongPerson: takeDispute(heard, &turn)
        case _ where heard.finding != nil: takePaidClaim(heard, &turn)
        case .paymentStatus: takeStatus(heard, &turn)
        case .alreadyPaid: takePaidClaim(heard, &turn)
        case _ where heard.receipt != nil: takePaidClaim(heard, &turn)
        case .hardship: takeHardship(heard, &turn)
        case .humanAgent: turn.callPerson()
        case .refuseToPay: turn.refuse()
        case .scamSuspicion:
            turn.command(.scamSuspicion)
            turn.disposition(.scamDoubt)
            turn.say(.scamAdvice(turn.creditorText))
        case .accept: takeAccept(heard, &turn)
        case .decline: takeDecline(&turn)
        case .counterOffer, .installmentRequest, .discountRequest: takeWish(heard, &turn)
        case .promiseToPay: takePromise(heard, &turn)
        case .paymentRequest: payNow(heard, &turn)
        case .callbackLater: turn.postpone(heard)
        default: takeRest(heard, &turn)
        }
    }

    private func takeRest(_ heard: Heard, _ turn: inout TurnBuilder) {
        switch heard.first {
        case .debtInquiry: explain(heard, &turn)
        case .creditBureau: takeBureau(&turn)
        case .documentRequest:
            turn.command(.documentRequested)
            if heard.has(.humanAgent) { return turn.callPerson() }
            turn.say(.documentsNoted, to: identity)
        case .contactUpdate:
            turn.command(
                .contactUpdated(phones: heard.details.phones, emails: heard.details.emails, text: heard.text))
            turn.say(.contactUpdated, to: identity)
        case .abuse: turn.takeAbuse()
        case .thanks: turn.say(.welcome)
        case .greeting: greet(&turn)
        default: takeOther(heard, &turn)
        }
    }

    private func greet(_ turn: inout TurnBuilder) {
        if let agreement = contents.agreement { return sayAgreement(agreement, &turn) }
        switch turn.next.stage {
        case .offering, .confirming, .askedAmount: offer(.again, &turn)
        default: turn.say(.greetingBack)
        }
    }

    private func takeOther(_ heard: Heard, _ turn: inout TurnBuilder) {
        let isMediaOnly = heard.text.isEmpty
        if isMediaOnly, heard.media.contains(where: { $0.kind == .audio }) { return turn.miss(.audio) }
        if isMediaOnly, heard.media.contains(where: { $0.kind == .photo }) { return turn.miss(.photoSeen) }
        if isMediaOnly, !heard.media.isEmpty { return turn.miss(.unsupported) }
        if heard.first == .other, heard.isQuestion, heard.wordCount >= 3 {
            // Half understood: asked about once, and only then a person's.
            if !heard.isSure, turn.next.stage.weighsOffers, turn.next.misses == 0 { return turn.miss(.notUnderstood) }
            return turn.passQuestion(heard)
        }
        if case .confirming(let terms) = turn.next.stage, turn.next.misses == 0 {
            // Neither yes nor no: the same once more, in other words.
            turn.next.misses += 1
            turn.because(.notUnderstood, "confirmation")
            return readBack(terms, &turn)
        }
        turn.miss(.notUnderstood)
    }

    private func takeBureau(_ turn: inout TurnBuilder) {
        switch contents.bureau {
        case .listed: turn.say(.bureauListed, to: identity)
        case .notListed: turn.say(.bureauNotListed, to: identity)
        case .unknown: turn.say(.bureauUnknown, to: identity)
        }
    }
}
