extension Command {
    /// The name under which histories, scripts and other systems know what happened.
    package var name: String {
        switch self {
        case .identityProved: "identity.proved"
        case .identityFailed: "identity.failed"
        case .offersMade: "offer.made"
        case .agreementAccepted: "agreement.accepted"
        case .agreementCancelled: "agreement.cancelled"
        case .chargeRequested: "charge.requested"
        case .promiseMade: "promise.made"
        case .optOut: "opt_out"
        case .optIn: "opt_in"
        case .wrongPerson: "wrong_person"
        case .thirdParty: "third_party"
        case .deceased: "deceased"
        case .disputeOpened: "dispute.opened"
        case .paidClaimed: "paid.claimed"
        case .hardship: "hardship.told"
        case .pauseRequested: "pause.requested"
        case .crisis: "crisis"
        case .handOver: "handover"
        case .refused: "refused"
        case .callbackScheduled: "callback.scheduled"
        case .contactUpdated: "contact.updated"
        case .privacyRequest: "privacy.requested"
        case .legalThreat: "legal.threatened"
        case .scamSuspicion: "scam.suspected"
        case .documentRequested: "document.requested"
        case .abuse: "abuse"
        case .questionAnswered: "question.answered"
        case .questionUnknown: "question.unknown"
        case .survey: "survey.scored"
        case .disposition(let disposition): "disposition.\(disposition.rawValue)"
        }
    }
}
