import Console
import Domain
import Store

/// The figures' questions to the store, one for each. All count in a period of instants, for one creditor, and where asked for
/// one portfolio.
///
/// A contact is a message that Quita began (`author` `cadence`: steps and reminders); answers are not contacts.
struct FigureQueries {
    let session: Session
    let creditor: CreditorID
    var portfolio: PortfolioID?
    /// Half open: `from` belongs to the period, `to` does not.
    let from: Timestamp
    let to: Timestamp

    /// Replies later than this after a delivery do not count as its answer.
    static let replyMilliseconds: Int64 = 72 * 3_600_000

    /// The same questions about the period before, equally long.
    var before: FigureQueries {
        var earlier = FigureQueries(
            session: session, creditor: creditor, from: from.adding(milliseconds: -from.milliseconds(until: to)),
            to: from)
        earlier.portfolio = portfolio
        return earlier
    }

    /// A condition on a column that holds a debtor, with its value.
    private func inPortfolio(_ column: String) -> (sql: String, values: [SQLValue]) {
        guard let portfolio else { return ("", []) }
        return (" AND \(column) IN (SELECT debtor FROM collection_case WHERE portfolio = ?)", [.id(portfolio)])
    }

    private var period: [SQLValue] { [.id(creditor), .timestamp(from), .timestamp(to)] }

    /// What makes a message of ours a contact that left.
    static let leftContact =
        "m.direction = 'out' AND m.author = 'cadence' AND (m.sent_at IS NOT NULL OR m.delivered_at IS NOT NULL "
        + "OR m.read_at IS NOT NULL OR m.status IN ('accepted', 'sent', 'delivered', 'read', 'played'))"

    /// How many debtors have each stage as their farthest: see `Funnel`.
    func farthestStages() throws -> [FunnelStage: Int] {
        let scope = inPortfolio("debtor")
        let sql = """
            SELECT farthest, COUNT(*) FROM (
                SELECT debtor, MAX(stage) AS farthest FROM (
                    SELECT m.debtor AS debtor, CASE WHEN m.read_at IS NOT NULL THEN 3
                        WHEN m.delivered_at IS NOT NULL THEN 2 ELSE 1 END AS stage
                    FROM message m WHERE m.creditor = ? AND m.at >= ? AND m.at < ? AND \(FigureQueries.leftContact)
                    UNION ALL
                    SELECT debtor, 4 FROM message
                    WHERE creditor = ? AND at >= ? AND at < ? AND direction = 'in'
                    UNION ALL
                    SELECT debtor, 5 FROM agreement WHERE creditor = ? AND accepted_at >= ? AND accepted_at < ?
                    UNION ALL
                    SELECT debtor, 6 FROM payment WHERE creditor = ? AND paid_at >= ? AND paid_at < ?
                        AND \(FigureQueries.foundItsPlace)
                ) AS events WHERE debtor IS NOT NULL\(scope.sql) GROUP BY debtor HAVING MIN(stage) <= 3
            ) AS people GROUP BY farthest
            """
        var counts: [FunnelStage: Int] = [:]
        for row in try session.rows(sql, period + period + period + period + scope.values) {
            var reader = RowReader(row, table: "funnel")
            if let stage = Funnel.stage(number: try reader.integer()) { counts[stage] = try reader.int() }
        }
        return counts
    }

    /// People to whom a contact was delivered in the period, and those of them who wrote within 72 hours after one.
    func response() throws -> Share {
        let scope = inPortfolio("m.debtor")
        let sql = """
            SELECT COUNT(DISTINCT m.debtor), COUNT(DISTINCT CASE WHEN EXISTS (
                SELECT 1 FROM message i WHERE i.conversation = m.conversation AND i.direction = 'in'
                    AND i.at >= m.delivered_at AND i.at <= m.delivered_at + \(FigureQueries.replyMilliseconds)
                ) THEN m.debtor END)
            FROM message m WHERE m.creditor = ? AND m.at >= ? AND m.at < ? AND m.direction = 'out' AND m.author = 'cadence'
                AND m.delivered_at IS NOT NULL\(scope.sql)
            """
        let counts = try session.integers(sql, period + scope.values)
        return Shares.share(counts[1], of: counts[0])
    }

