import Dialogue
import Domain
import Language
import Negotiation
import Testing

@Suite("Nothing of a debt is said before identity is proved")
struct IdentityTests {
    @Test(
        "name and the first three digits of the CPF prove",
        arguments: [
            ["sou eu", "529"], ["sou eu, cpf 529"], ["529"], ["sou a Ana, meu cpf é 529.982.247-25"],
            ["sou eu", "5 2 9"],
            ["sou eu", "cinco dois nove"], ["sou eu", "final 4725"], ["sou eu", "52998224725"],
        ])
    func proves(texts: [String]) throws {
        var talk = Talk()
        talk.script.when("sou eu", [.accept])
        talk.script.when("sou eu, cpf 529", [.accept])
        try talk.step(.opened(.askedName))
        for text in texts { try talk.write(text) }
        #expect(talk.conversation.evidence != nil)
        #expect(talk.commands.contains { if case .identityProved = $0 { true } else { false } })
    }

    @Test(
        "wrong, short, or many digits do not",
        arguments: [
            "123", "52", "9", "528", "982", "725", "529 530 531 532", "52998224726", "529982247251", "",
        ])
    func doesNotProve(text: String) throws {
        var talk = Talk()
        talk.script.when("sou eu", [.accept])
        try talk.step(.opened(.askedName))
        try talk.write("sou eu")
        try talk.write(text)
        #expect(talk.conversation.evidence == nil)
    }

    @Test("three wrong tries within a day, and a person takes over; the right digits are then not taken any more")
    func threeTries() throws {
        var talk = Talk()
        talk.script.when("sou eu", [.accept])
        try talk.step(.opened(.askedName))
        try talk.write("sou eu")
        for wrong in ["111", "222", "333"] { try talk.write(wrong) }
        #expect(talk.conversation.keeper == .queue)
        let remaining = talk.commands.compactMap { if case .identityFailed(let left) = $0 { left } else { nil } }
        #expect(remaining == [2, 1, 0])
        try talk.write("529")
        #expect(talk.conversation.evidence == nil)
        try talk.step(.handedBack(by: nil))
        try talk.step(.opened(.askedName))
        try talk.write("sou eu", "529")
        #expect(talk.conversation.evidence == nil)
        talk.now = talk.now.adding(hours: 25)
        try talk.step(.handedBack(by: nil))
        try talk.step(.opened(.askedName))
        try talk.write("sou eu")
        try talk.write("529")
        #expect(talk.conversation.evidence != nil)
    }

    @Test("who said to be somebody else must say the name outright")
    func somebodyElse() throws {
        var talk = Talk()
        talk.script.when("sou a mãe dela", [.thirdPartyPayer])
        talk.script.when("agora é a ana", [.accept])
        try talk.step(.opened(.askedName))
        try talk.write("sou a mãe dela")
        try talk.write("529")
        #expect(talk.conversation.evidence == nil)
        try talk.write("agora é a ana")
        try talk.write("529")
        #expect(talk.conversation.evidence != nil)
    }

    @Test("proof counts for ninety days of silence, on its own contact point and for its own debtor")
    func expiry() throws {
        var talk = Talk()
        try talk.prove()
        let file = try Fixture.facts(at: talk.now).file
        let evidence = try #require(talk.conversation.evidence)
        let soon = evidence.lastHeardAt.adding(days: 90)
        #expect(
            IdentityProof.renew(evidence, debtor: file.debtor, contactPoint: Fixture.contactPoint, now: soon) != nil)
        let late = soon.adding(seconds: 1)
        #expect(
            IdentityProof.renew(evidence, debtor: file.debtor, contactPoint: Fixture.contactPoint, now: late) == nil)
        let elsewhere = ContactPointID(8)
        #expect(IdentityProof.renew(evidence, debtor: file.debtor, contactPoint: elsewhere, now: soon) == nil)
        let other = DebtorID(2)
        #expect(IdentityProof.renew(evidence, debtor: other, contactPoint: Fixture.contactPoint, now: soon) == nil)
        talk.now = late.adding(days: 1)
        talk.script.when("quanto devo?", [.debtInquiry])
        let turn = try talk.write("quanto devo?")
        #expect(turn.replies.allSatisfy { !$0.text.contains("R$") })
    }

    @Test("the birthday proves too, where it is known")
    func birthday() throws {
        var content = Fixture.Case()
        content.birthDate = CalendarDay(iso: "1985-03-12")
        var talk = Talk(content)
        talk.script.when("sou eu", [.accept])
        talk.script.when("não quero passar cpf", [.decline])
        talk.script.when("12/03", [.other]) { $0.dayAndMonths = [DayAndMonth(day: 12, month: 3)] }
        try talk.step(.opened(.askedName))
        try talk.write("sou eu")
        try talk.write("não quero passar cpf")
        #expect(talk.conversation.stage == .askedDatum(.birthday))
        try talk.write("12/03")
        #expect(talk.conversation.evidence?.data == [.name, .birthday])
    }

    @Test("a bare no to the name is another person; the number goes, and nothing more is said")
    func bareNo() throws {
        var talk = Talk()
        talk.script.when("não", [.decline])
        try talk.step(.opened(.askedName))
        try talk.write("não")
        #expect(talk.commands.contains(.wrongPerson))
        let count = talk.said.count
        try talk.write("quem é?")
        #expect(talk.said.count == count)
    }

    @Test("what was wanted before proof is answered after it")
    func heldMatter() throws {
        var talk = Talk()
        talk.script.when("sou eu", [.accept])
        talk.script.when("dá pra parcelar em 3x?", [.installmentRequest], entities: Entities(installments: 3))
        try talk.step(.opened(.askedName))
        try talk.write("dá pra parcelar em 3x?")
        try talk.write("529")
        guard case .confirming(let terms) = talk.conversation.stage else {
            Issue.record("stage is \(talk.conversation.stage)")
            return
        }
        #expect(terms.installments.count == 3)
    }
}
