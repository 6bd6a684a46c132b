import Domain
import Testing
import Wording

@Suite("Every text of the catalogue is fit to be sent")
struct CatalogueTests {
    @Test("each language has at least two ways of saying each thing", arguments: Tongue.allCases)
    func complete(tongue: Tongue) {
        for key in PhraseKey.allCases {
            #expect(Catalogue.standard.has(key, in: tongue), "\(key.rawValue) is missing in \(tongue)")
            let variants = Catalogue.standard.variants(key, in: tongue)
            #expect(Set(variants).count >= 2, "\(key.rawValue) in \(tongue)")
        }
    }

    @Test("nothing that the law forbids, nothing of a debt where anybody may read", arguments: Tongue.allCases)
    func style(tongue: Tongue) {
        for key in PhraseKey.allCases {
            for text in Catalogue.standard.variants(key, in: tongue) {
                let findings = StyleCheck.findings(in: text, neutral: key.isNeutral, tongue: tongue)
                #expect(findings.isEmpty, "\(key.rawValue): \(findings) in “\(text)”")
            }
        }
    }

    @Test(
        "each register differs in several texts, and its texts are as fit as the usual ones",
        arguments: Register.allCases)
    func registers(register: Register) {
        let catalogue = Catalogue(register: register)
        var own = 0
        for key in PhraseKey.allCases {
            let usual = Catalogue.standard.variants(key, in: .portuguese)
            let variants = catalogue.variants(key, in: .portuguese)
            if register == .formal { #expect(!variants.contains { $0.contains("!") }, "\(key.rawValue)") }
            guard catalogue.preferredCount(key, in: .portuguese) < variants.count else { continue }
            own += 1
            let preferred = variants.prefix(catalogue.preferredCount(key, in: .portuguese))
            #expect(Set(preferred).count >= 2, "\(key.rawValue)")
            let needed = Set(
                usual.map { Set(CatalogueTests.places(in: $0)) }.reduce(Catalogue.places(of: key)) {
                    $0.intersection($1)
                })
            for text in preferred {
                let findings = StyleCheck.findings(in: text, neutral: key.isNeutral)
                #expect(findings.isEmpty, "\(key.rawValue): \(findings) in “\(text)”")
                let places = Set(CatalogueTests.places(in: text))
                #expect(places.isSubset(of: Catalogue.places(of: key)), "\(key.rawValue): \(places)")
                #expect(
                    needed.subtracting(["of_creditor"]).isSubset(of: places), "\(key.rawValue) lacks a place: “\(text)”"
                )
            }
        }
        #expect(register == .usual ? own == 0 : own >= 10)
    }

    @Test("a debtor's profile decides before the creditor's register")
    func registerChoice() {
        let choice = RegisterChoice(usual: .formal, byProfile: ["jovem": .close])
        #expect(choice.register(for: "jovem") == .close)
        #expect(choice.register(for: "outro") == .formal)
        #expect(choice.register(for: nil) == .formal)
    }

    @Test("the places of a text are the same in every language")
    func places() {
        for key in PhraseKey.allCases {
            let known = Catalogue.places(of: key)
            for tongue in Tongue.allCases {
                for text in Catalogue.standard.variants(key, in: tongue) {
                    let places = Set(CatalogueTests.places(in: text))
                    #expect(places.isSubset(of: known), "\(key.rawValue) in \(tongue): \(places)")
                }
            }
        }
    }

    static func places(in text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "}" }) }
    }

    @Test("labels fit on buttons and in rows", arguments: Tongue.allCases)
    func labels(tongue: Tongue) {
        let rowsOnly: Set<ButtonLabel> = [
            .notMine, .wrongAmount, .cancelled, .fraud, .score1, .score2, .score3, .score4, .score5,
        ]
        for label in ButtonLabel.allCases {
            let most = rowsOnly.contains(label) ? 24 : 20
            #expect(label.title(in: tongue).count <= most, "\(label) in \(tongue)")
        }
    }

    @Test("a creditor's own text is used first, and refused with every reason when it cannot be")
    func overrides() throws {
        let own = try Catalogue(overrides: ["neutral.greeting_back": ["E aí! Tudo bem?"]])
        #expect(own.variants(.greetingBack, in: .portuguese).first == "E aí! Tudo bem?")
        do throws(InvalidTexts) {
            _ = try Catalogue(overrides: [
                "neutral.nope": ["x"], "neutral.opening": ["Sua dívida, {nome}!"],
                "debt.agreed": ["Pague sob pena de execução."],
            ])
            Issue.record("accepted")
        } catch {
            #expect(Set(error.problems.map(\.kind)) == [.style, .unknownKey, .unknownPlace])
        }
    }

    @Test(
        "the style check finds what §9.2 forbids",
        arguments: [
            ("Pague imediatamente", StyleFinding.Kind.forbidden), ("você vai para a cadeia", .forbidden),
            ("CALOTEIRO", .forbidden), ("última chance de pagar", .forbidden),
            ("seu nome vai para o Serasa", .needsApproval),
            ("me manda sua senha", .asksForSecret), ("CPF 529.982.247-25", .personalNumber),
            ("VOCÊ PRECISA PAGAR AGORA", .shouting), ("Pague já!!", .exclamations), ("penhora dos bens", .forbidden),
        ])
    func findings(text: String, kind: StyleFinding.Kind) {
        #expect(StyleCheck.findings(in: text).contains { $0.kind == kind })
    }

    @Test("where the law wants it, name and CNPJ must stand in the text")
    func identity() {
        let creditor = CreditorText(
            tradeName: "Loja Aurora", legalName: "Aurora Comércio Ltda", cnpj: "11.222.333/0001-81", address: nil,
            officialChannels: nil, complaintsChannel: nil)
        #expect(!StyleCheck.findings(in: "Total: R$ 10,00", creditor: creditor).isEmpty)
        let whole = "Total: R$ 10,00. Aurora Comércio Ltda, CNPJ 11.222.333/0001-81"
        #expect(StyleCheck.findings(in: whole, creditor: creditor).isEmpty)
    }
}
