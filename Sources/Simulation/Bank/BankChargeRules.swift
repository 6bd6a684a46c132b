import Channels
import Domain
import Payments

/// What the API demands of a charge's body, read on its own: not with the reader of the program under test.
struct BankChargeRules {
    let kind: PixChargeKind
    private(set) var violations: [(property: String, reason: String)] = []

    init(_ kind: PixChargeKind) { self.kind = kind }

    private var root: String { kind.rawValue }

    mutating func fail(_ property: String, _ reason: String) { violations.append((root + "." + property, reason)) }

    func finish() throws(BankProblem) {
        guard !violations.isEmpty else { return }
        throw BankProblem(
            status: 400, type: kind == .immediate ? "CobOperacaoInvalida" : "CobVOperacaoInvalida",
            detail: "A requisição que busca alterar ou criar uma cobrança não respeita o schema ou está errada.",
            violations: violations)
    }

    /// Checks the whole of a revision.
    mutating func check(_ body: JSONObject, key: String, createdOn: CalendarDay) {
        let value = JSONValue.object(body)
        if value["chave"]?.string != key {
            fail("chave", "O campo cob.chave corresponde a uma conta que não pertence a este usuário recebedor.")
        }
        if (value["solicitacaoPagador"]?.string?.count ?? 0) > 140 {
            fail("solicitacaoPagador", "O campo solicitacaoPagador não respeita o schema.")
        }
        info(value["infoAdicionais"])
        debtor(value["devedor"])
        switch kind {
        case .immediate: immediate(value)
        case .due: due(value, createdOn)
        }
    }

    private mutating func info(_ info: JSONValue?) {
        guard let info else { return }
        let items = info.array ?? []
        let good = items.allSatisfy {
            ($0["nome"]?.string?.count ?? 99) <= 50 && ($0["valor"]?.string?.count ?? 999) <= 200
        }
        if info.array == nil || items.count > 50 || !good {
            fail("infoAdicionais", "O objeto infoAdicionais não respeita o schema.")
        }
    }

    private mutating func debtor(_ debtor: JSONValue?) {
        guard let debtor else {
            if kind == .due { fail("devedor", "O objeto cobv.devedor não respeita o schema.") }
            return
        }
        let documents = [debtor["cpf"]?.string, debtor["cnpj"]?.string].compactMap(\.self)
        let name = debtor["nome"]?.string ?? ""
        if documents.count != 1 || !documents.allSatisfy({ TaxDocument(normalized: $0) != nil }) || name.isEmpty
            || name.count > 200
        {
            fail("devedor", "O objeto devedor não respeita o schema.")
        }
    }

    private mutating func immediate(_ value: JSONValue) {
        if let seconds = value["calendario"]?["expiracao"], (seconds.integer ?? 0) <= 0 {
            fail("calendario.expiracao", "O campo cob.calendario.expiracao é igual ou menor que zero.")
        }
        original(value)
    }

    private mutating func original(_ value: JSONValue) {
        guard let money = BankChargeRules.money(value["valor"]?["original"]) else {
            return fail("valor.original", "O campo valor.original não respeita o schema.")
        }
        if money == .zero { fail("valor.original", "O campo valor.original é zero.") }
    }

    private mutating func due(_ value: JSONValue, _ createdOn: CalendarDay) {
        original(value)
        guard let due = value["calendario"]?["dataDeVencimento"]?.string.flatMap({ CalendarDay(iso: $0) }) else {
            return fail("calendario.dataDeVencimento", "O campo não respeita o schema.")
        }
        if due < createdOn {
            fail("calendario.dataDeVencimento", "O campo é anterior à data de criação da cobrança.")
        }
        if let days = value["calendario"]?["validadeAposVencimento"], (days.integer ?? -1) < 0 {
            fail("calendario.validadeAposVencimento", "O campo é menor do que zero.")
        }
        guard let terms = BankChargeRules.terms(value) else {
            return fail("valor", "O objeto valor apresenta multa, juros, abatimento ou desconto fora do schema.")
        }
        if let rebate = terms.rebate, BankChargeRules.isWhole(rebate, terms.original) {
            fail("valor.abatimento", "Representa um valor maior ou igual ao valor da cobrança ou a 100%.")
        }
        guard case .until(let steps) = terms.discount else { return }
        if steps.contains(where: { BankChargeRules.isWhole($0.value, terms.original) }) {
            fail("valor.desconto", "Representa um valor maior ou igual ao valor da cobrança ou a 100%.")
        }
        if steps.contains(where: { $0.day > due }) {
            fail("valor.desconto", "Apresenta data posterior à data de vencimento.")
        }
    }

