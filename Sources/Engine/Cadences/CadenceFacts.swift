import Channels
import ContactPolicy
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// The case as the cadence's rules see it.
    func cadenceCase(_ row: CaseRow, _ cadence: Cadence, _ party: Party, _ context: EntryContext) throws -> CadenceCase
    {
        let session = context.session
        let debts = try session.debts(debtor: row.debtor).filter { $0.collectionCase == row.id && $0.status == "open" }
        let today = party.zone.day(context.now)
        var values = CaseValues()
        values.product = debts.first?.product
        values.state = party.debtor?.state
        values.city = party.debtor?.city
        let owed = try debts.map { try amounts($0, party, today, session) }
        values.balance = owed.map(\.total).sum()
        values.principal = owed.map(\.principal).sum()
        let due = configuration.calendar.nextBankBusinessDay(onOrAfter: row.oldestDue)
        values.daysPastDue = due.days(until: today)
        values.debts = debts.count
        values.identityProven = isProven(party.contactPoint, context.now)
        let conversation = try session.conversations(debtor: row.debtor).last
        values.replied = conversation?.lastInboundAt != nil
        return CadenceCase(
            debtor: row.debtor, dueDate: due, zone: party.zone,
            // Steps on channels that are not built yet stand aside, so that they overtake no step that can be made.
            settled: Set(row.settledSteps.split(separator: " ").map(String.init))
                .union(cadence.steps.filter { $0.channel != .whatsapp }.map(\.key)),
            pausedUntil: pausedUntil(cadence, conversation), stoppedBy: nil, values: values)
    }

    /// A reply pauses the cadence for as long as it says; the other pauses and stops are the gate's restrictions.
    private func pausedUntil(_ cadence: Cadence, _ conversation: ConversationRow?) -> Timestamp? {
        guard let reply = conversation?.lastInboundAt, let pause = cadence.pause(on: .reply) else { return nil }
        return pause.end(from: reply)
    }

    /// The number to try: the one that proved, else the first that is neither somebody else's nor unreachable.
    func bestParty(for row: CaseRow, _ context: EntryContext) throws -> Party? {
        let points = try context.session.contactPoints(debtor: row.debtor).filter { $0.kind == "phone" }
        let usable = points.filter { point in
            switch point.status {
            case "wrong": false
            case "unreachable": point.statusUntil.map { $0 <= context.now } ?? false
            default: true
            }
        }
        guard let point = usable.first(where: { isProven($0, context.now) }) ?? usable.first else { return nil }
        return try context.party(contactPoint: point)
    }

    func conversation(for party: Party, _ context: EntryContext) throws -> ConversationRow {
        let session = context.session
        let point = party.contactPoint
        if let known = try session.first(
            ConversationRow.self, "WHERE creditor = ? AND address = ? ORDER BY id DESC", .id(party.creditor.id),
            .text(addressKey(point)))
        {
            // The number may have spoken to us before it was known whose it is.
            guard known.debtor != point.debtor || known.contactPoint != point.id else { return known }
            var bound = known
            bound.debtor = point.debtor
            bound.contactPoint = point.id
            bound.state = nil
            try session.update(bound)
            return bound
        }
        return try startConversation(point, address: addressKey(point), bsuid: point.bsuid, context)
    }

    private func addressKey(_ point: ContactPointRow) -> String {
        PhoneIdentity.matchingKey(String(point.value.drop { $0 == "+" }))
    }

    func template(_ name: String, _ creditor: CreditorID, _ context: EntryContext) throws -> MessageTemplate? {
        guard let row = try context.session.activeStrategy(creditor: creditor, kind: .templates) else { return nil }
        return try strategies.templates(row)[name]
    }

    /// Whether sending by this template, or at all, is stopped.
    func isStopped(template: String, creditor: CreditorID, _ context: EntryContext) throws -> Bool {
        let names = ["account", "templates", "template:\(template)"].map { "\($0)@\(creditor)" }
        return try context.session.stopSwitches(creditor: creditor, now: context.now).contains {
            names.contains($0.name)
        }
    }

    /// The values of a template's variables for a case.
    func values(_ row: CaseRow, _ party: Party, _ context: EntryContext) throws -> [TemplateVariable: String] {
        let today = party.zone.day(context.now)
        let open = try context.session.debts(debtor: row.debtor)
            .filter { $0.collectionCase == row.id && $0.status == "open" }
        // A time-barred debt is never named to anybody who has not asked for it (rule A1).
        let live = open.filter { $0.dueDay.adding(days: CollectionEngine.prescriptionDays) > today }
        let debts = live.isEmpty ? open : live
        var values = personValues(party)
        if let oldest = debts.min(by: { $0.dueDay < $1.dueDay }) {
            values[.produto] = oldest.product ?? "contrato"
            values[.contratoFinal] = String(oldest.contract.suffix(4))
            values[.vencimento] = Portuguese.date(oldest.dueDay)
            let due = configuration.calendar.nextBankBusinessDay(onOrAfter: oldest.dueDay)
            values[.diasAtraso] = Portuguese.number(max(0, due.days(until: today)))
        }
        values[.valor] = Portuguese.money(
            try debts.map { try amounts($0, party, today, context.session).total }.sum(), space: .plain)
        return values
    }

    func installmentValues(_ installment: InstallmentRow, _ party: Party) -> [TemplateVariable: String] {
        var values = personValues(party)
        values[.valor] = Portuguese.money(installment.amount - installment.paid, space: .plain)
        values[.vencimento] = Portuguese.date(installment.dueDay)
        values[.produto] = "acordo"
        values[.contratoFinal] = String("\(installment.agreement)".suffix(4))
        values[.diasAtraso] = "0"
        return values
    }

    private func personValues(_ party: Party) -> [TemplateVariable: String] {
        [
            .nome: PersonName(party.debtor?.name ?? "").first, .credor: party.settings.tradeName,
        ]
    }
}
