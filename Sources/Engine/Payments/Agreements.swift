import ContactPolicy
import Dialogue
import Domain
import Foundation
import Negotiation
import Store

extension Agreement {
    /// Takes an event, as the engine's handlers want it refused.
    mutating func take(_ event: AgreementEvent, calendar: BrazilianCalendar) throws {
        do throws(AgreementError) {
            try apply(event, calendar: calendar)
        } catch {
            throw EntryError.refused("agreement \(id) does not take this: \(error)")
        }
    }
}

extension CollectionEngine {
    /// Brings the debtor's cases in line with their debts: settled when nothing is owed, waiting while an agreement runs,
    /// else open and looked at by the cadence.
    func setCases(of debtor: DebtorID, _ context: EntryContext) throws {
        let session = context.session
        let debts = try session.debts(debtor: debtor)
        for var row in try session.cases(debtor: debtor) where row.status != "closed" {
            let own = debts.filter { $0.collectionCase == row.id && $0.status != "settled" }
            let before = row
            if own.isEmpty {
                row.status = "settled"
                row.closedAt = row.closedAt ?? context.now
                row.nextActionAt = nil
            } else if own.allSatisfy({ $0.status == "agreed" }) {
                row.status = "agreed"
                row.closedAt = nil
                row.nextActionAt = nil
            } else {
                row.status = "open"
                row.closedAt = nil
                row.nextActionAt = context.now
                row.oldestDue = own.map(\.dueDay).min() ?? row.oldestDue
            }
            guard row != before else { continue }
            try session.update(row)
            if row.status == "settled" {
                try context.record(.caseSettled, creditor: row.creditor, debtor: debtor)
            }
        }
    }

    /// An agreement as its terms and its history make it.
    func life(of row: AgreementRow) throws -> Agreement {
        let decoder = JSONDecoder()
        do {
            return try Agreement(
                id: row.id, terms: try decoder.decode(OfferTerms.self, from: Data(row.terms.utf8)),
                rules: try decoder.decode(BreakRules.self, from: Data(row.rules.utf8)),
                history: try decoder.decode([AgreementEvent].self, from: Data(row.history.utf8)),
                calendar: configuration.calendar)
        } catch {
            throw EntryError.badBody(kind: "agreement \(row.id)", reason: "\(error)")
        }
    }

    /// Keeps what became of an agreement: its history is the truth, the row's standing and its installments follow.
    func keep(_ life: Agreement, in row: inout AgreementRow, _ context: EntryContext) throws {
        row.history = try canonicalJSON(life.history)
        row.status = life.state.name.rawValue
        row.endedAt = life.state.isEnded ? row.endedAt ?? context.now : nil
        try context.session.update(row)
        let progress = life.progress
        for var installment in try context.session.installments(agreement: row.id) {
            guard let own = progress.first(where: { $0.payment.number == installment.number }) else { continue }
            let before = installment
            installment.paid = own.paid
            installment.status = own.paid == own.payment.amount ? "paid" : "open"
            installment.paidAt = installment.status == "paid" ? installment.paidAt ?? context.now : nil
            if installment != before { try context.session.update(installment) }
        }
        if life.state.isEnded {
            try context.session.clearTimer(key: "agreement:\(row.id)")
            try context.session.clearTimer(key: "agreement-reminder:\(row.id)")
        }
    }

    /// The next payment, and what is left of it.
    func openPayment(of life: Agreement) -> ScheduledPayment? {
        guard !life.state.isEnded, let (payment, paid) = life.progress.first(where: { $0.paid < $0.payment.amount })
        else { return nil }
        return ScheduledPayment(
            number: payment.number, due: payment.due, amount: payment.amount - paid, interest: payment.interest)
    }

    /// What a payment of an agreement bears when it comes late: by the contract's terms, as the debt would.
    func lateCharges(of payment: ScheduledPayment, on day: CalendarDay, _ party: Party) -> Money {
        LateCharges.balance(
            principal: payment.amount, due: payment.due, on: day, terms: party.settings.lateCharges.withoutTables,
            calendar: configuration.calendar
        ).charges
    }

