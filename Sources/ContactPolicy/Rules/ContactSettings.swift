/// The parameters of the gate that an installation or a creditor may set, within what law and prudence leave open.
///
/// The defaults are the safe ones; `problems()` refuses values beyond the hard limits.
package struct ContactSettings: Hashable, Codable, Sendable {
    /// F1: attempts per person and local day.
    package var attemptsPerDay = 1
    /// F2: attempts per person in seven days.
    package var attemptsPerWeek = 3
    /// F2R: service reminders per due date.
    package var remindersPerDueDate = 3
    /// F3.
    package var gapMinutes = 20 * 60
    /// F4.
    package var quietDaysAfterConversation = 7
    /// F5.
    package var unansweredPerContactPoint = 6
    /// S6, business days after the promised day.
    package var promiseGracePixDays = 1
    package var promiseGraceBoletoDays = 3
    /// S12: days from enrolment to effect; the law of SP gives 30, prudence none.
    package var registryDelayDays = 0
    /// W1: how long before the platform's 24 hours we consider the window closed.
    package var serviceWindowMarginMinutes = 5
    /// H1: the creditor's own hours, minutes of the local day, within the law's.
    package var ownHours: DayWindow?
    /// H2: also no contact on bank holidays and optional days.
    package var restOnBankHolidays = false
    /// H3: the strict window whenever two different states are possible, not only their intersection.
    package var strictWhenStatesDiffer = false

    package init() {}

    /// What is looser than the hard limits, or makes no sense; empty when all is well.
    package func problems() -> [ContactSettingsProblem] {
        var found: [ContactSettingsProblem] = []
        func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) {
            if !range.contains(value) {
                found.append(ContactSettingsProblem(setting: name, value: value, allowed: range))
            }
        }
        check("attempts_per_day", attemptsPerDay, 1...2)
        check("attempts_per_week", attemptsPerWeek, 1...7)
        check("reminders_per_due_date", remindersPerDueDate, 0...3)
        check("gap_minutes", gapMinutes, 240...10_080)
        check("quiet_days_after_conversation", quietDaysAfterConversation, 3...90)
        check("unanswered_per_contact_point", unansweredPerContactPoint, 1...6)
        check("promise_grace_pix_days", promiseGracePixDays, 1...30)
        check("promise_grace_boleto_days", promiseGraceBoletoDays, 3...30)
        check("registry_delay_days", registryDelayDays, 0...30)
        check("service_window_margin_minutes", serviceWindowMarginMinutes, 0...720)
        if let hours = ownHours {
            check("own_hours.start", hours.start, 0...1439)
            check("own_hours.end", hours.end, (hours.start + 1)...max(hours.start + 1, 1440))
        }
        return found
    }

    /// The stricter of both in every parameter: a creditor's wishes within an installation's.
    package func tightened(by other: ContactSettings) -> ContactSettings {
        var result = self
        result.attemptsPerDay = min(attemptsPerDay, other.attemptsPerDay)
        result.attemptsPerWeek = min(attemptsPerWeek, other.attemptsPerWeek)
        result.remindersPerDueDate = min(remindersPerDueDate, other.remindersPerDueDate)
        result.gapMinutes = max(gapMinutes, other.gapMinutes)
        result.quietDaysAfterConversation = max(quietDaysAfterConversation, other.quietDaysAfterConversation)
        result.unansweredPerContactPoint = min(unansweredPerContactPoint, other.unansweredPerContactPoint)
        result.promiseGracePixDays = max(promiseGracePixDays, other.promiseGracePixDays)
        result.promiseGraceBoletoDays = max(promiseGraceBoletoDays, other.promiseGraceBoletoDays)
        result.registryDelayDays = min(registryDelayDays, other.registryDelayDays)
        result.serviceWindowMarginMinutes = max(serviceWindowMarginMinutes, other.serviceWindowMarginMinutes)
        result.ownHours = DayWindow.narrower(ownHours, other.ownHours)
        result.restOnBankHolidays = restOnBankHolidays || other.restOnBankHolidays
        result.strictWhenStatesDiffer = strictWhenStatesDiffer || other.strictWhenStatesDiffer
        return result
    }
}

package struct ContactSettingsProblem: Error, Hashable, Sendable {
    package let setting: String
    package let value: Int
    package let allowed: ClosedRange<Int>
}
