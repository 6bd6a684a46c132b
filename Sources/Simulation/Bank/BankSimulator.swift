import Channels
package import Domain
import Payments

/// The creditor's bank and its customers' banks in one: takes Pix codes, moves invented money, and tells the
/// creditor in the Central Bank's callback format (API Pix 2.9.0). Pure, seeded, in virtual time.
package struct BankSimulator: Sendable {
    /// Faults and the rest may be changed during a run.
    package var configuration: BankConfiguration
    /// Everything that was paid, in order.
    package private(set) var payments: [SettledPix] = []

    private var callbacks = EventQueue<Int>()
    private var outbox: WebhookOutbox
    private var draws: Int64 = 0

    package init(_ configuration: BankConfiguration) {
        self.configuration = configuration
        outbox = WebhookOutbox(retry: configuration.retry)
    }

    /// When a callback is due next; nil when all is told.
    package var nextAt: Timestamp? { [callbacks.nextAt, outbox.nextAt].compactMap(\.self).min() }
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
        guard code.kind == .static else { throw .unknownCharge }
        guard let key = code.key, key == configuration.pixKey else { throw .unknownKey }
        if let fixed = code.amount, let amount, amount != fixed { throw .amountDiffers(fixed) }
        guard let paid = code.amount ?? amount else { throw .amountNeeded }
        guard paid > .zero else { throw .amountNotPositive }
        let settled = SettledPix(
            endToEndID: endToEndID(now), txid: code.txid == "***" ? nil : code.txid, key: key, amount: paid, at: now,
            payer: payer, message: message)
        payments.append(settled)
        planCallback(now: now)
        return settled
    }

    /// `E` + the payer's bank + yyyyMMddHHmm (UTC) + eleven characters.
    private func endToEndID(_ now: Timestamp) -> String {
        let local = Zone.utc.localTime(now)
        let (year, month, day) = local.day.components
        let minute =
            "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))\(padded(local.hour, 2))\(padded(local.minute, 2))"
        let place = padded(payments.count + 1, 6)
        let check = StableHash.hex(StableHash.fnv1a("\(configuration.seed)/pix/\(payments.count)".utf8)).suffix(5)
        return "E" + configuration.payersISPB + minute + place + check
    }

    private mutating func draw(_ matter: String) -> SeededGenerator {
        draws += 1
        return SeededGenerator(seed: configuration.seed, stream: "\(matter)/\(draws)")
    }

    /// Only a Pix with a txid is told.
    private mutating func planCallback(now: Timestamp) {
        let place = payments.count - 1
        var chance = draw("callback")
        guard payments[place].txid != nil, !chance.chance(configuration.faults.untold) else { return }
        var wait = configuration.callback.sample(&chance)
        if chance.chance(configuration.faults.reordered) { wait += Int64(chance.integer(1000...60_000)) }
        callbacks.plan(place, at: now.adding(milliseconds: wait))
    }

    /// Lets virtual time pass. Every returned delivery must be reported to `settle`.
    package mutating func due(until now: Timestamp) -> [WebhookDelivery] {
        while let (at, first) = callbacks.pop(until: now) {
            var together = [first]
            while together.count < configuration.paymentsPerCallbackMost, let (_, next) = callbacks.pop(until: at) {
                together.append(next)
            }
            var chance = draw("post")
            let body: JSONValue = ["pix": .array(together.map { Self.json(payments[$0]) })]
            outbox.add(
                .pix, body: body.bytes(), signature: "", at: at,
                faults: WebhookOutbox.Faults(
                    duplicated: configuration.faults.duplicated, dropped: configuration.faults.dropped),
                chance: &chance)
        }
        return outbox.due(until: now)
    }

    /// What became of a delivery: answered with 200, or not.
    package mutating func settle(_ deliveryID: Int, succeeded: Bool, now: Timestamp) {
        outbox.settle(deliveryID, succeeded: succeeded, now: now)
    }

    /// A received Pix as the Central Bank's API writes it; `pagador` is what many banks add.
    static func json(_ pix: SettledPix) -> JSONValue {
        var object = JSONObject()
        object.append("endToEndId", .string(pix.endToEndID))
        object.append("txid", ifPresent: pix.txid.map { .string($0) })
        object.append("valor", .string(decimal(pix.amount)))
        object.append("chave", .string(pix.key))
        object.append("horario", .string(pix.at.rfc3339(in: .utc)))
        object.append("infoPagador", ifPresent: pix.message.map { .string($0) })
        let document = pix.payer.document.count == 14 ? "cnpj" : "cpf"
        object.append(
            "pagador", [document: .string(pix.payer.document), "nome": .string(pix.payer.name)])
        return .object(object)
    }

    /// `123.45`
    private static func decimal(_ money: Money) -> String {
        "\(money.cents / 100).\(padded(Int(money.cents % 100), 2))"
    }
}
