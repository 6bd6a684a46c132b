import Domain
import Language
import Negotiation
import Wording

/// Offers, wishes, and the yes that binds.
extension Proven {
    private func offers(_ turn: TurnBuilder) -> [Offer] {
        Negotiator.offers(
            for: contents.negotiation, policy: contents.policy, authority: .bot, day: turn.today)
    }

    /// Why what is possible is shown.
    enum Occasion { case first, again, stale, plans }

    /// Shows what is possible: one offer with buttons, several in a list.
    func offer(_ occasion: Occasion, _ turn: inout TurnBuilder) {
        if let agreement = contents.agreement { return sayAgreement(agreement, &turn) }
        if let terms = turn.next.agreed { return sayAgreed(terms, &turn) }
        var offers = offers(turn)
        if occasion == .plans {
            let plans = offers.filter { $0.kind == .plan }
            if plans.count == 1, let plan = plans.first {
                show([plan.terms], &turn)
                return propose(.readBack(OfferText(plan.terms)), plan, &turn)
            }
            if !plans.isEmpty { offers = plans }
        }
        guard let first = offers.first else {
            turn.say(.bestAlready, to: identity)
            return turn.handOver(.noOffer)
        }
        show(offers.map(\.terms), &turn)
        turn.next.stage = .offering
        if offers.count == 1 {
            let buttons: [(Choice, ButtonLabel)] = [
                (.offer(index: 0, cents: first.total.cents), .payNow), (.otherProposal, .otherProposal),
                (.person, .talkToPerson),
            ]
            return turn.say(.singleOffer(OfferText(first.terms)), to: identity, .buttons(buttons))
        }
        let texts = offers.map { OfferText($0.terms) }
        let phrase: DebtPhrase =
            switch occasion {
            case .first: .offers(texts)
            case .again: .offersAgain(texts)
            case .stale: .staleOffer(texts)
            case .plans: .planOffers(texts)
            }
        turn.say(phrase, to: identity, .list(button: .seeOptions, rows: rows(offers, turn)))
    }

    func offersPlans(_ turn: TurnBuilder) -> Bool { offers(turn).contains { $0.kind == .plan } }

    /// Remembers what was shown, in order, and tells the engine.
    private func show(_ terms: [OfferTerms], _ turn: inout TurnBuilder) {
        turn.next.offersShown = terms
        turn.command(.offersMade(terms))
        turn.because(.withinPolicy, contents.policy.version)
    }

    private func rows(_ offers: [Offer], _ turn: TurnBuilder) -> [MessageOption] {
        let phrasing = Phrasing(tongue: turn.next.language, today: turn.today)
        let label = { (label: ButtonLabel) in turn.facts.catalogue.label(label, in: turn.next.language) }
        let options = offers.enumerated().map { index, offer in
            let row = phrasing.row(OfferText(offer.terms))
            let id = Choice.offer(index: index, cents: offer.total.cents).id
            return MessageOption(id: id, title: row.title, detail: row.detail)
        }
        return options + [
            MessageOption(id: Choice.otherProposal.id, title: label(.otherProposal)),
            MessageOption(id: Choice.person.id, title: label(.talkToPerson)),
        ]
    }

    /// Reads an offer back before it binds. What no longer stands is shown anew.
    func readBack(_ terms: OfferTerms, _ turn: inout TurnBuilder) {
        guard let offer = standing(terms, &turn) else { return self.offer(.stale, &turn) }
        propose(.readBack(OfferText(offer.terms)), offer, &turn)
    }

    private func propose(_ phrase: DebtPhrase, _ offer: Offer, _ turn: inout TurnBuilder) {
        turn.next.stage = .confirming(offer.terms)
        turn.say(
            phrase, to: identity,
            .buttons([(.confirm, .confirm), (.options, .otherProposal), (.person, .talkToPerson)]))
    }

