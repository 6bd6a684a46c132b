import Domain

/// Balances and offers as words.
extension Phrasing {
    /// "crediário, contrato final 4321"; what is unknown is left out.
    func product(_ debt: DebtText) -> String {
        let product = debt.product ?? word("conta", "cuenta", "account")
        guard let end = debt.contractEnd else { return product }
        let contract = word("contrato final", "contrato terminado en", "contract ending in")
        return "\(product), \(contract) \(end)"
    }

    /// A debt line by line: what it was, what was added and by which rule, what it is.
    func lines(_ debt: DebtText) -> String {
        var lines = [
            "\(word("Valor original", "Valor original", "Original amount")): \(money(debt.original)) "
                + "(\(word("venceu em", "venció el", "due")) \(shortDate(debt.due)))"
        ]
        if debt.paid > .zero { lines.append("\(word("Já pago", "Ya pagado", "Already paid")): −\(money(debt.paid))") }
        if debt.correction > .zero {
            lines.append("\(word("Correção", "Actualización", "Inflation adjustment")): \(money(debt.correction))")
        }
        if debt.fine > .zero {
            let rate = debt.finePercentage.map { " (\(percent($0)))" } ?? ""
            lines.append("\(word("Multa", "Multa", "Late fee"))\(rate): \(money(debt.fine))")
        }
        if debt.interest > .zero {
            let month = word("ao mês", "al mes", "a month")
            let rate = debt.interestPerMonth.map { " (\(percent($0)) \(month))" } ?? ""
            lines.append("\(word("Juros", "Intereses", "Interest"))\(rate): \(money(debt.interest))")
        }
        lines.append("*\(word("Total hoje", "Total hoy", "Total today")): \(money(debt.total))*")
        return lines.joined(separator: "\n")
    }

    /// Debts in a list are cut after this many; the total still counts all.
    static let debtLinesMax = 6

    /// Several debts, a line each, oldest first as given.
    func lines(_ debts: [DebtText]) -> String {
        var lines = debts.prefix(Phrasing.debtLinesMax).map { debt in
            "• \(product(debt)): \(money(debt.original)) → \(money(debt.total))"
        }
        let more = debts.count - Phrasing.debtLinesMax
        if more > 0 { lines.append("• " + word("e mais \(more)", "y \(more) más", "and \(more) more")) }
        return lines.joined(separator: "\n")
    }

    /// Places of every text that states an offer.
    func values(_ offer: OfferText) -> [String: String] {
        [
            "offer": sentence(offer), "total": money(offer.total),
            "sum": offer.isCash ? "" : "Total: \(money(offer.total)).",
            "saving": offer.saving > .zero ? savingSentence(offer.saving) : "",
            "due": offer.installments.first.map { date($0.due) } ?? "",
            "interest": offer.interestPerMonth > .zero ? interestSentence(offer.interestPerMonth) : "",
        ]
    }

    private func savingSentence(_ saving: Money) -> String {
        let amount = money(saving)
        return word("Você economiza \(amount).", "Ahorras \(amount).", "You save \(amount).")
    }

    private func interestSentence(_ rate: Percentage) -> String {
        let rate = percent(rate)
        return word(
            "Juros do parcelamento: \(rate) ao mês.", "Interés del plan: \(rate) al mes.",
            "Interest of the plan: \(rate) a month.")
    }

    /// All terms of an offer, so that whoever says yes knows to what.
    func sentence(_ offer: OfferText) -> String {
        guard let first = offer.installments.first else { return money(offer.total) }
        if offer.isCash {
            return word(
                "\(money(offer.total)) à vista, por Pix, até \(date(first.due))",
                "\(money(offer.total)) en un solo pago, por Pix, hasta \(date(first.due))",
                "\(money(offer.total)) in one payment, by Pix, by \(date(first.due))")
        }
        var parts: [String] = []
        if let down = offer.down {
            parts.append(
                word(
                    "entrada de \(money(down.amount)) até \(date(down.due))",
                    "entrada de \(money(down.amount)) hasta \(date(down.due))",
                    "\(money(down.amount)) down by \(date(down.due))"))
        }
        parts.append(installments(offer.installments))
        return parts.joined(separator: word(" e ", " y ", " and "))
    }

