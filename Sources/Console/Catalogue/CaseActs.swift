import Domain

extension Phrase {
    static let caseForms = Phrase("Registrar")
    static let takePayment = Phrase("Pagamento recebido por fora")
    static let takePaymentHint = Phrase("No balcão ou por transferência. O que o banco avisa entra sozinho.")
    static let amountInReais = Phrase("Valor (R$)")
    static let paidOn = Phrase("Dia em que pagou")
    static let paymentNote = Phrase("Como pagou")
    static let bookPayment = Phrase("Registrar pagamento")
    static let clientMeans = Phrase("Renda do cliente")
    static let clientMeansHint = Phrase("O que o cliente contou. Nenhum plano pede mais do que sobra.")
    static let monthlyIncome = Phrase("Renda líquida por mês (R$)")
    static let monthlyCommitments = Phrase("Já comprometido por mês (R$)")
    static let keepMeans = Phrase("Guardar renda")
    static let makeAgreement = Phrase("Acordo dentro da sua alçada")
    static let makeAgreementHint = Phrase(
        "Vale o que a política permite para o seu papel, e o sim do cliente na conversa.")
    static let agreementTotal = Phrase("Total à vista, no máximo (R$)")
    static let agreementCount = Phrase("Parcelas")
    static let agreementDown = Phrase("Entrada (R$)")
    static let agreementFirst = Phrase("Primeiro pagamento")
    static let agreementYes = Phrase("O sim do cliente")
    static let bookAgreement = Phrase("Fechar acordo")

    package static let noticePaymentTaken = Phrase("O pagamento está registrado.")
    package static let noticeMeansKept = Phrase("A renda está guardada.")
    package static let noticeAgreed = Phrase("O acordo está fechado.")
    package static let noticeBadAmount = Phrase("Não deu certo: escreva o valor como 1.234,56.")
    package static let noticeBadDay = Phrase("Não deu certo: escolha um dia que exista.")
    package static let noticePaymentNotTaken = Phrase(
        "Não deu certo: o pagamento não pode ser do futuro, e o título precisa ser deste caso. Nada foi mudado.")
    package static let noticeMeansNotKept = Phrase("Não deu certo: não há conversa com este cliente.")
    package static let noticeNotAgreed = Phrase(
        "Não deu certo: a identidade não está confirmada, falta o sim na conversa, ou a política não permite isto para o "
            + "seu papel. Nada foi fechado.")
}