    /// Ends an agreement that was not fulfilled: what it covered is owed again as the policy says, less what was paid.
    func end(_ agreement: AgreementRow, by event: AgreementEvent, _ party: Party, _ context: EntryContext) throws {
        let session = context.session
        var row = agreement
        var life = try life(of: row)
        try life.take(event, calendar: configuration.calendar)
        var books = try books(of: party, context)
        // Only who has begun to keep an agreement keeps its discount.
        let keepsDiscount = life.state.name == .broken && life.rules.keepsDiscount
        if books.ledger.balances.owed(.agreement(row.id)) > .zero {
            try books.record(.broken(row.id, keepsDiscount: keepsDiscount), on: event.day)
        }
        try keep(life, in: &row, context)
        for var charge in try session.openCharges(debtor: row.debtor) where charge.agreement == row.id {
            charge.status = "cancelled"
            try session.update(charge)
            try cancelAtBank(charge, context)
        }
        try follow(books, of: row.debtor, context)
        if life.state.name != .renegotiated {
            try context.record(
                .agreementBroken, creditor: row.creditor, debtor: row.debtor, ["how": life.state.name.rawValue])
        }
    }

    /// Sets the clock for the next open payment: a reminder on its eve, and the look whether it came after the grace.
    func scheduleAgreement(_ row: AgreementRow, _ life: Agreement, _ party: Party, _ context: EntryContext) throws {
        let session = context.session
        guard let next = openPayment(of: life) else { return }
        let lastDay = configuration.calendar.adding(
            bankBusinessDays: life.rules.graceBusinessDays,
            to: configuration.calendar.nextBankBusinessDay(onOrAfter: next.due))
        try session.setTimer(
            id: context.nextID(), creditor: row.creditor, key: "agreement:\(row.id)",
            dueAt: max(context.now, party.zone.instant(lastDay.adding(days: 1))), kind: "agreement",
            subject: row.id.rawValue)
        // Who has just agreed to pay today needs no reminder of it.
        let eve = party.zone.instant(next.due.adding(days: -1), minuteOfDay: 10 * 60)
        if eve > context.now.adding(hours: 12) {
            try session.setTimer(
                id: context.nextID(), creditor: row.creditor, key: "agreement-reminder:\(row.id)", dueAt: eve,
                kind: "agreement-reminder", subject: row.id.rawValue)
        } else {
            try session.clearTimer(key: "agreement-reminder:\(row.id)")
        }
    }

    /// The clock has passed the grace of a payment: what that makes of the agreement is its own to say.
    func agreementOverdue(_ id: AgreementID, _ context: EntryContext) throws {
        guard let row = try context.session.find(AgreementRow.self, .id(id)), row.isRunning,
            let party = try party(of: row.debtor, context)
        else { return }
        let life = try life(of: row)
        let today = max(party.zone.day(context.now), life.lastEventDay)
        guard let event = life.passing(today, calendar: configuration.calendar) else {
            return try scheduleAgreement(row, life, party, context)
        }
        try end(row, by: event, party, context)
    }

    /// Agreements that were said yes to and not kept, in the last twelve months: what the policy asks about.
    func previousBreaks(of debtor: DebtorID, _ now: Timestamp, _ session: Session) throws -> Int {
        try session.agreements(debtor: debtor).count { row in
            (row.status == "broken" || row.status == "lapsed") && (row.endedAt ?? now) >= now.adding(days: -365)
        }
    }

    /// The party at the debtor's best contact point: the telephone that proved, else the first usable one, else whatever
    /// there is, since who has only an e-mail address pays, too.
    func party(of debtor: DebtorID, _ context: EntryContext) throws -> Party? {
        let all = try context.session.contactPoints(debtor: debtor)
        let points = all.filter { $0.kind == "phone" }
        let usable = points.filter { $0.status != "wrong" }
        let best = usable.filter { $0.provenAt != nil }.max {
            ($0.provenAt ?? .init(seconds: 0)) < ($1.provenAt ?? .init(seconds: 0))
        }
        guard let point = best ?? usable.first ?? points.first ?? all.first else { return nil }
        return try context.party(contactPoint: point)
    }
}
