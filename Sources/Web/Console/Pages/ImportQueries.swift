import Console
import Domain
import Store

/// Importações: the store's figures of each import, with what this server still knows of its own uploads.
struct ImportQueries {
    let session: Session
    let viewer: Viewer
    let desk: ImportDesk

    private static let runsShown = 50

    func list(problem: Phrase?) throws -> ImportsPage {
        let portfolios = try session.portfolios(creditor: viewer.creditor)
        let rows = try session.select(
            ImportRunRow.self, "WHERE creditor = ? ORDER BY id DESC LIMIT ?", .id(viewer.creditor),
            .int(ImportQueries.runsShown))
        let uploads = desk.uploads(of: viewer.creditor)
        // What has not placed anything yet, or never could.
        let unplaced = uploads.reversed().filter { upload in !rows.contains { $0.key == upload.key } }
        return ImportsPage(
            portfolios: portfolios.map { PortfolioChoice(id: $0.id, name: $0.name) },
            runs: unplaced.map { ImportQueries.run($0) }
                + (try rows.map { row in try run(row, uploads.first { $0.key == row.key }) }),
            problem: problem)
    }

    func page(_ id: String) throws -> ImportPage {
        if let upload = desk.upload(id, of: viewer.creditor) {
            let row = try session.importRun(key: upload.key)
            return ImportPage(
                run: try row.map { try run($0, upload) } ?? ImportQueries.run(upload), rejected: upload.rejected)
        }
        guard let number = Int64(id) else { throw PageError.notFound }
        let row = try session.owned(ImportRunRow.self, .integer(number), by: viewer.creditor)
        let upload = desk.uploads(of: viewer.creditor).first { $0.key == row.key }
        return ImportPage(run: try run(row, upload), rejected: upload?.rejected ?? [])
    }

    private func run(_ row: ImportRunRow, _ upload: ImportDesk.Upload?) throws -> ImportRun {
        let accepted = row.added + row.updated + row.unchanged
        return ImportRun(
            id: upload?.id ?? String(row.id), file: row.source, at: row.startedAt, by: try upload?.by ?? actor(row),
            portfolio: try session.find(PortfolioRow.self, .id(row.portfolio))?.name ?? "",
            rows: upload?.figures.rows ?? accepted + row.rejected, accepted: accepted, rejected: row.rejected,
            updated: row.updated, unchanged: row.unchanged, amount: upload?.figures.original,
            state: ImportQueries.state(upload, placed: accepted + row.rejected))
    }

    /// Who made the entry that the import began with.
    private func actor(_ row: ImportRunRow) throws -> String? {
        let rows = try session.rows("SELECT actor FROM inbox WHERE seq = ?", .integer(entryNumber(of: row.id)))
        guard case .text(let actor)? = rows.first?.first else { return nil }
        return try StaffNames(session).actor(actor)
    }

    private static func run(_ upload: ImportDesk.Upload) -> ImportRun {
        ImportRun(
            id: upload.id, file: upload.file, at: upload.at, by: upload.by, portfolio: upload.portfolio,
            rows: upload.figures.rows, accepted: upload.figures.accepted, rejected: upload.figures.rejected, updated: 0,
            unchanged: 0, amount: upload.figures.original, state: state(upload, placed: 0))
    }

    private static func state(_ upload: ImportDesk.Upload?, placed: Int) -> ImportRun.State {
        guard let upload else { return .done }
        if let failure = upload.failure { return .failed(reason: failure) }
        return upload.isOver ? .done : .running(rowsDone: placed)
    }
}
