import Domain
import Testing

@testable import Language

@Suite("What the reply must answer first")
struct OrderingTests {
    static let cases: [([Intent], [Intent])] = [
        ([.hardship, .crisis], [.crisis, .hardship]),
        ([.optOut, .wrongPerson], [.wrongPerson, .optOut]),
        ([.thirdPartyPayer, .deceased], [.deceased, .thirdPartyPayer]),
        ([.legalThreat, .dispute], [.dispute, .legalThreat]),
        ([.optOut, .alreadyPaid], [.alreadyPaid, .optOut]),
        ([.alreadyPaid, .paymentStatus], [.paymentStatus, .alreadyPaid]),
        ([.hardship, .discountRequest], [.discountRequest, .hardship]),
        ([.promiseToPay, .accept], [.accept, .promiseToPay]),
        ([.promiseToPay, .paymentRequest], [.paymentRequest, .promiseToPay]),
        ([.humanAgent, .callbackLater], [.callbackLater, .humanAgent]),
        ([.creditBureau, .alreadyPaid], [.creditBureau, .alreadyPaid]),
        ([.greeting, .debtInquiry], [.debtInquiry]),
        ([.abuse, .optOut], [.optOut]),
        ([.thanks, .other], [.thanks, .other]),
    ]

    @Test("The rules of the label set hold", arguments: cases)
    func rules(_ given: [Intent], _ expected: [Intent]) {
        #expect(Ordering.ordered(given, tokens: [], position: { _ in 0 }) == expected)
        #expect(Ordering.ordered(given.reversed(), tokens: [], position: { _ in 0 }) == expected)
    }

    @Test("Between equals, what is said first leads")
    func position() {
        let places: [Intent: Double] = [.debtInquiry: 0.6, .paymentRequest: 0.1]
        #expect(
            Ordering.ordered([.debtInquiry, .paymentRequest], tokens: []) { places[$0] ?? 0 }
                == [.paymentRequest, .debtInquiry])
    }

    @Test("Legal action under way leads over the dispute; one that is announced does not")
    func legalAction() {
        let underWay = Tokenizer.tokens(of: "já abri reclamação no procon, não devo isso")
        let announced = Tokenizer.tokens(of: "não devo isso, vou no procon")
        #expect(Ordering.ordered([.dispute, .legalThreat], tokens: underWay) { _ in 0 } == [.legalThreat, .dispute])
        #expect(Ordering.ordered([.dispute, .legalThreat], tokens: announced) { _ in 0 } == [.dispute, .legalThreat])
    }

    @Test(
        "Whole messages with two meanings come out in order",
        arguments: [
            ("número errado, me tira daí", [Intent.wrongPerson, .optOut]),
            ("nunca comprei aí, vou processar vocês", [.dispute, .legalThreat]),
            ("perdi tudo, não quero mais viver", [.crisis, .hardship]),
            ("fiz o pix ontem, já caiu?", [.paymentStatus, .alreadyPaid]),
        ])
    func messages(_ text: String, _ intents: [Intent]) throws {
        #expect(try Shared.read(text).intents.map(\.intent) == intents)
    }

    @Test(
        "The last question decides what a short answer means",
        arguments: [
            ("sim", QuestionContext.offer, Intent.accept), ("não", .offer, .decline),
            ("não", .askedIdentity, .wrongPerson),
            ("20", .askedDate, .promiseToPay), ("200", .askedAmount, .counterOffer), ("a segunda", .offer, .accept),
            ("segunda", .askedDate, .promiseToPay),
        ])
    func context(_ text: String, _ context: QuestionContext, _ intent: Intent) throws {
        #expect(try Shared.read(text, context: context).first == intent)
    }

    @Test(
        "Spanish and English are recognised and understood in the main",
        arguments: [
            ("no quiero recibir más mensajes", MessageLanguage.spanish, Intent.optOut),
            ("ya pagué la semana pasada", .spanish, .alreadyPaid),
            ("wrong number", .english, .wrongPerson), ("how much do i owe?", .english, .debtInquiry),
            ("quanto eu devo?", .portuguese, .debtInquiry),
        ])
    func languages(_ text: String, _ language: MessageLanguage, _ intent: Intent) throws {
        let read = try Shared.read(text)
        #expect(read.language == language)
        #expect(read.first == intent)
    }
}