    private func standing(_ terms: OfferTerms, _ turn: inout TurnBuilder) -> Offer? {
        switch Offer.revalidated(terms, policy: contents.policy, facts: contents.negotiation, day: turn.today) {
        case .standing(let offer): return offer
        case .lapsed(let violations):
            turn.because(.offerLapsed, violations.map(\.rawValue).sorted().joined(separator: ","))
            return nil
        }
    }

    func askAmount(_ turn: inout TurnBuilder) {
        if contents.agreement != nil || turn.next.agreed != nil { return askCancellation(&turn) }
        turn.next.stage = .askedAmount
        turn.say(.askAmount, to: identity)
    }

    // MARK: Wishes

    func takeWish(_ heard: Heard, _ turn: inout TurnBuilder) {
        if contents.agreement != nil || turn.next.agreed != nil { return askCancellation(&turn) }
        if heard.has(.hardship) { noteHardship(heard, &turn) }
        if heard.wantsSmallest, heard.details.found.amount == nil { return offerSmallest(&turn) }
        let wish = wish(heard, turn)
        if wish.isEmpty {
            if heard.first == .discountRequest { return offerBest(&turn) }
            if heard.first == .installmentRequest, offers(turn).contains(where: { $0.kind == .plan }) {
                return offer(.plans, &turn)
            }
            return askAmount(&turn)
        }
        respond(to: wish, wantsNoDown: heard.wantsNoDown, &turn)
    }

    func respond(to wish: Wish, wantsNoDown: Bool = false, _ turn: inout TurnBuilder) {
        let response = Negotiator.respond(
            to: wish, facts: contents.negotiation, policy: contents.policy, authority: .bot, day: turn.today)
        switch response {
        case .acceptable(let offer):
            show([offer.terms], &turn)
            let misses = wantsNoDown && offer.terms.downPayment != nil
            propose(
                misses ? .nearest(OfferText(offer.terms), .down) : .readBack(OfferText(offer.terms)), offer, &turn)
        case .nearest(let offer, let why):
            turn.because(.outsidePolicy, why.map(\.rawValue).sorted().joined(separator: ","))
            turn.disposition(.negotiating)
            if case .confirming(let before) = turn.next.stage, before.isSameDeal(as: offer.terms) {
                return insist(offer, &turn)
            }
            show([offer.terms], &turn)
            propose(.nearest(OfferText(offer.terms), DebtPhrase.WishGap(why)), offer, &turn)
        case .none(let why):
            turn.because(.outsidePolicy, why.rawValue)
            turn.say(.bestAlready, to: identity)
            turn.handOver(.noOffer)
        }
    }

    /// The same answer a second time: the truth, and the other way there is.
    private func insist(_ offer: Offer, _ turn: inout TurnBuilder) {
        let plan = offer.kind == .cash ? offers(turn).last { $0.kind == .plan } : nil
        show([offer.terms] + (plan.map { [$0.terms] } ?? []), &turn)
        propose(
            .nearestSame(OfferText(offer.terms), other: plan.map { OfferText($0.terms) }), offer, &turn)
    }

