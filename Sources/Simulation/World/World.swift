import Channels
package import Delivery
package import Domain
package import Engine
import Foundation
import Payments
package import Store

/// The real engine and store, with a simulated platform, bank and people around them, in virtual time: one thread, no
/// waiting, and the same bytes for the same seed.
///
/// Only the wire is simulated. What the engine queues is turned into the same requests that delivery sends, and what the town
/// tells comes in as the same webhooks.
package final class World {
    package let database: Database
    package private(set) var town: SimulatedTown
    package private(set) var now: Timestamp
    /// What a fault test does between a claim and its report.
    package var faults = Faults()
    private var engine: CollectionEngine
    private let configuration: EngineConfiguration
    private var chance: SeededGenerator
    private var owner = 0

    /// What the programs and addresses of this world make of work that reaches nobody; nil leaves it undone for good, as a
    /// machine does that has none of them. Papers are drawn by the real thing.
    package var hands: (WorkKind, EffectRow, Database) throws -> WorkProduct? = { _, _, _ in nil }
    /// How long each of them takes, in milliseconds.
    package var handsTake: Int64 = 0
    /// The bank's token, as delivery keeps it.
    var pixToken: PixAccessToken?
    private var underWay: [(at: Timestamp, result: EffectResult)] = []

    /// How the program dies in a fault test.
    package struct Faults: Sendable {
        /// Of a thousand sends: the program dies after the platform has answered and before the answer is kept.
        package var crashesAfterSendPermille = 0
        /// Of a thousand sends: the program dies after the claim and before the request.
        package var crashesBeforeSendPermille = 0

        package init() {}
    }

    package init(
        database: Database, town: SimulatedTown, start: Timestamp, configuration: EngineConfiguration, seed: UInt64
    ) {
        self.database = database
        self.town = town
        now = start
        self.configuration = configuration
        engine = CollectionEngine(configuration: configuration)
        chance = SeededGenerator(seed: seed, stream: "world")
    }

    /// Appends entries at the world's instant and applies them.
    package func enter(_ entries: [NewEntry]) throws {
        _ = try database.write { try $0.append(entries) }
        try applyAll()
    }

    /// Changes the town between two of its moments.
    package func inTown<Answer>(_ body: (inout SimulatedTown, Timestamp) throws -> Answer) rethrows -> Answer {
        try body(&town, now)
    }

    /// Lets time pass until an instant; everything that is due happens in its order.
    package func run(until end: Timestamp) throws {
        try settle()
        var stepsAtOneInstant = 0
        while let next = try nextAt(), next <= end {
            stepsAtOneInstant = next > now ? 0 : stepsAtOneInstant + 1
            guard stepsAtOneInstant < World.stepsAtOneInstantMax else {
                throw StandsStill(now: now, due: try dueInstants())
            }
            now = max(now, next)
            let deliveries = town.advance(to: now)
            for delivery in deliveries {
                let kind: EntryKind = delivery.service == .whatsapp ? .whatsAppWebhook : .pixCallback
                _ = try database.write {
                    try $0.append([NewEntry(at: now, kind: kind, actor: "town", body: delivery.body)])
                }
                town.settle(delivery, succeeded: true, now: now)
            }
            try settle()
        }
        now = max(now, end)
    }

    /// Far more than an instant of the portfolios that run here holds.
    private static let stepsAtOneInstantMax = 5_000

    /// Something claims to be due, and nothing that is done about it moves it: a fault of the program.
    package struct StandsStill: Error {
        package let now: Timestamp
        /// Of the timers, the cases, the outbox and the town.
        package let due: [Timestamp?]
    }

    private func nextAt() throws -> Timestamp? { try dueInstants().compactMap { $0 }.min() }

    private func dueInstants() throws -> [Timestamp?] {
        try database.read { session in
            [try session.nextTimerAt(), try session.nextCaseAt(), try session.nextEffectAt()]
        } + [town.nextAt, underWay.map(\.at).min()]
    }

    /// Works until nothing is left to do at this instant.
    private func settle() throws {
        var isBusy = true
        while isBusy {
            try applyAll()
            isBusy = try EngineRunner.appendDue(database, now: now)
            try applyAll()
            if try reportFinished() { isBusy = true }
            if try sendReady() { isBusy = true }
        }
    }

    private func applyAll() throws {
        while try database.write({ try engine.applyWaiting($0, limit: 500) }) != nil {}
    }

    private func sendReady() throws -> Bool {
        let claims = try database.write {
            try $0.claim(now: now, owner: "world-\(owner)", leaseUntil: now.adding(hours: 1), limit: 200)
        }
        for claim in claims {
            if chance.chance(faults.crashesBeforeSendPermille) { return try crash() }
            let result = try send(claim)
            if handsTake > 0, case .work = claim.effect.kind {
                underWay.append((now.adding(milliseconds: handsTake), result))
                continue
            }
            if chance.chance(faults.crashesAfterSendPermille) { return try crash() }
            try report(result)
        }
        return !claims.isEmpty
    }

    /// The program dies and starts anew: what it had under way is found by its traces on disk.
    private func crash() throws -> Bool {
        owner += 1
        engine = CollectionEngine(configuration: configuration)
        try applyAll()
        for claim in try database.read({ try $0.abandoned(now: now) { $0 != "world-\(owner)" } }) {
            var result = EffectResult(effect: claim.effect.id, attempt: claim.attempt, outcome: .unknown)
            if claim.effect.kind.isRepeatable { result.outcome = .notSent }
            try report(result)
        }
        return true
    }

    /// What took its time and is done now.
    private func reportFinished() throws -> Bool {
        let done = underWay.filter { $0.at <= now }
        underWay.removeAll { $0.at <= now }
        for work in done { try report(work.result) }
        return !done.isEmpty
    }

    private func report(_ result: EffectResult) throws {
        let body = Array(try canonicalJSON(result).utf8)
        _ = try database.write {
            try $0.append([NewEntry(at: now, kind: .effectFinished, actor: "delivery", body: body)])
        }
    }

    private func send(_ claim: ClaimedEffect) throws -> EffectResult {
        let effect = claim.effect
        var result = EffectResult(effect: effect.id, attempt: claim.attempt, outcome: .expired)
        guard now < effect.validUntil else { return result }
        switch effect.kind {
        case .work(let kind): return try work(kind, effect, result)
        case .mediaFetch: return try fetch(effect, result)
        case .whatsAppMessage: break
        }
        let body = try JSONDecoder().decode(OutgoingWhatsApp.self, from: Data(effect.body.utf8))
        guard let to = body.phone.map(WhatsAppAddress.phone) ?? body.bsuid.map(WhatsAppAddress.user) else {
            result.outcome = .rejected
            result.errorCode = 131_026
            return result
        }
        var mediaIDs: [String: String] = [:]
        if let reference = body.content.media {
            mediaIDs[reference.sha256] = try upload(reference, number: body.number)
        }
        let request = try WhatsAppRequest.send(
            OutboundMessage(
                body.content, to: to, numberID: body.number, callbackData: effect.key, replyTo: body.replyTo,
                mediaIDs: mediaIDs))
        let answer = town.handle(World.simulated(request), now: now)
        guard answer.fate == .answered else {
            result.outcome = .unknown
            return result
        }
        switch SendOutcome(httpStatus: answer.status, body: answer.body) {
        case .accepted(let receipt):
            result.outcome = .accepted
            result.providerID = receipt.messageID
            result.bsuid = receipt.bsuid
        case .failed(let failure):
            result.outcome = failure.code == nil && failure.httpStatus == nil ? .notSent : .rejected
            result.errorCode = failure.code ?? 130_429
            result.errorText = failure.message
        case .unknown(let reason):
            result.outcome = .unknown
            result.errorText = reason
        }
        return result
    }

    /// The token of the simulated account; there is nothing to protect.
    package static let token = "simulated-token"

    static func simulated(_ request: WhatsAppRequest) -> SimulatedRequest {
        var headers = ["authorization": "Bearer \(token)"]
        if let type = request.contentType { headers["content-type"] = type }
        return SimulatedRequest(
            method: request.method.rawValue, target: "/v25.0/" + request.path, headers: headers, body: request.body)
    }
}
