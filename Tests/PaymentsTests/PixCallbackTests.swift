import Domain
import Testing

@testable import Payments

@Suite("The bank's callback")
struct PixCallbackTests {
    private func decode(_ json: String) throws -> PixCallback { try PixCallback(decoding: Array(json.utf8)) }

    @Test("several payments in one call, with the bank's own fields, all arrive exactly")
    func several() throws {
        let callback = try decode(
            """
            {"parametros":{"x":1},"pix":[
              {"endToEndId":"E12345678202611231230abcdef12345","txid":"QUITA0001","chave":"11222333000181",
               "valor":"1234.56","horario":"2026-11-23T12:30:00.358Z","infoPagador":"parcela 1",
               "pagador":{"cpf":"***.456.789-**","nome":"FULANA DE TAL"},"gnExtras":{"tarifa":"0.01"},
               "componentesValor":{"original":{"valor":"1200.00"},"juros":{"valor":"34.56"}}},
              {"endToEndId":"E87654321202611231231dfghi123456","valor":"0.01","horario":"2026-11-23T09:31:00-03:00"},
              {"endToEndId":"E11111111202611231231dfghi123456","txid":"***","valor":"9999999999.99",
               "horario":"2026-11-23T12:31:00"}
            ]}
            """)
        #expect(callback.malformed.isEmpty)
        #expect(callback.received.map(\.amount.cents) == [123_456, 1, 999_999_999_999])
        let first = try #require(callback.received.first)
        #expect(first.endToEndID == "E12345678202611231230abcdef12345")
        #expect(first.txid == PixTxid("QUITA0001"))
        #expect(first.key == "11222333000181")
        #expect(first.at == Timestamp(rfc3339: "2026-11-23T12:30:00.358Z"))
        #expect(first.payerInfo == "parcela 1")
        #expect(first.payer == PixPayer(name: "FULANA DE TAL", document: "***.456.789-**"))
        #expect(callback.received[1].txid == nil)
        #expect(callback.received[1].at == callback.received[2].at)
        #expect(callback.received[2].txid == nil)
    }

    @Test(
        "one bad payment is reported and costs none of its neighbours",
        arguments: [
            #"{"txid":"A1","valor":"1.00","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":"1,00","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":"-1.00","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":"1.005","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":"0.00","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":1.005,"horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":null,"horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","valor":"1.00","horario":"yesterday"}"#,
            #"{"endToEndId":"E2","valor":"1.00"}"#,
            #"{"endToEndId":"","valor":"1.00","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":7,"valor":"1.00","horario":"2026-11-23T12:30:00Z"}"#,
            #"{"endToEndId":"E2","txid":"a b","valor":"1.00","horario":"2026-11-23T12:30:00Z"}"#,
            "null", "7", "\"x\"", "[]",
        ])
    func isolation(bad: String) throws {
        let good = #"{"endToEndId":"E1","valor":"1.00","horario":"2026-11-23T12:30:00Z"}"#
        let callback = try decode(#"{"pix":[\#(good),\#(bad),\#(good)]}"#)
        #expect(callback.received.count == 2)
        #expect(callback.malformed.map(\.index) == [1])
        #expect(callback.malformed.first?.reason.isEmpty == false)
        if bad.contains(#""E2""#) { #expect(callback.malformed.first?.endToEndID == "E2") }
    }

    @Test(
        "a bank that writes the amount as a number is understood to the cent",
        arguments: [
            ("110", 11_000), ("110.5", 11_050), ("0.1", 10), ("1234567890.12", 123_456_789_012), ("19.99", 1999),
        ])
    func numbers(number: String, cents: Int64) throws {
        let callback = try decode(
            #"{"pix":[{"endToEndId":"E1","valor":\#(number),"horario":"2026-11-23T12:30:00Z"}]}"#)
        #expect(callback.received.map(\.amount.cents) == [cents])
    }

    @Test("refunds come as a list or as one object, and a bad one is reported beside its payment")
    func refunds() throws {
        let refund = """
            {"id":"R1","rtrId":"D12345678202611231300abcde123456","valor":"10.00","natureza":"MED_FRAUDE",
             "horario":{"solicitacao":"2026-11-23T13:00:00Z","liquidacao":"2026-11-23T13:01:00Z"},"status":"DEVOLVIDO"}
            """
        func payment(_ refunds: String) throws -> PixCallback {
            try decode(
                #"{"pix":[{"endToEndId":"E1","valor":"10.00","horario":"2026-11-23T12:30:00Z","devolucoes":\#(refunds)}]}"#
            )
        }
        for callback in [try payment(refund), try payment("[\(refund)]")] {
            let found = try #require(callback.received.first?.refunds.first)
            #expect(found.id == "R1")
            #expect(found.status == .returned)
            #expect(found.amount == Money(cents: 1000))
            #expect(found.nature == "MED_FRAUDE")
            #expect(found.settledAt == Timestamp(rfc3339: "2026-11-23T13:01:00Z"))
            #expect(callback.malformed.isEmpty)
        }
        let mixed = try payment(#"[\#(refund),{"id":"R2","valor":"x","status":"DEVOLVIDO"}]"#)
        #expect(mixed.received.first?.refunds.count == 1)
        #expect(mixed.malformed.count == 1)
        let odd = try payment(#"{"id":"R3","valor":"1.00","status":"NOVO"}"#)
        #expect(odd.received.first?.refunds.first?.status == .other("NOVO"))
        #expect(try payment("null").malformed.isEmpty)
        #expect(try payment("7").malformed.count == 1)
        #expect(try payment("7").received.count == 1)
    }

    @Test("a body without a list is told from one that is no JSON")
    func failures() {
        #expect(throws: PixCallback.Failure.notJSON) { try decode("{\"pix\":[") }
        #expect(throws: PixCallback.Failure.notJSON) { try decode("") }
        #expect(throws: PixCallback.Failure.noPixList) { try decode("{\"evento\":\"teste\"}") }
        #expect(throws: PixCallback.Failure.noPixList) { try decode("[]") }
        #expect(throws: PixCallback.Failure.noPixList) { try decode("{\"pix\":7}") }
    }

    @Test("what the simulated bank writes reads back the same, byte for byte the same each time")
    func roundTrip() throws {
        var random = SplitMix64(seed: 3)
        var payments: [PixReceived] = []
        for index in 0..<200 {
            let refund = PixRefund(id: "R\(index)", amount: Money(cents: 5), status: .returned, nature: "ORIGINAL")
            let at = Timestamp(milliseconds: 1_795_000_000_000 + Int64.random(in: 0...9_999_999, using: &random))
            let payment = PixReceived(
                endToEndID: "E" + random.digits(31),
                txid: index % 3 == 0 ? nil : PixTxid(id: Int64(index), namespace: 9),
                key: "11222333000181", amount: Money(cents: Int64.random(in: 1...1_000_000_000, using: &random)),
                at: at,
                payerInfo: index % 2 == 0 ? "linha \"1\"\nação" : nil,
                payer: index % 5 == 0 ? PixPayer(name: "FULANO", document: "12345678909") : nil,
                refunds: index % 7 == 0 ? [refund] : [])
            payments.append(payment)
        }
        let bytes = try PixCallback.encode(payments)
        #expect(try PixCallback(decoding: bytes) == PixCallback(received: payments))
        #expect(try PixCallback.encode(payments) == bytes)
    }
}
