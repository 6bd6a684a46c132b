extension Phrase {
    static let complianceTitle = Phrase("Conformidade")
    static let optOuts = Phrase("Pedidos para parar")
    static let noOptOuts = Phrase("Ninguém pediu para parar.")
    static let noOptOutsRemedy = Phrase("Quando alguém pedir, para na hora e aparece aqui com as palavras da pessoa.")
    static let decisions = Phrase("Decisões de contato")
    static let noDecisions = Phrase("Nenhuma decisão com este filtro.")
    static let noDecisionsRemedy = Phrase("Cada contato feito, adiado ou recusado deixa aqui as regras avaliadas.")
    static let anyRule = Phrase("Qualquer regra")
    static let anyVerdict = Phrase("Qualquer resultado")
    static let words = Phrase("Nas palavras da pessoa")
    static let since = Phrase("Desde")
    static let everyChannel = Phrase("todos os canais")

    static func ruleCount(_ count: RuleCount) -> Phrase {
        Phrase("\(rule(count.rule).portuguese) (\(Format.number(count.deferred + count.refused)))")
    }
    static func decisionsFound(_ count: Int) -> Phrase {
        Phrase(count == 1 ? "1 decisão" : "\(Format.number(count)) decisões")
    }
    static func newestOf(_ shown: Int, _ total: Int) -> Phrase {
        Phrase("mostrando \(Format.number(shown)) de \(Format.number(total)), os mais novos primeiro")
    }
}
