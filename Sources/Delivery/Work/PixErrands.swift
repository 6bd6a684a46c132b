import Domain
import Payments
package import Store

/// `pix.charge`, `pix.cancel`, `pix.refund` and `pix.received`: asks the creditor's bank. What the answer means is the engine's
/// to say.
package struct PixErrands: Worker {
    private let banks: PixBanks

    /// The part of the effect's body that says what to ask whom; the rest is the engine's.
    private struct Body: Decodable {
        let bank: String
        let errand: PixErrand
    }

    package init(banks: PixBanks) { self.banks = banks }

    package func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct {
        let body: Body = try effect.work()
        guard let bank = banks.bank(body.bank) else { throw WorkFailure.off }
        let reply = await bank.ask(try body.errand.request())
        return .answer(try canonicalJSON(reply))
    }
}
