import ArgumentParser
import Domain

/// `quita charges`: what is owed on a day, part by part.
struct Charges: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charges",
        abstract: "Compute fine and interest on a late payment.",
        discussion: """
            The due date moves to the next bank business day; paid by then, nothing is added. Afterwards the fine is \
            charged once and the interest per day of a month of 30 days, each part rounded half up to the cent.
            """)

    /// R$ 10 billion.
    static let maximumCents: Int64 = 1_000_000_000_000

    @Option(help: "The original amount, in cents.")
    var principalCents: Int64?

    @Option(help: "The due date as agreed, YYYY-MM-DD.")
    var due: String?

    @Option(help: "The day of payment, YYYY-MM-DD.")
    var on: String?

    @Option(help: "The fine, in percent.")
    var finePct = "2"

    @Option(help: "The interest per month, in percent.")
    var interestPct = "1"

    @Option(help: "A discount on the total, in cents.")
    var discountCents: Int64 = 0

    @Option(help: "Where days are counted from: effective (the business day) or original (the date as agreed).")
    var daysBasis = LateChargeTerms.DaysBasis.effective.rawValue

    @Option(help: "Monetary correction of the principal, a decimal such as 1.0047.")
    var correctionFactor = "1"

    @Option(help: "Read CENTS<TAB>DUE<TAB>ON per line from this file, - for standard input.")
    var lines: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        _ = try terms()
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
        let terms = try terms()
        if let lines {
            try eachLine(of: lines) { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                do {
                    guard fields.count == 3 else { throw ValidationError("give CENTS<TAB>DUE<TAB>ON") }
                    let inputs = try Inputs(principal: Int64(fields[0]), due: fields[1], on: fields[2])
                    return ChargesAnswer(balance: balance(inputs, terms), error: nil)
                } catch {
                    return ChargesAnswer(balance: nil, error: (error as? ValidationError)?.message ?? "\(error)")
                }
            }
            return
        }
        let answer = ChargesAnswer(balance: balance(try inputs(), terms), error: nil)
        if json { try printJSON(answer) } else { print(answer.text) }
    }

    private func balance(_ inputs: Inputs, _ terms: LateChargeTerms) -> Balance {
        LateCharges.balance(
            principal: inputs.principal, due: inputs.due, on: inputs.on, terms: terms,
            discount: Money(cents: discountCents))
    }

    private func terms() throws -> LateChargeTerms {
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
