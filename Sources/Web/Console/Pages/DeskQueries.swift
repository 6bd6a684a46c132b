import Console
import Domain
import Foundation
import Negotiation
import Store
import Strategy

/// Atendimento.
struct DeskQueries {
    let session: Session
    let viewer: Viewer

    static let messageLimit = 100
    private static let queueLimit = 100

    var filter: QueueFilter { QueueFilter(rawValue: viewer.query["fila"]) ?? .waiting }

    func page(_ id: ConversationID?) throws -> DeskPage {
        let names = try StaffNames(session)
        guard let id else { return DeskPage(queue: try queue(filter, names), filter: filter) }
        let row = try session.owned(ConversationRow.self, .id(id), by: viewer.creditor)
        return DeskPage(
            queue: try queue(filter, names), filter: filter, conversation: try panel(row, names),
            casePanel: try casePanel(row, names))
    }

    /// Who waits longest comes first, urgencies before all; elsewhere who wrote last.
    func queue(_ filter: QueueFilter, _ names: StaffNames) throws -> [QueueEntry] {
        let (condition, values): (String, [SQLValue]) =
            switch filter {
            case .waiting: ("owner = 'queue' ORDER BY waiting_since, id", [])
            case .mine: ("owner = ? ORDER BY last_inbound_at, id", [.text(viewer.ownerName)])
            case .assistant: ("owner = 'bot' AND last_inbound_at IS NOT NULL ORDER BY last_inbound_at DESC, id", [])
            case .all: ("last_inbound_at IS NOT NULL ORDER BY last_inbound_at DESC, id", [])
            }
        let rows = try session.select(
            ConversationRow.self, "WHERE creditor = ? AND \(condition) LIMIT ?",
            values: [.id(viewer.creditor)] + values + [.int(DeskQueries.queueLimit)])
        let entries = try rows.map { try entry($0, names) }
        return filter == .waiting ? entries.filter(\.isUrgent) + entries.filter { !$0.isUrgent } : entries
    }

    private func entry(_ row: ConversationRow, _ names: StaffNames) throws -> QueueEntry {
        let last = try session.first(MessageRow.self, "WHERE conversation = ? ORDER BY id DESC", .id(row.id))
        let unread =
            try session.integer(
                """
                SELECT COUNT(*) FROM message WHERE conversation = ? AND direction = 'in' AND id > COALESCE((
                    SELECT MAX(o.id) FROM message o WHERE o.conversation = ? AND o.direction = 'out'), 0)
                """, .id(row.id), .id(row.id)) ?? 0
        let reason = Words.handover(row.handoverReason)
        return QueueEntry(
            conversation: row.id, debtorName: try name(of: row), owner: names.owner(row.owner, viewer: viewer),
            reason: row.owner == "bot" ? nil : reason, waitingSince: row.waitingSince, lastMessage: last?.preview ?? "",
            lastMessageAt: last?.at ?? row.startedAt, unread: Int(unread),
            isUrgent: row.owner == "queue" && (reason == .crisis || reason == .legalThreat))
    }

    /// Who is not known yet has a number, and some not even that.
    func name(of row: ConversationRow) throws -> String {
        if let debtor = row.debtor { return try session.debtorName(debtor) }
        if let id = row.contactPoint, let point = try session.find(ContactPointRow.self, .id(id)), !point.value.isEmpty
        {
            return People.maskedContact(point)
        }
        return "Número ainda não conhecido"
    }

    func panel(_ row: ConversationRow, _ names: StaffNames) throws -> ConversationPanel {
        let before = MessageID(text: viewer.query["antes"])
        let rows = try session.newestMessages(row.id, before: before, limit: DeskQueries.messageLimit)
        let channel = Channel(rawValue: row.channel) ?? .whatsapp
        let messages = try Messages(session, rows, channel: channel, names: names, creditor: viewer.creditor)
        let older = rows.count == DeskQueries.messageLimit ? rows.first?.id : nil
        let window: Console.ServiceWindow =
            if let until = row.windowUntil, viewer.now < until { .open(until: until) } else {
                .closed(since: row.windowUntil)
            }
        return ConversationPanel(
            id: row.id, debtorName: try name(of: row), channel: channel, owner: names.owner(row.owner, viewer: viewer),
            window: window, messages: messages.bubbles(rows),
            olderMessages: older.map { id in
                Address.conversation(row.id).with("fila", filter.rawValue).with("antes", id.description)
            }, lastEventID: String(row.updatedSeq), blocked: try blocked(row))
    }

