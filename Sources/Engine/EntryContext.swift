package import Domain
package import Store

/// What a handler has while it applies one entry: the transaction, the engine's `now`, and the ids that it may give out.
package final class EntryContext {
    package let entry: InboxEntry
    package let session: Session
    private var ordinal: Int64 = 0
    /// Conversations that have unanswered messages at the end of the entry.
    var toAnswer: [ConversationID] = []
    /// What changed, for pages that are being watched.
    package private(set) var changes = EntryChanges()

    init(entry: InboxEntry, session: Session) {
        self.entry = entry
        self.session = session
    }

    /// The instant at which the entry was taken in; the engine knows no other clock.
    package var now: Timestamp { entry.at }

    /// Ids come from the entry: its number in the upper 47 bits, a count in the lower 16. A replay gives the same ones.
    func nextID() throws -> Int64 {
        guard ordinal < 65_535 else { throw EntryError.tooManyRows(entry: entry.seq) }
        ordinal += 1
        return entry.seq << 16 | ordinal
    }

    func nextID<Subject>(_ type: Identifier<Subject>.Type = Identifier<Subject>.self) throws -> Identifier<Subject> {
        Identifier(try nextID())
    }

    func noteChange(in conversation: ConversationID) { changes.conversations.insert(conversation) }
    func noteEffect() { changes.hasEffects = true }

    /// Writes a line of the history that a person sees on the case page.
    func record(
        _ kind: HistoryKind, creditor: CreditorID, debtor: DebtorID?, actor: String? = nil,
        _ detail: [String: String] = [:]
    ) throws {
        try session.insert(
            HistoryRow(
                id: nextID(), creditor: creditor, debtor: debtor, at: now, kind: kind.rawValue,
                actor: actor ?? entry.actor, detail: canonicalJSON(detail)))
    }
}

/// What an entry changed, as far as somebody outside waits for it.
package struct EntryChanges: Sendable {
    package var conversations: Set<ConversationID> = []
    package var hasEffects = false

    package mutating func formUnion(_ other: EntryChanges) {
        conversations.formUnion(other.conversations)
        hasEffects = hasEffects || other.hasEffects
    }
}

/// Why an entry could not be applied. It is kept with its reason; the entries after it go on.
package enum EntryError: Error, CustomStringConvertible {
    case tooManyRows(entry: Int64)
    case badBody(kind: String, reason: String)
    case missing(String)
    case refused(String)

    package var description: String {
        switch self {
        case .tooManyRows(let entry): "entry \(entry) makes more rows than one entry may"
        case .badBody(let kind, let reason): "the body of an entry \(kind) cannot be read: \(reason)"
        case .missing(let what): "\(what) does not exist"
        case .refused(let why): why
        }
    }
}

/// What the history can tell, besides messages and decisions.
package enum HistoryKind: String, Sendable, CaseIterable {
    case imported, debtChanged = "debt_changed", identityProved = "identity_proved", identityFailed = "identity_failed"
    case offersMade = "offers_made", agreementMade = "agreement_made", agreementBroken = "agreement_broken"
    case agreementSettled = "agreement_settled", chargeMade = "charge_made", paymentBooked = "payment_booked"
    case paymentUnmatched = "payment_unmatched", promiseMade = "promise_made", promiseKept = "promise_kept"
    case promiseBroken = "promise_broken", optOut = "opt_out", wrongPerson = "wrong_person", deceased
    case disputeOpened = "dispute_opened", paidClaimed = "paid_claimed", hardship, crisis, refused
    case handedOver = "handed_over", takenOver = "taken_over", handedBack = "handed_back", survey
    case stepSkipped = "step_skipped", caseSettled = "case_settled", taskOpened = "task_opened", taskClosed =
        "task_closed"
    case identityChanged = "identity_changed", unreachable, note, disposition, assisted
}
