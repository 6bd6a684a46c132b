package import Domain
package import Engine
package import PortfolioFile
import Store

/// Gathers a file's rows into the chunks that become inbox entries, and counts.
///
/// One contract in several rows is a contract in installments: each due day becomes a debt of its own.
package struct PortfolioPlacement: Sendable {
    package struct Figures: Sendable, Hashable {
        package var rows = 0
        package var accepted = 0
        package var rejected = 0
        /// Different persons and companies among the accepted rows.
        package var debtors = 0
        package var original = Money.zero
    }

    package let creditorKey: String
    package let portfolioKey: String
    package let portfolioName: String
    /// All chunks of one file share it.
    package let runKey: String
    /// The file's name.
    package let source: String
    package private(set) var figures = Figures()
    private var waiting: [PlacedDebt] = []
    private var rejectedInChunk = 0
    private var documents: Set<UInt64> = []
    /// Contracts of this file by person: the due day and the row's own hash.
    private var contracts: [UInt64: (due: Int32, hash: Int64)] = [:]

    private static let chunkRows = 1_000

    package init(creditorKey: String, portfolioKey: String, portfolioName: String, runKey: String, source: String) {
        self.creditorKey = creditorKey
        self.portfolioKey = portfolioKey
        self.portfolioName = portfolioName
        self.runKey = runKey
        self.source = source
    }

    /// Takes one row; returns a chunk when one is full.
    package mutating func take(_ result: RowResult) throws -> PortfolioChunk? {
        figures.rows += 1
        switch result {
        case .accepted(let row): try accept(row)
        case .rejected:
            figures.rejected += 1
            rejectedInChunk += 1
        }
        return waiting.count >= PortfolioPlacement.chunkRows ? rest() : nil
    }

    /// What has gathered; nil when there is nothing. To be asked for once more at the file's end.
    package mutating func rest() -> PortfolioChunk? {
        guard !waiting.isEmpty || rejectedInChunk > 0 else { return nil }
        let chunk = PortfolioChunk(
            creditorKey: creditorKey, portfolioKey: portfolioKey, portfolioName: portfolioName, runKey: runKey,
            source: source, rejected: rejectedInChunk, rows: waiting)
        waiting.removeAll(keepingCapacity: true)
        rejectedInChunk = 0
        return chunk
    }

    private mutating func accept(_ row: PortfolioFile.PortfolioRow) throws {
        var debt = PlacedDebt(
            document: row.document.normalized, name: row.name, contract: row.contract, product: row.product,
            amount: row.amount, dueDay: row.dueDate, phones: row.phones.map(\.e164), email: row.email?.text,
            state: row.state?.rawValue, city: row.city, birthDay: row.birthDate,
            attributes: row.extra.isEmpty ? "{}" : try canonicalJSON(row.extra))
        let identity = PortfolioPlacement.hash(debt.document, debt.contract)
        let hash = PortfolioChunk.hash(debt)
        if let earlier = contracts[identity], earlier.hash != hash {
            if earlier.due != debt.dueDay.number { debt.contract += " · \(debt.dueDay.iso)" }
        } else {
            contracts[identity] = (debt.dueDay.number, hash)
        }
        figures.accepted += 1
        figures.original += debt.amount
        if documents.insert(PortfolioPlacement.hash(debt.document, "")).inserted { figures.debtors += 1 }
        waiting.append(debt)
    }

    /// FNV-1a: tells rows of one file apart; no secret hangs on it.
    private static func hash(_ document: String, _ contract: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in document.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0x1F) &* 0x100_0000_01b3
        for byte in contract.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
