/// What came of a conversation, in the words of the contract.
package enum ConversationOutcome: String, Codable, Hashable, Sendable, CaseIterable {
    case agreement, promise, handover, dispute
    case paidClaim = "paid_claim"
    case optOut = "opt_out"
    case wrongPerson = "wrong_person"
    case noAgreement = "no_agreement"
    case crisisHandover = "crisis_handover"

    /// What ends everything first; else the last thing that was achieved, a person's help counting least.
    package init(_ commands: some Sequence<Command>) {
        var outcome = ConversationOutcome.noAgreement
        var ending: ConversationOutcome?
        for command in commands {
            switch command {
            case .crisis: ending = .crisisHandover
            case .wrongPerson: ending = ending ?? .wrongPerson
            case .optOut: ending = ending ?? .optOut
            case .optIn: ending = ending == .optOut ? nil : ending
            case .deceased: ending = ending ?? .handover
            case .agreementAccepted: outcome = .agreement
            case .agreementCancelled: outcome = .noAgreement
            case .promiseMade where outcome != .agreement: outcome = .promise
            case .disputeOpened: outcome = .dispute
            case .paidClaimed where outcome != .agreement && outcome != .dispute: outcome = .paidClaim
            case .handOver, .legalThreat, .privacyRequest:
                if outcome == .noAgreement { outcome = .handover }
            default: break
            }
        }
        self = ending ?? outcome
    }
}
