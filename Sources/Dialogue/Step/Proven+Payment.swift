import Domain
import Language
import Negotiation
import Wording

/// Wanting to pay: the charge that exists, the next payment of an agreement, or an offer read back.
extension Proven {
    func payNow(_ heard: Heard, _ turn: inout TurnBuilder) {
        let method = heard.entities.method
        if let method, method == .boleto || method == .card {
            return turn.say(
                .otherMethod, to: identity, .buttons([(.sendPix, .sendPix), (.person, .talkToPerson)]))
        }
        if let charge = turn.next.openCharge, charge.due >= turn.today {
            turn.because(.charge, "again")
            return send(charge, &turn)
        }
        if turn.next.stage == .awaitingCharge { return turn.say(.chargePending, to: identity) }
        if let payment = contents.agreement?.nextPayment ?? unpaid(turn) { return request(payment, &turn) }
        if contents.agreement != nil { return turn.say(.agreementRunningDone, to: identity) }
        if case .confirming(let terms) = turn.next.stage, heard.entities.amount == nil,
            terms.kind == .cash || !heard.wantsCash
        {
            return readBack(terms, &turn)
        }
        let amount = heard.entities.amount
        let wish = wish(heard, turn)
        if amount != nil || wish.down != nil || (wish.installments ?? 1) > 1 { return respond(to: wish, &turn) }
        respond(to: Wish(installments: 1, firstDue: wish.firstDue), &turn)
    }

    /// The first payment of what was agreed here, while the engine has no agreement to show yet.
    private func unpaid(_ turn: TurnBuilder) -> ScheduledPayment? {
        contents.agreement == nil ? turn.next.agreed?.payments.first : nil
    }

    private func request(_ payment: ScheduledPayment, _ turn: inout TurnBuilder) {
        turn.next.stage = .awaitingCharge
        turn.command(
            .chargeRequested(
                amount: payment.amount, due: max(payment.due, turn.today), paymentNumber: payment.number))
    }

    /// In the order in which a hand needs them: the picture for another screen with how to pay under it, then the code
    /// alone, to be copied.
    func send(_ charge: ChargeFacts, _ turn: inout TurnBuilder) {
        let isAgreed = turn.next.justAgreed ?? false
        turn.next.justAgreed = nil
        turn.next.openCharge = charge
        turn.next.stage = .awaitingPayment
        let phrase: DebtPhrase =
            isAgreed
            ? .agreedCharge(
                name: turn.name, amount: charge.amount, due: charge.due, beneficiary: charge.beneficiaryName,
                document: charge.beneficiaryDocument)
            : .chargeInstructions(
                amount: charge.amount, due: charge.due, beneficiary: charge.beneficiaryName,
                document: charge.beneficiaryDocument)
        if let qrCode = charge.qrCode {
            turn.sayImage(qrCode, phrase, to: identity)
        } else {
            turn.say(phrase, to: identity)
        }
        turn.sayCode(charge.pixCode, to: identity)
    }

    func sayAgreement(_ agreement: AgreementView, _ turn: inout TurnBuilder) {
        turn.next.stage = .awaitingPayment
        guard let payment = agreement.nextPayment else {
            return turn.say(.agreementRunningDone, to: identity)
        }
        turn.say(
            .agreementRunning(amount: payment.amount, due: payment.due), to: identity,
            .buttons([(.sendPix, .sendPix), (.person, .talkToPerson)]))
    }

    func sayAgreed(_ terms: OfferTerms, _ turn: inout TurnBuilder) {
        guard let payment = terms.payments.first else { return turn.say(.agreementRunningDone, to: identity) }
        turn.say(
            .agreementRunning(amount: payment.amount, due: payment.due), to: identity,
            .buttons([(.sendPix, .sendPix), (.person, .talkToPerson)]))
    }

    /// Another wish while an agreement runs: it would have to be undone first.
    func askCancellation(_ turn: inout TurnBuilder) {
        turn.next.stage = .confirmingCancellation
        turn.say(
            .confirmCancellation, to: identity,
            .buttons([(.keepAgreement, .keepAgreement), (.cancelAgreement, .cancelAgreement)]))
    }
}
