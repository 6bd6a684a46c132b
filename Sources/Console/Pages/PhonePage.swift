package import Domain

/// Telefone: the chat as the client sees it, and beside it what the engine understood, decided and why.
package struct PhonePage: Page {
    package let debtor: PhoneDebtor
    /// The sender's name as the phone shows it.
    package let businessName: String
    package let messages: [ChatMessage]
    package let olderMessages: Address?
    package let lastEventID: String
    /// Newest last.
    package let thoughts: [Thought]
    /// What this invented person knows and may be asked for: `CPF`, `nascimento`.
    package let secrets: [Fact]
    package let caseID: CaseID?
    package let conversation: ConversationID?
    /// Nil where the clock cannot be moved.
    package let clock: DemonstrationClock?
    package let problem: Phrase?

    package init(
        debtor: PhoneDebtor, businessName: String, messages: [ChatMessage], olderMessages: Address? = nil,
        lastEventID: String, thoughts: [Thought], secrets: [Fact], caseID: CaseID? = nil,
        conversation: ConversationID? = nil, clock: DemonstrationClock? = nil, problem: Phrase? = nil
    ) {
        self.debtor = debtor
        self.businessName = businessName
        self.messages = messages
        self.olderMessages = olderMessages
        self.lastEventID = lastEventID
        self.thoughts = thoughts
        self.secrets = secrets
        self.caseID = caseID
        self.conversation = conversation
        self.clock = clock
        self.problem = problem
    }
}

/// Where a debtor is chosen.
package struct PhonesPage: Page {
    package let search: String
    package let debtors: [PhoneDebtor]
    package let clock: DemonstrationClock?

    package init(search: String = "", debtors: [PhoneDebtor], clock: DemonstrationClock? = nil) {
        self.search = search
        self.debtors = debtors
        self.clock = clock
    }
}

package struct PhoneDebtor: Sendable {
    package let id: DebtorID
    package let name: String
    package let phone: String
    package let portfolio: String
    package let balance: Money
    package let daysLate: Int
    package let state: CaseState
    package let lastMessage: String?
    package let lastMessageAt: Timestamp?
    package let unread: Int
    /// True where the simulation answers for this person; the newcomer may still take the phone.
    package let isSimulated: Bool

    package init(
        id: DebtorID, name: String, phone: String, portfolio: String, balance: Money, daysLate: Int, state: CaseState,
        lastMessage: String? = nil, lastMessageAt: Timestamp? = nil, unread: Int = 0, isSimulated: Bool = false
    ) {
        self.id = id
        self.name = name
        self.phone = phone
        self.portfolio = portfolio
        self.balance = balance
        self.daysLate = daysLate
        self.state = state
        self.lastMessage = lastMessage
        self.lastMessageAt = lastMessageAt
        self.unread = unread
        self.isSimulated = isSimulated
    }
}

package struct DemonstrationClock: Sendable {
    /// Seconds of the product's clock in one real second.
    package let speed: Int
    /// Speeds to choose from; 0 stands still.
    package let speeds: [Int]

    package init(speed: Int, speeds: [Int] = [1, 60, 600, 3600]) {
        self.speed = speed
        self.speeds = speeds
    }
}

/// One step of the engine, in words.
package struct Thought: Sendable {
    /// Unique in the page.
    package let id: String
    package let at: Timestamp
    package let step: Step

    package enum Step: Sendable {
        case received(text: String)
        case understood([Understood])
        case identity(IdentityState)
        case dialogue(from: String, to: String)
        case offers([OfferLine])
        case decision(ContactDecision)
        case replied(text: String)
        case handedOver(HandoverReason)
        case restricted(RestrictionKind)
        case promise(due: CalendarDay, amount: Money?)
        case agreement(total: Money, installments: Int)
        case charge(amount: Money, txid: String)
        case payment(amount: Money)
        case settled(contract: String)
        case other(String)
    }

    package init(id: String, at: Timestamp, step: Step) {
        self.id = id
        self.at = at
        self.step = step
    }
}
