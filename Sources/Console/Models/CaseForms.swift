package import Domain

/// What a person may write down on a case: money taken by hand, what the client lives on, and an agreement.
package struct CaseForms: Sendable {
    package struct Debt: Sendable {
        package let id: DebtID
        package let contract: String
        package let owed: Money

        package init(id: DebtID, contract: String, owed: Money) {
            self.id = id
            self.contract = contract
            self.owed = owed
        }
    }

    /// A message of the client's that may be their yes.
    package struct Message: Sendable {
        package let id: MessageID
        package let words: String
        package let at: Timestamp

        package init(id: MessageID, words: String, at: Timestamp) {
            self.id = id
            self.words = words
            self.at = at
        }
    }

    package let today: CalendarDay
    package let debts: [Debt]
    /// Newest first.
    package let messages: [Message]
    package let hasConversation: Bool
    package let mayAgree: Bool

    package init(today: CalendarDay, debts: [Debt], messages: [Message], hasConversation: Bool, mayAgree: Bool) {
        self.today = today
        self.debts = debts
        self.messages = messages
        self.hasConversation = hasConversation
        self.mayAgree = mayAgree
    }
}
