import Domain
import Strategy
import Testing

@Suite("Cadence files")
struct CadenceFileTests {
    static let documented = """
        cadence: crediario
        objectives: {recovery_rate: 22% in 30d, first_response: 1m, csat: 4.5}
        holdout: 5%                                   # never contacted
        steps:
          - {at: D-3,  channel: whatsapp, template: lembrete_vencimento, attach: payment_card}
          - {at: D+1,  channel: whatsapp, template: {any_of: [empatico_v2, direto_v1], choose: bandit}, \
        otherwise: [sms, email]}
          - {at: D+5,  channel: whatsapp, template: proposta_desconto, \
        when: "segment == 'massa' and balance > R$ 80,00"}
          - {at: D+12, channel: call,     script: ligacao_cordial}
        stop_on: [paid, agreement, dispute, opt_out, deceased, wrong_person]
        pause_on: {reply: 24h, promise: until_due, hardship: 30d}
        """

    @Test("the documented example says what it looks like")
    func documentedExample() throws {
        let cadence = try loadCadence(Self.documented, file: "crediario.yaml")
        #expect(cadence.name == "crediario")
        #expect(cadence.holdout == Percentage(5))
        #expect(
            cadence.objectives == [
                .recoveryRate(Percentage(22), withinDays: 30), .firstResponse(seconds: 60), .satisfaction(tenths: 45),
            ])
        #expect(cadence.steps.map(\.key) == ["D-3:whatsapp", "D+1:whatsapp", "D+5:whatsapp", "D+12:call"])
        #expect(cadence.steps[0].attachment == .paymentCard)
        #expect(
            cadence.steps[1].content
                == .template(try #require(TemplateChoice(anyOf: ["empatico_v2", "direto_v1"], method: .bandit))))
        #expect(cadence.steps[1].otherwise == [.sms, .email])
        #expect(cadence.steps[2].condition?.text == "segment == 'massa' and balance > R$ 80,00")
        #expect(cadence.steps[3].content == .script("ligacao_cordial"))
        #expect(cadence.pause(on: .reply) == .minutes(1440))
        #expect(cadence.pause(on: .promise) == .untilDue)
        #expect(cadence.pause(on: .hardship) == .minutes(30 * 1440))
        #expect(cadence.stopOn.contains(.wrongPerson))
    }

    @Test("what ships loads, and its templates fit it")
    func shippedFiles() throws {
        let cadence = try loadCadence(try shipped("strategies/crediario.yaml"), file: "strategies/crediario.yaml")
        let templates = try loadTemplates(try shipped("templates/crediario.yaml"), file: "templates/crediario.yaml")
        try check(cadence, file: "strategies/crediario.yaml", templates: templates)
        #expect(cadence.steps.count >= 8)
        #expect(cadence.steps.allSatisfy { $0.channel == .call || $0.neutralTemplate != nil })
    }

    @Test(
        "one fault of each kind is found at its place",
        arguments: [
            ("steps:\n  - ‸{at: D+1, template: a}", "falta a chave channel em o passo 1"),
            ("steps:\n  - {at: D+1, channel: sms, template: a, ‸atach: x}", "a chave atach não existe em o passo 1"),
            ("steps:\n  - {at: ‸D+1x, channel: sms, template: a}", "at não entende \"D+1x\""),
            ("steps:\n  - {at: ‸D3, channel: sms, template: a}", "at não entende \"D3\""),
            ("steps:\n  - {at: ‸D-61, channel: sms, template: a}", "at não pode ser D-61"),
            ("steps:\n  - {at: D+1, channel: ‸sinal, template: a}", "channel não conhece \"sinal\""),
            ("steps:\n  - ‸{at: D+1, channel: call, template: a}", "um passo de ligação precisa de roteiro"),
            ("steps:\n  - ‸{at: D+1, channel: sms}", "o passo não diz o que enviar"),
            ("steps:\n  - ‸{at: D+1, channel: sms, script: a}", "script e channel: sms se contradizem"),
            (
                "steps:\n  - {at: ‸D+1826, channel: sms, template: a}",
                "D+1826 fica depois da prescrição (5 anos, CC art. 206 §5 I)"
            ),
            ("steps:\n  - {at: D+1, channel: sms, template: a, otherwise: ‸[sms]}", "o canal sms já é o do passo"),
            (
                "steps:\n  - {at: D+1, channel: sms, template: a, otherwise: ‸[call]}",
                "uma ligação não pode substituir uma mensagem"
            ),
            (
                "steps:\n  - {at: D+1, channel: sms, template: a, otherwise: [email, ‸email]}",
                "email aparece mais de uma vez em otherwise"
            ),
            (
                "steps:\n  - {at: D+1, channel: sms, template: a, time: ‸21:00}",
                "21:00 está fora do horário em que a lei permite contato"
            ),
            (
                "steps:\n  - {at: D+1, channel: sms, template: ‸{any_of: [a], choose: bandit}}",
                "`choose` precisa de ao menos dois modelos em `any_of`"
            ),
            (
                "steps:\n  - {at: D+1, channel: sms, template: a}\n  - ‸{at: D+1, channel: sms, template: a}",
                "dois passos têm o mesmo dia, canal e modelo (D+1:sms:a)"
            ),
            ("holdout: ‸60%\nsteps:\n  - {at: D+1, channel: sms, template: a}", "holdout não pode ser 60%"),
            ("objectives: {csat: ‸6}\nsteps:\n  - {at: D+1, channel: sms, template: a}", "csat não pode ser 6"),
            (
                "objectives: {recovery_rate: ‸22%}\nsteps:\n  - {at: D+1, channel: sms, template: a}",
                "recovery_rate não entende \"22%\""
            ),
            ("steps: ‸[]", "steps está vazio"),
            ("stop_on: [‸payed]\nsteps:\n  - {at: D+1, channel: sms, template: a}", "stop_on não conhece \"payed\""),
            (
                "steps:\n  - {at: D+1, channel: sms, template: a, when: \"‸balanse > R$ 80,00\"}",
                "o campo balanse não existe"
            ),
            (
                "steps:\n  - {at: D+1, channel: sms, template: a, when: 'balance > ‸80'}",
                "balance não se compara com 80"
            ),
            (
                "steps:\n  - at: D+1\n    channel: sms\n    template: a\n    when: ‸score > 5 and score < 3",
                "nenhum caso pode cumprir esta condição"
            ),
            (
                "pause_on: {reply: ‸soon}\nsteps:\n  - {at: D+1, channel: sms, template: a}",
                "reply não entende \"soon\""
            ),
        ])
    func oneFault(yaml: String, expected: String) {
        let (text, place) = marked("cadence: x\n" + yaml)
        let found = faults { () throws(StrategyErrors) in try loadCadence(text, file: "f.yaml") }
        #expect(found == [place + " " + expected])
    }

