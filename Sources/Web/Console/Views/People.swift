import Console
import Domain
import Store

/// Names of the people who work here, by login.
struct StaffNames: Sendable {
    private var names: [String: String] = [:]

    init(_ session: Session) throws {
        for row in try session.rows("SELECT login, name FROM staff", []) {
            var reader = RowReader(row, table: "staff")
            names[try reader.text()] = try reader.text()
        }
    }

    /// The name behind an actor of the log: `staff:<login>`; nil for what no person did.
    func person(_ actor: String) -> String? {
        guard actor.hasPrefix("staff:") else { return nil }
        let login = String(actor.dropFirst("staff:".count))
        return login == "phone" ? Words.phoneApp : names[login] ?? login
    }

    /// Any actor, in words.
    func actor(_ actor: String) -> String {
        if let person = person(actor) { return person }
        if actor.hasPrefix("cli:") { return "\(Words.commandLine) (\(actor.dropFirst("cli:".count)))" }
        return actor
    }

    func owner(_ owner: String, viewer: Viewer) -> ConversationOwner {
        switch owner {
        case "bot": .assistant
        case "queue": .nobody
        case viewer.ownerName: .me
        default: .other(name: person(owner) ?? owner)
        }
    }
}

/// A debtor as pages show them.
enum People {
    /// `•••.456.789-••`
    static func maskedDocument(_ document: String) -> String? {
        TaxDocument(normalized: document)?.masked.replacing("*", with: "•")
    }

    static func maskedContact(_ point: ContactPointRow) -> String {
        if point.kind == "email" { return EmailAddress(point.value)?.masked.replacing("*", with: "•") ?? "•••" }
        return PhoneNumber(e164: point.value)?.masked.replacing("*", with: "•") ?? "••••"
    }

    static func contactPoints(_ points: [ContactPointRow]) -> [ContactPointLine] {
        points.filter { !$0.value.isEmpty }.map { point in
            let blocked: RestrictionKind? =
                switch point.status {
                case "wrong": .wrongPerson
                case "unreachable": .other("não recebe mensagens")
                default: nil
                }
            return ContactPointLine(
                channel: point.kind == "email" ? .email : .whatsapp, shown: maskedContact(point), blocked: blocked)
        }
    }

    static func restrictions(_ rows: [RestrictionRow], now: Timestamp) -> [RestrictionLine] {
        rows.filter { row in row.until.map { now < $0 } ?? true }.map { row in
            RestrictionLine(kind: Words.restriction(row.kind), since: row.since, until: row.until, reason: nil)
        }
    }

    static func promises(_ rows: [PromiseRow]) -> [PromiseLine] {
        rows.reversed().map { row in
            let state: PromiseLine.State =
                switch row.status {
                case "kept": .kept
                case "broken": .broken
                case "replaced": .withdrawn
                default: .running
                }
            return PromiseLine(
                due: row.dueDay, amount: row.amount.map { Money(cents: $0) }, madeAt: row.madeAt, state: state)
        }
    }

    /// The debtor's zone by which contact hours count, with the state where it is known.
    static func place(_ debtor: DebtorRow, _ points: [ContactPointRow]) -> CasePage.Place? {
        if let state = debtor.state.flatMap({ FederativeUnit(rawValue: $0) }) {
            return CasePage.Place(state: state.rawValue, zone: state.zone)
        }
        guard let phone = points.lazy.compactMap({ PhoneNumber(e164: $0.value) }).first, let state = phone.state else {
            return nil
        }
        return CasePage.Place(state: state.rawValue, zone: state.zone)
    }

    /// The number that a person of the demonstration holds.
    static func phone(_ points: [ContactPointRow]) -> PhoneNumber? {
        points.lazy.filter { $0.kind == "phone" }.compactMap { PhoneNumber(e164: $0.value) }.first
    }
}
