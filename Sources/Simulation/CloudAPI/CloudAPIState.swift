package import Domain

/// A person's phone: who they are, and everything on it.
struct PhoneState: Sendable {
    var user: PhoneUser
    var bubbles: [PhoneBubble] = []
}

struct ChatKey: Hashable, Sendable {
    let phone: String
    let numberID: String
}

/// What the platform keeps about one user and one business number.
struct Chat: Sendable {
    /// Free-form messages may be sent before this instant.
    var windowUntil: Timestamp?
    /// A click on an ad waits for the business's answer until then …
    var entryOfferedUntil: Timestamp?
    /// … which opens three days in which everything is free.
    var freeEntryUntil: Timestamp?
    var pacer = PairPacer()
    /// The last traffic that showed the phone number to the business.
    var phoneSeenAt: Timestamp?
    /// Messages leave, and reach a phone, in the order in which they were accepted, unless one is made to overtake.
    var lastLeaveAt: Timestamp?
    var lastArrivalAt: Timestamp?
    var typingUntil: Timestamp?

    func windowIsOpen(_ now: Timestamp) -> Bool { windowUntil.map { now < $0 } ?? false }
    func entryIsFree(_ now: Timestamp) -> Bool { freeEntryUntil.map { now < $0 } ?? false }
}

/// What a delivered message costs, as the platform reports it.
struct Pricing: Hashable, Sendable {
    let isBillable: Bool
    /// `regular`, `free_customer_service` or `free_entry_point`.
    let type: String
    let category: String
}

/// A message that the platform took: it will be delivered, or fail, and statuses will tell.
package struct AcceptedMessage: Hashable, Sendable {
    /// How far it came; only ever rises.
    package enum State: String, Hashable, Sendable, Codable, Comparable {
        case accepted, held, sent, delivered, read, played, failed

        private var rank: Int {
            switch self {
            case .held: 0
            case .accepted: 1
            case .sent: 2
            case .delivered: 3
            case .read: 4
            case .played: 5
            case .failed: 6
            }
        }

        package static func < (left: State, right: State) -> Bool { left.rank < right.rank }
    }

    package let id: String
    package let accountID: String
    package let numberID: String
    /// The user's phone (digits); the digits sent to, where no user has them.
    package let phone: String
    package let kind: PhoneBubble.Kind
    /// What the user reads.
    package let text: String
    package let templateName: String?
    package let callbackData: String?
    package let acceptedAt: Timestamp
    package internal(set) var state: State
    /// The error of a failed message.
    package internal(set) var errorCode: Int?

    var bubble: PhoneBubble
    let pricing: Pricing?
    let wasSentToPhone: Bool
    /// Null for numbers that nobody has.
    let knowsUser: Bool
    let isVoice: Bool
}

/// A message that has just appeared on a phone.
package struct PhoneArrival: Hashable, Sendable {
    package let phone: String
    package let bubble: PhoneBubble
}

/// Figures of a run.
package struct CloudAPIStatistics: Hashable, Sendable, Codable {
    /// Requests to send, refused ones included.
    package var sendRequests = 0
    package var accepted = 0
    /// By error code.
    package var refused: [Int: Int] = [:]
    /// Requests that were never answered.
    package var unanswered = 0
    package var delivered = 0
    package var read = 0
    package var failed = 0
    package var inbound = 0
    /// Updates put into webhooks.
    package var updates = 0
    /// POSTs of webhooks that were not answered with 200.
    package var webhookFailures = 0
    package var webhookDuplicates = 0
    package var webhooksGivenUp = 0
}

/// Something that the platform does by itself, later.
enum PlatformEvent: Sendable {
    case leaves(messageID: String)
    case arrives(messageID: String)
    case fails(messageID: String, GraphError)
    case released(messageID: String)
    case reviewed(accountID: String, templateID: String)
}
