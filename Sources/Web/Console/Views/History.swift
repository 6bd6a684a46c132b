import Console
import Domain
import Engine
import Foundation
import Store

/// Rows of the history as lines of a case's timeline. What a row only names, its entry's other rows tell.
struct History {
    let session: Session
    let names: StaffNames

    /// Nil for a line that says nothing to people.
    func event(_ row: HistoryRow) throws -> TimelineEntry.Event? {
        let detail = (try? JSONDecoder().decode([String: String].self, from: Data(row.detail.utf8))) ?? [:]
        guard let kind = HistoryKind(rawValue: row.kind) else { return .other(row.kind) }
        switch kind {
        case .imported: return .imported(file: detail["source"] ?? "")
        case .debtChanged: return .debtChanged(contract: detail["contract"] ?? "")
        case .identityProved: return .identityProven(means: History.means(detail))
        case .identityFailed: return .identityFailed
        case .offersMade, .agreementMade, .agreementBroken, .agreementSettled, .chargeMade, .paymentBooked,
            .promiseMade,
            .promiseKept, .promiseBroken, .caseSettled, .paymentUnmatched:
            return try money(kind, row, detail)
        case .optOut, .wrongPerson, .deceased, .disputeOpened, .paidClaimed, .hardship, .crisis, .refused:
            return .restricted(Words.restriction(row.kind))
        case .handedOver: return Words.handover(detail["reason"]).map { .handedOver($0) }
        case .takenOver: return .takenOver
        case .handedBack: return .handedBack
        case .survey: return .satisfaction(score: detail["score"].flatMap { Int($0) } ?? 0)
        case .stepSkipped:
            let step = Words.step(detail["step"]) ?? detail["step"] ?? ""
            return .other("Passo \(step) não feito: \(Words.skipped(detail["reason"] ?? ""))")
        case .taskOpened: return .other("Tarefa aberta: \(Words.task(detail["kind"] ?? ""))")
        case .taskClosed: return .other("Tarefa concluída: \(Words.task(detail["kind"] ?? ""))")
        case .identityChanged: return .other("O número ou a conta mudou; a identidade precisa ser confirmada de novo")
        case .unreachable: return .other("O número não recebe mensagens")
        case .note: return History.note(detail)
        case .assisted: return .note(History.assisted(detail))
        // The same is told by the event that led to it.
        case .disposition: return nil
        }
    }

    private func money(
        _ kind: HistoryKind, _ row: HistoryRow, _ detail: [String: String]
    ) throws -> TimelineEntry.Event? {
        let amount = detail["amount_cents"].flatMap { Int64($0) }.map { Money(cents: $0) }
        switch kind {
        case .offersMade:
            let offers = try row.debtor.map { try session.offers(debtor: $0) } ?? []
            return .offersMade(Agreements.offers(offers.filter { isSibling($0.id.rawValue, row) }))
        case .agreementMade:
            return .agreementMade(
                total: Money(cents: detail["total_cents"].flatMap { Int64($0) } ?? 0),
                installments: detail["payments"].flatMap { Int($0) } ?? 1)
        case .agreementBroken: return .agreementBroken
        case .agreementSettled: return .agreementSettled
        case .chargeMade:
            let charge = try first(ChargeRow.self, row)
            return .chargeCreated(amount: amount ?? .zero, txid: charge?.txid ?? "")
        case .paymentBooked:
            let payment = try first(PaymentRow.self, row)
            return .paymentReceived(amount: amount ?? .zero, endToEndID: payment?.reference)
        case .promiseMade:
            guard let due = detail["due"].flatMap({ CalendarDay(iso: $0) }) else { return nil }
            return .promiseMade(due: due, amount: amount)
        case .promiseKept: return .promiseKept
        case .promiseBroken: return .promiseBroken
        case .caseSettled:
            let debts = try row.debtor.map { try session.debts(debtor: $0) } ?? []
            let contracts = debts.filter { $0.settledAt == row.at }.map(\.contract)
            return contracts.isEmpty
                ? .other("Caso quitado") : .debtSettled(contract: contracts.joined(separator: ", "))
        case .paymentUnmatched: return .other("Pagamento que não foi casado: \(Portuguese.money(amount ?? .zero))")
        default: return nil
        }
    }

    /// Rows of one entry have ids that begin with its number.
    private func isSibling(_ id: Int64, _ row: HistoryRow) -> Bool { entryNumber(of: id) == entryNumber(of: row.id) }

    /// A row that the same entry made.
    private func first<Found: TableRow>(_ type: Found.Type, _ row: HistoryRow) throws -> Found? {
        let from = entryNumber(of: row.id) << 16
        return try session.first(
            Found.self, "WHERE id >= ? AND id < ? ORDER BY id", .integer(from), .integer(from + 1 << 16))
    }

    private static func means(_ detail: [String: String]) -> [String] {
        (detail["data"] ?? "").split(separator: ",").map {
            Words.identityDatum($0.trimmingCharacters(in: .whitespaces))
        }
    }

    /// A call of another program, and what came of it.
    private static func assisted(_ detail: [String: String]) -> String {
        let call = detail["call"] == "rephrase" ? "um texto mais próximo" : "o sentido da mensagem"
        let outcome =
            switch detail["outcome"] ?? "" {
            case "used": "usado"
            case "same": "igual ao nosso"
            case "to_ask": "só vale com confirmação; seguiu sem"
            case "timed_out": "sem resposta a tempo; seguiu sem"
            case "off": "não configurado; seguiu sem"
            case let other: "recusado (\(other)); seguiu sem"
            }
        return "Outro programa, \(call): \(outcome)"
    }

    private static func note(_ detail: [String: String]) -> TimelineEntry.Event? {
        if let text = detail["not_sent"] { return .note("Não foi enviado: “\(text)”") }
        if detail["opt_in"] != nil { return .restrictionLifted(.optOut) }
        if detail["third_party"] != nil { return .note("Outra pessoa respondeu neste número") }
        if let contact = detail["contact_update"] { return .note("Informou outro contato: \(contact)") }
        if detail["scam_doubt"] != nil { return .note("Desconfiou de golpe") }
        if let name = detail["document"] {
            return .note("Documento enviado: \(name) (SHA-256 \(detail["sha256"]?.prefix(12) ?? "")…)")
        }
        if let name = detail["document_not_sent"] { return .note("Documento não enviado agora: \(name)") }
        if detail["abuse"] != nil { return .note("Conversa tensa") }
        if let preference = detail["preference"] { return .note("Preferência no WhatsApp: \(preference)") }
        return detail.isEmpty
            ? nil : .note(detail.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }

    func entry(for row: HistoryRow) throws -> TimelineEntry? {
        try event(row).map { TimelineEntry(at: row.at, event: $0, by: names.person(row.actor)) }
    }
}
