import Domain
import Engine
import Foundation
import Payments
import Store

/// Reads a bank's return file in pieces and books its payments.
struct ReturnFileImport {
    struct Summary: Encodable {
        struct Rejected: Encodable {
            let line: Int
            let error: String
        }
        var titles = 0
        var payments = 0
        /// Booked now against a debt.
        var booked = 0
        /// Kept now, and shown among the exceptions: no debt has that number.
        var unmatched = 0
        /// Known from an earlier file.
        var repeated = 0
        var bookedCents: Int64 = 0
        var unmatchedCents: Int64 = 0
        var rejected: [Rejected] = []

        enum CodingKeys: String, CodingKey {
            case titles, payments, booked, unmatched, repeated, rejected
            case bookedCents = "booked_cents"
            case unmatchedCents = "unmatched_cents"
        }
    }

    let database: Database
    let engine: CollectionEngine
    let creditorKey: String
    let now: Timestamp
    let actor: String

    private static let paymentsPerEntry = 500
    private static let readBytes = 1 << 16

    /// - Throws: `Failure` when the file cannot be read at all; lines that are wrong are in the summary.
    func run(path: String) throws -> Summary {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Failure("cannot read \(path): no such file, or no permission. Give a return file of the bank.")
        }
        defer { try? file.close() }
        let source = URL(filePath: path).lastPathComponent
        var stream = CNABStream()
        var summary = Summary()
        var waiting: [BankReturn.Payment] = []
        do {
            while let bytes = try file.read(upToCount: Self.readBytes), !bytes.isEmpty {
                take(try stream.read(bytes), stream.reader.header, &summary, &waiting)
                if waiting.count >= Self.paymentsPerEntry { try book(&waiting, source, &summary) }
            }
            take(try stream.finish(), stream.reader.header, &summary, &waiting)
        } catch let error as CNABError {
            throw Failure("\(path): \(error)")
        }
        guard stream.reader.header != nil else { throw Failure("\(path): \(CNABError.notCNAB)") }
        try book(&waiting, source, &summary)
        return summary
    }

    private func take(
        _ records: [CNABRecord], _ header: CNABHeader?, _ summary: inout Summary, _ waiting: inout [BankReturn.Payment]
    ) {
        for record in records {
            switch record {
            case .rejected(let line):
                summary.rejected.append(Summary.Rejected(line: line.line, error: "\(line.error)"))
            case .title(let title):
                summary.titles += 1
                guard let header, title.meaning == .settled, let payment = ReceivedPayment(title, header: header) else {
                    continue
                }
                summary.payments += 1
                waiting.append(
                    BankReturn.Payment(
                        key: payment.key, paidCents: payment.amount.cents, paidAt: payment.at,
                        references: [title.document, title.companyUse, title.ourNumber]))
            }
        }
    }

    private func book(_ waiting: inout [BankReturn.Payment], _ source: String, _ summary: inout Summary) throws {
        guard !waiting.isEmpty else { return }
        let before = try outcomes(of: waiting)
        try Parts.append(
            [
                try BankReturn(creditorKey: creditorKey, source: source, payments: waiting).entry(
                    at: now, actor: actor)
            ], to: database, engine)
        let after = try outcomes(of: waiting)
        for payment in waiting {
            if before[payment.key] != nil {
                summary.repeated += 1
            } else if after[payment.key] == "unmatched" {
                summary.unmatched += 1
                summary.unmatchedCents += payment.paidCents
            } else {
                summary.booked += 1
                summary.bookedCents += payment.paidCents
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func outcomes(of payments: [BankReturn.Payment]) throws -> [String: String] {
        try database.read { session in
            var found: [String: String] = [:]
            for payment in payments {
                found[payment.key] = try session.payment(reference: "cnab:\(creditorKey):\(payment.key)")?.outcome
            }
            return found
        }
    }
}
