import Domain
import Testing

@testable import Payments

@Suite("Slips that the program numbers")
struct BoletoWalletTests {
    /// Contracts that public slips name, with the number that each slip has: `free field of the vectors`.
    static let known: [(BoletoWallet, Int64, String)] = [
        (.bancoDoBrasil(agreement: "1234567", wallet: "11"), 321, "0000001234567000000032111"),
        (.itau(branch: "1234", account: "56789", wallet: "109"), 223_350, "1090022335021234567890000"),
        (.itau(branch: "1234", account: "56789", wallet: "138"), 223_345, "1380022334511234567890000"),
        (.bradesco(branch: "1234", account: "0123456", wallet: "04"), 453, "1234040000000045301234560"),
        (.santander(beneficiary: "1234567", wallet: "101"), 456, "9123456700000000045610101"),
        (.caixa(beneficiary: "123456"), 6, "1234560000100040000000064"),
        (.sicoob(cooperative: "4277", client: "0172278", modality: "01", wallet: "1"), 4, "1427701017227800000040001"),
    ]

    @Test("the free field is the one of slips that banks' customers really printed")
    func freeFields() throws {
        let rows = try Vectors.rows("boleto.csv").filter { $0["kind"] == "valid" }
        let fields = Set(rows.compactMap { $0["barcode"].map { String($0.suffix(25)) } })
        for (wallet, number, freeField) in Self.known {
            let made = try wallet.ourNumber(number)
            #expect(made.freeField.count == 25)
            // Itaú's account digit in the public slips is an invented one.
            if wallet.bank == "341" {
                #expect(made.freeField.prefix(21) == freeField.prefix(21))
            } else {
                #expect(made.freeField == freeField, "\(wallet)")
                #expect(fields.contains(made.freeField), "\(wallet)")
            }
        }
    }

    @Test("a number becomes a slip that reads back, for every bank and any number")
    func slips() throws {
        var random = SplitMix64(seed: 77)
        for (wallet, _, _) in Self.known {
            for _ in 0..<100 {
                let width = Int.random(in: 1...wallet.numberWidth, using: &random)
                let number = max(1, Int64(random.digits(width)) ?? 1)
                let ours = try wallet.ourNumber(number)
                let due = CalendarDay(number: .random(in: 20_000...23_000, using: &random))
                let boleto = try Boleto(
                    bank: wallet.bank, due: due, amount: Money(cents: 12_345), freeField: ours.freeField)
                #expect(try Boleto(boleto.line).freeField == ours.freeField)
                #expect(ours.freeField.contains(String(number)) || wallet.bank == "104")
                #expect(boleto.barWidths.count == 227)
                #expect(boleto.barWidths.reduce(0, +) == 405)
            }
        }
    }

    @Test("a contract's part of the wrong width, and a number that is too long, are refused by name")
    func refusals() {
        let cases: [(BoletoWallet, Int64, BoletoLayoutError.Field)] = [
            (.bancoDoBrasil(agreement: "123456", wallet: "17"), 1, .agreement),
            (.itau(branch: "1234", account: "5678A", wallet: "109"), 1, .account),
            (.itau(branch: "1234", account: "56789", wallet: "109"), 100_000_000, .number),
            (.caixa(beneficiary: "123456"), 0, .number), (.santander(beneficiary: "1", wallet: "101"), 1, .beneficiary),
        ]
        for (wallet, number, field) in cases {
            let error = #expect(throws: BoletoLayoutError.self) { try wallet.ourNumber(number) }
            #expect(error?.field == field)
        }
    }

    @Test("bars and spaces are those of the standard, and digits can be read back from them")
    func bars() {
        // nnnn · 1 in bars (WnnnW) and 2 in spaces (nWnnW), in turn · Wnn
        #expect(
            InterleavedTwoOfFive.widths(of: "12")
                == [1, 1, 1, 1] + [3, 1, 1, 3, 1, 1, 1, 1, 3, 3] + [3, 1, 1])
        for bad in ["", "1", "123", "1a", "１２"] { #expect(InterleavedTwoOfFive.widths(of: bad) == nil) }
        var random = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let digits = random.digits(44)
            let widths = InterleavedTwoOfFive.widths(of: digits) ?? []
            #expect(Self.read(widths) == digits)
        }
    }

    /// A reader of its own: weights 1, 2, 4, 7, 0 of the wide elements sum to the digit, eleven meaning zero.
    static func read(_ widths: [Int]) -> String? {
        guard widths.count > 7, (widths.count - 7) % 10 == 0 else { return nil }
        var digits = ""
        for start in stride(from: 4, to: widths.count - 3, by: 10) {
            for offset in 0..<2 {
                let wide = (0..<5).filter { widths[start + offset + 2 * $0] == 3 }
                guard wide.count == 2 else { return nil }
                let sum = wide.map { [1, 2, 4, 7, 0][$0] }.reduce(0, +)
                digits += String(sum == 11 ? 0 : sum)
            }
        }
        return digits
    }
}
