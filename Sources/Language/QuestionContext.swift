/// What was last said to the debtor: it decides what "sim", "dia 10" or "150" mean.
package enum QuestionContext: String, CaseIterable, Codable, Hashable, Sendable {
    /// Nothing, or nothing recent.
    case none
    /// A reminder of the debt, or any message that asked nothing in particular.
    case reminder
    /// One or more offers (cash, installments) wait for an answer.
    case offer
    /// "Falo com Ana?", or a fact that proves who they are.
    case askedIdentity = "asked_identity"
    /// When they will pay.
    case askedDate = "asked_date"
    /// How much they can pay.
    case askedAmount = "asked_amount"
    /// Whether what was read back is right.
    case askedConfirmation = "asked_confirmation"
    /// A Pix code or a boleto was sent.
    case paymentSent = "payment_sent"
}
