import Domain
import Language
import Negotiation
import Wording

/// What happens besides the debtor writing: charges, payments, people, time.
extension TurnBuilder {
    /// Quita wrote first; a word in answer now has a meaning.
    mutating func takeOpening(_ opening: Opening) {
        because(.opened, opening.rawValue)
        if case .stopped = next.stage { return }
        guard next.stage == .fresh || next.stage == .resting else { return }
        switch opening {
        case .askedName where identity == nil: next.stage = .askedName
        default: next.stage = .resting
        }
    }

    mutating func takeCharge(_ charge: ChargeFacts) {
        if case .stopped(let reason) = next.stage { return because(.silenced, reason.rawValue) }
        guard let identity, let contents = facts.file.reveal(to: identity) else {
            return because(.proofNeeded, "charge")
        }
        because(.charge)
        Proven(identity: identity, contents: contents).send(charge, &self)
    }

    mutating func takeChargeFailure() {
        if case .stopped(let reason) = next.stage { return because(.silenced, reason.rawValue) }
        guard let identity, next.keeper == .bot else { return because(.personOwns) }
        next.stage = .resting
        let isAgreed = next.justAgreed ?? false
        next.justAgreed = nil
        say(isAgreed ? .agreedChargeFailed(name: name, serviceTime) : .chargeFailed(serviceTime), to: identity)
        handOver(.chargeFailed)
    }

    /// Thanks once for each payment, and asks once how it went.
    mutating func takePayment(_ payment: PaymentFacts) {
        if next.thankedPayments.contains(payment.payment) { return because(.payment, "thanked") }
        next.thankedPayments = next.thankedPayments.suffix(TurnBuilder.thankedMax - 1) + [payment.payment]
        next.openCharge = nil
        next.promise = nil
        disposition(.paid)
        if case .stopped(let reason) = next.stage { return because(.silenced, reason.rawValue) }
        guard let identity else { return because(.proofNeeded, "payment") }
        because(.payment)
        say(thanks(for: payment), to: identity)
        if case .settled = payment.effect {
            next.agreed = nil
            next.offersShown = []
        }
        if case .partial = payment.effect { return next.stage = .resting }
        guard !next.surveyed, next.keeper == .bot else { return next.stage = .resting }
        next.surveyed = true
        next.stage = .askedSurvey
        let labels: [ButtonLabel] = [.score5, .score4, .score3, .score2, .score1]
        let rows = zip([5, 4, 3, 2, 1], labels).map { score, label in
            MessageOption(id: Choice.score(score).id, title: facts.catalogue.label(label, in: next.language))
        }
        say(.surveyAsk, to: identity, .list(button: .answer, rows: rows))
    }

    static let thankedMax = 64

    private func thanks(for payment: PaymentFacts) -> DebtPhrase {
        switch payment.effect {
        case .settled: .paymentSettled(name: name, amount: payment.amount, day: payment.paidOn)
        case .partial(let open): .paymentPartial(amount: payment.amount, open: open)
        case .installment(let number, let count, let next):
            number == 0
                ? .paymentDown(name: name, amount: payment.amount, next: next.map(OfferText.Payment.init))
                : .paymentInstallment(
                    name: name, amount: payment.amount, number: number, count: count,
                    next: next.map(OfferText.Payment.init))
        }
    }

    mutating func takeBack(isTold: Bool) {
        guard next.keeper != .bot else { return because(.personOwns, "bot") }
        next.keeper = .bot
        next.misses = 0
        next.repeatedAsks = 0
        next.waitNoticeGiven = false
        switch next.stage {
        case .stopped(.crisis):
            next.stage = .resting
            return because(.opened, "after crisis")
        case .stopped(let reason): return because(.silenced, reason.rawValue)
        default:
            next.stage = identity == nil ? .fresh : .resting
            // After a long silence nobody is waiting for a word.
            if isTold { say(.handedBack) } else { because(.opened, "after silence") }
        }
    }

    /// One gentle word where offers wait, then silence.
    mutating func takeSilence() {
        guard next.keeper == .bot, !next.nudged, let identity else { return because(.silenced, "nobody wrote") }
        switch next.stage {
        case .offering, .confirming, .askedAmount:
            next.nudged = true
            say(.nudge, to: identity)
        default: because(.silenced, "nobody wrote")
        }
    }
}

extension OfferText.Payment {
    init(_ payment: PaymentFacts.NextPayment) { self.init(amount: payment.amount, due: payment.due) }
}