    /// "3x de R$ 82,74, a primeira em 23/12 e a última em 23/02".
    private func installments(_ payments: [OfferText.Payment]) -> String {
        guard let first = payments.first, let last = payments.last else { return "" }
        let day = shortDate(first.due)
        if payments.count == 1 {
            return word(
                "1 parcela de \(money(first.amount)) em \(day)",
                "1 cuota de \(money(first.amount)) el \(day)", "1 installment of \(money(first.amount)) on \(day)")
        }
        let until = shortDate(last.due)
        let amounts = amounts(payments)
        return word(
            "\(amounts), a primeira em \(day) e a última em \(until)",
            "\(amounts), la primera el \(day) y la última el \(until)",
            "\(amounts), the first on \(day), the last on \(until)")
    }

    /// "10x de R$ 111,78", or "3x (1 de R$ 33,34 e 2 de R$ 33,33)" where a cent differs.
    private func amounts(_ payments: [OfferText.Payment]) -> String {
        var groups: [(count: Int, amount: Money)] = []
        for payment in payments {
            if let last = groups.last, last.amount == payment.amount {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((1, payment.amount))
            }
        }
        let of = word("de", "de", "of")
        let head = "\(payments.count)x"
        guard let first = groups.first, let last = groups.last, groups.count > 1 else {
            return groups.first.map { "\(head) \(of) \(money($0.amount))" } ?? head
        }
        if groups.count == 2 {
            let rest =
                last.count == 1
                ? word(
                    "a última de \(money(last.amount))", "la última de \(money(last.amount))",
                    "the last of \(money(last.amount))")
                : word(
                    "as \(last.count) últimas de \(money(last.amount))",
                    "las últimas \(last.count) de \(money(last.amount))",
                    "the last \(last.count) of \(money(last.amount))")
            return "\(head) \(of) \(money(first.amount)) (\(rest))"
        }
        if groups.count > 3 {
            let (from, to) = (money(first.amount), money(last.amount))
            return word("\(head) de \(from) a \(to)", "\(head) de \(from) a \(to)", "\(head) from \(from) to \(to)")
        }
        let parts = groups.map { "\($0.count) \(of) \(money($0.amount))" }
        return "\(head) (\(parts.joined(separator: word(" e ", " y ", " and "))))"
    }

    /// Title and second line of an offer in a list: at most 24 and 72 characters.
    package func row(_ offer: OfferText) -> (title: String, detail: String) {
        let total = money(offer.total)
        guard let first = offer.installments.first else { return (total, "") }
        if offer.isCash {
            let title = word("À vista \(total)", "Un pago: \(total)", "At once: \(total)")
            let until = word(
                "Até \(shortDate(first.due)).", "Hasta \(shortDate(first.due)).", "By \(shortDate(first.due)).")
            let saving = offer.saving > .zero ? " " + savingSentence(offer.saving) : ""
            return (title, until + saving)
        }
        let largest = money(offer.installments.map(\.amount).max() ?? first.amount)
        let title = word(
            "\(offer.installments.count)x de \(largest)", "\(offer.installments.count)x de \(largest)",
            "\(offer.installments.count)x \(largest)")
        var parts: [String] = []
        if let down = offer.down {
            let day = shortDate(down.due)
            parts.append(
                word(
                    "Entrada \(money(down.amount)) até \(day).", "Entrada \(money(down.amount)) hasta \(day).",
                    "Down \(money(down.amount)) by \(day)."))
        }
        parts.append("\(word("1ª em", "1ª el", "1st on")) \(shortDate(first.due)).")
        parts.append("Total \(total).")
        return (title, parts.joined(separator: " "))
    }

    /// Every option in a line of its own, numbered as a list is tapped, so that a number is an answer.
    func options(_ offers: [OfferText]) -> String {
        offers.enumerated().map { index, offer in
            let text = brief(offer)
            return "\(index + 1). \(text.prefix(1).uppercased())\(text.dropFirst())"
        }.joined(separator: "\n")
    }

