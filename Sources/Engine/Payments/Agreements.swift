import ContactPolicy
import Dialogue
import Domain
import Foundation
import Negotiation
import Store

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

    /// Ends an agreement: what it covered is owed again as before, less what was paid.
    func end(_ agreement: AgreementRow, as status: String, _ party: Party, _ context: EntryContext) throws {
        let session = context.session
        var ended = agreement
        ended.status = status
        ended.endedAt = context.now
        try session.update(ended)
        try session.clearTimer(key: "agreement:\(agreement.id)")
        try session.clearTimer(key: "agreement-reminder:\(agreement.id)")
        for link in try session.agreementDebts(agreement: agreement.id) {
            guard var debt = try session.find(DebtRow.self, .id(link.debt)), debt.status == "agreed" else { continue }
            debt.status = "open"
            try session.update(debt)
        }
        for var charge in try session.openCharges(debtor: agreement.debtor) where charge.agreement == agreement.id {
            charge.status = "cancelled"
            try session.update(charge)
        }
        try setCases(of: agreement.debtor, context)
        if status == "broken" {
            try context.record(.agreementBroken, creditor: agreement.creditor, debtor: agreement.debtor)
        }
    }

    /// Sets the clock for the next open payment: a reminder on its eve, and the look whether it came after the grace.
    func scheduleAgreement(_ agreement: AgreementRow, _ party: Party, _ context: EntryContext) throws {
        let session = context.session
        guard let next = try session.installments(agreement: agreement.id).first(where: { $0.status == "open" }) else {
            return
        }
        let grace = try policy(of: party.creditor, session).onBreak.graceBusinessDays
        let lastDay = configuration.calendar.adding(
            bankBusinessDays: grace, to: configuration.calendar.nextBankBusinessDay(onOrAfter: next.dueDay))
        try session.setTimer(
            id: context.nextID(), creditor: agreement.creditor, key: "agreement:\(agreement.id)",
            dueAt: party.zone.instant(lastDay.adding(days: 1)), kind: "agreement", subject: agreement.id.rawValue)
        // Who has just agreed to pay today needs no reminder of it.
        let eve = party.zone.instant(next.dueDay.adding(days: -1), minuteOfDay: 10 * 60)
        if eve > context.now.adding(hours: 12) {
            try session.setTimer(
                id: context.nextID(), creditor: agreement.creditor, key: "agreement-reminder:\(agreement.id)",
                dueAt: eve,
                kind: "agreement-reminder", subject: agreement.id.rawValue)
        } else {
            try session.clearTimer(key: "agreement-reminder:\(agreement.id)")
        }
    }

    /// The payment did not come within the grace.
    func agreementOverdue(_ id: AgreementID, _ context: EntryContext) throws {
        guard let agreement = try context.session.find(AgreementRow.self, .id(id)),
            agreement.status == "proposed" || agreement.status == "active"
        else { return }
        guard let party = try party(of: agreement.debtor, context) else { return }
        try end(agreement, as: "broken", party, context)
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