    private static func isWhole(_ value: PixValue, _ original: Money) -> Bool {
        switch value {
        case .amount(let money): money >= original
        case .percent(let percentage): percentage >= .whole
        }
    }

    /// Exactly `\d{1,10}\.\d{2}`, as text.
    static func money(_ value: JSONValue?) -> Money? {
        guard let text = value?.string, let dot = text.utf8.firstIndex(of: UInt8(ascii: ".")),
            text.utf8.distance(from: dot, to: text.utf8.endIndex) == 3
        else { return nil }
        return Money(bankDecimal: text)
    }

    /// The terms of a charge with a due date; nil where something is not as the API has it.
    static func terms(_ body: JSONValue) -> PixDueTerms? {
        guard let due = body["calendario"]?["dataDeVencimento"]?.string.flatMap({ CalendarDay(iso: $0) }),
            let value = body["valor"], let original = money(value["original"])
        else { return nil }
        let days = body["calendario"]?["validadeAposVencimento"]?.integer ?? 30
        var terms = PixDueTerms(original: original, due: due, validDaysAfterDue: Int(clamping: max(0, min(days, 9999))))
        if let fine = value["multa"] {
            guard let read = plain(fine) else { return nil }
            terms.fine = read
        }
        if let rebate = value["abatimento"] {
            guard let read = plain(rebate) else { return nil }
            terms.rebate = read
        }
        if let interest = value["juros"] {
            guard let read = self.interest(interest) else { return nil }
            terms.interest = read
        }
        if let discount = value["desconto"] {
            guard let read = self.discount(discount) else { return nil }
            terms.discount = read
        }
        return terms
    }

    private static func plain(_ object: JSONValue) -> PixValue? {
        value(object["modalidade"]?.integer, object["valorPerc"])
    }

    private static func value(_ modality: Int64?, _ text: JSONValue?) -> PixValue? {
        guard let money = money(text) else { return nil }
        switch modality {
        case 1: return .amount(money)
        case 2: return .percent(Percentage(micros: money.cents * 10_000))
        default: return nil
        }
    }

    private static func interest(_ object: JSONValue) -> PixInterest? {
        guard let money = money(object["valorPerc"]) else { return nil }
        let percentage = Percentage(micros: money.cents * 10_000)
        switch object["modalidade"]?.integer {
        case 1: return .amountPerDay(money, .calendar)
        case 2: return .percent(percentage, per: .day, .calendar)
        case 3: return .percent(percentage, per: .month, .calendar)
        case 4: return .percent(percentage, per: .year, .calendar)
        case 5: return .amountPerDay(money, .business)
        case 6: return .percent(percentage, per: .day, .business)
        case 7: return .percent(percentage, per: .month, .business)
        case 8: return .percent(percentage, per: .year, .business)
        default: return nil
        }
    }

    private static func discount(_ object: JSONValue) -> PixDiscount? {
        let modality = object["modalidade"]?.integer
        switch modality {
        case 1, 2:
            guard object["valorPerc"] == nil, let items = object["descontoDataFixa"]?.array,
                (1...3).contains(items.count)
            else { return nil }
            var steps: [PixDiscountStep] = []
            for item in items {
                guard let day = item["data"]?.string.flatMap({ CalendarDay(iso: $0) }),
                    let value = value(modality, item["valorPerc"])
                else { return nil }
                steps.append(PixDiscountStep(day: day, value: value))
            }
            return .until(steps)
        case 3, 4, 5, 6:
            guard object["descontoDataFixa"] == nil,
                let value = value((modality ?? 0) < 5 ? 1 : 2, object["valorPerc"])
            else { return nil }
            return .perDayEarly(value, (modality ?? 0) % 2 == 1 ? .calendar : .business)
        default: return nil
        }
    }
}
