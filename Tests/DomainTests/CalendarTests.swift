import Domain
import Testing

@Suite struct CalendarTests {
    let calendar = BrazilianCalendar.standard

    @Test("computed holidays of 2024–2030 are exactly those of the table")
    func vectors() throws {
        let rows = try VectorFile("holidays-br-2024-2030.csv").rows
        let expected = Set(
            rows.map { row in
                ["date", "scope", "state", "name", "certainty"].map { key in row[key] ?? "" }.joined(separator: "|")
            })
        let computed = Set(
            (2024...2030).flatMap { calendar.holidays(inYear: $0) }.map {
                "\($0.day)|\($0.scope.rawValue)|\($0.state?.rawValue ?? "")|\($0.name)|\($0.certainty.rawValue)"
            })
        #expect(expected.subtracting(computed) == [])
        #expect(computed.subtracting(expected) == [])
        #expect(expected.count == rows.count)
    }

    @Test("the quick questions agree with the list of the year")
    func quickQuestions() throws {
        for year in 2000...2060 {
            let holidays = calendar.holidays(inYear: year)
            var day = try #require(CalendarDay(year: year, month: 1, day: 1))
            while day.year == year {
                let scopes = holidays.filter { $0.day == day }
                #expect(calendar.isNationalHoliday(day) == scopes.contains { $0.scope == .national }, "\(day)")
                #expect(calendar.isBankHoliday(day) == scopes.contains { $0.scope == .bank }, "\(day)")
                for holiday in scopes where holiday.scope == .state {
                    #expect(calendar.isHoliday(day, in: holiday.state))
                }
                day = day.adding(days: 1)
            }
        }
    }

    @Test(
        "Easter is where the church has it",
        arguments: [
            "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2026-04-05", "2027-03-28", "2038-04-25",
            "2049-04-18", "2076-04-19", "2100-03-28",
        ])
    func easter(day: String) throws {
        let day = try #require(CalendarDay(iso: day))
        #expect(BrazilianCalendar.easter(day.year) == day)
    }

    @Test("business days")
    func businessDays() throws {
        func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }
        #expect(calendar.nextBankBusinessDay(onOrAfter: try day("2026-11-20")) == (try day("2026-11-23")))
        #expect(calendar.nextBankBusinessDay(onOrAfter: try day("2026-02-14")) == (try day("2026-02-18")))
        #expect(calendar.isBankBusinessDay(try day("2023-11-20")))
        #expect(calendar.businessDay(5, ofMonth: 12, year: 2026, counting: .bank) == (try day("2026-12-07")))
        #expect(calendar.businessDay(5, ofMonth: 12, year: 2026, counting: .labour) == (try day("2026-12-05")))
        #expect(calendar.businessDay(24, ofMonth: 12, year: 2026) == nil)
        #expect(calendar.businessDay(0, ofMonth: 12, year: 2026) == nil)
        #expect(calendar.adding(bankBusinessDays: 3, to: try day("2026-11-19")) == (try day("2026-11-25")))
        #expect(calendar.adding(bankBusinessDays: -1, to: try day("2026-11-23")) == (try day("2026-11-19")))
        #expect(calendar.bankBusinessDays(after: try day("2026-11-19"), through: try day("2026-11-25")) == 3)
    }

    @Test("a local holiday counts where it belongs")
    func local() throws {
        let day = try #require(CalendarDay(iso: "2026-12-08"))
        let calendar = BrazilianCalendar(local: [
            Holiday(day: day, scope: .municipal, state: .pe, name: "Nossa Senhora da Conceição")
        ])
        #expect(calendar.isHoliday(day, in: .pe))
        #expect(!calendar.isHoliday(day, in: .sp))
        #expect(!BrazilianCalendar.standard.isHoliday(day, in: .pe))
    }
}
