import Channels
import Domain

/// What the platform charges for a delivered message to a Brazilian number, by date and category.
///
/// Figures: Meta's list prices for Brazil in BRL, effective 2026-10-01 (the reference's §8.2); before that day, utility inside
/// the window and service messages were free.
enum PriceTable {
    private struct Price {
        let category: String
        let validFrom: Timestamp
        /// Millionths of a real.
        let micros: Int64
    }

    private static let october2026 = Timestamp(seconds: 1_790_812_800)

    private static let prices: [Price] = [
        Price(category: "marketing", validFrom: october2026, micros: 321_700),
        Price(category: "marketing_lite", validFrom: october2026, micros: 321_700),
        Price(category: "utility", validFrom: october2026, micros: 35_000),
        Price(category: "authentication", validFrom: october2026, micros: 35_000),
        Price(category: "service", validFrom: october2026, micros: 35_000),
        Price(category: "marketing", validFrom: Timestamp(seconds: 1_751_328_000), micros: 321_700),
        Price(category: "utility", validFrom: Timestamp(seconds: 1_751_328_000), micros: 35_000),
        Price(category: "authentication", validFrom: Timestamp(seconds: 1_751_328_000), micros: 35_000),
    ]

    /// Millionths of a real; 0 for what is free or not in the table.
    static func cost(of billing: Billing, at: Timestamp) -> Int64 {
        guard billing.billable, billing.type == nil || billing.type == "regular" else { return 0 }
        return prices.first { $0.category == billing.category && $0.validFrom <= at }?.micros ?? 0
    }
}
