import Domain
import Testing

@testable import Language

/// The model in the program on `Training/heldout.jsonl`, which no pattern of the training data made. The floors stand a
/// little below what was measured, so that a worse model fails.
@Suite("Messages that were never trained on")
struct HeldOutTests {
    static let evaluation = Result { Evaluation(of: try Shared.reader.get(), on: try Shared.heldOut()) }

    @Test("The set is large enough and knows every intent")
    func size() throws {
        let messages = try Shared.heldOut()
        #expect(messages.count >= 400)
        #expect(Set(messages.flatMap(\.intents)).count == Intent.allCases.count)
        #expect(Set(messages.map(\.text)).count > messages.count - 5)
    }

    @Test("First intents, all intents and entities are as good as measured")
    func totals() throws {
        let evaluation = try Self.evaluation.get()
        #expect(evaluation.firstAccuracy >= 0.95)
        #expect(evaluation.microF1 >= 0.95)
        #expect(evaluation.entityAccuracy >= 0.97)
    }

    @Test(
        "What must not be missed is not missed",
        arguments: [(Intent.crisis, 0.99), (.optOut, 0.95), (.wrongPerson, 0.95), (.dispute, 0.95)])
    func recalls(_ intent: Intent, _ floor: Double) throws {
        #expect(try Self.evaluation.get().recall(intent) >= floor)
    }

    @Test("What it calls sure is right more often than the rest")
    func sureness() throws {
        let evaluation = try Self.evaluation.get()
        let sure = Double(evaluation.sureAndRight) / Double(max(1, evaluation.sure))
        #expect(sure >= evaluation.firstAccuracy)
        #expect(evaluation.sure * 10 > evaluation.count * 7)
    }
}
