package import Domain

/// The customer service window between one business number and one person: for 24 hours after the person's last message
/// or call any message may be sent, outside it only approved templates (reference §5.1).
///
/// It is computed from the platform's timestamps, never from arrival, and joins: any order of the same events gives the
/// same window.
package struct ServiceWindow: Hashable, Sendable, Codable {
    /// The latest event that opened it.
    package private(set) var openedAt: Timestamp?

    package static let hours: Int64 = 24
    /// A message that leaves in the last minutes may be judged by Meta's clock after the end.
    package static let marginMinutes: Int64 = 5

    package init(openedAt: Timestamp? = nil) { self.openedAt = openedAt }

    /// Meta's own end of the window.
    package var endsAt: Timestamp? { openedAt?.adding(hours: ServiceWindow.hours) }

    /// Whether free-form content may leave now, with the margin kept.
    package func isOpen(at now: Timestamp, marginMinutes: Int64 = ServiceWindow.marginMinutes) -> Bool {
        guard let endsAt else { return false }
        return now < endsAt.adding(minutes: -marginMinutes)
    }

    package func joined(with other: ServiceWindow) -> ServiceWindow {
        guard let mine = openedAt, let theirs = other.openedAt else {
            return ServiceWindow(openedAt: openedAt ?? other.openedAt)
        }
        return ServiceWindow(openedAt: max(mine, theirs))
    }

    /// The window after an event of this person on this number; statuses, reactions, edits and the like leave it as it
    /// was.
    package func after(_ event: WhatsAppEvent) -> ServiceWindow {
        guard event.opensWindow, let at = event.at else { return self }
        return joined(with: ServiceWindow(openedAt: at))
    }
}
