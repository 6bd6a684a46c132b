import Foundation
import Language

/// `train-model [--training FOLDER] [--output FILE] [--evaluate FILE]…`: draws sentences from the training data, fits the
/// model, writes it, and says how it reads the files given; `--model FILE` evaluates a model that exists instead.
///
/// `--adopt-over FILE` holds the model against the one in that file on the held-out messages of the folder, says whether it
/// is better, and if it is not, writes nothing and exits with 1.
struct Arguments {
    var training = "Training"
    var output = "Sources/CUnderstandingModel/understanding.model"
    var evaluate: [String] = []
    var passes = 7
    var rate: Float = 0.35
    var drop = 100
    var bits = 18
    var decay: Float = 0
    var pairPermille = 300
    var showsMistakes = false
    var model: String?
    var seed: UInt64 = 20_261_123
    var benches = false
    var carefulDraws = 1
    var adoptOver: String?

    init(_ words: [String]) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            func value() throws -> String {
                guard let value = rest.popFirst() else { throw TrainingError(description: "\(word) needs a value") }
                return value
            }
            switch word {
            case "--training": training = try value()
            case "--output": output = try value()
            case "--evaluate": evaluate.append(try value())
            case "--passes": passes = Int(try value()) ?? passes
            case "--rate": rate = Float(try value()) ?? rate
            case "--drop": drop = Int(try value()) ?? drop
            case "--bits": bits = Int(try value()) ?? bits
            case "--decay": decay = Float(try value()) ?? decay
            case "--pairs": pairPermille = Int(try value()) ?? pairPermille
            case "--mistakes": showsMistakes = true
            case "--model": model = try value()
            case "--seed": seed = UInt64(try value()) ?? seed
            case "--bench": benches = true
            case "--careful": carefulDraws = Int(try value()) ?? carefulDraws
            case "--adopt-over": adoptOver = try value()
            default: throw TrainingError(description: "unknown argument \(word)")
            }
        }
    }
}

func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw TrainingError(description: "cannot read \(path)")
    }
    return String(decoding: data, as: UTF8.self)
}

func trainingFiles(_ folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in ["slots.txt", "concepts.txt", "openings.txt", "endings.txt", "pairs.txt"] {
        files[name] = try text(folder + "/" + name)
    }
    let intents = try FileManager.default.contentsOfDirectory(atPath: folder + "/intents").sorted()
    for name in intents where name.hasSuffix(".txt") {
        files["intents/" + name] = try text(folder + "/intents/" + name)
    }
    return files
}

func labelled(_ path: String) throws -> [LabelledMessage] {
    let decoder = JSONDecoder()
    return try text(path).split(separator: "\n").map { try decoder.decode(LabelledMessage.self, from: Data($0.utf8)) }
}

/// All messages on which models are judged, file by file.
func heldOut(_ folder: String) throws -> [LabelledMessage] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { $0.hasPrefix("heldout") && $0.hasSuffix(".jsonl") }
        .flatMap { try labelled(folder + "/" + $0) }
}

func run(_ arguments: Arguments) throws {
    // Read before anything is written: it may be the same file.
    let old = try arguments.adoptOver.map(read)
    let model = try arguments.model.map(read) ?? train(arguments)
    let reader = Reader(model: model)
    for path in arguments.evaluate {
        report(Evaluation(of: reader, on: try labelled(path)), path, arguments.showsMistakes)
    }
    if arguments.benches { bench(reader, try arguments.evaluate.flatMap(labelled)) }
    if let old {
        let messages = try heldOut(arguments.training)
        let adoption = ModelAdoption(
            new: Evaluation(of: reader, on: messages), old: Evaluation(of: Reader(model: old), on: messages))
        say("\(adoption.isAdopted ? "adopted" : "not adopted"), on \(messages.count) held-out messages:")
        for reason in adoption.reasons { say("  " + reason.description) }
        guard adoption.isAdopted else { exit(1) }
    }
    if arguments.model == nil {
        try Data(model.encoded()).write(to: URL(fileURLWithPath: arguments.output))
    }
}