    /// First response: for each time that a debtor wrote and waited, the milliseconds from the first of their unanswered
    /// messages to our next message in the conversation, the assistant's or a person's. Who still waits is not counted.
    func firstResponses() throws -> [Int64] {
        let scope = inPortfolio("m.debtor")
        let sql = """
            SELECT answer - at FROM (
                SELECT m.at AS at, (SELECT MIN(o.at) FROM message o WHERE o.conversation = m.conversation AND o.id > m.id
                    AND o.direction = 'out' AND o.author <> 'cadence') AS answer
                FROM message m WHERE m.creditor = ? AND m.at >= ? AND m.at < ? AND m.direction = 'in'\(scope.sql)
                    AND COALESCE((SELECT p.direction FROM message p WHERE p.conversation = m.conversation AND p.id < m.id
                        ORDER BY p.id DESC LIMIT 1), 'out') = 'out'
            ) AS waits WHERE answer IS NOT NULL
            """
        return try session.column(sql, period + scope.values)
    }

    /// Resolution: milliseconds from a conversation's start to the result that ended it, for those that ended in the period.
    func resolutions() throws -> [Int64] {
        let scope = inPortfolio("c.debtor")
        return try session.column(
            """
            SELECT c.resolved_at - c.started_at FROM conversation c
            WHERE c.creditor = ? AND c.resolved_at >= ? AND c.resolved_at < ?\(scope.sql)
            """, period + scope.values)
    }

    /// Payments that paid something: when they came, or once a person had found what.
    private static let foundItsPlace = "(outcome IN ('matched', 'partial', 'over', 'late') OR review = 'assigned')"

    func recovered() throws -> Money {
        let scope = inPortfolio("debtor")
        let sum = try session.integers(
            """
            SELECT COALESCE(SUM(amount_cents), 0) FROM payment WHERE creditor = ? AND paid_at >= ? AND paid_at < ?
                AND \(FigureQueries.foundItsPlace)\(scope.sql)
            """, period + scope.values)
        return Money(cents: Int64(sum[0]))
    }

    /// What was placed: see `MoneyFigures.recovery`. Debts have no instant of their own, but their ids follow the inbox.
    func placed() throws -> Money {
        let portfolioCondition = portfolio == nil ? "" : " AND portfolio = ?"
        let sum = try session.integers(
            """
            SELECT COALESCE(SUM(original_cents), 0) FROM debt
            WHERE creditor = ? AND id < ? AND (settled_at IS NULL OR settled_at >= ?)\(portfolioCondition)
            """,
            [.id(creditor), .integer(try session.firstID(notBefore: to)), .timestamp(from)]
                + (portfolio.map { [.id($0)] } ?? []))
        return Money(cents: Int64(sum[0]))
    }

    func satisfaction() throws -> (sum: Int, answers: Int) {
        let scope = inPortfolio("debtor")
        let counts = try session.integers(
            """
            SELECT COALESCE(SUM(score), 0), COUNT(*) FROM survey
            WHERE creditor = ? AND at >= ? AND at < ?\(scope.sql)
            """, period + scope.values)
        return (counts[0], counts[1])
    }

    /// Millionths of a real, over all messages of the period.
    func costMicros() throws -> Int64 {
        let scope = inPortfolio("debtor")
        return Int64(
            try session.integers(
                "SELECT COALESCE(SUM(cost_micros), 0) FROM message WHERE creditor = ? AND at >= ? AND at < ?\(scope.sql)",
                period + scope.values)[0])
    }

