package import Domain

/// What debtor and creditor agreed, and what became of it.
///
/// Its state is a function of its terms and its history, so a stored one that claims more than happened cannot be read
/// back. It begins with an `Offer`, so nothing outside the policy is ever agreed.
package struct Agreement: Hashable, Sendable {
    package let id: AgreementID
    package let terms: OfferTerms
    package let rules: BreakRules
    package private(set) var history: [AgreementEvent] = []
    package private(set) var state = AgreementState.proposed
    /// What was paid under it.
    package private(set) var paid = Money.zero
    private var lastDay: CalendarDay

    package init(proposing offer: Offer, id: AgreementID, rules: BreakRules) {
        self.init(id: id, terms: offer.terms, rules: rules)
    }

    private init(id: AgreementID, terms: OfferTerms, rules: BreakRules) {
        self.id = id
        self.terms = terms
        self.rules = rules
        lastDay = terms.calculatedOn
    }

    /// Lives a history that was kept, by the calendar under which it was lived.
    /// - Throws: why it could not have happened.
    package init(
        id: AgreementID, terms: OfferTerms, rules: BreakRules, history: [AgreementEvent],
        calendar: BrazilianCalendar = .standard
    ) throws(AgreementError) {
        self.init(id: id, terms: terms, rules: rules)
        for event in history { try apply(event, calendar: calendar) }
    }

    /// Takes an event.
    /// - Throws: why it does not fit; then nothing has changed.
    package mutating func apply(
        _ event: AgreementEvent, calendar: BrazilianCalendar = .standard
    ) throws(AgreementError) {
        guard event.day >= lastDay else { throw .outOfOrder }
        switch (state, event) {
        case (.proposed, .accepted(let acceptance)):
            guard acceptance.termsShown == terms.fingerprint else { throw .otherTermsShown }
            guard acceptance.day <= terms.validUntil else { throw .outsideValidity }
            state = .accepted(acceptance)
        case (.accepted(let acceptance), .paid(let amount, let day)),
            (.active(let acceptance), .paid(let amount, let day)):
            try receive(amount, on: day, acceptance)
        case (.accepted, .paymentReversed(let amount, _)): try takeBack(amount)
        case (.active(let acceptance), .paymentReversed(let amount, _)):
            try reverse(amount, acceptance)
        case (.ended(.kept, let acceptance?), .paymentReversed(let amount, _)),
            (.ended(.settled, let acceptance?), .paymentReversed(let amount, _)):
            try reverse(amount, acceptance)
        case (.proposed, .lapsed(let day)): state = .ended(.lapsed(on: day), nil)
        case (.accepted(let acceptance), .lapsed(let day)):
            guard isLate(on: day, calendar: calendar) else { throw .notLate }
            state = .ended(.lapsed(on: day), acceptance)
        case (.active(let acceptance), .broken(let day)):
            guard isLate(on: day, calendar: calendar) else { throw .notLate }
            state = .ended(.broken(on: day), acceptance)
        case (.accepted(let acceptance), .renegotiated(let other, let day)),
            (.active(let acceptance), .renegotiated(let other, let day)):
            guard other != id else { throw .notAllowed(in: state.name) }
            state = .ended(.renegotiated(by: other, on: day), acceptance)
        case (.accepted(let acceptance), .withdrawn(let day)), (.active(let acceptance), .withdrawn(let day)):
            state = .ended(.broken(on: day), acceptance)
        case (.active(let acceptance), .settled(let day)): state = .ended(.settled(on: day), acceptance)
        default: throw .notAllowed(in: state.name)
        }
        history.append(event)
        lastDay = event.day
    }

    private mutating func receive(
        _ amount: Money, on day: CalendarDay, _ acceptance: Acceptance
    ) throws(AgreementError) {
        guard amount > .zero else { throw .amountNotPositive }
        guard amount <= remaining else { throw .moreThanOwed(amount - remaining) }
        let due = nextPayment?.due
        paid += amount
        if remaining == .zero {
            // Several payments at once, before the last was due, are a plan paid off early.
            let last = terms.payments.last?.due ?? day
            let isEarly = due != last && day < last
            state = .ended(isEarly ? .settled(on: day) : .kept(on: day), acceptance)
        } else if let first = terms.payments.first, paid >= first.amount {
            state = .active(acceptance)
        }
    }

    /// Money gone makes a running agreement of one that was over.
    private mutating func reverse(_ amount: Money, _ acceptance: Acceptance) throws(AgreementError) {
        try takeBack(amount)
        state = .active(acceptance)
    }

    private mutating func takeBack(_ amount: Money) throws(AgreementError) {
        guard amount > .zero else { throw .amountNotPositive }
        guard amount <= paid else { throw .moreThanPaid(amount - paid) }
        paid -= amount
    }
}

