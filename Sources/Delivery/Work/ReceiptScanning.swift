import Domain
import Payments
package import Reading
package import Store

/// `receipt.read`: what stands on a picture or PDF, by the programs of this machine. What it means is the engine's to say.
package struct ReceiptScanning: Worker {
    private let reader: ReceiptReader

    package init(reader: ReceiptReader = ReceiptReader()) { self.reader = reader }

    package func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct {
        let body: FileWork = try effect.work()
        let bytes = try await database.bytes(of: body.file)
        let scan: ReceiptScan
        do throws(ReceiptReadingError) {
            scan = try await reader.scan(bytes, mimeType: body.mimeType, on: body.day)
        } catch {
            if case .program(.missing) = error { throw WorkFailure.off }
            if error.isTemporary { throw WorkFailure.later(error.description) }
            // A file that nobody can open says nothing: the same as a picture in which there is nothing to read.
            scan = ReceiptScan(text: "", symbols: [])
        }
        return .answer(try canonicalJSON(scan))
    }
}
