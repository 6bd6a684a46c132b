import Dialogue
import Domain
import Foundation
import Payments
import Store

/// The body of an effect that asks a bank: what to ask whom, and what the answer is for.
struct BankErrand: Codable {
    let bank: String
    let errand: PixErrand
    /// The charge that it is about, and where its code is waited for.
    var charge: ChargeID?
    var conversation: ConversationID?
    var due: CalendarDay?
    /// As in `Command.chargeRequested`.
    var number: Int?
}

/// Charges that the bank makes.
extension CollectionEngine {
    /// Asks the bank for a charge; its code comes with the answer.
    func askBank(
        for amount: Money, due: CalendarDay, number: Int?, agreement: AgreementID?, installment: InstallmentID?,
        bank: PixBankSettings, key: String, _ row: ConversationRow, _ party: Party, _ debtor: DebtorRow,
        _ context: EntryContext
    ) throws {
        let id: ChargeID = try context.nextID()
        let txid = PixTxid(id: id.rawValue, namespace: UInt64(bitPattern: party.creditor.id.rawValue), use: .bankCharge)
        let document = TaxDocument(normalized: debtor.document)
        let terms = party.settings.lateCharges
        // Without a document the bank takes no charge with a due day.
        let late =
            due > party.zone.day(context.now) && document != nil
            ? PixChargeOrder.Late(
                due: due, validDaysAfterDue: bank.validDaysAfterDue, fine: terms.fine.hundredths,
                monthlyInterest: terms.monthlyInterest.hundredths) : nil
        let order = PixChargeOrder(
            txid: txid, amount: amount, key: key, debtorDocument: document, debtorName: debtor.name, late: late)
        try context.session.insert(
            ChargeRow(
                id: id, creditor: party.creditor.id, debtor: debtor.id, agreement: agreement, installment: installment,
                txid: txid.text, amount: amount, payload: "", status: "requested", createdAt: context.now,
                kind: order.kind.rawValue,
                expiresAt: late == nil ? context.now.adding(seconds: Int64(order.expiresAfterSeconds)) : nil))
        try context.record(
            .chargeMade, creditor: party.creditor.id, debtor: debtor.id, ["amount_cents": "\(amount.cents)"])
        let effect: Int64 = try context.nextID()
        let errand = BankErrand(
            bank: bank.name, errand: .charge(order), charge: id, conversation: row.id, due: due, number: number)
        try context.session.queueWork(
            .pixCharge, id: effect, creditor: party.creditor.id, lane: "pix:\(id)", body: canonicalJSON(errand),
            notBefore: context.now, validUntil: context.now.adding(seconds: bank.waitSeconds))
        try context.session.setTimer(
            id: context.nextID(), creditor: party.creditor.id, key: "pix-charge:\(id)",
            dueAt: context.now.adding(seconds: bank.waitSeconds), kind: "pix-charge", subject: effect)
        context.noteEffect()
    }

    /// The bank has answered: its code goes into the conversation that waits for it.
    func pixCharged(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let body: BankErrand = try effect.work()
        guard let id = body.charge, var charge = try context.session.find(ChargeRow.self, .id(id)) else {
            return try context.session.finish(effect, as: .failed)
        }
        let reply: PixReply? = result.answer()
        let outcome: PixOutcome<PixCharge>? = reply?.outcome()
        guard charge.status == "requested" else {
            // Too late: the debtor has another code. Whatever the bank has made is taken back.
            try context.session.finish(effect, as: .done)
            return try cancelAtBank(charge, context)
        }
        let settings = try context.settings(of: context.creditor(charge.creditor))
        if case .done(let made)? = outcome,
            let code = try? made.code(
                name: BRCode.fitting(settings.legalName ?? settings.tradeName, max: BRCode.nameLengthMax),
                city: BRCode.fitting(settings.pixCity ?? "BRASIL", max: BRCode.cityLengthMax))
        {
            try context.session.finish(effect, as: .done)
            try context.session.clearTimer(key: "pix-charge:\(id)")
            charge.payload = code.payload
            charge.status = "open"
            try context.session.update(charge)
            return try giveCode(of: charge, body, context)
        }
        guard let delay = repeatDelay(outcome, attempt: result.attempt),
            case let at = context.now.adding(seconds: delay), at < effect.validUntil
        else {
            try context.session.finish(effect, as: .failed)
            return try goAnotherWay(charge, body, reason: result.errorText ?? outcome?.text ?? "no answer", context)
        }
        try context.session.retry(effect, notBefore: at)
        context.noteEffect()
    }

