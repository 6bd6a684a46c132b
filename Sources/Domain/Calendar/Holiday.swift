/// A day that is not like others, and for whom.
package struct Holiday: Hashable, Codable, Sendable {
    package enum Scope: String, CaseIterable, Codable, Sendable {
        /// By federal law, everywhere.
        case national
        /// No settlement between banks, though no holiday by law: Carnival Monday and Tuesday, Corpus Christi.
        case bank
        /// Public offices close, others may: Ash Wednesday until 14 h, Christmas Eve.
        case optional
        case state
        case municipal
    }

    /// How sure we are that the day is kept.
    package enum Certainty: String, Codable, Sendable {
        case high, medium, low
    }

    package let day: CalendarDay
    package let scope: Scope
    /// Set for `state` and `municipal`.
    package let state: FederativeUnit?
    /// In Portuguese.
    package let name: String
    package let certainty: Certainty

    package init(
        day: CalendarDay, scope: Scope, state: FederativeUnit? = nil, name: String, certainty: Certainty = .high
    ) {
        self.day = day
        self.scope = scope
        self.state = state
        self.name = name
        self.certainty = certainty
    }
}
