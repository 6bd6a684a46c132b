/// How a yearly holiday finds its day.
struct HolidayRule: Hashable, Sendable {
    enum Recurrence: Hashable, Sendable {
        case fixed(month: Int, day: Int)
        /// Days after Easter Sunday; negative before.
        case easter(Int)
        /// Acre: a holiday on a Tuesday, Wednesday or Thursday is kept on the Friday after (Lei AC 2.126/2009).
        case movedToFriday(month: Int, day: Int)
        /// Santa Catarina: a holiday that is not on a Sunday is kept on the Sunday after (Lei SC 12.906/2004).
        case movedToSunday(month: Int, day: Int)
    }

    let scope: Holiday.Scope
    let state: FederativeUnit?
    let recurrence: Recurrence
    let name: String
    let certainty: Holiday.Certainty
    /// First and last year in which the rule holds.
    let years: ClosedRange<Int>

    init(
        _ scope: Holiday.Scope, _ recurrence: Recurrence, _ name: String, state: FederativeUnit? = nil,
        certainty: Holiday.Certainty = .high, from first: Int = 1, through last: Int = 9999
    ) {
        self.scope = scope
        self.state = state
        self.recurrence = recurrence
        self.name = name
        self.certainty = certainty
        years = first...last
    }

    /// The day in a year; nil when the rule does not hold in it.
    func day(in year: Int) -> CalendarDay? {
        guard years.contains(year) else { return nil }
        switch recurrence {
        case .fixed(let month, let day): return CalendarDay(year: year, month: month, day: day)
        case .easter(let offset): return BrazilianCalendar.easter(year).adding(days: offset)
        case .movedToFriday(let month, let day):
            guard let base = CalendarDay(year: year, month: month, day: day) else { return nil }
            let weekday = base.weekday.rawValue
            return (2...4).contains(weekday) ? base.adding(days: 5 - weekday) : base
        case .movedToSunday(let month, let day):
            guard let base = CalendarDay(year: year, month: month, day: day) else { return nil }
            return base.adding(days: 7 - base.weekday.rawValue)
        }
    }
}

extension HolidayRule {
    /// Federal holidays (Leis 662/1949, 6.802/1980, 10.607/2002, 14.759/2023), the days without bank settlement
    /// (Resolução CMN 4.880/2020) and the usual optional days.
    static let national: [HolidayRule] = [
        HolidayRule(.national, .fixed(month: 1, day: 1), "Confraternização Universal"),
        HolidayRule(.bank, .easter(-48), "Carnaval"),
        HolidayRule(.bank, .easter(-47), "Carnaval"),
        HolidayRule(.optional, .easter(-46), "Quarta-feira de Cinzas (until 14:00)"),
        HolidayRule(.national, .easter(-2), "Sexta-feira Santa"),
        HolidayRule(.national, .fixed(month: 4, day: 21), "Tiradentes"),
        HolidayRule(.national, .fixed(month: 5, day: 1), "Dia do Trabalhador"),
        HolidayRule(.bank, .easter(60), "Corpus Christi"),
        HolidayRule(.national, .fixed(month: 9, day: 7), "Independência do Brasil"),
        HolidayRule(.national, .fixed(month: 10, day: 12), "Nossa Senhora Aparecida", from: 1980),
        HolidayRule(.optional, .fixed(month: 10, day: 28), "Dia do Servidor Público", certainty: .medium),
        HolidayRule(.national, .fixed(month: 11, day: 2), "Finados"),
        HolidayRule(.national, .fixed(month: 11, day: 15), "Proclamação da República"),
        HolidayRule(
            .national, .fixed(month: 11, day: 20), "Dia Nacional de Zumbi e da Consciência Negra", from: 2024),
        HolidayRule(
            .optional, .fixed(month: 12, day: 24), "Véspera de Natal (after 13:00/14:00)", certainty: .medium),
        HolidayRule(.national, .fixed(month: 12, day: 25), "Natal"),
        HolidayRule(
            .optional, .fixed(month: 12, day: 31), "Véspera de Ano-Novo (after 13:00/14:00)", certainty: .medium),
    ]

    static let municipal: [HolidayRule] = [
        HolidayRule(
            .municipal, .fixed(month: 1, day: 25), "São Paulo (capital): aniversário da cidade", state: .sp)
    ]
}
