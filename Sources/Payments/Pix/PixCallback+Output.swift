import Domain

/// The callback's body as a bank writes it.
struct PixCallbackOutput: Encodable {
    let pix: [PixItemOutput]
}

struct PixItemOutput: Encodable {
    let endToEndId: String
    let txid: String?
    let chave: String?
    let valor: String
    let componentesValor: WireComponents?
    let horario: String
    let infoPagador: String?
    let pagador: Payer?
    let devolucoes: [Refund]?

    struct Payer: Encodable {
        let nome: String?
        let cpf: String?
        let cnpj: String?
    }

    struct Refund: Encodable {
        let id: String
        let rtrId: String?
        let valor: String
        let natureza: String?
        let motivo: String?
        let horario: Times
        let status: String
    }

    struct Times: Encodable {
        let solicitacao: String?
        let liquidacao: String?
    }

    init(_ payment: PixReceived) {
        endToEndId = payment.endToEndID
        txid = payment.txid?.text
        chave = payment.key
        valor = payment.amount.bankDecimal
        componentesValor = payment.components.map(WireComponents.init)
        horario = payment.at.description
        infoPagador = payment.payerInfo
        pagador = payment.payer.map { payer in
            // A CNPJ has fourteen characters, masked or not.
            let isCompany = (payer.document?.count ?? 0) >= 14 && payer.document?.contains("/") != false
            let company = isCompany || payer.document?.count == 14
            return Payer(
                nome: payer.name, cpf: company ? nil : payer.document, cnpj: company ? payer.document : nil)
        }
        devolucoes =
            payment.refunds.isEmpty
            ? nil
            : payment.refunds.map { refund in
                Refund(
                    id: refund.id, rtrId: refund.returnID, valor: refund.amount.bankDecimal, natureza: refund.nature,
                    motivo: refund.reason,
                    horario: Times(
                        solicitacao: refund.requestedAt?.description, liquidacao: refund.settledAt?.description),
                    status: refund.status.word)
            }
    }
}
