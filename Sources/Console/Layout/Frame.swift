package import Domain

/// What every page of a signed-in person shares: who looks, at whose cases, at what moment.
package struct Frame: Sendable {
    package let user: SignedInUser
    /// Creditors that this person may see, in the order shown; the switch appears when there is more than one.
    package let creditors: [CreditorChoice]
    package let creditor: CreditorID?
    /// The rail shows these and no others: sections whose pages exist and whom this person may open.
    package let sections: [Section]
    /// People waiting for a person, shown beside Atendimento.
    package let waitingCount: Int
    /// The day's one warning, when there is one.
    package let warning: DayWarning?
    /// What the last action did, shown once.
    package let notice: Notice?
    /// Goes into every form as `csrf`.
    package let csrfToken: String
    /// The product's clock. In a demonstration it runs ahead of ours.
    package let now: Timestamp
    /// How many seconds of `now` pass in one real second: 1 outside demonstrations.
    package let clockSpeed: Int
    /// True in `quita demo`: says so in the header.
    package let isDemonstration: Bool
    /// The zone in which instants are shown.
    package let zone: Zone
    package let language: DisplayLanguage

    package init(
        user: SignedInUser, creditors: [CreditorChoice], creditor: CreditorID? = nil,
        sections: [Section] = Section.builtIn, waitingCount: Int = 0, warning: DayWarning? = nil,
        notice: Notice? = nil, csrfToken: String, now: Timestamp, clockSpeed: Int = 1, isDemonstration: Bool = false,
        zone: Zone = .brasilia, language: DisplayLanguage = .portuguese
    ) {
        self.user = user
        self.creditors = creditors
        self.creditor = creditor
        self.sections = sections
        self.waitingCount = waitingCount
        self.warning = warning
        self.notice = notice
        self.csrfToken = csrfToken
        self.now = now
        self.clockSpeed = clockSpeed
        self.isDemonstration = isDemonstration
        self.zone = zone
        self.language = language
    }
}

package struct SignedInUser: Sendable {
    package let id: UserID
    package let name: String
    package let role: Role

    package init(id: UserID, name: String, role: Role) {
        self.id = id
        self.name = name
        self.role = role
    }
}

/// What a person may do, least first.
package enum Role: String, CaseIterable, Sendable {
    case agent, supervisor, compliance, manager, administrator
}

package struct CreditorChoice: Sendable {
    package let id: CreditorID
    package let name: String

    package init(id: CreditorID, name: String) {
        self.id = id
        self.name = name
    }
}

/// The places of the console, in the rail's order.
package enum Section: String, CaseIterable, Sendable {
    case dashboard, desk, cases, cadences, templates, imports, closing, compliance, phone, settings

    /// All that have pages today.
    package static let builtIn = allCases
}

/// The one line under the header that the day calls for.
package struct DayWarning: Sendable {
    package let matter: Matter
    /// Where it can be dealt with.
    package let address: Address?

    package enum Matter: Sendable {
        case numberRestricted(phone: String)
        case templatePaused(name: String)
        /// No more people may be contacted until the platform's limit renews.
        case contactLimitReached(until: Timestamp?)
        case paymentsOff
        case whatsappOff
        /// Effects stand in the outbox for longer than they should.
        case deliveryBehind(waiting: Int)
    }

    package init(matter: Matter, address: Address? = nil) {
        self.matter = matter
        self.address = address
    }
}

/// What the last action did, or why it did not.
package struct Notice: Sendable {
    package let tone: Tone
    package let text: Phrase

    package enum Tone: Sendable { case done, attention, failed }

    package init(tone: Tone, text: Phrase) {
        self.tone = tone
        self.text = text
    }
}
