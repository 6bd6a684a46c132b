import Channels
package import Domain

/// The WhatsApp Cloud API as seen from outside, with the phones behind it, in virtual time and without a socket.
///
/// Everything that the platform decides by itself (latencies, faults) comes from the seed and from the order of
/// what it is asked, so the same calls give the same bytes. A description of the real thing, with what is known and
/// what is not, is in Meta's documentation of the WhatsApp Business Platform (Graph API v19 to v26).
package struct CloudAPISimulator: Sendable {
    /// Timing, faults and the rest may be changed during a run.
    package var configuration: CloudAPIConfiguration

    var phones: [String: PhoneState] = [:]
    /// From the form-independent key of a number, and from each account's business-scoped ids, to the phone.
    var phoneByKey: [String: String] = [:]
    var phoneByScopedID: [String: String] = [:]
    var chats: [ChatKey: Chat] = [:]
    var messages: [String: AcceptedMessage] = [:]
    var messagesByCallback: [String: [String]] = [:]
    /// Where a user's own message stands: phone, and place among its bubbles.
    var sentByUsers: [String: (phone: String, index: Int)] = [:]
    var media = MediaShelf()
    var throughput: [String: TokenBucket] = [:]
    /// Who was written to outside the window, by number, and when last.
    var reachedOutside: [String: [String: Timestamp]] = [:]
    /// Free service messages used, by number and month.
    var freeServiceUsed: [String: Int] = [:]

    var events = EventQueue<PlatformEvent>()
    var updates = EventQueue<WebhookUpdate>()
    var outbox: WebhookOutbox
    var arrivals: [PhoneArrival] = []
    var counted = CloudAPIStatistics()
    var madeIDs: Int64 = 0
    var draws: Int64 = 0

    package init(_ configuration: CloudAPIConfiguration) {
        self.configuration = configuration
        outbox = WebhookOutbox(retry: configuration.retry)
        var made: Int64 = 0
        for account in configuration.accounts.indices {
            for template in configuration.accounts[account].templates.indices
            where configuration.accounts[account].templates[template].id.isEmpty {
                made += 1
                self.configuration.accounts[account].templates[template].id = Self.templateID(made)
            }
        }
        madeIDs = made
    }

    /// Figures so far.
    package var statistics: CloudAPIStatistics {
        var figures = counted
        figures.webhookFailures = outbox.failedAttempts
        figures.webhookDuplicates = outbox.duplicates
        figures.webhooksGivenUp = outbox.givenUp
        return figures
    }

    /// When something happens next without anybody asking; nil when all is quiet.
    package var nextAt: Timestamp? { [events.nextAt, updates.nextAt, outbox.nextAt].compactMap(\.self).min() }

    /// Webhooks that were not yet answered with 200, and updates that are still to be told.
    package var openWebhooks: Int { updates.count + outbox.openCount }

    // MARK: - What an observer may ask

    /// Everything accepted for one phone, in the order of acceptance. Looks through all messages.
    package func acceptedMessages(to phone: String) -> [AcceptedMessage] {
        messages.values.filter { $0.phone == phone }.sorted { ($0.acceptedAt, $0.id) < ($1.acceptedAt, $1.id) }
    }

    /// Messages accepted under a callback data, in order: more than one means that something was sent twice.
    package func acceptedMessages(callbackData: String) -> [AcceptedMessage] {
        (messagesByCallback[callbackData] ?? []).compactMap { messages[$0] }
    }

    /// Callback data under which more than one message was accepted, with how many.
    package var repeatedCallbackData: [String: Int] {
        messagesByCallback.filter { $0.value.count > 1 }.mapValues(\.count)
    }

    /// An accepted message by the platform's id.
    package func acceptedMessage(_ id: String) -> AcceptedMessage? { messages[id] }

    // MARK: - Chance and ids

    /// A generator of its own for each matter, in the order in which matters arise.
    mutating func draw(_ matter: String) -> SeededGenerator {
        draws += 1
        return SeededGenerator(seed: configuration.seed, stream: "\(matter)/\(draws)")
    }

    mutating func makeMessageID() -> String {
        madeIDs += 1
        let stem = StableHash.fnv1a("\(configuration.seed)/message/\(madeIDs)".utf8)
        return "wamid.HBgM" + StableHash.hex(UInt64(madeIDs)) + StableHash.hex(stem) + "AA=="
    }

    static func templateID(_ number: Int64) -> String { String(28_907_199_254_741_001 + number * 2) }

    /// The id of a user within one account's business portfolio.
    static func scopedID(_ phone: String, accountID: String) -> String {
        let hash = StableHash.fnv1a("\(accountID)/\(phone)".utf8)
        let digits = String(hash % 1_000_000_000_000_000_000)
        return "BR.1" + String(repeating: "0", count: 19 - digits.count) + digits
    }
}
