import Domain
import Engine
import Store

/// A person of Aurora's who is switched off.
enum StaffSavedEntry {
    static func off(_ login: String, at instant: Timestamp) throws -> NewEntry {
        try StaffSaved(
            creditorKey: "aurora", login: login, name: "Desligada", role: "agent", passwordHash: "scrypt$1$$",
            isActive: false
        ).entry(at: instant, actor: "cli:test")
    }
}
