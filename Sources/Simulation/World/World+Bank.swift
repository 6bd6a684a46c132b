import Domain
import Foundation
import Payments
import Store

/// The bank's API without a wire: the same requests, tokens and answers as delivery's.
extension World {
    /// What the bank says to an errand, as delivery reports it.
    func askBank(_ effect: EffectRow) throws -> String {
        struct Body: Decodable { let errand: PixErrand }
        let request = try (effect.work() as Body).errand.request()
        if pixToken?.isUsable(at: now) != true { pixToken = try freshToken() }
        var reply = try pixToken.map { try answer(to: request.authorized(by: $0)) }
        if reply?.httpStatus == 401 {
            pixToken = try freshToken()
            reply = try pixToken.map { try answer(to: request.authorized(by: $0)) }
        }
        return try canonicalJSON(reply ?? PixReply(silence: "no token"))
    }

    private func freshToken() throws -> PixAccessToken? {
        let reply = try answer(
            to: .token(
                clientID: Installation.bankClient, secret: Installation.bankSecret,
                scopes: Installation.bankScopes))
        return PixAccessToken(answer: Array(reply.body.utf8), now: now)
    }

    private func answer(to request: PixAPIRequest) throws -> PixReply {
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        let answer = inTown { town, now in
            town.handle(
                SimulatedRequest(
                    method: request.method.rawValue, target: Installation.bankPath + request.target, headers: headers,
                    body: request.body), now: now)
        }
        guard answer.fate == .answered else { return PixReply(silence: "time-out") }
        return PixReply(httpStatus: answer.status, body: answer.body)
    }
}
