package import Domain
import Payments
package import Store

/// The books as lines for accounting: one for each posting, in the order in which they were booked.
///
/// The lines are read and written in parts, so a year of a large portfolio needs no more memory than a day.
package struct LedgerExport: Sendable {
    /// Nil for all creditors.
    package let creditor: CreditorID?
    /// The first and the last day, of when the entries were booked, at the creditor's office. Nil for no limit.
    package let from: CalendarDay?
    package let to: CalendarDay?
    package let zone: Zone

    package init(creditor: CreditorID?, from: CalendarDay?, to: CalendarDay?, zone: Zone) {
        self.creditor = creditor
        self.from = from
        self.to = to
        self.zone = zone
    }

    /// What was written.
    package struct Totals: Hashable, Sendable {
        package var postings = 0
        package var entries = 0
        package var debit = Money.zero
        package var credit = Money.zero

        package init() {}
    }

    package static let header = CSVText.line([
        "day", "booked_at", "entry", "event", "account", "account_name", "debit", "credit", "creditor", "debtor",
        "contract", "payment", "memo",
    ])

    private static let entriesPerPart = 500

    /// Writes all lines, the header first.
    package func write(_ session: Session, _ out: (String) throws -> Void) throws -> Totals {
        try out(LedgerExport.header)
        var totals = Totals()
        var names = Names(session: session)
        var last: Int64 = 0
        while true {
            let entries = try part(after: last, session)
            guard let first = entries.first, let end = entries.last else { return totals }
            let postings = Dictionary(
                grouping: try session.select(
                    PostingRow.self, "WHERE entry >= ? AND entry <= ? ORDER BY id", .id(first.id), .id(end.id)),
                by: \.entry)
            for entry in entries {
                totals.entries += 1
                for posting in postings[entry.id] ?? [] {
                    totals.postings += 1
                    if posting.amount > .zero {
                        totals.debit += posting.amount
                    } else {
                        totals.credit -= posting.amount
                    }
                    try out(try line(posting, entry, &names))
                }
            }
            last = end.id.rawValue
        }
    }

    private func part(after last: Int64, _ session: Session) throws -> [LedgerEntryRow] {
        var (condition, values) = ("WHERE id > ?", [SQLValue.integer(last)])
        if let creditor {
            condition += " AND creditor = ?"
            values.append(.id(creditor))
        }
        if let from {
            condition += " AND at >= ?"
            values.append(.timestamp(zone.instant(from)))
        }
        if let to {
            condition += " AND at < ?"
            values.append(.timestamp(zone.instant(to.adding(days: 1))))
        }
        return try session.select(
            LedgerEntryRow.self, condition + " ORDER BY id LIMIT \(LedgerExport.entriesPerPart)", values: values)
    }

    private func line(_ posting: PostingRow, _ entry: LedgerEntryRow, _ names: inout Names) throws -> String {
        let contract = try posting.debt.map { try names.contract($0) } ?? ""
        let payment = try posting.payment.map { try names.payment($0) } ?? ""
        return CSVText.line([
            entry.day.iso, entry.at.rfc3339(in: zone), entry.id.description, entry.kind, posting.account.rawValue,
            posting.account.accountingName,
            posting.amount > .zero ? posting.amount.bankDecimal : "",
            posting.amount > .zero ? "" : (-posting.amount).bankDecimal,
            try names.creditor(posting.creditor), posting.debtor?.description ?? "", contract, payment,
            entry.event.memo,
        ])
    }

    /// Names that many lines share, read once.
    private struct Names {
        let session: Session
        private var creditors: [CreditorID: String] = [:]
        private var contracts: [DebtID: String] = [:]
        private var payments: [PaymentID: String] = [:]

        init(session: Session) { self.session = session }

        mutating func creditor(_ id: CreditorID) throws -> String {
            if let known = creditors[id] { return known }
            let key = try session.find(CreditorRow.self, .id(id))?.key ?? ""
            creditors[id] = key
            return key
        }

        mutating func contract(_ id: DebtID) throws -> String {
            if let known = contracts[id] { return known }
            if contracts.count >= Names.keptAtMost { contracts.removeAll(keepingCapacity: true) }
            let contract = try session.find(DebtRow.self, .id(id))?.contract ?? ""
            contracts[id] = contract
            return contract
        }

        mutating func payment(_ id: PaymentID) throws -> String {
            if let known = payments[id] { return known }
            if payments.count >= Names.keptAtMost { payments.removeAll(keepingCapacity: true) }
            let reference = try session.find(PaymentRow.self, .id(id))?.reference ?? ""
            payments[id] = reference
            return reference
        }

        private static let keptAtMost = 4096
    }
}

extension LedgerAccount {
    /// As a Brazilian accountant calls it.
    package var accountingName: String {
        switch self {
        case .principal: "Principal a receber"
        case .fine: "Multa a receber"
        case .interest: "Juros a receber"
        case .correction: "Correção monetária a receber"
        case .agreement: "Acordos a receber"
        case .cash: "Banco"
        case .contested: "Valores bloqueados em contestação"
        case .overpayment: "Créditos de clientes (pagos a mais)"
        case .unmatched: "Recebimentos a identificar"
        case .refunds: "Devoluções pedidas ao banco"
        case .placed: "Títulos entregues para cobrança"
        case .chargesEarned: "Encargos apropriados"
        case .discountGranted: "Descontos concedidos"
        case .writtenOff: "Baixados como perda"
        }
    }
}

extension LedgerEvent {
    /// What happened, in words, for the line's memo.
    package var memo: String {
        switch self {
        case .placed: "Título entra nos livros"
        case .corrected: "Correção do valor pelo credor"
        case .accrued(_, let charges): "Encargos até \(Portuguese.date(charges.through))"
        case .discounted: "Desconto"
        case .writtenOff: "Baixa como perda"
        case .writeOffReversed: "Baixa como perda desfeita"
        case .paid: "Pagamento recebido"
        case .assigned: "Pagamento destinado"
        case .released: "Pagamento sai para os livros do seu dono"
        case .refundRequested: "Devolução pedida"
        case .refundConfirmed: "Devolução confirmada pelo banco"
        case .refundFailed: "Devolução recusada pelo banco"
        case .contested: "Valor bloqueado por contestação"
        case .contestUpheld: "Contestação aceita"
        case .contestRejected: "Contestação recusada"
        case .agreed: "Acordo firmado"
        case .agreementAccrued: "Encargos de parcela em atraso"
        case .broken: "Acordo quebrado"
        }
    }
}
