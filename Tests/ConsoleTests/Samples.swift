import Console
import Domain

/// One invented day at an invented creditor, out of which every page is made.
enum Samples {
    /// Monday, 23 November 2026, 14:05 in Brasília.
    static let today = CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0)
    static let now = at(0, 14, 5)

    /// `daysAgo` days before today, at a wall-clock time in Brasília.
    static func at(_ daysAgo: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        Zone.brasilia.instant(today.adding(days: -daysAgo), minuteOfDay: hour * 60 + minute)
    }

    static let frame = Frame(
        user: SignedInUser(id: UserID(3), name: "Marina Duarte", role: .supervisor),
        creditors: [CreditorChoice(id: CreditorID(1), name: "Lojas Aurora")], creditor: CreditorID(1),
        waitingCount: 7, csrfToken: "prova-do-formulario", now: now)

    /// Everything that the frame can show at once.
    static let busyFrame = Frame(
        user: frame.user, creditors: frame.creditors + [CreditorChoice(id: CreditorID(2), name: "Banco Sol")],
        creditor: CreditorID(1), waitingCount: 1,
        warning: DayWarning(matter: .templatePaused(name: "proposta_desconto"), address: .templates),
        notice: Notice(tone: .done, text: .noticeTakenOver(name: "Célia")), csrfToken: frame.csrfToken, now: now,
        clockSpeed: 60, isDemonstration: true)

    static let portfolios = [
        PortfolioChoice(id: PortfolioID(1), name: "Crediário novembro"),
        PortfolioChoice(id: PortfolioID(2), name: "Cartão da loja"),
    ]

    static let signIn = SignInPage(
        csrfToken: "prova-do-formulario",
        demonstrationAccounts: [
            DemonstrationAccount(email: "atendente@aurora.example", password: "quita-demo", role: .agent),
            DemonstrationAccount(email: "supervisao@aurora.example", password: "quita-demo", role: .supervisor),
            DemonstrationAccount(email: "gerencia@aurora.example", password: "quita-demo", role: .manager),
        ])

    static let signInRefused = SignInPage(
        csrfToken: "prova-do-formulario", email: "marina@aurora.example", problem: .wrongCredentials,
        destination: "/casos/118")

    // MARK: Dashboard

    /// Weekdays carry more than Saturdays, Sundays nothing; the same figures at every run.
    static let days: [DayFigures] = (0..<30).map { index in
        let day = today.adding(days: index - 29)
        let sent =
            switch day.weekday {
            case .sunday: 0
            case .saturday: 120 + index * 3
            default: 280 + (index * 37) % 90 + index * 2
            }
        return DayFigures(
            day: day, sent: sent, read: sent * 89 / 100, replied: sent * 44 / 100,
            recovered: Money(cents: Int64(sent) * 2113 + Int64(index * 7919)))
    }

    static let dashboard = DashboardPage(
        filter: DashboardFilter(
            portfolios: portfolios, period: .month, from: today.adding(days: -29), to: today),
        recovery: RecoveryFigure(
            recovered: Money(cents: 18_243_017), placed: Money(cents: 82_914_550), goal: Money(cents: 25_000_000),
            forecast: Money(cents: 24_115_000)),
        response: ResponseFigure(
            share: Share(part: 3770, whole: 7951, marginPoints: 1), goalPercent: 40, changePoints: 3),
        firstResponse: DurationFigure(medianSeconds: 38, p90Seconds: 252, count: 3770, goalSeconds: 60),
        satisfaction: SatisfactionFigure(meanHundredths: 462, answers: 212, goalHundredths: 450),
        resolution: DurationFigure(medianSeconds: 7560, p90Seconds: 187_200, count: 1486, goalSeconds: nil),
        cost: CostFigure(total: Money(cents: 284_118), perHundredRecovered: Money(cents: 156)),
        funnel: [
            FunnelFigure(stage: .sent, count: 8204), FunnelFigure(stage: .delivered, count: 7951),
            FunnelFigure(stage: .read, count: 7310), FunnelFigure(stage: .replied, count: 3770),
            FunnelFigure(stage: .agreed, count: 1102), FunnelFigure(stage: .paid, count: 864),
        ],
        channels: [
            channel(.whatsapp, 6840, 6702, 6166, 3480, 1, 239_400),
            channel(.sms, 902, 871, 209, 131, 3, 10_824), channel(.email, 462, 378, 117, 49, 5, 924),
        ],
        days: days,
        asks: [
            Ask(matter: .waitingForPerson, count: 7, oldestSince: at(0, 13, 53)),
            Ask(matter: .promisesDueToday, count: 3), Ask(matter: .templatesPaused, count: 1),
        ])

    private static func channel(
        _ channel: Channel, _ sent: Int, _ delivered: Int, _ read: Int, _ replied: Int, _ margin: Int, _ cost: Int64
    ) -> ChannelFigures {
        ChannelFigures(
            channel: channel, sent: sent, delivered: Share(part: delivered, whole: sent, marginPoints: margin),
            read: Share(part: read, whole: delivered, marginPoints: margin),
            replied: Share(part: replied, whole: delivered, marginPoints: margin), cost: Money(cents: cost))
    }

    /// A creditor's first minute: nothing has happened yet.
    static let emptyDashboard = DashboardPage(
        filter: DashboardFilter(portfolios: [], period: .week, from: today.adding(days: -6), to: today),
        recovery: RecoveryFigure(recovered: .zero, placed: .zero),
        response: ResponseFigure(share: Share(part: 0, whole: 0)),
        firstResponse: DurationFigure(count: 0), satisfaction: SatisfactionFigure(answers: 0),
        resolution: DurationFigure(count: 0), cost: CostFigure(total: .zero), funnel: [], channels: [], days: [],
        asks: [])

    // MARK: Cases

    static let cases = CasesPage(
        filter: CaseFilter(), portfolios: portfolios,
        stateCounts: [
            .inCadence: 912, .talking: 41, .waitingForPerson: 7, .promised: 63, .agreement: 188, .settled: 864,
            .disputed: 5, .stopped: 29,
        ],
        rows: [
            row(118, "Célia Regina Prado", 47, 124_000, .waitingForPerson, at(0, 13, 53), nil, nil),
            row(204, "João Pedro Amaral", 31, 38_990, .talking, at(0, 14, 1), nil, nil),
            row(77, "Antônia de Jesus Ferraz", 12, 92_450, .promised, at(3, 10, 12), "promessa", at(-1, 9, 0)),
            row(312, "Wesley Nogueira Bastos", 8, 15_780, .inCadence, at(1, 9, 4), "D+12", at(-4, 9, 0)),
            row(
                95, "Rosângela Maria Teixeira de Albuquerque", 63, 310_075, .agreement, at(6, 16, 40), "parcela",
                at(-7, 9, 0)),
            row(41, "Ivan Kubitschek Sato", 90, 78_115, .disputed, at(2, 11, 30), nil, nil),
            row(230, "Lúcia Helena Moura", 5, 21_030, .inCadence, nil, "D+7", at(-2, 9, 0)),
            row(18, "Benedito Alves Coimbra", 102, 45_600, .stopped, at(9, 15, 22), nil, nil),
            row(151, "Tainá Ribeiro Lobo", 27, 61_240, .settled, at(4, 18, 2), nil, nil),
        ], total: 2109, pageSize: 9)

    private static func row(
        _ id: Int64, _ name: String, _ late: Int, _ cents: Int64, _ state: CaseState, _ last: Timestamp?,
        _ step: String?,
        _ next: Timestamp?
    ) -> CaseRow {
        CaseRow(
            id: CaseID(id), debtorName: name, portfolio: "Crediário novembro", daysLate: late,
            balance: state == .settled ? .zero : Money(cents: cents), state: state, lastContactAt: last,
            lastChannel: last == nil ? nil : .whatsapp, nextContactAt: next, nextStep: step)
    }

    static let noCases = CasesPage(
        filter: CaseFilter(), portfolios: [], stateCounts: [:], rows: [], total: 0, pageSize: 50)

    static let noCasesFound = CasesPage(
        filter: CaseFilter(search: "inexistente", state: .promised), portfolios: portfolios, stateCounts: [:], rows: [],
        total: 0, pageSize: 50)
}
