package import Domain

/// Something that a simulated debtor is going to do.
package struct DebtorAct: Hashable, Sendable {
    /// What it is.
    package enum Act: Hashable, Sendable {
        /// Looks at the chat down to this message.
        case read(upTo: String)
        case say(String)
        case tap(messageID: String, optionID: String)
        /// A photo of a receipt.
        case sendImage(caption: String?)
        case sendAudio
        /// Pastes the code into the bank's app. The amount is the debtor's where the code names none.
        case pay(brCode: String, amount: Money?)
        /// Comes back to the phone: to be handed to `wakes`.
        case wake(Int)
    }

    /// Counted from the moment at which the debtor was asked.
    package let afterMilliseconds: Int64
    package let act: Act

    package init(afterMilliseconds: Int64, act: Act) {
        self.afterMilliseconds = afterMilliseconds
        self.act = act
    }
}
