import Domain

/// `valor` of a charge, in both directions.
struct WireChargeValue: Codable {
    struct Modal: Codable {
        var modalidade: WireInteger
        var valorPerc: WireAmount?
        var descontoDataFixa: [Step]?
    }

    struct Step: Codable {
        var data: CalendarDay
        var valorPerc: WireAmount
    }

    var original: WireAmount?
    var multa: Modal?
    var juros: Modal?
    var abatimento: Modal?
    var desconto: Modal?

    init(original: Money) { self.original = WireAmount(original) }

    init(_ terms: PixDueTerms) {
        original = WireAmount(terms.original)
        multa = terms.fine.map(Self.modal)
        juros = terms.interest.map { Modal(modalidade: WireInteger($0.modality), valorPerc: $0.wire) }
        abatimento = terms.rebate.map(Self.modal)
        desconto = terms.discount.map { discount in
            switch discount {
            case .until(let steps):
                Modal(
                    modalidade: WireInteger(steps.first?.value.modality ?? 1),
                    descontoDataFixa: steps.sorted { $0.day < $1.day }.map {
                        Step(data: $0.day, valorPerc: $0.value.wire)
                    })
            case .perDayEarly(let value, let days):
                Modal(
                    modalidade: WireInteger(1 + 2 * value.modality + (days == .business ? 1 : 0)),
                    valorPerc: value.wire)
            }
        }
    }

    private static func modal(_ value: PixValue) -> Modal {
        Modal(modalidade: WireInteger(value.modality), valorPerc: value.wire)
    }

    /// The terms; nil where a modality is one that the API does not have.
    func terms(due: CalendarDay, validDaysAfterDue: Int) -> PixDueTerms? {
        guard let original else { return nil }
        var terms = PixDueTerms(original: original.money, due: due, validDaysAfterDue: validDaysAfterDue)
        if let multa {
            guard let value = PixValue(multa) else { return nil }
            terms.fine = value
        }
        if let juros {
            guard let value = PixInterest(juros) else { return nil }
            terms.interest = value
        }
        if let abatimento {
            guard let value = PixValue(abatimento) else { return nil }
            terms.rebate = value
        }
        if let desconto {
            guard let value = PixDiscount(desconto) else { return nil }
            terms.discount = value
        }
        return terms
    }
}

extension PixValue {
    var modality: Int {
        switch self {
        case .amount: 1
        case .percent: 2
        }
    }

    /// A percentage is written like an amount: `2.00`.
    var wire: WireAmount {
        switch self {
        case .amount(let money): WireAmount(money)
        case .percent(let percentage): WireAmount(Money(cents: percentage.micros / 10_000))
        }
    }

    init?(modality: Int, _ value: WireAmount) {
        switch modality {
        case 1: self = .amount(value.money)
        case 2: self = .percent(Percentage(micros: value.money.cents * 10_000))
        default: return nil
        }
    }

    init?(_ modal: WireChargeValue.Modal) {
        guard let value = modal.valorPerc else { return nil }
        self.init(modality: modal.modalidade.value, value)
    }
}

extension PixInterest {
    var modality: Int {
        switch self {
        case .amountPerDay(_, let days): days == .calendar ? 1 : 5
        case .percent(_, let period, let days):
            (period == .day ? 2 : period == .month ? 3 : 4) + (days == .calendar ? 0 : 4)
        }
    }

    var wire: WireAmount {
        switch self {
        case .amountPerDay(let money, _): WireAmount(money)
        case .percent(let percentage, _, _): PixValue.percent(percentage).wire
        }
    }

    init?(_ modal: WireChargeValue.Modal) {
        guard let value = modal.valorPerc, (1...8).contains(modal.modalidade.value) else { return nil }
        let days = modal.modalidade.value <= 4 ? PixDays.calendar : .business
        let percentage = Percentage(micros: value.money.cents * 10_000)
        switch (modal.modalidade.value - 1) % 4 {
        case 0: self = .amountPerDay(value.money, days)
        case 1: self = .percent(percentage, per: .day, days)
        case 2: self = .percent(percentage, per: .month, days)
        default: self = .percent(percentage, per: .year, days)
        }
    }
}

extension PixDiscount {
    init?(_ modal: WireChargeValue.Modal) {
        let modality = modal.modalidade.value
        switch modality {
        case 1, 2:
            var steps: [PixDiscountStep] = []
            for step in modal.descontoDataFixa ?? [] {
                guard let value = PixValue(modality: modality, step.valorPerc) else { return nil }
                steps.append(PixDiscountStep(day: step.data, value: value))
            }
            guard !steps.isEmpty else { return nil }
            self = .until(steps)
        case 3...6:
            guard let wire = modal.valorPerc, let value = PixValue(modality: modality < 5 ? 1 : 2, wire) else {
                return nil
            }
            self = .perDayEarly(value, modality % 2 == 1 ? .calendar : .business)
        default: return nil
        }
    }
}

struct WireCalendar: Codable {
    var expiracao: WireInteger?
    var dataDeVencimento: CalendarDay?
    var validadeAposVencimento: WireInteger?
    var criacao: WireInstant?
}

struct WireLocation: Codable {
    var id: Int64?
    var location: String?
    var tipoCob: String?
    var txid: String?
    var criacao: WireInstant?
}

struct WireInfo: Codable {
    let nome: String
    let valor: String
}

/// The body of `PUT /cob`, `PUT /cobv`, `PATCH /cobv`, and an item of a batch.
struct WireChargeBody: Encodable {
    var txid: String?
    var calendario: WireCalendar
    var devedor: WirePerson?
    var loc: WireLocation?
    var valor: WireChargeValue
    var chave: String?
    var solicitacaoPagador: String?
    var infoAdicionais: [WireInfo]?

    init(_ charge: PixImmediateCharge) {
        calendario = WireCalendar(expiracao: WireInteger(charge.expiresAfterSeconds))
        devedor = charge.debtor.map { WirePerson($0.document, name: $0.name) }
        loc = charge.locationID.map { WireLocation(id: $0, tipoCob: "cob") }
        valor = WireChargeValue(original: charge.amount)
        chave = charge.key.text
        solicitacaoPagador = charge.message
        infoAdicionais = Self.info(charge.info)
    }

    init(_ charge: PixDueCharge, txid: PixTxid? = nil) {
        self.init(charge.terms)
        self.txid = txid?.text
        devedor = WirePerson(charge.debtor.document, name: charge.debtor.name)
        loc = charge.locationID.map { WireLocation(id: $0, tipoCob: "cobv") }
        chave = charge.key.text
        solicitacaoPagador = charge.message
        infoAdicionais = Self.info(charge.info)
    }

    init(_ terms: PixDueTerms) {
        calendario = WireCalendar(
            dataDeVencimento: terms.due, validadeAposVencimento: WireInteger(terms.validDaysAfterDue))
        valor = WireChargeValue(terms)
    }

    private static func info(_ info: [PixInfo]) -> [WireInfo]? {
        info.isEmpty ? nil : info.map { WireInfo(nome: $0.name, valor: $0.value) }
    }
}

struct WireBatchBody: Encodable {
    let descricao: String
    let cobsv: [WireChargeBody]
}

struct WireRemoval: Encodable {
    let status = PixChargeStatus.removedByUs.rawValue
}
