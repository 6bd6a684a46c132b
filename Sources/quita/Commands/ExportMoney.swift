import ArgumentParser
import Domain
import Engine
import Foundation
import Payments
import Store

/// The daily closing of a creditor's money.
struct ExportClosing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "closing",
        abstract:
            "What came on a day and where it went: received, booked, pending, and where payments and books differ.",
        discussion: """
            The day is the one on which the money entered the books, at the creditor's office, so a closed day stays as \
            it was. Payments and postings are read apart from each other and must agree to the cent; the exit status is 1 \
            where they do not.
            """)

    @Option(help: "The day, YYYY-MM-DD.")
    var day: String

    @Option(help: "The creditor's key; not needed where there is only one.")
    var creditor: String?

    @Option(
        help: "Write a line per payment, per pending amount and per difference to this CSV file, - for standard output."
    )
    var csv: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    @OptionGroup var database: DatabaseOption

    func validate() throws {
        _ = try quita.day(day, option: "--day")
        if json, csv == "-" { throw ValidationError("Give --json or --csv -, not both: there is one standard output.") }
    }

    func run() throws {
        let on = try quita.day(day, option: "--day")
        let (chosen, closing, nobodys) = try database.openExisting().read { session in
            let chosen = try ChosenCreditor(creditor, session)
            return (
                chosen, try session.closing(of: chosen.id, on: on, zone: chosen.zone),
                try session.paymentsOfNoCreditor(
                    from: chosen.zone.instant(on), to: chosen.zone.instant(on.adding(days: 1)))
            )
        }
        if let csv {
            let file = try WrittenFile(csv)
            try file.write(closing.csv(zone: chosen.zone))
            try file.finish()
        }
        let answer = ClosingAnswer(closing, creditor: chosen.key, nobodys: nobodys)
        if json {
            try printJSON(answer)
        } else if csv == nil {
            print(answer.text)
        }
        if !nobodys.isEmpty {
            say("\(nobodys.count) payments of that day have no creditor yet: see Pagamentos in the console")
        }
        guard closing.isBalanced else {
            throw Failure("payments and books of \(on.iso) differ in \(closing.differences.count) places")
        }
    }
}

/// The books, for accounting.
struct ExportLedger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "The books, a line per posting, for accounting.",
        discussion: """
            Debits and credits of each entry are equal. --from and --to are days on which entries were booked, both \
            included; the column day is the one that counts, of a payment the one on which it was made. No names and no \
            tax numbers are written: debtors by their number, debts by their contract.
            """)

    @Flag(help: "As CSV, which is the only form.")
    var csv = false

    @Option(help: "Only this creditor's; all creditors' without it.")
    var creditor: String?

    @Option(help: "The first day, YYYY-MM-DD.")
    var from: String?

    @Option(help: "The last day, YYYY-MM-DD.")
    var to: String?

    @Option(name: .shortAndLong, help: "Where to write; standard output without it.")
    var output: String?

    @OptionGroup var database: DatabaseOption

    func validate() throws {
        guard csv else { throw ValidationError("Say --csv: the books are written in that form.") }
        let first = try from.map { try quita.day($0, option: "--from") }
        let last = try to.map { try quita.day($0, option: "--to") }
        if let first, let last, last < first {
            throw ValidationError("--to \(last.iso) is before --from \(first.iso).")
        }
    }

    func run() throws {
        let store = try database.openExisting()
        let file = try WrittenFile(output)
        do {
            let totals = try store.read { session in
                let chosen = try creditor.map { try ChosenCreditor($0, session) }
                return try LedgerExport(
                    creditor: chosen?.id, from: from.map { try quita.day($0, option: "--from") },
                    to: to.map { try quita.day($0, option: "--to") }, zone: chosen?.zone ?? .brasilia
                ).write(session) { try file.write($0) }
            }
            guard totals.debit == totals.credit else {
                throw Failure("debits \(totals.debit.bankDecimal) and credits \(totals.credit.bankDecimal) differ")
            }
            try file.finish()
            say("\(totals.postings) postings of \(totals.entries) entries, \(totals.debit.bankDecimal) on each side")
        } catch {
            file.discard()
            throw error
        }
    }
}

