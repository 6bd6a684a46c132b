package import Domain

/// What may be said only to who proved to be the debtor.
package enum DebtPhrase: Hashable, Sendable {
    case statement(name: String, DebtText, CreditorText)
    /// Several debts, one line each.
    case statements(name: String, [DebtText], total: Money, CreditorText)
    case nothingOwed(name: String)
    case timeBarred
    case offers([OfferText])
    case offersAgain([OfferText])
    /// Only plans, to who asked for installments.
    case planOffers([OfferText])
    case singleOffer(OfferText)
    case readBack(OfferText)
    /// Not the wish, but near it.
    case nearest(OfferText, WishGap)
    case whichOffer
    case staleOffer([OfferText])
    case askAmount
    case declined
    /// The first payment lies further ahead: its Pix comes on the day.
    case agreedLater(name: String, due: CalendarDay)
    case chargeInstructions(amount: Money, due: CalendarDay, beneficiary: String, document: String?)
    case chargePending
    case chargeFailed(ServiceTime)
    case paymentSettled(name: String, amount: Money, day: CalendarDay)
    case paymentInstallment(name: String, amount: Money, number: Int, count: Int, next: OfferText.Payment?)
    case paymentDown(name: String, amount: Money, next: OfferText.Payment?)
    case paymentPartial(amount: Money, open: Money)
    case surveyAsk
    case surveyThanks
    case surveyLow
    case promiseNoted(due: CalendarDay, amount: Money?)
    case promiseNotBusinessDay(due: CalendarDay, next: CalendarDay, amount: Money?)
    case promiseTooFar(latest: CalendarDay)
    case askDate
    case askPayday
    case askWhichDate([CalendarDay])
    case dateInvalid
    case vagueLetGo
    case disputeAsk
    case disputeOpened
    case receiptAsk
    case receiptReceived
    /// A receipt that was read and fits: the bank has still to say so.
    case receiptFits
    case receiptDiffers
    case receiptOtherPayee
    case receiptScheduled
    case receiptNotDone
    case receiptUnpaidOrder
    /// A better picture is asked for.
    case receiptUnclear
    case receiptByHand(ServiceTime)
    case paidNoted
    case hardshipAsk
    case hardshipPaused(until: CalendarDay)
    case bureauListed
    case bureauNotListed
    case bureauUnknown
    case documentsNoted
    case statusReceived(amount: Money, day: CalendarDay)
    case statusNone
    case statusWaiting(amount: Money, due: CalendarDay)
    case otherMethod
    case contactUpdated
    case agreementRunning(amount: Money, due: CalendarDay)
    case agreementRunningDone
    case confirmCancellation
    case agreementKept
    case agreementCancelled
    case promiseRunning(due: CalendarDay)
    case nudge
    case bestAlready
    /// The statement in a sentence, to who has read it already.
    case balance(DebtText, total: Money)
    /// Why there are charges, in plain words.
    case chargesExplained(DebtText)
    /// The most that can be conceded, to who asks for a discount.
    case bestOffer(OfferText)
    /// The same as before, once more, with another way where there is one.
    case nearestSame(OfferText, other: OfferText?)
    /// The yes and how to pay, in one.
    case agreedCharge(name: String, amount: Money, due: CalendarDay, beneficiary: String, document: String?)
    case agreedChargeFailed(name: String, ServiceTime)
    case disputeWithdrawn
    /// A creditor's own answer that only the debtor may read, asked for once more.
    case ownAnswerAgain(String)
    /// What is being checked still is.
    case reviewRunning

    /// What stood between a wish and a yes, as it is said.
    package enum WishGap: String, Hashable, Sendable, CaseIterable {
        case total, installment, count, down, date, noPlan
    }
}

