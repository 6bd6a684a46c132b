import Domain

/// POSTs on their way to the program under test: each is repeated until it is answered with 200, as the real
/// services do.
struct WebhookOutbox: Sendable {
    /// How often something happens to a POST on the way, times in a thousand.
    struct Faults: Hashable, Sendable {
        var duplicated = 0
        var dropped = 0
    }

    private struct Post: Sendable {
        let service: WebhookDelivery.Service
        let body: [UInt8]
        let signature: String
        let firstAt: Timestamp
        var attempt = 1
        /// The attempt will not reach its target.
        var isLost = false
    }

    private let retry: RetrySchedule
    private var queue = EventQueue<Post>()
    private var inFlight: [Int: Post] = [:]
    private var delivered = 0
    /// POSTs given up after the schedule's end: what they told is lost for ever.
    private(set) var givenUp = 0
    /// Attempts that were not answered with 200, those lost on the way included.
    private(set) var failedAttempts = 0
    private(set) var duplicates = 0

    init(retry: RetrySchedule) { self.retry = retry }

    /// When the next POST leaves.
    var nextAt: Timestamp? { queue.nextAt }
    /// Everything that is not yet answered with 200.
    var openCount: Int { queue.count + inFlight.count }

    mutating func add(
        _ service: WebhookDelivery.Service, body: [UInt8], signature: String, at: Timestamp, faults: Faults,
        chance: inout SeededGenerator
    ) {
        var post = Post(service: service, body: body, signature: signature, firstAt: at)
        post.isLost = chance.chance(faults.dropped)
        queue.plan(post, at: at)
        if chance.chance(faults.duplicated) {
            post.isLost = false
            duplicates += 1
            queue.plan(post, at: at.adding(milliseconds: Int64(chance.integer(0...90_000))))
        }
    }

    /// What leaves until then. Each delivery must be settled; until it is, it counts as on its way.
    mutating func due(until: Timestamp) -> [WebhookDelivery] {
        var deliveries: [WebhookDelivery] = []
        while let (at, post) = queue.pop(until: until) {
            guard !post.isLost else {
                repeatLater(post, failedAt: at)
                continue
            }
            delivered += 1
            inFlight[delivered] = post
            deliveries.append(
                WebhookDelivery(
                    id: delivered, service: post.service, attempt: post.attempt, at: at, body: post.body,
                    signature: post.signature))
        }
        return deliveries
    }

    /// Tells what became of a delivery; a number that is not on its way changes nothing.
    mutating func settle(_ id: Int, succeeded: Bool, now: Timestamp) {
        guard let post = inFlight.removeValue(forKey: id), !succeeded else { return }
        repeatLater(post, failedAt: now)
    }

    private mutating func repeatLater(_ post: Post, failedAt: Timestamp) {
        failedAttempts += 1
        let next = failedAt.adding(milliseconds: retry.wait(afterAttempt: post.attempt))
        guard post.firstAt.milliseconds(until: next) <= retry.giveUpMilliseconds else {
            givenUp += 1
            return
        }
        var again = post
        again.attempt += 1
        again.isLost = false
        queue.plan(again, at: next)
    }
}
