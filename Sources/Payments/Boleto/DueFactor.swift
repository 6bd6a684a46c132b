import Domain

/// The four digits by which a bank's slip names its due date.
///
/// They counted days since 1997-10-07 from 1000 (2000-07-03) to 9999 (2025-02-21); 2025-02-22 is 1000 again, and so on
/// every 9 000 days. `0000` is "no due date".
enum DueFactor {
    /// The smallest factor in use.
    static let first = 1000
    private static let cycle = 9000
    /// 2000-07-03, the day of factor 1000.
    private static let firstDayNumber: Int32 = 11_141

    /// The factor of a day; nil before factors were in use.
    static func of(_ day: CalendarDay) -> Int? {
        let days = Int(day.number - firstDayNumber)
        return days < 0 ? nil : first + days % cycle
    }

    /// The day nearest to `reference` that has the factor; of two equally near ones the later, since FEBRABAN's window
    /// reaches further ahead (5 500 days) than back (3 000).
    static func day(_ factor: Int, seenFrom reference: CalendarDay) -> CalendarDay? {
        guard factor >= first else { return nil }
        let offset = factor - first
        let days = Int(reference.number - firstDayNumber) - offset
        let cycles = days <= 0 ? 0 : (days + cycle / 2) / cycle
        return CalendarDay(number: firstDayNumber + Int32(offset + cycles * cycle))
    }
}
