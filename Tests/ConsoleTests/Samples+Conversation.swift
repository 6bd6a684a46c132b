import Console
import Domain

extension Samples {
    static let qrImage = MediaReference(
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", mimeType: "image/png")

    static let pixText =
        "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406105.405802BR5912LOJAS AURORA6009SAO PAULO62070503***6304A1B2"

    static let messages: [ChatMessage] = [
        ChatMessage(
            id: MessageID(1001), at: at(1, 9, 4), author: .cadence(step: "D+45"),
            body: .ours(
                .template(
                    TemplateMessage(
                        name: "empatico_v2", language: "pt_BR",
                        parameters: [TemplateParameter(name: "nome", value: "Célia")],
                        quickReplies: [
                            MessageOption(id: "sou", title: "Sou eu"), MessageOption(id: "nao", title: "Não sou eu"),
                        ],
                        renderedText: "Oi! Aqui é o assistente da *Lojas Aurora*. Posso falar com Célia?"))),
            status: .read, chosenOption: "sou"),
        ChatMessage(
            id: MessageID(1002), at: at(0, 13, 48), author: .client,
            body: .theirs(.selection(id: "sou", title: "Sou eu"), media: nil),
            quote: Quote(
                id: MessageID(1001), isOurs: true,
                text: "Oi! Aqui é o assistente da Lojas Aurora. Posso falar com Célia?"),
            understood: [Understood(intent: "accept")]),
        ChatMessage(
            id: MessageID(1003), at: at(0, 13, 49), author: .assistant,
            body: .ours(.text("Obrigado, Célia. Para sua segurança, me diga os *3 primeiros números do seu CPF*.")),
            status: .read),
        ChatMessage(
            id: MessageID(1004), at: at(0, 13, 50), author: .client, body: .theirs(.text("318"), media: nil),
            understood: [
                Understood(intent: "other", confidencePercent: 71, entities: [Fact(name: "dígitos", value: "318")])
            ]),
        ChatMessage(
            id: MessageID(1005), at: at(0, 13, 51), author: .assistant,
            body: .ours(
                .buttons(
                    body:
                        "Tudo certo. O valor hoje é *R$ 1.240,00*: duas parcelas do crediário com multa e juros (1% ao mês).\nVocê pode pagar R$ 1.054,00 à vista ou em 6 vezes. O que fica melhor?",
                    footer: "Lojas Aurora, CNPJ 11.222.333/0001-81",
                    buttons: [
                        MessageOption(id: "avista", title: "À vista"), MessageOption(id: "parcelar", title: "Parcelar"),
                        MessageOption(id: "pessoa", title: "Falar com alguém"),
                    ])), status: .read),
        ChatMessage(
            id: MessageID(1006), at: at(0, 13, 52), author: .client,
            body: .theirs(
                .text("fiquei desempregada, só consigo se baixar pra 900 em 10x de 90. quero falar com alguém"),
                media: nil),
            understood: [
                Understood(
                    intent: "counter_offer", confidencePercent: 93,
                    entities: [Fact(name: "amount", value: "R$ 900,00"), Fact(name: "installments", value: "10")]),
                Understood(intent: "hardship", confidencePercent: 88),
                Understood(intent: "human_agent", confidencePercent: 97),
            ]),
        ChatMessage(
            id: MessageID(1007), at: at(0, 13, 53), author: .assistant,
            body: .ours(
                .text(
                    "Sinto muito pelo momento, Célia. Vou chamar uma pessoa da equipe, que responde em poucos minutos.")
            ),
            status: .delivered),
        ChatMessage(
            id: MessageID(1008), at: at(0, 14, 4), author: .person(name: "Marina"),
            body: .ours(
                .text("Oi, Célia, aqui é a Marina. Vi o que você contou e já estou olhando o que dá para fazer.")),
            status: .failed(reason: "o telefone da pessoa está fora do ar; tente de novo mais tarde")),
    ]

    static let queue: [QueueEntry] = [
        QueueEntry(
            conversation: ConversationID(44), debtorName: "Dalva Nunes", owner: .nobody, reason: .crisis,
            waitingSince: at(0, 14, 3), lastMessage: "não vejo mais saída", lastMessageAt: at(0, 14, 3), unread: 1,
            isUrgent: true),
        QueueEntry(
            conversation: ConversationID(31), debtorName: "Célia Regina Prado", owner: .me, reason: .beyondAuthority,
            waitingSince: at(0, 13, 53),
            lastMessage: "fiquei desempregada, só consigo se baixar pra 900 em 10x de 90. quero falar com alguém",
            lastMessageAt: at(0, 13, 52), unread: 2),
        QueueEntry(
            conversation: ConversationID(37), debtorName: "João Pedro Amaral", owner: .nobody, reason: .dispute,
            waitingSince: at(0, 14, 1), lastMessage: "essa compra não é minha", lastMessageAt: at(0, 14, 1)),
        QueueEntry(
            conversation: ConversationID(29), debtorName: "Rosângela Maria Teixeira de Albuquerque",
            owner: .other(name: "Paulo"), reason: .documents, waitingSince: at(0, 12, 30),
            lastMessage: "consegue mandar o contrato?",
            lastMessageAt: at(0, 12, 30)),
    ]

    static func conversation(_ owner: ConversationOwner, _ window: ServiceWindow) -> ConversationPanel {
        ConversationPanel(
            id: ConversationID(31), debtorName: "Célia Regina Prado", owner: owner, window: window, messages: messages,
            lastEventID: "8812")
    }

    static let casePanel = CasePanel(
        id: CaseID(118), daysLate: 47, identity: .proven(at: at(0, 13, 50), means: ["nome", "CPF"]), debts: debts,
        state: .waitingForPerson, offers: offers, authority: "mais 5 %", promises: [],
        restrictions: caseFile.restrictions, lastDecision: allowed, timeline: Array(timeline.prefix(4)))

    static let desk = DeskPage(
        queue: queue, filter: .waiting, conversation: conversation(.me, .open(until: at(-1, 13, 52))),
        casePanel: casePanel)
    static let deskWithAssistant = DeskPage(
        queue: queue, filter: .all, conversation: conversation(.assistant, .open(until: at(0, 15, 0))),
        casePanel: casePanel)
    static let deskClosed = DeskPage(
        queue: queue, filter: .mine, conversation: conversation(.me, .closed(since: at(1, 9, 0))), casePanel: casePanel)
    static let deskUnchosen = DeskPage(queue: queue, filter: .waiting)
    static let deskEmpty = DeskPage(queue: [], filter: .waiting)

    // MARK: Phone

    static let phoneDebtor = PhoneDebtor(
        id: DebtorID(12), name: "Célia Regina Prado", phone: "(92) 90000-1207", portfolio: "Crediário novembro",
        balance: Money(cents: 124_000), daysLate: 47, state: .agreement, lastMessage: "Copie o código abaixo",
        lastMessageAt: at(0, 14, 3))

    static let phoneMessages: [ChatMessage] =
        Array(messages.prefix(5)) + [
            ChatMessage(
                id: MessageID(1010), at: at(0, 13, 58), author: .client,
                body: .theirs(.selection(id: "avista", title: "À vista"), media: nil),
                understood: [Understood(intent: "accept")]),
            ChatMessage(
                id: MessageID(1011), at: at(0, 13, 59), author: .assistant,
                body: .ours(
                    .list(
                        body: "Combinado: R$ 1.054,00 à vista. Quando fica melhor?", footer: nil,
                        button: "Escolher o dia",
                        rows: [
                            MessageOption(id: "d0", title: "Hoje", detail: "segunda, 23/11"),
                            MessageOption(id: "d4", title: "Sexta", detail: "27/11"),
                            MessageOption(id: "d7", title: "Segunda", detail: "30/11"),
                        ])), status: .read),
            ChatMessage(
                id: MessageID(1012), at: at(0, 14, 2), author: .assistant,
                body: .ours(.image(qrImage, caption: "Aponte a câmera do banco, ou copie o código abaixo.")),
                status: .read),
            ChatMessage(
                id: MessageID(1013), at: at(0, 14, 3), author: .assistant, body: .ours(.text(pixText)), status: .read),
        ]

    static let thoughts: [Thought] = [
        Thought(id: "1", at: at(1, 9, 4), step: .decision(allowed)),
        Thought(id: "2", at: at(0, 13, 48), step: .received(text: "Sou eu")),
        Thought(id: "3", at: at(0, 13, 48), step: .understood([Understood(intent: "accept")])),
        Thought(id: "4", at: at(0, 13, 48), step: .dialogue(from: "askedName", to: "askedDatum")),
        Thought(id: "5", at: at(0, 13, 50), step: .identity(.proven(at: at(0, 13, 50), means: ["nome", "CPF"]))),
        Thought(id: "6", at: at(0, 13, 51), step: .offers(offers)),
        Thought(
            id: "7", at: at(0, 13, 58),
            step: .understood([
                Understood(
                    intent: "counter_offer", confidencePercent: 93, entities: [Fact(name: "amount", value: "R$ 900,00")]
                )
            ])),
        Thought(id: "8", at: at(0, 13, 59), step: .agreement(total: Money(cents: 105_400), installments: 1)),
        Thought(
            id: "9", at: at(0, 14, 2),
            step: .charge(amount: Money(cents: 105_400), txid: "QT0000000000000000000000000118")),
        Thought(
            id: "10", at: at(0, 14, 3), step: .replied(text: "Aponte a câmera do banco, ou copie o código abaixo.")),
    ]

    static let phone = PhonePage(
        debtor: phoneDebtor, businessName: "Lojas Aurora", messages: phoneMessages, lastEventID: "8815",
        thoughts: thoughts,
        secrets: [Fact(name: "CPF", value: "318.207.455-08"), Fact(name: "Nascimento", value: "14/03/1981")],
        caseID: CaseID(118), conversation: ConversationID(31), clock: DemonstrationClock(speed: 60))

    static let phoneEmpty = PhonePage(
        debtor: phoneDebtor, businessName: "Lojas Aurora", messages: [], lastEventID: "0", thoughts: [], secrets: [],
        clock: DemonstrationClock(speed: 1))

    static let phones = PhonesPage(
        debtors: [
            phoneDebtor,
            PhoneDebtor(
                id: DebtorID(13), name: "João Pedro Amaral", phone: "(11) 90000-3321", portfolio: "Cartão da loja",
                balance: Money(cents: 38_990), daysLate: 31, state: .talking, isSimulated: true),
        ], clock: DemonstrationClock(speed: 60))
}