func read(_ path: String) throws -> UnderstandingModel {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw TrainingError(description: "cannot read \(path)")
    }
    return try data.withUnsafeBytes { try UnderstandingModel(bytes: $0) }
}

func train(_ arguments: Arguments) throws -> UnderstandingModel {
    var corpus = try Corpus(files: try trainingFiles(arguments.training))
    say("\(corpus.lines.count) lines")
    let corrections = arguments.training + "/corrections.jsonl"
    if FileManager.default.fileExists(atPath: corrections) {
        let all = try LabelCorrection.read(try text(corrections))
        let learned = corpus.add(all, except: try heldOut(arguments.training))
        say("\(learned) of \(all.count) corrections; the rest are held-out messages")
    }
    for contradiction in corpus.contradictions(limit: 2000) { say("two meanings: \(contradiction)") }
    let settings = Settings(
        passes: arguments.passes, rate: arguments.rate, dropPermille: arguments.drop, decay: arguments.decay,
        bucketBits: arguments.bits, pairPermille: arguments.pairPermille, carefulDraws: arguments.carefulDraws,
        seed: arguments.seed)
    let calibration = FileManager.default.fileExists(atPath: arguments.training + "/calibration.jsonl")
    let model = try Training(corpus: corpus, settings: settings).model(
        calibration: calibration ? try labelled(arguments.training + "/calibration.jsonl") : [])
    return model
}

/// How many messages one core reads in a second of its own time, one after another.
func bench(_ reader: Reader, _ messages: [LabelledMessage]) {
    guard !messages.isEmpty else { return }
    var count = 0
    var intents = 0
    let start = clock()
    while clock() - start < 2 * CLOCKS_PER_SEC {
        for message in messages {
            intents += reader.read(message.text, on: message.day, context: message.context).intents.count
            count += 1
        }
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    say("\(Int(Double(count) / seconds)) messages/s (\(intents) intents)")
}

func report(_ evaluation: Evaluation, _ path: String, _ showsMistakes: Bool) {
    func percent(_ value: Double) -> String { String(format: "%.1f", value * 100) }
    say("== \(path): \(evaluation.count) messages")
    let totals = [
        "first \(percent(evaluation.firstAccuracy))", "F1 \(percent(evaluation.microF1))",
        "sets \(percent(evaluation.setAccuracy))", "entities \(percent(evaluation.entityAccuracy))",
        "sure \(evaluation.sure) of which right \(evaluation.sureAndRight)",
    ]
    say(totals.joined(separator: "  "))
    let watched: [Intent] = [.crisis, .optOut, .wrongPerson, .dispute]
    say(watched.map { "\($0.rawValue) \(percent(evaluation.recall($0)))" }.joined(separator: "  "))
    let bins = evaluation.reliability.enumerated().filter { $1.count > 0 }.map { index, bin in
        "\(index * 10)–\(index * 10 + 10) %: \(percent(Double(bin.right) / Double(bin.count))) of \(bin.count)"
    }
    say("confidence of the first, and how many were right: " + bins.joined(separator: "; "))
    guard showsMistakes else { return }
    for mistake in evaluation.mistakes {
        let message = mistake.message
        func list(_ intents: some Sequence<ScoredIntent>) -> String {
            intents.map { "\($0.intent.rawValue) \(percent($0.confidence))" }.joined(separator: ",")
        }
        say("\(message.id) [\(message.context.rawValue)] \(message.text)")
        say("     want \(message.intents.map(\.rawValue).joined(separator: ",")) \(message.entities)")
        say(
            "     read \(list(mistake.read.intents)) \(mistake.read.entities)  (\(list(mistake.read.scores.prefix(3))))"
        )
    }
}

do {
    try run(try Arguments(Array(CommandLine.arguments.dropFirst())))
} catch {
    say("train-model: \(error)")
    exit(1)
}
