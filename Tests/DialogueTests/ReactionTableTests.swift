import Dialogue
import Domain
import Language
import Testing

/// Every row of the table of replies and reactions (brazil-collections.md §10), before and after proof.
@Suite("Every reply has its reaction and its follow-up")
struct ReactionTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reply: Intent
        let isProven: Bool
        /// What the engine is asked to do, by the names of histories.
        let commands: Set<String>
        /// What the reply must say, in part.
        let says: [String]
        var isHandedOver = false
        var entities = Entities()

        var testDescription: String { "\(reply.rawValue) \(isProven ? "after" : "before") proof" }
    }

    static let friday = CalendarDay(iso: "2026-11-27") ?? Fixture.monday

    static func both(_ reply: Intent, _ commands: Set<String>, _ says: [String] = [], handedOver: Bool = false) -> [Row]
    {
        [false, true].map {
            Row(reply: reply, isProven: $0, commands: commands, says: says, isHandedOver: handedOver)
        }
    }

    static let rows: [Row] =
        both(.crisis, ["crisis", "handover"], ["188", "192"], handedOver: true)
        + both(.optOut, ["opt_out"], ["VOLTAR"])
        + both(.legalThreat, ["legal.threatened", "handover"], ["1 dia útil"], handedOver: true)
        + both(.privacyRequest, ["privacy.requested"], ["15 dias"])
        + both(.dispute, ["dispute.opened"])
        + both(.alreadyPaid, ["paid.claimed"])
        + both(.hardship, ["hardship.told"])
        + both(.scamSuspicion, ["scam.suspected"], ["peço"])
        + both(.abuse, ["abuse"])
        + both(.refuseToPay, ["refused"])
        + both(.callbackLater, ["callback.scheduled"])
        + both(.humanAgent, ["handover"], handedOver: true)
        + [
            Row(reply: .deceased, isProven: false, commands: ["deceased", "handover"], says: [], isHandedOver: true),
            Row(reply: .deceased, isProven: true, commands: ["hardship.told"], says: ["?"]),
            Row(reply: .wrongPerson, isProven: false, commands: ["wrong_person"], says: []),
            Row(reply: .thirdPartyPayer, isProven: false, commands: ["third_party"], says: ["Ana"]),
            Row(
                reply: .promiseToPay, isProven: true, commands: ["promise.made"],
                says: ["sexta-feira, 27/11", "R$ 120,00"],
                entities: Entities(amount: Money(cents: 12_000), date: friday)),
            Row(reply: .promiseToPay, isProven: true, commands: [], says: ["dia"]),
            Row(reply: .discountRequest, isProven: true, commands: ["offer.made"], says: ["R$"]),
            Row(reply: .installmentRequest, isProven: true, commands: ["offer.made"], says: ["R$", "x de"]),
            Row(
                reply: .counterOffer, isProven: true, commands: ["offer.made"], says: ["R$"],
                entities: Entities(amount: Money(cents: 30_000))),
            Row(reply: .paymentRequest, isProven: true, commands: ["offer.made"], says: ["R$", "Pix"]),
            Row(reply: .paymentStatus, isProven: true, commands: [], says: ["comprovante"]),
            Row(reply: .documentRequest, isProven: true, commands: ["document.requested"], says: ["5 dias úteis"]),
            Row(reply: .debtInquiry, isProven: false, commands: [], says: ["CPF"]),
            Row(reply: .debtInquiry, isProven: true, commands: [], says: ["R$ 800,00"]),
            Row(reply: .creditBureau, isProven: true, commands: [], says: ["5 dias úteis"]),
            Row(reply: .contactUpdate, isProven: true, commands: ["contact.updated"], says: []),
            Row(reply: .thanks, isProven: true, commands: [], says: []),
        ]

    @Test("what is said and what is done", arguments: rows)
    func reaction(row: Row) throws {
        var talk = Talk()
        talk.script.when("é isso", [row.reply], entities: row.entities) { details in
            if row.reply == .contactUpdate { details.phones = ["31998765432"] }
        }
        if row.isProven { try talk.prove() } else { try talk.step(.opened(.askedName)) }
        let turn = try talk.write("é isso")
        let names = Set(turn.commands.map(\.name))
        #expect(row.commands.isSubset(of: names), "\(names)")
        #expect(!turn.replies.isEmpty)
        let said = turn.replies.map(\.text).joined(separator: "\n")
        for part in row.says { #expect(said.contains(part), "“\(part)” is missing in “\(said)”") }
        #expect((talk.conversation.keeper == .queue) == row.isHandedOver)
        // Only these grave matters end the collection; none of them goes on about money.
        if [.crisis, .optOut, .legalThreat, .privacyRequest].contains(row.reply) { #expect(!said.contains("R$")) }
        // Before proof, nothing of the debt, whatever is asked.
        if !row.isProven { #expect(!said.contains("R$") && !said.contains("Crediário")) }
        // One question at a time.
        #expect(turn.replies.allSatisfy { $0.text.count { $0 == "?" } <= 1 })
    }

    @Test("a voice note or a sticker is answered with what to do, and a person comes the second time")
    func media() throws {
        for content in [InboundContent.audio, .sticker] {
            var talk = Talk()
            try talk.prove()
            let first = try talk.step(.messages([talk.inbound(content)]))
            #expect(first.replies.count == 1 && talk.conversation.keeper == .bot)
            try talk.step(.messages([talk.inbound(content)]))
            #expect(talk.conversation.keeper == .queue)
        }
    }

    @Test("a picture after proof is a receipt to check, and never a payment")
    func receipt() throws {
        var talk = Talk()
        try talk.prove()
        let message = talk.inbound(.image(caption: nil))
        let turn = try talk.step(.messages([message]))
        #expect(turn.commands.contains(.paidClaimed(receipt: message.id)))
        #expect(turn.replies.first?.text.contains("2 dias úteis") == true)
    }

    @Test("a plain no to an offer asks what would fit, and the second no is let be")
    func declined() throws {
        var talk = Talk()
        talk.script.when("não quero", [.decline])
        try talk.prove()
        #expect(try talk.write("não quero").commands.isEmpty)
        #expect(talk.conversation.stage == .askedAmount)
        try talk.write("não quero")
        #expect(talk.conversation.stage == .resting)
    }

    @Test("life comes before everything that stands beside it in a message")
    func priority() throws {
        for other in Intent.allCases where other != .crisis {
            var talk = Talk()
            talk.script.when("tudo junto", [other, .crisis])
            try talk.prove()
            let turn = try talk.write("tudo junto")
            #expect(turn.commands.contains(.crisis), "\(other)")
            #expect(turn.replies.count == 1)
        }
    }
}
