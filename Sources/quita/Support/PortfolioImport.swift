import Crypto
import Domain
import Engine
import Foundation
import PortfolioFile
import Store

/// Reads a portfolio file and places its rows, chunk by chunk; writes the rejected rows beside it.
///
/// Rows are read on this thread and placed on another: the two halves of the work take about as long.
struct PortfolioImport {
    struct Summary: Encodable {
        struct Reason: Encodable {
            let field: String
            let reason: String
        }
        struct Rejected: Encodable {
            let line: Int
            let reasons: [Reason]
        }
        var rows = 0
        var accepted = 0
        var rejected = 0
        var updated = 0
        var unchanged = 0
        var debtors = 0
        var originalCents: Int64 = 0
        var rejectedFile: String?
        var rejectedRows: [Rejected] = []

        enum CodingKeys: String, CodingKey {
            case rows, accepted, rejected, updated, unchanged, debtors
            case originalCents = "original_cents"
            case rejectedFile = "rejected_file"
            case rejectedRows = "rejected_rows"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(rows, forKey: .rows)
            try container.encode(accepted, forKey: .accepted)
            try container.encode(rejected, forKey: .rejected)
            try container.encode(updated, forKey: .updated)
            try container.encode(unchanged, forKey: .unchanged)
            try container.encode(debtors, forKey: .debtors)
            try container.encode(originalCents, forKey: .originalCents)
            try container.encode(rejectedFile, forKey: .rejectedFile)
            try container.encode(rejectedRows, forKey: .rejectedRows)
        }
    }

    let database: Database
    let configuration: EngineConfiguration
    let creditorKey: String
    let portfolioKey: String
    let portfolioName: String
    let now: Timestamp
    let actor: String

    private static let chunkRows = 1_000
    /// Chunks in one transaction: the indexes' pages are then written once for many rows, and a server beside the import
    /// waits less than a second for its turn.
    private static let chunksAtOnce = 10
    private static let readBytes = 1 << 20

