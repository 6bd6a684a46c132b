import Domain
import Foundation
import Testing

@testable import Payments

@Suite("The bank's API: requests and answers")
struct PixAPITests {
    private let txid = PixTxid(id: 1, namespace: 1, use: .bankCharge)

    private func debtor() throws -> PixDebtor {
        PixDebtor(document: .cpf(try CPF(parsing: "52998224725")), name: "Ana Exemplo")
    }

    private func key() throws -> PixKey { try PixKey("11222333000181") }

    private func text(_ request: PixAPIRequest) -> String { String(decoding: request.body, as: UTF8.self) }

    @Test("a charge with a due date says every amount and percentage with two decimals")
    func dueBody() throws {
        var terms = PixDueTerms(
            original: Money(cents: 123_456), due: try #require(CalendarDay(iso: "2026-12-10")),
            fine: .percent(Percentage(2)), interest: .percent(Percentage(1), per: .month, .calendar))
        terms.discount = .until([
            PixDiscountStep(day: try #require(CalendarDay(iso: "2026-12-01")), value: .amount(Money(cents: 5)))
        ])
        let request = try PixAPIRequest.put(
            PixDueCharge(terms: terms, key: try key(), debtor: try debtor()), txid: txid)
        #expect(request.method == .put)
        #expect(request.target == "/cobv/\(txid.text)")
        #expect(request.scope == .dueChargeWrite)
        #expect(
            text(request) == #"{"calendario":{"dataDeVencimento":"2026-12-10","validadeAposVencimento":30},"#
                + #""chave":"11222333000181","devedor":{"cpf":"52998224725","nome":"Ana Exemplo"},"#
                + #""valor":{"desconto":{"descontoDataFixa":[{"data":"2026-12-01","valorPerc":"0.05"}],"modalidade":1},"#
                + #""juros":{"modalidade":3,"valorPerc":"1.00"},"multa":{"modalidade":2,"valorPerc":"2.00"},"#
                + #""original":"1234.56"}}"#)
        #expect(
            try PixAPIRequest.put(PixDueCharge(terms: terms, key: try key(), debtor: try debtor()), txid: txid)
                == request)
    }

