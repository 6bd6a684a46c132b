import Domain
import Negotiation
import Strategy
import Testing

@Suite("Negotiation files")
struct NegotiationFileTests {
    static let documented = """
        late_charges: {fine: 2%, interest: 1% per month pro rata, correction: none}
        offers:
          - {when: D+1..D+30,  cash: {waive: [fine, interest]}, \
        installments: {max: 6,  min: R$ 50,00, down: 20%}}
          - {when: D+31..D+90, cash: {discount: 15% of principal, waive: [fine, interest]}, \
        installments: {max: 12, min: R$ 50,00, down: 10%}}
        authority: {bot: as listed, agent: 5% more, supervisor: 15% more}
        on_break: {grace: 3 business days, keep_discount: false, max_renegotiations: 2}
        """

    @Test("the documented example says what it looks like, commas of amounts included")
    func documentedExample() throws {
        let strategy = try loadNegotiationStrategy(Self.documented, file: "n.yaml")
        #expect(strategy.lateCharges == .standard)
        let policy = strategy.policy
        #expect(
            policy.rules == [
                OfferRule(
                    when: OfferCondition(daysPastDueFrom: 1, daysPastDueThrough: 30),
                    cash: CashTerms(waive: [.fine, .interest]),
                    installments: InstallmentTerms(
                        countMax: 6, installmentMin: Money(cents: 50_00), down: .share(Percentage(20)))),
                OfferRule(
                    when: OfferCondition(daysPastDueFrom: 31, daysPastDueThrough: 90),
                    cash: CashTerms(waive: [.fine, .interest], principalDiscount: Percentage(15)),
                    installments: InstallmentTerms(
                        countMax: 12, installmentMin: Money(cents: 50_00), down: .share(Percentage(10)))),
            ])
        #expect(policy.authority == AuthorityMargins(agent: Percentage(5), supervisor: Percentage(15)))
        #expect(policy.onBreak == BreakRules(graceBusinessDays: 3, keepsDiscount: false, renegotiationsMax: 2))
    }

    @Test("the same text is the same version, another text another")
    func version() throws {
        let first = try loadNegotiation(Self.documented, file: "n.yaml").version
        #expect(try loadNegotiation(Self.documented, file: "other.yaml").version == first)
        #expect(try loadNegotiation(Self.documented + "\n", file: "n.yaml").version != first)
        #expect(try loadNegotiation("version: v3\n" + Self.documented, file: "n.yaml").version == "v3")
    }

    @Test("what ships loads")
    func shippedFile() throws {
        let file = "strategies/crediario.negotiation.yaml"
        let strategy = try loadNegotiationStrategy(try shipped(file), file: file)
        #expect(strategy.policy.rules.count == 5)
        #expect(strategy.lateCharges == .standard)
    }

    @Test(
        "one fault of each kind is found at its place",
        arguments: [
            ("offers: ‸[]", "offers está vazio"),
            (
                "offers:\n  - ‸{when: D+30..D+1, cash: {waive: [fine]}}",
                "oferta 1: o fim do intervalo vem antes do começo"
            ),
            ("offers:\n  - ‸{when: D+1..D+30}", "oferta 1: não oferece nem à vista nem parcelado"),
            (
                "offers:\n  - ‸{when: D+1.., cash: {discount: 100% of principal}}",
                "oferta 1: o desconto dá a dívida de presente"
            ),
            ("offers:\n  - {when: ‸1..30, cash: {waive: [fine]}}", "when não entende \"1..30\""),
            ("offers:\n  - {when: D+1.., cash: {waive: [‸fin]}}", "waive não conhece \"fin\""),
            ("offers:\n  - {when: D+1.., installments: {max: 6, min: ‸50}}", "min não entende \"50\""),
            (
                "offers:\n  - {when: D+1.., installments: ‸{min: R$ 50,00}}",
                "falta a chave max em installments da oferta 1"
            ),
            (
                "late_charges: {fine: ‸10%, interest: 1% per month}\noffers:\n  - {when: D+1.., cash: {waive: [fine]}}",
                "fine de 10% passa do limite para consumidores (2% de multa; CDC art. 52 §1, CC art. 406)"
            ),
            (
                "offers:\n  - {when: D+1.., cash: {waive: [fine]}}\n  - ‸{when: D+5.., cash: {waive: [fine]}}",
                "oferta 2: uma oferta anterior vale sempre que esta valeria"
            ),
            (
                "‸offers:\n  - {when: D+1.., cash: {waive: [fine]}}\nauthority: {agent: 15% more, supervisor: 5% more}",
                "uma alçada maior concede menos que a menor"
            ),
            (
                "offers:\n  - {when: D+1.., score: ‸700..1200, cash: {waive: [fine]}}",
                "score não entende \"700..1200\""
            ),
            (
                "offers:\n  - {when: D+1.., previous_breaks: 0..1, previous_breaks_max: ‸1, cash: {waive: [fine]}}",
                "previous_breaks e previous_breaks_max se contradizem"
            ),
            (
                "offers:\n  - {when: D+1.., installments: {max: 6, min: R$ 50,00, due_days: [5, ‸31]}}",
                "due_days não pode ser 31"
            ),
            (
                "offers:\n  - ‸{when: D+1.., installments: {max: 6, min: R$ 50,00, due_days: [5], first_due_within: 20d}}",
                "oferta 1: com due_days, first_due_within deve ser ao menos 31d, e os dias de 1 a 28"
            ),
            (
                "offers:\n  - {when: D+1.., cash: {waive: [fine]}}\nauthority: {agent: ‸5 more}",
                "agent não entende \"5 more\""
            ),
            (
                "offers:\n  - {when: D+1.., cash: {waive: [fine]}}\non_break: {‸grce: 3 business days}",
                "a chave grce não existe em on_break"
            ),
        ])
    func oneFault(yaml: String, expected: String) {
        let (text, place) = marked(yaml)
        let found = faults { () throws(StrategyErrors) in try loadNegotiation(text, file: "n.yaml") }
        #expect(found == [place + " " + expected])
    }

    @Test("charges over the consumer limits need a lawyer's name")
    func signedOff() throws {
        let yaml =
            "late_charges: {fine: 10%, legal_sign_off: \"Dra. B., 2026-01-10\"}\n"
            + "offers:\n  - {when: D+1.., cash: {waive: [fine]}}"
        #expect(try loadNegotiationStrategy(yaml, file: "n").lateCharges?.fine == Percentage(10))
    }

    @Test("a rule may go by score and breaks, a policy has a budget, means, due days and a rate")
    func wholeLanguage() throws {
        let yaml = """
            offers:
              - {when: D+1.., score: 300..700, previous_breaks: 1..2, products: [cartão], segments: massa, \
            installments: {max: 10, min: R$ 50,00, method: sac, interest: 1,5% per month, due_days: [5, 20]}}
              - {when: D+1.., score: 701.., cash: {waive: [fine]}}
            monthly_budget: R$ 20.000,00
            ability_to_pay: {existential_minimum: R$ 700,00, income_share: 25%}
            discount_rate: 1,2% per month
            """
        let policy = try loadNegotiation(yaml, file: "n.yaml")
        let when = try #require(policy.rules.first).when
        #expect(when.scoreFrom == 300 && when.scoreThrough == 700)
        #expect(when.previousBreaksMin == 1 && when.previousBreaksMax == 2)
        #expect(when.products == ["cartão"] && when.segments == ["massa"])
        #expect(policy.rules[1].when.scoreFrom == 701 && policy.rules[1].when.scoreThrough == nil)
        let plan = try #require(policy.rules[0].installments)
        #expect(plan.method == .sac && plan.interestPerMonth == Percentage(micros: 1_500_000))
        #expect(plan.dueDays == [5, 20])
        #expect(policy.monthlyBudget == Money(cents: 20_000_00))
        #expect(policy.affordability.existentialMinimum == Money(cents: 700_00))
        #expect(policy.affordability.incomeShareMax == Percentage(25))
        #expect(policy.discountRate == Percentage(micros: 1_200_000))
    }

    @Test(
        "gaps, overlaps and oddities are warnings with their place",
        arguments: [
            (
                "offers:\n  - {when: D+1..D+30, cash: {waive: [fine]}}\n  - ‸{when: D+35.., cash: {waive: [fine]}}",
                "oferta 2: nenhuma oferta vale de D+31 a D+34: nesses dias só se oferece o valor inteiro"
            ),
            (
                "offers:\n  - {when: D+1..D+30, cash: {waive: [fine]}}\n  - ‸{when: D+25..D+60, cash: {waive: [fine]}}",
                "oferta 2: a oferta 1 também vale de D+25 a D+30, e é ela que está em vigor ali"
            ),
            (
                "offers:\n  - {when: D+1..D+30, cash: {discount: 20%}}\n  - ‸{when: D+31.., cash: {discount: 10%}}",
                "oferta 2: à vista, quem está mais atrasado recebe menos que na oferta 1"
            ),
            (
                "offers:\n  - ‸{when: D+1.., cash: {discount: 5%}, "
                    + "installments: {max: 3, min: R$ 50,00, discount: 9%}}",
                "oferta 1: parcelado, o desconto é maior que à vista"
            ),
        ])
    func oneWarning(yaml: String, expected: String) throws {
        let (text, place) = marked(yaml)
        let found = try loadNegotiationStrategy(text, file: "n.yaml").warnings
        #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == [place + " " + expected])
        #expect(found.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test("rules for other people or other debts are neither gaps nor overlaps")
    func noWarnings() throws {
        #expect(try loadNegotiationStrategy(Self.documented, file: "n").warnings.isEmpty)
        let yaml = """
            offers:
              - {when: D+1..D+90, segments: [premium], cash: {discount: 30%}}
              - {when: D+1..D+30, cash: {discount: 5%}}
              - {when: D+31..D+90, cash: {discount: 10%}}
            """
        #expect(try loadNegotiationStrategy(yaml, file: "n").warnings.isEmpty)
        let file = "strategies/crediario.negotiation.yaml"
        #expect(try loadNegotiationStrategy(try shipped(file), file: file).warnings.isEmpty)
    }

    @Test("charges may be read alone, bare, or out of a whole file")
    func lateCharges() throws {
        let bare = "fine: 1%\ninterest: legal rate\ncorrection: ipca\ndays_basis: original"
        let terms = try loadLateCharges(bare, file: "c.yaml")
        #expect(terms.fine == Percentage(1) && terms.interestIndex == .legalRate && terms.index == .ipca)
        #expect(terms.daysBasis == .original && terms.needsTables)
        #expect(try loadLateCharges("late_charges: {fine: 2%, interest: 1% per month}", file: "c.yaml") == .standard)
        #expect(try loadLateCharges(Self.documented, file: "c.yaml") == .standard)
        #expect(
            try loadLateCharges("interest: 2% per month\nlegal_basis: entre empresas, contrato 12", file: "c")
                .monthlyInterest == Percentage(2))
    }

    @Test(
        "faults of charges are found at their place",
        arguments: [
            ("fine: 2%\ncorrection: ‸ipcaa", "correction não conhece \"ipcaa\""),
            ("fine: ‸3%", "fine de 3% passa do limite para consumidores (2% de multa; CDC art. 52 §1, CC art. 406)"),
            (
                "interest: ‸2% per month",
                "interest de 2% passa do limite para consumidores (1% ao mês; CDC art. 52 §1, CC art. 406)"
            ),
            ("interest: 1% per month\ncorrection: ‸selic", "correction: selic e interest se contradizem"),
            ("late_charges: {fine: 2%}\n‸fine: 2%", "a chave fine não existe em o arquivo"),
            ("‸offers:\n  - {when: D+1.., cash: {waive: [fine]}}", "falta a chave late_charges em o arquivo"),
        ])
    func chargeFaults(yaml: String, expected: String) {
        let (text, place) = marked(yaml)
        let found = faults { () throws(StrategyErrors) in try loadLateCharges(text, file: "c.yaml") }
        #expect(found == [place + " " + expected])
    }

    @Test("what ships as an example of index tables can be read")
    func exampleTables() throws {
        let tables = try IndexTables(csv: try shipped("strategies/indices.example.csv"))
        let month = try #require(CalendarMonth(iso: "2026-02"))
        #expect(tables.value(.ipca, month) == Percentage(micros: 350_000))
        #expect(tables.value(.legalRate, month) != nil)
    }

    @Test("amounts and percentages may have decimals inside braces and lists")
    func decimals() throws {
        let yaml = """
            late_charges: {fine: 1,5%, interest: 0,5% per month}
            offers:
              - {when: D+1.., balance: R$ 80,00..R$ 1.500,50, installments: {max: 6, min: R$ 1.050,25, down: R$ 99,90}}
            """
        let strategy = try loadNegotiationStrategy(yaml, file: "n")
        #expect(strategy.lateCharges?.fine == Percentage(micros: 1_500_000))
        let rule = try #require(strategy.policy.rules.first)
        #expect(rule.when.balanceFrom == Money(cents: 80_00))
        #expect(rule.when.balanceThrough == Money(cents: 1_500_50))
        #expect(rule.installments?.installmentMin == Money(cents: 1_050_25))
        #expect(rule.installments?.down == .amount(Money(cents: 99_90)))
    }
}
