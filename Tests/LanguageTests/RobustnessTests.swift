import Domain
import Testing

@testable import Language

@Suite("Any text at all")
struct RobustnessTests {
    @Test("Arbitrary Unicode is read without failing, and always as something")
    func arbitraryUnicode() throws {
        var draws = Draws(seed: 7)
        let day = try #require(CalendarDay(iso: "2026-02-28"))
        let reader = try Shared.reader.get()
        for round in 0..<3000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<draws.next(below: 60) {
                let ceiling = [0x80, 0x250, 0x3000, 0x1_0000, 0x11_0000][draws.next(below: 5)]
                if let scalar = Unicode.Scalar(UInt32(draws.next(below: ceiling))) { scalars.append(scalar) }
            }
            let context = QuestionContext.allCases[round % QuestionContext.allCases.count]
            let read = reader.read(String(scalars), on: day, context: context)
            #expect(!read.intents.isEmpty)
            #expect(read.scores.count == Intent.allCases.count)
            #expect(read.intents.allSatisfy { (0...1).contains($0.confidence) })
        }
    }

    @Test("Cut, doubled and shuffled messages are read without failing")
    func mangledMessages() throws {
        var draws = Draws(seed: 11)
        let messages = try Shared.heldOut()
        let reader = try Shared.reader.get()
        for _ in 0..<2000 {
            let message = messages[draws.next(below: messages.count)]
            let other = messages[draws.next(below: messages.count)]
            let cut = String(message.text.prefix(draws.next(below: message.text.count + 1)))
            let read = reader.read(cut + String(other.text.reversed()) + cut, on: message.day, context: other.context)
            #expect(!read.intents.isEmpty)
        }
    }

    @Test(
        "A message of 100 kB takes a bounded time",
        arguments: ["a", "1", "1.", "dia 10 ", "não ", "🙏", "r$ 5,0 ", "\"", "e mas , ", "@.", "\u{301}"])
    func longMessages(_ part: String) throws {
        let text = String(repeating: part, count: 100_000 / part.utf8.count)
        let clock = ContinuousClock()
        let reader = try Shared.reader.get()
        let day = try #require(CalendarDay(iso: "2026-11-23"))
        let took = clock.measure { _ = reader.read(text, on: day, context: .offer) }
        // Debug builds on a busy machine; a message that is not cut short would take minutes.
        #expect(took < .seconds(20))
    }

    @Test("The same message gives the same reading")
    func sameReading() throws {
        for message in try Shared.heldOut().prefix(60) {
            let once = try Shared.read(message.text, context: message.context)
            let twice = try Shared.read(message.text, context: message.context)
            #expect(once.scores == twice.scores)
            #expect(once.entities == twice.entities)
        }
    }

    @Test("A model file that is cut short or is none is refused")
    func damagedModels() throws {
        let bytes = try Shared.reader.get().model.encoded()
        for length in [0, 7, 8, 12, 400, bytes.count - 1] {
            #expect(throws: ModelError.self) {
                try bytes.prefix(length).withUnsafeBytes { _ = try UnderstandingModel(bytes: $0) }
            }
        }
        let again = try bytes.withUnsafeBytes { try UnderstandingModel(bytes: $0) }
        #expect(again.encoded() == bytes)
    }
}
