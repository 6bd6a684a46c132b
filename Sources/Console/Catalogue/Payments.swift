import Domain

extension Phrase {
    static let paymentsTitle = Phrase("Pagamentos a resolver")
    static let paymentsHint = Phrase(
        "Dinheiro que chegou e ainda não tem lugar: sem dono, em dobro ou a mais. Diga que título ele paga, guarde "
            + "como crédito de quem pagou ou devolva.")
    static let noPaymentsWaiting = Phrase("Nenhum pagamento espera por você.")
    static let noPaymentsWaitingRemedy = Phrase(
        "O que o banco avisar sem dono, em dobro ou a mais aparece aqui.")
    static let paymentAmount = Phrase("Valor pago")
    static let paymentOpen = Phrase("Sem lugar")
    static let paymentMatter = Phrase("Motivo")
    static let paymentPayer = Phrase("De quem")
    static let paymentActs = Phrase("O que fazer")
    static let nobodyYet = Phrase("ainda não se sabe")
    static let noOpenDebt = Phrase("Não há título em aberto para receber este valor.")
    static let paysContract = Phrase("Paga o contrato")
    static let payWithIt = Phrase("Usar para pagar")
    static let keepAsCredit = Phrase("Guardar como crédito")
    static let giveBack = Phrase("Devolver")

    static func paymentsWaiting(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 espera" : "\(Format.number(count)) esperam")
    }
    static func contractOwing(_ contract: String, _ owed: Money) -> Phrase {
        Phrase("\(contract), em aberto \(Format.money(owed))")
    }
    static func paymentMatter(_ matter: PaymentToPlace.Matter) -> Phrase {
        switch matter {
        case .unmatched: Phrase("sem dono")
        case .repeated: Phrase("em dobro")
        case .over: Phrase("a mais")
        case .late: Phrase("chegou depois")
        }
    }

    package static let noticePaymentAssigned = Phrase("O valor pagou o título.")
    package static let noticePaymentKept = Phrase("O valor ficou como crédito de quem pagou.")
    package static let noticePaymentRefunded = Phrase("A devolução está pedida. O banco confirma quando ela sair.")
    package static let noticeNoSuchContract = Phrase(
        "Não deu certo: nenhum título em aberto tem esse contrato. Confira e tente de novo.")
    package static let noticePaymentNotPlaced = Phrase(
        "Não deu certo: o pagamento já tem lugar, ou o título não pode receber. Nada foi mudado.")
}
