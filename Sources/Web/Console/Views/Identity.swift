import Console
import Dialogue
import Domain
import Foundation
import Store

/// Whether a debtor has proved who they are, read from the conversation's own state.
enum Identity {
    /// Tries until a person takes over.
    private static let triesMax = 3

    static func state(
        _ conversation: ConversationRow?, _ points: [ContactPointRow], now: Timestamp
    ) -> IdentityState {
        let dialogue = conversation.flatMap(dialogue)
        let point = conversation.flatMap { row in points.first { $0.id == row.contactPoint } }
        if let evidence = dialogue?.evidence, now <= evidence.lastHeardAt.adding(days: IdentityProof.silenceDaysMax) {
            return .proven(at: evidence.provedAt, means: evidence.data.map { Words.identityDatum($0.rawValue) })
        }
        // The number may have proved itself in an earlier conversation.
        if let at = points.compactMap(\.provenAt).max(), now <= at.adding(days: IdentityProof.silenceDaysMax) {
            return .proven(at: at, means: [])
        }
        if point?.status == "wrong", let at = conversation?.lastInboundAt { return .refused(at: at) }
        let failures = dialogue?.failedProofs.filter { now <= $0.adding(hours: 24) } ?? []
        if failures.count >= triesMax, let last = failures.last { return .refused(at: last) }
        return .notProven(triesLeft: dialogue == nil ? nil : triesMax - failures.count)
    }

    static func dialogue(_ row: ConversationRow) -> Conversation? {
        row.state.flatMap { try? JSONDecoder().decode(Conversation.self, from: Data($0.utf8)) }
    }
}