extension Agreement {
    /// What is left to pay.
    package var remaining: Money { terms.total - paid }

    /// What of each payment has been paid, the earliest filled first.
    package var progress: [(payment: ScheduledPayment, paid: Money)] {
        var rest = paid
        return terms.payments.map { payment in
            let part = min(rest, payment.amount)
            rest -= part
            return (payment, part)
        }
    }

    /// The day of the last event; nothing that comes later is before it.
    package var lastEventDay: CalendarDay { lastDay }

    /// The first payment that is not complete.
    package var nextPayment: ScheduledPayment? { progress.first { $0.paid < $0.payment.amount }?.payment }

    /// Whether the grace of the first open payment is over: business days after its due day, or after the business day
    /// to which that moves.
    package func isLate(on day: CalendarDay, calendar: BrazilianCalendar = .standard) -> Bool {
        guard let next = nextPayment else { return false }
        let due = calendar.nextBankBusinessDay(onOrAfter: next.due)
        return day > calendar.adding(bankBusinessDays: rules.graceBusinessDays, to: due)
    }

    /// What the passing of time makes of it: nil for nothing yet.
    package func passing(_ day: CalendarDay, calendar: BrazilianCalendar = .standard) -> AgreementEvent? {
        switch state {
        case .proposed: day > terms.validUntil ? .lapsed(on: day) : nil
        case .accepted: isLate(on: day, calendar: calendar) ? .lapsed(on: day) : nil
        case .active: isLate(on: day, calendar: calendar) ? .broken(on: day) : nil
        case .ended: nil
        }
    }

    /// Whether its debts stand still because of it.
    package var suspendsDebts: Bool {
        switch state {
        case .accepted, .active: true
        case .proposed, .ended: false
        }
    }
}

extension AgreementEvent {
    package var day: CalendarDay {
        switch self {
        case .accepted(let acceptance): acceptance.day
        case .paid(_, let day), .paymentReversed(_, let day), .lapsed(let day), .broken(let day), .withdrawn(let day),
            .renegotiated(_, let day), .settled(let day):
            day
        }
    }
}

extension Agreement: Codable {
    private enum Key: String, CodingKey { case id, terms, rules, history }

    private struct StoredRules: Codable {
        let grace: Int
        let keepsDiscount: Bool
        let renegotiationsMax: Int
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(terms, forKey: .terms)
        let stored = StoredRules(
            grace: rules.graceBusinessDays, keepsDiscount: rules.keepsDiscount,
            renegotiationsMax: rules.renegotiationsMax)
        try container.encode(stored, forKey: .rules)
        try container.encode(history, forKey: .history)
    }

    /// Lives the history once more, by the standard calendar; one that could not have happened is refused. A calendar
    /// with more holidays only lengthens a grace, so what was late by it is late by this one.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let stored = try container.decode(StoredRules.self, forKey: .rules)
        let rules = BreakRules(
            graceBusinessDays: stored.grace, keepsDiscount: stored.keepsDiscount,
            renegotiationsMax: stored.renegotiationsMax)
        self.init(
            id: try container.decode(AgreementID.self, forKey: .id),
            terms: try container.decode(OfferTerms.self, forKey: .terms), rules: rules)
        for event in try container.decode([AgreementEvent].self, forKey: .history) {
            do throws(AgreementError) {
                try apply(event)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: .history, in: container, debugDescription: "not a possible history: \(error)")
            }
        }
    }
}
