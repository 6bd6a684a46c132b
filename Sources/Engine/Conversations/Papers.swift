import ContactPolicy
import Dialogue
import Documents
import Domain
import Foundation
import Store
import Wording

/// A paper on its way to a person: what to draw, and which conversation it is for.
struct PaperForConversation: Codable {
    let order: DocumentOrder
    let conversation: ConversationID
    let caption: String
    /// Sent without being asked for, and asked for again at any time: where the gate says no, nobody has to do anything.
    var isCourtesy: Bool?
}

/// Papers that a debtor gets: the statement when asked for; unasked the settlement letter, the term of an agreement, and
/// the receipt of a payment (`Papers+Money.swift`).
///
/// Drawing is an effect; its result comes back as an entry, and then the paper is put to the gate like everything else.
extension CollectionEngine {
    /// The statement of what is owed, or the settlement letter where nothing is.
    /// - Returns: whether a paper is being drawn; false where the creditor's data do not suffice for one.
    func drawWhatIsAsked(_ row: ConversationRow, _ party: Party, _ context: EntryContext) throws -> Bool {
        guard let debtor = party.debtor else { return false }
        let debts = try context.session.debts(debtor: debtor.id)
        let owed = debts.filter { $0.status != "settled" }
        if owed.isEmpty { return try drawSettlementLetter(row, party, context) }
        let day = party.zone.day(context.now)
        let lines = try owed.map { debt in
            let amounts = try amounts(debt, party, day, context.session)
            return DocumentOrder.StatementLine(
                contract: debt.contract, product: debt.product, due: debt.dueDay, principal: amounts.principal,
                balance: amounts.balance)
        }
        let terms = party.settings.lateCharges
        return try draw(
            .statement(day: day, lines: lines, fine: terms.fine, monthlyInterest: terms.monthlyInterest),
            caption: PaperCaption.statement, row, party, debtor, context)
    }

    /// The letter that says that nothing is owed any more: sent unasked when the last debt is settled.
    @discardableResult
    func drawSettlementLetter(_ row: ConversationRow, _ party: Party, _ context: EntryContext) throws -> Bool {
        guard let debtor = party.debtor else { return false }
        let debts = try context.session.debts(debtor: debtor.id)
        guard !debts.isEmpty, debts.allSatisfy({ $0.status == "settled" }) else { return false }
        let paid = try paidByDebt(debts, context)
        let contracts = debts.map { debt in
            DocumentOrder.SettledContract(
                contract: debt.contract, product: debt.product,
                settledOn: party.zone.day(debt.settledAt ?? context.now), paid: paid[debt.id] ?? debt.original)
        }
        return try draw(
            .settlement(contracts: contracts), caption: PaperCaption.settlement, row, party, debtor, context)
    }

    /// What was paid for each debt. An agreement's total is shared among its debts by what was owed for each, the cents
    /// that are left over going to the first.
    private func paidByDebt(_ debts: [DebtRow], _ context: EntryContext) throws -> [DebtID: Money] {
        var paid = try context.session.paid(for: debts.map(\.id)).filter { $0.value > .zero }
        guard let debtor = debts.first?.debtor else { return paid }
        for agreement in try context.session.agreements(debtor: debtor)
        where ["kept", "settled"].contains(agreement.status) {
            let links = try context.session.agreementDebts(agreement: agreement.id)
            let owed = links.map(\.owed).sum()
            guard owed > .zero else { continue }
            var rest = agreement.total
            for link in links.reversed() {
                let isFirst = link.id == links.first?.id
                let share = isFirst ? rest : agreement.total.scaled(by: link.owed.cents, over: owed.cents)
                paid[link.debt] = (paid[link.debt] ?? .zero) + share
                rest -= share
            }
        }
        return paid
    }

