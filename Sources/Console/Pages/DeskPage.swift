package import Domain

/// Atendimento: the queue, one conversation, its case.
package struct DeskPage: Page {
    package let queue: [QueueEntry]
    package let filter: QueueFilter
    package let conversation: ConversationPanel?
    package let casePanel: CasePanel?

    package init(
        queue: [QueueEntry], filter: QueueFilter, conversation: ConversationPanel? = nil, casePanel: CasePanel? = nil
    ) {
        self.queue = queue
        self.filter = filter
        self.conversation = conversation
        self.casePanel = casePanel
    }
}

/// Read from the address (`fila`).
package enum QueueFilter: String, CaseIterable, Sendable {
    case waiting = "aguardando"
    case mine = "minhas"
    case assistant = "assistente"
    case all = "todas"
}

package struct QueueEntry: Sendable {
    package let conversation: ConversationID
    package let debtorName: String
    package let owner: ConversationOwner
    package let reason: HandoverReason?
    /// Since when the client waits for an answer of a person.
    package let waitingSince: Timestamp?
    package let lastMessage: String
    package let lastMessageAt: Timestamp
    package let unread: Int
    /// Before everything else: crisis, legal action.
    package let isUrgent: Bool

    package init(
        conversation: ConversationID, debtorName: String, owner: ConversationOwner, reason: HandoverReason? = nil,
        waitingSince: Timestamp? = nil, lastMessage: String, lastMessageAt: Timestamp, unread: Int = 0,
        isUrgent: Bool = false
    ) {
        self.conversation = conversation
        self.debtorName = debtorName
        self.owner = owner
        self.reason = reason
        self.waitingSince = waitingSince
        self.lastMessage = lastMessage
        self.lastMessageAt = lastMessageAt
        self.unread = unread
        self.isUrgent = isUrgent
    }
}

package struct ConversationPanel: Sendable {
    package let id: ConversationID
    package let debtorName: String
    package let channel: Channel
    package let owner: ConversationOwner
    package let window: ServiceWindow
    package let messages: [ChatMessage]
    /// Where there are messages before these.
    package let olderMessages: Address?
    /// The last event that these messages contain; live updates go on after it.
    package let lastEventID: String
    /// Why this person may not write now, besides ownership and window: `Este contato pediu para parar.`
    package let blocked: RestrictionKind?
    /// What was typed, kept after an error.
    package let draft: String
    package let problem: Phrase?

    package init(
        id: ConversationID, debtorName: String, channel: Channel = .whatsapp, owner: ConversationOwner,
        window: ServiceWindow, messages: [ChatMessage], olderMessages: Address? = nil, lastEventID: String,
        blocked: RestrictionKind? = nil, draft: String = "", problem: Phrase? = nil
    ) {
        self.id = id
        self.debtorName = debtorName
        self.channel = channel
        self.owner = owner
        self.window = window
        self.messages = messages
        self.olderMessages = olderMessages
        self.lastEventID = lastEventID
        self.blocked = blocked
        self.draft = draft
        self.problem = problem
    }
}

package struct CasePanel: Sendable {
    package let id: CaseID
    package let daysLate: Int
    package let identity: IdentityState
    package let debts: DebtTable
    package let state: CaseState
    package let offers: [OfferLine]
    /// What this person may concede beyond the offers.
    package let authority: String?
    package let agreement: AgreementCard?
    package let promises: [PromiseLine]
    package let restrictions: [RestrictionLine]
    /// Why the client was contacted last.
    package let lastDecision: ContactDecision?
    /// The newest few.
    package let timeline: [TimelineEntry]

    package init(
        id: CaseID, daysLate: Int, identity: IdentityState, debts: DebtTable, state: CaseState, offers: [OfferLine],
        authority: String? = nil, agreement: AgreementCard? = nil, promises: [PromiseLine],
        restrictions: [RestrictionLine], lastDecision: ContactDecision? = nil, timeline: [TimelineEntry]
    ) {
        self.id = id
        self.daysLate = daysLate
        self.identity = identity
        self.debts = debts
        self.state = state
        self.offers = offers
        self.authority = authority
        self.agreement = agreement
        self.promises = promises
        self.restrictions = restrictions
        self.lastDecision = lastDecision
        self.timeline = timeline
    }
}