    /// What the words wish for; a bare amount is a monthly one where that was asked or where it is far below the whole.
    func wish(_ heard: Heard, _ turn: TurnBuilder) -> Wish {
        let details = heard.details
        var amount = heard.entities.amount ?? details.found.amount
        if amount == nil, let permille = details.sharePermille {
            amount = contents.negotiation.balance.scaled(by: Int64(permille), over: 1000)
        }
        if let given = amount, given <= .zero { amount = nil }
        var count = heard.entities.installments ?? details.found.installments
        if count == nil, amount == nil, heard.has(.installmentRequest), details.digitGroups.count == 1,
            let number = details.digitGroups.first.flatMap({ Int($0) }), (2...60).contains(number)
        {
            // "in 3 installments", "en 3 cuotas"
            count = number
        }
        count = count ?? heard.countOfAmount
        let begins = heard.entities.date ?? (heard.namesStart ? heard.details.found.date : nil)
        let firstDue = begins.flatMap { $0 >= turn.today ? $0 : nil }
        let dayOfMonth = heard.entities.dayOfMonth
        let isMonthly =
            details.amountIsPerInstallment || dayOfMonth != nil
            || (count ?? 1) > 1 && amount.map { $0 < contents.negotiation.balance.scaled(by: 1, over: 2) } ?? false
            || (turn.next.stage == .askedAmount
                || turn.next.stage == .offering && heard.wordCount <= 2 && !heard.wantsCash)
                && isSmall(amount)
        if amount != nil, heard.paysRestLater, details.sharePermille == nil {
            return Wish(installments: count ?? 1, down: amount, dayOfMonth: dayOfMonth)
        }
        if details.amountIsDownPayment || details.sharePermille != nil && !heard.wantsCash {
            // "metade agora": the other half is one payment, unless more were named.
            let rest = details.sharePermille == nil ? count : count ?? 1
            return Wish(installments: rest, down: amount, firstDue: firstDue, dayOfMonth: dayOfMonth)
        }
        if isMonthly {
            return Wish(monthly: amount, installments: count, firstDue: firstDue, dayOfMonth: dayOfMonth)
        }
        return Wish(total: amount, installments: count, firstDue: firstDue, dayOfMonth: dayOfMonth)
    }

    /// Less than half of what payment at once would cost.
    private func isSmall(_ amount: Money?) -> Bool {
        guard let amount else { return false }
        return amount < contents.negotiation.balance.scaled(by: 1, over: 2)
    }

    /// The best that is listed; whoever has heard it already is told honestly that it is.
    private func offerBest(_ turn: inout TurnBuilder) {
        let offers = offers(turn)
        guard let cash = offers.first(where: { $0.kind == .cash }), cash.saving > .zero else {
            return turn.say(
                .bestAlready, to: identity, .buttons([(.options, .seeOptions), (.person, .talkToPerson)]))
        }
        if case .confirming(let terms) = turn.next.stage, terms.kind == .cash {
            return turn.say(
                .bestAlready, to: identity, .buttons([(.confirm, .acceptOffer), (.person, .talkToPerson)]))
        }
        show([cash.terms], &turn)
        propose(.bestOffer(OfferText(cash.terms)), cash, &turn)
    }

    func offerSmallest(_ turn: inout TurnBuilder) {
        guard let plan = offers(turn).last(where: { $0.kind == .plan }) else { return offer(.again, &turn) }
        if contents.agreement != nil || turn.next.agreed != nil { return askCancellation(&turn) }
        show([plan.terms], &turn)
        propose(.readBack(OfferText(plan.terms)), plan, &turn)
    }

    // MARK: Yes and no

    func takeAccept(_ heard: Heard, _ turn: inout TurnBuilder) {
        switch turn.next.stage {
        case .confirming(let terms):
            if let count = heard.entities.installments, count != terms.installments.count, count > 1 {
                return respond(to: Wish(installments: count), &turn)
            }
            // "tá, 1000 então" is no yes to 1125; "sim, à vista" is none to a plan.
            if let amount = heard.entities.amount ?? heard.details.found.amount, !terms.names(amount) {
                return respond(to: wish(heard, turn), &turn)
            }
            if heard.wantsCash, terms.kind == .plan { return respond(to: Wish(installments: 1), &turn) }
            accept(terms, heard, &turn)
        case .offering: chooseOffer(heard, &turn)
        case .awaitingPayment, .awaitingCharge, .askedReceipt, .askedSurvey, .askedDisputeKind: turn.say(.allRight)
        case .askedAmount: takeWish(heard, &turn)
        case .askedDate:
            turn.say(.askDate, to: identity)
        default:
            if turn.next.isUnderReview ?? false { return turn.say(.allRight) }
            if contents.agreement != nil || turn.next.agreed != nil { return payNow(heard, &turn) }
            if turn.next.promise != nil { return turn.say(.allRight) }
            if turn.next.offersShown.isEmpty { offer(.first, &turn) } else { offer(.again, &turn) }
        }
    }

