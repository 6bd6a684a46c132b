package enum Installments {
    /// Forty years of months.
    package static let maximumCount = 480
    private static let maximumPrincipal = Money(cents: 100_000_000_000_000)

    /// Spreads `principal` over `count` installments whose cents sum exactly.
    ///
    /// - Parameters:
    ///   - monthlyRate: compound interest per period of one month; zero for none.
    ///   - method: `price` when nil and there is interest, `equal` when nil and there is none.
    ///   - first: the first due day; the others follow monthly on the same day of the month, or on its last.
    package static func schedule(
        principal: Money, count: Int, monthlyRate: Percentage = .zero, method: InstallmentMethod? = nil,
        first: CalendarDay
    ) throws(InstallmentError) -> InstallmentSchedule {
        guard principal > .zero, principal <= maximumPrincipal else { throw .principalOutOfRange }
        guard (1...maximumCount).contains(count) else { throw .countOutOfRange }
        guard monthlyRate >= .zero, monthlyRate <= .whole else { throw .rateOutOfRange }
        let isFree = monthlyRate == .zero
        let method = method ?? (isFree ? .equal : .price)
        let parts =
            switch method {
            case .equal: equalParts(of: principal, count: count).map { Part(interest: .zero, principal: $0) }
            case .price where isFree:
                equalParts(of: principal, count: count).map { Part(interest: .zero, principal: $0) }
            case .price: priceParts(principal, count, monthlyRate)
            case .sac: constantParts(principal, count, monthlyRate)
            }
        guard parts.allSatisfy({ $0.principal >= .zero && $0.interest + $0.principal > .zero }) else {
            throw .amountTooSmall
        }
        let days = dueDays(first: first, count: count)
        let installments = zip(days, parts).enumerated().map { index, pair in
            ScheduledInstallment(
                number: index + 1, due: pair.0, amount: pair.1.interest + pair.1.principal, interest: pair.1.interest,
                principal: pair.1.principal)
        }
        return InstallmentSchedule(
            method: method, monthlyRate: monthlyRate, financed: principal, installments: installments)
    }

    /// `amount` in `count` parts that differ by at most a cent, the larger ones first.
    package static func equalParts(of amount: Money, count: Int) -> [Money] {
        guard count > 0, amount >= .zero else { return [] }
        let (each, rest) = amount.cents.quotientAndRemainder(dividingBy: Int64(count))
        return (0..<Int64(count)).map { Money(cents: each + ($0 < rest ? 1 : 0)) }
    }

    private struct Part {
        let interest: Money
        let principal: Money
    }

    private static func priceParts(_ principal: Money, _ count: Int, _ rate: Percentage) -> [Part] {
        let payment = annuity(principal, count, rate)
        var balance = principal
        return (1...count).map { number in
            let interest = balance.share(rate)
            let share = number == count ? balance : payment - interest
            balance -= share
            return Part(interest: interest, principal: share)
        }
    }

    private static func constantParts(_ principal: Money, _ count: Int, _ rate: Percentage) -> [Part] {
        let each = principal.scaled(by: 1, over: Int64(count))
        var balance = principal
        return (1...count).map { number in
            let interest = balance.share(rate)
            let share = number == count ? balance : each
            balance -= share
            return Part(interest: interest, principal: share)
        }
    }

    /// `P·i / (1 − (1+i)⁻ⁿ)`, rounded half up to the cent, exactly.
    ///
    /// With `1 + i = a/b` in lowest terms it is `P·(a−b)·aⁿ / (b·(aⁿ − bⁿ))`, a quotient of whole numbers.
    static func annuity(_ principal: Money, _ count: Int, _ rate: Percentage) -> Money {
        let whole = UInt32(Percentage.whole.micros)
        let divisor = greatestCommonDivisor(UInt32(rate.micros), whole)
        let denominator = whole / divisor
        let numerator = denominator + UInt32(rate.micros) / divisor
        let grown = NaturalNumber.power(numerator, count)
        var bottom = grown - NaturalNumber.power(denominator, count)
        bottom.multiply(by: denominator)
        var top = grown * UInt64(principal.cents)
        top.multiply(by: numerator - denominator)
        // Half up: (2·top + bottom) / (2·bottom).
        top.multiply(by: 2)
        let doubled = bottom * 2
        return Money(cents: Int64((top + bottom).quotient(by: doubled)))
    }

    private static func greatestCommonDivisor(_ left: UInt32, _ right: UInt32) -> UInt32 {
        var (larger, smaller) = (left, right)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return larger
    }
}

extension Installments {
    /// Days between an agreement and its first installment when no day of the month was chosen.
    package static let daysToFirst = 30

    /// `count` monthly due days; a day that a month lacks becomes its last.
    /// - Parameter dayOfMonth: the day to keep; that of `first` when nil.
    package static func dueDays(first: CalendarDay, count: Int, dayOfMonth: Int? = nil) -> [CalendarDay] {
        let chosen = min(max(dayOfMonth ?? first.day, 1), 31)
        let anchor = first.adding(days: 1 - first.day)
        return (0..<max(0, count)).map { index in
            if index == 0 { return first }
            let month = anchor.adding(months: index)
            return month.adding(days: min(chosen, month.lastOfMonth.day) - 1)
        }
    }

    /// The first due day of an agreement made on `day`: 30 days later, or the next chosen day of the month after `day`.
    package static func firstDue(after day: CalendarDay, dayOfMonth: Int? = nil) -> CalendarDay {
        guard let dayOfMonth else { return day.adding(days: daysToFirst) }
        let chosen = min(max(dayOfMonth, 1), 31)
        let anchor = day.adding(days: 1 - day.day)
        let thisMonth = anchor.adding(days: min(chosen, anchor.lastOfMonth.day) - 1)
        if thisMonth > day { return thisMonth }
        let next = anchor.adding(months: 1)
        return next.adding(days: min(chosen, next.lastOfMonth.day) - 1)
    }
}
