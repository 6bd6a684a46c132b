import Channels
import Domain
import Payments
import Testing

@testable import Simulation

@Suite("Bank: a month whose books close")
struct BankReconciliationTests {
    /// Every page of what arrived, with as many repetitions as the storm asks for.
    static func received(_ kit: inout BankKit, from: Timestamp) throws -> [PixReceived] {
        var found: [PixReceived] = []
        var listing: PixListing? = PixListing(from: from, through: kit.now, itemsPerPage: 7)
        while let current = listing {
            var page: PixReceivedPage?
            for _ in 0..<60 where page == nil {
                if kit.token?.isUsable(at: kit.now) != true { kit.login() }
                page = kit.ask(.received(current), PixReceivedPage.self).value
            }
            let answered = try #require(page)
            found += answered.page.items
            listing = answered.next(after: current)
        }
        return found
    }

    @Test("with callbacks lost, doubled, late and disordered, every cent is booked once and every day closes")
    func month() throws {
        for seed in UInt64(1)...8 {
            var kit = BankKit(seed: seed) { configuration in
                configuration.faults = .stormy
                configuration.faults.untold = 200
                configuration.callback = Latency(
                    least: 100, median: 5000, ninetieth: 60_000, ninetyNinth: 600_000, most: 7_200_000)
                configuration.processing = Latency(constant: 3000)
            }
            var chance = SeededGenerator(seed: seed, stream: "month")
            let begin = kit.now
            kit.login()
            for _ in 0..<60 where kit.bank.books.webhooks.isEmpty {
                kit.send(try .putWebhook(.pix(key: try PixKey(BankKit.key)), url: "https://quita.example/pix"))
            }
            var codes: [String] = []
            var payables: [Payable] = []
            for number in Int64(1)...12 {
                let terms = try BankKit.terms("2026-12-0\(1 + number % 5)", 5000 + number * 137)
                let request = try PixAPIRequest.put(try BankKit.due(terms), txid: BankKit.txid(number))
                var charge: PixCharge?
                for _ in 0..<60 where charge == nil { charge = kit.ask(request, PixCharge.self).value }
                codes.append(try #require(charge).code(name: "LOJA", city: "SP").payload)
                payables.append(Payable(id: ChargeID(number), terms: terms, txids: [BankKit.txid(number)]))
            }
            let stray = try BankTests.code(amount: Money(cents: 4321), txid: "DESCONHECIDO\(seed)")
            var told: [PixReceived] = []
            for step in 0..<30 {
                kit.now = begin.adding(hours: Int64(step) * 24)
                for body in kit.callbacks() { told += try PixCallback(decoding: body.bytes()).received }
                if let code = chance.pick(codes) {
                    _ = try? kit.bank.pay(brCode: code, payer: BankKit.payer, now: kit.now)
                }
                if step == 7 { try kit.bank.pay(brCode: stray, payer: BankKit.payer, now: kit.now) }
                if step % 9 == 8, let pix = kit.bank.payments.last {
                    let request = try PixAPIRequest.refund(
                        endToEndID: pix.endToEndID, id: "R\(step)", amount: Money(cents: 100))
                    for _ in 0..<60 {
                        if kit.token?.isUsable(at: kit.now) != true { kit.login() }
                        if kit.ask(request, PixRefund.self).value != nil { break }
                    }
                }
            }
            kit.now = kit.now.adding(days: 3)
            for body in kit.callbacks() { told += try PixCallback(decoding: body.bytes()).received }

            let listed = try Self.received(&kit, from: begin)
            #expect(Set(listed.map(\.endToEndID)) == Set(kit.bank.payments.map(\.endToEndID)))
            #expect(Set(told.map(\.endToEndID)).count < listed.count)
            var run = Reconciliation(payables)
            run.receive(told.flatMap { ReceivedPayment.all(from: $0) })
            run.receive(listed.flatMap { ReceivedPayment.all(from: $0) })

            let refunded = kit.bank.books.refunds.values.flatMap { $0 }.filter { $0.status == "DEVOLVIDO" }
            #expect(!refunded.isEmpty)
            let net = kit.bank.payments.map(\.amount).sum() - refunded.map(\.amount).sum()
            let days = Set(run.lines.map(\.payment.day))
            let closings = days.map { run.closing(on: $0) }
            #expect(closings.map(\.total.received).sum() == net)
            #expect(closings.filter { !$0.total.isBalanced }.isEmpty)
            // The bank computed what it asked for, so every charge's payment is matched to the cent.
            for line in run.lines where line.verdict.kind == .matched { #expect(line.rounding == .zero) }
            let paid = kit.bank.books.charges.values.filter { $0.status == .concluded }.count
            #expect(run.lines.count { $0.verdict.kind == .matched } == paid)
            #expect(
                run.lines.filter { $0.verdict.kind == .unknown }.allSatisfy {
                    $0.payment.txid?.text.hasPrefix("DESC") == true
                })
        }
    }
}
