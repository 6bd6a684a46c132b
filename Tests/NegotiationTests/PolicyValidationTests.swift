import Domain
import Negotiation
import Testing

@Suite("A policy that contradicts itself is refused with every reason")
struct PolicyValidationTests {
    static let plan = InstallmentTerms(countMax: 6, installmentMin: Money(cents: 5_000))

    static func kinds(
        _ rules: [OfferRule], version: String = "v1", authority: AuthorityMargins = .asListed, validity: Int = 5
    ) -> [PolicyProblem] {
        do throws(InvalidNegotiationPolicy) {
            _ = try NegotiationPolicy(
                version: version, rules: rules, authority: authority, offerValidityDays: validity)
            return []
        } catch {
            return error.problems
        }
    }

    static func rule(_ from: Int?, _ through: Int?, cash: CashTerms? = CashTerms(), plan: InstallmentTerms? = nil)
        -> OfferRule
    {
        OfferRule(
            when: OfferCondition(daysPastDueFrom: from, daysPastDueThrough: through), cash: cash, installments: plan)
    }

    @Test("a sound policy has no problems")
    func sound() {
        #expect(
            PolicyValidationTests.kinds([PolicyValidationTests.rule(1, 30), PolicyValidationTests.rule(31, nil)])
                .isEmpty)
    }

    @Test("a budget below nothing, impossible means and due days that no window holds are refused")
    func newContradictions() {
        let plan = InstallmentTerms(
            countMax: 6, installmentMin: Money(cents: 1), firstDueWithinDays: 20, dueDays: [5])
        do throws(InvalidNegotiationPolicy) {
            _ = try NegotiationPolicy(
                version: "v1", rules: [PolicyValidationTests.rule(1, 30, plan: plan)], monthlyBudget: Money(cents: -1),
                affordability: AffordabilityRules(incomeShareMax: Percentage(101)), discountRate: Percentage(21))
            Issue.record("accepted")
        } catch {
            #expect(
                error.problems.map(\.kind)
                    == [.dueDaysOutOfRange, .budgetNegative, .affordabilityOutOfRange, .interestTooHigh])
        }
    }

    @Test("each contradiction is named with its rule")
    func contradictions() {
        let rules = [
            PolicyValidationTests.rule(1, 30),
            PolicyValidationTests.rule(60, 31),
            PolicyValidationTests.rule(5, 10),
            PolicyValidationTests.rule(91, nil, cash: nil),
            PolicyValidationTests.rule(100, 120, cash: CashTerms(principalDiscount: .whole)),
            PolicyValidationTests.rule(
                121, 130,
                plan: InstallmentTerms(
                    countMax: 0, installmentMin: .zero, down: .share(.whole), interestPerMonth: Percentage(30))),
        ]
        let found = PolicyValidationTests.kinds(
            rules, version: "", authority: AuthorityMargins(agent: Percentage(10), supervisor: Percentage(5)),
            validity: -1)
        let expected: [PolicyProblem] = [
            PolicyProblem(kind: .emptyVersion, rule: nil), PolicyProblem(kind: .daysOutOfRange, rule: nil),
            PolicyProblem(kind: .authorityNotRising, rule: nil), PolicyProblem(kind: .emptyRange, rule: 1),
            PolicyProblem(kind: .unreachable, rule: 2), PolicyProblem(kind: .offersNothing, rule: 3),
            PolicyProblem(kind: .discountTooHigh, rule: 4), PolicyProblem(kind: .unreachable, rule: 4),
            PolicyProblem(kind: .countOutOfRange, rule: 5), PolicyProblem(kind: .minimumNotPositive, rule: 5),
            PolicyProblem(kind: .interestTooHigh, rule: 5), PolicyProblem(kind: .downPaymentTooHigh, rule: 5),
            PolicyProblem(kind: .unreachable, rule: 5),
        ]
        #expect(Set(found) == Set(expected))
    }
}
