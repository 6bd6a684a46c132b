import Domain
import Testing

@testable import Payments

/// Noise as OCR makes it, at random, seeded.
struct ReceiptNoise {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let confusions: [Character: [Character]] = [
        "0": ["O", "o"], "1": ["l", "I", "|"], "5": ["S"], "8": ["B"], "2": ["Z"], "O": ["0"], "l": ["1", "I"],
        "ã": ["a"],
        "ç": ["c"], "é": ["e", "ê"], "$": ["S", "§"], "m": ["n"],
    ]

    /// - Parameter permille: how many characters of a thousand are hit.
    mutating func applied(to text: String, permille: Int) -> String {
        var result = ""
        for character in text {
            guard Int.random(in: 0..<1000, using: &random) < permille else {
                result.append(character)
                continue
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<6: result.append(ReceiptNoise.confusions[character]?.randomElement(using: &random) ?? character)
            case 6: if !character.isLetter { result.append(character) }
            case 7: result += String(character) + " "
            case 8: result += character == " " ? "\n" : String(character)
            default: result += character == "\n" ? "\n\n" : String(character)
            }
        }
        return result
    }
}

@Suite("Receipts under noise")
struct ReceiptNoiseTests {
    private let today = ReceiptReadingTests.today

    @Test("with three characters of a thousand damaged, amount and day are still read nearly always")
    func lightNoise() {
        var noise = ReceiptNoise(seed: 20_261_205)
        var (amounts, days, ids, idCount, count) = (0, 0, 0, 0, 0)
        for sample in ReceiptSample.all {
            for _ in 0..<20 {
                let reading = ReceiptReading(text: noise.applied(to: sample.text, permille: 3), on: today)
                count += 1
                if reading.amount?.value.cents == sample.cents { amounts += 1 }
                if reading.paidOn?.value.iso == sample.day { days += 1 }
                guard let id = sample.id else { continue }
                idCount += 1
                if reading.endToEndID?.value.looksLike(id) == true { ids += 1 }
            }
        }
        #expect(amounts * 100 >= count * 97, "\(amounts) of \(count)")
        #expect(days * 100 >= count * 97, "\(days) of \(count)")
        #expect(ids * 100 >= idCount * 90, "\(ids) of \(idCount)")
    }

    @Test("however damaged, a value that is called certain is right, and a scheduled payment is never called done")
    func heavyNoise() throws {
        var noise = ReceiptNoise(seed: 7)
        let shop = try TaxDocument(parsing: ReceiptSample.shop)
        for sample in ReceiptSample.all {
            for permille in [5, 20, 60, 150] {
                for round in 0..<8 {
                    let text = noise.applied(to: sample.text, permille: permille)
                    let reading = ReceiptReading(text: text, on: today)
                    let place = Comment(rawValue: "\(sample.name), \(permille) ‰, round \(round):\n\(text)")
                    if let amount = reading.amount, amount.confidence == .certain {
                        #expect(amount.value.cents == sample.cents, place)
                    }
                    if let day = reading.paidOn, day.confidence == .certain {
                        #expect(day.value.iso == sample.day, place)
                    }
                    // Nothing checks the tail of an id, so none is ever called certain.
                    #expect(reading.endToEndID?.confidence != .certain, place)
                    if case .whole(let document)? = reading.payee.document?.value, sample.document != nil {
                        #expect(document == shop, place)
                    }
                    if sample.status == .scheduled, permille <= 20 { #expect(reading.status == .scheduled, place) }
                }
            }
        }
    }

    @Test("any bytes at all are read without an end that never comes")
    func garbage() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<100 {
            let alphabet = "E0123456789R$.,:/- \nOlISbdeparavalorCPFagendadoéçã•*|"
            let text = random.text(alphabet, 0...600)
            let reading = ReceiptReading(text: text, symbols: [random.digits(44), text], on: today)
            if let amount = reading.amount { #expect(amount.value > .zero) }
        }
    }
}
