package import Domain
import Foundation

/// What the bank calls us about.
package enum PixWebhookKind: Hashable, Sendable {
    /// Payments and refunds on one key; posted to the address with `/pix` behind it.
    case pix(key: PixKey)
    /// Recurrences; posted with `/rec` behind.
    case recurrences
    /// Charges of recurrences; posted with `/cobr` behind.
    case recurringCharges

    fileprivate var path: String {
        switch self {
        case .pix(let key): "/webhook/" + PixWire.percentEncoded(key.text)
        case .recurrences: "/webhookrec"
        case .recurringCharges: "/webhookcobr"
        }
    }

    fileprivate var scopes: (write: PixScope, read: PixScope) {
        switch self {
        case .pix: (.webhookWrite, .webhookRead)
        case .recurrences: (.recurrenceWebhookWrite, .recurrenceWebhookRead)
        case .recurringCharges: (.recurringChargeWebhookWrite, .recurringChargeWebhookRead)
        }
    }
}

/// Where the bank calls us.
package struct PixWebhook: Hashable, Sendable, Decodable {
    package let url: String
    package let createdAt: Timestamp?

    private struct Wire: Decodable {
        let webhookUrl: String
        let criacao: WireInstant?
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        url = wire.webhookUrl
        createdAt = wire.criacao?.at
    }
}

extension PixAPIRequest {
    /// Tells the bank where to call; the last address counts.
    package static func putWebhook(_ kind: PixWebhookKind, url: String) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        let printable = url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        check.require(
            url.hasPrefix("https://") && url.utf8.count > 8 && printable, "webhook.webhookUrl",
            "an https address without spaces")
        try check.finish()
        struct Body: Encodable { let webhookUrl: String }
        return PixAPIRequest(.put, kind.path, json: Body(webhookUrl: url), scope: kind.scopes.write)
    }

    package static func webhook(_ kind: PixWebhookKind) -> PixAPIRequest {
        PixAPIRequest(.get, kind.path, scope: kind.scopes.read)
    }

    package static func deleteWebhook(_ kind: PixWebhookKind) -> PixAPIRequest {
        PixAPIRequest(.delete, kind.path, scope: kind.scopes.write)
    }
}

/// An address at the bank from which payers' banks fetch a charge; it outlives the charges that it shows.
package struct PixLocation: Hashable, Sendable, Decodable {
    package let id: Int64
    /// Without a scheme.
    package let url: String
    /// Nil for a recurrence's address.
    package let kind: PixChargeKind?
    /// The charge that it shows now.
    package let txid: PixTxid?
    /// The recurrence that it shows now.
    package let recurrence: PixRecurrenceID?
    package let createdAt: Timestamp?

    private struct Wire: Decodable {
        let id: Int64
        let location: String
        let tipoCob: String?
        let txid: String?
        let idRec: String?
        let criacao: WireInstant?
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        id = wire.id
        url = wire.location
        kind = wire.tipoCob.flatMap(PixChargeKind.init(rawValue:))
        txid = wire.txid.flatMap(PixTxid.init)
        recurrence = wire.idRec.flatMap(PixRecurrenceID.init)
        createdAt = wire.criacao?.at
    }
}

/// A page of addresses (`GET /loc`, `GET /locrec`).
package struct PixLocationPage: Hashable, Sendable, Decodable {
    package let page: PixPage<PixLocation>

    private struct Wire: Decodable {
        let parametros: WireListParameters
        let loc: [PixLocation]
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        page = PixPage(wire.loc, wire.parametros)
    }
}

extension PixAPIRequest {
    /// Makes an address. A post: after silence, `locations` that show no charge are looked through.
    package static func createLocation(_ kind: PixChargeKind) -> PixAPIRequest {
        struct Body: Encodable { let tipoCob: String }
        return PixAPIRequest(.post, "/loc", json: Body(tipoCob: kind.rawValue), scope: .locationWrite)
    }

    /// - Parameter showsCharge: only those that show a charge, or only those that show none.
    package static func locations(
        _ listing: PixListing, showsCharge: Bool? = nil, kind: PixChargeKind? = nil
    ) -> PixAPIRequest {
        var query = listing.fields
        if let showsCharge { query.append(Field("txIdPresente", showsCharge ? "true" : "false")) }
        if let kind { query.append(Field("tipoCob", kind.rawValue)) }
        return PixAPIRequest(.get, "/loc", query: query, scope: .locationRead)
    }

    package static func location(id: Int64) -> PixAPIRequest {
        PixAPIRequest(.get, "/loc/\(id)", scope: .locationRead)
    }

    /// Takes the charge from the address: the printed code then shows nothing, until another charge names the address.
    package static func freeLocation(id: Int64) -> PixAPIRequest {
        PixAPIRequest(.delete, "/loc/\(id)/txid", scope: .locationWrite)
    }

    /// Makes an address for a recurrence's code (journeys 2 to 4).
    package static func createRecurrenceLocation() -> PixAPIRequest {
        PixAPIRequest(.post, "/locrec", scope: .recurrenceLocationWrite)
    }

    package static func recurrenceLocation(id: Int64) -> PixAPIRequest {
        PixAPIRequest(.get, "/locrec/\(id)", scope: .recurrenceLocationRead)
    }
}
