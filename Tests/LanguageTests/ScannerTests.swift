import Domain
import Testing

@testable import Language

/// The list of words that can open something recognised, against recognisers that are asked about every word.
@Suite("The openings of the recognisers")
struct ScannerTests {
    @Test("Nothing is lost by passing over other words")
    func openings() throws {
        let day = try #require(CalendarDay(iso: "2026-11-23"))
        let vectors = try Shared.file("Vectors/pt-expressions.csv").split(separator: "\n").dropFirst().map {
            fields(ofLine: $0).joined(separator: " ")
        }
        let messages = try ["heldout", "heldout-2"].flatMap(Shared.heldOut).enumerated().filter { $0.offset % 3 == 0 }
        for text in vectors + messages.map(\.element.text) {
            for context in [QuestionContext.none, .askedDate, .askedAmount] {
                let scanner = Scanner(Tokenizer.tokens(of: text), today: day, context: context)
                var asking = scanner
                asking.skipsOthers = false
                #expect(scanner.mentions() == asking.mentions(), "\(text)")
            }
        }
    }
}
