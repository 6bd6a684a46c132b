import ContactPolicy
import Domain

/// The rule table once more, written plainly and slowly from the reference and sharing nothing with the gate: hours
/// by hand, holidays from the vectors, no idea of "when next". It answers which rules deny at one instant.
struct NaiveGate {
    let holidays: Set<String>
    let bankHolidays: Set<String>
    let states = [
        "AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA", "PB", "PE", "PI", "PR",
        "RJ",
        "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO",
    ]

    init(holidayTable: String) {
        var days: Set<String> = []
        var bank: Set<String> = []
        for line in holidayTable.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if cells[1] == "national" || cells[1] == "state" { days.insert("\(cells[0])/\(cells[2])") }
            if cells[1] == "bank" { bank.insert(String(cells[0])) }
        }
        holidays = days
        bankHolidays = bank
    }

    func denials(_ request: ContactRequest, _ facts: ContactFacts) -> Set<String> {
        var rules: Set<String> = []
        let now = request.at
        let windowOpen =
            facts.lastInboundAt.map { now.milliseconds < $0.milliseconds + (24 * 60 - 5) * 60_000 } ?? false
        let initiated: Bool
        let inHours: Bool
        switch request.purpose {
        case .cadence, .agreementReminder, .courtesy: (initiated, inHours) = (true, true)
        case .agentMessage: (initiated, inHours) = (!windowOpen, !windowOpen)
        case .receipt: (initiated, inHours) = (false, !windowOpen)
        case .reply, .confirmation: (initiated, inHours) = (false, false)
        }
        if inHours { rules.formUnion(time(facts.places, now)) }
        if initiated { rules.formUnion(frequency(request, facts)) }
        rules.formUnion(standing(request, facts, initiated: initiated, windowOpen: windowOpen))
        let answering = !initiated && !inHours
        if (answering || (request.isFreeForm && request.channel == .whatsapp)) && !windowOpen { rules.insert("W1") }
        if request.discloses && !request.identityProven { rules.insert("P1") }
        return rules
    }

    private func time(_ places: [ContactPlace], _ now: Timestamp) -> Set<String> {
        var rules: Set<String> = []
        let candidates =
            places.isEmpty
            ? [-180, -240, -300, -120].map { (String?.none, $0, Set<CalendarDay>()) }
            : places.map { ($0.state?.rawValue, $0.zone.offsetMinutes, $0.municipalHolidays) }
        for (index, (state, offset, municipal)) in candidates.enumerated() {
            let minutes = Int((now.milliseconds + Int64(offset) * 60_000).quotientRoundedDown(by: 60_000))
            let local = CalendarDay(number: Int32(Int64(minutes).quotientRoundedDown(by: 1440)))
            let minute = minutes - Int(local.number) * 1440
            let holiday =
                municipal.contains(local) || holidays.contains("\(local.iso)/")
                || (state.map { holidays.contains("\(local.iso)/\($0)") }
                    ?? states.contains { holidays.contains("\(local.iso)/\($0)") })
            let (week, saturday) = hours(state)
            let window = local.weekday == .sunday ? nil : local.weekday == .saturday ? saturday : week
            let inside = window.map { minute >= $0.0 * 60 && minute < $0.1 * 60 } ?? false
            if !inside { rules.insert(index == 0 ? "H1" : "H3") }
            if holiday || local.weekday == .sunday { rules.insert(index == 0 ? "H2" : "H3") }
        }
        return rules
    }

    private func hours(_ state: String?) -> ((Int, Int)?, (Int, Int)?) {
        switch state {
        case nil: ((9, 18), nil)
        case "RJ": ((9, 19), nil)
        case "CE", "AM", "MS": ((8, 18), nil)
        case "ES": ((8, 19), nil)
        case "PR": ((8, 18), (8, 13))
        default: ((8, 20), (8, 14))
        }
    }

    private func offsets(_ facts: ContactFacts) -> [Int] {
        facts.places.isEmpty ? [-180, -240, -300, -120] : facts.places.map(\.zone.offsetMinutes)
    }

    private func localDay(_ instant: Timestamp, _ offset: Int) -> Int {
        Int((instant.milliseconds + Int64(offset) * 60_000).quotientRoundedDown(by: 86_400_000))
    }

    private func frequency(_ request: ContactRequest, _ facts: ContactFacts) -> Set<String> {
        var rules: Set<String> = []
        let now = request.at
        let made = facts.attempts.filter {
            switch $0.purpose {
            case .reply, .receipt, .confirmation: false
            default: true
            }
        }
        for offset in offsets(facts)
        where made.contains(where: { localDay($0.at, offset) == localDay(now, offset) }) { rules.insert("F1") }
        let afterDue = made.filter { !isReminder($0.purpose, $0.dueDate, $0.at, facts) }
        if !isReminder(request.purpose, request.dueDate, now, facts),
            afterDue.filter({ now.milliseconds - $0.at.milliseconds < 7 * 86_400_000 }).count >= 3
        {
            rules.insert("F2")
        }
        if claimsReminder(request.purpose), let due = request.dueDate,
            made.filter({ claimsReminder($0.purpose) && $0.dueDate == due }).count >= 3
        {
            rules.insert("F2R")
        }
        if made.contains(where: { now.milliseconds - $0.at.milliseconds < 20 * 3_600_000 }) { rules.insert("F3") }
        switch request.purpose {
        case .cadence, .agentMessage:
            if let last = facts.lastConversationAt, !facts.followUpAgreed,
                now.milliseconds < last.milliseconds + 7 * 86_400_000
            {
                rules.insert("F4")
            }
        default: break
        }
        let here = facts.attempts.filter { $0.contactPoint == request.contactPoint }.sorted { $0.at < $1.at }
        let silent = here.reversed().prefix { !$0.answered }.count
        if silent + (silent == here.count ? facts.earlierUnanswered : 0) >= 6 { rules.insert("F5") }
        return rules
    }

    private func claimsReminder(_ purpose: ContactPurpose) -> Bool {
        switch purpose {
        case .cadence(let relation), .agreementReminder(let relation): relation != .after
        default: false
        }
    }

    /// Before or on the due date as seen from every zone.
    private func isReminder(
        _ purpose: ContactPurpose, _ due: CalendarDay?, _ at: Timestamp, _ facts: ContactFacts
    ) -> Bool {
        guard claimsReminder(purpose) else { return false }
        guard let due else { return true }
        return offsets(facts).allSatisfy { localDay(at, $0) <= Int(due.number) }
    }
}