extension DebtPhrase: Wordable {
    package var key: PhraseKey {
        switch self {
        case .statement: .statement
        case .statements: .statements
        case .nothingOwed: .nothingOwed
        case .timeBarred: .timeBarred
        case .offers: .offers
        case .offersAgain: .offersAgain
        case .singleOffer(let offer): offer.saving > .zero ? .singleOffer : .singleOfferPlain
        case .readBack(let offer): offer.isCash ? .readBackCash : .readBackPlan
        case .nearest(_, let gap): gap.key
        case .whichOffer: .whichOffer
        case .staleOffer: .staleOffer
        case .askAmount: .askAmount
        case .declined: .declined
        case .agreedLater: .agreedLater
        case .chargeInstructions: .chargeInstructions
        case .chargePending: .chargePending
        case .chargeFailed: .chargeFailed
        case .paymentSettled: .paymentSettled
        case .paymentInstallment(_, _, _, _, let next): next == nil ? .paymentInstallmentLast : .paymentInstallment
        case .paymentDown(_, _, let next): next == nil ? .paymentDownOnly : .paymentDown
        case .paymentPartial: .paymentPartial
        case .surveyAsk: .surveyAsk
        case .surveyThanks: .surveyThanks
        case .surveyLow: .surveyLow
        default: laterKey
        }
    }

    private var laterKey: PhraseKey {
        switch self {
        case .promiseNoted(_, let amount): amount == nil ? .promiseNoted : .promiseNotedAmount
        case .promiseNotBusinessDay: .promiseNotBusinessDay
        case .promiseTooFar: .promiseTooFar
        case .askDate: .askDate
        case .askPayday: .askPayday
        case .askWhichDate: .askWhichDate
        case .dateInvalid: .dateInvalid
        case .vagueLetGo: .vagueLetGo
        case .disputeAsk: .disputeAsk
        case .disputeOpened: .disputeOpened
        case .receiptAsk: .receiptAsk
        case .receiptReceived: .receiptReceived
        case .receiptFits: .receiptFits
        case .receiptDiffers: .receiptDiffers
        case .receiptOtherPayee: .receiptOtherPayee
        case .receiptScheduled: .receiptScheduled
        case .receiptNotDone: .receiptNotDone
        case .receiptUnpaidOrder: .receiptUnpaidOrder
        case .receiptUnclear: .receiptUnclear
        case .receiptByHand: .receiptByHand
        case .paidNoted: .paidNoted
        case .hardshipAsk: .hardshipAsk
        case .hardshipPaused: .hardshipPaused
        case .planOffers: .planOffers
        case .balance: .balance
        case .chargesExplained: .chargesExplained
        case .bestOffer: .bestOffer
        case .nearestSame(_, let other): other == nil ? .nearestSameCash : .nearestSame
        case .agreedCharge: .agreedCharge
        case .agreedChargeFailed: .agreedChargeFailed
        case .disputeWithdrawn: .disputeWithdrawn
        case .reviewRunning: .reviewRunning
        case .ownAnswerAgain: .ownAnswerAgain
        case .bureauListed: .bureauListed
        case .bureauNotListed: .bureauNotListed
        case .bureauUnknown: .bureauUnknown
        case .documentsNoted: .documentsNoted
        case .statusReceived: .statusReceived
        case .statusNone: .statusNone
        case .statusWaiting: .statusWaiting
        case .otherMethod: .otherMethod
        case .contactUpdated: .contactUpdated
        case .agreementRunning: .agreementRunning
        case .agreementRunningDone: .agreementRunningDone
        case .confirmCancellation: .confirmCancellation
        case .agreementKept: .agreementKept
        case .agreementCancelled: .agreementCancelled
        case .promiseRunning: .promiseRunning
        case .nudge: .nudge
        default: .bestAlready
        }
    }

