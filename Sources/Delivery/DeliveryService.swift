package import AsyncHTTPClient
import Channels
package import Domain
import Foundation
package import Logging
import NIOCore
package import Store

/// Takes effects out of the outbox and does them, each once, paced; every result goes back through the inbox.
///
/// An effect is marked as under way, on disk, before its request is written. Whoever finds such a mark after a crash knows
/// that it may have been sent, and reports it as unknown instead of sending it again.
package actor DeliveryService {
    private let database: Database
    private let inbox: InboxWriter
    private let graph: GraphClient
    private let workers: Workers
    private let logger: Logger
    private let now: @Sendable () -> Timestamp
    private let realMilliseconds: @Sendable (Timestamp) -> Int64
    /// This run of the program, as claims name it: claims of runs that have died are abandoned ones.
    private let owner: String
    private var pacer: Pacer
    private var underWay = 0
    private var wakeUps: AsyncStream<Void>.Continuation?
    private var isPolling = false

    /// Requests under way at once, and how long a claim holds, in seconds of the clock.
    private static let underWayMax = 64
    private static let leaseSeconds: Int64 = 600
    /// The longest sleep, in milliseconds: the clock may be moved, or another program may have queued something.
    private static let sleepMilliseconds: Int64 = 200

    /// - Parameters:
    ///   - now: the product's clock.
    ///   - realMilliseconds: how long the machine must wait until the clock shows an instant.
    package init(
        database: Database, inbox: InboxWriter, client: HTTPClient, accounts: WhatsAppAccounts, workers: Workers,
        logger: Logger, now: @escaping @Sendable () -> Timestamp,
        realMilliseconds: @escaping @Sendable (Timestamp) -> Int64
    ) {
        self.database = database
        self.inbox = inbox
        graph = GraphClient(client: client, accounts: accounts)
        self.workers = workers
        owner = ProcessName.mine.text
        self.logger = logger
        self.now = now
        self.realMilliseconds = realMilliseconds
        pacer = Pacer(messagesPerSecond: accounts.messagesPerSecond)
    }

    /// Something may have been queued.
    package nonisolated func wake() { Task { await self.signal() } }

    private func signal() { wakeUps?.yield() }

    /// Works until its task is cancelled.
    package func run() async {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        wakeUps = continuation
        await reportAbandoned()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.tick(continuation) }
            for await _ in stream {
                if Task.isCancelled { break }
                await self.sendReady(in: &group)
            }
            group.cancelAll()
        }
    }

    /// Wakes the loop from time to time, for what became ready by the clock alone.
    private func tick(_ continuation: AsyncStream<Void>.Continuation) async {
        while !Task.isCancelled {
            continuation.yield()
            try? await Task.sleep(for: .milliseconds(DeliveryService.sleepMilliseconds))
        }
        continuation.finish()
    }

    /// What an earlier run had under way when it died.
    private func reportAbandoned() async {
        let instant = now()
        do {
            let found = try await blocking { [database, owner] in
                try database.read { session in
                    try session.abandoned(now: instant) { $0 != owner && ProcessName($0)?.isDead == true }
                }
            }
            for claimed in found {
                logger.notice(
                    "an earlier run left a send without an answer", metadata: ["effect": "\(claimed.effect.id)"])
                var result = EffectResult(effect: claimed.effect.id, attempt: claimed.attempt, outcome: .unknown)
                if claimed.effect.kind.isRepeatable { result.outcome = .notSent }
                await report(result)
            }
        } catch {
            logger.error("cannot read the outbox", metadata: ["error": "\(error)"])
        }
    }

    private func sendReady(in group: inout DiscardingTaskGroup) async {
        let free = DeliveryService.underWayMax - underWay
        guard free > 0 else { return }
        let instant = now()
        let claims: [ClaimedEffect]
        do {
            claims = try await blocking { [database, owner] in
                // A look without a lock first: most of the time there is nothing to do.
                guard let next = try database.read({ try $0.nextEffectAt() }), next <= instant else { return [] }
                return try database.write {
                    try $0.claim(
                        now: instant, owner: owner, leaseUntil: instant.adding(seconds: DeliveryService.leaseSeconds),
                        limit: free)
                }
            }
        } catch {
            logger.error("cannot take work from the outbox", metadata: ["error": "\(error)"])
            return
        }
        for claim in claims {
            underWay += 1
            group.addTask { await self.perform(claim) }
        }
    }

    private func perform(_ claim: ClaimedEffect) async {
        let result = await outcome(of: claim)
        await report(result)
        underWay -= 1
        wakeUps?.yield()
    }

    private func outcome(of claim: ClaimedEffect) async -> EffectResult {
        switch claim.effect.kind {
        case .whatsAppMessage: await send(claim)
        case .mediaFetch: await fetch(claim)
        case .work(let kind): await work(claim, kind)
        }
    }

    private func send(_ claim: ClaimedEffect) async -> EffectResult {
        let effect = claim.effect
        var result = EffectResult(effect: effect.id, attempt: claim.attempt, outcome: .rejected)
        guard let body = try? JSONDecoder().decode(OutgoingWhatsApp.self, from: Data(effect.body.utf8)) else {
            result.errorCode = 100
            result.errorText = "the effect's body cannot be read"
            return result
        }
        while let later = pacer.admit(number: body.number, lane: effect.lane, at: now()) {
            try? await Task.sleep(for: .milliseconds(max(1, realMilliseconds(later))))
            if Task.isCancelled { break }
        }
        // The permission is compared with the clock just before the request is written (rule H4).
        guard now() < effect.validUntil else {
            result.outcome = .expired
            return result
        }
        let request: WhatsAppRequest
        switch await prepared(body, effect) {
        case .success(let made): request = made
        case .failure(let refusal):
            result.outcome = refusal.outcome
            result.errorCode = refusal.code
            result.errorText = refusal.text
            return result
        }
        let outcome: SendOutcome =
            switch await graph.call(request, number: body.number) {
            case .answered(let status, let bytes): SendOutcome(httpStatus: status, body: bytes)
            case .failed(let failure): SendOutcome(failure)
            }
        return read(outcome, into: result)
    }

    private func read(_ outcome: SendOutcome, into empty: EffectResult) -> EffectResult {
        var result = empty
        switch outcome {
        case .accepted(let receipt):
            result.outcome = .accepted
            result.providerID = receipt.messageID
            result.whatsAppID = receipt.phone
            result.bsuid = receipt.bsuid
            result.platformState =
                receipt.status == .held ? "held_for_quality_assessment" : receipt.status == .paused ? "paused" : nil
        case .failed(let failure):
            result.outcome = failure.code == nil && failure.httpStatus == nil ? .notSent : .rejected
            result.errorCode =
                failure.code ?? failure.httpStatus.map { $0 == 429 ? 130_429 : $0 == 401 || $0 == 403 ? 190 : 100 }
            result.errorText = failure.message
            if failure.alerts { logger.warning("WhatsApp refused a message", metadata: ["reason": "\(failure.text)"]) }
        case .unknown(let reason):
            result.outcome = .unknown
            result.errorText = reason
        }
        return result
    }

    private struct Refusal: Error {
        let outcome: EffectResult.Outcome
        let code: Int?
        let text: String
    }

    /// The request, with its file uploaded first where it has one.
    private func prepared(_ body: OutgoingWhatsApp, _ effect: EffectRow) async -> Result<WhatsAppRequest, Refusal> {
        guard let to = body.phone.map(WhatsAppAddress.phone) ?? body.bsuid.map(WhatsAppAddress.user) else {
            return .failure(Refusal(outcome: .rejected, code: 131_026, text: "neither a number nor a user id"))
        }
        var mediaIDs: [String: String] = [:]
        if let reference = body.content.media {
            switch await uploaded(reference, number: body.number) {
            case .success(let id): mediaIDs[reference.sha256] = id
            case .failure(let refusal): return .failure(refusal)
            }
        }
        do {
            return .success(
                try .send(
                    OutboundMessage(
                        body.content, to: to, numberID: body.number, callbackData: effect.key, replyTo: body.replyTo,
                        mediaIDs: mediaIDs)))
        } catch {
            logger.error("a message breaks the platform's limits", metadata: ["reason": "\(error)"])
            return .failure(Refusal(outcome: .rejected, code: 100, text: "\(error)"))
        }
    }

    private func uploaded(_ reference: MediaReference, number: String) async -> Result<String, Refusal> {
        let instant = now()
        do {
            if let known = try await blocking({ [database] in
                try database.read { try $0.uploadedMedia(sha256: reference.sha256, number: number, now: instant) }
            }) {
                return .success(known)
            }
            guard
                let file = try await blocking({ [database] in
                    try database.read { try $0.file(sha256: reference.sha256) }
                })
            else { return .failure(Refusal(outcome: .rejected, code: 131_053, text: "the file is not in the store")) }
            let request = try WhatsAppRequest.upload(
                MediaUpload(
                    bytes: file.bytes, mimeType: file.reference.mimeType,
                    filename: file.reference.mimeType == "image/png" ? "imagem.png" : "arquivo"), numberID: number)
            guard case .answered(let status, let body) = await graph.call(request, number: number) else {
                // An upload reaches nobody: whatever became of it, the message itself has not left.
                return .failure(Refusal(outcome: .notSent, code: nil, text: "the file could not be uploaded"))
            }
            switch MediaAnswer.uploaded(httpStatus: status, body: body) {
            case .success(let id):
                // The platform keeps uploads for 30 days.
                _ = try await blocking { [database] in
                    try database.write {
                        try $0.rememberUpload(
                            sha256: reference.sha256, number: number, mediaID: id, until: instant.adding(days: 29))
                    }
                }
                return .success(id)
            case .failure(let failure):
                return .failure(
                    Refusal(
                        outcome: failure.code == nil ? .notSent : .rejected, code: failure.code, text: failure.message))
            }
        } catch {
            return .failure(Refusal(outcome: .notSent, code: nil, text: "\(error)"))
        }
    }

    private func fetch(_ claim: ClaimedEffect) async -> EffectResult {
        let effect = claim.effect
        var result = EffectResult(effect: effect.id, attempt: claim.attempt, outcome: .notSent)
        guard now() < effect.validUntil else {
            result.outcome = .expired
            return result
        }
        guard let body = try? JSONDecoder().decode(MediaToFetch.self, from: Data(effect.body.utf8)),
            case .answered(let status, let bytes) = await graph.call(
                .mediaAddress(body.mediaID, numberID: body.number), number: body.number),
            case .success(let address) = MediaAnswer.address(httpStatus: status, body: bytes),
            case .answered(200, let file) = await graph.download(address, number: body.number)
        else { return result }
        do {
            let kept = try await blocking { [database] in
                try database.write { try $0.keep(file, mimeType: body.mimeType, creditor: effect.creditor) }
            }
            result.outcome = .fetched
            result.fileHash = kept.sha256
            result.fileType = kept.mimeType
        } catch {
            result.errorText = "\(error)"
        }
        return result
    }

    private func work(_ claim: ClaimedEffect, _ kind: WorkKind) async -> EffectResult {
        let result = await WorkProduct.result(of: claim, by: workers.worker(for: kind), in: database)
        if let reason = result.errorText, reason != WorkFailure.off.description {
            logger.warning("work was not done", metadata: ["kind": "\(kind.rawValue)", "reason": "\(reason)"])
        }
        return result
    }

    /// Every result is an inbox entry; until it is on disk the claim stands.
    private func report(_ result: EffectResult) async {
        do {
            let body = Array(try canonicalJSON(result).utf8)
            _ = try await inbox.append(NewEntry(at: now(), kind: .effectFinished, actor: "delivery", body: body))
        } catch {
            logger.error(
                "a result could not be kept", metadata: ["effect": "\(result.effect)", "error": "\(error)"])
        }
    }
}
