import Foundation

/// What the bank posts about Pix Automático: to `{webhookUrl}/rec` and `{webhookUrl}/cobr`.
///
/// Calls repeat and arrive in any order, and they tell a part only: what is told is a reason to ask for the whole.
package struct PixRecurrenceCallback: Hashable, Sendable {
    /// A recurrence that changed.
    package struct Recurrence: Hashable, Sendable {
        package let id: PixRecurrenceID
        package let status: PixRecurrence.Status
        package let endCode: String?
    }

    /// A charge of a recurrence that changed.
    package struct Charge: Hashable, Sendable {
        package let txid: PixTxid
        package let recurrence: PixRecurrenceID
        package let status: PixRecurringCharge.Status
        package let payments: [PixReceived]
    }

    package private(set) var recurrences: [Recurrence] = []
    package private(set) var charges: [Charge] = []
    /// How many items could not be understood.
    package private(set) var malformed = 0

    /// Reads a callback's body; nil for what is neither list.
    package init?(decoding body: [UInt8]) {
        guard let wire = try? JSONDecoder().decode(Wire.self, from: Data(body)), wire.recs != nil || wire.cobsr != nil
        else { return nil }
        for item in wire.recs ?? [] {
            if let recurrence = item.value?.recurrence { recurrences.append(recurrence) } else { malformed += 1 }
        }
        for item in wire.cobsr ?? [] {
            if let charge = item.value?.charge { charges.append(charge) } else { malformed += 1 }
        }
    }

    private struct Wire: Decodable {
        let recs: [Item<RecurrenceItem>]?
        let cobsr: [Item<ChargeItem>]?
    }

    /// An item that may be bad without spoiling its neighbours.
    private struct Item<Value: Decodable>: Decodable {
        let value: Value?

        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }

    private struct RecurrenceItem: Decodable {
        let idRec: String
        let status: PixRecurrence.Status
        let encerramento: WireEnd?

        var recurrence: Recurrence? {
            PixRecurrenceID(idRec).map { Recurrence(id: $0, status: status, endCode: encerramento?.code) }
        }
    }

    private struct ChargeItem: Decodable {
        let idRec: String
        let txid: String
        let status: PixRecurringCharge.Status
        let pix: [PixItem]?

        var charge: Charge? {
            guard let txid = PixTxid(txid), let id = PixRecurrenceID(idRec) else { return nil }
            return Charge(txid: txid, recurrence: id, status: status, payments: (pix ?? []).map(\.value))
        }
    }
}
