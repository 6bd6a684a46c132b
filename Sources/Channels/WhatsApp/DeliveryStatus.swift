/// How far a message got, in one order: two reports about one message join to the greater.
///
/// `failed` stands above `accepted` and `sent` and below `delivered`, so a failure wins only while nothing better is
/// known, and what a person has received never turns into a failure. A greatest element of a total order is
/// commutative, associative and idempotent: reports may come late, twice and in any order.
package enum DeliveryStatus: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
    /// Meta took it and promised nothing.
    case accepted
    /// Taken, and kept back while the template is paused. Never resend.
    case paused
    /// Taken, and kept back by pacing until quality is known; then released or dropped. Never resend.
    case held
    /// Left Meta's servers (one tick).
    case sent
    /// Final: it will not arrive.
    case failed
    /// On the device (two ticks).
    case delivered
    /// Displayed; implies delivered. Absent for who switched read receipts off.
    case read
    /// A voice note was listened to.
    case played

    private var rank: Int {
        switch self {
        case .accepted: 0
        case .paused: 1
        case .held: 2
        case .sent: 3
        case .failed: 4
        case .delivered: 5
        case .read: 6
        case .played: 7
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    package func joined(with other: Self) -> Self { max(self, other) }

    /// Whether a message with this status is known to have passed the other one: `read` implies `delivered` and `sent`.
    package func implies(_ other: Self) -> Bool {
        switch (self, other) {
        case (_, .paused), (_, .held), (.failed, .sent): self == other
        case (_, .failed): self == .failed
        default: self >= other
        }
    }

    /// A webhook's word (`sent`, `delivered`, `read`, `played`, `failed`); nil for another.
    package init?(webhook word: String) {
        switch word {
        case "sent": self = .sent
        case "delivered": self = .delivered
        case "read": self = .read
        case "played": self = .played
        case "failed": self = .failed
        default: return nil
        }
    }

    /// `messages[].message_status` of the answer to a send; absent and unknown words mean no more than accepted.
    package init(sendResponse word: String?) {
        switch word {
        case "held_for_quality_assessment": self = .held
        case "paused": self = .paused
        default: self = .accepted
        }
    }
}
