import Console
import Domain
import Engine
import Foundation
import Hummingbird
import PortfolioFile
import Store

/// Reads one uploaded file and places its rows through the inbox, chunk by chunk.
struct ImportJob: Sendable {
    let configuration: WebConfiguration
    let desk: ImportDesk
    let upload: ImportDesk.Upload
    let creditorKey: String
    let portfolioKey: String
    let login: String

    private static let readBytes = 1 << 18

    /// To the end, whatever the end is: the result stands on the desk.
    func run(_ bytes: ArraySlice<UInt8>) async {
        do {
            let last = try await place(bytes)
            if let last { _ = try await configuration.outcome(of: last) }
            desk.change(upload.id) { $0.isOver = true }
        } catch let error as PortfolioFileError {
            fail("\(error)")
        } catch {
            fail("o arquivo não pôde ser guardado até o fim; envie de novo, o que já entrou não se repete")
        }
    }

    private func fail(_ reason: String) {
        desk.change(upload.id) {
            $0.failure = reason
            $0.isOver = true
        }
    }

    /// The number of the last entry; nil when there was nothing to place.
    private func place(_ bytes: ArraySlice<UInt8>) async throws -> Int64? {
        var reader = PortfolioReader()
        var placement = PortfolioPlacement(
            creditorKey: creditorKey, portfolioKey: portfolioKey, portfolioName: upload.portfolio, runKey: upload.key,
            source: upload.file)
        var last: Int64?
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let end = min(position + ImportJob.readBytes, bytes.endIndex)
            last = try await take(try reader.feed(bytes[position..<end]), reader, &placement) ?? last
            position = end
        }
        last = try await take(try reader.finish(), reader, &placement) ?? last
        if let chunk = placement.rest() { last = try await append(chunk) }
        return last
    }

    private func take(
        _ results: [RowResult], _ reader: PortfolioReader, _ placement: inout PortfolioPlacement
    ) async throws -> Int64? {
        var last: Int64?
        var rejected: [PortfolioFile.RejectedRow] = []
        for result in results {
            if case .rejected(let row) = result { rejected.append(row) }
            if let chunk = try placement.take(result) { last = try await append(chunk) }
        }
        let figures = placement.figures
        desk.change(upload.id) { upload in
            upload.figures = figures
            for row in rejected { ImportJob.keep(row, reader, &upload) }
        }
        return last
    }

    private static func keep(
        _ row: PortfolioFile.RejectedRow, _ reader: PortfolioReader, _ upload: inout ImportDesk.Upload
    ) {
        if upload.rejected.count < ImportDesk.shownMax {
            upload.rejected.append(
                Console.RejectedLine(
                    line: row.line, reasons: row.reasons.map { Fact(name: column($0.field), value: $0.text) }))
        }
        guard upload.keepsAllRejected else { return }
        if upload.rejectedBytes.isEmpty { upload.rejectedBytes = reader.rejectedHeader() }
        upload.rejectedBytes += reader.rejectedLine(row)
        if upload.rejectedBytes.count > ImportDesk.rejectedBytesMax {
            upload.keepsAllRejected = false
            upload.rejectedBytes = []
        }
    }

    private static func column(_ field: PortfolioField) -> String {
        switch field {
        case .name: "nome"
        case .document: "CPF ou CNPJ"
        case .contract: "contrato"
        case .product: "produto"
        case .amount: "valor"
        case .dueDate: "vencimento"
        case .phone: "telefone"
        case .email: "e-mail"
        case .state: "UF"
        case .city: "cidade"
        case .birthDate: "nascimento"
        }
    }

    private func append(_ chunk: PortfolioChunk) async throws -> Int64 {
        // A full inbox is no reason to stop half-way.
        for _ in 0..<20 {
            do {
                return try await configuration.inbox.append(
                    NewEntry(
                        at: configuration.clock.now(), kind: .portfolioRows, actor: "staff:\(login)",
                        body: chunk.encoded()))
            } catch is InboxBusy {
                try await Task.sleep(for: .milliseconds(500))
            }
        }
        throw HTTPError(.serviceUnavailable)
    }
}
