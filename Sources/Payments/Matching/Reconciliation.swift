package import Domain

/// What a payment turned out to be.
package enum ReconciliationVerdict: Hashable, Sendable {
    /// What was owed on its day, to the cent or within the rounding of its parts.
    case matched(ChargeID)
    /// Less than that.
    case partial(ChargeID)
    /// The principal, after the due day, without all of the charges for the delay.
    case late(ChargeID)
    /// More than that; the excess is the payer's.
    case over(ChargeID)
    /// For something that was paid already: all of it is the payer's.
    case duplicate(ChargeID)
    /// Money that went back.
    case reversed(ChargeID)
    /// The same event once more: nothing moved.
    case repeated
    /// Whose it is cannot be told; several that fit are named. A person decides.
    case unknown([ChargeID])

    package var kind: Kind {
        switch self {
        case .matched: .matched
        case .partial: .partial
        case .late: .late
        case .over: .over
        case .duplicate: .duplicate
        case .reversed: .reversed
        case .repeated: .repeated
        case .unknown: .unknown
        }
    }

    /// The verdict without whose it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case matched, partial, late, over, duplicate, reversed, repeated, unknown
    }

    package var charge: ChargeID? {
        switch self {
        case .matched(let id), .partial(let id), .late(let id), .over(let id), .duplicate(let id), .reversed(let id): id
        case .repeated, .unknown: nil
        }
    }
}

/// One payment and where its money went.
///
/// `payment.amount = booked + excess + unmatched`, and `expected = booked + missing + rounding`, except for what went back
/// and what is repeated, where `expected` is zero.
package struct ReconciliationLine: Hashable, Sendable {
    package let payment: ReceivedPayment
    package let verdict: ReconciliationVerdict
    /// What was open for the charge on the payment's day.
    package let expected: Money
    /// Written off against the charge.
    package let booked: Money
    /// The payer's, to be given back.
    package let excess: Money
    /// Nobody's yet.
    package let unmatched: Money
    /// Still open.
    package let missing: Money
    /// Forgiven as rounding; negative where the payer's bank rounded up.
    package let rounding: Money
}

