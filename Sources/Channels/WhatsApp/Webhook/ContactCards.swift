/// The `contacts` of a change, and whose they are.
struct ContactCards {
    private let cards: [WhatsAppContact]
    /// Positions by user id and by phone key, made only for long lists; a few cards are quicker looked through.
    private let index: [String: Int]?

    init(_ values: [JSONValue]) {
        cards = values.compactMap { value in
            guard value.object != nil else { return nil }
            return WhatsAppContact(card: value)
        }
        guard cards.count > 8 else {
            index = nil
            return
        }
        var index: [String: Int] = [:]
        for (position, card) in cards.enumerated() {
            for key in [card.bsuid, card.phone.map(PhoneIdentity.matchingKey)].compactMap({ $0 }) {
                if index[key] == nil { index[key] = position }
            }
        }
        self.index = index
    }

    /// A user as named by a message or status, completed from their card.
    ///
    /// A card is theirs when it has the same user id, else the same telephone. A single card that contradicts nothing
    /// is theirs too: Meta sends one per sender, and leaves out what it does not want us to see.
    func completing(_ user: WhatsAppContact) -> WhatsAppContact {
        guard let card = card(of: user) else { return user }
        var complete = user
        complete.phone = user.phone ?? card.phone
        complete.bsuid = user.bsuid ?? card.bsuid
        complete.parentBsuid = user.parentBsuid ?? card.parentBsuid
        complete.username = user.username ?? card.username
        complete.name = user.name ?? card.name
        return complete
    }

    private func card(of user: WhatsAppContact) -> WhatsAppContact? {
        let phoneKey = user.phone.map(PhoneIdentity.matchingKey)
        if let index {
            return (user.bsuid.flatMap { index[$0] } ?? phoneKey.flatMap { index[$0] }).map { cards[$0] }
                .flatMap { contradicts($0, user, phoneKey) ? nil : $0 }
        }
        if let bsuid = user.bsuid, let card = cards.first(where: { $0.bsuid == bsuid }) { return card }
        if let phoneKey,
            let card = cards.first(where: { $0.phone.map(PhoneIdentity.matchingKey) == phoneKey }),
            !contradicts(card, user, phoneKey)
        {
            return card
        }
        guard cards.count == 1, !contradicts(cards[0], user, phoneKey) else { return nil }
        return cards[0]
    }

    /// A different user id; or, where an id is not on both sides, a different telephone.
    private func contradicts(_ card: WhatsAppContact, _ user: WhatsAppContact, _ phoneKey: String?) -> Bool {
        if let mine = user.bsuid, let theirs = card.bsuid { return mine != theirs }
        if let phoneKey, let theirs = card.phone { return PhoneIdentity.matchingKey(theirs) != phoneKey }
        return false
    }
}