    /// - Parameter isCourtesy: see `PaperForConversation`.
    func draw(
        _ paper: DocumentOrder.Paper, caption: [String: String], isCourtesy: Bool = false, _ row: ConversationRow,
        _ party: Party, _ debtor: DebtorRow, _ context: EntryContext
    ) throws -> Bool {
        let settings = party.settings
        // Name, tax number and address stand on every paper (CDC art. 42-A): without them none is made.
        guard let text = settings.cnpj, let document = try? TaxDocument(parsing: text), let address = settings.address,
            let client = TaxDocument(normalized: debtor.document)
        else { return false }
        let language = try state(of: row).language.rawValue
        let order = DocumentOrder(
            paper,
            issuer: DocumentOrder.Issuer(
                name: settings.tradeName, legalName: settings.legalName, document: document, address: address,
                contacts: [settings.officialChannels, settings.complaintsChannel].compactMap { $0 },
                city: settings.pixCity?.capitalized ?? "Brasil"),
            clientName: debtor.name, clientDocument: client, language: language, issued: context.now, zone: party.zone)
        let body = PaperForConversation(
            order: order, conversation: row.id, caption: caption[language] ?? caption["pt-BR"] ?? "",
            isCourtesy: isCourtesy ? true : nil)
        try context.session.queueWork(
            .documentDraw, id: context.nextID(), creditor: party.creditor.id, lane: "paper:\(row.id)",
            body: canonicalJSON(body), notBefore: context.now, validUntil: context.now.adding(days: 1))
        context.noteEffect()
        return true
    }

    /// A paper has been drawn: it goes into the chat if the person there still is the one who has proved it, and the gate
    /// allows; else a colleague is asked to send it.
    func paperFinished(_ result: EffectResult, _ effect: EffectRow, _ context: EntryContext) throws {
        let body = try JSONDecoder().decode(PaperForConversation.self, from: Data(effect.body.utf8))
        guard let row = try context.session.find(ConversationRow.self, .id(body.conversation)) else { return }
        let party = try context.party(conversation: row)
        guard result.outcome == .fetched, let hash = result.fileHash else {
            try context.session.finish(effect, as: .failed)
            return try openTask("document", party, row, context)
        }
        try context.session.finish(effect, as: .done)
        let facts = try conversationFacts(party, context)
        let identity = try state(of: row).identity(
            file: facts.file, contactPoint: party.contactPoint.id, now: context.now)
        let wish = ContactWish(
            purpose: .receipt, discloses: true, identityProven: identity != nil, isFreeForm: true,
            asksForPayment: false,
            step: "document")
        let content = MessageContent.document(
            MediaReference(sha256: hash, mimeType: "application/pdf"), filename: body.order.filename,
            caption: body.caption)
        guard identity != nil,
            try send(
                content, wish, author: "bot", row, party,
                facts: contactFacts(party, conversation: row, context), note: nil, context) != nil
        else { return try paperNotSent(body, party, row, context) }
        // What was given, to the byte: the file of this hash can be shown again.
        try context.record(
            .note, creditor: party.creditor.id, debtor: row.debtor,
            ["document": body.order.filename, "sha256": hash])
    }

    private func paperNotSent(
        _ body: PaperForConversation, _ party: Party, _ row: ConversationRow, _ context: EntryContext
    ) throws {
        guard body.isCourtesy == true else { return try openTask("document", party, row, context) }
        try context.record(
            .note, creditor: party.creditor.id, debtor: row.debtor, ["document_not_sent": body.order.filename])
    }
}

/// What stands under a paper in the chat, by language.
enum PaperCaption {
    static let agreement = [
        "pt-BR": "Este é o termo do nosso acordo, com os valores e as datas. Guarde com você.",
        "es": "Este es el documento de nuestro acuerdo, con los importes y las fechas. Guárdelo.",
        "en": "This is the term of our agreement, with the amounts and the dates. Keep it.",
    ]
    static let receipt = [
        "pt-BR": "Seu recibo deste pagamento.",
        "es": "Su recibo de este pago.",
        "en": "Your receipt of this payment.",
    ]
    static let statement = [
        "pt-BR": "Aqui está o extrato, linha a linha, com o valor de hoje.",
        "es": "Aquí está el detalle, línea por línea, con el valor de hoy.",
        "en": "Here is the statement, line by line, with today's amount.",
    ]
    static let settlement = [
        "pt-BR": "Sua carta de quitação. Guarde com você: ela mostra que está tudo pago.",
        "es": "Su carta de finiquito. Guárdela: muestra que todo está pagado.",
        "en": "Your settlement letter. Keep it: it shows that all is paid.",
    ]
}
