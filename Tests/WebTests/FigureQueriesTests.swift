import Console
import Domain
import Store
import TestKit
import Testing

@testable import Web

/// A small world of messages, payments and conversations, written row by row, on which each figure is counted by hand.
@Suite("What the dashboard's figures count")
struct FigureQueriesTests {
    private static let creditor = CreditorID(1)
    private static let portfolio = PortfolioID(10)
    private static let zone = Zone.brasilia
    private static let day = CalendarDay(year: 2026, month: 11, day: 24) ?? CalendarDay(number: 0)
    /// Midday of the day in question.
    private static let noon = zone.instant(day, minuteOfDay: 12 * 60)

    /// Rows with ids in the order in which they are made.
    private final class World {
        let session: Session
        private var last: Int64 = 0

        init(_ session: Session) { self.session = session }

        func next() -> Int64 {
            last += 1
            return last
        }

        func conversation(_ debtor: Int64, creditor: CreditorID = creditor, resolved: Timestamp? = nil) throws
            -> ConversationID
        {
            let id = ConversationID(next())
            try session.insert(
                ConversationRow(
                    id: id, creditor: creditor, debtor: DebtorID(debtor), channel: "whatsapp", address: "",
                    owner: "bot",
                    startedAt: noon, resolvedAt: resolved, pending: "[]", updatedSeq: 1))
            return id
        }

        func contact(
            _ talk: ConversationID, _ debtor: Int64, at: Timestamp = noon, delivered: Timestamp? = nil,
            read: Timestamp? = nil, status: String = "sent", creditor: CreditorID = creditor, micros: Int64 = 35_000
        ) throws {
            try session.insert(
                MessageRow(
                    id: MessageID(next()), creditor: creditor, conversation: talk, debtor: DebtorID(debtor),
                    direction: "out",
                    author: "cadence", at: at, kind: "template", body: "", content: "{}", purpose: "cadence_after",
                    status: status, sentAt: status == "queued" || status == "failed" ? nil : at, deliveredAt: delivered,
                    readAt: read, costMicros: micros))
        }

        func inbound(_ talk: ConversationID, _ debtor: Int64, at: Timestamp) throws {
            try session.insert(
                MessageRow(
                    id: MessageID(next()), creditor: creditor, conversation: talk, debtor: DebtorID(debtor),
                    direction: "in",
                    author: "debtor", at: at, kind: "text", body: "oi", content: "{}", purpose: "inbound",
                    status: "received",
                    costMicros: 0))
        }

        func answer(_ talk: ConversationID, _ debtor: Int64, at: Timestamp, author: String = "bot") throws {
            try session.insert(
                MessageRow(
                    id: MessageID(next()), creditor: creditor, conversation: talk, debtor: DebtorID(debtor),
                    direction: "out",
                    author: author, at: at, kind: "text", body: "olá", content: "{}", purpose: "reply", status: "sent",
                    sentAt: at, costMicros: 0))
        }

        func payment(
            _ debtor: Int64?, _ cents: Int64, at: Timestamp = noon, outcome: String = "matched", review: String? = nil
        ) throws {
            let id = next()
            try session.insert(
                PaymentRow(
                    id: PaymentID(id), creditor: creditor, debtor: debtor.map { DebtorID($0) }, reference: "E\(id)",
                    amount: Money(cents: cents), paidAt: at, bookedAt: at, outcome: outcome, review: review))
        }

        func agreement(_ debtor: Int64, at: Timestamp = noon) throws {
            try session.insert(
                AgreementRow(
                    id: AgreementID(next()), creditor: creditor, debtor: DebtorID(debtor), acceptedAt: at, terms: "{}",
                    policy: 0, owed: .zero, total: .zero, status: "active", evidence: ""))
        }

        func collectionCase(_ debtor: Int64, portfolio: PortfolioID = portfolio) throws -> CaseID {
            let id = CaseID(next())
            try session.insert(
                CaseRow(
                    id: id, creditor: creditor, portfolio: portfolio, debtor: DebtorID(debtor), status: "open",
                    openedAt: noon,
                    oldestDue: day))
            return id
        }

        func debt(_ debtor: Int64, in id: CaseID, _ cents: Int64, settled: Timestamp? = nil, rowID: Int64? = nil) throws
        {
            try session.insert(
                DebtRow(
                    id: DebtID(rowID ?? next()), creditor: creditor, portfolio: portfolio, collectionCase: id,
                    debtor: DebtorID(debtor), contract: "C\(next())", original: Money(cents: cents), dueDay: day,
                    status: settled == nil ? "open" : "settled", settledAt: settled, sourceHash: 0))
        }
    }

