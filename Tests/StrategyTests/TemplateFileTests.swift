import Domain
import Strategy
import Testing

@Suite("Template files")
struct TemplateFileTests {
    func yaml(_ body: String, discloses: Bool = true, rest: String = "") -> String {
        "name: a\ncategory: utility\ndiscloses: \(discloses)\nbody: \"\(body)\"\n\(rest)"
    }

    func faultsOf(_ text: String) -> [String] {
        faults { () throws(StrategyErrors) in try loadTemplates(text, file: "t.yaml") }
    }

    @Test("what ships loads; the neutral ones name neither debt nor amount")
    func shippedFile() throws {
        let templates = try loadTemplates(try shipped("templates/crediario.yaml"), file: "templates/crediario.yaml")
        #expect(templates.filter { !$0.discloses }.map(\.name) == ["contato_neutro", "retomada_neutra"])
        for template in templates {
            let values = Dictionary(uniqueKeysWithValues: TemplateVariable.allCases.map { ($0, $0.example) })
            let message = try template.message(values)
            #expect(!message.renderedText.contains("{{"))
            #expect(message.renderedText.split(whereSeparator: \.isWhitespace).count <= 60)
            #expect(message.parameters.map(\.name) == template.variables.map(\.rawValue))
        }
        let first = try #require(templates.first)
        #expect(first.buttons.map(\.title) == ["Sou eu", "Não sou eu", "Agora não"])
    }

    @Test(
        "one fault of each kind is found",
        arguments: [
            ("{{nome}}, bom dia para você e para os seus", "a plataforma recusa variável no começo do texto"),
            ("Bom dia para você e para os seus, {{nome}}", "a plataforma recusa variável no fim do texto"),
            ("Bom dia para você e para os seus, {{nome}}!", "a plataforma recusa variável no fim do texto"),
            ("Bom dia, {{nome}} {{credor}} aqui para dar um recado a você", "a plataforma recusa variáveis coladas"),
            ("Bom dia, {{nome}}{{credor}} aqui para dar um recado a você", "a plataforma recusa variáveis coladas"),
            ("Oi {{nome}} e {{credor}} fim", "2 variáveis são demais para 3 palavras"),
            ("Bom dia, {{nomi}}, temos um recado", "a variável {{nomi}} não existe"),
            ("Bom dia, {{nome, temos um recado", "há `{{` sem `}}`, ou o contrário"),
            ("Bom dia, nome}}, temos um recado", "há `{{` sem `}}`, ou o contrário"),
        ])
    func bodies(body: String, expected: String) {
        #expect(faultsOf(yaml(body)) == ["4:7 " + expected])
    }

    @Test("a body over the platform's limit is refused, one at the limit is not")
    func length() {
        #expect(faultsOf(yaml(String(repeating: "a", count: 1024))).isEmpty)
        #expect(
            faultsOf(yaml(String(repeating: "a", count: 1025))) == [
                "4:7 body tem 1025 caracteres; a plataforma aceita 1024"
            ])
    }

    @Test(
        "a neutral text that gives the debt away is refused",
        arguments: [
            "Oi, {{nome}}! Sua fatura chegou e está aqui", "Oi, {{nome}}! Você está em ATRASO com a loja",
            "Oi, {{nome}}! Vamos regularizar a sua situação", "Oi, {{nome}}! Temos uma negociação para você",
            "Oi, {{nome}}! Há R$ 10 esperando por você hoje", "Oi, {{nome}}! O total é {{valor}} no dia de hoje",
            "Oi, {{nome}}! O seu {{produto}} espera por você hoje", "Oi, {{nome}}! O boletó segue aqui para você",
        ])
    func neutral(body: String) {
        #expect(faultsOf(yaml(body, discloses: false)).count == 1)
        #expect(faultsOf(yaml(body, discloses: true)).isEmpty)
    }

    @Test(
        "buttons keep the platform's limits",
        arguments: [
            (
                "buttons: [{id: a, title: um}, {id: b, title: dois}, {id: c, title: três}, {id: d, title: quatro}]",
                "há 4 botões; cabem 3"
            ),
            ("buttons: [{id: a, title: Quero falar com alguém}]", "title tem 22 caracteres; a plataforma aceita 20"),
            ("buttons: [{id: a, title: um}, {id: a, title: dois}]", "dois aparece mais de uma vez em buttons"),
            ("buttons: [{id: a, title: \"*Sim*\"}]", "o botão \"*Sim*\" não serve"),
            ("footer: \"\(String(repeating: "f", count: 61))\"", "footer tem 61 caracteres; a plataforma aceita 60"),
            ("footer: \"De {{credor}}\"", "o rodapé não pode ter variáveis"),
            ("header: x", "a chave header não existe em o modelo"),
        ])
    func rest(rest: String, expected: String) {
        let found = faultsOf(yaml("Bom dia, temos um recado", rest: rest))
        #expect(found.count == 1 && found.first?.hasSuffix(expected) == true, "\(found)")
    }

    @Test("a style check's findings are faults of the file")
    func style() {
        let found = faults { () throws(StrategyErrors) in
            try loadTemplates(yaml("Bom dia, caloteiro"), file: "t") { $0.contains("caloteiro") ? ["ofensa"] : [] }
        }
        #expect(found == ["4:7 o texto fere as regras de linguagem (ofensa)"])
    }

    @Test("values are set in, white space made single, and a missing one is refused")
    func rendering() throws {
        let template = try #require(
            try loadTemplates(yaml("Oi, {{nome}}: da {{credor}}, tudo bem com {{nome}} hoje, não é mesmo?"), file: "t")
                .first)
        let message = try template.message([.nome: " Ana\n Maria ", .credor: "Loja"])
        #expect(message.renderedText == "Oi, Ana Maria: da Loja, tudo bem com Ana Maria hoje, não é mesmo?")
        #expect(
            message.parameters == [
                TemplateParameter(name: "nome", value: "Ana Maria"), TemplateParameter(name: "credor", value: "Loja"),
            ])
        #expect(throws: TemplateValueError.missingValue(.credor)) { try template.message([.nome: "Ana"]) }
        #expect(throws: TemplateValueError.missingValue(.credor)) {
            try template.message([.nome: "Ana", .credor: " "])
        }
        #expect(throws: TemplateValueError.self) {
            try template.message([.nome: "Ana", .credor: String(repeating: "x", count: 1024)])
        }
    }

    @Test("a cadence's templates exist, neutral ones are neutral, disclosing ones have a neutral beside them")
    func cadenceCheck() throws {
        let templates = try loadTemplates(try shipped("templates/crediario.yaml"), file: "t")
        let cadence = try loadCadence(
            """
            cadence: x
            steps:
              - {at: D+1, channel: whatsapp, template: empatico_v2}
              - {at: D+5, channel: whatsapp, template: empatico_v3, neutral: direto_v1}
            """, file: "c")
        let found = remedies { () throws(StrategyErrors) in try check(cadence, file: "c", templates: templates) }
        #expect(found.count == 3)
        #expect(found.contains("Você quis dizer empatico_v2?"))
    }
}
