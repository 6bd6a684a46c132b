import Console
import Domain
import Store
import TestKit
import Testing

@testable import Web

@Suite("Where a case stands")
struct CaseStatesTests {
    private static let creditor = CreditorID(1)
    private static let debtor = DebtorID(2)
    private static let now = Timestamp(seconds: 1_800_000_000)
    private static let later = now.adding(hours: 1)
    private static let earlier = now.adding(hours: -1)

    private enum Fact: Sendable {
        case status(String)
        case restriction(String, until: Timestamp?)
        case lifted(String)
        case owner(String)
        case window(Timestamp)
        case promise(String)
        case points([String])
    }

    private func apply(_ facts: [Fact], _ session: Session) throws {
        var status = "open"
        var talk = ConversationRow(
            id: ConversationID(3), creditor: Self.creditor, debtor: Self.debtor, channel: "whatsapp", address: "",
            owner: "bot", startedAt: Self.earlier, pending: "[]", updatedSeq: 1)
        for (index, fact) in facts.enumerated() {
            let id = Int64(100 + index * 10)
            switch fact {
            case .status(let text): status = text
            case .restriction(let kind, let until):
                try session.insert(
                    RestrictionRow(
                        id: id, creditor: Self.creditor, debtor: Self.debtor, kind: kind, since: Self.earlier,
                        until: until))
            case .lifted(let kind):
                try session.insert(
                    RestrictionRow(
                        id: id, creditor: Self.creditor, debtor: Self.debtor, kind: kind, since: Self.earlier,
                        liftedAt: Self.earlier))
            case .owner(let owner): talk.owner = owner
            case .window(let until): talk.windowUntil = until
            case .promise(let state):
                try session.insert(
                    PromiseRow(
                        id: id, creditor: Self.creditor, debtor: Self.debtor, madeAt: Self.earlier,
                        dueDay: CalendarDay(number: 0), status: state))
            case .points(let states):
                for (rank, state) in states.enumerated() {
                    try session.insert(
                        ContactPointRow(
                            id: ContactPointID(id + Int64(rank)), creditor: Self.creditor, debtor: Self.debtor,
                            kind: "phone",
                            value: "+551190000000\(rank)", matchKey: "", rank: rank, status: state, unanswered: 0))
                }
            }
        }
        try session.insert(talk)
        try session.insert(
            CaseRow(
                id: CaseID(1), creditor: Self.creditor, portfolio: PortfolioID(1), debtor: Self.debtor, status: status,
                openedAt: Self.earlier, oldestDue: CalendarDay(number: 0)))
    }

    private static let vectors: [([Fact], CaseState)] = [
        ([], .inCadence),
        ([.window(later)], .talking), ([.window(earlier)], .inCadence),
        ([.restriction("hardship", until: later)], .paused), ([.restriction("hardship", until: earlier)], .inCadence),
        ([.restriction("pause", until: later), .window(later)], .paused),
        ([.promise("open"), .restriction("refused", until: later)], .promised), ([.promise("kept")], .inCadence),
        ([.status("agreed"), .promise("open")], .agreement),
        ([.owner("queue"), .status("agreed")], .waitingForPerson), ([.owner("staff:ana")], .waitingForPerson),
        ([.restriction("dispute", until: nil), .owner("queue")], .disputed), ([.lifted("dispute")], .inCadence),
        ([.restriction("opt_out", until: nil), .restriction("dispute", until: nil)], .stopped),
        ([.restriction("crisis", until: nil), .owner("queue")], .stopped), ([.lifted("opt_out")], .inCadence),
        ([.status("closed")], .stopped),
        ([.restriction("wrong_contact_point", until: nil), .points(["wrong", "usable"])], .inCadence),
        ([.restriction("wrong_contact_point", until: nil), .points(["wrong", "wrong"])], .stopped),
        ([.status("settled"), .restriction("opt_out", until: nil), .owner("queue")], .settled),
    ]

    @Test("the first that applies is the state", arguments: Backend.onePerEngine)
    func states(_ backend: Backend) async throws {
        for (facts, expected) in Self.vectors {
            try backend.withDatabase { database in
                try database.write { try apply(facts, $0) }
                let state = try database.read { try CaseStates.state($0, of: CaseID(1), now: Self.now) }
                #expect(state == expected, "\(facts)")
            }
        }
    }
}
