import Channels
import Domain
import Testing

@testable import Simulation

@Suite("Cloud API: what a message costs")
struct CloudAPIPricingTests {
    private func billing(_ kit: inout CloudAPIKit, _ content: MessageContent, at now: Timestamp) throws -> Billing? {
        let id = try #require(try kit.send(content, at: now).messageID)
        let updates = try kit.events(until: now).filter { $0.messageID == id }.compactMap { event -> Billing? in
            if case .deliveryUpdated(let update) = event.kind { update.billing } else { nil }
        }
        #expect(Set(updates).count <= 1, "sent and delivered tell the same price")
        return updates.first
    }

    @Test("since October 2026 service messages cost from the 1,001st of a month and number on")
    func serviceMessages() throws {
        var kit = CloudAPIKit { $0.freeServiceMessagesPerMonth = 2 }
        try kit.openWindow()
        let free = Billing(billable: false, type: "free_customer_service", category: "service")
        let billed = Billing(billable: true, type: "regular", category: "service")
        var found: [Billing?] = []
        for _ in 0..<3 { found.append(try billing(&kit, .text("oi"), at: CloudAPIKit.start)) }
        #expect(found == [free, free, billed])
        let december = Timestamp(seconds: 1_796_083_200)
        try kit.openWindow(at: december)
        #expect(try billing(&kit, .text("oi"), at: december) == free)
    }

    @Test("utility templates in the window are billed since then, and were free before")
    func utilityInWindow() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        #expect(
            try billing(&kit, CloudAPIKit.template(), at: CloudAPIKit.start)
                == Billing(billable: true, type: "regular", category: "utility"))
        let september = Timestamp(seconds: 1_790_000_000)
        var before = CloudAPIKit()
        try before.openWindow(at: september)
        #expect(
            try billing(&before, CloudAPIKit.template(), at: september)
                == Billing(billable: false, type: "free_customer_service", category: "utility"))
        #expect(
            try billing(&before, .text("oi"), at: september)
                == Billing(billable: false, type: "free_customer_service", category: "service"))
    }

    @Test("who came from an ad and was answered within a day costs nothing for three days")
    func freeEntry() throws {
        var kit = CloudAPIKit { $0.freeServiceMessagesPerMonth = 0 }
        try kit.simulator.userSends(
            .textFromAd("quero negociar"), from: CloudAPIKit.ana.phone, to: CloudAPIKit.numberID, now: CloudAPIKit.start
        )
        let free = Billing(billable: false, type: "free_entry_point", category: "referral_conversion")
        #expect(try billing(&kit, .text("oi"), at: CloudAPIKit.start) == free)
        #expect(try billing(&kit, CloudAPIKit.template(), at: CloudAPIKit.start.adding(hours: 71)) == free)
        #expect(
            try billing(&kit, CloudAPIKit.template(), at: CloudAPIKit.start.adding(hours: 73))
                == Billing(billable: true, type: "regular", category: "utility"))
    }

    @Test("up to v23 each priced status carries a conversation, from v24 on none does")
    func conversations() throws {
        for (version, carries) in [(23, true), (24, false), (25, false)] {
            var kit = CloudAPIKit { $0.webhookVersion = version }
            _ = try kit.send(CloudAPIKit.template())
            let bodies = kit.deliver(until: CloudAPIKit.start).map { String(decoding: $0.body, as: UTF8.self) }
            #expect(bodies.contains { $0.contains("\"conversation\"") } == carries)
        }
    }
}
