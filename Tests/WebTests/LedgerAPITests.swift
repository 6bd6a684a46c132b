import Domain
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import TestKit
import Testing

@testable import Web

@Suite("The ledger for other programs")
struct LedgerAPITests {
    private struct Page: Decodable {
        struct Posting: Decodable {
            let id, entry, event, account, day, at: String
            let contract, payment, debtor: String?
            let cents: Int64
        }
        let postings: [Posting]
        let next: String
        let more: Bool
    }

    private struct Problem: Decodable { let error, message: String }

    private func save(_ token: APIToken?, _ creditor: String, _ installation: Installation) throws {
        try installation.apply([
            try TokenSaved(creditorKey: creditor, name: "erp", hash: token?.hash)
                .entry(at: Installation.start, actor: "cli:test")
        ])
    }

    private func pay(_ creditor: String, _ contract: String, _ cents: Int64, _ installation: Installation) throws {
        try installation.apply([
            try BankReturn(
                creditorKey: creditor, source: "retorno.ret",
                payments: [
                    BankReturn.Payment(
                        key: "k\(cents)", paidCents: cents, paidAt: Installation.start, references: [contract])
                ]
            ).entry(at: Installation.start, actor: "test")
        ])
    }

    private func get(
        _ client: any TestClientProtocol, _ query: String, _ authorization: String?
    ) async throws -> TestResponse {
        var headers = HTTPFields()
        headers[.authorization] = authorization
        return try await client.execute(uri: "/api/v1/ledger" + query, method: .get, headers: headers) { $0 }
    }

    private func decoded(_ answer: TestResponse) throws -> Page {
        try JSONDecoder().decode(Page.self, from: Data(answer.text.utf8))
    }

    @Test(
        "comes page by page, each posting once, of the token's creditor alone, and balances",
        arguments: Backend.onePerEngine)
    func pages(_ backend: Backend) async throws {
        try await Installation.with(backend) { installation in
            let token = APIToken()
            try save(token, "aurora", installation)
            try pay("aurora", "A-100", 5_000, installation)
            try pay("norte", "N-200", 7_000, installation)
            let creditor = try installation.creditor("aurora").id
            let booked = try installation.read {
                try $0.select(PostingRow.self, "WHERE creditor = ? ORDER BY id", .id(creditor))
            }
            try #require(booked.count > 2)
            try await installation.browse { client async throws -> Void in
                var seen: [Page.Posting] = []
                var cursor = ""
                var isMore = true
                while isMore, seen.count <= booked.count {
                    let answer = try await get(client, "?limit=2" + cursor, "Bearer \(token.text)")
                    #expect(answer.status == .ok)
                    #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
                    let page = try decoded(answer)
                    #expect(page.postings.count <= 2)
                    seen += page.postings
                    cursor = "&after=" + page.next
                    isMore = page.more
                }
                #expect(seen.map(\.id) == booked.map { String($0.id) })
                #expect(seen.map(\.cents) == booked.map(\.amount.cents))
                #expect(seen.reduce(0) { $0 + $1.cents } == 0)
                #expect(seen.contains { $0.account == "cash" && $0.cents == 5_000 })
                #expect(seen.contains { $0.contract == "A-100" })
                // Nothing new: the same cursor again, to be asked later.
                let last = try decoded(try await get(client, "?" + cursor.dropFirst(), "bearer \(token.text)"))
                #expect(last.postings.isEmpty && !last.more)
                #expect(cursor == "&after=" + last.next)
                let all = try await get(client, "", "Bearer \(token.text)")
                #expect(!all.text.contains("Célia") && !all.text.contains("39053344705"))
            }
        }
    }

    @Test("is refused without a token, with a wrong, a replaced or a revoked one")
    func tokens() async throws {
        try await Installation.with { installation in
            let (first, second) = (APIToken(), APIToken())
            try save(first, "aurora", installation)
            try save(second, "aurora", installation)
            try await installation.browse { client async throws -> Void in
                #expect(try await get(client, "", "Bearer \(second.text)").status == .ok)
                for bad in [
                    nil, "", "Bearer", "Bearer ", "Basic \(second.text)", "Bearer \(first.text)",
                    "Bearer \(second.text)x", "Bearer \(second.hash)",
                ] {
                    let answer = try await get(client, "", bad)
                    #expect(answer.status == .unauthorized, "\(bad ?? "none")")
                    #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"quita\"")
                    let problem = try JSONDecoder().decode(Problem.self, from: Data(answer.text.utf8))
                    #expect(problem.error == "unauthorized")
                }
                try save(nil, "aurora", installation)
                #expect(try await get(client, "", "Bearer \(second.text)").status == .unauthorized)
            }
            let bodies = try installation.read { try $0.rows("SELECT body FROM inbox WHERE kind = 'token.saved'", []) }
            #expect(bodies.count == 3)
            for row in bodies {
                guard case .blob(let bytes)? = row.first else {
                    Issue.record("an entry without bytes")
                    continue
                }
                #expect(!String(decoding: bytes, as: UTF8.self).contains(second.text), "the log keeps no token")
            }
        }
    }

    @Test("says what is wrong with a cursor or a limit")
    func badParameters() async throws {
        try await Installation.with { installation in
            let token = APIToken()
            try save(token, "aurora", installation)
            try await installation.browse { client async throws -> Void in
                for (query, error) in [
                    ("?after=x", "bad_cursor"), ("?after=-1", "bad_cursor"), ("?after=", "bad_cursor"),
                    ("?after=99999999999999999999", "bad_cursor"), ("?limit=0", "bad_limit"),
                    ("?limit=1001", "bad_limit"), ("?limit=dez", "bad_limit"), ("?limit=", "bad_limit"),
                ] {
                    let answer = try await get(client, query, "Bearer \(token.text)")
                    #expect(answer.status == .badRequest, "\(query)")
                    let problem = try JSONDecoder().decode(Problem.self, from: Data(answer.text.utf8))
                    #expect(problem.error == error, "\(query)")
                }
                #expect(try await get(client, "?limit=1000", "Bearer \(token.text)").status == .ok)
            }
        }
    }
}
