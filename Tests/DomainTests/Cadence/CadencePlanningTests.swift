import Domain
import Testing

@Suite("What a cadence wishes next")
struct CadencePlanningTests {
    static func step(_ offset: Int, _ channel: Channel = .whatsapp, when: String? = nil) throws -> CadenceStep {
        CadenceStep(
            offsetDays: offset, channel: channel, content: .template(TemplateChoice("t\(offset)")),
            condition: try when.map { try Condition(parsing: $0) })
    }

    static func cadence(holdout: Percentage = .zero) throws -> Cadence {
        Cadence(
            name: "crediario", holdout: holdout,
            steps: [
                try step(12, .sms), try step(-3), try step(0), try step(1), try step(5, when: "segment == 'massa'"),
            ])
    }

    let due = CalendarDay(year: 2026, month: 11, day: 10) ?? CalendarDay(number: 0)

    func subject(
        settled: Set<String> = [], paused: Timestamp? = nil, stopped: StopEvent? = nil, segment: String = "massa",
        zone: Zone = .brasilia
    ) -> CadenceCase {
        var values = CaseValues()
        values.segment = segment
        return CadenceCase(
            debtor: DebtorID(7), dueDate: due, zone: zone, settled: settled, pausedUntil: paused, stoppedBy: stopped,
            values: values)
    }

    func at(_ offset: Int, _ minute: Int = 9 * 60, zone: Zone = .brasilia) -> Timestamp {
        zone.instant(due.adding(days: offset), minuteOfDay: minute)
    }

    @Test("waits for the first step, in the debtor's own zone", arguments: [Zone.brasilia, .amazon, .acre, .noronha])
    func waits(zone: Zone) throws {
        let plan = try Self.cadence().nextAction(for: subject(zone: zone), at: at(-10, zone: zone))
        #expect(plan == CadencePlan(action: .waitUntil(at(-3, zone: zone)), skipped: []))
    }

    @Test("takes a step from its minute on, not before")
    func takes() throws {
        let cadence = try Self.cadence()
        #expect(cadence.nextAction(for: subject(), at: at(-3).adding(milliseconds: -1)).action == .waitUntil(at(-3)))
        #expect(cadence.nextAction(for: subject(), at: at(-3)).action == .step(cadence.steps[0], dueAt: at(-3)))
        let settled: Set = ["D-3:whatsapp"]
        #expect(cadence.nextAction(for: subject(settled: settled), at: at(-3)).action == .waitUntil(at(0)))
    }

