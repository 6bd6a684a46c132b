import Channels
import Domain
import Testing

@testable import Simulation

@Suite("Cloud API: windows and limits")
struct CloudAPILimitTests {
    @Test("free text passes for exactly 24 hours from the second of the user's message")
    func window() throws {
        var kit = CloudAPIKit()
        let wrote = CloudAPIKit.start.adding(milliseconds: 700)
        #expect(try kit.send(.text("oi")).code == 131_047)
        try kit.openWindow(at: wrote)
        let end = CloudAPIKit.start.adding(hours: 24)
        #expect(try kit.send(.text("oi"), at: end.adding(milliseconds: -1)).messageID != nil)
        #expect(try kit.send(.text("oi"), at: end).code == 131_047)
        #expect(try kit.send(CloudAPIKit.template(), at: end.adding(seconds: 60)).messageID != nil)
    }

    @Test("a template does not open the window, its quick reply does, a reaction does not")
    func opening() throws {
        var kit = CloudAPIKit()
        let id = try #require(try kit.send(CloudAPIKit.template()).messageID)
        _ = kit.deliver(until: CloudAPIKit.start)
        #expect(try kit.send(.text("oi"), at: CloudAPIKit.start.adding(seconds: 10)).code == 131_047)
        try kit.simulator.userSends(
            .reaction(messageID: id, emoji: "👍"), from: CloudAPIKit.ana.phone, to: CloudAPIKit.numberID,
            now: CloudAPIKit.start.adding(seconds: 20))
        #expect(try kit.send(.text("oi"), at: CloudAPIKit.start.adding(seconds: 30)).code == 131_047)
        try kit.simulator.userSends(
            .tap(messageID: id, optionID: "opcoes"), from: CloudAPIKit.ana.phone, to: CloudAPIKit.numberID,
            now: CloudAPIKit.start.adding(seconds: 40))
        #expect(try kit.send(.text("oi"), at: CloudAPIKit.start.adding(seconds: 50)).messageID != nil)
    }

