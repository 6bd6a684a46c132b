import Domain
import Testing

@testable import Dialogue

@Suite("What is promised about an answer by a person")
struct ServiceHoursTests {
    private let hours = ServiceHours(weekdays: 540..<1080, saturdays: 540..<720)
    private let monday = CalendarDay(year: 2026, month: 11, day: 23)

    private func promise(_ offset: Int, _ minute: Int) throws -> ServiceHours.Promise? {
        let day = try #require(monday).adding(days: offset)
        return hours.promise(
            at: Zone.brasilia.instant(day, minuteOfDay: minute), zone: .brasilia, calendar: .standard)
    }

    private func at(_ offset: Int, _ minute: Int) throws -> Timestamp {
        Zone.brasilia.instant(try #require(monday).adding(days: offset), minuteOfDay: minute)
    }

    @Test("within the hours by their end, with an alarm an hour later or while somebody is still there")
    func open() throws {
        #expect(try promise(0, 600)?.dueAt == at(0, 1080))
        #expect(try promise(0, 600)?.alarmAt == at(0, 660))
        #expect(try promise(0, 1030)?.alarmAt == at(0, 1050))
        #expect(try promise(0, 1070)?.alarmAt == at(0, 1070))
    }

    @Test("outside of them the next opening: in the morning, over the weekend, over a holiday")
    func closed() throws {
        #expect(try promise(0, 400)?.alarmAt == at(0, 540))
        #expect(try promise(5, 800)?.alarmAt == at(7, 540))
        // Christmas is a Friday; Saturday has hours.
        #expect(try promise(31, 1200)?.alarmAt == at(33, 540))
        #expect(try promise(31, 1200)?.dueAt == at(33, 600))
    }

    @Test("a desk without hours promises nothing")
    func none() throws {
        let never = ServiceHours(weekdays: nil)
        #expect(never.promise(at: try at(0, 600), zone: .brasilia, calendar: .standard) == nil)
    }
}
