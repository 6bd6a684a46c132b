import Documents
package import Domain
import Foundation
package import Store

/// Turns a `document.draw` effect into a file of the store.
package enum DocumentDrawing {
    /// The part of the effect's body that says what to draw; the rest is the engine's.
    private struct Body: Decodable {
        let order: DocumentOrder
    }

    package static func draw(_ effect: EffectRow, in database: Database) throws -> MediaReference {
        let body = try JSONDecoder().decode(Body.self, from: Data(effect.body.utf8))
        let bytes = try body.order.pdf()
        return try database.write { try $0.keep(bytes, mimeType: "application/pdf", creditor: effect.creditor) }
    }
}
