import Domain
import Testing

@testable import Payments

@Suite("Remittance files")
struct RemittanceTests {
    static let writtenAt = Zone.brasilia.localTime(Timestamp(seconds: 1_795_446_000))

    static func account(_ bank: RemittanceBank) throws -> RemittanceAccount {
        let agreement: String
        let wallet: String
        switch bank {
        case .bancoDoBrasil: (agreement, wallet) = ("001234567001417019", "17")
        case .santander: (agreement, wallet) = ("123400001234567", "5")
        case .caixa: (agreement, wallet) = ("123456", "1")
        case .bradesco: (agreement, wallet) = ("00000009012340123456", "9")
        case .itau: (agreement, wallet) = ("", "109")
        case .sicoob: (agreement, wallet) = ("", "1")
        }
        return RemittanceAccount(
            bank: bank, document: .cnpj(try CNPJ(parsing: "11222333000181")), name: "Escola Açaí & Cia Ltda",
            agreement: agreement, branch: "1234", branchDigit: "5", account: "56789", accountDigit: "0", wallet: wallet)
    }

    static func ourNumber(_ bank: RemittanceBank, _ number: Int64) throws -> String {
        let wallet: BoletoWallet =
            switch bank {
            case .bancoDoBrasil: .bancoDoBrasil(agreement: "1234567", wallet: "17")
            case .santander: .santander(beneficiary: "1234567", wallet: "101")
            case .caixa: .caixa(beneficiary: "123456")
            case .bradesco: .bradesco(branch: "1234", account: "0056789", wallet: "09")
            case .itau: .itau(branch: "1234", account: "56789", wallet: "109")
            case .sicoob: .sicoob(cooperative: "4277", client: "0172278", modality: "01", wallet: "1")
            }
        return try wallet.ourNumber(number).text
    }

    static func payer() throws -> RemittancePayer {
        RemittancePayer(
            document: .cpf(try CPF(parsing: "52998224725")), name: "João D’Ávila Conceição 😀 e um nome muito comprido",
            street: "Rua São João, 1", district: "Jardim", postalCode: "01001000", city: "São Paulo", state: "sp")
    }

    static func title(_ bank: RemittanceBank, _ random: inout SplitMix64) throws -> RemittanceTitle {
        let due = CalendarDay(number: .random(in: 20_800...22_000, using: &random))
        var title = RemittanceTitle(
            ourNumber: try ourNumber(bank, .random(in: 1...9_999_999, using: &random)), document: random.digits(9),
            companyUse: "PARCELA \(random.digits(6))", due: due, issued: due.adding(days: -20),
            face: Money(cents: .random(in: 1000...99_999_999, using: &random)), payer: try payer())
        title.movement = RemittanceMovement.allCases.randomElement(using: &random) ?? .register
        if Bool.random(using: &random) { title.fine = .percent(Percentage(2)) }
        if Bool.random(using: &random) { title.interest = .amountPerDay(Money(cents: 33)) }
        if Bool.random(using: &random) { title.rebate = Money(cents: 100) }
        for offset in 0..<Int.random(in: 0...3, using: &random) {
            let cents = Int64.random(in: 1...900, using: &random)
            title.discounts.append(
                PixDiscountStep(day: due.adding(days: -offset), value: .amount(Money(cents: cents))))
        }
        if Bool.random(using: &random) { title.protestAfterDays = 15 }
        return title
    }

