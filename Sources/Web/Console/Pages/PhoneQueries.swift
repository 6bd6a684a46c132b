import Console
import Domain
import Foundation
import Store

/// Telefone: the demonstration's debtors, and one of their phones.
struct PhoneQueries {
    let session: Session
    let viewer: Viewer
    /// Debtors whose phone a person holds.
    let held: Set<DebtorID>

    static let messageLimit = 80
    private static let listLimit = 50

    var clock: DemonstrationClock? {
        viewer.hasMovableClock ? DemonstrationClock(speed: viewer.clockSpeed) : nil
    }

    /// Who has a telephone, those with a conversation first.
    func list() throws -> PhonesPage {
        let search = String(viewer.query["busca"].prefix(100))
        var condition =
            "d.creditor = ? AND EXISTS (SELECT 1 FROM contact_point p WHERE p.debtor = d.id AND p.kind = 'phone')"
        var values: [SQLValue] = [.id(viewer.creditor)]
        if let (found, more) = CaseSearch.text(search, viewer.creditor) {
            condition += " AND d.id IN (\(found))"
            values += more
        }
        let columns = DebtorRow.statements.columns.map { "d.\($0)" }.joined(separator: ", ")
        let rows = try session.rows(
            """
            SELECT \(columns) FROM debtor d WHERE \(condition) ORDER BY COALESCE((
                SELECT MAX(t.updated_seq) FROM conversation t WHERE t.debtor = d.id), 0) DESC, d.id LIMIT ?
            """, values + [.int(PhoneQueries.listLimit)])
        let debtors = try rows.map { row in
            var reader = RowReader(row, table: "debtor")
            return try debtor(try DebtorRow(&reader))
        }
        return PhonesPage(search: search, debtors: debtors, clock: clock)
    }

    private func debtor(_ row: DebtorRow) throws -> PhoneDebtor {
        let debts = try session.debts(debtor: row.id)
        let charges = try Debts(session, debts, viewer)
        let main = try session.cases(debtor: row.id).first
        let talk = try session.conversations(debtor: row.id).latest
        let last = try talk.flatMap {
            try session.first(MessageRow.self, "WHERE conversation = ? ORDER BY id DESC", .id($0.id))
        }
        let unread =
            try talk.flatMap {
                try session.integer(
                    "SELECT COUNT(*) FROM message WHERE conversation = ? AND direction = 'out' AND read_at IS NULL AND sent_at IS NOT NULL",
                    .id($0.id))
            } ?? 0
        return PhoneDebtor(
            id: row.id, name: PersonName(row.name).display,
            phone: People.phone(try session.contactPoints(debtor: row.id))?.national ?? "",
            portfolio: try main.flatMap { try session.find(PortfolioRow.self, .id($0.portfolio))?.name } ?? "",
            balance: charges.owed(debts), daysLate: charges.daysLate(debts),
            state: try main.map { try CaseStates.state(session, of: $0.id, now: viewer.now) } ?? .inCadence,
            lastMessage: last?.preview, lastMessageAt: last?.at, unread: Int(unread),
            isSimulated: !held.contains(row.id))
    }

    func page(_ id: DebtorID) throws -> PhonePage {
        let row = try session.owned(DebtorRow.self, .id(id), by: viewer.creditor)
        let talk = try session.conversations(debtor: id).latest
        let before = MessageID(text: viewer.query["antes"])
        let rows =
            try talk.map { try session.newestMessages($0.id, before: before, limit: PhoneQueries.messageLimit) } ?? []
        let names = try StaffNames(session)
        let messages = try Messages(session, rows, channel: .whatsapp, names: names, creditor: viewer.creditor)
        let older = rows.count == PhoneQueries.messageLimit ? rows.first?.id : nil
        let debtor = try debtor(row)
        return PhonePage(
            debtor: debtor, businessName: viewer.businessName, messages: messages.bubbles(rows.filter(\.hasArrived)),
            olderMessages: older.map { Address.phone(id).with("antes", $0.description) },
            lastEventID: String(talk?.updatedSeq ?? 0),
            thoughts: try Thoughts(session: session, names: names).thoughts(of: id, conversation: talk),
            secrets: PhoneQueries.secrets(row), caseID: try session.cases(debtor: id).first?.id, conversation: talk?.id,
            clock: clock)
    }

    /// What this invented person may be asked for.
    private static func secrets(_ row: DebtorRow) -> [Fact] {
        var facts: [Fact] = []
        if let document = TaxDocument(normalized: row.document) {
            facts.append(
                Fact(name: document.isCompany ? Words.secretCNPJ : Words.secretCPF, value: document.formatted))
        }
        if let day = row.birthDay { facts.append(Fact(name: Words.secretBirthday, value: Portuguese.date(day))) }
        return facts
    }
}

extension MessageRow {
    /// Whether the person can see it on their phone.
    var hasArrived: Bool {
        direction == "in" || sentAt != nil || deliveredAt != nil || readAt != nil
            || ["sent", "delivered", "read", "played"].contains(status)
    }
}
