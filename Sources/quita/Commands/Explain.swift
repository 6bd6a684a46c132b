import ArgumentParser
import ContactPolicy
import Domain
import Foundation
import Store

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Every contact decision about a case, with the rules that led to it.")

    @Argument(help: "The case: its number, with or without C-, or a contract.")
    var collectionCase: String

    @Option(help: "Only decisions up to this instant (RFC 3339).")
    var at: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var database: DatabaseOption

    private struct Explanation: Encodable {
        struct Decision: Encodable {
            let at: String
            let step: String
            let channel: String
            let verdict: String
            let rules: [DecisionRecord.Rule]
            let nextAllowedAt: String?

            enum CodingKeys: String, CodingKey {
                case at, step, channel, verdict, rules
                case nextAllowedAt = "next_allowed_at"
            }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode(at, forKey: .at)
                try container.encode(step, forKey: .step)
                try container.encode(channel, forKey: .channel)
                try container.encode(verdict, forKey: .verdict)
                try container.encode(rules, forKey: .rules)
                try container.encode(nextAllowedAt, forKey: .nextAllowedAt)
            }
        }
        let `case`: String
        let decisions: [Decision]
    }

    func run() throws {
        let end: Timestamp? = try at.map { text in
            guard let instant = Timestamp(rfc3339: text) else {
                throw Failure("--at \(text) is no instant; write 2026-11-23T18:00:00-03:00")
            }
            return instant
        }
        let store = try database.openExisting()
        let (found, rows) = try store.read { session -> (CaseRow, [DecisionRow]) in
            guard let found = try self.find(session) else {
                throw Failure("there is no case \(collectionCase); cases are listed in the console, or give a contract")
            }
            // Replies belong to the person, not to one case: they are part of the case's story all the same.
            return (
                found,
                try session.decisions(debtor: found.debtor).filter {
                    $0.collectionCase == nil || $0.collectionCase == found.id
                }
            )
        }
        let decisions = rows.filter { row in end.map { row.at <= $0 } ?? true }
        if json {
            try printJSON(Explanation(case: "\(found.id)", decisions: decisions.map(encoded)))
        } else {
            printForPeople(found, decisions)
        }
    }

    private func find(_ session: Session) throws -> CaseRow? {
        let digits = collectionCase.uppercased().hasPrefix("C-") ? String(collectionCase.dropFirst(2)) : collectionCase
        if let number = Int64(digits), let found = try session.find(CaseRow.self, .integer(number)) { return found }
        guard let debt = try session.first(DebtRow.self, "WHERE contract = ? ORDER BY id", .text(collectionCase)) else {
            return nil
        }
        return try session.find(CaseRow.self, .id(debt.collectionCase))
    }

    private func encoded(_ row: DecisionRow) -> Explanation.Decision {
        let record = DecisionRecord(text: row.rules)
        let zone = record?.zone ?? .brasilia
        return Explanation.Decision(
            at: row.at.rfc3339(in: zone), step: row.step, channel: row.channel, verdict: row.verdict,
            rules: record?.rules ?? [], nextAllowedAt: row.nextAllowedAt.map { $0.rfc3339(in: zone) })
    }

    private func printForPeople(_ found: CaseRow, _ decisions: [DecisionRow]) {
        print("case \(found.id), \(found.status), oldest due date \(Portuguese.date(found.oldestDue))")
        if decisions.isEmpty { print("no contact has been decided yet") }
        for row in decisions {
            let record = DecisionRecord(text: row.rules)
            let zone = record?.zone ?? .brasilia
            let local = zone.localTime(row.at)
            print("\n\(Portuguese.date(local.day)) \(local.clock)  \(row.step) by \(row.channel): \(row.verdict)")
            for rule in record?.rules ?? [] where rule.verdict != .allowed {
                let inputs = rule.inputs.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
                print("  \(rule.rule.rawValue) \(rule.verdict.rawValue): \(inputs) (\(rule.source))")
            }
            let allowed = record?.rules.count { $0.verdict == .allowed } ?? 0
            print("  \(allowed) of \(record?.rules.count ?? 0) rules allow")
            if row.verdict == "deferred", let next = row.nextAllowedAt {
                let at = zone.localTime(next)
                print("  allowed again \(Portuguese.date(at.day)) \(at.clock)")
            }
        }
    }
}
