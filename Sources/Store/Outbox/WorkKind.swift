package import Domain
import Foundation

/// Work that reaches nobody and so needs no `Permission`: a paper to draw, a picture to read, a question to another program.
///
/// A kind is a case here, what it needs and what it answers (`Outbox/Work`), a worker of `Delivery`, and a file of the
/// engine that takes up what came of it (`Engine/Work`). Whatever is said because of it goes by `queueMessage`.
package enum WorkKind: String, Hashable, Sendable, CaseIterable {
    /// A paper that is drawn on this machine.
    case documentDraw = "document.draw"
    /// What stands on a picture or PDF that may be a receipt.
    case receiptRead = "receipt.read"
    /// What is said in a voice note.
    case voiceHear = "voice.hear"
    /// A text as a voice note.
    case voiceSpeak = "voice.speak"
    /// A second opinion on what a message means.
    case assistUnderstand = "assist.understand"
    /// A warmer wording for a reply.
    case assistRephrase = "assist.rephrase"
    /// A charge at the creditor's bank.
    case pixCharge = "pix.charge"
    /// The end of a charge that nobody may pay any more.
    case pixCancel = "pix.cancel"
    /// Money that goes back to who paid it.
    case pixRefund = "pix.refund"
    /// A page of the payments that the bank has received.
    case pixReceived = "pix.received"
}

extension EffectRow {
    /// The effect's body as its kind writes it.
    package func work<Body: Decodable>(_ type: Body.Type = Body.self) throws -> Body {
        try JSONDecoder().decode(Body.self, from: Data(body.utf8))
    }
}

extension EffectResult {
    /// What the work answered, as its kind writes it; nil where there is no answer or another one than this program reads.
    package func answer<Answer: Decodable>(_ type: Answer.Type = Answer.self) -> Answer? {
        answer.flatMap { try? JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
    }
}

extension Session {
    /// Whether something is still to be done about a message that a person sent: its file fetched, read or heard.
    package func hasWork(on message: MessageID) throws -> Bool {
        let count = try integer(
            "SELECT COUNT(*) FROM effect WHERE message = ? AND state = ? AND kind <> ?", .id(message),
            .text(EffectState.waiting.rawValue), .text(EffectKind.whatsAppMessage.rawValue))
        return (count ?? 0) > 0
    }
}
