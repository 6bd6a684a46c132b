import Console
import Domain

extension Samples {
    static let cadences = CadencesPage(cadences: [
        CadenceView(
            name: "crediario", version: 4, activeSince: at(12, 9, 0), activatedBy: "Paulo Reis",
            portfolios: ["Crediário novembro"],
            steps: [
                CadenceStepView(
                    day: -3, channel: .whatsapp, templates: ["lembrete_vencimento"], otherwise: [],
                    attachment: "cartão de pagamento"),
                CadenceStepView(
                    day: 1, channel: .whatsapp, templates: ["empatico_v2", "direto_v1"], otherwise: [.sms, .email],
                    waiting: 84),
                CadenceStepView(
                    day: 5, channel: .whatsapp, templates: ["proposta_desconto"],
                    condition: "segment == 'massa' and balance > R$ 80,00", otherwise: [], waiting: 112),
                CadenceStepView(day: 9, channel: .email, templates: ["segunda_via"], otherwise: []),
                CadenceStepView(day: 12, channel: .call, templates: ["ligacao_cordial"], otherwise: [], waiting: 9),
            ], holdoutPercent: 5,
            objectives: [Fact(name: "recovery_rate", value: "22% in 30d"), Fact(name: "first_response", value: "1m")],
            stopOn: ["paid", "agreement", "dispute", "opt_out", "deceased", "wrong_person"],
            pauseOn: [Fact(name: "reply", value: "24h"), Fact(name: "hardship", value: "30d")],
            yaml: """
                cadence: crediario
                objectives: {recovery_rate: 22% in 30d, first_response: 1m, csat: 4.5}
                holdout: 5%
                steps:
                  - {at: D-3, channel: whatsapp, template: lembrete_vencimento, attach: payment_card}
                  - {at: D+1, channel: whatsapp, template: {any_of: [empatico_v2, direto_v1]}, otherwise: [sms, email]}
                """, caseCount: 912)
    ])

    static let templates = TemplatesPage(templates: [
        TemplateView(
            name: "empatico_v2", language: "pt_BR", category: .utility, state: .approved, quality: .high,
            body: "Oi! Aqui é o assistente da *{{loja}}*. Posso falar com {{nome}}?",
            buttons: ["Sou eu", "Não sou eu"], sent: 3120,
            read: Share(part: 2840, whole: 3055)),
        TemplateView(
            name: "proposta_desconto", language: "pt_BR", category: .marketing, state: .paused, quality: .low,
            body: "Olá, {{nome}}. Temos uma condição nova para conversar. Quer ver?",
            buttons: ["Ver opções", "Agora não"], sent: 410,
            read: Share(part: 260, whole: 398),
            reason: "O WhatsApp pausou por 3 horas: muitas pessoas bloquearam o número."),
        TemplateView(
            name: "lembrete_vencimento", language: "pt_BR", category: .utility, state: .pending, quality: .unknown,
            body: "Oi, {{nome}}. Passando para lembrar de algo que vence em {{dia}}.", buttons: []),
    ])

    static let run = ImportRun(
        id: "77", file: "crediario-novembro.csv", at: at(0, 13, 41), by: "Marina Duarte",
        portfolio: "Crediário novembro",
        rows: 1212, accepted: 1180, rejected: 32, updated: 0, unchanged: 0, amount: Money(cents: 82_914_550),
        state: .done)

    static let imports = ImportsPage(
        portfolios: portfolios,
        runs: [
            ImportRun(
                id: "78", file: "cartao.csv", at: at(0, 14, 4), by: "Paulo Reis", portfolio: "Cartão da loja",
                rows: 40_000,
                accepted: 11_950, rejected: 50, updated: 0, unchanged: 0, state: .running(rowsDone: 12_000)),
            run,
            ImportRun(
                id: "76", file: "lista.xlsx", at: at(3, 9, 30), by: "Paulo Reis", portfolio: "Cartão da loja", rows: 0,
                accepted: 0,
                rejected: 0, updated: 0, unchanged: 0,
                state: .failed(reason: "é uma planilha do Excel; salve como CSV e envie de novo")),
        ])

    static let importDetail = ImportPage(
        run: run,
        rejected: [
            RejectedLine(
                line: 14, reasons: [Fact(name: "documento", value: "o dígito verificador do CPF não confere")]),
            RejectedLine(
                line: 203,
                reasons: [
                    Fact(name: "vencimento", value: "30/02/2026 não existe"),
                    Fact(name: "telefone", value: "falta o DDD"),
                ]),
        ])

    static let settings = SettingsPage(
        users: [
            UserLine(
                name: "Marina Duarte", email: "marina@aurora.example", role: .supervisor, lastSeenAt: at(0, 14, 5)),
            UserLine(name: "Paulo Reis", email: "paulo@aurora.example", role: .manager, lastSeenAt: at(1, 17, 40)),
            UserLine(name: "Conta antiga", email: "antiga@aurora.example", role: .agent, isActive: false),
        ],
        numbers: [
            NumberLine(
                phone: "+55 11 4000-0000", name: "Lojas Aurora", quality: .high, dailyLimit: 10_000, sentToday: 812)
        ],
        parts: [
            PartLine(name: "WhatsApp", isOn: true, remark: "Cloud API, número +55 11 4000-0000"),
            PartLine(name: "Pix", isOn: true, remark: "código estático com identificador; avisos em /webhooks/pix"),
            PartLine(name: "SMS", isOn: false, remark: "defina QUITA_SMS_URL para ligar"),
        ], version: "0.1.0")

    static let compliance = CompliancePage(
        filter: DecisionFilter(rule: "F2"),
        rules: [RuleCount(rule: "F2", deferred: 212, refused: 0), RuleCount(rule: "S1", deferred: 0, refused: 29)],
        decisions: [named(deferred), named(allowed)], total: 212, pageSize: 50,
        optOuts: [
            OptOutLine(
                caseID: CaseID(18), debtorName: "Benedito Alves Coimbra", at: at(9, 15, 22),
                words: "não me mande mais mensagem")
        ], optOutTotal: 29)

    private static func named(_ decision: ContactDecision) -> ContactDecision {
        ContactDecision(
            id: decision.id, at: decision.at, step: decision.step, channel: decision.channel, matter: decision.matter,
            verdict: decision.verdict, rules: decision.rules, nextAllowedAt: decision.nextAllowedAt,
            caseID: CaseID(118),
            debtorName: "Célia Regina Prado")
    }

    /// Every page of the frame, by the name of its golden file.
    static let pages: [(name: String, page: any Page)] = [
        ("painel", dashboard), ("painel-vazio", emptyDashboard), ("carteira", cases), ("carteira-vazia", noCases),
        ("carteira-nada-encontrado", noCasesFound), ("caso", caseFile), ("atendimento", desk),
        ("atendimento-assistente", deskWithAssistant), ("atendimento-janela-fechada", deskClosed),
        ("atendimento-fila", deskUnchosen), ("atendimento-vazio", deskEmpty), ("telefone", phone),
        ("telefone-vazio", phoneEmpty), ("telefones", phones), ("reguas", cadences), ("modelos", templates),
        ("importacoes", imports), ("importacao", importDetail), ("ajustes", settings), ("conformidade", compliance),
        ("pagamentos", payments), ("pagamentos-nenhum", noPayments),
        ("fechamento", closing), ("fechamento-sem-movimento", quietClosing),
        ("erro-404", ErrorPage(kind: .notFound)), ("erro-500", ErrorPage(kind: .failure, incident: "7f3a-0021")),
    ]
}