    /// Columns of a line, from 1, read here on their own.
    static func columns(_ line: ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> String {
        let start = line.startIndex + range.lowerBound - 1
        return String(decoding: line[start..<(start + range.count)], as: UTF8.self)
    }

    static func lines(_ file: [UInt8]) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: file.count, by: 242).map { file[$0..<min($0 + 240, file.count)] }
    }

    static func number(_ bank: RemittanceBank) -> ClosedRange<Int> {
        switch bank {
        case .bancoDoBrasil: 38...57
        case .santander: 45...57
        case .caixa: 40...57
        case .bradesco: 46...57
        case .itau: 41...49
        case .sicoob: 38...47
        }
    }

    @Test(
        "every line has 240 bytes of ASCII and ends in CR LF; numbers and totals are right",
        arguments: RemittanceBank.allCases)
    func shape(bank: RemittanceBank) throws {
        var random = SplitMix64(seed: 31)
        for count in [1, 2, 50] {
            let titles = try (0..<count).map { _ in try Self.title(bank, &random) }
            let writer = RemittanceWriter(account: try Self.account(bank), sequence: 42, writtenAt: Self.writtenAt)
            let file = try writer.file(titles)
            #expect(try writer.file(titles) == file)
            #expect(file.count == (count * 3 + 4) * 242)
            for end in stride(from: 240, to: file.count, by: 242) { #expect(Array(file[end..<(end + 2)]) == [13, 10]) }
            let lines = Self.lines(file)
            #expect(lines.allSatisfy { $0.allSatisfy { (0x20...0x7E).contains($0) && !(0x61...0x7A).contains($0) } })
            #expect(lines.allSatisfy { Self.columns($0, 1...3) == bank.rawValue })
            #expect(
                lines.map { Self.columns($0, 8...8) }.joined() == "01" + String(repeating: "3", count: count * 3) + "59"
            )
            for (index, line) in lines.dropFirst(2).dropLast(2).enumerated() {
                #expect(Int(Self.columns(line, 9...13)) == index + 1)
                #expect(Self.columns(line, 14...14) == ["P", "Q", "R"][index % 3])
            }
            let header = lines[0]
            #expect(Self.columns(header, 143...151) == "123112026")
            #expect(Self.columns(header, 158...163) == "000042")
            #expect(Self.columns(header, 73...102).hasPrefix("ESCOLA ACAI & CIA LTDA "))
            let trailer = lines[lines.count - 2]
            #expect(Int(Self.columns(trailer, 18...23)) == count * 3 + 2)
            if bank != .santander {
                #expect(Int(Self.columns(trailer, 24...29)) == count)
                #expect(Int64(Self.columns(trailer, 30...46)) == titles.map(\.face).sum().cents)
            }
            #expect(Int(Self.columns(lines[lines.count - 1], 24...29)) == count * 3 + 4)
        }
    }

    @Test("what is written is read back, field by field", arguments: RemittanceBank.allCases)
    func roundTrip(bank: RemittanceBank) throws {
        var random = SplitMix64(seed: 17)
        let titles = try (0..<60).map { _ in try Self.title(bank, &random) }
        let writer = RemittanceWriter(account: try Self.account(bank), sequence: 1, writtenAt: Self.writtenAt)
        let lines = Self.lines(try writer.file(titles))
        func date(_ day: CalendarDay) -> String {
            let (year, month, day) = day.components
            return padded(day, 2) + padded(month, 2) + padded(year, 4)
        }
        for (index, title) in titles.enumerated() {
            let (p, q, r) = (lines[2 + index * 3], lines[3 + index * 3], lines[4 + index * 3])
            for line in [p, q, r] { #expect(Self.columns(line, 16...17) == title.movement.rawValue) }
            let number = Self.columns(p, Self.number(bank)).filter { $0 != " " }
            #expect(number.drop { $0 == "0" } == title.ourNumber.drop { $0 == "0" })
            #expect(
                Self.columns(p, bank == .caixa ? 63...73 : bank == .itau ? 63...72 : 63...77).contains(title.document))
            #expect(Self.columns(p, 78...85) == date(title.due))
            #expect(Int64(Self.columns(p, 86...100)) == title.face.cents)
            #expect(Self.columns(p, 110...117) == date(title.issued))
            #expect(Int64(Self.columns(p, 127...141)) == (title.interest == nil ? 0 : 33))
            #expect(
                Self.columns(p, 119...126) == (title.interest == nil ? "00000000" : date(title.due.adding(days: 1))))
            #expect(Int64(Self.columns(p, 151...165)) == title.discounts.first?.value.of(.zero).cents ?? 0)
            #expect(Int64(Self.columns(p, 181...195)) == title.rebate.cents)
            #expect(Self.columns(p, 196...220) == title.companyUse.padded(25))
            #expect(Self.columns(p, 221...223) == (title.protestAfterDays == nil ? "300" : "215"))
            #expect(Self.columns(q, 18...33) == "1000052998224725")
            let name = "JOAO D'AVILA CONCEICAO   E UM NOME MUITO COMPRIDO"
            #expect(Self.columns(q, 34...73) == String(name.prefix(bank == .itau ? 30 : 40)).padded(40))
            #expect(Self.columns(q, 129...136) == "01001000")
            #expect(Self.columns(q, 137...153) == "SAO PAULO".padded(15) + "SP")
            #expect(Self.columns(r, 66...66) == (title.fine == nil ? "0" : "2"))
            #expect(Int64(Self.columns(r, 75...89)) == (title.fine == nil ? 0 : 200))
            for (place, step) in zip([27...41, 51...65], title.discounts.dropFirst()) {
                #expect(Int64(Self.columns(r, place)) == step.value.of(.zero).cents)
            }
        }
    }

    @Test("the reader of return files knows it for what it is: a file for the bank")
    func notAReturn() throws {
        var random = SplitMix64(seed: 2)
        for bank in RemittanceBank.allCases {
            let writer = RemittanceWriter(account: try Self.account(bank), sequence: 1, writtenAt: Self.writtenAt)
            let file = try writer.file([try Self.title(bank, &random)])
            #expect(throws: CNABError.submission) { try CNABTests.read(file) }
        }
    }

    @Test("what a bank's columns cannot hold is refused by name, not cut")
    func refusals() throws {
        var random = SplitMix64(seed: 9)
        var base = try Self.title(.itau, &random)
        base.rebate = .zero
        let changes: [(String, (inout RemittanceTitle) -> Void)] = [
            ("ourNumber", { $0.ourNumber = "1234567890" }), ("document", { $0.document = "12345678901" }),
            ("document", { $0.document = "A1" }), ("face", { $0.face = .zero }),
            ("rebate", { $0.rebate = $0.face }), ("companyUse", { $0.companyUse = random.digits(26) }),
            ("interest", { $0.interest = .monthly(Percentage(1)) }),
            ("discounts or fine", { $0.fine = .percent(Percentage(micros: 1)) }),
            ("discounts", { $0.discounts = [PixDiscountStep(day: $0.due, value: .percent(Percentage(1)))] }),
            ("discounts", { $0.discounts = [PixDiscountStep(day: $0.due.adding(days: 1), value: .amount(.zero))] }),
        ]
        let writer = RemittanceWriter(account: try Self.account(.itau), sequence: 1, writtenAt: Self.writtenAt)
        for (field, change) in changes {
            var title = base
            change(&title)
            let error = #expect(throws: RemittanceError.self) { try writer.file([base, title]) }
            #expect(error?.field == field)
            #expect(error?.title == 1)
        }
        #expect(throws: RemittanceError.self) { try writer.file([]) }
        let wrong = RemittanceWriter(account: try Self.account(.itau), sequence: 0, writtenAt: Self.writtenAt)
        #expect(throws: RemittanceError.self) { try wrong.file([base]) }
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
