import Channels
import Domain
import Testing

@testable import Simulation

@Suite("Cloud API: faults")
struct CloudAPIFaultTests {
    static let end = CloudAPIKit.start.adding(days: 8)

    @Test("a time-out before acceptance sends nothing; one after acceptance sends, and statuses tell of it")
    func timeouts() throws {
        var before = CloudAPIKit { $0.faults.timeoutBefore = 1000 }
        guard case .unknown = try before.send(CloudAPIKit.template(), callbackData: "q:1") else {
            return #expect(Bool(false))
        }
        #expect(try before.events(until: Self.end).isEmpty)
        #expect(before.simulator.acceptedMessages(callbackData: "q:1").isEmpty)

        var after = CloudAPIKit { $0.faults.timeoutAfter = 1000 }
        guard case .unknown = try after.send(CloudAPIKit.template(), callbackData: "q:1") else {
            return #expect(Bool(false))
        }
        let statuses = CloudAPIWebhookTests.statuses(try after.events(until: Self.end))
        #expect(statuses == [.sent, .delivered])
        #expect(after.simulator.acceptedMessages(callbackData: "q:1").count == 1)
        #expect(after.simulator.statistics.unanswered == 1)
    }

    @Test("a proxy's error page may hide an accepted message")
    func garbledAnswer() throws {
        var kit = CloudAPIKit { $0.faults.serverErrorAfter = 1000 }
        guard case .unknown = try kit.send(CloudAPIKit.template()) else { return #expect(Bool(false)) }
        #expect(CloudAPIWebhookTests.statuses(try kit.events(until: Self.end)) == [.sent, .delivered])
    }

    @Test("throttling and server errors accept nothing")
    func refusals() throws {
        var throttled = CloudAPIKit { $0.faults.throttled = 1000 }
        #expect(try throttled.send(CloudAPIKit.template()).code == 130_429)
        var broken = CloudAPIKit { $0.faults.serverError = 1000 }
        for _ in 0..<50 {
            let outcome = try broken.send(CloudAPIKit.template())
            #expect(outcome.messageID == nil)
        }
        #expect(broken.simulator.statistics.accepted == 0)
        #expect(throttled.simulator.statistics.accepted == 0)
    }

    @Test("a duplicated webhook comes twice in the same bytes")
    func duplicates() throws {
        var kit = CloudAPIKit { $0.faults.duplicated = 1000 }
        try kit.openWindow()
        let deliveries = kit.deliver(until: Self.end)
        #expect(deliveries.count == 2)
        #expect(deliveries[0].body == deliveries[1].body)
        #expect(deliveries[0].signature == deliveries[1].signature)
        #expect(kit.simulator.statistics.webhookDuplicates == 1)
    }

    @Test("a dropped webhook comes by its retry")
    func dropped() throws {
        var kit = CloudAPIKit { $0.faults.dropped = 1000 }
        try kit.openWindow()
        #expect(kit.deliver(until: CloudAPIKit.start).isEmpty)
        let deliveries = kit.deliver(until: Self.end)
        #expect(deliveries.count == 1)
        #expect(deliveries.first?.attempt == 2)
    }

    @Test("reordering lets later statuses overtake earlier ones, and loses none")
    func reordered() throws {
        var kit = CloudAPIKit { $0.faults.reordered = 500 }
        var disordered = 0
        for index in 0..<40 {
            let now = CloudAPIKit.start.adding(minutes: Int64(index))
            let id = try #require(try kit.send(CloudAPIKit.template(), at: now).messageID)
            _ = kit.simulator.due(until: now).map { kit.simulator.settle($0.id, succeeded: false, now: now) }
            try kit.simulator.userReads(CloudAPIKit.ana.phone, upTo: id, now: now.adding(seconds: 1))
        }
        let events = try kit.events(until: Self.end)
        var byMessage: [String: [DeliveryStatus]] = [:]
        for event in events {
            guard let id = event.messageID, case .deliveryUpdated(let update) = event.kind else { continue }
            byMessage[id, default: []].append(update.status)
        }
        #expect(byMessage.count == 40)
        for statuses in byMessage.values {
            #expect(Set(statuses) == [.sent, .delivered, .read])
            if statuses != [.sent, .delivered, .read] { disordered += 1 }
        }
        #expect(disordered > 5)
    }

    @Test("messages reach a phone in their order, unless some are made to be overtaken")
    func overtaking() throws {
        for (permille, isOrdered) in [(0, true), (400, false)] {
            var kit = CloudAPIKit(seed: 9) {
                $0.timing = .usual
                $0.pairRate = .lenient
                $0.faults.overtaken = permille
            }
            try kit.openWindow()
            for index in 0..<30 { _ = try kit.send(.text("\(100 + index)")) }
            _ = kit.deliver(until: Self.end)
            let texts = kit.simulator.conversation(of: CloudAPIKit.ana.phone).dropFirst().map(\.text)
            #expect(texts.count == 30)
            #expect((texts == texts.sorted()) == isOrdered)
        }
    }

    @Test("an unanswered webhook is repeated with growing distance until it is answered, for at most seven days")
    func retries() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        var times: [Timestamp] = []
        while let next = kit.simulator.nextAt, next <= CloudAPIKit.start.adding(days: 9) {
            for delivery in kit.simulator.due(until: next) {
                #expect(delivery.attempt == times.count + 1)
                times.append(delivery.at)
                kit.simulator.settle(delivery.id, succeeded: false, now: next)
            }
        }
        let waits = zip(times, times.dropFirst()).map { $0.milliseconds(until: $1) }
        #expect(waits.prefix(4) == [500, 1000, 2000, 4000])
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(CloudAPIKit.start.milliseconds(until: times[times.count - 1]) <= 7 * 86_400_000)
        #expect(kit.simulator.statistics.webhooksGivenUp == 1)
        #expect(kit.simulator.openWebhooks == 0)
    }

