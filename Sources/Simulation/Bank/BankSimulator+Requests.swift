import Channels
package import Domain

/// The part of the Pix API by which a creditor reconciles: the list of received Pix, and a single one.
extension BankSimulator {
    static let itemsPerPage = 100
    static let itemsPerPageMost = 1000

    /// Answers `GET /v2/pix?inicio&fim` and `GET /v2/pix/{e2eid}`; the prefix before `/pix` is the bank's own affair.
    package func handle(_ request: SimulatedRequest, now: Timestamp) -> SimulatedResponse {
        let parts = request.path.split(separator: "/").map(String.init)
        guard request.method == "GET", let place = parts.firstIndex(of: "pix") else {
            return problem(404, "NaoEncontrado", "Entidade não encontrada.")
        }
        if parts.count == place + 1 { return list(request.query) }
        guard parts.count == place + 2, let pix = payments.first(where: { $0.endToEndID == parts[place + 1] }) else {
            return problem(404, "NaoEncontrado", "Não há Pix com este endToEndId.")
        }
        return SimulatedResponse(status: 200, body: Self.json(pix).bytes())
    }

    private func list(_ query: [String: String]) -> SimulatedResponse {
        guard let from = query["inicio"].flatMap({ Timestamp(rfc3339: $0) }),
            let through = query["fim"].flatMap({ Timestamp(rfc3339: $0) }), from <= through
        else {
            return problem(
                400, "PixConsultaInvalida", "Os parâmetros inicio e fim são obrigatórios, em ordem (RFC 3339).")
        }
        let page = query["paginacao.paginaAtual"].map(Int.init) ?? 0
        let size = query["paginacao.itensPorPagina"].map(Int.init) ?? Self.itemsPerPage
        guard let page, let size, page >= 0, (1...Self.itemsPerPageMost).contains(size), page < 1_000_000 else {
            return problem(400, "PixConsultaInvalida", "A paginação é inválida.")
        }
        let found = payments.filter { pix in
            from <= pix.at && pix.at <= through && (query["txid"].map { $0 == pix.txid } ?? true)
                && (query["txIdPresente"].map { ($0 == "true") == (pix.txid != nil) } ?? true)
                && (query["cpf"].map { $0 == pix.payer.document } ?? true)
                && (query["cnpj"].map { $0 == pix.payer.document } ?? true)
        }
        let pages = (found.count + size - 1) / size
        let shown = found.dropFirst(page * size).prefix(size)
        let body: JSONValue = [
            "parametros": [
                "inicio": .string(from.rfc3339(in: .utc)), "fim": .string(through.rfc3339(in: .utc)),
                "paginacao": [
                    "paginaAtual": JSONValue(Int64(page)), "itensPorPagina": JSONValue(Int64(size)),
                    "quantidadeDePaginas": JSONValue(Int64(pages)),
                    "quantidadeTotalDeItens": JSONValue(Int64(found.count)),
                ],
            ],
            "pix": .array(shown.map(Self.json)),
        ]
        return SimulatedResponse(status: 200, body: body.bytes())
    }

    /// RFC 7807, with the Central Bank's types.
    private func problem(_ status: Int, _ type: String, _ detail: String) -> SimulatedResponse {
        let body: JSONValue = [
            "type": .string("https://pix.bcb.gov.br/api/v2/error/\(type)"), "title": .string(type),
            "status": JSONValue(Int64(status)), "detail": .string(detail),
        ]
        return SimulatedResponse(status: status, contentType: "application/problem+json", body: body.bytes())
    }
}