    /// A yes to several offers: the one that was named, else the first, which is read back before anything binds.
    private func chooseOffer(_ heard: Heard, _ turn: inout TurnBuilder) {
        let shown = turn.next.offersShown
        if let count = heard.entities.installments ?? heard.details.found.installments, count > 1 {
            if let terms = shown.first(where: { $0.kind == .plan && $0.installments.count == count }) {
                return readBack(terms, &turn)
            }
            return respond(to: Wish(installments: count), &turn)
        }
        if let amount = heard.entities.amount ?? heard.details.found.amount,
            let terms = shown.first(where: { $0.total == amount || $0.installments.contains { $0.amount == amount } })
        {
            return readBack(terms, &turn)
        }
        if heard.wantsCash, let terms = shown.first(where: { $0.kind == .cash }) { return readBack(terms, &turn) }
        guard let first = shown.first else { return offer(.first, &turn) }
        turn.because(.ambiguousAnswer, "first of \(shown.count)")
        readBack(first, &turn)
    }

    func takeConfirmation(_ heard: Heard, _ turn: inout TurnBuilder) {
        guard case .confirming(let terms) = turn.next.stage else {
            turn.because(.staleChoice, "confirm")
            return offer(.stale, &turn)
        }
        accept(terms, heard, &turn)
    }

    /// The yes that binds, to terms that were read back and still stand.
    private func accept(_ terms: OfferTerms, _ heard: Heard, _ turn: inout TurnBuilder) {
        guard let offer = standing(terms, &turn), let first = offer.firstPayment else {
            return self.offer(.stale, &turn)
        }
        turn.next.agreed = offer.terms
        turn.next.isUnderReview = nil
        turn.next.promise = nil
        turn.next.declines = 0
        turn.command(.agreementAccepted(offer.terms, evidence: heard.lastMessage))
        turn.disposition(.agreement)
        if turn.today.days(until: first.due) <= Proven.chargeAheadDays {
            turn.next.stage = .awaitingCharge
            turn.next.justAgreed = true
            turn.command(.chargeRequested(amount: first.amount, due: first.due, paymentNumber: first.number))
        } else {
            turn.next.stage = .awaitingPayment
            turn.say(.agreedLater(name: turn.name, due: first.due), to: identity)
        }
    }

    /// A Pix for a payment further ahead would be forgotten by the day it is due.
    static let chargeAheadDays = 10

    func takeDecline(_ turn: inout TurnBuilder) {
        switch turn.next.stage {
        case .offering, .confirming, .askedAmount:
            turn.next.declines += 1
            if turn.next.declines == 1 {
                turn.next.stage = .askedAmount
                turn.say(.declined, to: identity)
            } else {
                turn.next.stage = .resting
                turn.disposition(.noInterest)
                turn.say(
                    .notNow, .buttons([(.options, .seeOptions), (.person, .talkToPerson)]))
            }
        case .askedDate:
            turn.next.stage = .resting
            turn.say(.vagueLetGo, to: identity)
        default: turn.say(.notNow)
        }
    }
}

extension OfferTerms {
    /// Whether an amount that was said is one of the offer's, cents left out or not.
    func names(_ amount: Money) -> Bool {
        ([total] + payments.map(\.amount)).contains { abs($0.cents - amount.cents) < 100 }
    }
}

extension DebtPhrase.WishGap {
    /// The obstacle that explains most.
    init(_ why: Set<WishObstacle>) {
        let order: [(WishObstacle, DebtPhrase.WishGap)] = [
            (.noPlan, .noPlan), (.totalTooLow, .total), (.installmentTooSmall, .installment),
            (.tooManyInstallments, .count), (.downPaymentTooSmall, .down), (.dateTooFar, .date),
            (.dayNotOffered, .date), (.beyondMeans, .installment),
        ]
        self = order.first { why.contains($0.0) }?.1 ?? .total
    }
}
