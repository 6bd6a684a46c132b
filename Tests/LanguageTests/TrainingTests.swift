import Domain
import Testing

@testable import Language
@testable import TrainModel

@Suite("Training")
struct TrainingTests {
    private static let files = [
        "slots.txt": "dia = hoje | amanhã | dia <#1-28>\n", "concepts.txt": "# words\npaid: paguei quitei\n",
        "openings.txt": "oi\n", "endings.txt": "viu\n", "pairs.txt": "already_paid opt_out 2\n",
        "intents/already_paid.txt": "@ctx reminder\n{já|} paguei {isso|tudo|a conta}\nquitei <dia>\n",
        "intents/opt_out.2.txt": "para de mandar mensagem\nnão quero mais {mensagem|contato}\n",
        "intents/crisis.txt": "[crisis,hardship @none x2] não quero mais viver\n",
    ]

    private func model(_ files: [String: String] = Self.files, seed: UInt64 = 5) throws -> UnderstandingModel {
        let settings = Settings(passes: 6, bucketBits: 10, seed: seed)
        return try Training(corpus: try Corpus(files: files), settings: settings).model(calibration: [])
    }

    @Test("The same data and settings give the same model, byte for byte")
    func determinism() throws {
        #expect(try model().encoded() == model().encoded())
        #expect(try model().encoded() != model(seed: 6).encoded())
    }

    @Test("A tiny model has learned what it was shown")
    func learning() throws {
        let reader = Reader(model: try model())
        let day = try #require(CalendarDay(iso: "2026-11-23"))
        #expect(reader.read("já paguei tudo", on: day, context: .reminder).first == .alreadyPaid)
        #expect(reader.read("para de mandar mensagem", on: day, context: .reminder).first == .optOut)
    }

    @Test("A file's label is its name up to the first dot")
    func labels() throws {
        let corpus = try Corpus(files: Self.files)
        #expect(corpus.lines.count { $0.intents == [.optOut] } == 2)
        #expect(corpus.lines.count { $0.intents == [.crisis, .hardship] && $0.weight == 2 } == 1)
    }

    @Test(
        "What is wrong in a training file is said, with its place",
        arguments: [
            ("intents/already_paid.txt", "{paguei"), ("intents/already_paid.txt", "paguei}"),
            ("intents/no_such_intent.txt", "oi"), ("intents/abuse.txt", "@nothing"), ("pairs.txt", "already_paid 3"),
        ])
    func mistakes(_ name: String, _ text: String) throws {
        var files = Self.files
        files[name] = text + "\n"
        #expect(throws: TrainingError.self) { try Corpus(files: files) }
    }

    @Test("A slot that nobody defined is an error, not a word")
    func unknownSlot() throws {
        var files = Self.files
        files["intents/thanks.txt"] = "valeu <ninguem>\n"
        #expect(throws: TrainingError.self) { try model(files) }
    }

    @Test("Every pattern of the real training data can be drawn, and none is a held-out message")
    func realData() throws {
        var files: [String: String] = [:]
        for name in ["slots.txt", "concepts.txt", "openings.txt", "endings.txt", "pairs.txt"] {
            files[name] = try Shared.file("../../Training/" + name)
        }
        for intent in Intent.allCases {
            files["intents/\(intent.rawValue).txt"] = try Shared.file("../../Training/intents/\(intent.rawValue).txt")
        }
        let corpus = try Corpus(files: files)
        var random = SplitMix64(seed: 3)
        let heldOut = Set(
            try Shared.heldOut().map { $0.text.lowercased() }.filter { $0.split(separator: " ").count > 4 })
        var drawn: Set<Intent> = []
        for line in corpus.lines {
            for _ in 0..<3 {
                let text = try corpus.grammar.draw(line.pattern, &random).singleSpaced
                #expect(!heldOut.contains(text.lowercased()), "\(text)")
            }
            drawn.formUnion(line.intents)
        }
        #expect(drawn.count == Intent.allCases.count)
    }
}
