/// An instant: milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { milliseconds = seconds * 1000 }

    package var seconds: Int64 { milliseconds.quotientRoundedDown(by: 1000) }

    package func adding(milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }
    package func adding(seconds: Int64) -> Timestamp { adding(milliseconds: seconds * 1000) }
    package func adding(minutes: Int64) -> Timestamp { adding(seconds: minutes * 60) }
    package func adding(hours: Int64) -> Timestamp { adding(seconds: hours * 3600) }
    package func adding(days: Int64) -> Timestamp { adding(hours: days * 24) }

    /// Milliseconds from this instant to `other`; negative when `other` is earlier.
    package func milliseconds(until other: Timestamp) -> Int64 { other.milliseconds - milliseconds }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// RFC 3339 in UTC, with milliseconds only where they are not zero.
    package var description: String { rfc3339(in: .utc) }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that instants before 1970 fall on the right day.
    package func quotientRoundedDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
