import Domain
import Testing

@Suite("Conditions of cadence steps")
struct ConditionTests {
    var someone: CaseValues {
        var values = CaseValues()
        values.segment = "Massa"
        values.product = "crediário"
        values.state = "SP"
        values.balance = Money(cents: 80_01)
        values.daysPastDue = 12
        values.replied = false
        values.hasEmail = true
        return values
    }

    @Test(
        "says for whom a step is",
        arguments: [
            ("segment == 'massa' and balance > R$ 80,00", true),
            ("balance > R$ 80,01", false),
            ("balance >= R$ 80,01", true),
            ("balance < R$ 1.000,00 and balance != R$ 80", true),
            ("segment == \"MASSA\"", true),
            ("segment != 'massa' or days_past_due == 12", true),
            ("not segment == 'massa' or not has_email", false),
            ("state in ['SP', 'RJ']", true),
            ("state not in ('SP', 'RJ')", false),
            ("state in ['MG']", false),
            ("replied", false),
            ("not replied and has_email", true),
            ("replied == false", true),
            ("days_past_due > -3 and (segment == 'x' or segment == 'massa')", true),
            ("segment == 'x' or segment == 'y' and days_past_due == 12", false),
            ("segment == 'massa' or segment == 'y' and days_past_due == 99", true),
            ("not not replied", false),
            ("days_past_due<=12", true),
            ("product == 'Crediário'", true),
            ("product == 'CREDIARIO'", true),
        ])
    func holds(text: String, expected: Bool) throws {
        #expect(try Condition(parsing: text).holds(someone) == expected)
    }

    @Test(
        "what is not known holds for nobody, nor does its contrary",
        arguments: [
            "score > 5", "score <= 5", "not score > 5", "score != 5", "city in ['Recife']", "city not in ['Recife']",
            "identity_proven", "not identity_proven", "score > 5 and has_email", "not (score > 5 and has_email)",
        ])
    func unknown(text: String) throws {
        #expect(try !Condition(parsing: text).holds(someone))
    }

    @Test(
        "an unknown part decides nothing where the rest decides",
        arguments: [
            ("score > 5 or has_email", true), ("not (score > 5 and replied)", true), ("score > 5 and replied", false),
        ])
    func partlyUnknown(text: String, expected: Bool) throws {
        #expect(try Condition(parsing: text).holds(someone) == expected)
    }

    @Test(
        "what cannot be read is refused at its column",
        arguments: [
            ("", 1, ConditionError.Problem.empty),
            ("   ", 1, .empty),
            ("balanse > R$ 80,00", 1, .unknownField("balanse")),
            ("balance > 80", 11, .wrongType(field: .balance, found: "80")),
            ("segment == R$ 80,00", 12, .wrongType(field: .segment, found: "R$ 80,00")),
            ("balance > R$ 80,0", 11, .malformedMoney("R$ 80,0")),
            ("balance > R$ 1.00,00", 11, .malformedMoney("R$ 1.00,00")),
            ("balance > R$", 11, .malformedMoney("R$ ")),
            ("segment > 'a'", 9, .noOrder(field: .segment)),
            ("replied < true", 9, .noOrder(field: .replied)),
            ("segment", 8, .expectedComparison(field: .segment, found: "")),
            ("segment 'a'", 9, .expectedComparison(field: .segment, found: "'a'")),
            ("segment == 'a", 12, .unterminatedText),
            ("segment = 'a'", 9, .unexpectedCharacter("=")),
            ("segment == 'a' && replied", 16, .unexpectedCharacter("&")),
            ("segment == 'a' replied", 16, .unexpectedEnd(found: "replied")),
            ("(replied", 9, .expectedClosing(")", found: "")),
            ("state in 'SP'", 10, .expectedClosing("[", found: "'SP'")),
            ("state in ['SP'", 15, .expectedClosing("]", found: "")),
            ("state in []", 11, .expectedValue(found: "]")),
            ("'SP' == state", 1, .expectedField(found: "'SP'")),
            ("and replied", 1, .expectedField(found: "and")),
            ("days_past_due > 9999999999", 17, .numberTooLarge("9999999999")),
            ("score > 5 and score < 3", 1, .neverTrue),
            ("segment == 'a' and segment == 'b'", 1, .neverTrue),
            ("balance < R$ 0,00", 1, .neverTrue),
            ("days_past_due > 5 and days_past_due < 6", 1, .neverTrue),
            ("replied and not replied", 1, .neverTrue),
        ])
    func refused(text: String, column: Int, problem: ConditionError.Problem) {
        let expected = ConditionError(line: 1, column: column, problem: problem)
        #expect(throws: expected) { try Condition(parsing: text) }
    }

    @Test("the place is told in lines too")
    func lines() {
        let text = "segment == 'a'\n  and balanse > 3"
        #expect(throws: ConditionError(line: 2, column: 7, problem: .unknownField("balanse"))) {
            try Condition(parsing: text)
        }
    }

    @Test(
        "what holds for somebody is not called impossible",
        arguments: [
            "score > 5 and score < 7", "segment != 'a' and segment != 'b'", "not (replied and has_email)",
            "days_past_due >= 5 and days_past_due <= 5", "balance == R$ 0,00", "segment == 'a' or segment == 'b'",
        ])
    func possible(text: String) throws {
        _ = try Condition(parsing: text)
    }

    @Test("nesting and length have bounds")
    func bounds() {
        let deep = String(repeating: "(", count: 500) + "replied" + String(repeating: ")", count: 500)
        #expect(throws: ConditionError.self) { try Condition(parsing: deep) }
        let negated = String(repeating: "not ", count: 200) + "replied"
        #expect(throws: ConditionError.self) { try Condition(parsing: negated) }
        #expect(throws: ConditionError.self) {
            try Condition(parsing: String(repeating: "replied or ", count: 100) + "replied")
        }
    }

    @Test("any text is read or refused, never more", arguments: 1...20 as ClosedRange<UInt64>)
    func noise(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let words = [
            "segment", "balance", "score", "replied", "==", "!=", "<", ">", "in", "not", "and", "or", "(", ")", "[",
            "]", ",", "'a'", "R$ 1,00", "5", "-", "é", "\"", "$", "true", "\n",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0...12, using: &chance)).map { _ in
                words[Int.random(in: 0..<words.count, using: &chance)]
            }.joined(separator: Bool.random(using: &chance) ? " " : "")
            if let condition = try? Condition(parsing: text) { _ = condition.holds(someone) }
        }
    }

    @Test(
        "amounts are read as Brazilian files write them",
        arguments: [
            ("80", 80_00), ("80,00", 80_00), ("1.234,56", 1_234_56), ("0,01", 1), ("1.234.567", 1_234_567_00),
            ("80,0", nil), ("80.00", nil), ("1.23,00", nil), ("12345.678", nil), (",50", nil), ("", nil), ("-5", nil),
            ("1,2,3", nil),
        ] as [(String, Int64?)])
    func amounts(text: String, cents: Int64?) {
        #expect(Money(brazilian: text)?.cents == cents)
    }
}
