package import Domain

/// What a person at the browser's phone can do in the town.
extension SimulatedTown {
    /// Somebody takes the phone into their own hands, or gives it back.
    package mutating func setManual(_ isManual: Bool, phone: String) {
        if isManual { manual.insert(phone) } else { manual.remove(phone) }
    }

    /// Everybody in town, in the order in which they moved in.
    package func residents() -> [Resident] {
        debtors.values.sorted { $0.person.id < $1.person.id }.map { debtor in
            let bubbles = cloud.conversation(of: debtor.person.phone)
            return Resident(
                phone: debtor.person.phone, name: debtor.person.name, cpf: debtor.person.cpf,
                birthDate: debtor.person.birthDate, state: debtor.person.state, principal: debtor.person.principal,
                aim: String(describing: debtor.person.persona.aim), isManual: manual.contains(debtor.person.phone),
                messageCount: bubbles.count, unreadCount: bubbles.count { $0.direction == .received && !$0.isRead },
                lastAt: bubbles.last?.at, hasPaid: debtor.hasPaid)
        }
    }

    /// The owner writes, taps or sends a file. Whoever writes has read what stands above.
    @discardableResult
    package mutating func send(
        _ content: UserContent, from phone: String, to numberID: String, replyTo: String? = nil, now: Timestamp
    ) throws(PhoneError) -> String {
        try readAll(phone, numberID: numberID, now: now)
        return try cloud.userSends(content, from: phone, to: numberID, replyTo: replyTo, now: now)
    }

    /// The owner looks at the chat.
    package mutating func readAll(_ phone: String, numberID: String, now: Timestamp) throws(PhoneError) {
        let unread = cloud.conversation(of: phone, with: numberID).last { $0.direction == .received && !$0.isRead }
        if let unread { try cloud.userReads(phone, upTo: unread.id, now: now) }
    }
}

/// Somebody in town, as a list of people shows them.
package struct Resident: Hashable, Sendable, Codable {
    package let phone: String
    package let name: String
    package let cpf: String
    package let birthDate: CalendarDay
    package let state: String
    package let principal: Money
    /// What a simulated person is after; means nothing for a phone in somebody's hands.
    package let aim: String
    package let isManual: Bool
    package let messageCount: Int
    package let unreadCount: Int
    package let lastAt: Timestamp?
    package let hasPaid: Bool
}
