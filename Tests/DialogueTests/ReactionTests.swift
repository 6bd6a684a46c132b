import Dialogue
import Domain
import Language
import Negotiation
import Testing

@Suite("Each reaction, from before and after proof")
struct ReactionTests {
    static let urgent: [(Intent, Command)] = [
        (.crisis, .crisis), (.optOut, .optOut(.whatsapp)), (.legalThreat, .legalThreat),
        (.privacyRequest, .privacyRequest), (.wrongPerson, .wrongPerson),
    ]

    @Test("what comes before everything else does so in every state", arguments: urgent)
    func urgentAnywhere(intent: Intent, command: Command) throws {
        for proven in [false, true] {
            var talk = Talk()
            talk.script.when("isso", [.debtInquiry, intent])
            if proven { try talk.prove() } else { try talk.step(.opened(.askedName)) }
            let turn = try talk.write("isso")
            if intent == .wrongPerson, proven { continue }
            #expect(turn.commands.contains(command), "\(intent) proven \(proven)")
            #expect(turn.replies.count == 1)
            #expect(turn.replies.allSatisfy { !$0.text.contains("R$") })
        }
    }

    @Test("a death is believed from a stranger; from the debtor it is somebody near, and a hardship")
    func death() throws {
        var stranger = Talk()
        stranger.script.when("ela faleceu", [.deceased])
        try stranger.step(.opened(.askedName))
        #expect(try stranger.write("ela faleceu").commands.contains(.deceased))
        #expect(stranger.conversation.stage == .stopped(.deceased))
        var debtor = Talk()
        debtor.script.when("meu marido faleceu", [.deceased])
        try debtor.prove()
        let turn = try debtor.write("meu marido faleceu")
        #expect(!turn.commands.contains(.deceased))
        #expect(turn.commands.contains(.hardship(strong: true)))
    }

    @Test("somebody who has proved who they are and says that it is not theirs disputes")
    func notMine() throws {
        var talk = Talk()
        talk.script.when("não sou eu quem fez essa compra", [.wrongPerson, .dispute])
        try talk.prove()
        let turn = try talk.write("não sou eu quem fez essa compra")
        #expect(!turn.commands.contains(.wrongPerson))
        #expect(turn.commands.contains { if case .disputeOpened = $0 { true } else { false } })
    }

    @Test("insulted, it stays polite once and stops the second time")
    func abuse() throws {
        var talk = Talk()
        talk.script.when("palavrão", [.abuse])
        try talk.prove()
        #expect(try talk.write("palavrão").replies.count == 1)
        #expect(talk.conversation.keeper == .bot)
        try talk.write("palavrão")
        #expect(talk.conversation.keeper == .queue)
    }

    @Test("not understood twice, a person is called")
    func misses() throws {
        var talk = Talk()
        try talk.prove()
        try talk.write("blorb")
        #expect(talk.conversation.keeper == .bot)
        try talk.write("blorb blorb")
        #expect(talk.conversation.keeper == .queue)
    }

    @Test("unsure of something grave, it asks instead of acting")
    func unsure() throws {
        for intent in [Intent.optOut, .wrongPerson, .deceased, .refuseToPay, .dispute] {
            var talk = Talk()
            let scored = [ScoredIntent(intent, confidence: 0.5)]
            let doubtful = Understanding(
                intents: scored, scores: scored, entities: Entities(), details: Details(), language: .portuguese,
                isSure: false)
            try talk.prove()
            let facts = try talk.facts()
            let message = talk.inbound(.text("lá vai"))
            let turn = talk.conversation.step(
                .messages([message]), facts: facts, now: talk.now, listener: Listener { _, _, _ in doubtful })
            #expect(turn.commands.isEmpty, "\(intent)")
            #expect(turn.replies.count == 1)
        }
    }

