import ArgumentParser
import Domain
import Foundation
import Strategy

/// `quita charges`: what is owed on a day, part by part.
struct Charges: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charges",
        abstract: "Compute fine and interest on a late payment.",
        discussion: """
            The due date moves to the next bank business day; paid by then, nothing is added. Afterwards the fine is \
            charged once and the interest per day of a month of 30 days, each part rounded half up to the cent. Terms \
            that name an index or the legal rate need --indices, a table `index,month,value` such as \
            strategies/indices.example.csv shows; a month that is not published yet counts as without change.
            """)

    /// R$ 10 billion.
    static let maximumCents: Int64 = 1_000_000_000_000

    @Option(help: "The original amount, in cents.")
    var principalCents: Int64?

    @Option(help: "The due date as agreed, YYYY-MM-DD.")
    var due: String?

    @Option(help: "The day of payment, YYYY-MM-DD.")
    var on: String?

    @Option(help: "The fine, in percent (2).")
    var finePct: String?

    @Option(help: "The interest per month, in percent (1).")
    var interestPct: String?

    @Option(
        help: ArgumentHelp(
            "Read fine, interest, correction and days_basis from this YAML file: a negotiation file, or only its charges.",
            valueName: "FILE"))
    var terms: String?

    @Option(help: ArgumentHelp("The table of index values, CSV.", valueName: "FILE"))
    var indices: String?

    @Option(help: "A discount on the total, in cents.")
    var discountCents: Int64 = 0

    @Option(help: "Where days are counted from: effective (the business day, the default) or original (as agreed).")
    var daysBasis: String?

    @Option(help: "Monetary correction of the principal, a decimal such as 1.0047.")
    var correctionFactor: String?

    @Option(help: "Read CENTS<TAB>DUE<TAB>ON per line from this file, - for standard input.")
    var lines: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if terms == nil { _ = try statedTerms() }
        if terms != nil, [finePct, interestPct, daysBasis, correctionFactor].contains(where: { $0 != nil }) {
            throw ValidationError(
                "--terms says all of fine, interest, days basis and correction: leave out the other options.")
        }
        guard (0...Charges.maximumCents).contains(discountCents) else {
            throw ValidationError("--discount-cents \(discountCents): give 0 to \(Charges.maximumCents).")
        }
        guard lines == nil else {
            guard principalCents == nil, due == nil, on == nil else {
                throw ValidationError("Give --lines FILE, or --principal-cents, --due and --on, not both.")
            }
            return
        }
        _ = try inputs()
    }

    func run() throws {
        let terms = try self.terms.map(Charges.readTerms) ?? statedTerms()
        let tables = try indices.map(Charges.readTables) ?? .empty
        if terms.needsTables, indices == nil {
            throw Failure("the terms name an index or the legal rate: give its values with --indices FILE.")
        }
        if let lines {
            try eachLine(of: lines) { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                do {
                    guard fields.count == 3 else { throw ValidationError("give CENTS<TAB>DUE<TAB>ON") }
                    let inputs = try Inputs(principal: Int64(fields[0]), due: fields[1], on: fields[2])
                    return ChargesAnswer(balance: try balance(inputs, terms, tables), error: nil)
                } catch {
                    return ChargesAnswer(balance: nil, error: (error as? ValidationError)?.message ?? "\(error)")
                }
            }
            return
        }
        do {
            let answer = ChargesAnswer(balance: try balance(try inputs(), terms, tables), error: nil)
            if json { try printJSON(answer) } else { print(answer.text) }
        } catch let error as IndexTableError {
            throw Failure("\(indices ?? "--indices"): \(error)")
        }
    }

    private func balance(_ inputs: Inputs, _ terms: LateChargeTerms, _ tables: IndexTables) throws -> Balance {
        try LateCharges.balance(
            principal: inputs.principal, due: inputs.due, on: inputs.on, terms: terms, tables: tables,
            discount: Money(cents: discountCents))
    }

    private static func readTerms(_ path: String) throws -> LateChargeTerms {
        let text = String(decoding: try read(path), as: UTF8.self)
        do throws(StrategyErrors) {
            return try loadLateCharges(text, file: path)
        } catch {
            throw Failure("\(error)")
        }
    }

    private static func readTables(_ path: String) throws -> IndexTables {
        let text = String(decoding: try read(path), as: UTF8.self)
        do throws(InvalidIndexTables) {
            return try IndexTables(csv: text)
        } catch {
            throw Failure(error.faults.map { "\(path): \($0)." }.joined(separator: "\n"))
        }
    }

    private static func read(_ path: String) throws -> Data {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure("cannot read \(path): no such file, or no permission.")
        }
        return bytes
    }

    private func statedTerms() throws -> LateChargeTerms {
        let (finePct, interestPct) = (finePct ?? "2", interestPct ?? "1")
        let daysBasis = daysBasis ?? LateChargeTerms.DaysBasis.effective.rawValue
        let correctionFactor = correctionFactor ?? "1"
        guard let fine = Percentage(finePct), fine <= .whole else {
            throw ValidationError("--fine-pct \(finePct): give 0 to 100, at most six decimals.")
        }
        guard let interest = Percentage(interestPct), interest <= .whole else {
            throw ValidationError("--interest-pct \(interestPct): give 0 to 100 per month, at most six decimals.")
        }
        guard let basis = LateChargeTerms.DaysBasis(rawValue: daysBasis) else {
            throw ValidationError("--days-basis \(daysBasis): give effective or original.")
        }
        guard let factor = DecimalFactor(correctionFactor) else {
            throw ValidationError("--correction-factor \(correctionFactor): give a decimal such as 1.0047.")
        }
        return LateChargeTerms(fine: fine, monthlyInterest: interest, daysBasis: basis, correction: factor)
    }

    private func inputs() throws -> Inputs {
        guard let due, let on, principalCents != nil else {
            throw ValidationError("Give --principal-cents, --due and --on, or --lines FILE.")
        }
        return try Inputs(principal: principalCents, due: due, on: on)
    }

    private struct Inputs {
        let principal: Money
        let due: CalendarDay
        let on: CalendarDay

        init(principal cents: Int64?, due dueText: String, on onText: String) throws {
            guard let cents, (1...Charges.maximumCents).contains(cents) else {
                throw ValidationError("The principal must be 1 to \(Charges.maximumCents) cents.")
            }
            guard let due = CalendarDay(iso: dueText) else {
                throw ValidationError("\(dueText) is no due date: give an existing day as YYYY-MM-DD.")
            }
            guard let on = CalendarDay(iso: onText) else {
                throw ValidationError("\(onText) is no day of payment: give an existing day as YYYY-MM-DD.")
            }
            principal = Money(cents: cents)
            self.due = due
            self.on = on
        }
    }
}

