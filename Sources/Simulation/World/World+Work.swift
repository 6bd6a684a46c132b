import Channels
import Delivery
import Domain
import Foundation
import Store

/// Files up and down, and work that reaches nobody.
extension World {
    func upload(_ reference: MediaReference, number: String) throws -> String? {
        guard let file = try database.read({ try $0.file(sha256: reference.sha256) }) else { return nil }
        let request = try WhatsAppRequest.upload(
            MediaUpload(bytes: file.bytes, mimeType: reference.mimeType, filename: "imagem.png"), numberID: number)
        let answer = inTown { town, now in town.handle(World.simulated(request), now: now) }
        guard case .success(let id) = MediaAnswer.uploaded(httpStatus: answer.status, body: answer.body) else {
            return nil
        }
        return id
    }

    /// A file that a person sent comes from the platform's shelf, by its address.
    func fetch(_ effect: EffectRow, _ empty: EffectResult) throws -> EffectResult {
        var result = empty
        result.outcome = .notSent
        let body = try JSONDecoder().decode(MediaToFetch.self, from: Data(effect.body.utf8))
        let asked = inTown { town, now in
            town.handle(World.simulated(.mediaAddress(body.mediaID, numberID: body.number)), now: now)
        }
        guard case .success(let address) = MediaAnswer.address(httpStatus: asked.status, body: asked.body),
            let start = address.url.range(of: "/whatsapp_business/")
        else { return result }
        let download = SimulatedRequest(
            method: "GET", target: String(address.url[start.lowerBound...]),
            headers: ["authorization": "Bearer \(World.token)", "user-agent": "Quita/1"])
        let file = inTown { town, now in town.handle(download, now: now) }
        guard file.status == 200 else { return result }
        let kept = try database.write { try $0.keep(file.body, mimeType: body.mimeType, creditor: effect.creditor) }
        result.outcome = .fetched
        result.fileHash = kept.sha256
        result.fileType = kept.mimeType
        return result
    }

    func work(_ kind: WorkKind, _ effect: EffectRow, _ empty: EffectResult) throws -> EffectResult {
        var result = empty
        let product: WorkProduct? =
            switch kind {
            case .documentDraw: .file(try DocumentDrawing.draw(effect, in: database))
            case .pixCharge, .pixCancel, .pixRefund, .pixReceived: .answer(try askBank(effect))
            default: try hands(kind, effect, database)
            }
        switch product {
        case .file(let reference):
            result.outcome = .fetched
            result.fileHash = reference.sha256
            result.fileType = reference.mimeType
        case .answer(let json):
            result.outcome = .done
            result.answer = json
        case nil:
            result.outcome = .rejected
            result.errorText = WorkFailure.off.description
        }
        return result
    }
}
