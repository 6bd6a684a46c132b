import Domain

/// What is wrong with a condition, in words.
extension ConditionError.Problem {
    var text: (message: String, remedy: String) {
        switch self {
        case .empty: ("a condição está vazia", "Escreva uma condição, ou tire `when`")
        case .tooLarge: ("a condição é grande demais", "Divida-a em mais de um passo")
        case .unexpectedCharacter(let character):
            ("\"\(character)\" não tem lugar aqui", "Use ==, !=, <, <=, >, >=, in, and, or, not e parênteses")
        case .unterminatedText: ("o texto não termina", "Feche as aspas")
        case .malformedMoney(let found): ("\"\(found)\" não é um valor", "Escreva como R$ 80,00 ou R$ 1.234,56")
        case .numberTooLarge(let found): ("o número \(found) é grande demais", "Use um número até 1.000.000.000")
        case .unknownField(let name):
            ("o campo \(name) não existe", remedy(unknownField: name))
        case .expectedField(let found):
            ("esperava um campo, e não \(quoted(found))", "Escreva um campo, como balance ou segment")
        case .expectedComparison(let field, let found):
            (
                "depois de \(field.rawValue) esperava uma comparação, e não \(quoted(found))",
                "Escreva, por exemplo, \(example(field))"
            )
        case .expectedValue(let found):
            ("esperava um valor, e não \(quoted(found))", "Escreva 'texto', R$ 80,00, 30, true ou false")
        case .expectedClosing(let wanted, let found):
            ("esperava \(wanted), e não \(quoted(found))", "Confira os parênteses")
        case .unexpectedEnd(let found): ("\(quoted(found)) sobra", "Ligue as partes com and ou or")
        case .wrongType(let field, let found):
            ("\(field.rawValue) não se compara com \(found)", "Escreva, por exemplo, \(example(field))")
        case .noOrder(let field): ("\(field.rawValue) não tem ordem", "Use ==, != ou in")
        case .neverTrue: ("nenhum caso pode cumprir esta condição", "Tire a contradição, ou o passo")
        }
    }

    private func remedy(unknownField name: String) -> String {
        let known = CaseField.allCases.map(\.rawValue)
        return Spelling.nearest(name, among: known).map { "Você quis dizer \($0)?" }
            ?? "Os campos são " + Portuguese.list(known)
    }

    private func quoted(_ found: String) -> String { found.isEmpty ? "o fim" : "\"\(found)\"" }

    private func example(_ field: CaseField) -> String {
        switch field.type {
        case .text: "\(field.rawValue) == 'massa'"
        case .money: "\(field.rawValue) > R$ 80,00"
        case .number: "\(field.rawValue) > 30"
        case .flag: "\(field.rawValue) == true"
        }
    }
}