/// Matches payments with what is expected, each once, whatever the order in which they come.
///
/// A txid decides first, then the bank's number, then one of the creditor's references together with an amount that fits.
/// An amount alone never does.
package struct Reconciliation: Sendable {
    private struct Account: Sendable {
        let payable: Payable
        var received: Money
        /// Paid in full; what comes now is the payer's.
        var isSettled: Bool
    }

    private var accounts: [ChargeID: Account] = [:]
    private var byTxid: [PixTxid: [ChargeID]] = [:]
    private var byOurNumber: [OurNumberKey: [ChargeID]] = [:]
    private var byReference: [String: [ChargeID]] = [:]
    private var places: [String: Int] = [:]
    private let seenBefore: Set<String>
    private let calendar: BrazilianCalendar
    /// What was received, in the order in which it was decided.
    package private(set) var lines: [ReconciliationLine] = []

    /// - Parameter seen: keys of payments that were decided in earlier runs.
    package init(
        _ payables: some Sequence<Payable>, seen: Set<String> = [], calendar: BrazilianCalendar = .standard
    ) {
        seenBefore = seen
        self.calendar = calendar
        for payable in payables where accounts[payable.id] == nil {
            let due = payable.terms.amount(on: payable.terms.due, calendar: calendar)?.total ?? payable.terms.original
            accounts[payable.id] = Account(
                payable: payable, received: payable.received,
                isSettled: payable.received > .zero && payable.received >= due)
            for txid in payable.txids { byTxid[txid, default: []].append(payable.id) }
            for number in payable.ourNumbers { byOurNumber[number, default: []].append(payable.id) }
            for reference in payable.references { byReference[reference, default: []].append(payable.id) }
        }
    }

    /// Decides payments. Those that are given together are taken in the order of their instants, so their order in the list
    /// does not matter.
    package mutating func receive(_ payments: some Sequence<ReceivedPayment>) {
        let inOrder = payments.sorted {
            // Money comes before it goes back.
            ($0.at, $0.amount < .zero ? 1 : 0, $0.key) < ($1.at, $1.amount < .zero ? 1 : 0, $1.key)
        }
        for payment in inOrder {
            let line = decide(payment)
            if line.verdict != .repeated { places[payment.key] = lines.count }
            lines.append(line)
        }
    }

    /// What has come in all for a charge.
    package func received(for id: ChargeID) -> Money { accounts[id]?.received ?? .zero }

    /// What a charge still asks for on a day; zero once it is settled.
    package func open(_ id: ChargeID, on day: CalendarDay) -> Money {
        guard let account = accounts[id], !account.isSettled else { return .zero }
        return max(.zero, asked(account.payable, day).total - account.received)
    }

    private mutating func decide(_ payment: ReceivedPayment) -> ReconciliationLine {
        guard !seenBefore.contains(payment.key), places[payment.key] == nil, payment.amount != .zero else {
            return line(payment, .repeated)
        }
        guard payment.amount > .zero else { return reverse(payment) }
        let found = candidates(payment)
        guard let id = found.first, found.count == 1, let account = accounts[id] else {
            return line(payment, .unknown(found.sorted()), unmatched: payment.amount)
        }
        return book(payment, id, account)
    }

    /// What is asked for on a day; after the last day on which a bank takes it, what was asked for on the last.
    private func asked(_ payable: Payable, _ day: CalendarDay) -> PixComponents {
        let last = payable.terms.lastDay(calendar)
        return payable.terms.amount(on: min(day, last), calendar: calendar)
            ?? PixComponents(original: payable.terms.original)
    }

    /// One cent for each part that was computed rather than agreed.
    private func tolerance(_ asked: PixComponents) -> Money {
        let parts = [asked.fine, asked.interest, asked.rebate, asked.discount]
        return Money(cents: Int64(parts.count { $0 > .zero }))
    }

    private func candidates(_ payment: ReceivedPayment) -> [ChargeID] {
        if let txid = payment.txid, let ids = byTxid[txid] { return ids }
        if let number = payment.ourNumber, let ids = byOurNumber[number] { return ids }
        let named = Set(payment.references.flatMap { byReference[$0] ?? [] })
        return named.filter { id in
            guard let account = accounts[id], !account.isSettled else { return false }
            let asked = asked(account.payable, payment.day)
            let difference = (asked.total - account.received - payment.amount).cents.magnitude
            return difference <= tolerance(asked).cents.magnitude
        }
    }

    private mutating func book(
        _ payment: ReceivedPayment, _ id: ChargeID, _ account: Account
    ) -> ReconciliationLine {
        guard !account.isSettled else { return line(payment, .duplicate(id), excess: payment.amount) }
        let asked = asked(account.payable, payment.day)
        let expected = max(.zero, asked.total - account.received)
        let missing = expected - payment.amount
        if missing.cents.magnitude <= tolerance(asked).cents.magnitude {
            settle(id, payment.amount)
            return line(payment, .matched(id), expected: expected, booked: payment.amount, rounding: missing)
        }
        if missing < .zero {
            settle(id, expected)
            return line(payment, .over(id), expected: expected, booked: expected, excess: -missing)
        }
        accounts[id]?.received += payment.amount
        // The charges for the delay are what is missing: the principal has come.
        let isLate = asked.fine + asked.interest > .zero && missing <= asked.fine + asked.interest
        return line(
            payment, isLate ? .late(id) : .partial(id), expected: expected, booked: payment.amount, missing: missing)
    }

    private mutating func settle(_ id: ChargeID, _ amount: Money) {
        accounts[id]?.received += amount
        accounts[id]?.isSettled = true
    }

    /// Money that goes back is taken from what was the payer's anyway, then from the charge, which is open again.
    private mutating func reverse(_ payment: ReceivedPayment) -> ReconciliationLine {
        let parent = payment.reverses.flatMap { places[$0] }.map { lines[$0] }
        let found = parent.map { $0.verdict.charge.map { [$0] } ?? [] } ?? candidatesOfReversal(payment)
        let amount = -payment.amount
        guard let id = found.first, found.count == 1, let account = accounts[id] else {
            return line(payment, .unknown(found.sorted()), unmatched: payment.amount)
        }
        let fromExcess = min(amount, excessLeft(parent))
        let fromCharge = min(amount - fromExcess, account.received)
        if fromCharge > .zero {
            accounts[id]?.received -= fromCharge
            accounts[id]?.isSettled = false
        }
        return line(
            payment, .reversed(id), booked: -fromCharge, excess: -fromExcess,
            unmatched: -(amount - fromExcess - fromCharge))
    }

    private func candidatesOfReversal(_ payment: ReceivedPayment) -> [ChargeID] {
        if let txid = payment.txid, let ids = byTxid[txid] { return ids }
        return payment.ourNumber.flatMap { byOurNumber[$0] } ?? []
    }

    /// What of a payment's excess earlier refunds have left.
    private func excessLeft(_ parent: ReconciliationLine?) -> Money {
        guard let parent else { return .zero }
        let gone = lines.filter { $0.payment.reverses == parent.payment.key }.map(\.excess).sum()
        return max(.zero, parent.excess + gone)
    }

    private func line(
        _ payment: ReceivedPayment, _ verdict: ReconciliationVerdict, expected: Money = .zero, booked: Money = .zero,
        excess: Money = .zero, unmatched: Money = .zero, missing: Money = .zero, rounding: Money = .zero
    ) -> ReconciliationLine {
        ReconciliationLine(
            payment: payment, verdict: verdict, expected: expected, booked: booked, excess: excess,
            unmatched: unmatched, missing: missing, rounding: rounding)
    }
}
