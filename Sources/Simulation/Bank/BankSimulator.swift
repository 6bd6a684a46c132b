import Channels
package import Domain
import Payments

/// The creditor's bank and its customers' banks in one: takes Pix codes, moves invented money, and tells the
/// creditor in the Central Bank's callback format (API Pix 2.9.0). Pure, seeded, in virtual time.
package struct BankSimulator: Sendable {
    /// Faults and the rest may be changed during a run.
    package var configuration: BankConfiguration
    /// Everything that was paid, in order.
    package internal(set) var payments: [SettledPix] = []
    /// Everything that the API keeps.
    var books = BankBooks()
    /// What the bank does by itself.
    var events = EventQueue<BankEvent>()

    private var callbacks = EventQueue<Int>()
    private var outbox: WebhookOutbox
    private var draws: Int64 = 0

    package init(_ configuration: BankConfiguration) {
        self.configuration = configuration
        outbox = WebhookOutbox(retry: configuration.retry)
        if let url = configuration.webhookURL {
            books.webhooks[configuration.pixKey] = BankBooks.Webhook(url: url, createdAt: Timestamp(seconds: 0))
        }
    }

    /// When a callback is due next; nil when all is told.
    package var nextAt: Timestamp? { [callbacks.nextAt, events.nextAt, outbox.nextAt].compactMap(\.self).min() }
    /// Callbacks that were not yet answered with 200.
    package var openCallbacks: Int { callbacks.count + outbox.openCount }

    /// Pays a code ("Pix copia e cola"). The amount is the payer's where the code names none.
    @discardableResult
    package mutating func pay(
        brCode text: String, amount: Money? = nil, payer: PixAccountHolder, message: String? = nil, now: Timestamp
    ) throws(BankRefusal) -> SettledPix {
        let code: BRCode
        do throws(BRCodeError) {
            code = try BRCode(decoding: text)
        } catch {
            throw .invalidCode(error.code)
        }
        guard code.kind == .static else { return try pay(chargeAt: code.url ?? "", amount, payer, message, now) }
        guard let key = code.key, key == configuration.pixKey else { throw .unknownKey }
        if let fixed = code.amount, let amount, amount != fixed { throw .amountDiffers(fixed) }
        guard let paid = code.amount ?? amount else { throw .amountNeeded }
        guard paid > .zero else { throw .amountNotPositive }
        return book(paid, txid: code.txid == "***" ? nil : code.txid, payer, message, components: nil, now: now)
    }

    /// Puts money into the creditor's account.
    mutating func book(
        _ amount: Money, txid: String?, _ payer: PixAccountHolder, _ message: String?, components: PixComponents?,
        now: Timestamp
    ) -> SettledPix {
        let settled = SettledPix(
            endToEndID: endToEndID(now), txid: txid, key: configuration.pixKey, amount: amount, at: now, payer: payer,
            message: message, components: components)
        payments.append(settled)
        planCallback(now: now)
        return settled
    }

    /// `E` + the payer's bank + yyyyMMddHHmm (UTC) + eleven characters.
    func endToEndID(_ now: Timestamp) -> String {
        let local = Zone.utc.localTime(now)
        let (year, month, day) = local.day.components
        let minute =
            "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))\(padded(local.hour, 2))\(padded(local.minute, 2))"
        let place = padded(payments.count + 1, 6)
        let check = StableHash.hex(StableHash.fnv1a("\(configuration.seed)/pix/\(payments.count)".utf8)).suffix(5)
        return "E" + configuration.payersISPB + minute + place + check
    }

    mutating func draw(_ matter: String) -> SeededGenerator {
        draws += 1
        return SeededGenerator(seed: configuration.seed, stream: "\(matter)/\(draws)")
    }

    /// Only a Pix with a txid is told.
    private mutating func planCallback(now: Timestamp) {
        let place = payments.count - 1
        var chance = draw("callback")
        let isWanted = configuration.client == nil || books.webhooks[configuration.pixKey] != nil
        guard payments[place].txid != nil, isWanted, !chance.chance(configuration.faults.untold) else { return }
        var wait = configuration.callback.sample(&chance)
        if chance.chance(configuration.faults.reordered) { wait += Int64(chance.integer(1000...60_000)) }
        callbacks.plan(place, at: now.adding(milliseconds: wait))
    }

    /// Lets virtual time pass. Every returned delivery must be reported to `settle`.
    package mutating func due(until now: Timestamp) -> [WebhookDelivery] {
        while let (at, event) = events.pop(until: now) { perform(event, at: at) }
        while let (at, first) = callbacks.pop(until: now) {
            var together = [first]
            while together.count < configuration.paymentsPerCallbackMost, let (_, next) = callbacks.pop(until: at) {
                together.append(next)
            }
            post(["pix": .array(together.map { json(payments[$0]) })], at: at)
        }
        return outbox.due(until: now)
    }

    /// Sends a callback, with its faults.
    mutating func post(_ body: JSONValue, at: Timestamp) {
        var chance = draw("post")
        outbox.add(
            .pix, body: body.bytes(), signature: "", at: at,
            faults: WebhookOutbox.Faults(
                duplicated: configuration.faults.duplicated, dropped: configuration.faults.dropped),
            chance: &chance)
    }

    /// What became of a delivery: answered with 200, or not.
    package mutating func settle(_ deliveryID: Int, succeeded: Bool, now: Timestamp) {
        outbox.settle(deliveryID, succeeded: succeeded, now: now)
    }
}
