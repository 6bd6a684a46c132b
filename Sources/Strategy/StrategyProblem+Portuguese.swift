import Domain
import Negotiation

/// The texts in Brazilian Portuguese. A message has no full stop; the remedy says what to do.
extension StrategyProblem {
    package var message: String { (formText ?? cadenceText ?? contentText).message }
    package var remedy: String { (formText ?? cadenceText ?? contentText).remedy }

    typealias Text = (message: String, remedy: String)

    private var formText: Text? {
        switch self {
        case .unreadableYAML(let reason):
            ("o arquivo não é YAML válido (\(reason))", "Confira recuo, aspas e chaves nesta linha")
        case .empty: ("o arquivo está vazio", "Escreva as chaves descritas na documentação")
        case .tooLarge: ("o arquivo é grande demais (limite de 256 KiB)", "Divida-o em arquivos menores")
        case .severalDocuments: ("há mais de um documento no arquivo (`---`)", "Deixe um documento por arquivo")
        case .duplicateKey(let key): ("a chave \(key) aparece mais de uma vez", "Deixe só uma delas")
        case .notAMapping(let what): ("\(what) deve ser um conjunto de chaves e valores", "Escreva `chave: valor`")
        case .notAList(let what): ("\(what) deve ser uma lista", "Escreva `[a, b]` ou um item por linha com `- `")
        case .notAText(let what):
            ("\(what) deve ser um valor simples", "Escreva um texto ou número, sem lista nem chaves")
        case .alias: ("âncoras e apelidos do YAML não são aceitos aqui", "Repita o valor por extenso")
        case .missingKey(let key, let place): ("falta a chave \(key) em \(place)", "Acrescente `\(key): …`")
        case .unknownKey(let key, let place, let suggestion, let known):
            ("a chave \(key) não existe em \(place)", didYouMean(suggestion, else: "As chaves são " + listed(known)))
        case .badForm(let key, let found, let wanted):
            ("\(key) não entende \"\(found)\"", "Escreva " + wanted)
        case .outOfRange(let key, let found, let allowed):
            ("\(key) não pode ser \(found)", "Use um valor " + allowed)
        case .unknownWord(let key, let found, let suggestion, let known):
            ("\(key) não conhece \"\(found)\"", didYouMean(suggestion, else: "Use " + listed(known)))
        case .emptyList(let key): ("\(key) está vazio", "Acrescente ao menos um item")
        case .repeated(let key, let value): ("\(value) aparece mais de uma vez em \(key)", "Deixe só um")
        case .conflict(let first, let second): ("\(first) e \(second) se contradizem", "Deixe só um dos dois")
        default: nil
        }
    }

    private var cadenceText: Text? {
        switch self {
        case .condition(let problem): problem.text
        case .stepRepeated(let key):
            (
                "dois passos têm o mesmo dia, canal e modelo (\(key))",
                "Mude o dia, junte os dois, ou dê a um deles `key: nome`"
            )
        case .needsScript: ("um passo de ligação precisa de roteiro", "Acrescente `script: nome_do_roteiro`")
        case .needsTemplate: ("o passo não diz o que enviar", "Acrescente `template: nome_do_modelo`")
        case .ownChannelAgain(let channel):
            ("o canal \(channel.rawValue) já é o do passo", "Deixe em `otherwise` só outros canais")
        case .callAsFallback:
            ("uma ligação não pode substituir uma mensagem", "Crie um passo próprio com `channel: call` e `script`")
        case .choiceWithoutAlternatives:
            ("`choose` precisa de ao menos dois modelos em `any_of`", "Acrescente outro modelo, ou tire `choose`")
        case .outsideLegalHours(let clock):
            ("\(clock) está fora do horário em que a lei permite contato", "Use um horário das 8h às 19h59")
        case .beyondPrescription(let days):
            ("D+\(days) fica depois da prescrição (5 anos, CC art. 206 §5 I)", "Use no máximo D+1825")
        case .unknownTemplate(let name, let suggestion):
            ("o modelo \(name) não existe", didYouMean(suggestion, else: "Crie o modelo, ou corrija o nome"))
        case .neutralDiscloses(let name):
            ("o modelo neutro \(name) revela a dívida", "Use um modelo com `discloses: false`")
        case .needsNeutral(let template):
            (
                "o modelo \(template) revela a dívida e o passo não diz o que enviar a quem ainda não provou quem é",
                "Acrescente `neutral: nome_do_modelo_neutro` ao passo ou à régua (LGPD, CDC art. 42)"
            )
        case .chargesOverLaw(let key, let found, let limit):
            (
                "\(key) de \(found) passa do limite para consumidores (\(limit); CDC art. 52 §1, CC art. 406)",
                "Reduza, ou diga o fundamento com `legal_basis: lei ou contrato, quem conferiu e quando`"
            )
        case .policyRemark(let remark):
            ("oferta \(remark.rule + 1): " + remark.kind.text.message, remark.kind.text.remedy)
        case .policy(let reason, let rule): (rule.map { "oferta \($0 + 1): " + reason } ?? reason, "Corrija a política")
        default: nil
        }
    }

