/// What a debtor's message can mean.
///
/// A message may carry several; see ``Understanding/intents`` for their order.
package enum Intent: String, CaseIterable, Codable, Hashable, Sendable {
    /// Only a greeting, nothing asked.
    case greeting
    /// Asks what the debt is, how much, from whom, why, since when.
    case debtInquiry = "debt_inquiry"
    /// Wants to pay now or asks how to pay, or asks for a Pix code, a boleto, a second copy.
    case paymentRequest = "payment_request"
    /// Asks for a discount, a lower total, the waiving of interest or fine.
    case discountRequest = "discount_request"
    /// Asks to split the debt, with or without a number of installments or a down payment.
    case installmentRequest = "installment_request"
    /// States what they can pay: a total or a monthly amount.
    case counterOffer = "counter_offer"
    /// Says when they will pay.
    case promiseToPay = "promise_to_pay"
    /// Accepts what was offered, or says yes.
    case accept
    /// Refuses what was offered, or says no, without refusing to pay at all.
    case decline
    /// Says that it is paid already, or sends or offers a receipt.
    case alreadyPaid = "already_paid"
    /// Asks whether a payment was received or cleared.
    case paymentStatus = "payment_status"
    /// Asks about the name being listed at, or removed from, a credit bureau.
    case creditBureau = "credit_bureau"
    /// Tells of trouble that prevents paying: job lost, illness, family, no money.
    case hardship
    /// Says that they will not pay at all.
    case refuseToPay = "refuse_to_pay"
    /// Does not recognise the debt, its amount or the purchase; fraud in their name.
    case dispute
    /// Says that they are not the person sought, or do not know them; wrong number.
    case wrongPerson = "wrong_person"
    /// Says that the person sought has died.
    case deceased
    /// Someone else speaks or will pay for the person: mother, husband, child, employer.
    case thirdPartyPayer = "third_party_payer"
    /// Wants no more messages.
    case optOut = "opt_out"
    /// Cannot talk now; wants contact at another time or by another way.
    case callbackLater = "callback_later"
    /// Wants to talk to a person, or asks for a phone call.
    case humanAgent = "human_agent"
    /// Doubts that this is real; asks for proof of who is writing.
    case scamSuspicion = "scam_suspicion"
    /// Asks how the number or the data was obtained, or for data to be shown, corrected or erased (LGPD).
    case privacyRequest = "privacy_request"
    /// Announces a complaint or a lawsuit: Procon, consumidor.gov.br, Banco Central, lawyer, court.
    case legalThreat = "legal_threat"
    /// Insults or threatens, with nothing else to act on.
    case abuse
    /// Signs of risk to life: self-harm, despair. Outranks every other intent.
    case crisis
    /// Asks for the contract, an invoice, a statement or the settlement letter.
    case documentRequest = "document_request"
    /// Gives a new phone, e-mail or address, or says which one to use.
    case contactUpdate = "contact_update"
    /// Only thanks, or closes the talk.
    case thanks
    /// Anything else: off topic, unintelligible, emoji only, empty.
    case other

    /// True for the meanings that are listed only where nothing else can be acted on.
    package var standsAlone: Bool {
        switch self {
        case .abuse, .greeting, .thanks, .other: true
        default: false
        }
    }

    /// The entities that this intent has a place for; an entity is listed only if an asserted intent has one.
    package var slots: Set<EntitySlot> {
        switch self {
        case .paymentRequest: [.method, .amount]
        case .discountRequest: [.amount]
        case .installmentRequest: [.installments, .amount]
        case .counterOffer: [.amount, .installments, .date, .dayOfMonth]
        case .promiseToPay: [.date, .dayOfMonth, .amount]
        case .accept: [.installments]
        case .alreadyPaid: [.date, .amount, .method]
        case .callbackLater: [.date, .timeOfDay]
        default: []
        }
    }
}

/// The kinds of entity that a message can state.
package enum EntitySlot: String, CaseIterable, Codable, Hashable, Sendable {
    case amount, date, installments, method
    case dayOfMonth = "day_of_month"
    case timeOfDay = "time_of_day"
}
