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