    private var contentText: Text {
        switch self {
        case .templateName(let name):
            ("o nome \(name) não serve à plataforma", "Use até 512 letras minúsculas sem acento, números e _")
        case .textTooLong(let key, let length, let limit):
            ("\(key) tem \(length) caracteres; a plataforma aceita \(limit)", "Encurte o texto")
        case .unknownVariable(let name, let suggestion):
            (
                "a variável {{\(name)}} não existe",
                didYouMean(suggestion, else: "Use " + listed(TemplateVariable.allCases.map(\.rawValue)))
            )
        case .unclosedVariable: ("há `{{` sem `}}`, ou o contrário", "Escreva a variável como {{nome}}")
        case .variableAtEdge(let first):
            (
                "a plataforma recusa variável no \(first ? "começo" : "fim") do texto",
                "Ponha palavras \(first ? "antes" : "depois") dela"
            )
        case .adjacentVariables: ("a plataforma recusa variáveis coladas", "Ponha palavras entre elas")
        case .tooManyVariables(let count, let words):
            ("\(count) variáveis são demais para \(words) palavras", "Escreva mais texto, ou use menos variáveis")
        case .variableInFooter: ("o rodapé não pode ter variáveis", "Escreva o rodapé por extenso")
        case .tooManyButtons(let count): ("há \(count) botões; cabem 3", "Deixe os três que importam")
        case .buttonForm(let found):
            ("o botão \"\(found)\" não serve", "Escreva `{id: me, title: Sou eu}` com letras, números e espaços")
        case .variableDiscloses(let variable):
            (
                "{{\(variable.rawValue)}} revela a dívida num modelo neutro",
                "Tire a variável, ou declare `discloses: true` (o modelo só irá a quem provou quem é)"
            )
        case .wordDiscloses(let word):
            (
                "\"\(word)\" dá a entender a dívida num modelo neutro",
                "Troque a palavra, ou declare `discloses: true` (LGPD arts. 6 e 7, CDC art. 42)"
            )
        case .style(let finding):
            ("o texto fere as regras de linguagem (\(finding))", "Reescreva com respeito (CDC art. 42)")
        case .badDocument(let reason): ("o CNPJ não é válido: \(reason)", "Confira os números")
        case .badKey(let found):
            ("\"\(found)\" não é uma chave Pix", "Use CNPJ, CPF, e-mail, +55… ou a chave aleatória")
        default: ("o arquivo tem um erro", "Confira esta linha")
        }
    }
}

private func listed(_ words: [String]) -> String { Portuguese.list(words) }

private func didYouMean(_ suggestion: String?, else other: String) -> String {
    suggestion.map { "Você quis dizer \($0)?" } ?? other
}