private struct ChargesAnswer: Encodable {
    let balance: Balance?
    let error: String?

    private enum Key: String, CodingKey {
        case valid, error
        case effectiveDue = "effective_due"
        case daysLate = "days_late"
        case principalCents = "principal_cents"
        case fineCents = "fine_cents"
        case interestCents = "interest_cents"
        case discountCents = "discount_cents"
        case totalCents = "total_cents"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        guard let balance else {
            try container.encode(false, forKey: .valid)
            try container.encode(error, forKey: .error)
            return
        }
        try container.encode(balance.effectiveDue.iso, forKey: .effectiveDue)
        try container.encode(balance.daysLate, forKey: .daysLate)
        try container.encode(balance.principal.cents, forKey: .principalCents)
        try container.encode(balance.fine.cents, forKey: .fineCents)
        try container.encode(balance.interest.cents, forKey: .interestCents)
        try container.encode(balance.discount.cents, forKey: .discountCents)
        try container.encode(balance.total.cents, forKey: .totalCents)
    }

    var text: String {
        guard let balance else { return error ?? "" }
        func money(_ amount: Money) -> String { Portuguese.money(amount, space: .plain) }
        return """
            effective due date: \(balance.effectiveDue.iso) (\(balance.daysLate) days late)
            principal: \(money(balance.principal))
            fine: \(money(balance.fine))
            interest: \(money(balance.interest))
            discount: \(money(balance.discount))
            total: \(money(balance.total))
            """
    }
}
