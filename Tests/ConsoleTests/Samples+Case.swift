import Console
import Domain

extension Samples {
    static let debts = DebtTable(
        on: today,
        lines: [
            DebtLine(
                id: DebtID(900), contract: "CR-20418-07", product: "Crediário, parcela 7 de 10",
                due: today.adding(days: -47), daysLate: 47, principal: Money(cents: 78_500), fine: Money(cents: 1570),
                interest: Money(cents: 1230), total: Money(cents: 81_300), state: .open),
            DebtLine(
                id: DebtID(901), contract: "CR-20418-08", product: "Crediário, parcela 8 de 10",
                due: today.adding(days: -17), daysLate: 17, principal: Money(cents: 78_500), fine: Money(cents: 1570),
                interest: Money(cents: 445), paid: Money(cents: 37_815), total: Money(cents: 42_700), state: .open),
        ], total: Money(cents: 124_000), terms: "multa 2 %, juros 1 % ao mês pro rata")

    /// Rules and inputs under the contact policy's own names.
    static let deferred = ContactDecision(
        id: DecisionID(51), at: at(0, 8, 0), step: "D+47", channel: .whatsapp, matter: "proposta_desconto",
        verdict: .deferred,
        rules: [
            EvaluatedRule(
                rule: "H1", verdict: .allowed,
                inputs: [
                    Fact(name: "state", value: "SP"), Fact(name: "local_time", value: "08:00"),
                    Fact(name: "weekday", value: "monday"), Fact(name: "window", value: "08:00-20:00"),
                ], source: "Lei SP 15.426/2014 art. 2"),
            EvaluatedRule(
                rule: "F2", verdict: .deferred,
                inputs: [Fact(name: "attempts_in_7_days", value: "3"), Fact(name: "limit", value: "3")],
                source: "CDC arts. 42 and 71", nextAllowedAt: at(-2, 8, 0)),
            EvaluatedRule(
                rule: "F3", verdict: .allowed,
                inputs: [Fact(name: "last_attempt_at", value: "2026-11-22T09:04:00-03:00")],
                source: "CDC arts. 42 and 71"),
            EvaluatedRule(rule: "S1", verdict: .allowed, inputs: [], source: "LGPD art. 18"),
        ], nextAllowedAt: at(-2, 8, 0))

    static let allowed = ContactDecision(
        id: DecisionID(49), at: at(1, 9, 4), step: "D+45", channel: .whatsapp, matter: "empatico_v2", verdict: .allowed,
        rules: [
            EvaluatedRule(
                rule: "H1", verdict: .allowed,
                inputs: [Fact(name: "state", value: "SP"), Fact(name: "local_time", value: "09:04")],
                source: "Lei SP 15.426/2014 art. 2"),
            EvaluatedRule(
                rule: "F1", verdict: .allowed,
                inputs: [Fact(name: "attempts_today", value: "0"), Fact(name: "limit", value: "1")],
                source: "CDC arts. 42 and 71"),
        ])

    static let offers = [
        OfferLine(
            id: OfferID(1), total: Money(cents: 105_400), installments: 1, installment: Money(cents: 105_400),
            discount: Money(cents: 18_600), validUntil: today.adding(days: 5)),
        OfferLine(
            id: OfferID(2), total: Money(cents: 124_000), down: Money(cents: 12_400), installments: 6,
            installment: Money(cents: 18_600), discount: .zero, validUntil: today.adding(days: 5)),
    ]

    static let agreement = AgreementCard(
        id: AgreementID(7), madeAt: at(6, 16, 40), by: .assistant, state: .running, before: Money(cents: 341_000),
        total: Money(cents: 310_075),
        installments: [
            InstallmentLine(
                id: InstallmentID(1), number: 0, due: today.adding(days: -6), amount: Money(cents: 31_005),
                state: .paid(at: at(6, 16, 58))),
            InstallmentLine(number: 1, due: today.adding(days: 24), amount: Money(cents: 139_535), state: .open),
            InstallmentLine(number: 2, due: today.adding(days: 54), amount: Money(cents: 139_535), state: .open),
        ])

    static let timeline: [TimelineEntry] = [
        TimelineEntry(at: at(0, 13, 53), event: .handedOver(.beyondAuthority)),
        TimelineEntry(at: at(0, 13, 52), event: .message(messages[5])),
        TimelineEntry(at: at(0, 13, 51), event: .offersMade(offers)),
        TimelineEntry(at: at(0, 13, 50), event: .identityProven(means: ["nome", "CPF"])),
        TimelineEntry(at: at(0, 8, 0), event: .decision(deferred)),
        TimelineEntry(at: at(1, 9, 4), event: .message(messages[0])),
        TimelineEntry(at: at(1, 9, 4), event: .decision(allowed)),
        TimelineEntry(at: at(12, 10, 0), event: .promiseBroken),
        TimelineEntry(
            at: at(17, 15, 30),
            event: .paymentReceived(amount: Money(cents: 37_815), endToEndID: "E0000000020261106183012345678901")),
        TimelineEntry(at: at(20, 11, 11), event: .note("Prefere falar depois das 13h."), by: "Marina Duarte"),
        TimelineEntry(at: at(40, 9, 0), event: .cadenceStarted(name: "crediario")),
        TimelineEntry(at: at(40, 8, 58), event: .imported(file: "crediario-outubro.csv")),
    ]

    static let caseFile = CasePage(
        id: CaseID(118), debtorName: "Célia Regina Prado", document: "•••.318.207-••", portfolio: "Crediário novembro",
        state: .waitingForPerson, daysLate: 47, identity: .proven(at: at(0, 13, 50), means: ["nome", "CPF"]),
        place: CasePage.Place(state: "AM", zone: .amazon),
        contactPoints: [
            ContactPointLine(channel: .whatsapp, shown: "(92) 9••••-1207"),
            ContactPointLine(channel: .sms, shown: "(92) 9••••-8814", blocked: .wrongPerson),
        ], debts: debts, agreements: [agreement],
        promises: [
            PromiseLine(
                due: today.adding(days: -13), amount: Money(cents: 40_000), madeAt: at(19, 12, 0), state: .broken)
        ],
        restrictions: [
            RestrictionLine(
                kind: .hardship, since: at(3, 10, 0), until: at(-27, 10, 0), reason: "“fiquei desempregada”")
        ],
        conversation: ConversationID(31), phone: DebtorID(12), timeline: timeline, cadence: "crediario, versão 4",
        nextContactAt: at(-2, 8, 0), nextStep: "D+47",
        forms: CaseForms(
            today: today, debts: [CaseForms.Debt(id: DebtID(5), contract: "CT-88120", owed: Money(cents: 1_204_55))],
            messages: [CaseForms.Message(id: MessageID(9), words: "pode ser em 3x, <sim>", at: at(0, 13, 50))],
            hasConversation: true, mayAgree: true))
}
