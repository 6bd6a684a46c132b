import Dialogue
import Domain
import Foundation
import Language
import Testing
import Wording

/// Questions written for these tests, none of them a form in the file of answers.
@Suite("Questions are answered from the creditor's own texts, or by a person")
struct FrequentAnswerTests {
    static let entries = [
        FrequentAnswer(
            id: "hours",
            questions: [
                "qual o horário de atendimento?", "que horas vocês abrem?", "até que horas a loja fica aberta?",
                "vocês abrem no sábado?", "abre domingo?", "que horas fecha?",
            ], answer: "A loja abre de segunda a sábado, das 9h às 18h.", when: .always),
        FrequentAnswer(
            id: "address",
            questions: [
                "onde fica a loja?", "qual o endereço de vocês?", "em que rua fica?", "vocês ficam onde?",
                "me passa o endereço da loja",
            ], answer: "Ficamos na Rua das Flores, 10.", when: .always),
        FrequentAnswer(
            id: "counter",
            questions: [
                "posso pagar na loja?", "dá pra pagar pessoalmente?", "consigo pagar no balcão em dinheiro?",
                "aceita dinheiro na loja física?", "posso ir aí pagar?",
            ], answer: "Pode, sim! Leve seu CPF ao balcão.", when: .afterProof,
            intents: ["payment_request", "debt_inquiry"]),
        FrequentAnswer(
            id: "exchange",
            questions: [
                "posso devolver o produto?", "dá pra trocar a peça que comprei?", "quero trocar um produto com defeito",
                "como faço uma troca?",
            ], answer: "As trocas são feitas na loja em até 30 dias.", when: .always),
        FrequentAnswer(
            id: "jobs",
            questions: ["vocês estão contratando?", "tem vaga de emprego na loja?", "onde deixo meu currículo?"],
            answer: "Os currículos são recebidos no balcão.", when: .always),
    ]

    static let asked: [(String, String)] = [
        ("q horas vcs abre", "hours"), ("qual horario de atendimento da loja", "hours"),
        ("abre no domingo tb?", "hours"),
        ("a loja fica aberta ate que horas hoje?", "hours"), ("que horas que fecha ai?", "hours"),
        ("vcs abrem sabado?", "hours"), ("onde é que fica a loja de vcs?", "address"),
        ("qual o endereco da loja?", "address"), ("em q rua vcs ficam?", "address"),
        ("me passa o endereço?", "address"),
        ("posso pagar ai na loja mesmo?", "counter"), ("da pra ir pagar pessoalmente?", "counter"),
        ("aceita dinheiro no balcao?", "counter"), ("como q faço pra trocar um produto?", "exchange"),
        ("dá pra devolver a peça?", "exchange"), ("tem vaga de emprego ai?", "jobs"),
        ("vcs tao contratando?", "jobs"), ("onde eu deixo o curriculo?", "jobs"),
    ]

    static let others = [
        "vocês entregam em outra cidade?", "quem é o gerente daí?", "vocês vendem geladeira?", "tem estacionamento?",
        "qual a garantia da televisão?", "como faço pra ser sócio?", "vocês têm instagram?", "qual o cnpj de vocês?",
        "quando chega a coleção nova?", "vcs parcelam em quantas vezes celular novo?", "quem ganhou o jogo ontem?",
        "me conta uma piada?", "qual a capital da frança?", "você gosta de música?", "quanto custa um sofá aí?",
        "como está o tempo hoje?", "posso falar com a Juliana?", "vocês aceitam cartão de alimentação?",
        "tem desconto pra funcionário?", "vocês fazem conserto?", "o que é isso?", "quanto é?", "e aí?",
    ]

    static func answers() throws -> (FrequentAnswers, Listener) {
        let reader = try Reader.embedded()
        return (FrequentAnswers(entries, reader: reader), Listener(reader))
    }

