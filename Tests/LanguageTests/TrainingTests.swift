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

    /// All that `make model` reads.
    private static let real = Result {
        var files: [String: String] = [:]
        for name in ["slots.txt", "concepts.txt", "openings.txt", "endings.txt", "pairs.txt"] {
            files[name] = try Shared.file("../../Training/" + name)
        }
        for name in try Shared.names(in: "../../Training/intents") where name.hasSuffix(".txt") {
            files["intents/" + name] = try Shared.file("../../Training/intents/" + name)
        }
        return try Corpus(files: files)
    }

    @Test("Every pattern of the real training data can be drawn, and none is a held-out message")
    func realData() throws {
        let corpus = try Self.real.get()
        var random = SplitMix64(seed: 3)
        let messages = try ["heldout", "heldout-2", "heldout-3", "heldout-4"].flatMap(Shared.heldOut)
        let heldOut = Set(messages.map { $0.text.lowercased() }.filter { $0.split(separator: " ").count > 4 })
        var drawn: Set<Intent> = []
        for line in corpus.lines {
            let text = try corpus.grammar.draw(line.pattern, &random).singleSpaced
            #expect(!heldOut.contains(text.lowercased()), "\(text)")
            drawn.formUnion(line.intents)
        }
        #expect(drawn.count == Intent.allCases.count)
    }

    @Test("No sentence of the real training data has two meanings after the same question")
    func contradictions() throws {
        #expect(try Self.real.get().contradictions(limit: 60) == [])
    }

    @Test("A sentence under two labels is found, unless each label names its question")
    func findsContradictions() throws {
        var files = Self.files
        files["intents/thanks.txt"] = "{já|agora} paguei tudo!\n[thanks @offer] nada\n"
        files["intents/decline.txt"] = "[decline @asked_identity] nada\n"
        let found = try Corpus(files: files).contradictions(limit: 60)
        #expect(found.map(\.sentence) == ["já paguei tudo"])
        #expect(found.first?.labels == [[.alreadyPaid], [.thanks]])
        files["intents/decline.txt"] = "[decline @offer] nada\n"
        #expect(try Corpus(files: files).contradictions(limit: 60).count == 2)
    }

    private func correction(
        _ text: String, _ intents: [Intent], _ context: QuestionContext
    ) throws -> LabelCorrection {
        try LabelCorrection(
            id: text, message: text, names: [], day: CalendarDay(number: 20_793), context: context, intents: intents,
            entities: Entities(), was: [.other], by: "bia", at: Timestamp(seconds: 1))
    }

    @Test("Corrections are learned as they are written, signs of patterns included")
    func learnsCorrections() throws {
        var corpus = try Corpus(files: Self.files)
        let lines = corpus.lines.count
        let text = "quero {sossego} <tudo> desligado aqui"
        #expect(corpus.add([try correction(text, [.humanAgent], .offer)], except: []) == 1)
        let line = try #require(corpus.lines.last)
        #expect(corpus.lines.count == lines + 1)
        #expect(line.contexts == [.offer] && line.weight > 1 && line.language == nil && !line.isContextBound)
        var random = SplitMix64(seed: 1)
        #expect(try corpus.grammar.draw(line.pattern, &random) == text)
        let model = try Training(corpus: corpus, settings: Settings(passes: 6, bucketBits: 10, seed: 5))
            .model(calibration: [])
        let day = try #require(CalendarDay(iso: "2026-11-23"))
        #expect(Reader(model: model).read(text, on: day, context: .offer).first == .humanAgent)
        #expect(Reader(model: try self.model()).read(text, on: day, context: .offer).first != .humanAgent)
    }

    @Test("A short correction is bound to the question it answered")
    func shortCorrections() throws {
        var corpus = try Corpus(files: Self.files)
        _ = corpus.add([try correction("a do meio", [.accept], .offer)], except: [])
        #expect(corpus.lines.last?.isContextBound == true)
    }

    @Test("A message on which models are judged is not learned from")
    func leavesJudgesAlone() throws {
        var corpus = try Corpus(files: Self.files)
        let judge = LabelledMessage(
            id: "h1", text: "Me ESQUEÇAM já", day: CalendarDay(number: 20_793), context: .none, intents: [.optOut],
            entities: Entities())
        let corrections = [
            try correction("me esqueçam já", [.optOut], .none), try correction("não me escrevam", [.optOut], .none),
        ]
        #expect(corpus.add(corrections, except: [judge]) == 1)
    }
}