    /// - Throws: `Failure` when the file cannot be read at all; rows that are wrong are in the summary.
    func run(path: String, mapping: PortfolioMapping) throws -> Summary {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Failure("cannot read \(path): no such file, or no permission")
        }
        defer { try? file.close() }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        let run = Run(
            source: URL(filePath: path).lastPathComponent, rejectedPath: PortfolioImport.rejectedPath(path),
            placing: EntryPlacing(database: database, configuration: configuration))
        var reader = PortfolioReader(mapping: mapping)
        var progress = Progress("importing")
        do {
            while let bytes = try file.read(upToCount: PortfolioImport.readBytes), !bytes.isEmpty {
                try take(try reader.feed(Array(bytes)), reader, run)
                progress.show(done: reader.bytesConsumed, of: size, "\(run.summary.rows) rows")
            }
            try take(try reader.finish(), reader, run)
        } catch let error as PortfolioFileError {
            throw Failure("\(path): \(error)")
        }
        try flush(run)
        try place(run)
        try run.placing.finish()
        progress.show(done: 1, of: 1, "\(run.summary.rows) rows")
        return try finish(run)
    }

    /// What one import has gathered so far.
    private final class Run {
        let source: String
        let rejectedPath: String
        let key: String
        var summary = Summary()
        var waiting: [PlacedDebt] = []
        var rejectedInChunk = 0
        var documents: Set<UInt64> = []
        /// Contracts of this file by person: the due day and the row's own hash.
        var contracts: [UInt64: (due: Int32, hash: Int64)] = [:]
        var rejectedFile: FileHandle?
        /// Chunks that make up the next transaction.
        var entries: [NewEntry] = []
        let placing: EntryPlacing
        var didPlaceAnything = false

        init(source: String, rejectedPath: String, placing: EntryPlacing) {
            self.placing = placing
            self.source = source
            self.rejectedPath = rejectedPath
            key = "\(source)#\(UUID().uuidString)"
        }
    }

    private func take(_ results: [RowResult], _ reader: PortfolioReader, _ run: Run) throws {
        for result in results {
            run.summary.rows += 1
            switch result {
            case .accepted(let row): try accept(row, reader, run)
            case .rejected(let row): try reject(row, reader, run)
            }
            if run.waiting.count >= PortfolioImport.chunkRows { try flush(run) }
        }
    }

    private func accept(_ row: PortfolioFile.PortfolioRow, _ reader: PortfolioReader, _ run: Run) throws {
        var debt = PlacedDebt(
            document: row.document.normalized, name: row.name, contract: row.contract, product: row.product,
            amount: row.amount, dueDay: row.dueDate, phones: row.phones.map(\.e164), email: row.email?.text,
            state: row.state?.rawValue, city: row.city, birthDay: row.birthDate,
            attributes: row.extra.isEmpty ? "{}" : try canonicalJSON(row.extra))
        let identity = PortfolioImport.hash(debt.document, debt.contract)
        let hash = PortfolioChunk.hash(debt)
        if let earlier = run.contracts[identity], earlier.hash != hash {
            // One contract in several rows is a contract in installments: each due day is a debt of its own.
            if earlier.due != debt.dueDay.number { debt.contract += " · \(debt.dueDay.iso)" }
        } else {
            run.contracts[identity] = (debt.dueDay.number, hash)
        }
        run.summary.accepted += 1
        run.summary.originalCents += debt.amount.cents
        run.documents.insert(PortfolioImport.hash(debt.document, ""))
        run.waiting.append(debt)
    }

    private func reject(_ row: RejectedRow, _ reader: PortfolioReader, _ run: Run) throws {
        run.summary.rejected += 1
        run.rejectedInChunk += 1
        run.summary.rejectedRows.append(
            Summary.Rejected(
                line: row.line,
                reasons: row.reasons.map {
                    Summary.Reason(field: PortfolioImport.contractName($0.field), reason: $0.code)
                }))
        if run.rejectedFile == nil {
            guard FileManager.default.createFile(atPath: run.rejectedPath, contents: nil),
                let file = FileHandle(forWritingAtPath: run.rejectedPath)
            else { throw Failure("cannot write the rejected rows to \(run.rejectedPath)") }
            try file.write(contentsOf: Data(reader.rejectedHeader()))
            run.rejectedFile = file
        }
        try run.rejectedFile?.write(contentsOf: Data(reader.rejectedLine(row)))
    }

    private func flush(_ run: Run) throws {
        guard !run.waiting.isEmpty || run.rejectedInChunk > 0 else { return }
        let chunk = PortfolioChunk(
            creditorKey: creditorKey, portfolioKey: portfolioKey, portfolioName: portfolioName, runKey: run.key,
            source: run.source, rejected: run.rejectedInChunk, rows: run.waiting)
        run.entries.append(NewEntry(at: now, kind: .portfolioRows, actor: actor, body: chunk.encoded()))
        if run.entries.count == PortfolioImport.chunksAtOnce { try place(run) }
        run.waiting.removeAll(keepingCapacity: true)
        run.rejectedInChunk = 0
        run.didPlaceAnything = true
    }

    private func place(_ run: Run) throws {
        guard !run.entries.isEmpty else { return }
        try run.placing.place(run.entries)
        run.entries.removeAll(keepingCapacity: true)
    }

    private func finish(_ run: Run) throws -> Summary {
        try run.rejectedFile?.close()
        var summary = run.summary
        summary.debtors = run.documents.count
        summary.rejectedFile = run.rejectedFile == nil ? nil : run.rejectedPath
        if run.didPlaceAnything, let placed = try database.read({ try $0.importRun(key: run.key) }) {
            summary.updated = placed.updated
            summary.unchanged = placed.unchanged
        }
        return summary
    }

    private static func hash(_ document: String, _ contract: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in document.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0x1F) &* 0x100_0000_01b3
        for byte in contract.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// The contract knows six fields of rejection; an e-mail alone is a way to reach the person like a phone.
    private static func contractName(_ field: PortfolioField) -> String { field == .email ? "phone" : field.rawValue }

    /// `carteira.csv` → `carteira.rejected.csv`, beside it.
    static func rejectedPath(_ path: String) -> String {
        let url = URL(filePath: path)
        let stem = url.deletingPathExtension().lastPathComponent
        return url.deletingLastPathComponent().appending(path: "\(stem).rejected.csv").path(percentEncoded: false)
    }
}
