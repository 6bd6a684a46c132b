import Testing

@testable import Console

/// Codes that come from other rooms are said in words; none is shown to people as it stands in the code.
@Suite("The catalogue has words for every code")
struct CatalogueTests {
    static let intents = [
        "greeting", "debt_inquiry", "payment_request", "discount_request", "installment_request", "counter_offer",
        "promise_to_pay", "accept", "decline", "already_paid", "payment_status", "credit_bureau", "hardship",
        "refuse_to_pay", "dispute", "wrong_person", "deceased", "third_party_payer", "opt_out", "callback_later",
        "human_agent", "scam_suspicion", "privacy_request", "legal_threat", "abuse", "crisis", "document_request",
        "contact_update", "thanks", "other",
    ]
    static let rules = [
        "H1", "H2", "H3", "H4", "F1", "F2", "F2R", "F3", "F4", "F5", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8",
        "S9",
        "S10", "S11", "S12", "S13", "S14", "A1", "P1", "P2", "W1",
    ]
    static let handovers = [
        "asked", "identity", "crisis", "deceased", "legal", "privacy", "hardship", "abuse", "notUnderstood", "dispute",
        "noOffer", "document", "wrongPersonReturned", "paymentMethod", "chargeFailed", "timeBarred", "thirdParty",
    ]
    static let restrictions = [
        "opt_out", "wrong_contact_point", "third_party", "deceased", "dispute", "paid_claim", "hardship", "crisis",
        "lawyer", "court", "refused", "marketing_opt_out", "pause",
    ]

    @Test("every intent", arguments: intents)
    func intent(name: String) { #expect(Phrase.intent(name) != .verbatim(name)) }

    @Test("every rule of the contact policy", arguments: rules)
    func rule(name: String) { #expect(Phrase.rule(name) != .verbatim(name)) }

    @Test("every reason for a hand-over", arguments: handovers)
    func handover(code: String) { #expect(HandoverReason(code: code) != .other(code)) }

    @Test("every restriction", arguments: restrictions)
    func restriction(code: String) { #expect(RestrictionKind(code: code) != .other(code)) }

    @Test("a code that nobody has told the console about is shown rather than hidden")
    func unknownCodes() {
        #expect(Phrase.rule("X9").text(in: .portuguese) == "X9")
        #expect(Phrase.handover(HandoverReason(code: "novo")).text(in: .portuguese) == "novo")
    }

    @Test("policy inputs read as words and local times")
    func ruleInputs() {
        let rule = EvaluatedRule(
            rule: "F3", verdict: .deferred,
            inputs: [
                Fact(name: "last_attempt_at", value: "2026-11-22T12:04:00Z"),
                Fact(name: "prescribed_on", value: "2026-11-20"),
                Fact(name: "holiday", value: "true"), Fact(name: "novo", value: "abc"),
            ], source: "CDC arts. 42 and 71")
        #expect(
            RuleInputText.facts(of: rule, Samples.frame) == [
                Fact(name: "último contato", value: "dom 22 nov 09:04"),
                Fact(name: "prescreveu em", value: "sex 20 nov"),
                Fact(name: "feriado", value: "sim"), Fact(name: "novo", value: "abc"),
            ])
        #expect(RuleInputText.source(of: rule).text(in: .portuguese) == "CDC arts. 42 e 71")
    }

    @Test("people are called clients, and nobody is shamed", arguments: GoldenPageTests.documents.map(\.name))
    func words(name: String) throws {
        let html = try #require(GoldenPageTests.documents.first { $0.name == name }).html
        let markup = html.markup().lowercased()
        for word in ["devedor", "inadimplente", "caloteir", "nome sujo"] { #expect(!markup.contains(word), "\(word)") }
    }
}