    private func inWorld<Result>(
        _ backend: Backend, portfolio: PortfolioID? = nil, _ fill: (World) throws -> Void,
        _ ask: (FigureQueries) throws -> Result
    ) async throws -> Result {
        try backend.withDatabase { database in
            try database.write { session in try fill(World(session)) }
            return try database.read { session in
                var queries = FigureQueries(
                    session: session, creditor: Self.creditor, from: Self.zone.instant(Self.day),
                    to: Self.zone.instant(Self.day.adding(days: 1)))
                queries.portfolio = portfolio
                return try ask(queries)
            }
        }
    }

    private static let other = CreditorID(2)
    private static let yesterday = noon.adding(days: -1)

    @Test(
        "the funnel counts people who were contacted in the period, each at the farthest stage",
        arguments: Backend.onePerEngine)
    func funnel(_ backend: Backend) async throws {
        let farthest = try await inWorld(backend) { world in
            for debtor in Int64(1)...8 {
                let talk = try world.conversation(debtor)
                switch debtor {
                case 1: try world.contact(talk, 1)
                case 2:
                    // Twice contacted is one person.
                    try world.contact(talk, 2, delivered: Self.noon)
                    try world.contact(talk, 2)
                case 3: try world.contact(talk, 3, delivered: Self.noon, read: Self.noon, status: "read")
                case 4:
                    try world.contact(talk, 4, read: Self.noon)
                    try world.inbound(talk, 4, at: Self.noon)
                case 5:
                    try world.contact(talk, 5)
                    try world.agreement(5)
                case 6:
                    try world.contact(talk, 6)
                    try world.payment(6, 100)
                case 7:
                    // Never left us, and not contacted in the period: not in the funnel whatever they did.
                    try world.contact(talk, 7, status: "queued")
                    try world.inbound(talk, 7, at: Self.noon)
                default:
                    try world.contact(talk, 8, at: Self.yesterday)
                    try world.payment(8, 100)
                }
            }
            let foreign = try world.conversation(9, creditor: Self.other)
            try world.contact(foreign, 9, creditor: Self.other)
        } _: {
            try $0.farthestStages()
        }
        #expect(farthest == [.sent: 1, .delivered: 1, .read: 1, .replied: 1, .agreed: 1, .paid: 1])
    }

    @Test(
        "who replies within 72 hours of a delivery has responded, later not, and undelivered contacts ask nobody",
        arguments: Backend.onePerEngine)
    func response(_ backend: Backend) async throws {
        let share = try await inWorld(backend) { world in
            let limit = Self.noon.adding(hours: 72)
            for (debtor, reply) in [(1, limit), (2, limit.adding(milliseconds: 1)), (3, nil)] as [(Int64, Timestamp?)] {
                let talk = try world.conversation(debtor)
                try world.contact(talk, debtor, delivered: Self.noon)
                if let reply { try world.inbound(talk, debtor, at: reply) }
            }
            let undelivered = try world.conversation(4)
            try world.contact(undelivered, 4)
            try world.inbound(undelivered, 4, at: Self.noon)
            let before = try world.conversation(5)
            try world.inbound(before, 5, at: Self.noon.adding(minutes: -1))
            try world.contact(before, 5, delivered: Self.noon)
        } _: {
            try $0.response()
        }
        #expect(share.part == 1)
        #expect(share.whole == 4)
    }

    @Test(
        "first response runs from the first unanswered message to our next one; contacts of the cadence answer nothing",
        arguments: Backend.onePerEngine)
    func firstResponse(_ backend: Backend) async throws {
        let waits = try await inWorld(backend) { world in
            let talk = try world.conversation(1)
            try world.inbound(talk, 1, at: Self.noon)
            try world.inbound(talk, 1, at: Self.noon.adding(seconds: 5))
            try world.contact(talk, 1, at: Self.noon.adding(seconds: 7))
            try world.answer(talk, 1, at: Self.noon.adding(seconds: 20))
            try world.answer(talk, 1, at: Self.noon.adding(seconds: 21))
            try world.inbound(talk, 1, at: Self.noon.adding(seconds: 60))
            try world.answer(talk, 1, at: Self.noon.adding(seconds: 100), author: "staff:ana")
            // Still waits.
            try world.inbound(talk, 1, at: Self.noon.adding(seconds: 200))
            let early = try world.conversation(2)
            try world.inbound(early, 2, at: Self.yesterday)
            try world.answer(early, 2, at: Self.noon)
        } _: {
            try $0.firstResponses().sorted()
        }
        #expect(waits == [20_000, 40_000])
    }

    @Test("resolution counts conversations that ended in the period", arguments: Backend.onePerEngine)
    func resolution(_ backend: Backend) async throws {
        let times = try await inWorld(backend) { world in
            _ = try world.conversation(1, resolved: Self.noon.adding(hours: 2))
            _ = try world.conversation(2, resolved: Self.noon.adding(days: 2))
            _ = try world.conversation(3)
            _ = try world.conversation(4, creditor: Self.other, resolved: Self.noon.adding(hours: 1))
        } _: {
            try $0.resolutions()
        }
        #expect(times == [7_200_000])
    }

