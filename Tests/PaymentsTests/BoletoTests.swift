import Domain
import Testing

@testable import Payments

@Suite("Boletos")
struct BoletoTests {
    @Test("every slip of the vectors reads the same from its barcode and from its line, or is refused for its reason")
    func vectors() throws {
        let rows = try Vectors.rows("boleto.csv")
        #expect(rows.count > 150)
        for row in rows {
            let forms = ["barcode", "linha", "linha_formatted"].compactMap { row[$0]?.orNil }
            for form in forms {
                if row["kind"] == "invalid" {
                    let error = #expect(throws: BoletoError.self) { try Boleto(form) }
                    #expect(error?.code == row["error"], "\(row["id"] ?? "")")
                    continue
                }
                let boleto = try Boleto(form)
                #expect(boleto.barcode == row["barcode"])
                #expect(boleto.line == row["linha"])
                #expect(boleto.amount.cents == cents(row["amount"]))
                #expect(boleto.kind == (row["kind"] == "arrecadacao" ? .utility : .bank))
                guard boleto.kind == .bank, let seen = row["reference_date"].flatMap({ CalendarDay(iso: $0) }) else {
                    continue
                }
                #expect(boleto.formattedLine == row["linha_formatted"])
                #expect(boleto.bank == row["bank"])
                #expect(boleto.dueFactor == row["factor"].flatMap(Int.init))
                #expect(boleto.dueDay(seenFrom: seen)?.iso == row["due_date"])
            }
        }
    }

    @Test(
        "the factor starts over on 2025-02-22 and means the nearest date",
        arguments: [
            (1000, "2000-07-03", "2000-07-03"), (9999, "2025-02-21", "2025-02-21"), (1000, "2025-02-21", "2025-02-22"),
            (1000, "2026-11-23", "2025-02-22"), (1639, "2026-11-23", "2026-11-23"), (9999, "2026-11-23", "2025-02-21"),
            (7000, "2026-11-23", "2016-12-06"), (4400, "2026-11-23", "2034-06-15"), (1000, "2049-10-15", "2049-10-14"),
            // Equally near: 4 500 days back or ahead is ahead.
            (1000, "2012-10-28", "2025-02-22"), (1000, "2012-10-27", "2000-07-03"), (1000, "1990-01-01", "2000-07-03"),
        ])
    func factor(factor: Int, seen: String, due: String) throws {
        let day = try #require(CalendarDay(iso: seen))
        #expect(DueFactor.day(factor, seenFrom: day)?.iso == due)
    }

    @Test("any date of the window around a day survives the factor")
    func factorRoundTrip() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<2000 {
            let today = CalendarDay(number: .random(in: 14_000...30_000, using: &random))
            let due = today.adding(days: .random(in: -2999...4499, using: &random))
            guard let factor = DueFactor.of(due) else { continue }
            #expect((1000...9999).contains(factor))
            #expect(DueFactor.day(factor, seenFrom: today) == due)
        }
    }

    @Test("barcode and line say the same, over random slips of banks")
    func bankRoundTrip() throws {
        var random = SplitMix64(seed: 21)
        for _ in 0..<500 {
            let due =
                Bool.random(using: &random) ? CalendarDay(number: .random(in: 20_000...23_000, using: &random)) : nil
            let amount = Money(cents: .random(in: 0...9_999_999_999, using: &random))
            let bank = "0" + random.digits(2)
            let made = try Boleto(bank: bank, due: due, amount: amount, freeField: random.digits(25))
            #expect(try Boleto(made.barcode) == made)
            #expect(try Boleto(made.line) == made)
            #expect(try Boleto(made.formattedLine) == made)
            #expect(made.amount == amount)
            #expect(made.dueDay(seenFrom: CalendarDay(number: 21_000)) == due)
        }
    }

    @Test("one mistyped digit of a line is noticed, and the field is named")
    func typos() throws {
        // A check digit of 1 stands for three rests and would miss some typos; this slip has another.
        let made = try Boleto(
            bank: "341", due: CalendarDay(iso: "2026-12-10"), amount: Money(cents: 26_001),
            freeField: "1790010104351004791020150")
        #expect(Array(made.barcode)[4] != "1")
        for index in made.line.indices {
            var digits = Array(made.line)
            let position = made.line.distance(from: made.line.startIndex, to: index)
            for replacement in "0123456789" where digits[position] != replacement {
                let original = digits[position]
                digits[position] = replacement
                let error = #expect(throws: BoletoError.self) { try Boleto(String(digits)) }
                switch position {
                case 3: #expect(error?.code == "currency_not_9")
                case 0..<10: #expect(error?.code == "field1_dv")
                case 10..<21: #expect(error?.code == "field2_dv")
                case 21..<32: #expect(error?.code == "field3_dv")
                default: #expect(error == .barcodeCheckDigit || error?.code == "due_factor")
                }
                digits[position] = original
            }
        }
    }

    @Test("a mistyped block of a utility's line is named")
    func utilityTypos() throws {
        for row in try Vectors.rows("boleto.csv") where row["kind"] == "arrecadacao" {
            let line = Array(try #require(row["linha"]))
            for position in line.indices where position > 3 {
                var digits = line
                digits[position] = digits[position] == "9" ? "0" : "9"
                // Modulo 11 folds several rests into one digit, so it can miss a typo in a block, but then the
                // digit over all the barcode is one more guard.
                let error = #expect(throws: BoletoError.self) { try Boleto(String(digits)) }
                #expect(error == .blockCheckDigit(position / 12 + 1) || error == .barcodeCheckDigit)
            }
        }
    }

    @Test(
        "what is no slip says why",
        arguments: [
            ("", "length"), ("12", "length"), (String(repeating: "0", count: 44), "currency_not_9"),
            ("3419x79001010435100479102015000829107002600000", "character"),
            (String(repeating: "1", count: 48), "product_not_8"),
            ("81" + String(repeating: "1", count: 46), "value_identifier"),
            ("٣٤١٩", "character"),
        ])
    func refused(text: String, code: String) {
        let error = #expect(throws: BoletoError.self) { try Boleto(text) }
        #expect(error?.code == code)
    }

    @Test("an amount that spilled into the due date's digits is refused")
    func hugeAmounts() throws {
        let made = try Boleto(
            bank: "001", due: nil, amount: Money(cents: 5), freeField: String(repeating: "1", count: 25))
        #expect(made.dueFactor == 0)
        #expect(made.dueDay(seenFrom: CalendarDay(number: 20_000)) == nil)
        var digits = made.barcode.compactMap(\.wholeNumberValue)
        digits[8] = 7
        digits[4] = CheckDigit.bankBarcode(digits)
        #expect(throws: BoletoError.dueFactor(7)) { try Boleto(digits.map(String.init).joined()) }
        #expect(throws: BoletoError.length(2)) {
            try Boleto(bank: "01", due: nil, amount: .zero, freeField: made.freeField + "1")
        }
        #expect(throws: BoletoError.product(8)) {
            try Boleto(bank: "801", due: nil, amount: .zero, freeField: made.freeField)
        }
        #expect(throws: BoletoError.amount) {
            try Boleto(bank: "001", due: nil, amount: Money(cents: 10_000_000_000), freeField: made.freeField)
        }
    }
}
