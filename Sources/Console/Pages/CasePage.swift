package import Domain

/// Caso: who it is, what is owed line by line, what was agreed, and everything that happened.
package struct CasePage: Page {
    package let id: CaseID
    package let debtorName: String
    /// Masked: `•••.456.789-••`.
    package let document: String?
    package let portfolio: String
    package let state: CaseState
    package let daysLate: Int
    package let identity: IdentityState
    /// UF, and the local time there, by which contact hours count.
    package let place: Place?
    package let contactPoints: [ContactPointLine]
    package let debts: DebtTable
    package let agreements: [AgreementCard]
    package let promises: [PromiseLine]
    package let restrictions: [RestrictionLine]
    package let conversation: ConversationID?
    /// The debtor's phone in the demonstration.
    package let phone: DebtorID?
    /// Newest first.
    package let timeline: [TimelineEntry]
    /// For the entries before these, when there are more.
    package let olderEntries: Address?
    package let cadence: String?
    package let nextContactAt: Timestamp?
    package let nextStep: String?
    /// What a person may write down here; nil for who may not, and where nothing is owed.
    package let forms: CaseForms?

    package struct Place: Sendable {
        package let state: String
        package let zone: Zone

        package init(state: String, zone: Zone) {
            self.state = state
            self.zone = zone
        }
    }

    package init(
        id: CaseID, debtorName: String, document: String? = nil, portfolio: String, state: CaseState, daysLate: Int,
        identity: IdentityState, place: Place? = nil, contactPoints: [ContactPointLine], debts: DebtTable,
        agreements: [AgreementCard], promises: [PromiseLine], restrictions: [RestrictionLine],
        conversation: ConversationID? = nil, phone: DebtorID? = nil, timeline: [TimelineEntry],
        olderEntries: Address? = nil, cadence: String? = nil, nextContactAt: Timestamp? = nil, nextStep: String? = nil,
        forms: CaseForms? = nil
    ) {
        self.id = id
        self.debtorName = debtorName
        self.document = document
        self.portfolio = portfolio
        self.state = state
        self.daysLate = daysLate
        self.identity = identity
        self.place = place
        self.contactPoints = contactPoints
        self.debts = debts
        self.agreements = agreements
        self.promises = promises
        self.restrictions = restrictions
        self.conversation = conversation
        self.phone = phone
        self.timeline = timeline
        self.olderEntries = olderEntries
        self.cadence = cadence
        self.nextContactAt = nextContactAt
        self.nextStep = nextStep
        self.forms = forms
    }
}
