package import Domain

extension ReceiptReading {
    /// Reads a receipt.
    ///
    /// - Parameters:
    ///   - text: what OCR or the PDF's text layer gave; noise is expected.
    ///   - symbols: the contents of QR codes and barcodes in the picture.
    ///   - day: the day on which it came; slips name their due day relative to it.
    ///   - zone: the payer's; receipts state no zone.
    package init(text: String, symbols: [String] = [], on day: CalendarDay, zone: Zone = .brasilia) {
        let lines = ReceiptText(text)
        self.init()
        code = ReceiptCodes.pixCode(symbols, lines)
        boleto = ReceiptCodes.boleto(symbols, lines)
        endToEndID = ReceiptCodes.endToEndID(symbols, lines)
        status = ReceiptReading.status(lines, hasOrder: code != nil || boleto != nil)
        kind = ReceiptReading.kind(lines, endToEndID: endToEndID, boleto: boleto)
        let parties = ReceiptParties(lines)
        (payee, payer) = (parties.payee, parties.payer)
        readAmount(lines)
        readDay(lines, on: day, zone: zone)
        readInstitution(lines)
        if payee.key == nil, let key = code?.key.flatMap({ try? PixKey($0) }) {
            payee.key = ReceiptField(key, .likely)
        }
    }

    private mutating func readAmount(_ lines: ReceiptText) {
        amount = ReceiptAmounts.paid(in: lines)
        let stated = [code?.amount, boleto.map(\.value.amount)].compactMap { $0 }.filter { $0 > .zero }
        if let found = amount {
            if stated.contains(found.value) { amount = ReceiptField(found.value, .certain) }
        } else if status == .unpaidOrder, let order = stated.first {
            amount = ReceiptField(order, .likely)
        }
    }

    private mutating func readDay(_ lines: ReceiptText, on day: CalendarDay, zone: Zone) {
        let printed = ReceiptDates.best(in: lines)
        let started = endToEndID?.value.at
        if let printed {
            let agrees = started.map { abs(zone.day($0).days(until: printed.day)) <= 1 } ?? false
            // A day ahead of its own receipt was misread, unless it is meant so.
            let isAhead = printed.day > day.adding(days: 1) && status != .scheduled
            let isWeak = printed.isRepaired || isAhead || printed.score < 2
            let confidence: ReceiptConfidence = agrees ? .certain : isWeak ? .guessed : .likely
            paidOn = ReceiptField(printed.day, confidence)
            if let second = printed.second {
                let instant = zone.instant(printed.day).adding(seconds: Int64(second))
                // The id's minute is when the payment was started, in UTC.
                let isSame = started.map { abs($0.milliseconds(until: instant)) <= 15 * 60_000 } ?? false
                paidAt = ReceiptField(instant, isSame ? .certain : min(confidence, .likely))
            }
        } else if let started, let id = endToEndID {
            paidOn = ReceiptField(zone.day(started), min(id.confidence, .likely))
            paidAt = ReceiptField(started, min(id.confidence, .likely))
        }
    }

    private mutating func readInstitution(_ lines: ReceiptText) {
        let fromID = endToEndID.flatMap { ReceiptInstitution.by(ispb: $0.value.ispb)?.name }
        let stated = payer.institution?.value ?? ReceiptInstitution.named(in: lines.whole)?.name
        if let fromID {
            institution = ReceiptField(fromID, stated == fromID ? .certain : .likely)
        } else if let stated {
            institution = ReceiptField(stated, payer.institution == nil ? .guessed : .likely)
        }
    }

    // MARK: What it is

    private static let scheduledWords = [
        "agendad", "agendamento", "programad", "sera debitad", "sera pago", "sera realizad",
    ]
    private static let doneWords = [
        "realizad", "efetuad", "concluid", "efetivad", "pago em", "pagamento confirmado", "enviad", "sucesso",
        "comprovante", "voce pagou", "voce transferiu", "debitado em", "liquidad", "aprovad", "recibo", "valor pago",
        "data do pagamento", "boleto pago",
    ]

    /// Of the page before the last tap, and of codes that wait to be paid.
    private static let orderWords = [
        "revis", "confira os dados", "confirmar", "confirme", "pagar", "pague", "digite sua senha", "escaneie",
        "copia e cola", "copiar codigo", "vencimento",
    ]

    private static func status(_ text: ReceiptText, hasOrder: Bool) -> Status {
        let whole = text.whole
        if ReceiptText.has(
            whole,
            [
                "nao realizad", "nao efetuad", "nao foi realizad", "nao foi efetuad", "nao foi concluid", "cancelad",
                "recusad", "rejeitad", "falhou", "falha n", "negad", "nao autorizad", "saldo insuficiente", "expirad",
            ])
        {
            return .failed
        }
        if ReceiptText.has(whole, ["devolvid", "estornad", "estorno", "devolucao realizada", "reembolsad"]) {
            return .returned
        }
        if text.lines.contains(where: isScheduled) { return .scheduled }
        if ReceiptText.has(
            whole,
            [
                "em analise", "em processamento", "processando", "aguardando", "pendente", "em andamento",
                "sujeito a analise",
            ])
        {
            return .processing
        }
        let words = whole.split(separator: " ")
        if ReceiptText.has(whole, doneWords)
            || words.contains(where: { ReceiptText.isAlike(String($0), "comprovante") })
        {
            return .completed
        }
        return hasOrder || ReceiptText.has(whole, orderWords) ? .unpaidOrder : .unstated
    }

    /// `Agendado para 10/12`, `Pix agendado`, `Comprovante de agendamento`; not `agendado em 1/12 e realizado em 5/12`, and
    /// not the button `Agendar`.
    private static func isScheduled(_ line: ReceiptText.Line) -> Bool {
        if ReceiptText.has(line.folded, scheduledWords) {
            let isDenied = ReceiptText.has(line.folded, ["nao agendad", "sem agendamento"])
            let isCarriedOut = ReceiptText.has(line.folded, ["realizad", "efetivad", "efetuad", "concluid", "pago em"])
            return !isDenied && (!isCarriedOut || ReceiptText.has(line.folded, ["sera "]))
        }
        return line.folded.split(separator: " ").contains {
            ReceiptText.isAlike($0.filter(\.isLetter), "agendamento")
                || ReceiptText.isAlike($0.filter(\.isLetter), "agendado")
                || ReceiptText.isAlike($0.filter(\.isLetter), "agendada")
        }
    }

    private static func kind(
        _ text: ReceiptText, endToEndID: ReceiptField<EndToEndID>?, boleto: ReceiptField<Boleto>?
    ) -> ReceiptField<Kind>? {
        if let endToEndID { return ReceiptField(.pix, endToEndID.confidence == .guessed ? .likely : .certain) }
        if let boleto { return ReceiptField(.boleto, boleto.confidence) }
        let saysBoleto = ReceiptText.has(
            text.whole,
            ["boleto", "codigo de barras", "linha digitavel", "titulo", "pagamento de conta", "pagamento de titulo"])
        if ReceiptText.has(text.whole, ["pix"]) { return ReceiptField(.pix, saysBoleto ? .guessed : .likely) }
        if saysBoleto { return ReceiptField(.boleto, .likely) }
        if ReceiptText.has(text.whole, ["ted ", "ted:", "doc ", "transferencia", "tef "]) {
            return ReceiptField(.transfer, .likely)
        }
        return nil
    }
}
