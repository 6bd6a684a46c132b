/// What is known of a case when a step's condition is asked. Nil is unknown: a comparison with it holds for nobody.
package struct CaseValues: Hashable, Sendable {
    package var segment: String?
    package var product: String?
    /// Two letters.
    package var state: String?
    package var city: String?
    package var portfolio: String?
    /// `cpf` or `cnpj`.
    package var document: String?
    /// Owed today, late charges included.
    package var balance: Money?
    package var principal: Money?
    /// Of the oldest open debt; negative before the due date.
    package var daysPastDue: Int?
    package var debts: Int?
    package var attempts: Int?
    package var score: Int?
    package var brokenAgreements: Int?
    package var replied: Bool?
    package var identityProven: Bool?
    package var hasEmail: Bool?
    package var hasMobile: Bool?

    package init() {}

    func value(_ field: CaseField) -> CaseValue? {
        switch field {
        case .segment: segment.map(CaseValue.text)
        case .product: product.map(CaseValue.text)
        case .state: state.map(CaseValue.text)
        case .city: city.map(CaseValue.text)
        case .portfolio: portfolio.map(CaseValue.text)
        case .document: document.map(CaseValue.text)
        case .balance: balance.map(CaseValue.money)
        case .principal: principal.map(CaseValue.money)
        case .daysPastDue: daysPastDue.map(CaseValue.number)
        case .debts: debts.map(CaseValue.number)
        case .attempts: attempts.map(CaseValue.number)
        case .score: score.map(CaseValue.number)
        case .brokenAgreements: brokenAgreements.map(CaseValue.number)
        case .replied: replied.map(CaseValue.flag)
        case .identityProven: identityProven.map(CaseValue.flag)
        case .hasEmail: hasEmail.map(CaseValue.flag)
        case .hasMobile: hasMobile.map(CaseValue.flag)
        }
    }
}

/// The names that a condition may use.
package enum CaseField: String, CaseIterable, Codable, Sendable {
    case segment, product, state, city, portfolio, document, balance, principal
    case daysPastDue = "days_past_due", debts, attempts, score, brokenAgreements = "broken_agreements"
    case replied, identityProven = "identity_proven", hasEmail = "has_email", hasMobile = "has_mobile"

    package var type: CaseFieldType {
        switch self {
        case .segment, .product, .state, .city, .portfolio, .document: .text
        case .balance, .principal: .money
        case .daysPastDue, .debts, .attempts, .score, .brokenAgreements: .number
        case .replied, .identityProven, .hasEmail, .hasMobile: .flag
        }
    }

    /// The least value that the field can have, where there is one.
    var minimum: Int64? {
        switch self {
        case .debts: 1
        case .balance, .principal, .attempts, .score, .brokenAgreements: 0
        default: nil
        }
    }
}

package enum CaseFieldType: String, Sendable {
    case text, money, number, flag
}

/// A value that a field may have, or that a condition compares it with.
package enum CaseValue: Hashable, Sendable {
    case text(String)
    case money(Money)
    case number(Int)
    case flag(Bool)

    var type: CaseFieldType {
        switch self {
        case .text: .text
        case .money: .money
        case .number: .number
        case .flag: .flag
        }
    }

    /// On a line, for comparing; nil for texts.
    var magnitude: Int64? {
        switch self {
        case .text: nil
        case .money(let money): money.cents
        case .number(let number): Int64(number)
        case .flag(let flag): flag ? 1 : 0
        }
    }
}
