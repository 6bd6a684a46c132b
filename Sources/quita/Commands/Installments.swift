import ArgumentParser
import Domain
import Foundation

/// `quita installments`: how an amount is paid in parts.
struct InstallmentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "installments",
        abstract: "Divide an amount into monthly installments whose cents sum exactly.",
        discussion: """
            Without interest the parts are equal, left-over cents going to the first ones. With interest the method is \
            price (equal installments) unless sac (equal principal) is asked for; the last installment takes what \
            rounding left.
            """)

    @Option(help: "The amount to be paid, down payment included, in cents.")
    var principalCents: Int64

    @Option(help: "How many installments after the down payment, 1 to 480.")
    var count: Int

    @Option(help: "Interest per month, in percent.")
    var ratePct = "0"

    @Option(help: "price or sac.")
    var method: String?

    @Option(help: "Paid at once and taken off before dividing, in cents.")
    var downCents: Int64 = 0

    @Option(
        help:
            "The first due date, YYYY-MM-DD, kept in the following months. Default: 30 days from today."
    )
    var first: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws { _ = try schedule() }

    func run() throws {
        let answer = InstallmentsAnswer(down: Money(cents: downCents), schedule: try schedule())
        if json { try printJSON(answer) } else { print(answer.text) }
    }

    private func schedule() throws -> InstallmentSchedule {
        guard let rate = Percentage(ratePct) else {
            throw ValidationError("--rate-pct \(ratePct): give a percentage such as 1.99, at most six decimals.")
        }
        var chosen: InstallmentMethod?
        if let method {
            guard let known = InstallmentMethod(rawValue: method) else {
                throw ValidationError("--method \(method): give price or sac.")
            }
            guard known != .equal || rate == .zero else { throw ValidationError("--method equal has no interest.") }
            chosen = known
        }
        guard principalCents > 0, (0..<principalCents).contains(downCents) else {
            throw ValidationError(
                "--down-cents must be 0 or more and less than --principal-cents, which must be positive.")
        }
        var day = Installments.firstDue(after: InstallmentsCommand.today())
        if let first {
            guard let given = CalendarDay(iso: first), given.year <= 9000 else {
                throw ValidationError("--first \(first): give an existing day as YYYY-MM-DD.")
            }
            day = given
        }
        do throws(InstallmentError) {
            return try Installments.schedule(
                principal: Money(cents: principalCents - downCents), count: count, monthlyRate: rate, method: chosen,
                first: day)
        } catch {
            throw ValidationError("There is no such plan: \(error).")
        }
    }

    /// The clock is read here, at the edge, and nowhere further in.
    private static func today() -> CalendarDay {
        Zone.brasilia.day(Timestamp(seconds: Int64(Date().timeIntervalSince1970)))
    }
}

private struct InstallmentsAnswer: Encodable {
    let down: Money
    let schedule: InstallmentSchedule

    private enum Key: String, CodingKey {
        case installments
        case downCents = "down_cents"
        case totalCents = "total_cents"
        case interestCents = "interest_cents"
    }

    private struct Row: Encodable {
        let number: Int
        let due: CalendarDay
        let cents: Int64
        let interestCents: Int64
        let principalCents: Int64

        private enum CodingKeys: String, CodingKey {
            case number, due, cents
            case interestCents = "interest_cents"
            case principalCents = "principal_cents"
        }
    }

    private var total: Money { down + schedule.total }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(down.cents, forKey: .downCents)
        let rows = schedule.installments.map {
            Row(
                number: $0.number, due: $0.due, cents: $0.amount.cents, interestCents: $0.interest.cents,
                principalCents: $0.principal.cents)
        }
        try container.encode(rows, forKey: .installments)
        try container.encode(total.cents, forKey: .totalCents)
        try container.encode(schedule.totalInterest.cents, forKey: .interestCents)
    }

    var text: String {
        func money(_ amount: Money) -> String { Portuguese.money(amount, space: .plain) }
        var lines = schedule.installments.map {
            "\($0.number). \($0.due.iso)  \(money($0.amount))  (interest \(money($0.interest)))"
        }
        if down > .zero { lines.insert("down payment: \(money(down))", at: 0) }
        lines.append("total: \(money(total)), of which interest \(money(schedule.totalInterest))")
        return lines.joined(separator: "\n")
    }
}