    @Test("a case that joins late takes only the newest overdue step, and says what it skipped")
    func joinsLate() throws {
        let cadence = try Self.cadence()
        let plan = cadence.nextAction(for: subject(), at: at(7))
        #expect(plan.action == .step(cadence.steps[3], dueAt: at(5)))
        #expect(
            plan.skipped == [
                SkippedStep(key: "D-3:whatsapp", reason: .overtaken),
                SkippedStep(key: "D0:whatsapp", reason: .overtaken),
                SkippedStep(key: "D+1:whatsapp", reason: .overtaken),
            ])
        let all = Set(plan.skipped.map(\.key) + ["D+5:whatsapp"])
        #expect(cadence.nextAction(for: subject(settled: all), at: at(7)).action == .waitUntil(at(12)))
    }

    @Test("a step whose condition does not hold gives way to the one before it")
    func conditionFalse() throws {
        let cadence = try Self.cadence()
        let plan = cadence.nextAction(for: subject(segment: "vip"), at: at(7))
        #expect(plan.action == .step(cadence.steps[2], dueAt: at(1)))
        #expect(plan.skipped.last == SkippedStep(key: "D+5:whatsapp", reason: .conditionFalse))
    }

    @Test("a reminder is not sent after its due date")
    func staleReminder() throws {
        let cadence = Cadence(name: "x", steps: [try Self.step(-3), try Self.step(0), try Self.step(30)])
        let evening = cadence.nextAction(for: subject(), at: at(0, 23 * 60 + 59))
        #expect(evening.action == .step(cadence.steps[1], dueAt: at(0)))
        let next = cadence.nextAction(for: subject(), at: at(1, 0))
        #expect(next.action == .waitUntil(at(30)))
        #expect(next.skipped.map(\.reason) == [.dueDatePassed, .dueDatePassed])
    }

    @Test("a step before the due date moves before days without contact, one after it stays")
    func restDays() throws {
        let cadence = Cadence(name: "x", steps: [try Self.step(-3), try Self.step(5)])
        let closed = [due.adding(days: -3), due.adding(days: -4), due.adding(days: 5)]
        let plan = cadence.nextAction(for: subject(), at: at(-10)) { !closed.contains($0) }
        #expect(plan.action == .waitUntil(at(-5)))
        #expect(cadence.dueAt(of: cadence.steps[1], for: subject()) { !closed.contains($0) } == at(5))
    }

    @Test("pauses, stops, and ends")
    func ends() throws {
        let cadence = try Self.cadence()
        #expect(cadence.nextAction(for: subject(paused: at(9)), at: at(7)).action == .waitUntil(at(9)))
        #expect(
            cadence.nextAction(for: subject(paused: at(7)), at: at(7)).action == .step(cadence.steps[3], dueAt: at(5)))
        #expect(cadence.nextAction(for: subject(stopped: .optOut), at: at(7)).action == .finished(.stopped(.optOut)))
        let all = Set(cadence.steps.map(\.key))
        #expect(cadence.nextAction(for: subject(settled: all), at: at(7)).action == .finished(.completed))
    }

    @Test(
        "followed day by day, every step is taken once or skipped once, at most one a day",
        arguments: 1...30 as ClosedRange<UInt64>)
    func wholeLife(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let offsets = (0..<Int.random(in: 1...9, using: &chance)).map { _ in Int.random(in: -9...40, using: &chance) }
        let cadence = Cadence(name: "x", steps: try Set(offsets).map { try Self.step($0) })
        var settled: Set<String> = []
        var taken: [String] = []
        var now = at(Int.random(in: -12...20, using: &chance), Int.random(in: 0..<1440, using: &chance))
        var rounds = 0
        while rounds < 100 {
            rounds += 1
            let plan = cadence.nextAction(for: subject(settled: settled), at: now)
            for skip in plan.skipped { #expect(settled.insert(skip.key).inserted) }
            switch plan.action {
            case .step(let step, let dueAt):
                #expect(dueAt <= now && settled.insert(step.key).inserted)
                taken.append(step.key)
            case .waitUntil(let instant):
                #expect(instant > now)
                now = instant.adding(minutes: Int64.random(in: 0...3000, using: &chance))
            case .finished(let reason):
                #expect(reason == .completed && settled == Set(cadence.steps.map(\.key)))
                #expect(Set(taken).count == taken.count)
                return
            }
        }
        Issue.record("never finished")
    }

    @Test("the held-out are the share asked for, always the same, and another share under another name")
    func holdout() throws {
        let cadence = try Self.cadence(holdout: Percentage(5))
        let other = Cadence(name: "outra", holdout: Percentage(5), steps: cadence.steps)
        let held = (0..<20_000).filter { cadence.isHeldOut(DebtorID(Int64($0))) }
        #expect((850...1150).contains(held.count))
        #expect(held == (0..<20_000).filter { cadence.isHeldOut(DebtorID(Int64($0))) })
        #expect(held.filter { other.isHeldOut(DebtorID(Int64($0))) }.count < 120)
        let first = try #require(held.first)
        let one = CadenceCase(debtor: DebtorID(Int64(first)), dueDate: due, zone: .brasilia)
        #expect(cadence.nextAction(for: one, at: at(7)).action == .finished(.heldOut))
        let nobody = try Self.cadence()
        #expect((0..<1000).allSatisfy { !nobody.isHeldOut(DebtorID(Int64($0))) })
    }

    @Test("alternatives are shared out evenly and for good")
    func alternatives() throws {
        let choice = try #require(TemplateChoice(anyOf: ["a", "b", "c"], method: .split))
        var counts: [String: Int] = [:]
        for number in 0..<9_000 { counts[choice.name(for: DebtorID(Int64(number)), step: "D+1"), default: 0] += 1 }
        #expect(counts.count == 3 && counts.values.allSatisfy { (2_700...3_300).contains($0) })
        #expect(choice.name(for: DebtorID(5), step: "D+1") == choice.name(for: DebtorID(5), step: "D+1"))
        #expect(TemplateChoice(anyOf: [], method: .split) == nil)
    }
}