    @Test("an agreement needs the terms read back and a yes; the evidence is the message that said so")
    func agreement() throws {
        var talk = Talk()
        talk.script.when("sim", [.accept])
        try talk.prove()
        let chosen = try talk.write("sim")
        #expect(!chosen.commands.contains { if case .agreementAccepted = $0 { true } else { false } })
        guard case .confirming(let terms) = talk.conversation.stage else {
            Issue.record("nothing was read back")
            return
        }
        let bound = try talk.write("sim")
        #expect(bound.commands.contains(.agreementAccepted(terms, evidence: MessageID(4))))
        #expect(
            bound.commands.contains(
                .chargeRequested(amount: terms.total, due: terms.installments[0].due, paymentNumber: 1)))
    }

    @Test("yes and how to pay under the picture, then the code alone; and the same again for who asks again")
    func charge() throws {
        var talk = Talk()
        talk.script.when("sim", [.accept])
        try talk.prove()
        try talk.write("sim")
        try talk.write("sim")
        let turn = try talk.step(.chargeReady(ReactionTests.charge))
        #expect(turn.replies.map(\.kind) == ["image", "text"])
        #expect(turn.replies[0].text.contains("R$ 680,00"))
        #expect(turn.replies[1].text == "000201PIX")
        #expect(turn.replies[0].text.contains("Aurora Comércio Ltda, CNPJ 11.222.333/0001-81"))
        talk.script.when("manda o pix de novo", [.paymentRequest])
        #expect(try talk.write("manda o pix de novo").replies.map(\.kind) == ["image", "text"])
    }

    static let charge = ChargeFacts(
        charge: ChargeID(1), amount: Money(cents: 68_000), pixCode: "000201PIX",
        qrCode: MediaReference(sha256: "aa", mimeType: "image/png"), due: Fixture.monday.adding(days: 5),
        beneficiaryName: "Aurora Comércio Ltda", beneficiaryDocument: "11.222.333/0001-81", paymentNumber: 1)

    @Test("a charge is not shown to a number that is no longer proved, nor after a stop")
    func chargeNeedsProof() throws {
        var talk = Talk()
        try talk.step(.opened(.askedName))
        #expect(try talk.step(.chargeReady(ReactionTests.charge)).replies.isEmpty)
        var stopped = Talk()
        stopped.script.when("pare", [.optOut])
        try stopped.prove()
        try stopped.write("pare")
        #expect(try stopped.step(.chargeReady(ReactionTests.charge)).replies.isEmpty)
    }

    @Test("a payment is thanked for once, and the question how it went is asked once")
    func thanks() throws {
        var talk = Talk()
        try talk.prove()
        func payment(_ id: Int64) -> ConversationInput {
            .paymentConfirmed(
                PaymentFacts(
                    payment: PaymentID(id), amount: Money(cents: 10_000), paidOn: Fixture.monday,
                    effect: .installment(number: Int(id), of: 3, next: nil)))
        }
        #expect(try talk.step(payment(1)).replies.count == 2)
        #expect(try talk.step(payment(1)).replies.isEmpty)
        #expect(try talk.step(payment(2)).replies.count == 1)
    }

    @Test("a promise on a day without banks is said to be one; too far away, the last possible day is proposed")
    func promises() throws {
        var talk = Talk()
        let sunday = Fixture.monday.adding(days: 6)
        talk.script.when("domingo", [.promiseToPay], entities: Entities(date: sunday))
        talk.script.when("março", [.promiseToPay], entities: Entities(date: Fixture.monday.adding(days: 120)))
        talk.script.when("sim", [.accept])
        try talk.prove()
        let turn = try talk.write("domingo")
        #expect(turn.commands.contains(.promiseMade(due: sunday, amount: nil, evidence: MessageID(3))))
        #expect(turn.replies[0].text.contains("segunda-feira, 30/11"))
        let far = try talk.write("março")
        #expect(!far.commands.contains { if case .promiseMade = $0 { true } else { false } })
        try talk.write("sim")
        #expect(talk.conversation.promise?.due == Fixture.monday.adding(days: 35))
    }

    @Test("vague dates are asked about once, then let go")
    func vague() throws {
        var talk = Talk()
        talk.script.when("quando der", [.promiseToPay]) { $0.dateDoubt = .vague(.someday) }
        try talk.prove()
        try talk.write("quando der")
        #expect(talk.conversation.stage == .askedDate)
        try talk.write("quando der")
        #expect(talk.conversation.stage == .resting)
        #expect(talk.conversation.promise == nil)
    }

    @Test("a time-barred debt is said to be so, and nothing is offered")
    func timeBarred() throws {
        var content = Fixture.Case()
        content.isTimeBarred = true
        var talk = Talk(content)
        try talk.prove()
        #expect(talk.said.last?.text.contains("prescrita") ?? false)
        #expect(!talk.commands.contains { if case .offersMade = $0 { true } else { false } })
    }

    @Test("an agreement in force is spoken of as such; another wish asks first whether to undo it")
    func running() throws {
        var content = Fixture.Case()
        let terms = try #require(
            Negotiator.offers(
                for: try content.contents(on: Fixture.monday).negotiation, policy: try Fixture.policy(),
                authority: .bot, day: Fixture.monday
            ).last?.terms)
        content.agreement = AgreementView(terms: terms, nextPayment: terms.payments.first, paidCount: 0)
        var talk = Talk(content)
        talk.script.when("parcela em 3x", [.installmentRequest], entities: Entities(installments: 3))
        talk.script.when("manda o pix", [.paymentRequest])
        try talk.prove()
        try talk.write("manda o pix")
        #expect(talk.commands.contains { if case .chargeRequested = $0 { true } else { false } })
        try talk.write("parcela em 3x")
        #expect(talk.conversation.stage == .confirmingCancellation)
        #expect(try talk.tap("cancel").commands.contains(.agreementCancelled))
    }
}