    package func values(_ phrasing: Phrasing) -> [String: String] {
        switch self {
        case .statement(let name, let debt, let creditor):
            [
                "name": name, "product": phrasing.product(debt), "lines": phrasing.lines(debt),
                "identity": phrasing.identity(creditor), "rights": phrasing.rights,
            ]
        case .statements(let name, let debts, let total, let creditor):
            [
                "name": name, "lines": phrasing.lines(debts), "total": phrasing.money(total),
                "identity": phrasing.identity(creditor), "rights": phrasing.rights,
            ]
        case .nothingOwed(let name): ["name": name]
        case .agreedLater(let name, let due): ["name": name, "due": phrasing.date(due)]
        case .singleOffer(let offer), .readBack(let offer), .nearest(let offer, _), .bestOffer(let offer),
            .nearestSame(let offer, nil):
            phrasing.values(offer)
        case .nearestSame(let offer, let other?):
            phrasing.values(offer).merging(["other": phrasing.brief(other)]) { first, _ in first }
        case .offers(let offers), .offersAgain(let offers), .planOffers(let offers), .staleOffer(let offers):
            ["options": phrasing.options(offers)]
        case .chargeInstructions(let amount, let due, let beneficiary, let document):
            [
                "amount": phrasing.money(amount), "due": phrasing.date(due),
                "beneficiary": phrasing.beneficiary(beneficiary, document),
            ]
        case .agreementRunning(let amount, let due),
            .statusWaiting(let amount, let due):
            ["amount": phrasing.money(amount), "due": phrasing.date(due)]
        case .agreedCharge(let name, let amount, let due, let beneficiary, let document):
            [
                "name": name, "amount": phrasing.money(amount), "due": phrasing.date(due),
                "beneficiary": phrasing.beneficiary(beneficiary, document),
            ]
        case .agreedChargeFailed(let name, let time): ["name": name, "when": phrasing.service(time)]
        case .balance(let debt, let total):
            ["total": phrasing.money(total), "sum": phrasing.sum(debt), "product": phrasing.product(debt)]
        case .ownAnswerAgain(let text): ["answer": text]
        case .chargesExplained(let debt): ["charges": phrasing.charges(debt)]
        case .chargeFailed(let time), .receiptByHand(let time): ["when": phrasing.service(time)]
        case .paymentSettled(let name, let amount, let day):
            ["name": name, "amount": phrasing.money(amount), "day": phrasing.shortDate(day)]
        case .paymentInstallment(let name, let amount, let number, let count, let next):
            [
                "name": name, "amount": phrasing.money(amount), "number": String(number), "count": String(count),
                "next": next.map { phrasing.money($0.amount) } ?? "", "due": next.map { phrasing.date($0.due) } ?? "",
            ]
        case .paymentDown(let name, let amount, let next):
            [
                "name": name, "amount": phrasing.money(amount), "next": next.map { phrasing.money($0.amount) } ?? "",
                "due": next.map { phrasing.date($0.due) } ?? "",
            ]
        case .paymentPartial(let amount, let open):
            ["amount": phrasing.money(amount), "open": phrasing.money(open)]
        case .statusReceived(let amount, let day): ["amount": phrasing.money(amount), "day": phrasing.shortDate(day)]
        case .promiseNoted(let due, let amount):
            ["due": phrasing.date(due), "amount": amount.map(phrasing.money) ?? ""]
        case .promiseNotBusinessDay(let due, let next, let amount):
            [
                "what": amount.map { "\(phrasing.money($0)) " } ?? "", "due": phrasing.date(due),
                "next": phrasing.date(next),
            ]
        case .promiseTooFar(let latest), .hardshipPaused(let latest), .promiseRunning(let latest):
            ["due": phrasing.date(latest)]
        case .askWhichDate(let days): ["days": phrasing.alternatives(days.map(phrasing.date))]
        default: [:]
        }
    }
}

extension DebtPhrase.WishGap {
    var key: PhraseKey {
        switch self {
        case .total: .nearestTotal
        case .installment: .nearestInstallment
        case .count: .nearestCount
        case .down: .nearestDown
        case .date: .nearestDate
        case .noPlan: .nearestNoPlan
        }
    }
}