    @Test("a window belongs to one user")
    func windowsAreSeparate() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        #expect(try kit.send(.text("oi"), to: CloudAPIKit.jose.phone).code == 131_047)
    }

    @Test("80 messages pass in a second, and the 81st is refused")
    func throughput() throws {
        var kit = CloudAPIKit { $0.accounts[0].numbers[0].messagesPerSecond = 80 }
        for index in 0..<100 { kit.simulator.addUser(PhoneUser(phone: "55119000\(10000 + index)", profileName: "P")) }
        var refused = 0
        for index in 0..<100 {
            let outcome = try kit.send(CloudAPIKit.template(), to: "55119000\(10000 + index)")
            if outcome.code == 130_429 { refused += 1 }
        }
        #expect(refused == 20)
        let later = try kit.send(CloudAPIKit.template(), at: CloudAPIKit.start.adding(milliseconds: 13))
        #expect(later.messageID != nil)
    }

    @Test("a pair takes a burst of 45, and then waits six seconds for each of it")
    func pairRate() throws {
        var kit = CloudAPIKit { $0.accounts[0].numbers[0].messagesPerSecond = 1000 }
        try kit.openWindow()
        for _ in 0..<45 { #expect(try kit.send(.text("oi")).messageID != nil) }
        #expect(try kit.send(.text("oi")).code == 131_056)
        let paid = CloudAPIKit.start.adding(seconds: 45 * 6)
        #expect(try kit.send(.text("oi"), at: paid.adding(milliseconds: -1)).code == 131_056)
        #expect(try kit.send(.text("oi"), at: paid).messageID != nil)
        #expect(try kit.send(CloudAPIKit.template(), to: CloudAPIKit.jose.phone).messageID != nil)
    }

    @Test("taken leniently, a pair may owe 45 messages at any time")
    func lenientPair() throws {
        var kit = CloudAPIKit {
            $0.accounts[0].numbers[0].messagesPerSecond = 1000
            $0.pairRate = .lenient
        }
        try kit.openWindow()
        for _ in 0..<45 { #expect(try kit.send(.text("oi")).messageID != nil) }
        #expect(try kit.send(.text("oi")).code == 131_056)
        #expect(try kit.send(.text("oi"), at: CloudAPIKit.start.adding(seconds: 6)).messageID != nil)
        #expect(try kit.send(.text("oi"), at: CloudAPIKit.start.adding(seconds: 6)).code == 131_056)
    }

    @Test("one message in six seconds is never refused")
    func steadyPair() throws {
        var kit = CloudAPIKit()
        try kit.openWindow()
        for index in 0..<200 {
            #expect(try kit.send(.text("oi"), at: CloudAPIKit.start.adding(seconds: Int64(index) * 6)).messageID != nil)
        }
    }

    @Test("the messaging limit counts users outside the window in a rolling day")
    func messagingLimit() throws {
        var kit = CloudAPIKit { $0.accounts[0].numbers[0].messagingLimit = 2 }
        try kit.openWindow(CloudAPIKit.bia)
        #expect(try kit.send(CloudAPIKit.template(), to: CloudAPIKit.ana.phone).messageID != nil)
        #expect(try kit.send(CloudAPIKit.template(), to: CloudAPIKit.jose.phone).messageID != nil)
        let later = CloudAPIKit.start.adding(hours: 1)
        kit.simulator.addUser(PhoneUser(phone: "5511900000009", profileName: "Nono"))
        #expect(try kit.send(CloudAPIKit.template(), to: "5511900000009", at: later).code == 131_048)
        #expect(try kit.send(CloudAPIKit.template(), to: CloudAPIKit.ana.phone, at: later).messageID != nil)
        #expect(try kit.send(CloudAPIKit.template(), to: CloudAPIKit.bia.phone, at: later).messageID != nil)
        let nextDay = CloudAPIKit.start.adding(days: 1)
        #expect(try kit.send(CloudAPIKit.template(), to: "5511900000009", at: nextDay).messageID != nil)
    }

    @Test("numbers without WhatsApp and users who blocked us fail with 131026, at once or by a status")
    func undeliverable() throws {
        var kit = CloudAPIKit()
        #expect(try kit.send(CloudAPIKit.template(), to: "5511900000999").code == 131_026)
        kit.simulator.updateUser(CloudAPIKit.ana.phone) { $0.hasBlockedBusiness = true }
        #expect(try kit.send(CloudAPIKit.template()).code == 131_026)

        var late = CloudAPIKit { $0.lateErrors = [131_026] }
        let outcome = try late.send(CloudAPIKit.template(), to: "5511900000999", callbackData: "x:1")
        let id = try #require(outcome.messageID)
        let events = try late.events(until: CloudAPIKit.start)
        #expect(events.count == 1)
        #expect(events.first?.messageID == id)
        guard case .deliveryUpdated(let update) = events.first?.kind else { return #expect(Bool(false)) }
        #expect(update.status == .failed)
        #expect(update.error?.code == 131_026)
        #expect(update.callbackData == "x:1")
        #expect(events.first?.contact?.bsuid == nil)
    }

    @Test("who stopped marketing gets no marketing (131050), and still gets the rest")
    func marketingStop() throws {
        var kit = CloudAPIKit()
        try kit.simulator.userPrefersMarketing(
            false, phone: CloudAPIKit.ana.phone, numberID: CloudAPIKit.numberID, now: CloudAPIKit.start)
        let promotion = MessageContent.template(
            TemplateMessage(
                name: "oferta_v1", language: "pt_BR", parameters: [TemplateParameter(name: "nome", value: "Ana")],
                quickReplies: [], renderedText: ""))
        #expect(try kit.send(promotion).code == 131_050)
        #expect(try kit.send(CloudAPIKit.template()).messageID != nil)
        let events = try kit.events(until: CloudAPIKit.start)
        #expect(
            events.contains { event in
                if case .preferenceChanged("marketing_messages", "stop", _) = event.kind { true } else { false }
            })
    }

    @Test("paused, disabled and pending templates are refused each in its way, and the change is told")
    func templateStanding() throws {
        var kit = CloudAPIKit()
        for (status, code) in [(SimulatedTemplate.Status.paused, 132_015), (.disabled, 132_016), (.pending, 132_001)] {
            kit.simulator.setTemplateStatus(
                accountID: CloudAPIKit.accountID, name: "lembrete_v1", language: "pt_BR", to: status,
                now: CloudAPIKit.start)
            #expect(try kit.send(CloudAPIKit.template()).code == code)
        }
        let told = try kit.events(until: CloudAPIKit.start).compactMap { event -> String? in
            if case .templateStatusChanged(let change) = event.kind { change.event } else { nil }
        }
        #expect(told == ["PAUSED", "DISABLED", "PENDING"])
    }
}