    @Test(
        "a file that is no cadence at all is refused",
        arguments: [
            ("", "1:1 o arquivo está vazio"), ("# só um comentário\n", "1:1 o arquivo está vazio"),
            ("- a\n- b", "1:1 a régua deve ser um conjunto de chaves e valores"),
            ("steps:\n  - {at: D+1, channel: sms, template: a}", "1:1 falta a chave cadence em a régua"),
            ("cadence: x\ncadence: y\nsteps: []", "1:1 a chave cadence aparece mais de uma vez"),
            ("cadence: x\n---\ncadence: y", "3:1 há mais de um documento no arquivo (`---`)"),
        ])
    func noCadence(yaml: String, expected: String) {
        #expect(faults { () throws(StrategyErrors) in try loadCadence(yaml, file: "f.yaml") }.first == expected)
    }

    @Test("a broken file is reported where it breaks, not elsewhere")
    func brokenYAML() {
        let found = faults { () throws(StrategyErrors) in try loadCadence("cadence: x\nsteps: [", file: "f.yaml") }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("2:") == true, "\(found)")
    }

    @Test(
        "bottomless nesting and odd bytes are refused, not suffered",
        arguments: [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
            String(repeating: "- ", count: 100_000), "cadence: \u{0}", "cadence: \u{FFFE}",
            "\u{FEFF}cadence: x\nsteps: []",
            String(repeating: "a", count: 300_000), "a: &a [x]\nb: *a\ncadence: *b", "%YAML 9.9\n---\ncadence: x",
            "? [a]\n: b",
        ])
    func hostile(yaml: String) {
        #expect(!faults { () throws(StrategyErrors) in try loadCadence(yaml, file: "f.yaml") }.isEmpty)
    }

    @Test("all faults come at once, in order, each with a remedy and the file's name")
    func allAtOnce() throws {
        let yaml = "cadence: x\nholdot: 5%\nsteps:\n  - {at: E+1, channel: wattsapp, templat: a}\n"
        do throws(StrategyErrors) {
            _ = try loadCadence(yaml, file: "r.yaml")
            Issue.record("it loads")
        } catch {
            #expect(error.errors.map(\.line) == [2, 4, 4, 4, 4])
            #expect(error.errors.allSatisfy { $0.file == "r.yaml" && !$0.remedy.isEmpty })
            #expect(error.errors[0].remedy == "Você quis dizer holdout?")
            #expect(
                error.description.hasPrefix(
                    "r.yaml:2:1: a chave holdot não existe em a régua. Você quis dizer holdout?."))
        }
    }

    @Test("steps of one day and channel are told apart by what they say")
    func keys() throws {
        let yaml = """
            cadence: x
            steps:
              - {at: D+5, channel: whatsapp, template: a, when: "segment == 'massa'"}
              - {at: D+5, channel: whatsapp, template: b, when: "segment != 'massa'"}
            """
        let cadence = try loadCadence(yaml, file: "f.yaml")
        #expect(cadence.steps.map(\.key) == ["D+5:whatsapp:a", "D+5:whatsapp:b"])
    }

    @Test("what the law ends is ended even when a file forgets it")
    func alwaysStops() throws {
        let yaml = "cadence: x\nsteps:\n  - {at: D+1, channel: sms, template: a}\nstop_on: [paid]"
        #expect(try loadCadence(yaml, file: "f").stopOn.isSuperset(of: [.optOut, .deceased, .wrongPerson, .dispute]))
    }

    @Test("any text either loads or is refused with a place in it", arguments: 1...400 as ClosedRange<UInt64>)
    func noise(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        var scalars = Array(Self.documented.unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            let index = Int.random(in: 0..<scalars.count, using: &chance)
            switch Int.random(in: 0..<3, using: &chance) {
            case 0: scalars.remove(at: index)
            case 1:
                scalars.insert("{}[]:,\"'\n#%&*-é\u{0}".unicodeScalars.randomElement(using: &chance) ?? "x", at: index)
            default: scalars.swapAt(index, Int.random(in: 0..<scalars.count, using: &chance))
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let lines = String(view).split(separator: "\n", omittingEmptySubsequences: false).count
        do throws(StrategyErrors) {
            _ = try loadCadence(String(view), file: "f")
        } catch {
            #expect(!error.errors.isEmpty)
            #expect(error.errors.allSatisfy { (1...lines + 1).contains($0.line) && $0.column >= 1 })
        }
    }
}
