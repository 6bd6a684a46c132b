import Domain

/// So many a second, with a second's worth saved up at most.
struct TokenBucket: Sendable {
    private let perSecond: Int64
    /// Thousandths of a token.
    private var saved: Int64
    private var countedAt: Timestamp?

    init(perSecond: Int) {
        self.perSecond = Int64(max(1, perSecond))
        saved = self.perSecond * 1000
    }

    /// Takes a token when there is one.
    mutating func take(now: Timestamp) -> Bool {
        refill(now)
        guard saved >= 1000 else { return false }
        saved -= 1000
        return true
    }

    /// Takes a token whether there is one or not: inbound messages count, but are not refused.
    mutating func spend(now: Timestamp) {
        refill(now)
        saved = max(-perSecond * 1000, saved - 1000)
    }

    private mutating func refill(_ now: Timestamp) {
        let elapsed = max(0, min(60_000, (countedAt ?? now).milliseconds(until: now)))
        // Whole seconds' worth is all that can be saved, so neither factor grows beyond reason.
        saved = min(perSecond * 1000, saved + elapsed * perSecond)
        countedAt = max(now, countedAt ?? now)
    }
}

/// How strictly the platform is taken to hold one number to one message in six seconds to the same user.
///
/// It documents that bursts of up to 45 messages within six seconds pass, and that whoever sends one "must wait"
/// six seconds for each message of it before the next. Whether it really refuses the next message of a small burst
/// is not known.
package enum PairRate: Hashable, Sendable {
    /// To the letter: after a burst nothing passes until all of it is paid back.
    case strict
    /// Up to 45 messages may be owed at any time.
    case lenient
}

/// One number to one user.
struct PairPacer: Sendable {
    static let secondsApart: Int64 = 6
    static let burstMost = 45

    private var burstBegan: Timestamp?
    private var burst = 0
    /// When everything sent is paid back.
    private var paidBackAt: Timestamp?

    mutating func take(_ rate: PairRate, now: Timestamp) -> Bool {
        switch rate {
        case .strict:
            if let began = burstBegan, now < began.adding(seconds: Self.secondsApart) {
                guard burst < Self.burstMost else { return false }
            } else {
                if let paidBackAt, now < paidBackAt { return false }
                burstBegan = now
                burst = 0
            }
            burst += 1
        case .lenient:
            let owed = now.milliseconds(until: paidBackAt ?? now)
            guard owed <= Int64(Self.burstMost - 1) * Self.secondsApart * 1000 else { return false }
        }
        paidBackAt = max(now, paidBackAt ?? now).adding(seconds: Self.secondsApart)
        return true
    }
}