    @Test("all violations of a request are found at once, before the bank sees it")
    func violations() throws {
        let due = try #require(CalendarDay(iso: "2026-12-10"))
        var terms = PixDueTerms(
            original: .zero, due: due, validDaysAfterDue: -1, fine: .percent(Percentage(micros: 12_345)))
        terms.discount = .until([PixDiscountStep(day: due.adding(days: 1), value: .amount(Money(cents: 1)))])
        terms.rebate = .percent(.whole)
        let charge = PixDueCharge(
            terms: terms, key: try key(), debtor: try debtor(), message: String(repeating: "x", count: 141))
        let short = try #require(PixTxid("CURTO"))
        let error = #expect(throws: InvalidPixRequest.self) { try PixAPIRequest.put(charge, txid: short) }
        let properties = Set(error?.violations.map(\.property) ?? [])
        #expect(
            properties == [
                "txid", "cobv.valor.original", "cobv.calendario.validadeAposVencimento", "cobv.valor.multa",
                "cobv.valor.desconto", "cobv.valor.abatimento", "cobv.solicitacaoPagador",
            ])
    }

    @Test("only posts are not to be repeated after silence")
    func repeatable() throws {
        let listing = PixListing(from: Timestamp(seconds: 0), through: Timestamp(seconds: 1))
        #expect(try PixAPIRequest.refund(endToEndID: "E1", id: "R1", amount: Money(cents: 1)).isRepeatable)
        #expect(PixAPIRequest.cancel(.due, txid: txid).isRepeatable)
        #expect(PixAPIRequest.received(listing).isRepeatable)
        #expect(!PixAPIRequest.createLocation(.due).isRepeatable)
        #expect(PixAPIRequest.token(clientID: "a", secret: "b", scopes: []).isRepeatable)
    }

    @Test("what stands in an address is encoded")
    func targets() throws {
        let listing = PixListing(from: Timestamp(seconds: 0), through: Timestamp(seconds: 3600), page: 2)
        #expect(
            PixAPIRequest.received(listing, txid: txid).target
                == "/pix?inicio=1970-01-01T00%3A00%3A00Z&fim=1970-01-01T01%3A00%3A00Z&paginacao.paginaAtual=2"
                + "&paginacao.itensPorPagina=100&txid=\(txid.text)")
        let hook = PixWebhookKind.pix(key: try PixKey("+5511987654321"))
        #expect(PixAPIRequest.webhook(hook).target == "/webhook/%2B5511987654321")
        #expect(throws: InvalidPixRequest.self) { try PixAPIRequest.received(endToEndID: "E1/../x") }
        #expect(throws: InvalidPixRequest.self) { try PixAPIRequest.putWebhook(hook, url: "http://x") }
    }

    @Test("a token is asked for with credentials in the header, and ends a little before the bank says")
    func tokens() throws {
        let request = PixAPIRequest.token(clientID: "id", secret: "a:b", scopes: [.pixRead, .chargeWrite])
        #expect(request.headers.first?.value == "Basic " + Data("id:a%3Ab".utf8).base64EncodedString())
        #expect(text(request) == "grant_type=client_credentials&scope=cob.write%20pix.read")
        let now = Timestamp(seconds: 1000)
        let body = #"{"access_token":"abc","token_type":"Bearer","expires_in":300,"scope":"pix.read"}"#
        let token = try #require(PixAccessToken(answer: Array(body.utf8), now: now))
        #expect(token.isUsable(at: now.adding(seconds: 269)))
        #expect(!token.isUsable(at: now.adding(seconds: 270)))
        #expect(token.allows(.pixRead))
        #expect(!token.allows(.pixWrite))
        let signed = PixAPIRequest.cancel(.due, txid: txid).authorized(by: token)
        #expect(signed.headers.last == .init("Authorization", "Bearer abc"))
        for bad in [
            "", "{}", #"{"access_token":""}"#, #"{"access_token":"a\nb"}"#, #"{"access_token":"a","token_type":"mac"}"#,
        ] {
            #expect(PixAccessToken(answer: Array(bad.utf8), now: now) == nil)
        }
    }

    @Test(
        "an error means what to do",
        arguments: [
            (401, "", nil, "renew_token"), (403, "{}", nil, "stop"), (404, "x", nil, "absent"),
            (410, "", nil, "absent"), (429, "", "7", "wait_7s"), (503, "", nil, "wait_60s"), (500, "", nil, "retry"),
            (504, "", nil, "retry"), (409, "", nil, "look"), (302, "", nil, "fix"),
            (
                400, #"{"type":"https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida","title":"x","status":400}"#,
                nil, "fix"
            ),
            (
                400,
                #"{"type":"x/CobOperacaoInvalida","violacoes":[{"razao":"A cobrança não está ATIVA, e a presente requisição busca alterá-la.","propriedade":"cob.status"}]}"#,
                nil, "look"
            ),
            (400, #"{"violacoes":[{"razao":"O campo cob.valor.original é zero.","valor":0}]}"#, nil, "fix"),
        ] as [(Int, String, String?, String)])
    func problems(status: Int, body: String, retryAfter: String?, action: String) {
        let problem = PixProblem(httpStatus: status, body: Array(body.utf8), retryAfter: retryAfter)
        #expect(problem.action.name == action)
        #expect(problem.alerts == (action == "fix" || action == "stop"))
        #expect(!problem.text.isEmpty)
        #expect(problem.type.map { !$0.contains("/") } ?? true)
    }

    @Test("an answer is understood though the bank writes numbers as texts, adds fields and leaves the code out")
    func lenient() throws {
        let body = """
            {"calendario":{"criacao":"2026-11-23T12:00:00.123Z","dataDeVencimento":"2026-12-10",
             "validadeAposVencimento":"15"},"txid":"\(txid.text)","revisao":"3","status":"ATIVA","banco":{"x":[1]},
             "devedor":{"cnpj":"11222333000181","nome":"Loja"},"location":"pix.example.com/qr/v2/abc",
             "valor":{"original":"100.00","multa":{"modalidade":"2","valorPerc":"2.00"},
             "juros":{"modalidade":"3","valorPerc":1.5}},"chave":"k"}
            """
        let outcome = PixOutcome<PixCharge>(httpStatus: 201, body: Array(body.utf8))
        guard case .done(let charge) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        var terms = PixDueTerms(
            original: Money(cents: 10_000), due: try #require(CalendarDay(iso: "2026-12-10")), validDaysAfterDue: 15,
            fine: .percent(Percentage(2)))
        terms.interest = .percent(Percentage(micros: 1_500_000), per: .month, .calendar)
        #expect(charge.terms == .due(terms))
        #expect(charge.revision == 3)
        let code = try charge.code(name: "LOJA", city: "RECIFE")
        #expect(code.url == "pix.example.com/qr/v2/abc")
    }

    @Test("an answer that cannot be understood is unknown, never done, and its content is not repeated")
    func unreadable() {
        for body in ["", "<html>Ana Exemplo</html>", "{}", #"{"txid":"x","status":"NOVA","calendario":{},"valor":{}}"#]
        {
            let outcome = PixOutcome<PixCharge>(httpStatus: 200, body: Array(body.utf8))
            guard case .unknown(let reason) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(!reason.contains("Ana"))
        }
    }

    @Test("a callback about recurrences is read item by item, and is told from one about payments")
    func recurrenceCallback() throws {
        let id = "RR1234567820260115abcdefghijk"
        let body = """
            {"recs":[{"idRec":"\(id)","status":"APROVADA","atualizacao":[]},{"idRec":"x","status":"APROVADA"},
             {"idRec":"\(id)","status":"CANCELADA","encerramento":{"cancelamento":{"codigo":"SLDB"}}},{"status":"NOVA"}]}
            """
        let callback = try #require(PixRecurrenceCallback(decoding: Array(body.utf8)))
        #expect(callback.recurrences.map(\.status) == [.approved, .cancelled])
        #expect(callback.recurrences.last?.endCode == "SLDB")
        #expect(callback.malformed == 2)
        #expect(PixRecurrenceCallback(decoding: Array(#"{"pix":[]}"#.utf8)) == nil)
        #expect(PixRecurrenceCallback(decoding: [0x7B]) == nil)
    }

    @Test("every modality survives the way to the bank and back")
    func modalities() throws {
        var random = SplitMix64(seed: 8)
        let due = try #require(CalendarDay(iso: "2026-12-10"))
        func percent() -> Percentage { Percentage(micros: .random(in: 1...9999, using: &random) * 10_000) }
        func value() -> PixValue {
            Bool.random(using: &random)
                ? .percent(percent()) : .amount(Money(cents: .random(in: 1...99_999, using: &random)))
        }
        for _ in 0..<200 {
            let days = Bool.random(using: &random) ? PixDays.calendar : .business
            let period = [PixInterest.Period.day, .month, .year].randomElement(using: &random) ?? .day
            let step = value()
            var terms = PixDueTerms(original: Money(cents: 100_000), due: due, fine: value(), rebate: value())
            terms.interest =
                Bool.random(using: &random)
                ? .percent(percent(), per: period, days) : .amountPerDay(Money(cents: 7), days)
            terms.discount =
                Bool.random(using: &random)
                ? .perDayEarly(value(), days) : .until([PixDiscountStep(day: due, value: step)])
            let wire = PixWire.encode(WireChargeValue(terms))
            let back = try JSONDecoder().decode(WireChargeValue.self, from: Data(wire))
            #expect(back.terms(due: due, validDaysAfterDue: 30) == terms)
        }
    }
}
