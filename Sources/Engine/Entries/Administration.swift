package import Domain
import Foundation
package import Store

/// The body of a `creditor.saved` entry.
package struct CreditorSaved: Codable, Sendable {
    /// The short name by which commands and files call it.
    package var key: String
    package var profile: CreditorSettings

    package init(key: String, profile: CreditorSettings) {
        self.key = key
        self.profile = profile
    }
}

/// The body of a `strategy.activated` entry: a text that people wrote, checked before it came here.
package struct StrategyActivated: Codable, Sendable {
    package var creditorKey: String
    package var kind: String
    package var name: String
    package var body: String

    package init(creditorKey: String, kind: StrategyKind, name: String, body: String) {
        self.creditorKey = creditorKey
        self.kind = kind.rawValue
        self.name = name
        self.body = body
    }
}

/// The body of a `staff.saved` entry. The password comes as its salted hash; the plain one never enters the log.
package struct StaffSaved: Codable, Sendable {
    package var creditorKey: String?
    package var login: String
    package var name: String
    package var role: String
    package var passwordHash: String
    package var isActive: Bool

    package init(
        creditorKey: String?, login: String, name: String, role: String, passwordHash: String, isActive: Bool = true
    ) {
        self.creditorKey = creditorKey
        self.login = login
        self.name = name
        self.role = role
        self.passwordHash = passwordHash
        self.isActive = isActive
    }
}

extension EntryContext {
    /// The entry's body as JSON.
    func body<Body: Decodable>(_ type: Body.Type = Body.self) throws -> Body {
        do {
            return try JSONDecoder().decode(Body.self, from: Data(entry.body))
        } catch {
            throw EntryError.badBody(kind: entry.kind.rawValue, reason: "\(error)")
        }
    }

    func creditor(_ key: String) throws -> CreditorRow {
        guard let found = try session.creditor(key: key) else { throw EntryError.missing("creditor \(key)") }
        return found
    }
}

extension CollectionEngine {
    func creditorSaved(_ context: EntryContext) throws {
        let saved: CreditorSaved = try context.body()
        let profile = try canonicalJSON(saved.profile)
        if var known = try context.session.creditor(key: saved.key) {
            known.name = saved.profile.tradeName
            known.profile = profile
            known.whatsappNumber = saved.profile.whatsAppNumberID
            try context.session.update(known)
        } else {
            try context.session.insert(
                CreditorRow(
                    id: context.nextID(), key: saved.key, name: saved.profile.tradeName, profile: profile,
                    whatsappNumber: saved.profile.whatsAppNumberID, createdAt: context.now))
        }
        try scheduleReconciliation(of: context.creditor(saved.key), saved.profile, context)
    }

    /// A new version becomes the active one. Cases are looked at again, so that the cadence in force decides about them.
    func strategyActivated(_ context: EntryContext) throws {
        let activated: StrategyActivated = try context.body()
        let creditor = try context.creditor(activated.creditorKey)
        guard let kind = StrategyKind(rawValue: activated.kind) else {
            throw EntryError.badBody(kind: context.entry.kind.rawValue, reason: "unknown kind \(activated.kind)")
        }
        // A text that does not load must not become active, whoever sent it.
        try strategies.check(kind, activated.body)
        let session = context.session
        let last =
            try session.integer(
                "SELECT COALESCE(MAX(version), 0) FROM strategy WHERE creditor = ? AND kind = ? AND name = ?",
                .id(creditor.id), .text(kind.rawValue), .text(activated.name)) ?? 0
        try session.run(
            "UPDATE strategy SET active = 0 WHERE creditor = ? AND kind = ? AND active = 1", .id(creditor.id),
            .text(kind.rawValue))
        try session.insert(
            StrategyRow(
                id: context.nextID(), creditor: creditor.id, kind: kind.rawValue, name: activated.name,
                version: Int(last) + 1, body: activated.body, isActive: true, activatedAt: context.now,
                activatedBy: context.entry.actor))
        if kind == .cadence {
            try session.run(
                "UPDATE collection_case SET next_action_at = ? WHERE creditor = ? AND status = 'open'",
                .timestamp(context.now), .id(creditor.id))
        }
    }

    func staffSaved(_ context: EntryContext) throws {
        let saved: StaffSaved = try context.body()
        let creditor = try saved.creditorKey.map { try context.creditor($0).id }
        if var known = try context.session.staff(login: saved.login) {
            known.creditor = creditor
            known.name = saved.name
            known.role = saved.role
            known.password = saved.passwordHash
            known.isActive = saved.isActive
            try context.session.update(known)
        } else {
            try context.session.insert(
                StaffRow(
                    id: context.nextID(), creditor: creditor, login: saved.login, name: saved.name, role: saved.role,
                    password: saved.passwordHash, isActive: saved.isActive, createdAt: context.now))
        }
    }
}

/// Bodies that become entries.
extension CreditorSaved {
    package func entry(at instant: Timestamp, actor: String) throws -> NewEntry {
        NewEntry(at: instant, kind: .creditorSaved, actor: actor, body: Array(try canonicalJSON(self).utf8))
    }
}

extension StrategyActivated {
    package func entry(at instant: Timestamp, actor: String) throws -> NewEntry {
        NewEntry(at: instant, kind: .strategyActivated, actor: actor, body: Array(try canonicalJSON(self).utf8))
    }
}

extension StaffSaved {
    package func entry(at instant: Timestamp, actor: String) throws -> NewEntry {
        NewEntry(at: instant, kind: .staffSaved, actor: actor, body: Array(try canonicalJSON(self).utf8))
    }
}

extension StaffAct {
    /// - Parameter login: of the person who is signed in.
    package func entry(at instant: Timestamp, login: String) throws -> NewEntry {
        NewEntry(at: instant, kind: .staffActed, actor: "staff:\(login)", body: Array(try canonicalJSON(self).utf8))
    }
}
