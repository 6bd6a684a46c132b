import Console
import Domain
import Engine

/// What was read on a receipt, in the desk's words.
enum ReceiptWords {
    static func facts(_ claim: ReceiptClaim) -> [Fact] {
        var facts = [Fact(name: "resultado", value: verdict(claim.verdict))]
        if let amount = claim.amount { facts.append(Fact(name: "valor", value: Portuguese.money(amount))) }
        if let day = claim.paidOn { facts.append(Fact(name: "data", value: Portuguese.date(day))) }
        if let payee = claim.payee { facts.append(Fact(name: "quem recebeu", value: payee)) }
        if let institution = claim.institution { facts.append(Fact(name: "banco", value: institution)) }
        if let id = claim.endToEndID { facts.append(Fact(name: "ID da transação", value: id)) }
        return facts
    }

    /// The verdicts of a comparison.
    private static func verdict(_ name: String) -> String {
        switch name {
        case "matches": "confere com o esperado"
        case "partial": "menos do que o esperado"
        case "other_amount": "valor diferente do esperado"
        case "other_payee": "outro favorecido"
        case "too_old": "anterior à cobrança"
        case "already_booked": "pagamento já registrado"
        case "ambiguous": "serve a mais de uma cobrança"
        case "not_paid_scheduled": "agendado, ainda não pago"
        case "not_paid_processing": "em processamento"
        case "not_paid_failed": "não concluído"
        case "not_paid_returned": "devolvido"
        case "not_paid_unpaidOrder": "código ou boleto a pagar"
        case "unreadable": "não deu para ler"
        default: name
        }
    }
}
