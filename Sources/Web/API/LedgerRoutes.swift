import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// `GET /api/v1/ledger?after=CURSOR&limit=N`: a creditor's postings for its own books, page by page.
///
/// The creditor is the token's, so no parameter can ask for another's. Nothing in an answer names a person.
struct LedgerRoutes: Sendable {
    let configuration: WebConfiguration

    static let limitDefault = 100
    static let limitMax = 1_000

    func add(to router: Router<QuitaContext>) {
        router.get("/api/v1/ledger") { request, _ in try await page(request) }
    }

    private func page(_ request: Request) async throws -> Response {
        guard let token = LedgerRoutes.token(of: request),
            let known = try await configuration.database.reading({ try $0.activeAPIToken(hash: token.hash) })
        else {
            var response = try APIError(
                error: "unauthorized",
                message: "send Authorization: Bearer TOKEN with a token made by quita token create"
            ).response(.unauthorized)
            response.headers[.wwwAuthenticate] = "Bearer realm=\"quita\""
            return response
        }
        guard let after = LedgerRoutes.number(request, "after", whenMissing: 0), after >= 0 else {
            return try APIError(
                error: "bad_cursor", message: "after must be the value of next in an earlier answer, or be left out"
            ).response(.badRequest)
        }
        guard let limit = LedgerRoutes.number(request, "limit", whenMissing: Int64(LedgerRoutes.limitDefault)),
            (1...Int64(LedgerRoutes.limitMax)).contains(limit)
        else {
            return try APIError(
                error: "bad_limit", message: "limit must be a whole number from 1 to \(LedgerRoutes.limitMax)"
            ).response(.badRequest)
        }
        // One more than asked for tells whether there is another page.
        let lines = try await configuration.database.reading {
            try $0.postedLines(of: known.creditor, after: after, limit: Int(limit) + 1)
        }
        let shown = lines.prefix(Int(limit))
        return try LedgerPage(
            postings: shown.map(LedgerPage.Posting.init), next: String(shown.last?.id ?? after),
            more: lines.count > shown.count
        ).response()
    }

    private static func token(of request: Request) -> APIToken? {
        guard let header = request.headers[.authorization] else { return nil }
        let parts = header.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return APIToken(String(parts[1]))
    }

    /// Nil for what is no whole number.
    private static func number(_ request: Request, _ name: String, whenMissing: Int64) -> Int64? {
        guard let given = request.uri.queryParameters[name[...]] else { return whenMissing }
        return Int64(String(given))
    }
}

/// What went wrong, for a program and for the person who reads its log.
private struct APIError: Encodable {
    let error: String
    let message: String

    func response(_ status: HTTPResponse.Status) throws -> Response { try .json(canonicalJSON(self), status: status) }
}

/// Ids are texts: they are larger than what JavaScript's numbers hold exactly.
private struct LedgerPage: Encodable {
    struct Posting: Encodable {
        let id: String
        let entry: String
        let event: String
        let debtor: String?
        let debt: String?
        let contract: String?
        let agreement: String?
        let payment: String?
        let account: String
        let cents: Int64
        let day: String
        let at: String

        init(_ line: PostedLine) {
            id = String(line.id)
            entry = line.entry.description
            event = line.event
            debtor = line.debtor?.description
            debt = line.debt?.description
            contract = line.contract
            agreement = line.agreement?.description
            payment = line.payment?.description
            account = line.account.rawValue
            cents = line.amount.cents
            day = line.day.iso
            at = line.at.description
        }
    }

    let postings: [Posting]
    /// The cursor for what comes after; also the last page has one, to ask again later.
    let next: String
    let more: Bool

    func response() throws -> Response { try .json(canonicalJSON(self)) }
}

extension Response {
    fileprivate static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
