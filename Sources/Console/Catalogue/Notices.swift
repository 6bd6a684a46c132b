/// What the header's strips say.
extension Phrase {
    static let warningRemedy = Phrase("Ver o que fazer")
    static func accountOf(_ name: String) -> Phrase { Phrase("Conta de \(name)") }

    static func warning(_ matter: DayWarning.Matter, _ frame: Frame) -> Phrase {
        switch matter {
        case .numberRestricted(let phone):
            Phrase("O WhatsApp restringiu o número \(phone). Só respostas saem até ele ser liberado.")
        case .templatePaused(let name):
            Phrase("O WhatsApp pausou o modelo \(name). Os passos que o usam esperam.")
        case .contactLimitReached(let until):
            if let until {
                Phrase(
                    "O limite de contatos novos do WhatsApp foi usado. Os próximos saem a partir de "
                        + Format.short(until, now: frame.now, in: frame.zone) + ".")
            } else {
                Phrase("O limite de contatos novos do WhatsApp foi usado. Os próximos saem quando ele renovar.")
            }
        case .paymentsOff:
            Phrase("O Pix está desligado. As conversas seguem, mas nenhum código é gerado.")
        case .whatsappOff:
            Phrase("O WhatsApp está desligado. Nada é enviado até ele ser configurado.")
        case .deliveryBehind(let waiting):
            Phrase("\(Format.number(waiting)) envios esperam mais que o normal.")
        }
    }

    package static func noticeTakenOver(name: String) -> Phrase {
        Phrase("A conversa com \(name) agora é sua. O assistente não escreve mais até você devolver.")
    }
    package static func noticeHandedBack(name: String) -> Phrase {
        Phrase("O assistente voltou a responder \(name).")
    }
    package static func noticeAlreadyTaken(by name: String) -> Phrase {
        Phrase("\(name) assumiu esta conversa antes. Nada foi mudado.")
    }
    package static let noticeMessageQueued = Phrase("Mensagem na fila de envio.")
    package static let noticeReadingCorrected = Phrase("Correção guardada. O próximo modelo aprende com ela.")
    package static let noticeNotAMeaning = Phrase(
        "Não deu certo: escolha o que a mensagem quer dizer, sem repetir, e tente de novo.")
    package static let noticeNotOwner = Phrase("Não deu certo: a conversa não está com você. Assuma antes de escrever.")
    package static let noticeWindowClosed = Phrase(
        "Não deu certo: a janela de 24 horas está fechada. Só um modelo aprovado pode reabrir a conversa.")
    package static let noticeEmptyMessage = Phrase("Escreva algo antes de enviar.")
    package static func noticeMessageTooLong(limit: Int) -> Phrase {
        Phrase("Não deu certo: a mensagem passa de \(Format.number(limit)) caracteres. Divida em duas.")
    }
    package static func noticeNotAllowed(reason: String) -> Phrase { Phrase("Não foi enviado: \(reason)") }
    package static func noticeImportStarted(file: String) -> Phrase { Phrase("\(file) está sendo lido.") }
    package static let noticeImportWithoutFile = Phrase("Escolha um arquivo CSV antes de enviar.")
    package static let noticeImportWithoutPortfolio = Phrase("Diga em que carteira o arquivo entra.")
    package static func noticeImportFailed(reason: String) -> Phrase { Phrase("O arquivo não foi lido: \(reason)") }
    package static func noticeClockMoved(to text: String) -> Phrase { Phrase("O relógio foi para \(text).") }
    package static let noticePixPaid = Phrase("O banco simulado recebeu o pagamento e avisa em instantes.")
    package static func noticePixRefused(reason: String) -> Phrase { Phrase("O banco simulado recusou: \(reason)") }
    package static let noticeStaleForm = Phrase(
        "A página estava aberta há muito tempo. Nada foi mudado; tente de novo.")
    package static func noticeCreditorChosen(name: String) -> Phrase { Phrase("Mostrando \(name).") }
}
