import Dialogue
import Domain
import Payments
import Store

/// What came of the wish for a charge.
enum ChargeMade {
    case made(ChargeFacts)
    /// The bank is asked; its answer comes as an entry.
    case asked
    case impossible
}

extension CollectionEngine {
    /// A charge for a payment: at the creditor's bank where it has one, else a static code of its key.
    func makeCharge(
        _ amount: Money, due: CalendarDay, number: Int?, _ row: ConversationRow, _ party: Party, _ debtor: DebtorRow,
        _ context: EntryContext
    ) throws -> ChargeMade {
        guard let key = party.settings.pixKey, amount > .zero else { return .impossible }
        let session = context.session
        let agreement = try currentAgreement(debtor.id, session)
        let installment = try agreement.flatMap { agreement in
            try session.installments(agreement: agreement.id).first { $0.number == number }
        }
        let today = party.zone.day(context.now)
        // The same code for the same payment: a person who asks twice must not get two.
        func isSame(_ charge: ChargeRow) -> Bool {
            charge.installment == installment?.id && charge.amount == amount && charge.agreement == agreement?.id
                && (agreement != nil || party.zone.day(charge.createdAt) == today)
        }
        if try session.requestedCharges(debtor: debtor.id).contains(where: isSame) { return .asked }
        let soon = context.now.adding(minutes: CollectionEngine.minutesToPayIn)
        if let open = try session.openCharges(debtor: debtor.id).last(where: {
            isSame($0) && ($0.expiresAt.map { $0 > soon } ?? true)
        }) {
            return .made(try chargeFacts(open, due: due, number: number, party, context))
        }
        if let bank = party.settings.pixBank {
            try askBank(
                for: amount, due: due, number: number, agreement: agreement?.id, installment: installment?.id,
                bank: bank, key: key, row, party, debtor, context)
            return .asked
        }
        guard
            let charge = try makeStaticCode(
                amount, agreement: agreement?.id, installment: installment?.id, party, debtor.id, context)
        else { return .impossible }
        try context.record(
            .chargeMade, creditor: party.creditor.id, debtor: debtor.id, ["amount_cents": "\(amount.cents)"])
        return .made(try chargeFacts(charge, due: due, number: number, party, context))
    }

    /// A code is not given out again in the last minutes of its time.
    private static let minutesToPayIn: Int64 = 60

    /// A static Pix code of the creditor's, recognised by its txid when the bank reports the payment; nil where the creditor's
    /// key makes none.
    func makeStaticCode(
        _ amount: Money, agreement: AgreementID?, installment: InstallmentID?, _ party: Party, _ debtor: DebtorID,
        _ context: EntryContext
    ) throws -> ChargeRow? {
        guard let text = party.settings.pixKey, let key = try? PixKey(text) else { return nil }
        let id: ChargeID = try context.nextID()
        let txid = PixTxid(id: id.rawValue, namespace: UInt64(bitPattern: party.creditor.id.rawValue), use: .staticCode)
        guard
            let code = try? BRCode.composeStatic(
                key: key,
                name: BRCode.fitting(
                    party.settings.legalName ?? party.settings.tradeName, max: BRCode.nameLengthMax),
                city: BRCode.fitting(party.settings.pixCity ?? "BRASIL", max: BRCode.cityLengthMax), amount: amount,
                txid: txid)
        else { return nil }
        let charge = ChargeRow(
            id: id, creditor: party.creditor.id, debtor: debtor, agreement: agreement, installment: installment,
            txid: txid.text, amount: amount, payload: code.payload, status: "open", createdAt: context.now)
        try context.session.insert(charge)
        return charge
    }

    func chargeFacts(
        _ charge: ChargeRow, due: CalendarDay, number: Int?, _ party: Party, _ context: EntryContext
    ) throws -> ChargeFacts {
        let picture = try? QRCode(charge.payload)
        let reference = try picture.map {
            try context.session.keep($0.png(scale: 8), mimeType: "image/png", creditor: party.creditor.id)
        }
        return ChargeFacts(
            charge: charge.id, amount: charge.amount, pixCode: charge.payload, qrCode: reference, due: due,
            beneficiaryName: party.settings.legalName ?? party.settings.tradeName,
            beneficiaryDocument: party.settings.cnpj.flatMap { try? CNPJ(parsing: $0) }?.formatted,
            paymentNumber: number)
    }
}