    /// An offer in a few words; all its terms are said when it is read back.
    func brief(_ offer: OfferText) -> String {
        guard let first = offer.installments.first else { return money(offer.total) }
        if offer.isCash {
            let price = word(
                "à vista: \(money(offer.total)) até \(shortDate(first.due))",
                "un pago: \(money(offer.total)) hasta \(shortDate(first.due))",
                "at once: \(money(offer.total)) by \(shortDate(first.due))")
            guard offer.saving > .zero else { return price }
            let saving = money(offer.saving)
            return price + word(" (economia de \(saving))", " (ahorras \(saving))", " (you save \(saving))")
        }
        let largest = money(offer.installments.map(\.amount).max() ?? first.amount)
        let isEven = offer.installments.allSatisfy { $0.amount == first.amount }
        let upTo = isEven ? "" : word("até ", "hasta ", "up to ")
        let parts = "\(offer.installments.count)x \(word("de", "de", "of")) \(upTo)\(largest)"
        guard let down = offer.down else { return "\(parts), total \(money(offer.total))" }
        let downText = word(
            "entrada de \(money(down.amount)) + ", "entrada de \(money(down.amount)) + ",
            "\(money(down.amount)) down + ")
        return downText + parts + " (total \(money(offer.total)))"
    }

    /// "R$ 800,00 do valor original, R$ 16,00 de multa e R$ 12,00 de juros"
    func sum(_ debt: DebtText) -> String {
        var parts = [
            word(
                "\(money(debt.original - debt.paid)) do valor original",
                "\(money(debt.original - debt.paid)) del valor original",
                "\(money(debt.original - debt.paid)) of the original amount")
        ]
        let added = [
            (debt.correction, word("de correção", "de actualización", "of inflation adjustment")),
            (debt.fine, word("de multa", "de multa", "of late fee")),
            (debt.interest, word("de juros", "de intereses", "of interest")),
        ]
        parts += added.filter { $0.0 > .zero }.map { "\(money($0.0)) \($0.1)" }
        guard let last = parts.last, parts.count > 1 else { return parts[0] }
        return parts.dropLast().joined(separator: ", ") + word(" e ", " y ", " and ") + last
    }

    /// What was added for lateness, by which rule: sentences.
    func charges(_ debt: DebtText) -> String {
        var sentences: [String] = []
        if debt.fine > .zero {
            let rate = debt.finePercentage.map { word(" de ", " de ", " of ") + percent($0) } ?? ""
            sentences.append(
                word(
                    "A multa\(rate) entra uma vez só, quando a conta atrasa: \(money(debt.fine)).",
                    "La multa\(rate) entra una sola vez, por el atraso: \(money(debt.fine)).",
                    "The late fee\(rate) is added only once: \(money(debt.fine))."))
        }
        if debt.interest > .zero {
            let rate = debt.interestPerMonth.map {
                word(" são de \(percent($0)) ao mês", " son de \(percent($0)) al mes", " is \(percent($0)) a month")
            }
            let counted = word("contados por dia", "contados por día", "counted by the day")
            sentences.append(
                word("Os juros", "Los intereses", "The interest") + (rate ?? "")
                    + ", \(counted): \(money(debt.interest)).")
        }
        if debt.correction > .zero {
            sentences.append(
                word(
                    "A correção repõe a inflação: \(money(debt.correction)).",
                    "La actualización repone la inflación: \(money(debt.correction)).",
                    "The adjustment makes up for inflation: \(money(debt.correction))."))
        }
        if sentences.isEmpty {
            sentences.append(
                word(
                    "Não há multa nem juros: é o valor original.", "No hay multa ni intereses: es el valor original.",
                    "There is no fee and no interest: it is the original amount."))
        }
        return sentences.joined(separator: " ")
    }

    func word(_ portuguese: String, _ spanish: String, _ english: String) -> String {
        switch tongue {
        case .portuguese: portuguese
        case .spanish: spanish
        case .english: english
        }
    }
}
