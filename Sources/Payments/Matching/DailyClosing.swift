package import Domain

/// One payment and where its money went on the day on which it came, whether a run of `Reconciliation` decided that or the
/// books tell it.
package struct ClosingLine: Hashable, Sendable {
    package let payment: ReceivedPayment
    package let kind: ReconciliationVerdict.Kind
    package let expected: Money
    package let booked: Money
    package let excess: Money
    package let unmatched: Money
    package let missing: Money
    package let rounding: Money

    package init(
        payment: ReceivedPayment, kind: ReconciliationVerdict.Kind, expected: Money, booked: Money, excess: Money,
        unmatched: Money, missing: Money, rounding: Money = .zero
    ) {
        self.payment = payment
        self.kind = kind
        self.expected = expected
        self.booked = booked
        self.excess = excess
        self.unmatched = unmatched
        self.missing = missing
        self.rounding = rounding
    }

    package init(_ line: ReconciliationLine) {
        self.init(
            payment: line.payment, kind: line.verdict.kind, expected: line.expected, booked: line.booked,
            excess: line.excess, unmatched: line.unmatched, missing: line.missing, rounding: line.rounding)
    }
}

/// What happened to the money of one day (*fechamento diário*). Every amount sums to the cent:
/// `received = booked + excess + unmatched`, in all and for each verdict.
package struct DailyClosing: Hashable, Sendable {
    /// Payments of one kind.
    package struct Sum: Hashable, Sendable {
        package var count = 0
        package var received = Money.zero
        package var expected = Money.zero
        package var booked = Money.zero
        package var excess = Money.zero
        package var unmatched = Money.zero
        package var missing = Money.zero
        package var rounding = Money.zero
        package var fees = Money.zero

        package init() {}

        /// Whether the money that came is all accounted for.
        package var isBalanced: Bool { received == booked + excess + unmatched }

        fileprivate mutating func add(_ line: ClosingLine) {
            count += 1
            // What is told twice came once.
            guard line.kind != .repeated else { return }
            received += line.payment.amount
            expected += line.expected
            booked += line.booked
            excess += line.excess
            unmatched += line.unmatched
            missing += line.missing
            rounding += line.rounding
            fees += line.payment.fee
        }
    }

    package let day: CalendarDay
    /// Kinds that did not occur are absent.
    package let byVerdict: [ReconciliationVerdict.Kind: Sum]
    package let byWay: [ReceivedPayment.Way: Sum]
    package let total: Sum
    /// What a person has to look at: everything that is not matched or merely repeated.
    package let exceptions: [ClosingLine]

    package init(day: CalendarDay, lines: some Sequence<ReconciliationLine>) {
        self.init(day: day, lines: lines.map(ClosingLine.init))
    }

    package init(day: CalendarDay, lines: some Sequence<ClosingLine>) {
        var (byVerdict, byWay, total) = ([ReconciliationVerdict.Kind: Sum](), [ReceivedPayment.Way: Sum](), Sum())
        var exceptions: [ClosingLine] = []
        for line in lines where line.payment.day == day {
            byVerdict[line.kind, default: Sum()].add(line)
            byWay[line.payment.way, default: Sum()].add(line)
            total.add(line)
            switch line.kind {
            case .matched, .repeated: break
            default: exceptions.append(line)
            }
        }
        self.day = day
        self.byVerdict = byVerdict
        self.byWay = byWay
        self.total = total
        self.exceptions = exceptions
    }

    /// For accounting: a line per verdict and one for all, amounts with a dot and two decimals.
    package var csv: String {
        var text = "day,verdict,count,received,expected,booked,excess,unmatched,missing,rounding,fees\n"
        func row(_ name: String, _ sum: Sum) -> String {
            let amounts = [
                sum.received, sum.expected, sum.booked, sum.excess, sum.unmatched, sum.missing, sum.rounding, sum.fees,
            ]
            return ([day.iso, name, String(sum.count)] + amounts.map(\.bankDecimal)).joined(separator: ",") + "\n"
        }
        for kind in ReconciliationVerdict.Kind.allCases {
            if let sum = byVerdict[kind] { text += row(kind.rawValue, sum) }
        }
        return text + row("total", total)
    }
}

extension Reconciliation {
    /// The report of a day.
    package func closing(on day: CalendarDay) -> DailyClosing { DailyClosing(day: day, lines: lines) }
}
