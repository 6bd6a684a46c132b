import Console
import Domain
import Engine
import Foundation
import Hummingbird
import Store

/// Who looks, at whose cases, at what moment: what every query is asked on behalf of.
struct Viewer: Sendable {
    let visitor: Visitor
    /// The only creditor whose rows this person can reach now.
    let creditor: CreditorID
    /// Nil while the installation has no creditor.
    let settings: CreditorSettings?
    var now: Timestamp
    let query: FormFields
    let csrfToken: String
    /// Seconds of `now` in one real second.
    let clockSpeed: Int
    let isDemonstration: Bool
    let hasMovableClock: Bool

    init(_ visitor: Visitor, _ request: Request, _ configuration: WebConfiguration) throws {
        self.visitor = visitor
        creditor = visitor.creditorID
        settings = try visitor.creditor.map {
            try JSONDecoder().decode(CreditorSettings.self, from: Data($0.profile.utf8))
        }
        now = configuration.clock.now()
        query = request.fields
        csrfToken = visitor.cookie.formToken(key: configuration.sessionKey)
        clockSpeed = Int(configuration.clock.speedPermille / 1000)
        isDemonstration = configuration.demonstration != nil
        hasMovableClock = configuration.clock.isVirtual
    }

    /// The creditor's office's zone: pages and figures count days there.
    var zone: Zone { settings?.zone ?? .brasilia }
    var today: CalendarDay { zone.day(now) }
    var businessName: String { settings?.tradeName ?? "Quita" }
    /// As conversations name an owner.
    var ownerName: String { "staff:\(visitor.login)" }

    var sections: [Section] {
        Section.builtIn.filter { $0.isOpen(to: visitor.role) && ($0 != .phone || isDemonstration) }
    }

    func frame(_ session: Session, notice: Notice?) throws -> Frame {
        Frame(
            user: SignedInUser(id: visitor.staff.id, name: visitor.staff.name, role: visitor.role),
            creditors: visitor.creditors.map { CreditorChoice(id: $0.id, name: $0.name) },
            creditor: visitor.creditor?.id,
            sections: sections, waitingCount: try waitingCount(session),
            warning: try DayWarnings.warning(session, self),
            notice: notice, csrfToken: csrfToken, now: now, clockSpeed: clockSpeed, isDemonstration: isDemonstration,
            zone: zone)
    }

    private func waitingCount(_ session: Session) throws -> Int {
        guard sections.contains(.desk) else { return 0 }
        return Int(
            try session.integer(
                "SELECT COUNT(*) FROM conversation WHERE creditor = ? AND owner = 'queue'", .id(creditor)) ?? 0)
    }
}

/// A number in an address as an id.
extension Identifier {
    init?(text: String) {
        guard let number = Int64(text) else { return nil }
        self.init(number)
    }
}
