import Dialogue
import Domain
import Foundation
import Language
import Testing
import Wording

/// Whole conversations with simulated debtors, understood by the real model. All ten thousand with QUITA_ALL=1.
@Suite("Simulated conversations come to an end that has a name")
struct ConversationSimulationTests {
    static let count: UInt64 = ProcessInfo.processInfo.environment["QUITA_ALL"] == "1" ? 10_000 : 1_200
    /// A conversation that the debtor's own patience has not ended by then goes round in circles.
    static let turnsMax = 30

    struct Result {
        var commands: [Command] = []
        var said: [String] = []
        var saidBeforeAgreement: Int?
        var turns = 0
        var isOpen = true
    }

    @Test("each ends, none says a text twice in a row, an agreement takes eight messages or fewer at the median")
    func conversations() throws {
        let listener = Listener(try Reader.embedded())
        var counts: [Int] = []
        var outcomes: [String: Int] = [:]
        for seed in 0..<ConversationSimulationTests.count {
            var debtor = SimulatedDebtor(seed: seed)
            let temper = debtor.temper
            let result = try run(&debtor, listener)
            #expect(result.turns < ConversationSimulationTests.turnsMax, "seed \(seed) (\(temper)) does not end")
            for (one, two) in zip(result.said, result.said.dropFirst()) {
                #expect(one != two, "seed \(seed) (\(temper)): “\(one)” twice in a row")
            }
            // The same words over and over are a loop, even with others between.
            let most = Dictionary(grouping: result.said, by: \.self).values.map(\.count).max() ?? 0
            #expect(most <= 5, "seed \(seed) (\(temper)) says the same \(most) times")
            outcomes[ConversationOutcome(result.commands).rawValue, default: 0] += 1
            if let count = result.saidBeforeAgreement { counts.append(count) }
        }
        let median = counts.sorted()[counts.count / 2]
        print(
            "simulated: \(ConversationSimulationTests.count), agreements \(counts.count), median \(median) messages;",
            outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        #expect(median <= 8)
        #expect(counts.count > Int(ConversationSimulationTests.count) / 4)
        // Each kind of end is reached.
        #expect(outcomes.count >= 8)
    }

    private func run(_ debtor: inout SimulatedDebtor, _ listener: Listener) throws -> Result {
        var result = Result()
        var conversation = Conversation()
        var now = Fixture.start
        let facts = try Fixture.facts(at: Fixture.start)
        var id: Int64 = 0
        func step(_ input: ConversationInput) {
            let turn = conversation.step(input, facts: facts, now: now, listener: listener)
            conversation = turn.next
            now = now.adding(seconds: 20)
            result.commands += turn.commands
            result.said += turn.replies.map(\.text)
            for case .chargeRequested(let amount, let due, let number) in turn.commands {
                id += 1
                step(
                    .chargeReady(
                        ChargeFacts(
                            charge: ChargeID(id), amount: amount, pixCode: "000201PIX\(id)", qrCode: nil, due: due,
                            beneficiaryName: "Aurora", beneficiaryDocument: nil, paymentNumber: number)))
                if conversation.agreed != nil, result.saidBeforeAgreement == nil {
                    result.saidBeforeAgreement = result.said.count
                }
            }
        }
        result.said.append(Greeting.text(name: facts.file.firstName, creditor: "Loja Aurora", facts: facts))
        step(.opened(.askedName))
        while result.turns < ConversationSimulationTests.turnsMax, let text = debtor.reply(to: conversation) {
            result.turns += 1
            id += 1
            step(.messages([InboundMessage(id: MessageID(id), content: .text(text))]))
        }
        return result
    }
}
