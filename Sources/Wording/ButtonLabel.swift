/// What stands on a button, a list's opener or a list row: at most 20 characters on buttons, 24 in rows.
package enum ButtonLabel: String, CaseIterable, Hashable, Sendable {
    case isMe, isNotMe, cannotTalk
    case seeOptions, payNow, otherProposal, talkToPerson
    case confirm, acceptOffer
    case changeDate, sendPix, alreadyPaid
    case notMine, wrongAmount, cancelled, fraud
    case smallerInstallment, payLater, pause
    case keepAgreement, cancelAgreement
    case notNow, stopMessages
    case thatDay, nextDay
    case score1, score2, score3, score4, score5, answer

    package func title(in tongue: Tongue) -> String {
        let (portuguese, spanish, english) = titles
        switch tongue {
        case .portuguese: return portuguese
        case .spanish: return spanish
        case .english: return english
        }
    }

    private var titles: (String, String, String) {
        switch self {
        case .isMe: ("Sou eu", "Soy yo", "That's me")
        case .isNotMe: ("Não sou eu", "No soy yo", "Not me")
        case .cannotTalk: ("Agora não posso", "Ahora no puedo", "Not now")
        case .seeOptions: ("Ver opções", "Ver opciones", "See options")
        case .payNow: ("Pagar à vista", "Pagar ahora", "Pay in full")
        case .otherProposal: ("Outra proposta", "Otra propuesta", "Another proposal")
        case .talkToPerson: ("Falar com pessoa", "Hablar con persona", "Talk to a person")
        case .confirm: ("Confirmo", "Confirmo", "I confirm")
        case .acceptOffer: ("Aceito", "Acepto", "I accept")
        case .changeDate: ("Mudar a data", "Cambiar la fecha", "Change the date")
        case .sendPix: ("Mandar o Pix agora", "Enviar el Pix", "Send the Pix now")
        case .alreadyPaid: ("Já paguei", "Ya pagué", "Already paid")
        default: laterTitles
        }
    }

    private var laterTitles: (String, String, String) {
        switch self {
        case .notMine: ("Não fui eu que comprei", "No lo compré yo", "I did not buy it")
        case .wrongAmount: ("O valor está errado", "El valor está mal", "The amount is wrong")
        case .cancelled: ("Cancelei a compra", "Cancelé la compra", "I cancelled it")
        case .fraud: ("Usaram meus dados", "Usaron mis datos", "Someone used my data")
        case .smallerInstallment: ("Parcela menor", "Cuota menor", "Smaller installment")
        case .payLater: ("Pagar mais tarde", "Pagar más tarde", "Pay later")
        case .pause: ("Dar um tempo", "Hacer una pausa", "Take a break")
        case .keepAgreement: ("Manter o acordo", "Mantener acuerdo", "Keep it")
        case .cancelAgreement: ("Cancelar o acordo", "Cancelar acuerdo", "Cancel it")
        case .notNow: ("Agora não", "Ahora no", "Not now")
        case .stopMessages: ("Não receber mais", "No recibir más", "Stop messages")
        case .thatDay: ("Nesse dia mesmo", "Ese mismo día", "That very day")
        case .nextDay: ("Próximo dia útil", "Próximo día hábil", "Next business day")
        case .score1: ("1 – muito ruim", "1 – muy malo", "1 – very bad")
        case .score2: ("2 – ruim", "2 – malo", "2 – bad")
        case .score3: ("3 – mais ou menos", "3 – regular", "3 – fair")
        case .score4: ("4 – bom", "4 – bueno", "4 – good")
        case .score5: ("5 – muito bom", "5 – muy bueno", "5 – very good")
        default: ("Dar nota", "Dar nota", "Rate")
        }
    }
}
