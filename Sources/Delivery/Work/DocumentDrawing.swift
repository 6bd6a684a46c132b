import Documents
package import Domain
import Foundation
package import Store

/// `document.draw`: turns an order into a file of the store.
package struct DocumentDrawing: Worker {
    /// The part of the effect's body that says what to draw; the rest is the engine's.
    private struct Body: Decodable {
        let order: DocumentOrder
    }

    package init() {}

    package func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct {
        try await blocking { .file(try DocumentDrawing.draw(effect, in: database)) }
    }

    package static func draw(_ effect: EffectRow, in database: Database) throws -> MediaReference {
        let body: Body = try effect.work()
        let bytes = try body.order.pdf()
        return try database.write { try $0.keep(bytes, mimeType: "application/pdf", creditor: effect.creditor) }
    }
}
