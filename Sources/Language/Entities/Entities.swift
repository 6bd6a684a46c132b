package import Domain

/// What a message states besides its meaning, resolved against the day it was written on.
package struct Entities: Hashable, Sendable {
    package var amount: Money?
    package var date: CalendarDay?
    package var installments: Int?
    package var method: PaymentMethod?
    /// Only for a day that recurs ("todo dia 10"): 1...31.
    package var dayOfMonth: Int?
    package var timeOfDay: TimeOfDay?

    package init(
        amount: Money? = nil, date: CalendarDay? = nil, installments: Int? = nil, method: PaymentMethod? = nil,
        dayOfMonth: Int? = nil, timeOfDay: TimeOfDay? = nil
    ) {
        self.amount = amount
        self.date = date
        self.installments = installments
        self.method = method
        self.dayOfMonth = dayOfMonth
        self.timeOfDay = timeOfDay
    }

    package var isEmpty: Bool { self == Entities() }

    /// Only what the given slots have a place for.
    package func limited(to slots: Set<EntitySlot>) -> Entities {
        Entities(
            amount: slots.contains(.amount) ? amount : nil,
            date: slots.contains(.date) ? date : nil,
            installments: slots.contains(.installments) ? installments : nil,
            method: slots.contains(.method) ? method : nil,
            dayOfMonth: slots.contains(.dayOfMonth) ? dayOfMonth : nil,
            timeOfDay: slots.contains(.timeOfDay) ? timeOfDay : nil)
    }
}

/// The JSON form: integer cents, ISO days, `HH:MM`; a key that the text does not state is absent.
extension Entities: Codable {
    private enum CodingKeys: String, CodingKey {
        case amount, date, installments, method
        case dayOfMonth = "day_of_month"
        case timeOfDay = "time_of_day"
    }
}

/// How a payment is or was made.
package enum PaymentMethod: String, CaseIterable, Codable, Hashable, Sendable {
    case pix, boleto, card, transfer
}

/// A time on the clock, or a part of the day.
package enum TimeOfDay: Hashable, Sendable {
    /// 0 ..< 1440
    case clock(minuteOfDay: Int)
    case morning, afternoon, evening

    /// `HH:MM`, `morning`, `afternoon` or `evening`.
    package var text: String {
        switch self {
        case .clock(let minute): "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
        case .morning: "morning"
        case .afternoon: "afternoon"
        case .evening: "evening"
        }
    }

    package init?(_ text: String) {
        switch text {
        case "morning": self = .morning
        case "afternoon": self = .afternoon
        case "evening": self = .evening
        default:
            let parts = text.split(separator: ":")
            guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
                (0..<60).contains(minute)
            else { return nil }
            self = .clock(minuteOfDay: hour * 60 + minute)
        }
    }
}

extension TimeOfDay: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = TimeOfDay(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of day: \(text)")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
