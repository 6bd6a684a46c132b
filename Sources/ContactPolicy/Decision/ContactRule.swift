/// The rules of the gate. Raw values are what histories and `explain` show.
package enum ContactRule: String, CaseIterable, Codable, Sendable {
    /// Hours of the debtor's state, on the debtor's clock.
    case hours = "H1"
    /// Sundays and holidays.
    case restDays = "H2"
    /// The same in every other place where the debtor may be.
    case everyCandidate = "H3"
    /// Permission ends with the window; what was not sent by then is asked again.
    case lateFlush = "H4"
    case perDay = "F1"
    /// Attempts in seven days.
    case perWeek = "F2"
    /// Service reminders per due date, which F2 leaves out.
    case remindersPerDueDate = "F2R"
    case gap = "F3"
    case afterConversation = "F4"
    case unanswered = "F5"
    case optOut = "S1"
    case wrongPerson = "S2"
    case deceased = "S3"
    case dispute = "S4"
    case paidClaim = "S5"
    case promise = "S6"
    case agreement = "S7"
    case hardship = "S8"
    case crisis = "S9"
    case lawyer = "S10"
    case court = "S11"
    case registry = "S12"
    case refusal = "S13"
    case humanOwner = "S14"
    case prescription = "A1"
    case disclosure = "P1"
    case thirdParty = "P2"
    /// WhatsApp's 24-hour service window, and answers only to those who wrote.
    case serviceWindow = "W1"

    /// Law, self-regulation or reason.
    package var source: String {
        switch self {
        case .hours: "state laws on collection hours; CDC arts. 42 and 71"
        case .restDays: "state laws on collection hours; CDC art. 71"
        case .everyCandidate: "prudence where the place is uncertain"
        case .lateFlush: "state laws on collection hours"
        case .perDay: "CDC arts. 42 and 71; hard maximum 2"
        case .perWeek: "CDC arts. 42 and 71; hard maximum 7 (12 CFR 1006.14(b)(2) as model)"
        case .remindersPerDueDate: "CDC arts. 42 and 71"
        case .gap: "CDC arts. 42 and 71"
        case .afterConversation: "12 CFR 1006.14(b)(2)(i)(B) as model"
        case .unanswered: "prudence; messaging platform quality"
        case .optOut: "LGPD art. 18 §2; platform policy on opt-out"
        case .wrongPerson: "LGPD art. 6; CDC art. 42; Lei RJ 6.854/2014"
        case .deceased: "CC art. 1.997; CDC art. 42"
        case .dispute: "CDC arts. 42 sole § and 43; 12 CFR 1006.38 as model"
        case .paidClaim: "bank clearing; CDC art. 42 sole §"
        case .promise: "market practice"
        case .agreement: "market practice"
        case .hardship: "CDC arts. 54-A ff.; FCA CONC 7 as model"
        case .crisis: "duty of care"
        case .lawyer: "12 CFR 1006.6(b)(2) as model"
        case .court: "CDC arts. 104-A ff.; Lei 11.101/2005"
        case .registry: "Lei SP 17.334/2021; Lei PA 9.263/2021"
        case .refusal: "CDC arts. 42 and 71"
        case .humanOwner: "one owner per conversation"
        case .prescription: "CC arts. 189 and 206 §5 I; REsp 2.088.100; Febraban SARB 27/2023"
        case .disclosure: "LGPD arts. 6 and 7; CDC art. 42"
        case .thirdParty: "CDC art. 42; Lei RJ 6.854/2014 art. 3"
        case .serviceWindow: "WhatsApp Business Platform, customer service window"
        }
    }
}