    /// Seconds until the same request goes out again; nil when that is of no use. Our txid makes the charge once, so silence is
    /// asked again, too.
    func repeatDelay<Value>(_ outcome: PixOutcome<Value>?, attempt: Int) -> Int64? {
        let step = min(60, Int64(1) << Int64(min(attempt, 6)))
        switch outcome {
        case .unknown?: return step
        case .failed(let problem)?:
            switch problem.action {
            case .retry(let seconds), .wait(let seconds): return max(seconds, step)
            case .renewToken: return attempt < 3 ? step : nil
            case .absent, .look, .fix, .stop: return nil
            }
        case .done?, nil: return nil
        }
    }

    /// The bank has not answered in time.
    func pixChargeLate(effect id: Int64, _ context: EntryContext) throws {
        guard let effect = try context.session.find(EffectRow.self, .integer(id)) else { return }
        let body: BankErrand = try effect.work()
        guard let chargeID = body.charge, let charge = try context.session.find(ChargeRow.self, .id(chargeID)),
            charge.status == "requested"
        else { return }
        try goAnotherWay(charge, body, reason: "no answer in time", context)
    }

    /// The static code where the creditor allows it, else a person.
    private func goAnotherWay(
        _ charge: ChargeRow, _ body: BankErrand, reason: String, _ context: EntryContext
    ) throws {
        var given = charge
        given.status = "cancelled"
        try context.session.update(given)
        try context.session.clearTimer(key: "pix-charge:\(charge.id)")
        try context.session.insert(
            PlatformEventRow(
                id: context.nextID(), creditor: charge.creditor, at: context.now, kind: "pix.failed",
                detail: String(reason.prefix(300))))
        guard let id = body.conversation, let row = try context.session.find(ConversationRow.self, .id(id)) else {
            return
        }
        let party = try context.party(conversation: row)
        guard party.settings.pixBank?.allowsStaticCode ?? true,
            let other = try makeStaticCode(
                charge.amount, agreement: charge.agreement, installment: charge.installment, party, charge.debtor,
                context)
        else { return try take(.chargeFailed, row, context) }
        try giveCode(of: other, body, context)
    }

    private func giveCode(of charge: ChargeRow, _ body: BankErrand, _ context: EntryContext) throws {
        guard let id = body.conversation, let row = try context.session.find(ConversationRow.self, .id(id)) else {
            return
        }
        let party = try context.party(conversation: row)
        let due = body.due ?? party.zone.day(context.now)
        try take(
            .chargeReady(try chargeFacts(charge, due: due, number: body.number, party, context)), row, context)
    }

    /// Nobody may pay it any more: the bank is told.
    func cancelAtBank(_ charge: ChargeRow, _ context: EntryContext) throws {
        guard let kind = PixChargeKind(rawValue: charge.kind),
            let bank = try context.settings(of: context.creditor(charge.creditor)).pixBank
        else { return }
        let errand = BankErrand(bank: bank.name, errand: .cancel(kind, txid: charge.txid), charge: charge.id)
        try context.session.queueWork(
            .pixCancel, id: context.nextID(), creditor: charge.creditor, lane: "pix:\(charge.id)",
            body: canonicalJSON(errand), notBefore: context.now, validUntil: context.now.adding(days: 3))
        context.noteEffect()
    }

    /// A cancelled charge that the bank will not cancel is paid, or gone: the callback or the next look at the list of payments
    /// tells which.
    func pixCancelled(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let reply: PixReply? = result.answer()
        let outcome = reply?.done
        if let delay = repeatDelay(outcome, attempt: result.attempt),
            case let at = context.now.adding(seconds: delay), at < effect.validUntil
        {
            try context.session.retry(effect, notBefore: at)
            return context.noteEffect()
        }
        let isDone = if case .done? = outcome { true } else { false }
        try context.session.finish(effect, as: isDone ? .done : .failed)
    }
}

extension PixOutcome {
    /// For the operator.
    fileprivate var text: String {
        switch self {
        case .done: "the bank's answer has no code"
        case .failed(let problem): problem.text
        case .unknown(let reason): reason
        }
    }
}

extension Percentage {
    /// With two decimals, which is what the Pix API has; what is beyond is the debtor's.
    fileprivate var hundredths: Percentage { Percentage(micros: micros / 10_000 * 10_000) }
}
