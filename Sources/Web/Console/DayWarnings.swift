import Console
import Domain
import Engine
import Store

/// The one line under the header that the day calls for: the gravest first.
enum DayWarnings {
    /// Sends that stand in the outbox this long, and as many as this, are behind.
    private static let lateMinutes: Int64 = 5
    private static let lateCount: Int64 = 20

    static func warning(_ session: Session, _ viewer: Viewer) throws -> DayWarning? {
        guard let settings = viewer.settings else { return nil }
        let switches = try session.stopSwitches(creditor: viewer.creditor, now: viewer.now)
        if switches.contains(where: { $0.name.hasPrefix("account") || $0.name.hasPrefix("templates") }) {
            return DayWarning(matter: .numberRestricted(phone: settings.tradeName), address: address(.settings, viewer))
        }
        guard settings.whatsAppNumberID != nil else {
            return DayWarning(matter: .whatsappOff, address: address(.settings, viewer))
        }
        if let paused = switches.first(where: { $0.name.hasPrefix("template:") }) {
            return DayWarning(
                matter: .templatePaused(name: StopSwitch.template(paused.name)), address: address(.templates, viewer))
        }
        let late =
            try session.integer(
                "SELECT COUNT(*) FROM effect_work WHERE phase = 'ready' AND not_before < ?",
                .timestamp(viewer.now.adding(minutes: -lateMinutes * Int64(max(1, viewer.clockSpeed))))) ?? 0
        if late >= lateCount { return DayWarning(matter: .deliveryBehind(waiting: Int(late))) }
        if settings.pixKey == nil { return DayWarning(matter: .paymentsOff, address: address(.settings, viewer)) }
        return nil
    }

    private static func address(_ section: Section, _ viewer: Viewer) -> Address? {
        guard viewer.sections.contains(section) else { return nil }
        return section == .templates ? .templates : .settings
    }
}

/// Names of stop switches: `template:<name>@<creditor>`.
enum StopSwitch {
    static func template(_ name: String) -> String {
        String(name.dropFirst("template:".count).prefix { $0 != "@" })
    }
}
