import Channels
import Domain
import Payments
import Testing

@testable import Simulation

@Suite("Bank: the Pix API")
struct BankAPITests {
    @Test("without a token, with an old one, or with one for other things, nothing is done")
    func tokens() throws {
        var kit = BankKit()
        let request = try PixAPIRequest.put(try BankKit.immediate(), txid: BankKit.txid(1))
        #expect(kit.ask(request, PixCharge.self).problem?.action == .renewToken)
        kit.login()
        #expect(kit.token?.isUsable(at: kit.now) == true)
        #expect(kit.ask(request, PixCharge.self).value != nil)
        kit.now = kit.now.adding(seconds: 571)
        #expect(kit.token?.isUsable(at: kit.now) == false)
        kit.now = kit.now.adding(seconds: 29)
        #expect(kit.ask(request, PixCharge.self).problem?.action == .renewToken)
        var reader = BankKit(scopes: [.chargeRead])
        reader.login()
        #expect(reader.ask(request, PixCharge.self).problem?.action == .stop)
        #expect(reader.send(.token(clientID: "quita", secret: "x", scopes: [.chargeRead])).status == 401)
        #expect(reader.send(.token(clientID: "quita", secret: BankKit.secret, scopes: [.pixRead])).status == 400)
    }

    @Test("an immediate charge is made once, shown as a code, paid, told and listed")
    func immediate() throws {
        var kit = BankKit()
        kit.login()
        _ = kit.done(try .putWebhook(.pix(key: try PixKey(BankKit.key)), url: "https://quita.example/pix"))
        let request = try PixAPIRequest.put(try BankKit.immediate(), txid: BankKit.txid(1))
        let charge = try #require(kit.ask(request, PixCharge.self).value)
        #expect(kit.ask(request, PixCharge.self).value == charge)
        #expect(charge.status == .active)
        #expect(charge.revision == 0)
        #expect(charge.terms == .immediate(amount: Money(cents: 12_345), expiresAt: kit.now.adding(seconds: 3600)))
        let code = try charge.code(name: "LOJA AURORA", city: "SAO PAULO")
        #expect(code.kind == .dynamic)
        #expect(code.url == charge.location)
        let settled = try kit.bank.pay(brCode: code.payload, payer: BankKit.payer, now: kit.now)
        #expect(settled.amount == Money(cents: 12_345))
        let callback = try #require(kit.callbacks().first)
        let told = try PixCallback(decoding: callback.bytes()).received.first
        #expect(told?.txid == BankKit.txid(1))
        #expect(told?.components == PixComponents(original: Money(cents: 12_345)))
        let after = try #require(kit.ask(.charge(.immediate, txid: BankKit.txid(1)), PixCharge.self).value)
        #expect(after.status == .concluded)
        #expect(after.payments == [told].compactMap(\.self))
        #expect(throws: BankRefusal.chargeNotActive) {
            try kit.bank.pay(brCode: code.payload, payer: BankKit.payer, now: kit.now)
        }
    }

    @Test("another body under the txid revises; a removed or paid charge takes neither payment nor change")
    func states() throws {
        var kit = BankKit()
        kit.login()
        let txid = BankKit.txid(1)
        let first = try #require(kit.ask(.put(try BankKit.immediate(), txid: txid), PixCharge.self).value)
        let second = try #require(kit.ask(.put(try BankKit.immediate(999), txid: txid), PixCharge.self).value)
        #expect(second.revision == 1)
        #expect(second.amount == Money(cents: 999))
        #expect(second.location == first.location)
        let old = kit.ask(.charge(.immediate, txid: txid, revision: 0), PixCharge.self).value
        #expect(old?.amount == Money(cents: 12_345))
        #expect(kit.ask(.charge(.immediate, txid: txid, revision: 9), PixCharge.self).problem?.httpStatus == 400)
        #expect(kit.ask(.cancel(.immediate, txid: txid), PixCharge.self).value?.status == .removedByUs)
        #expect(kit.ask(.cancel(.immediate, txid: txid), PixCharge.self).problem?.action == .look)
        #expect(try kit.ask(.put(try BankKit.immediate(), txid: txid), PixCharge.self).problem?.action == .look)
        let code = try second.code(name: "LOJA", city: "SP").payload
        #expect(throws: BankRefusal.chargeNotActive) {
            try kit.bank.pay(brCode: code, payer: BankKit.payer, now: kit.now)
        }
        #expect(kit.ask(.charge(.due, txid: txid), PixCharge.self).problem?.action == .absent)
        let due = try BankKit.due(try BankKit.terms("2026-11-30"))
        let other = try PixAPIRequest.put(due, txid: txid)
        #expect(kit.ask(other, PixCharge.self).problem?.action == .look)
    }

    @Test("a charge that expired is still active, and cannot be paid")
    func expiry() throws {
        var kit = BankKit()
        kit.login()
        let charge = try #require(
            kit.ask(.put(try BankKit.immediate(), txid: BankKit.txid(1)), PixCharge.self).value)
        let code = try charge.code(name: "LOJA", city: "SP").payload
        kit.now = kit.now.adding(seconds: 3600)
        #expect(throws: BankRefusal.expired) { try kit.bank.pay(brCode: code, payer: BankKit.payer, now: kit.now) }
        kit.login()
        #expect(kit.ask(.charge(.immediate, txid: BankKit.txid(1)), PixCharge.self).value?.status == .active)
    }

    @Test(
        "the bank asks for fine, interest and discount of the day",
        arguments: [
            // Due on a Saturday: on Monday it is on time.
            ("2026-11-28", "2026-11-30T12:00:00-03:00", 10_000), ("2026-11-28", "2026-12-01T12:00:00-03:00", 10_203),
            ("2026-11-30", "2026-11-25T12:00:00-03:00", 10_000), ("2026-11-30", "2026-12-30T12:00:00-03:00", 10_300),
        ])
    func late(due: String, paid: String, cents: Int64) throws {
        var kit = BankKit()
        kit.login()
        let request = try PixAPIRequest.put(try BankKit.due(try BankKit.terms(due)), txid: BankKit.txid(1))
        let charge = try #require(kit.ask(request, PixCharge.self).value)
        #expect(charge.terms == .due(try BankKit.terms(due)))
        let at = try #require(Timestamp(rfc3339: paid))
        let code = try charge.code(name: "LOJA", city: "SP").payload
        #expect(throws: BankRefusal.amountDiffers(Money(cents: cents))) {
            try kit.bank.pay(brCode: code, amount: Money(cents: cents + 1), payer: BankKit.payer, now: at)
        }
        let settled = try kit.bank.pay(brCode: code, payer: BankKit.payer, now: at)
        #expect(settled.amount == Money(cents: cents))
        #expect(settled.components?.total == settled.amount)
    }

    @Test("a wrong charge is refused with every reason, and stays undone")
    func violations() throws {
        var kit = BankKit()
        kit.login()
        let txid = BankKit.txid(1)
        let wrong = try BankKit.due(try BankKit.terms("2026-11-01"))
        let problem = try #require(kit.ask(.put(wrong, txid: txid), PixCharge.self).problem)
        #expect(problem.type == "CobVOperacaoInvalida")
        #expect(problem.action == .fix)
        #expect(problem.alerts)
        #expect(problem.violations.map(\.property) == ["cobv.calendario.dataDeVencimento"])
        #expect(kit.ask(.charge(.due, txid: txid), PixCharge.self).problem?.action == .absent)
    }

    @Test("a batch is decided charge by charge, and sent twice it is one batch")
    func batch() throws {
        var kit = BankKit { $0.processing = Latency(constant: 5000) }
        kit.login()
        let good = try BankKit.due(try BankKit.terms("2026-12-10"))
        let bad = try BankKit.due(try BankKit.terms("2026-11-10"))
        let request = try PixAPIRequest.putBatch(
            id: 7, description: "Dezembro", [(BankKit.txid(1), good), (BankKit.txid(2), bad)])
        #expect(kit.done(request).value != nil)
        #expect(kit.ask(.batch(id: 7), PixBatch.self).value?.isDone == false)
        #expect(kit.done(request).value != nil)
        kit.now = kit.now.adding(seconds: 6)
        _ = kit.callbacks()
        let batch = try #require(kit.ask(.batch(id: 7), PixBatch.self).value)
        #expect(batch.isDone)
        #expect(batch.items.first?.state == .created)
        guard case .refused(let problem?) = batch.items.last?.state else {
            Issue.record("the second charge was to be refused")
            return
        }
        #expect(problem.action == .fix)
        let other = try PixAPIRequest.putBatch(id: 7, description: "Dezembro", [(BankKit.txid(3), good)])
        #expect(kit.done(other).problem?.httpStatus == 400)
        let known = try PixAPIRequest.putBatch(id: 8, description: "Dezembro", [(BankKit.txid(1), good)])
        #expect(kit.done(known).problem?.action == .look)
        #expect(kit.ask(.charge(.due, txid: BankKit.txid(1)), PixCharge.self).value?.status == .active)
    }

    @Test("a refund happens once, never exceeds the payment, and its end is told")
    func refunds() throws {
        var kit = BankKit()
        kit.login()
        _ = kit.done(try .putWebhook(.pix(key: try PixKey(BankKit.key)), url: "https://quita.example/pix"))
        let code = try BankTests.code()
        let pix = try kit.bank.pay(brCode: code, payer: BankKit.payer, now: kit.now)
        _ = kit.callbacks()
        let request = try PixAPIRequest.refund(
            endToEndID: pix.endToEndID, id: "D1", amount: Money(cents: 345), description: "a mais")
        let refund = try #require(kit.ask(request, PixRefund.self).value)
        #expect(refund.status == .processing)
        #expect(kit.ask(request, PixRefund.self).value == refund)
        let told = try PixCallback(decoding: try #require(kit.callbacks().first).bytes())
        #expect(told.received.first?.refunds.map(\.status) == [.returned])
        let state = try PixAPIRequest.refundState(endToEndID: pix.endToEndID, id: "D1")
        #expect(kit.ask(state, PixRefund.self).value?.status == .returned)
        let more = try PixAPIRequest.refund(endToEndID: pix.endToEndID, id: "D2", amount: Money(cents: 12_001))
        #expect(kit.ask(more, PixRefund.self).problem?.action == .look)
        kit.now = kit.now.adding(days: 91)
        kit.login()
        let late = try PixAPIRequest.refund(endToEndID: pix.endToEndID, id: "D3", amount: Money(cents: 1))
        #expect(kit.ask(late, PixRefund.self).problem?.action == .fix)
    }

    @Test("reconciliation reads every page, and finds what no callback told")
    func paging() throws {
        var kit = BankKit { $0.faults.untold = 1000 }
        kit.login()
        for index in 0..<25 {
            let charge = try #require(
                kit.ask(.put(try BankKit.immediate(), txid: BankKit.txid(Int64(index))), PixCharge.self).value)
            try kit.bank.pay(
                brCode: try charge.code(name: "LOJA", city: "SP").payload, payer: BankKit.payer, now: kit.now)
        }
        let told = kit.callbacks()
        #expect(told.isEmpty)
        var listing: PixListing? = PixListing(
            from: kit.now.adding(hours: -48), through: kit.now, itemsPerPage: 10)
        var found: [PixReceived] = []
        var pages = 0
        while let current = listing {
            let page = try #require(kit.ask(.received(current), PixReceivedPage.self).value)
            #expect(page.page.itemCount == 25)
            found += page.page.items
            listing = page.next(after: current)
            pages += 1
        }
        #expect(pages == 3)
        #expect(Set(found.compactMap(\.txid)) == Set((0..<25).map { BankKit.txid($0) }))
        let charges = kit.ask(
            .charges(.immediate, PixListing(from: kit.now, through: kit.now), status: .concluded), PixChargePage.self)
        #expect(charges.value?.page.itemCount == 25)
        let empty = kit.ask(
            .received(PixListing(from: kit.now.adding(days: -9), through: kit.now.adding(days: -8))),
            PixReceivedPage.self)
        #expect(empty.value?.page.items.isEmpty == true)
    }

    @Test("whatever is lost on the way, repeating the same requests ends in the same books")
    func storm() throws {
        for seed in UInt64(1)...20 {
            var kit = BankKit(seed: seed) { $0.faults = .stormy }
            kit.login()
            for number in Int64(1)...15 {
                let request = try PixAPIRequest.put(try BankKit.immediate(number * 100), txid: BankKit.txid(number))
                var charge: PixCharge?
                for _ in 0..<50 where charge == nil {
                    #expect(request.isRepeatable)
                    charge = kit.ask(request, PixCharge.self).value
                }
                #expect(charge?.revision == 0)
                #expect(charge?.amount == Money(cents: number * 100))
            }
            #expect(kit.bank.books.charges.count == 15)
        }
    }
}
