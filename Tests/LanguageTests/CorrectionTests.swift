import Domain
import Language
import Testing

@Suite("Corrections of labels")
struct CorrectionTests {
    private let day = CalendarDay(number: 20_793)  // 2026-12-06

    private func correction(
        _ message: String = "Célia aqui, pago 150 dia 10", id: String = "m1", intents: [Intent] = [.promiseToPay],
        entities: Entities = Entities(), at: Int64 = 1
    ) throws -> LabelCorrection {
        try LabelCorrection(
            id: id, message: message, names: ["Célia Santos"], day: day, context: .askedDate, intents: intents,
            entities: entities, was: [.other], by: "bia", at: Timestamp(seconds: at))
    }

    @Test("a correction is a line that training and evaluation read, without the debtor's name")
    func lines() throws {
        let amount = Entities(amount: Money(cents: 15_000))
        let text = try LabelCorrection.lines([try correction(entities: amount)])
        #expect(
            text
                == #"{"at":1000,"by":"bia","context":"asked_date","day":"2026-12-06","entities":{"amount":15000},"id":"m1","intents":["promise_to_pay"],"text":"Maria aqui, pago 150 dia 10","was":["other"]}"#
                + "\n")
        let read = try LabelCorrection.read(text)
        #expect(read.map(\.labelled.text) == ["Maria aqui, pago 150 dia 10"])
        #expect(try LabelCorrection.lines(read) == text)
    }

    @Test("of several corrections of one message the last stands, whatever their order")
    func last() throws {
        let (early, late) = (try correction(at: 1), try correction(intents: [.accept], at: 2))
        #expect(try LabelCorrection.lines([early, late]) == LabelCorrection.lines([late, early]))
        #expect(try LabelCorrection.read(LabelCorrection.lines([late, early])).map(\.intents) == [[.accept]])
    }

    @Test("labels that no training could use are refused")
    func refused() throws {
        #expect(throws: LabelCorrectionError.noIntent) { try correction(intents: []) }
        #expect(throws: LabelCorrectionError.repeatedIntent) { try correction(intents: [.accept, .accept]) }
        #expect(throws: LabelCorrectionError.standsAlone) { try correction(intents: [.thanks, .accept]) }
        #expect(throws: LabelCorrectionError.emptyText) { try correction(" \n") }
        #expect(throws: LabelCorrectionError.entityWithoutSlot) {
            try correction(intents: [.thanks], entities: Entities(amount: Money(cents: 1)))
        }
        #expect(throws: LabelCorrectionError.line(2)) { try LabelCorrection.read("\n{\"id\":1}\n") }
    }
}

@Suite("A new model is adopted only if it is better")
struct AdoptionTests {
    private let day = CalendarDay(number: 20_793)

    /// An evaluation on messages of which each was read as given.
    private func evaluation(_ readings: [(expected: [Intent], read: [Intent])]) -> Evaluation {
        var evaluation = Evaluation()
        for (index, item) in readings.enumerated() {
            let scored = item.read.map { ScoredIntent($0, confidence: 0.9) }
            evaluation.add(
                LabelledMessage(
                    id: "\(index)", text: "x", day: day, context: .none, intents: item.expected, entities: Entities()),
                Understanding(
                    intents: scored, scores: scored, entities: Entities(), details: Details(), language: .portuguese,
                    isSure: true))
        }
        return evaluation
    }

    @Test("better in one thing and worse in none is adopted; a draw is not")
    func better() {
        let old = evaluation([([.accept], [.accept]), ([.decline], [.accept]), ([.crisis], [.crisis])])
        let new = evaluation([([.accept], [.accept]), ([.decline], [.decline]), ([.crisis], [.crisis])])
        #expect(adopt(new: new, old: old))
        #expect(ModelAdoption(new: new, old: old).reasons == [.better(firstRight: 1, f1: true)])
        #expect(!adopt(new: old, old: new))
        #expect(ModelAdoption(new: old, old: old).reasons == [.notBetter])
    }

    @Test("one cry for help less is not outweighed by anything", arguments: ModelAdoption.protected)
    func protected(_ intent: Intent) {
        let many = (0..<50).map { _ in (expected: [Intent.accept], read: [Intent.decline]) }
        let right = (0..<50).map { _ in (expected: [Intent.accept], read: [Intent.accept]) }
        let old = evaluation(many + [([intent], [intent])])
        let new = evaluation(right + [([intent], [.other])])
        #expect(!adopt(new: new, old: old))
        #expect(ModelAdoption(new: new, old: old).reasons == [.fewerRecalled(intent, new: 0, old: 1)])
    }

    @Test("evaluations on other messages say nothing")
    func otherMessages() {
        let old = evaluation([([.accept], [.decline])])
        let new = evaluation([([.accept], [.accept]), ([.accept], [.accept])])
        #expect(!adopt(new: new, old: old))
        #expect(!adopt(new: Evaluation(), old: Evaluation()))
    }
}
