import Domain

/// A bucket of permits that fills steadily and holds a few for a burst.
///
/// Arithmetic in thousandths of a permit, so that there is no rounding drift.
struct TokenBucket: Sendable {
    private let permitsPerSecondMille: Int64
    private let capacityMille: Int64
    private var levelMille: Int64
    private var at: Timestamp?

    /// - Parameters:
    ///   - perSecondMille: thousandths of a permit per second: 1 in 6 s is 166.
    ///   - burst: permits that may be used at once.
    init(perSecondMille: Int64, burst: Int64) {
        permitsPerSecondMille = perSecondMille
        capacityMille = burst * 1000
        levelMille = burst * 1000
    }

    /// Takes a permit, or says when the next one will be there.
    mutating func take(at now: Timestamp) -> Timestamp? {
        if let at {
            let elapsed = max(0, at.milliseconds(until: now))
            levelMille = min(capacityMille, levelMille + elapsed * permitsPerSecondMille / 1000)
        }
        if at.map({ $0 < now }) ?? true { at = now }
        guard levelMille < 1000 else {
            levelMille -= 1000
            return nil
        }
        let missing = 1000 - levelMille
        return now.adding(milliseconds: max(1, (missing * 1000 + permitsPerSecondMille - 1) / permitsPerSecondMille))
    }
}

/// The platform's two limits of speed: per number, and per pair of number and person.
struct Pacer: Sendable {
    private var numbers: [String: TokenBucket] = [:]
    private var pairs: [String: TokenBucket] = [:]
    private let messagesPerSecond: Int

    /// One message in six seconds to the same person, with a burst that a conversation's answer needs; the platform allows
    /// 45 in six seconds and takes them from the future.
    private static let pairPerSecondMille: Int64 = 166
    private static let pairBurst: Int64 = 12
    /// Buckets of people nobody has written to for long are dropped when there are this many.
    private static let pairsMax = 100_000

    init(messagesPerSecond: Int) { self.messagesPerSecond = messagesPerSecond }

    /// Nil when the message may leave now; else the instant at which to ask again.
    mutating func admit(number: String, lane: String, at now: Timestamp) -> Timestamp? {
        if pairs.count > Pacer.pairsMax { pairs.removeAll(keepingCapacity: true) }
        var pair = pairs[lane] ?? TokenBucket(perSecondMille: Pacer.pairPerSecondMille, burst: Pacer.pairBurst)
        if let later = pair.take(at: now) {
            pairs[lane] = pair
            return later
        }
        let rate = Int64(messagesPerSecond)
        var bucket = numbers[number] ?? TokenBucket(perSecondMille: rate * 1000, burst: max(1, rate))
        if let later = bucket.take(at: now) {
            numbers[number] = bucket
            // The pair's permit is not used up: it was the number that said no.
            return later
        }
        pairs[lane] = pair
        numbers[number] = bucket
        return nil
    }
}
