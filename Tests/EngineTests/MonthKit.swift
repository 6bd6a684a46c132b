import Domain
import Engine
import Foundation
import Payments
import Simulation
import Store

/// What a bank, its payers and the people at the desk do to the money of a portfolio on one day, right and wrong.
struct MonthOfMoney {
    let world: World
    private var chance: SeededGenerator
    private var number = 0
    /// Callbacks that were told, to be told again.
    private var told: [NewEntry] = []

    init(_ world: World, seed: UInt64) throws {
        self.world = world
        chance = SeededGenerator(seed: seed, stream: "month of money")
        try world.enter([
            try StaffSaved(
                creditorKey: nil, login: "ana", name: "Ana", role: "supervisor", passwordHash: "x"
            ).entry(at: world.now, actor: "test")
        ])
    }

    mutating func oneDay() throws {
        for _ in 0..<chance.integer(1...4) {
            switch chance.below(8) {
            case 0, 1: try slip()
            case 2: try code()
            case 3: try nobodys()
            case 4, 5: try refund()
            case 6: try again()
            default: try desk()
            }
        }
    }

    private mutating func enter(_ kind: EntryKind, _ actor: String, _ body: String) throws {
        let entry = NewEntry(at: world.now, kind: kind, actor: actor, body: Array(body.utf8))
        told.append(entry)
        try world.enter([entry])
    }

    /// A slip: exact, part, too much, or of something that is settled.
    private mutating func slip() throws {
        guard let debt = chance.pick(try world.database.read { try $0.select(DebtRow.self, "ORDER BY id") }) else {
            return
        }
        number += 1
        let owed = try world.database.read { session in
            try session.position(of: debt).amounts(
                due: debt.dueDay, on: Zone.brasilia.day(world.now), terms: .standard, tables: .empty,
                calendar: .standard
            ).total.cents
        }
        let cents = [owed, owed / 3, owed + 1_234, debt.original.cents][chance.below(4)]
        guard cents > 0 else { return }
        let entry = try BankReturn(
            creditorKey: Installation.creditorKey, source: "retorno-\(number).ret",
            payments: [
                BankReturn.Payment(
                    key: "slip\(number)", paidCents: cents,
                    paidAt: world.now.adding(days: -Int64(chance.below(4))), references: [debt.contract])
            ]
        ).entry(at: world.now, actor: "test")
        told.append(entry)
        try world.enter([entry])
    }

    private func pix(_ reference: String, _ cents: Int64, _ txid: String?, _ extra: String = "") -> String {
        let named = txid.map { "\"txid\":\"\($0)\"," } ?? ""
        return "{\"pix\":[{\"endToEndId\":\"\(reference)\",\(named)\"valor\":\"\(Money(cents: cents).bankDecimal)\","
            + "\"horario\":\"\(world.now.rfc3339(in: .brasilia))\",\"chave\":\"\(Installation.pixKey)\"\(extra)}]}"
    }

    /// Any code that was ever given out, paid or not, its agreement running or not, by the right amount or a wrong one.
    private mutating func code() throws {
        guard let charge = chance.pick(try world.database.read { try $0.select(ChargeRow.self, "ORDER BY id") }) else {
            return
        }
        number += 1
        let cents = max(
            1, [charge.amount.cents, charge.amount.cents - 700, charge.amount.cents + 700][chance.below(3)])
        try enter(.pixCallback, "bank", pix("EMONTH\(number)", cents, charge.txid))
    }

    private mutating func nobodys() throws {
        number += 1
        let txid = chance.chance(500) ? "quemsabe0000000000000000000\(number)" : nil
        try enter(.pixCallback, "bank", pix("ENOBODY\(number)", Int64(chance.integer(100...90_000)), txid))
    }

    /// A payer reclaims, or we gave back: part or all, in one step or two, now and then in vain.
    private mutating func refund() throws {
        let all = try world.database.read {
            try $0.select(PaymentRow.self, "WHERE reference LIKE 'E%' ORDER BY id")
        }
        guard let payment = chance.pick(all) else { return }
        number += 1
        let cents = chance.chance(500) ? payment.amount.cents : max(1, payment.amount.cents / 4)
        let txid = try world.database.read { session in
            try payment.charge.flatMap { try session.find(ChargeRow.self, .id($0)) }?.txid
        }
        func told(_ status: String) -> String {
            pix(
                payment.reference, payment.amount.cents, txid,
                ",\"devolucoes\":[{\"id\":\"r\(number)\",\"rtrId\":\"D\(number)\","
                    + "\"valor\":\"\(Money(cents: cents).bankDecimal)\",\"horario\":{\"solicitacao\":"
                    + "\"\(world.now.rfc3339(in: .brasilia))\"},\"status\":\"\(status)\"}]")
        }
        if chance.chance(500) { try enter(.pixCallback, "bank", told("EM_PROCESSAMENTO")) }
        try enter(.pixCallback, "bank", told(chance.chance(750) ? "DEVOLVIDO" : "NAO_REALIZADO"))
    }

    /// The same event once more, in the same bytes.
    private mutating func again() throws {
        guard let entry = chance.pick(told) else { return }
        try world.enter([NewEntry(at: world.now, kind: entry.kind, actor: entry.actor, body: entry.body)])
    }

    /// A person gives money its place.
    private mutating func desk() throws {
        let waiting = try world.database.read { try $0.select(PaymentRow.self, "WHERE review = 'open' ORDER BY id") }
        guard let payment = chance.pick(waiting) else { return }
        let debts = try world.database.read { session in
            try session.select(DebtRow.self, "WHERE status = 'open' ORDER BY id")
        }.filter { payment.debtor == nil || payment.debtor == $0.debtor }
        let act: StaffAct
        if let debt = chance.pick(debts), chance.chance(600) {
            act = .assignPayment(payment: payment.id, debt: debt.id)
        } else if payment.debtor != nil, chance.chance(300) {
            act = .keepPayment(payment: payment.id)
        } else {
            act = .refundPayment(payment: payment.id)
        }
        try world.enter([try act.entry(at: world.now, login: "ana")])
    }
}
