import Domain
import Testing

@testable import Language

/// `Vectors/pt-expressions.csv`: dates, amounts and plans as people write them.
@Suite("Expressions of everyday Portuguese")
struct ExpressionTests {
    struct Row: CustomStringConvertible {
        let kind: String
        let text: String
        let day: String
        let expected: String
        let end: String
        let asks: Bool

        var description: String { "\(kind): \(text)" }
    }

    static let rows: [Row] = {
        let text = (try? Shared.file("Vectors/pt-expressions.csv")) ?? ""
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = fields(ofLine: line)
            return Row(
                kind: fields[1], text: fields[2], day: fields[3], expected: fields[4], end: fields[5],
                asks: fields[6] == "yes")
        }
    }()

    @Test("The vectors are there")
    func vectorsExist() { #expect(ExpressionTests.rows.count >= 48) }

    @Test("A date is found, and doubted where it should be asked about", arguments: rows.filter { $0.kind == "date" })
    func dates(_ row: Row) throws {
        let details = try Shared.read(row.text, on: row.day, context: .askedDate).details
        #expect(details.found.date?.description == row.expected)
        #expect((details.dateDoubt != nil) == row.asks)
    }

    @Test("A span gives no date, but its ends", arguments: rows.filter { $0.kind == "date_range" })
    func ranges(_ row: Row) throws {
        let details = try Shared.read(row.text, on: row.day, context: .askedDate).details
        #expect(details.found.date == nil)
        guard case .range(let from, let through) = details.dateDoubt else {
            Issue.record("no range: \(String(describing: details.dateDoubt))")
            return
        }
        #expect(from.description == row.expected)
        #expect(through.description == row.end)
    }

    @Test(
        "A vague time, an ambiguous day and an impossible one give no date and are asked about",
        arguments: rows.filter { ["date_vague", "date_invalid"].contains($0.kind) })
    func doubtful(_ row: Row) throws {
        let details = try Shared.read(row.text, on: row.day, context: .askedDate).details
        #expect(details.found.date == nil)
        #expect(details.dateDoubt != nil)
        if row.kind == "date_invalid" { #expect(details.dateDoubt == .invalid) }
    }

    @Test("A day behind us is known for what it is", arguments: rows.filter { $0.kind == "date_past" })
    func past(_ row: Row) throws {
        let details = try Shared.read(row.text, on: row.day, context: .askedDate).details
        #expect(details.found.date?.description == row.expected)
        #expect(details.dateDoubt == .past)
    }

    @Test("An amount is found to the cent", arguments: rows.filter { $0.kind.hasPrefix("amount") })
    func amounts(_ row: Row) throws {
        let details = try Shared.read(row.text, on: row.day, context: .askedAmount).details
        #expect(details.found.amount?.cents == cents(row.expected))
        if row.expected.isEmpty { #expect(details.amountCandidates.count > 1) }
        if row.kind == "amount_ambiguous", !row.expected.isEmpty { #expect(details.amountIsApproximate) }
    }

    @Test(
        "A plan gives its number of installments, their amount and the down payment",
        arguments: rows.filter { $0.kind == "plan" })
    func plans(_ row: Row) throws {
        let details = try Shared.read(row.text, on: row.day, context: .offer).details
        for part in row.expected.split(separator: ";") {
            let value = String(part.drop { $0 != "=" }.dropFirst())
            switch part.prefix(while: { $0 != "=" }) {
            case "n": #expect(details.found.installments == Int(value))
            case "each":
                #expect(details.found.amount?.cents == cents(value))
                #expect(details.amountIsPerInstallment)
            case "entry":
                #expect(details.found.amount?.cents == cents(value))
                #expect(details.amountIsDownPayment)
            default: Issue.record("unknown part \(part)")
            }
        }
    }

    /// "1234.56" → 123456
    private func cents(_ text: String) -> Int64? {
        Int64(text.filter { $0 != "." })
    }
}
