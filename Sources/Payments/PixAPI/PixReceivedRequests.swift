package import Domain
import Foundation

/// Which part of a bank's list is asked for.
package struct PixListing: Hashable, Sendable {
    package var from: Timestamp
    package var through: Timestamp
    /// From 0.
    package var page: Int
    package var itemsPerPage: Int

    package init(from: Timestamp, through: Timestamp, page: Int = 0, itemsPerPage: Int = 100) {
        self.from = from
        self.through = through
        self.page = page
        self.itemsPerPage = itemsPerPage
    }

    var fields: [PixAPIRequest.Field] {
        [
            .init("inicio", from.rfc3339(in: .utc)), .init("fim", through.rfc3339(in: .utc)),
            .init("paginacao.paginaAtual", String(page)), .init("paginacao.itensPorPagina", String(itemsPerPage)),
        ]
    }
}

/// One page of a bank's list.
package struct PixPage<Item: Sendable>: Sendable {
    package let items: [Item]
    package let page: Int
    package let pageCount: Int
    package let itemCount: Int

    /// The listing of the page that follows; nil after the last. An empty page ends a list whatever its counts say.
    package func next(after listing: PixListing) -> PixListing? {
        guard page + 1 < pageCount, !items.isEmpty else { return nil }
        var next = listing
        next.page = page + 1
        return next
    }
}

extension PixPage: Equatable where Item: Equatable {}
extension PixPage: Hashable where Item: Hashable {}

struct WireListParameters: Decodable {
    struct Paging: Decodable {
        let paginaAtual: WireInteger
        let quantidadeDePaginas: WireInteger
        let quantidadeTotalDeItens: WireInteger
    }

    let paginacao: Paging
}

extension PixPage {
    init(_ items: [Item], _ parameters: WireListParameters) {
        self.init(
            items: items, page: parameters.paginacao.paginaAtual.value,
            pageCount: parameters.paginacao.quantidadeDePaginas.value,
            itemCount: parameters.paginacao.quantidadeTotalDeItens.value)
    }
}

/// The Pix that arrived in a stretch of time (`GET /pix`), with those that could not be understood.
package struct PixReceivedPage: Hashable, Sendable, Decodable {
    package let page: PixPage<PixReceived>
    /// For a person to see: money that is there, and cannot be read.
    package let malformed: [PixCallback.Malformed]

    private struct Wire: Decodable {
        let parametros: WireListParameters
        let pix: OneOrMany<Lossy<PixItem>>?
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        var callback = PixCallback(received: [])
        for (index, item) in (wire.pix?.items ?? []).enumerated() { callback.add(item, index) }
        page = PixPage(callback.received, wire.parametros)
        malformed = callback.malformed
    }

    /// The listing of the next page: also where a page held only what cannot be read.
    package func next(after listing: PixListing) -> PixListing? {
        guard page.page + 1 < page.pageCount, !page.items.isEmpty || !malformed.isEmpty else { return nil }
        var next = listing
        next.page = page.page + 1
        return next
    }
}

extension PixReceived: Decodable {
    /// One Pix as the bank writes it: the answer of `GET /pix/{e2eid}`.
    package init(from decoder: any Decoder) throws { self = try PixItem(from: decoder).value }
}

extension PixRefund: Decodable {
    /// One refund: the answer of `PUT` and `GET …/devolucao/{id}`.
    package init(from decoder: any Decoder) throws { self = try PixRefundItem(from: decoder).value }
}

extension PixAPIRequest {
    /// Everything that arrived: what a lost callback would have told. With `txid`, for that charge only.
    package static func received(_ listing: PixListing, txid: PixTxid? = nil) -> PixAPIRequest {
        PixAPIRequest(
            .get, "/pix", query: listing.fields + (txid.map { [Field("txid", $0.text)] } ?? []), scope: .pixRead)
    }

    package static func received(endToEndID: String) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.word(endToEndID, "e2eid", 1...35)
        try check.finish()
        return PixAPIRequest(.get, "/pix/\(endToEndID)", scope: .pixRead)
    }

    /// Sends money back, all or part of it, up to 90 days after it came. Our id makes it happen once.
    ///
    /// - Parameter description: the payer reads it.
    package static func refund(
        endToEndID: String, id: String, amount: Money, description: String? = nil
    ) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.word(endToEndID, "e2eid", 1...35)
        check.word(id, "devolucao.id", 1...35)
        check.amount(amount, "devolucao.valor")
        check.text(description, "devolucao.descricao", max: 140)
        try check.finish()
        struct Body: Encodable {
            let valor: WireAmount
            let natureza = "ORIGINAL"
            let descricao: String?
        }
        return PixAPIRequest(
            .put, "/pix/\(endToEndID)/devolucao/\(id)",
            json: Body(valor: WireAmount(amount), descricao: description), scope: .pixWrite)
    }

    package static func refundState(endToEndID: String, id: String) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.word(endToEndID, "e2eid", 1...35)
        check.word(id, "devolucao.id", 1...35)
        try check.finish()
        return PixAPIRequest(.get, "/pix/\(endToEndID)/devolucao/\(id)", scope: .pixRead)
    }

    /// The charges that were made in a stretch of time, with what was paid for each.
    package static func charges(
        _ kind: PixChargeKind, _ listing: PixListing, status: PixChargeStatus? = nil
    ) -> PixAPIRequest {
        PixAPIRequest(
            .get, "/\(kind.rawValue)", query: listing.fields + (status.map { [Field("status", $0.rawValue)] } ?? []),
            scope: kind == .immediate ? .chargeRead : .dueChargeRead)
    }
}

/// A page of charges (`GET /cob`, `GET /cobv`).
package struct PixChargePage: Hashable, Sendable, Decodable {
    package let page: PixPage<PixCharge>

    private struct Wire: Decodable {
        let parametros: WireListParameters
        let cobs: [PixCharge]
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        page = PixPage(wire.cobs, wire.parametros)
    }
}
