import Dialogue
import Domain
import Negotiation
import Store

/// What a person at the desk negotiates: by the same policy as the assistant, with the authority of their own role.
extension CollectionEngine {
    /// Keeps what the debtor has said about their means: no plan will ask for more than they leave.
    func keepMeans(
        _ row: ConversationRow, income: Money, commitments: Money, _ context: EntryContext
    ) throws {
        guard let debtor = row.debtor else { throw EntryError.refused("nobody known speaks in conversation \(row.id)") }
        guard income >= .zero, commitments >= .zero else {
            throw EntryError.refused("means are not below nothing")
        }
        try context.session.insert(
            MeansRow(
                id: context.nextID(), creditor: row.creditor, debtor: debtor, income: income, commitments: commitments,
                toldAt: context.now, actor: context.entry.actor))
    }

    /// Agrees, for the debtor, to what the person may concede: the debtor's own message is the evidence, and the debtor must
    /// have proved who they are.
    func agreeAtDesk(
        _ row: ConversationRow, _ wish: Wish, evidence: MessageID, _ staff: StaffRow, _ context: EntryContext
    ) throws {
        let session = context.session
        let party = try context.party(conversation: row)
        guard let debtor = party.debtor, isProven(party.contactPoint, context.now) else {
            throw EntryError.refused("whoever speaks in conversation \(row.id) has not proved to be the debtor")
        }
        guard let message = try session.find(MessageRow.self, .id(evidence)), message.conversation == row.id,
            message.direction == "in"
        else { throw EntryError.refused("the yes must be a message of the debtor's in this conversation") }
        guard let authority = Authority(role: staff.role) else {
            throw EntryError.refused("\(staff.role) does not negotiate")
        }
        let day = party.zone.day(context.now)
        let debts = try session.debts(debtor: debtor.id).filter { $0.status == "open" }
        let facts = try negotiationFacts(debts, party, day, debtor, context)
        let answer = Negotiator.respond(
            to: wish, facts: facts, policy: try policy(of: party.creditor, session), authority: authority, day: day)
        guard case .acceptable(let offer) = answer else {
            throw EntryError.refused("\(authority.rawValue) may not concede this; nothing was agreed")
        }
        _ = try performMoney(.offersMade([offer.terms]), row, party, context)
        _ = try performMoney(.agreementAccepted(offer.terms, evidence: evidence), row, party, context)
    }
}

extension Authority {
    /// What a role of the console may concede; nil for one that only watches.
    init?(role: String) {
        switch role {
        case "agent": self = .agent
        case "supervisor": self = .supervisor
        case "manager", "administrator": self = .manager
        default: return nil
        }
    }
}
