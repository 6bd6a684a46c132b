/// Published index values by month. A value is the month's own change in percent, `0.44` being 0.44 %.
package struct IndexTables: Hashable, Sendable {
    var values: [PriceIndex: [CalendarMonth: Percentage]] = [:]

    package static let empty = IndexTables()

    init() {}

    /// How many months back from the day asked for may still be unpublished: an index appears in the month after its
    /// own, so yesterday's month and the one before it can be missing in good order.
    package static let unpublishedMax = 2
    /// The first day on which the legal rate is in force (Lei 14.905/2024, art. 5).
    package static let legalRateStart = CalendarDay(iso: "2024-08-30") ?? CalendarDay(number: 0)

    /// The value of a month, as published; the legal rate also as computed from its two parts, which takes the Selic and
    /// the IPCA-15 of the month before.
    package func value(_ index: PriceIndex, _ month: CalendarMonth) -> Percentage? {
        if let published = values[index]?[month] { return published }
        guard index == .legalRate, let selic = values[.selic]?[month.previous],
            let prices = values[.ipca15]?[month.previous]
        else { return nil }
        return IndexTables.legalRate(selic: selic, prices: prices)
    }

    /// `max(0, (1 + selic) ÷ (1 + prices) − 1)` in percent with six decimals, rounded half to even (ABNT NBR 5891), as
    /// CMN Resolution 5.171/2024 has it.
    package static func legalRate(selic: Percentage, prices: Percentage) -> Percentage {
        let whole = Int128(Percentage.whole.micros)
        let difference = Int128(selic.micros) - Int128(prices.micros)
        guard difference > 0, whole + Int128(prices.micros) > 0 else { return .zero }
        return Percentage(micros: Int64((difference * whole).dividedHalfEven(by: whole + Int128(prices.micros))))
    }

    /// The change of prices from one day to another as a factor, below 1 when they fell.
    ///
    /// Whole months compound; of a month that is not whole counts `change × days ÷ days of the month`. The first day is
    /// not counted, the last is, so that neighbouring periods share no day. The result is rounded half to even to ten
    /// decimals, once. Months at the end that are not published yet count as without change: the debtor is never
    /// charged a guess.
    package func factor(
        _ index: PriceIndex, from start: CalendarDay, to end: CalendarDay
    ) throws(IndexTableError) -> DecimalFactor {
        // Eighteen decimals in between: the factor stays below 1000, the month's term below 2³⁴.
        let scale: Int128 = 1_000_000_000_000_000_000
        var product = scale
        for (month, days) in CalendarMonth.days(after: start, through: end) {
            guard let value = try known(index, month, asOf: end) else { continue }
            let whole = Int128(Percentage.whole.micros) * Int128(month.length)
            product = (product * (whole + Int128(value.micros) * Int128(days))).dividedHalfEven(by: whole)
            guard product > 0, product < scale * 1000 else { throw .outOfRange(index, month) }
        }
        let units = Int64(product.dividedHalfEven(by: scale / Int128(DecimalFactor.unitsPerWhole)))
        guard units > 0 else { throw .outOfRange(index, CalendarMonth(end)) }
        return DecimalFactor(units: units)
    }

    /// Simple interest at a published rate over a period, in percent of the amount: months added, a month that is not
    /// whole in proportion to its days.
    package func simpleInterest(
        _ index: PriceIndex, from start: CalendarDay, to end: CalendarDay
    ) throws(IndexTableError) -> Percentage {
        if index == .legalRate, start < end, start.adding(days: 1) < IndexTables.legalRateStart {
            throw .beforeLegalRate
        }
        var sum: Int64 = 0
        for (month, days) in CalendarMonth.days(after: start, through: end) {
            guard let value = try known(index, month, asOf: end) else { continue }
            sum += Int64((Int128(value.micros) * Int128(days)).dividedHalfEven(by: Int128(month.length)))
        }
        return Percentage(micros: sum)
    }

    /// Nil where the month may be unpublished.
    private func known(
        _ index: PriceIndex, _ month: CalendarMonth, asOf day: CalendarDay
    ) throws(IndexTableError) -> Percentage? {
        if let value = value(index, month) { return value }
        let isLate = month.number + IndexTables.unpublishedMax > CalendarMonth(day).number
        let isLast = values[index]?.keys.contains { $0 > month } != true
        if isLate, isLast { return nil }
        throw .missing(index, month)
    }
}

/// Why there is no factor for a period.
package enum IndexTableError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(PriceIndex, CalendarMonth)
    /// Below nothing, or a thousandfold.
    case outOfRange(PriceIndex, CalendarMonth)
    /// The legal rate is asked for a day on which it was not law yet.
    case beforeLegalRate

    package var description: String {
        switch self {
        case .missing(let index, let month):
            "\(index.rawValue) has no value for \(month): add the line `\(index.rawValue),\(month),VALUE` to the table"
        case .outOfRange(let index, let month):
            "\(index.rawValue) leads to an impossible factor in \(month): check the values of the table"
        case .beforeLegalRate:
            "the legal rate is in force from \(IndexTables.legalRateStart) on: give a rate for older debts"
        }
    }
}

extension Int128 {
    /// The quotient rounded half to even; the divisor must be positive.
    func dividedHalfEven(by divisor: Int128) -> Int128 {
        var (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder < 0 {
            quotient -= 1
            remainder += divisor
        }
        let doubled = remainder * 2
        if doubled > divisor || (doubled == divisor && quotient % 2 != 0) { quotient += 1 }
        return quotient
    }
}
