import Channels
import Domain
import Payments

/// Everything that the simulated bank's API keeps.
struct BankBooks: Sendable {
    struct Token: Sendable {
        let expiresAt: Timestamp
        let scopes: Set<String>
    }

    /// A charge with all its revisions.
    struct Charge: Sendable {
        let kind: PixChargeKind
        let createdAt: Timestamp
        /// The creditor's part of each revision, from 0: what its requests said.
        var revisions: [JSONObject]
        var status = PixChargeStatus.active
        var locationID: Int64?
        /// Places in the list of payments.
        var payments: [Int] = []

        var current: JSONObject { revisions[revisions.count - 1] }
    }

    struct Location: Sendable {
        let url: String
        /// Nil for a recurrence's.
        let kind: PixChargeKind?
        let createdAt: Timestamp
        var txid: String?
        var recurrence: String?
    }

    struct Batch: Sendable {
        struct Item: Sendable {
            let txid: String
            var status = "EM_PROCESSAMENTO"
            var problem: JSONValue?
        }

        var description: String
        let createdAt: Timestamp
        var items: [Item]
    }

    struct Refund: Sendable {
        let id: String
        let returnID: String
        let amount: Money
        let nature: String
        let description: String?
        let requestedAt: Timestamp
        var status = "EM_PROCESSAMENTO"
        var reason: String?
        var settledAt: Timestamp?
    }

    struct Webhook: Sendable {
        let url: String
        let createdAt: Timestamp
    }

    struct Recurrence: Sendable {
        let id: String
        let request: JSONObject
        let createdAt: Timestamp
        var history: [(status: String, at: Timestamp)]
        var locationID: Int64?
        var end: JSONValue?

        var status: String { history.last?.status ?? "CRIADA" }
    }

    struct Consent: Sendable {
        let id: String
        let request: JSONObject
        var history: [(status: String, at: Timestamp)]

        var status: String { history.last?.status ?? "CRIADA" }
    }

    struct RecurringCharge: Sendable {
        struct Attempt: Sendable {
            let day: CalendarDay
            let endToEndID: String
            /// `AGND` for the first, `NTAG` for the others.
            let kind: String
            var history: [(status: String, at: Timestamp)]
            var rejection: String?
        }

        let txid: String
        let request: JSONObject
        let createdAt: Timestamp
        var history: [(status: String, at: Timestamp)]
        var attempts: [Attempt] = []
        var payments: [Int] = []

        var status: String { history.last?.status ?? "CRIADA" }
        var recurrence: String { request["idRec"]?.string ?? "" }
    }

    var tokens: [String: Token] = [:]
    var charges: [String: Charge] = [:]
    var locations: [Int64: Location] = [:]
    var batches: [Int64: Batch] = [:]
    /// What each batch asked for, by txid, until it is decided.
    var batchRequests: [Int64: [String: JSONObject]] = [:]
    /// By the payment's id, in order.
    var refunds: [String: [Refund]] = [:]
    /// By the key; `rec` and `cobr` for recurrences and their charges.
    var webhooks: [String: Webhook] = [:]
    var recurrences: [String: Recurrence] = [:]
    var consents: [String: Consent] = [:]
    var recurringCharges: [String: RecurringCharge] = [:]

    /// The next number for something that the bank names.
    var counter: Int64 = 0

    mutating func nextNumber() -> Int64 {
        counter += 1
        return counter
    }

    /// A txid is used once by a receiver, for whatever kind of charge.
    func isUsed(_ txid: String) -> Bool { charges[txid] != nil || recurringCharges[txid] != nil }
}

/// What the bank does by itself when its time has come.
enum BankEvent: Sendable {
    case decideBatch(Int64)
    case finishRefund(endToEndID: String, id: String)
    case attempt(txid: String, day: CalendarDay)
}

extension BankSimulator {
    mutating func perform(_ event: BankEvent, at now: Timestamp) {
        switch event {
        case .decideBatch(let id): decideBatch(id, now: now)
        case .finishRefund(let endToEndID, let id): finishRefund(endToEndID, id, now: now)
        case .attempt(let txid, let day): attempt(txid, on: day, now: now)
        }
    }

    /// `123.45`
    static func decimal(_ money: Money) -> JSONValue { .string(money.bankDecimal) }

    static func instant(_ at: Timestamp) -> JSONValue { .string(at.rfc3339(in: .utc)) }

    static func history(_ history: [(status: String, at: Timestamp)]) -> JSONValue {
        .array(history.map { ["status": .string($0.status), "data": instant($0.at)] })
    }
}

extension JSONObject {
    /// The object with a member set, in its place where it is there already.
    func setting(_ key: String, _ value: JSONValue?) -> JSONObject {
        guard let value else { return self }
        var object = self
        if let place = members.firstIndex(where: { $0.key == key }) {
            object.members[place] = Member(key: key, value: value)
        } else {
            object.append(key, value)
        }
        return object
    }

    /// Only the named members, in their order.
    func keeping(_ keys: Set<String>) -> JSONObject { JSONObject(members.filter { keys.contains($0.key) }) }
}