    /// What keeps a person of ours from answering even inside the window.
    private func blocked(_ row: ConversationRow) throws -> RestrictionKind? {
        guard let debtor = row.debtor else { return nil }
        let kinds = ["opt_out", "lawyer", "court"]
        let own = try session.restrictions(debtor: debtor).first { restriction in
            guard restriction.until.map({ viewer.now < $0 }) ?? true else { return false }
            // Who writes again after a stop may be answered: see the contact policy.
            if let heard = row.lastInboundAt, restriction.kind == "opt_out", heard > restriction.since { return false }
            return kinds.contains(restriction.kind)
        }
        return own.map { Words.restriction($0.kind) }
    }

    func casePanel(_ row: ConversationRow, _ names: StaffNames) throws -> CasePanel? {
        guard let debtor = row.debtor else { return nil }
        let cases = try session.cases(debtor: debtor)
        guard let main = cases.first(where: { $0.status == "open" || $0.status == "agreed" }) ?? cases.last else {
            return nil
        }
        let debts = try session.debts(debtor: debtor)
        let charges = try Debts(session, debts, viewer)
        let restrictions = try session.restrictions(debtor: debtor)
        let agreement = try session.agreements(debtor: debtor).last { $0.isRunning }
        let decision = try session.first(
            DecisionRow.self,
            "WHERE debtor = ? AND purpose IN ('cadence_before', 'cadence_on', 'cadence_after') AND message IS NOT NULL ORDER BY at DESC, id DESC",
            .id(debtor))
        let template = try decision?.message.flatMap { try session.find(MessageRow.self, .id($0))?.templateName }
        let timeline = try Timeline(session: session, names: names, creditor: viewer.creditor).entries(
            of: debtor, conversation: nil, before: Timestamp(milliseconds: .max), limit: 8, withMessages: false)
        return CasePanel(
            id: main.id, daysLate: charges.daysLate(debts),
            identity: Identity.state(row, try session.contactPoints(debtor: debtor), now: viewer.now),
            debts: charges.table(debts, isDisputed: restrictions.contains { $0.kind == "dispute" }),
            state: try CaseStates.state(session, of: main.id, now: viewer.now),
            offers: Agreements.offers(Agreements.latest(try session.offers(debtor: debtor))),
            authority: try authority(),
            agreement: try agreement.map { try Agreements.card(session, $0, today: viewer.today) },
            promises: People.promises(try session.promises(debtor: debtor)),
            restrictions: People.restrictions(restrictions, now: viewer.now),
            lastDecision: decision.map { Decisions.view($0, template: template) }, timeline: timeline.entries)
    }

    /// What this person may concede beyond the offers, in the policy's own figures.
    private func authority() throws -> String? {
        guard let row = try session.activeStrategy(creditor: viewer.creditor, kind: .negotiation),
            let policy = try? loadNegotiation(row.body, file: row.name)
        else { return nil }
        let authority: Authority =
            switch viewer.visitor.role {
            case .agent, .compliance: .agent
            case .supervisor: .supervisor
            case .manager, .administrator: .manager
            }
        let margin = policy.authority[authority]
        return margin > .zero ? "até \(Portuguese.percent(margin)) a mais" : nil
    }
}

extension MessageRow {
    /// What a list shows of a message.
    var preview: String { body.isEmpty ? kind : String(body.prefix(120)) }

    var templateName: String? {
        guard kind == "template", direction == "out",
            case .template(let template)? = try? JSONDecoder().decode(MessageContent.self, from: Data(content.utf8))
        else { return nil }
        return template.name
    }
}