    @Test(
        "recovered is matched money of the period; placed is what was not settled before it",
        arguments: Backend.onePerEngine)
    func money(_ backend: Backend) async throws {
        let (recovered, placed, before) = try await inWorld(backend) { world in
            try world.payment(1, 1_000)
            try world.payment(1, 20, outcome: "partial")
            try world.payment(1, 3, outcome: "over", review: "open")
            try world.payment(1, 400, outcome: "late")
            try world.payment(1, 5_000, outcome: "unmatched", review: "assigned")
            try world.payment(1, 40_000, outcome: "repeated")
            try world.payment(nil, 50_000, outcome: "unmatched")
            try world.payment(1, 600, at: Self.yesterday)
            let id = try world.collectionCase(1)
            try world.debt(1, in: id, 10_000)
            try world.debt(1, in: id, 2_000, settled: Self.noon)
            try world.debt(1, in: id, 70_000, settled: Self.yesterday)
            // Placed by an entry that comes after the period.
            try world.debt(1, in: id, 900_000, rowID: 5 << 16)
        } _: {
            (try $0.recovered(), try $0.placed(), try $0.before.recovered())
        }
        #expect(recovered == Money(cents: 6_423))
        #expect(placed == Money(cents: 12_000))
        #expect(before == Money(cents: 600))
    }

    @Test("a portfolio's figures leave other portfolios' people out", arguments: Backend.onePerEngine)
    func portfolioFilter(_ backend: Backend) async throws {
        let (recovered, farthest, micros) = try await inWorld(backend, portfolio: Self.portfolio) { world in
            _ = try world.collectionCase(1)
            _ = try world.collectionCase(2, portfolio: PortfolioID(11))
            for debtor in Int64(1)...2 {
                try world.payment(debtor, debtor * 100)
                try world.contact(try world.conversation(debtor), debtor)
            }
        } _: {
            (try $0.recovered(), try $0.farthestStages(), try $0.costMicros())
        }
        #expect(recovered == Money(cents: 100))
        #expect(farthest == [.paid: 1])
        #expect(micros == 35_000)
    }

    @Test("channels and days count contacts that left, by the day on which they did", arguments: Backend.onePerEngine)
    func channelsAndDays(_ backend: Backend) async throws {
        let (channels, days) = try await inWorld(backend) { world in
            let first = try world.conversation(1)
            try world.contact(first, 1, delivered: Self.noon, read: Self.noon)
            try world.inbound(first, 1, at: Self.noon.adding(minutes: 1))
            try world.answer(first, 1, at: Self.noon.adding(minutes: 2))
            let second = try world.conversation(2)
            try world.contact(second, 2, delivered: Self.noon)
            try world.contact(second, 2, status: "failed")
            // Late in the evening, which is another day in UTC.
            try world.payment(1, 700, at: Self.zone.instant(Self.day, minuteOfDay: 23 * 60))
        } _: {
            (try $0.channels(), try $0.days(Self.zone))
        }
        let channel = try #require(channels.first)
        #expect(channels.count == 1)
        #expect(channel.channel == .whatsapp)
        #expect(channel.sent == 2)
        #expect((channel.delivered.part, channel.delivered.whole) == (2, 2))
        #expect((channel.read.part, channel.read.whole) == (1, 2))
        #expect((channel.replied.part, channel.replied.whole) == (1, 2))
        #expect(channel.cost == Money(cents: 11))
        #expect(days.map(\.day) == [Self.day])
        #expect(days.map(\.sent) == [2])
        #expect(days.map(\.read) == [1])
        #expect(days.map(\.replied) == [1])
        #expect(days.map(\.recovered) == [Money(cents: 700)])
    }

    @Test("an id's place in time is found in the inbox", arguments: Backend.onePerEngine)
    func idsInTime(_ backend: Backend) async throws {
        try backend.withDatabase { database in
            try database.write { session in
                #expect(try session.firstID(notBefore: Self.noon) == 1 << 16)
                let entries = [-60, 0, 0, 60].map { minutes in
                    NewEntry(at: Self.noon.adding(minutes: Int64(minutes)), kind: .timersDue, actor: "clock", body: [])
                }
                _ = try session.append(entries)
                #expect(try session.firstID(notBefore: Self.yesterday) == 1 << 16)
                #expect(try session.firstID(notBefore: Self.noon) == 2 << 16)
                #expect(try session.firstID(notBefore: Self.noon.adding(minutes: 1)) == 4 << 16)
                #expect(try session.firstID(notBefore: Self.noon.adding(days: 1)) == 5 << 16)
            }
        }
    }
}
