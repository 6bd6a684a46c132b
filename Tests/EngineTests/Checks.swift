import ContactPolicy
import Domain
import Foundation
import Simulation
import Store
import Testing

/// The sentences of what must never happen, read off a world after its run.
enum Checks {
    static func everything(_ database: Database, _ town: SimulatedTown) throws {
        try noDisclosureBeforeProof(database)
        try everyContactWasAllowed(database)
        try hoursAreKept(database)
        try silenceAfterOptOut(database)
        try nothingTwice(town)
        try nothingLost(database, town)
        try booksBalance(database)
    }

    /// §2.1: before the proof no message names a debt, an amount or a contract.
    static func noDisclosureBeforeProof(_ database: Database) throws {
        for conversation in try database.read({ try $0.select(ConversationRow.self, "ORDER BY id") }) {
            guard let debtor = conversation.debtor else { continue }
            let proof = try database.read { session in
                try session.integer(
                    "SELECT MIN(at) FROM history WHERE debtor = ? AND kind = 'identity_proved'", .id(debtor))
            }
            let debts = try database.read { try $0.debts(debtor: debtor) }
            let messages = try database.read { try $0.messages(conversation: conversation.id) }
            for message in messages where message.direction == "out" && message.at.milliseconds < proof ?? .max {
                let text = message.body.lowercased()
                for word in ["r$", "dívida", "débito", "atraso", "vencid", "boleto", "parcela"] {
                    #expect(!text.contains(word), "before proof: \(message.body)")
                }
                for debt in debts where debt.contract.count >= 4 { #expect(!message.body.contains(debt.contract)) }
            }
        }
    }

    /// §2.2: every message out carries a decision of the gate that allowed it.
    static func everyContactWasAllowed(_ database: Database) throws {
        let orphans = try database.read { session in
            try session.rows(
                """
                SELECT m.id, m.body FROM message m WHERE m.direction = 'out' AND NOT EXISTS (
                    SELECT 1 FROM decision d WHERE d.message = m.id AND d.verdict = 'allowed')
                """)
        }
        #expect(orphans.isEmpty, "\(orphans)")
    }

    /// §2.2, looked at from outside: no first contact before eight, after eight in the evening, or on a Sunday, by the
    /// debtor's own clock, and never two on one day.
    static func hoursAreKept(_ database: Database) throws {
        let attempts = try database.read { try $0.select(AttemptRow.self, "ORDER BY debtor, at") }
        var days: Set<String> = []
        for attempt in attempts where !attempt.isUndone {
            let debtor = try #require(try database.read { try $0.find(DebtorRow.self, .id(attempt.debtor)) })
            let state = debtor.state.flatMap { FederativeUnit(rawValue: $0) }
            let local = (state?.zone ?? .brasilia).localTime(attempt.at)
            #expect((8 * 60..<20 * 60).contains(local.minuteOfDay), "\(attempt)")
            #expect(local.day.weekday != .sunday)
            #expect(days.insert("\(attempt.document) \(local.day)").inserted, "two contacts on one day: \(attempt)")
        }
    }

    /// §2.2: after an opt-out one confirmation, and nothing more.
    static func silenceAfterOptOut(_ database: Database) throws {
        for stop in try database.read({
            try $0.select(RestrictionRow.self, "WHERE kind = 'opt_out' AND lifted_at IS NULL")
        }) {
            let after = try database.read { session in
                try session.integer(
                    "SELECT COUNT(*) FROM message WHERE debtor = ? AND direction = 'out' AND at > ?", .id(stop.debtor),
                    .timestamp(stop.since))
            }
            #expect((after ?? 0) == 0, "written to after an opt-out: \(stop)")
        }
    }

    /// §2.4: no callback data was accepted by the platform more than once.
    static func nothingTwice(_ town: SimulatedTown) throws {
        #expect(town.cloud.repeatedCallbackData.isEmpty, "\(town.cloud.repeatedCallbackData)")
    }

    /// §2.4: every payment of the bank is booked, once.
    static func nothingLost(_ database: Database, _ town: SimulatedTown) throws {
        let booked = try database.read { try $0.select(PaymentRow.self, "ORDER BY id") }
        #expect(Set(booked.map(\.reference)).count == booked.count)
        let paid = Set(town.bank.payments.map(\.endToEndID))
        #expect(Set(booked.map(\.reference)).isSubset(of: paid))
    }

    /// §2.5: postings balance, installments sum to their agreement, and no case is settled that still owes.
    static func booksBalance(_ database: Database) throws {
        try Books.check(database)
        for agreement in try database.read({ try $0.select(AgreementRow.self, "ORDER BY id") }) {
            let parts = try database.read { try $0.installments(agreement: agreement.id) }
            #expect(parts.map(\.amount).sum() == agreement.total)
        }
        let wrong = try database.read { session in
            try session.integer(
                """
                SELECT COUNT(*) FROM collection_case c WHERE c.status = 'settled' AND EXISTS (
                    SELECT 1 FROM debt d WHERE d.collection_case = c.id AND d.status <> 'settled')
                """)
        }
        #expect(wrong == 0)
    }
}

extension Checks {
    /// §2.4: every message that somebody wrote is kept, once.
    static func everyMessageArrived(_ database: Database, _ town: SimulatedTown) throws {
        let kept = try database.read { session in
            try session.rows("SELECT provider_id FROM message WHERE direction = 'in' ORDER BY id")
        }.compactMap { row in if case .text(let id) = row[0] { id } else { nil } }
        #expect(Set(kept).count == kept.count)
        let written = town.residents().flatMap { resident in
            town.cloud.conversation(of: resident.phone).filter { $0.direction == .sent && $0.kind != .reaction }.map(
                \.id)
        }
        let lost = Set(written).subtracting(kept)
        #expect(lost.isEmpty, "written and not kept: \(lost)")
    }

    /// §2.4: every payment that the bank has told of is booked, once, and thanked for at most once.
    static func everyPaymentIsBooked(_ database: Database, _ town: SimulatedTown) throws {
        let booked = try database.read { try $0.select(PaymentRow.self, "ORDER BY id") }
        let paid = town.bank.payments.filter { $0.txid != nil }
        #expect(Set(booked.map(\.reference)) == Set(paid.map(\.endToEndID)))
        #expect(booked.map(\.amount).sum() == paid.map(\.amount).sum())
        let thanks = try database.read { session in
            // One thanks may be two bubbles; they are of one instant.
            try session.integer(
                "SELECT COUNT(*) FROM (SELECT DISTINCT conversation, at FROM message WHERE purpose = 'receipt' AND step <> 'document') thanks"
            ) ?? 0
        }
        #expect(thanks <= Int64(booked.count))
    }
}
