import Domain
import Testing

@testable import Language

/// The model in the program on messages that no pattern of the training data made. The floors stand a little below what
/// was measured (`Training/README.md`), so that a worse model fails.
@Suite("Messages that were never trained on")
struct HeldOutTests {
    /// A set, how much of it is read here (all of them take too long in a debug build), and its floors.
    struct Floors: Sendable, CustomStringConvertible {
        let name: String
        let every: Int
        let first: Double
        let microF1: Double
        let entities: Double
        let recalls: [Intent: Double]

        var description: String { name }
    }

    /// The fourth set's messages were seen by nobody while the data were widened: it is the honest one.
    static let sets = [
        Floors(
            name: "heldout", every: 1, first: 0.95, microF1: 0.95, entities: 0.97,
            recalls: [.crisis: 0.99, .optOut: 0.95, .wrongPerson: 0.95, .dispute: 0.95]),
        Floors(
            name: "heldout-2", every: 3, first: 0.95, microF1: 0.96, entities: 0.97,
            recalls: [.crisis: 0.99, .optOut: 0.98, .wrongPerson: 0.97, .dispute: 0.94]),
        Floors(
            name: "heldout-3", every: 2, first: 0.94, microF1: 0.95, entities: 0.96,
            recalls: [.crisis: 0.75, .optOut: 0.98, .wrongPerson: 0.97, .dispute: 0.95]),
        Floors(
            name: "heldout-4", every: 1, first: 0.95, microF1: 0.96, entities: 0.97,
            recalls: [.crisis: 0.99, .optOut: 0.98, .wrongPerson: 0.97, .dispute: 0.97]),
    ]

    @Test(
        "The sets are large enough and know every intent",
        arguments: [("heldout", 370), ("heldout-2", 890), ("heldout-3", 390), ("heldout-4", 490)])
    func size(_ name: String, _ least: Int) throws {
        let messages = try Shared.heldOut(name)
        #expect(messages.count >= least)
        #expect(Set(messages.flatMap(\.intents)).count == Intent.allCases.count)
        #expect(Set(messages.map(\.text)).count > messages.count - 5)
    }

    @Test("First intents, all intents, entities and what must not be missed are as good as measured", arguments: sets)
    func floors(_ set: Floors) throws {
        let messages = try Shared.heldOut(set.name).enumerated().filter { $0.offset % set.every == 0 }
        let evaluation = Evaluation(of: try Shared.reader.get(), on: messages.map(\.element))
        #expect(evaluation.firstAccuracy >= set.first)
        #expect(evaluation.microF1 >= set.microF1)
        #expect(evaluation.entityAccuracy >= set.entities)
        for (intent, floor) in set.recalls {
            #expect(evaluation.recall(intent) >= floor, "\(intent)")
        }
        // What it calls sure is right more often than the rest.
        let sure = Double(evaluation.sureAndRight) / Double(max(1, evaluation.sure))
        #expect(sure >= evaluation.firstAccuracy)
        #expect(evaluation.sure * 10 > evaluation.count * 7)
        #expect(evaluation.reliability.reduce(0) { $0 + $1.count } == evaluation.count)
    }
}