/// The closing as JSON: money in cents, days and instants as everywhere.
private struct ClosingAnswer: Encodable {
    struct Sum: Encodable {
        let count: Int
        let receivedCents: Int64
        let bookedCents: Int64
        let excessCents: Int64
        let unmatchedCents: Int64
        let missingCents: Int64

        enum CodingKeys: String, CodingKey {
            case count
            case receivedCents = "received_cents"
            case bookedCents = "booked_cents"
            case excessCents = "excess_cents"
            case unmatchedCents = "unmatched_cents"
            case missingCents = "missing_cents"
        }

        init(_ sum: DailyClosing.Sum) {
            count = sum.count
            receivedCents = sum.received.cents
            bookedCents = sum.booked.cents
            excessCents = sum.excess.cents
            unmatchedCents = sum.unmatched.cents
            missingCents = sum.missing.cents
        }
    }

    struct Pending: Encodable {
        let reference: String
        let openCents: Int64
        let review: String?

        enum CodingKeys: String, CodingKey {
            case reference, review
            case openCents = "open_cents"
        }
    }

    struct Difference: Encodable {
        let matter: String
        let reference: String
        let paidCents: Int64
        let booksCents: Int64

        enum CodingKeys: String, CodingKey {
            case matter, reference
            case paidCents = "paid_cents"
            case booksCents = "books_cents"
        }
    }

    let day: String
    let creditor: String
    let balanced: Bool
    let total: Sum
    let verdicts: [String: Sum]
    let ways: [String: Sum]
    let booksReceivedCents: Int64
    let wentBackCents: Int64
    let pendingCents: Int64
    let pending: [Pending]
    let differences: [Difference]
    let withoutCreditor: Int

    enum CodingKeys: String, CodingKey {
        case day, creditor, balanced, total, verdicts, ways, pending, differences
        case booksReceivedCents = "books_received_cents"
        case wentBackCents = "went_back_cents"
        case pendingCents = "pending_cents"
        case withoutCreditor = "without_creditor"
    }

    init(_ closing: DayClosing, creditor: String, nobodys: [PaymentRow]) {
        day = closing.day.iso
        self.creditor = creditor
        balanced = closing.isBalanced
        total = Sum(closing.payments.total)
        verdicts = Dictionary(
            uniqueKeysWithValues: closing.payments.byVerdict.map { ($0.key.rawValue, Sum($0.value)) })
        ways = Dictionary(uniqueKeysWithValues: closing.payments.byWay.map { ($0.key.rawValue, Sum($0.value)) })
        booksReceivedCents = closing.booksReceived.cents
        wentBackCents = closing.wentBack.cents
        pendingCents = closing.pendingTotal.cents
        pending = closing.pending.map {
            Pending(reference: $0.payment.reference, openCents: $0.open.cents, review: $0.payment.review)
        }
        differences = closing.differences.map {
            Difference(
                matter: $0.matter.rawValue, reference: $0.reference, paidCents: $0.paid.cents,
                booksCents: $0.inBooks.cents)
        }
        withoutCreditor = nobodys.count
    }

    var text: String {
        func money(_ cents: Int64) -> String { Money(cents: cents).bankDecimal }
        var lines = ["\(creditor), \(day)", "received    \(money(total.receivedCents)) in \(total.count) payments"]
        for (name, sum) in verdicts.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(name): \(sum.count), \(money(sum.receivedCents))")
        }
        lines += [
            "booked      \(money(total.bookedCents))", "too much    \(money(total.excessCents))",
            "unmatched   \(money(total.unmatchedCents))", "in books    \(money(booksReceivedCents))",
            "went back   \(money(wentBackCents))", "pending     \(money(pendingCents)) of \(pending.count) payments",
        ]
        lines += differences.map {
            "DIFFERENCE  \($0.matter) \($0.reference): paid \(money($0.paidCents)), books \(money($0.booksCents))"
        }
        return lines.joined(separator: "\n")
    }
}
