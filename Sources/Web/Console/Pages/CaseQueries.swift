import Console
import Domain
import Engine
import Store

/// Caso.
struct CaseQueries {
    let session: Session
    let viewer: Viewer

    private static let timelineLimit = 150

    func page(_ id: CaseID) throws -> CasePage {
        let row = try session.owned(Store.CaseRow.self, .id(id), by: viewer.creditor)
        let debtor = try session.owned(DebtorRow.self, .id(row.debtor), by: viewer.creditor)
        let points = try session.contactPoints(debtor: debtor.id)
        let conversation = try session.conversations(debtor: debtor.id).latest
        let debts = try session.debts(cases: [row.id])
        let charges = try Debts(session, debts, viewer)
        let restrictions = try session.restrictions(debtor: debtor.id)
        let state = try CaseStates.state(session, of: row.id, now: viewer.now)
        let cadence = try session.activeCadence(viewer.creditor)?.cadence
        let plan = CasePlan(row, state, cadence, now: viewer.now)
        let before = Int64(viewer.query["antes"]).map { Timestamp(milliseconds: $0) } ?? Timestamp(milliseconds: .max)
        let timeline = try Timeline(session: session, names: StaffNames(session), creditor: viewer.creditor).entries(
            of: debtor.id, conversation: conversation, before: before, limit: CaseQueries.timelineLimit)
        return CasePage(
            id: row.id, debtorName: PersonName(debtor.name).display, document: People.maskedDocument(debtor.document),
            portfolio: try session.find(PortfolioRow.self, .id(row.portfolio))?.name ?? "", state: state,
            daysLate: charges.daysLate(debts), identity: Identity.state(conversation, points, now: viewer.now),
            place: People.place(debtor, points), contactPoints: People.contactPoints(points),
            debts: charges.table(debts, isDisputed: restrictions.contains { $0.kind == "dispute" }),
            agreements: try Agreements.cards(session, session.agreements(debtor: debtor.id), today: viewer.today),
            promises: People.promises(try session.promises(debtor: debtor.id)),
            restrictions: People.restrictions(restrictions, now: viewer.now),
            conversation: viewer.sections.contains(.desk) ? conversation?.id : nil,
            phone: viewer.isDemonstration ? debtor.id : nil, timeline: timeline.entries,
            olderEntries: timeline.older.map { Address.caseFile(row.id).with("antes", String($0.milliseconds)) },
            cadence: cadence?.name, nextContactAt: plan.nextAt, nextStep: plan.nextStep,
            forms: try forms(debtor, debts, charges, conversation))
    }

    private static let messagesToChoose = 5

    /// Nothing where nothing is owed, and for who only watches.
    private func forms(
        _ debtor: DebtorRow, _ debts: [DebtRow], _ charges: Debts, _ conversation: ConversationRow?
    ) throws -> CaseForms? {
        let open = debts.filter { $0.status != "settled" }
        guard PaymentQueries.mayAct(viewer.visitor.role), !open.isEmpty else { return nil }
        let said = try conversation.map { row in
            try session.select(
                MessageRow.self,
                "WHERE conversation = ? AND direction = 'in' ORDER BY id DESC LIMIT \(CaseQueries.messagesToChoose)",
                .id(row.id))
        }
        return CaseForms(
            today: viewer.today,
            debts: open.map { CaseForms.Debt(id: $0.id, contract: $0.contract, owed: charges.amounts($0).total) },
            messages: (said ?? []).map { CaseForms.Message(id: $0.id, words: String($0.body.prefix(60)), at: $0.at) },
            hasConversation: conversation != nil,
            mayAgree: conversation != nil && open.contains { $0.status == "open" })
    }
}

extension [ConversationRow] {
    /// The one in which something happened last.
    var latest: ConversationRow? { self.max { $0.updatedSeq < $1.updatedSeq } }
}
