import Domain
import Negotiation

extension PolicyProblem.Kind {
    var text: String {
        switch self {
        case .emptyVersion: "falta a versão"
        case .noRules: "não há ofertas"
        case .emptyRange: "o fim do intervalo vem antes do começo"
        case .offersNothing: "não oferece nem à vista nem parcelado"
        case .discountTooHigh: "o desconto dá a dívida de presente"
        case .countOutOfRange: "o número de parcelas não é possível"
        case .minimumNotPositive: "a parcela mínima deve ser maior que zero"
        case .downPaymentTooHigh: "a entrada é maior que a dívida"
        case .daysOutOfRange: "um prazo em dias não é possível"
        case .authorityNotRising: "uma alçada maior concede menos que a menor"
        case .interestTooHigh: "os juros do parcelamento são altos demais"
        case .budgetNegative: "o orçamento de descontos não pode ser negativo"
        case .affordabilityOutOfRange: "o mínimo existencial ou a parte da renda não é possível"
        case .dueDaysOutOfRange: "com due_days, first_due_within deve ser ao menos 31d, e os dias de 1 a 28"
        case .unreachable: "uma oferta anterior vale sempre que esta valeria"
        }
    }
}

extension PolicyRemark.Kind {
    /// What is remarkable, and what to do.
    var text: (message: String, remedy: String) {
        switch self {
        case .gap(let from, let through):
            (
                "nenhuma oferta vale de \(day(from)) a \(day(through)): nesses dias só se oferece o valor inteiro",
                "Comece o intervalo em \(day(from)), ou acrescente uma oferta"
            )
        case .overlap(let earlier, let from, let through):
            (
                "a oferta \(earlier + 1) também vale \(days(from, through)), e é ela que está em vigor ali",
                "Faça os intervalos se encostarem sem se cobrir"
            )
        case .concedesLessThan(let earlier):
            (
                "à vista, quem está mais atrasado recebe menos que na oferta \(earlier + 1)",
                "Confira se é o que se quer"
            )
        case .planConcedesMoreThanCash:
            ("parcelado, o desconto é maior que à vista", "Confira se é o que se quer")
        }
    }

    private func day(_ number: Int) -> String { number == 0 ? "D0" : number > 0 ? "D+\(number)" : "D\(number)" }

    private func days(_ from: Int?, _ through: Int?) -> String {
        switch (from, through) {
        case (let from?, let through?): from == through ? "em \(day(from))" : "de \(day(from)) a \(day(through))"
        case (let from?, nil): "a partir de \(day(from))"
        case (nil, let through?): "até \(day(through))"
        case (nil, nil): "sempre"
        }
    }
}
