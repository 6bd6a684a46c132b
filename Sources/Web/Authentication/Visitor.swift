import Console
import Domain
import Engine
import Hummingbird
import Store

/// A signed-in person, as a request carries them: read anew from the store each time, so that somebody who is switched off
/// is out at once.
struct Visitor: Sendable {
    let staff: StaffRow
    let cookie: SessionCookie
    /// Those whose cases this person may see, in the order shown.
    let creditors: [CreditorRow]
    /// The one whose cases are shown; nil while the installation has none.
    let creditor: CreditorRow?

    /// A role that this program does not know may do the least.
    var role: Role { Role(rawValue: staff.role) ?? .agent }
    var login: String { staff.login }

    /// Stands in queries while there is no creditor: it owns nothing.
    static let noCreditor = CreditorID(0)
    var creditorID: CreditorID { creditor?.id ?? Visitor.noCreditor }

    /// The cookie that holds an administrator's choice of creditor. It gives no right: `creditors` is read from the store.
    static let creditorCookie = "quita_credor"
}

extension Section {
    /// Whether a person of this role finds the section in the rail and may open its pages.
    func isOpen(to role: Role) -> Bool {
        switch self {
        case .desk: role != .compliance
        case .cases, .phone: true
        case .dashboard, .cadences, .templates, .closing, .compliance: role != .agent
        case .imports: role != .agent && role != .compliance
        case .settings: role == .manager || role == .administrator
        }
    }
}

extension WebConfiguration {
    /// Who has signed in, as the request's cookie says it; nil for nobody, or for a cookie that no longer counts.
    func visitor(of request: Request) async throws -> Visitor? {
        let cookies = request.cookies
        // Sessions last as long on the wall as in a demonstration's faster world.
        guard let text = cookies[SessionCookie.name]?.value,
            let cookie = SessionCookie(text, key: sessionKey, now: Clock.real().now())
        else { return nil }
        let chosen = cookies[Visitor.creditorCookie].flatMap { Int64($0.value) }.map { CreditorID($0) }
        return try await database.reading { session in
            guard let staff = try session.staff(login: cookie.login), staff.isActive else { return nil }
            let creditors = try session.creditors().filter { staff.creditor == nil || staff.creditor == $0.id }
            return Visitor(
                staff: staff, cookie: cookie, creditors: creditors,
                creditor: creditors.first { $0.id == chosen } ?? creditors.first)
        }
    }
}
