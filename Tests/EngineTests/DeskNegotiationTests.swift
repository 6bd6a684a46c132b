import Domain
import Engine
import Foundation
import Negotiation
import Simulation
import Store
import TestKit
import Testing

@Suite("What the policy asks about reaches every offer")
struct DeskNegotiationTests {
    private func inKit(_ body: (inout MoneyKit) throws -> Void) throws {
        try Backend.sqliteInMemory.withDatabase { database in
            var kit = try MoneyKit(database)
            for (login, role) in [("ana", "agent"), ("chefe", "supervisor"), ("conforme", "compliance")] {
                try kit.enter([
                    try StaffSaved(creditorKey: nil, login: login, name: login, role: role, passwordHash: "x")
                        .entry(at: kit.now, actor: "test")
                ])
            }
            try body(&kit)
        }
    }

    /// A conversation in which the debtor has proved who they are, and their last message in it.
    private func talk(_ kit: MoneyKit) throws -> (ConversationID, MessageID) {
        let agreed = try kit.charge(MoneyKit.célia, 100)
        return try kit.database.write { session in
            let talk = try #require(try session.conversations(debtor: agreed.debtor).last)
            let id = MessageID(1)
            try session.insert(
                MessageRow(
                    id: id, creditor: talk.creditor, conversation: talk.id, debtor: agreed.debtor, direction: "in",
                    author: "debtor", at: kit.now, kind: "text", body: "fechado, pode ser", content: "{}",
                    purpose: "inbound", status: "received", costMicros: 0))
            var point = try #require(try session.contactPoints(debtor: agreed.debtor).first)
            point.provenAt = kit.now
            try session.update(point)
            return (talk.id, id)
        }
    }

    @Test("a supervisor may concede what an agent may not; who watches may not; the debtor's words are the evidence")
    func authority() throws {
        try inKit { kit in
            let (conversation, yes) = try talk(kit)
            // Twenty days late, the assistant may waive the charges; 5 % of the principal more are an agent's, 15 % a
            // supervisor's: 70,000 less 10 %.
            let wish = Wish(total: Money(cents: 63_000))
            for login in ["ana", "conforme"] {
                try kit.act(.agree(conversation: conversation, wish: wish, message: yes), login: login)
            }
            #expect(try kit.failures().count == 2)
            #expect(try kit.debt("1001").status == "open")
            try kit.act(.agree(conversation: conversation, wish: wish, message: yes), login: "chefe")
            #expect(try kit.failures().count == 2)
            let row = try kit.agreement()
            #expect(row.total <= Money(cents: 63_000))
            #expect(row.history.contains("fechado, pode ser"))
            #expect(try kit.accounts()[.discountGranted] ?? 0 >= 7_000)
            try Books.check(kit.database)
        }
    }

    @Test("means that were said limit what a plan may ask for")
    func means() throws {
        try inKit { kit in
            let (conversation, yes) = try talk(kit)
            let wish = Wish(monthly: Money(cents: 10_000))
            // 650 of income less the existential minimum of 600 leave 50 a month.
            try kit.act(
                .stateMeans(conversation: conversation, incomeCents: 65_000, commitmentsCents: 0), login: "ana")
            try kit.act(.agree(conversation: conversation, wish: wish, message: yes), login: "ana")
            #expect(try kit.failures().count == 1, "50 a month are free")
            #expect(try kit.debt("1001").status == "open")
        }
    }

    @Test("tables of indices correct balances, and a missing month charges nobody a guess")
    func indices() throws {
        try inKit { kit in
            var settings = Installation.settings
            settings.lateCharges = LateChargeTerms(
                fine: Percentage(2), monthlyInterest: Percentage(1), index: .ipca)
            try kit.enter([
                try CreditorSaved(key: Installation.creditorKey, profile: settings).entry(at: kit.now, actor: "test")
            ])
            kit.now = kit.now.adding(days: 70)
            func corrected() throws -> Int64 {
                try kit.database.read {
                    try $0.integer(
                        "SELECT COALESCE(SUM(amount_cents), 0) FROM posting WHERE account = 'correction' AND amount_cents > 0"
                    )
                } ?? 0
            }
            try kit.file(("a", 1_000, "1001"))
            #expect(try corrected() == 0)
            kit.now = kit.now.adding(days: 30)
            let table =
                "index,month,value\n"
                + ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03"].map { "ipca,\($0),1.00" }.joined(
                    separator: "\n")
            try kit.enter([
                try StrategyActivated(
                    creditorKey: Installation.creditorKey, kind: .indices, name: "indices", body: table
                ).entry(at: kit.now, actor: "test")
            ])
            try kit.file(("b", 1_000, "1001"))
            #expect(try kit.failures().isEmpty)
            // A month's 1 % on what was left of the principal, about 97 cents.
            let cents = try corrected()
            #expect((80...110).contains(cents), "\(cents)")
        }
    }
}
