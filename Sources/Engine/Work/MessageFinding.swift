package import Dialogue
package import Domain
import Foundation
package import Store

/// What programs made of something that a person sent, kept beside the message.
package struct MessageFinding: Codable, Hashable, Sendable {
    package var receipt: ReceiptClaim?
    /// The words of a voice note, as another program heard them.
    package var spoken: String?

    package init(receipt: ReceiptClaim? = nil, spoken: String? = nil) {
        self.receipt = receipt
        self.spoken = spoken
    }
}

/// What a picture or PDF says of a payment, and how that compares with what is expected: to be verified at the bank.
package struct ReceiptClaim: Codable, Hashable, Sendable {
    /// The message that brought it.
    package var message: MessageID
    package var amount: Money?
    package var paidOn: CalendarDay?
    package var endToEndID: String?
    package var payee: String?
    /// The payer's bank.
    package var institution: String?
    /// `ReceiptMatch.Verdict`, by its name.
    package var verdict: String
    /// `ReceiptMatch.Reason`, sorted.
    package var reasons: [String]
    package var finding: ReceiptFinding
}

extension MessageRow {
    /// What was made of it; nil where nothing was, or by another version of the program.
    package var found: MessageFinding? {
        finding.flatMap { try? JSONDecoder().decode(MessageFinding.self, from: Data($0.utf8)) }
    }
}

extension TaskRow {
    /// The receipt that a `receipt` task is about.
    package var receipt: ReceiptClaim? {
        detail.flatMap { try? JSONDecoder().decode(ReceiptClaim.self, from: Data($0.utf8)) }
    }
}
