import Documents
import Domain
import Negotiation
import Store

/// Papers that follow money: the term of an agreement, and the receipt of a payment. Both go unasked, once, and only to who
/// has proved to be the debtor.
extension CollectionEngine {
    func drawAgreementTerm(
        _ offer: Offer, _ agreement: AgreementRow, _ evidence: MessageID?, _ rules: BreakRules,
        _ row: ConversationRow, _ party: Party, _ context: EntryContext
    ) throws {
        guard let debtor = party.debtor, isProven(party.contactPoint, context.now) else { return }
        let terms = offer.terms
        let debts = try terms.lines.compactMap { line in
            try context.session.find(DebtRow.self, .id(line.debt)).map { debt in
                AgreementOrder.Debt(
                    contract: debt.contract, product: debt.product, due: debt.dueDay,
                    principal: line.balance.principal, charges: line.balance.total - line.balance.principal)
            }
        }
        guard !debts.isEmpty else { return }
        let yes = try evidence.flatMap { try context.session.find(MessageRow.self, .id($0)) }
        let charges = party.settings.lateCharges
        let order = AgreementOrder(
            agreedOn: party.zone.day(agreement.acceptedAt), debts: debts,
            payments: terms.payments.map {
                AgreementOrder.Payment(number: $0.number, due: $0.due, amount: $0.amount, interest: $0.interest)
            },
            interestPerMonth: terms.interestPerMonth, yearlyCost: offer.cost?.annual, fine: charges.fine,
            monthlyInterest: charges.monthlyInterest, graceBusinessDays: rules.graceBusinessDays,
            keepsDiscount: rules.keepsDiscount,
            acceptance: yes.map {
                AgreementOrder.Acceptance(at: $0.at, messageID: $0.providerID ?? "\($0.id)", words: $0.body)
            }, termsHash: terms.fingerprint)
        _ = try draw(.agreement(order), caption: PaperCaption.agreement, isCourtesy: true, row, party, debtor, context)
    }

    /// The receipt of a payment that has found its place, from what the books say it settled. Once a payment, however often
    /// it is told or moved.
    func drawReceipt(
        _ payment: PaymentRow, _ books: DebtorBooks, _ row: ConversationRow, _ party: Party, _ context: EntryContext
    ) throws {
        guard let debtor = party.debtor, isProven(party.contactPoint, context.now),
            try context.session.markSeen("paper:receipt:\(payment.id)", entry: context.entry.seq)
        else { return }
        let postings = books.ledger.entries.flatMap(\.postings).filter { $0.payment == payment.id }
        var parts: [ReceiptOrder.Part] = []
        for debt in try context.session.debts(debtor: debtor.id) {
            let own = postings.filter { $0.subject == .debt(debt.id) }
            let principal = -own.filter { $0.account == .principal }.map(\.amount).sum()
            let charges = -own.filter { [.fine, .interest, .correction].contains($0.account) }.map(\.amount).sum()
            guard principal + charges > .zero else { continue }
            parts.append(ReceiptOrder.Part(contract: debt.contract, principal: principal, charges: charges))
        }
        // What pays an agreement is not parted: the plan says what of it is interest.
        for agreement in try context.session.agreements(debtor: debtor.id) {
            let paid = -postings.filter { $0.subject == .agreement(agreement.id) && $0.account == .agreement }
                .map(\.amount).sum()
            guard paid > .zero else { continue }
            let contracts = try context.session.agreementDebts(agreement: agreement.id).compactMap {
                try context.session.find(DebtRow.self, .id($0.debt))?.contract
            }
            parts.append(
                ReceiptOrder.Part(contract: contracts.joined(separator: ", "), principal: paid, charges: .zero))
        }
        guard !parts.isEmpty else { return }
        let order = ReceiptOrder(
            amount: payment.amount, paidAt: payment.paidAt, means: ReceiptOrder.Means(ofReference: payment.reference),
            parts: parts, remaining: books.ledger.balances.owed)
        _ = try draw(.receipt(order), caption: PaperCaption.receipt, isCourtesy: true, row, party, debtor, context)
    }
}

extension ReceiptOrder.Means {
    /// By the payment's name, as a closing tells the ways apart.
    fileprivate init(ofReference reference: String) {
        if reference.hasPrefix("cnab:") {
            self = .boleto(number: reference.split(separator: ":").last.map(String.init) ?? reference)
        } else if reference.hasPrefix("manual:") {
            self = .byHand
        } else {
            self = .pix(endToEndID: reference)
        }
    }
}