    /// By channel: contacts that left, arrived and were displayed; of the people reached, those who replied; the cost.
    func channels() throws -> [ChannelFigures] {
        let scope = inPortfolio("m.debtor")
        let sql = """
            SELECT c.channel, COUNT(CASE WHEN \(FigureQueries.leftContact) THEN 1 END),
                COUNT(CASE WHEN \(FigureQueries.leftContact) AND m.delivered_at IS NOT NULL THEN 1 END),
                COUNT(CASE WHEN \(FigureQueries.leftContact) AND m.read_at IS NOT NULL THEN 1 END),
                COUNT(DISTINCT CASE WHEN m.author = 'cadence' AND m.delivered_at IS NOT NULL THEN m.debtor END),
                COUNT(DISTINCT CASE WHEN m.author = 'cadence' AND m.delivered_at IS NOT NULL AND EXISTS (
                    SELECT 1 FROM message i WHERE i.conversation = m.conversation AND i.direction = 'in'
                        AND i.at >= m.delivered_at AND i.at <= m.delivered_at + \(FigureQueries.replyMilliseconds)
                    ) THEN m.debtor END),
                COALESCE(SUM(m.cost_micros), 0)
            FROM message m JOIN conversation c ON c.id = m.conversation
            WHERE m.creditor = ? AND m.at >= ? AND m.at < ? AND m.direction = 'out'\(scope.sql)
            GROUP BY c.channel ORDER BY c.channel
            """
        return try session.rows(sql, period + scope.values).compactMap { row in
            var reader = RowReader(row, table: "channels")
            let channel = Channel(rawValue: try reader.text())
            let sent = try reader.int()
            let delivered = try reader.int()
            let read = try reader.int()
            let reached = try reader.int()
            let replied = try reader.int()
            let micros = try reader.integer()
            return channel.map {
                ChannelFigures(
                    channel: $0, sent: sent, delivered: Shares.share(delivered, of: sent),
                    read: Shares.share(read, of: delivered), replied: Shares.share(replied, of: reached),
                    cost: MoneyFigures.cents(micros: micros))
            }
        }
    }

    /// By the day on which a contact left: how many, how many of them were displayed, how many were answered within 72 hours;
    /// and what was paid on the day. Every day of the period, in order.
    func days(_ zone: Zone) throws -> [DayFigures] {
        let scope = inPortfolio("m.debtor")
        let offset = SQLValue.integer(Int64(zone.offsetMinutes) * 60_000)
        let contacts = try session.rows(
            """
            SELECT day, COUNT(*), COUNT(displayed), SUM(answered) FROM (
                SELECT (m.at + ?) / 86400000 AS day, m.read_at AS displayed, CASE WHEN EXISTS (
                    SELECT 1 FROM message i WHERE i.conversation = m.conversation AND i.direction = 'in'
                        AND i.at >= m.delivered_at AND i.at <= m.delivered_at + \(FigureQueries.replyMilliseconds)
                    ) THEN 1 ELSE 0 END AS answered
                FROM message m WHERE m.creditor = ? AND m.at >= ? AND m.at < ? AND \(FigureQueries.leftContact)\(scope.sql)
            ) AS contacts GROUP BY day
            """, [offset] + period + scope.values)
        let paid = inPortfolio("debtor")
        let payments = try session.rows(
            """
            SELECT day, SUM(amount_cents) FROM (
                SELECT (paid_at + ?) / 86400000 AS day, amount_cents FROM payment
                WHERE creditor = ? AND paid_at >= ? AND paid_at < ? AND \(FigureQueries.foundItsPlace)\(paid.sql)
            ) AS payments GROUP BY day
            """, [offset] + period + paid.values)
        var byDay: [CalendarDay: (sent: Int, read: Int, replied: Int, cents: Int64)] = [:]
        for row in contacts {
            var reader = RowReader(row, table: "days")
            let day = try reader.day()
            byDay[day] = (try reader.int(), try reader.int(), try reader.int(), 0)
        }
        for row in payments {
            var reader = RowReader(row, table: "days")
            byDay[try reader.day(), default: (0, 0, 0, 0)].cents = try reader.integer()
        }
        let first = zone.day(from)
        let count = first.days(until: zone.day(to.adding(milliseconds: -1)))
        return (0...max(0, count)).map { index in
            let day = first.adding(days: index)
            let figures = byDay[day] ?? (0, 0, 0, 0)
            return DayFigures(
                day: day, sent: figures.sent, read: figures.read, replied: figures.replied,
                recovered: Money(cents: figures.cents))
        }
    }
}