    @Test("a delivery is on its way until it is settled, and settled once")
    func settling() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        let delivery = try #require(kit.simulator.due(until: CloudAPIKit.start).first)
        #expect(kit.simulator.openWebhooks == 1)
        #expect(kit.simulator.due(until: Self.end).isEmpty)
        kit.simulator.settle(delivery.id, succeeded: true, now: CloudAPIKit.start)
        kit.simulator.settle(delivery.id, succeeded: false, now: CloudAPIKit.start)
        #expect(kit.simulator.openWebhooks == 0)
        #expect(kit.simulator.due(until: Self.end).isEmpty)
    }

    @Test("a held template is released later, or dropped with 132015")
    func held() throws {
        for (dropped, expected) in [(0, [DeliveryStatus.sent, .delivered]), (1000, [.failed])] {
            var kit = CloudAPIKit {
                $0.faults.held = 1000
                $0.faults.heldDropped = dropped
            }
            guard case .accepted(let receipt) = try kit.send(CloudAPIKit.template()) else {
                return #expect(Bool(false))
            }
            #expect(receipt.status == .held)
            #expect(try kit.events(until: CloudAPIKit.start.adding(seconds: 59)).isEmpty)
            #expect(CloudAPIWebhookTests.statuses(try kit.events(until: Self.end)) == expected)
        }
    }

    @Test("marketing may be withheld from a user with 131049, other categories may not")
    func marketingCap() throws {
        var kit = CloudAPIKit {
            $0.faults.marketingCapped = 1000
            $0.lateErrors = [131_049]
        }
        let promotion = MessageContent.template(
            TemplateMessage(
                name: "oferta_v1", language: "pt_BR", parameters: [TemplateParameter(name: "nome", value: "Ana")],
                quickReplies: [], renderedText: ""))
        #expect(try kit.send(promotion).messageID != nil)
        #expect(CloudAPIWebhookTests.statuses(try kit.events(until: Self.end)) == [.failed])
        #expect(try kit.send(CloudAPIKit.template(), at: Self.end).messageID != nil)
        #expect(CloudAPIWebhookTests.statuses(try kit.events(until: Self.end)) == [.sent, .delivered])
    }

    @Test("an unknown field beside good updates spoils none of them")
    func unknownFields() throws {
        var kit = CloudAPIKit { $0.faults.unknownField = 1000 }
        try kit.openWindow()
        let events = try kit.events(until: CloudAPIKit.start)
        #expect(events.count == 2)
        #expect(events.filter { if case .unknown = $0.kind { true } else { false } }.count == 1)
    }

    /// Everything that a busy day's webhooks said, in the order and at the instants at which they left.
    private func storm(seed: UInt64) throws -> [String] {
        var kit = CloudAPIKit(seed: seed) {
            $0.faults = .stormy
            $0.timing = .usual
            $0.accounts[0].numbers[0].messagesPerSecond = 1000
        }
        var log: [String] = []
        for index in 0..<300 {
            let phone = "55119\(10_000_000 + index)"
            kit.simulator.addUser(PhoneUser(phone: phone, profileName: "P\(index)"))
            let now = CloudAPIKit.start.adding(seconds: Int64(index) * 10)
            let outcome = try kit.send(
                CloudAPIKit.template("P\(index)"), to: phone, callbackData: "q:\(index)", at: now)
            log.append("\(outcome)")
            for delivery in kit.deliver(until: now) {
                log.append(
                    "\(delivery.at.milliseconds) \(delivery.attempt) " + String(decoding: delivery.body, as: UTF8.self))
            }
            for arrival in kit.simulator.takeArrivals() where index % 3 == 0 {
                try kit.simulator.userReads(arrival.phone, upTo: arrival.bubble.id, now: now)
            }
        }
        log += kit.deliver(until: Self.end).map { String(decoding: $0.body, as: UTF8.self) }
        return log
    }

    @Test("the same seed gives the same bytes, another seed gives others")
    func determinism() throws {
        let first = try storm(seed: 7)
        #expect(try storm(seed: 7) == first)
        #expect(try storm(seed: 8) != first)
        #expect(first.count > 700)
    }

    @Test("under every fault at once each accepted message's fate is told in full")
    func conservation() throws {
        var kit = CloudAPIKit(seed: 3) {
            $0.faults = .stormy
            $0.accounts[0].numbers[0].messagesPerSecond = 1000
        }
        for index in 0..<500 {
            let phone = "55119\(10_000_000 + index)"
            kit.simulator.addUser(PhoneUser(phone: phone, profileName: "P"))
            _ = try kit.send(CloudAPIKit.template(), to: phone, callbackData: "q:\(index)")
        }
        let events = try kit.events(until: Self.end)
        var told: [String: Set<DeliveryStatus>] = [:]
        for event in events {
            guard case .deliveryUpdated(let update) = event.kind, let data = update.callbackData else { continue }
            told[data, default: []].insert(update.status)
        }
        #expect(kit.simulator.openWebhooks == 0)
        let accepted = (0..<500).filter { !kit.simulator.acceptedMessages(callbackData: "q:\($0)").isEmpty }
        #expect(accepted.count == kit.simulator.statistics.accepted)
        #expect(accepted.count > 400 && accepted.count < 500)
        for index in 0..<500 {
            let statuses = told["q:\(index)"] ?? []
            if accepted.contains(index) {
                #expect(statuses == [.sent, .delivered] || statuses == [.failed], "\(index): \(statuses)")
            } else {
                #expect(statuses.isEmpty)
            }
        }
    }
}
