package import Domain

/// Who speaks for the creditor, and therefore how much may be conceded (*alçada*).
package enum Authority: String, CaseIterable, Comparable, Codable, Sendable {
    case bot, agent, supervisor, manager

    package static func < (left: Authority, right: Authority) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .bot: 0
        case .agent: 1
        case .supervisor: 2
        case .manager: 3
        }
    }
}

/// How much more than the listed discount each authority may concede, as a share of the principal.
///
/// `{bot: as listed, agent: 5% more, supervisor: 15% more}`. An authority that is not named has what the next lower
/// one has.
package struct AuthorityMargins: Hashable, Sendable {
    package let agent: Percentage
    package let supervisor: Percentage
    package let manager: Percentage

    package init(agent: Percentage = .zero, supervisor: Percentage? = nil, manager: Percentage? = nil) {
        self.agent = agent
        self.supervisor = supervisor ?? agent
        self.manager = manager ?? self.supervisor
    }

    package static let asListed = AuthorityMargins()

    package subscript(authority: Authority) -> Percentage {
        switch authority {
        case .bot: .zero
        case .agent: agent
        case .supervisor: supervisor
        case .manager: manager
        }
    }
}
