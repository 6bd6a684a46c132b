import Dialogue
import Domain
import Foundation
import Language
import Negotiation
import Testing
import Wording

@Suite("Whatever anybody does, the promises of a conversation hold")
struct WalkTests {
    static let walks: UInt64 = 20_000
    static let shards: UInt64 = 4

    @Test("20 000 random conversations", arguments: 0..<WalkTests.shards)
    func randomWalks(shard: UInt64) throws {
        var proved = 0
        var agreed = 0
        var neutralTexts: Set<String> = []
        for index in 0..<(WalkTests.walks / WalkTests.shards) {
            let seed = index * WalkTests.shards + shard
            var walk = try RandomWalk(seed: seed)
            var checks = WalkChecks(seed: seed, neutralTexts: neutralTexts)
            for _ in 0..<10 { try checks.check(try walk.next()) }
            if walk.talk.conversation.evidence != nil { proved += 1 }
            if checks.agreements > 0 { agreed += 1 }
            neutralTexts = checks.neutralTexts
        }
        // The walk must reach the parts that it is to test.
        #expect(proved > 1_500)
        #expect(agreed > 100)
    }

    @Test("the same inputs give the same turns, and a stored state goes on as the living one")
    func deterministic() throws {
        for seed in 0..<60 as Range<UInt64> {
            var one = try RandomWalk(seed: seed)
            var two = try RandomWalk(seed: seed)
            for _ in 0..<20 {
                let first = try one.next()
                let second = try two.next()
                #expect(first.turn == second.turn)
                let bytes = try JSONEncoder().encode(first.turn.next)
                #expect(try JSONDecoder().decode(Conversation.self, from: bytes) == first.turn.next)
                let commands = try JSONEncoder().encode(first.turn.commands)
                #expect(try JSONDecoder().decode([Command].self, from: commands) == first.turn.commands)
            }
        }
    }
}

/// What must hold after every step.
struct WalkChecks {
    let seed: UInt64
    private(set) var agreements = 0
    private var lastText: String?
    private var saidSinceOptOut: Int?
    /// Texts that were checked before and hold no word of a debt.
    private(set) var neutralTexts: Set<String>

    init(seed: UInt64, neutralTexts: Set<String> = []) {
        self.seed = seed
        self.neutralTexts = neutralTexts
    }

    struct Violation: Error, CustomStringConvertible { let description: String }

    mutating func check(_ step: RandomWalk.Step) throws {
        try checkSecrets(step)
        try checkOffers(step)
        try checkSilence(step)
        try checkForm(step)
        if step.turn.replies.count > 6 { throw violation("too much is said", step) }
        if step.before.keeper == .person, case .messages = step.input, !step.turn.replies.isEmpty {
            throw violation("a person owns the conversation, and the bot spoke", step)
        }
    }

    private func violation(_ what: String, _ step: RandomWalk.Step) -> Violation {
        Violation(description: "seed \(seed): \(what)\n\(step.input)\n\(step.before.stage)\n\(step.turn.replies)")
    }

    /// Before proof: no word of a debt, no amount, nothing of the file but the first name.
    private mutating func checkSecrets(_ step: RandomWalk.Step) throws {
        let texts = step.turn.replies.flatMap(WalkChecks.texts)
        for text in texts where text.contains(Fixture.cpf) || text.contains("529.982") || text.contains("Souza") {
            throw violation("the CPF or the surname is said", step)
        }
        let provesNow = step.turn.commands.contains { if case .identityProved = $0 { true } else { false } }
        if step.wasProven || provesNow { return }
        for text in texts where !neutralTexts.contains(text) {
            let findings = StyleCheck.findings(in: text, neutral: true).filter { $0.kind == .debtWord }
            if !findings.isEmpty { throw violation("debt words before proof: \(findings)", step) }
            for secret in ["4321", "Crediário", "Cartão", "9876", "R$"] where text.contains(secret) {
                throw violation("\(secret) before proof", step)
            }
            neutralTexts.insert(text)
        }
    }

    static func texts(_ content: MessageContent) -> [String] {
        switch content {
        case .buttons(let body, let footer, let buttons): [body, footer ?? ""] + buttons.map(\.title)
        case .list(let body, let footer, let button, let rows):
            [body, footer ?? "", button] + rows.flatMap { [$0.title, $0.detail ?? ""] }
        default: [content.text]
        }
    }

    private mutating func checkOffers(_ step: RandomWalk.Step) throws {
        var shown: [OfferTerms] = []
        for command in step.turn.commands {
            switch command {
            case .offersMade(let terms): shown += terms
            case .agreementAccepted(let terms, _):
                agreements += 1
                shown.append(terms)
                if !step.wasProven { throw violation("an agreement without proof", step) }
                guard case .confirming(terms) = step.before.stage else {
                    throw violation("an agreement that was not read back", step)
                }
            default: break
            }
        }
        guard !shown.isEmpty else { return }
        let identity = step.turn.next.identity(
            file: step.facts.file, contactPoint: step.facts.contactPoint, now: step.now)
        guard let identity, let contents = step.facts.file.reveal(to: identity) else {
            throw violation("an offer without proof", step)
        }
        let day = step.facts.zone.day(step.now)
        for terms in shown {
            let standing = Offer.revalidated(
                terms, policy: contents.policy, facts: contents.negotiation, day: day)
            if standing.offer == nil { throw violation("outside policy: \(standing) \(terms)", step) }
        }
    }

    /// After a stop, one message; the exception is a cry for help.
    private mutating func checkSilence(_ step: RandomWalk.Step) throws {
        let commands = step.turn.commands
        if commands.contains(.optIn(.whatsapp)) { saidSinceOptOut = nil }
        if let count = saidSinceOptOut, !commands.contains(.crisis) {
            saidSinceOptOut = count + step.turn.replies.count
        } else if commands.contains(.optOut(.whatsapp)), step.before.keeper != .person {
            saidSinceOptOut = step.turn.replies.count
        }
        if let count = saidSinceOptOut, count > 1 { throw violation("\(count) messages after opt-out", step) }
        if commands.contains(.crisis), step.turn.replies.contains(where: { $0.text.contains("R$") }) {
            throw violation("money in a crisis", step)
        }
    }

    /// WhatsApp's limits, the house's length, and never the same text twice in a row.
    private mutating func checkForm(_ step: RandomWalk.Step) throws {
        for reply in step.turn.replies {
            if reply.text.isEmpty { throw violation("an empty message", step) }
            if reply.text == lastText { throw violation("the same text twice in a row", step) }
            lastText = reply.text
            let words = reply.text.utf8.count { $0 == 0x20 || $0 == 0x0A } + 1
            if words > 90 { throw violation("\(words) words", step) }
            switch reply {
            case .buttons(let body, let footer, let buttons):
                if !(1...3).contains(buttons.count) || buttons.contains(where: { $0.title.count > 20 })
                    || body.count > 1024 || (footer?.count ?? 0) > 60 || Set(buttons.map(\.id)).count != buttons.count
                {
                    throw violation("buttons over the limits", step)
                }
            case .list(let body, let footer, let button, let rows):
                if !(1...10).contains(rows.count) || rows.contains(where: { $0.title.count > 24 })
                    || rows.contains(where: { ($0.detail?.count ?? 0) > 72 }) || button.count > 20 || body.count > 1024
                    || (footer?.count ?? 0) > 60 || Set(rows.map(\.id)).count != rows.count
                {
                    throw violation("a list over the limits", step)
                }
            default: break
            }
        }
    }
}
