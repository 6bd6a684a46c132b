// The engine writes reasons and restrictions down as short codes; here they become the console's own values, so that
// every one of them is said in the catalogue's words.

extension HandoverReason {
    /// From the dialogue's code. A code without a phrase of its own is shown as it is.
    package init(code: String) {
        switch code {
        case "asked": self = .askedForPerson
        case "identity": self = .identityNotProven
        case "crisis": self = .crisis
        case "deceased": self = .deceased
        case "legal": self = .legalThreat
        case "privacy": self = .privacyRequest
        case "hardship": self = .hardship
        case "abuse": self = .abuse
        case "notUnderstood", "not_understood": self = .notUnderstood
        case "dispute": self = .dispute
        case "noOffer", "no_offer": self = .beyondAuthority
        case "document": self = .documents
        case "wrongPersonReturned", "wrong_person_returned": self = .wrongPersonReturned
        case "paymentMethod", "payment_method": self = .paymentMethod
        case "chargeFailed", "charge_failed": self = .chargeFailed
        case "timeBarred", "time_barred": self = .timeBarred
        case "thirdParty", "third_party": self = .thirdParty
        case "scam": self = .scamSuspicion
        default: self = .other(code)
        }
    }
}

extension RestrictionKind {
    /// From the engine's code. A code without a phrase of its own is shown as it is.
    package init(code: String) {
        switch code {
        case "opt_out": self = .optOut
        case "marketing_opt_out": self = .marketingOptOut
        case "wrong_contact_point", "wrong_person": self = .wrongPerson
        case "third_party": self = .thirdParty
        case "deceased": self = .deceased
        case "dispute": self = .dispute
        case "paid_claim": self = .paymentClaimed
        case "promise": self = .promise
        case "hardship": self = .hardship
        case "crisis": self = .crisis
        case "lawyer": self = .lawyer
        case "court", "court_order": self = .courtOrder
        case "registry": self = .doNotCallRegister
        case "prescribed": self = .prescribed
        case "refused": self = .refused
        case "pause": self = .pause
        default: self = .other(code)
        }
    }
}