    @Test("the index finds the meaning, and stays silent about what nobody wrote an answer for")
    func meaning() throws {
        let reader = try Reader.embedded()
        let index = PhraseIndex(groups: FrequentAnswerTests.entries.map(\.questions), reader: reader)
        func found(_ text: String) -> (id: String, match: PhraseIndex.Match)? {
            guard let match = index.nearest(to: text) else { return nil }
            return (FrequentAnswerTests.entries[match.group].id, match)
        }
        func isSaid(_ match: PhraseIndex.Match) -> Bool {
            match.similarity >= FrequentAnswers.similarityMin && match.margin >= FrequentAnswers.marginMin
                && match.coverage >= FrequentAnswers.coverageMin
        }
        var right = 0
        for (text, id) in FrequentAnswerTests.asked {
            guard let (nearest, match) = found(text) else { continue }
            if ProcessInfo.processInfo.environment["QUITA_SHOW"] == "1" { print("+", text, nearest, match) }
            if isSaid(match) {
                #expect(nearest == id, "\(text)")
                right += 1
            }
        }
        #expect(right >= FrequentAnswerTests.asked.count * 3 / 4, "\(right) of \(FrequentAnswerTests.asked.count)")
        for text in FrequentAnswerTests.others {
            guard let (nearest, match) = found(text) else { continue }
            if ProcessInfo.processInfo.environment["QUITA_SHOW"] == "1" { print("-", text, nearest, match) }
            #expect(!isSaid(match), "“\(text)” would be answered with \(nearest): \(match)")
        }
    }

    private func talk(proven: Bool) throws -> (Conversation, ConversationFacts, Listener) {
        let (answers, listener) = try FrequentAnswerTests.answers()
        let plain = try Fixture.facts(at: Fixture.start)
        let facts = ConversationFacts(
            creditor: plain.creditor, file: plain.file, contactPoint: plain.contactPoint, answers: answers)
        var conversation = Conversation()
        for input in [.opened(.askedName)] + (proven ? ["sou eu", "529"] : []).map(message) {
            conversation = conversation.step(input, facts: facts, now: Fixture.start, listener: listener).next
        }
        return (conversation, facts, listener)
    }

    private func message(_ text: String) -> ConversationInput {
        .messages([InboundMessage(id: MessageID(1), content: .text(text))])
    }

    @Test("an answer is said word for word, in any state, and the question before it still stands")
    func said() throws {
        let (conversation, facts, listener) = try talk(proven: true)
        let turn = conversation.step(message("vcs abrem sabado?"), facts: facts, now: Fixture.start, listener: listener)
        #expect(turn.replies.map(\.text) == [FrequentAnswerTests.entries[0].answer])
        #expect(turn.commands == [.questionAnswered(id: "hours")])
        #expect(turn.next.stage == conversation.stage)
        let again = turn.next.step(message("abre sábado?"), facts: facts, now: Fixture.start, listener: listener)
        #expect(again.replies.first?.text != turn.replies.first?.text)
        #expect(again.replies.first?.text.contains(FrequentAnswerTests.entries[0].answer) == true)
    }

    @Test("before proof only what anybody may read")
    func beforeProof() throws {
        let (conversation, facts, listener) = try talk(proven: false)
        let open = conversation.step(message("onde fica a loja?"), facts: facts, now: Fixture.start, listener: listener)
        #expect(open.replies.map(\.text) == [FrequentAnswerTests.entries[1].answer])
        let hidden = conversation.step(
            message("posso pagar na loja?"), facts: facts, now: Fixture.start, listener: listener)
        #expect(!hidden.replies.contains { $0.text.contains("balcão") })
    }

    @Test("what no text answers goes to a person and into the operator's list; nothing is invented")
    func unknown() throws {
        var talk = Talk()
        talk.script.when("vocês vendem geladeira?", [.other])
        try talk.prove()
        let turn = try talk.write("vocês vendem geladeira?")
        #expect(turn.commands.contains(.questionUnknown(text: "vocês vendem geladeira?", message: MessageID(3))))
        #expect(turn.commands.contains { if case .handOver(let it) = $0 { it.reason == .question } else { false } })
        #expect(turn.next.keeper == .queue)
    }
}
