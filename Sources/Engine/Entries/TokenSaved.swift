package import Domain
package import Store

/// The body of a `token.saved` entry: a token of the API was made, made anew, or taken away. Only its hash enters the log.
package struct TokenSaved: Codable, Sendable {
    package var creditorKey: String
    package var name: String
    /// As `APITokenRow.hash`; nil takes the token away.
    package var hash: String?

    package init(creditorKey: String, name: String, hash: String?) {
        self.creditorKey = creditorKey
        self.name = name
        self.hash = hash
    }

    package func entry(at instant: Timestamp, actor: String) throws -> NewEntry {
        NewEntry(at: instant, kind: .tokenSaved, actor: actor, body: Array(try canonicalJSON(self).utf8))
    }
}

extension CollectionEngine {
    func tokenSaved(_ context: EntryContext) throws {
        let saved: TokenSaved = try context.body()
        let creditor = try context.creditor(saved.creditorKey).id
        if var known = try context.session.apiToken(creditor: creditor, name: saved.name) {
            known.isActive = saved.hash != nil
            if let hash = saved.hash { known.hash = hash }
            try context.session.update(known)
        } else {
            guard let hash = saved.hash else { throw EntryError.missing("token \(saved.name)") }
            try context.session.insert(
                APITokenRow(
                    id: context.nextID(), creditor: creditor, name: saved.name, hash: hash, isActive: true,
                    createdAt: context.now))
        }
    }
}
