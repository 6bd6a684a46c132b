/// How an amount is spread over installments.
package enum InstallmentMethod: String, CaseIterable, Codable, Sendable {
    /// Without interest, the cents that are left over going to the first installments.
    case equal
    /// Tabela Price: equal installments with interest, the last one taking what rounding left.
    case price
    /// Sistema de amortização constante: equal shares of principal, falling interest.
    case sac
}

package struct ScheduledInstallment: Hashable, Codable, Sendable {
    /// 1 for the first after the down payment.
    package let number: Int
    /// As agreed, business day or not: paying on the next business day is on time.
    package let due: CalendarDay
    package let amount: Money
    package let interest: Money
    package let principal: Money
}

package struct InstallmentSchedule: Hashable, Codable, Sendable {
    package let method: InstallmentMethod
    package let monthlyRate: Percentage
    /// What the installments pay off.
    package let financed: Money
    package let installments: [ScheduledInstallment]

    package var total: Money { installments.map(\.amount).sum() }
    package var totalInterest: Money { installments.map(\.interest).sum() }
}

/// Why there is no such schedule.
package enum InstallmentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The principal is zero, negative, or above a trillion reais.
    case principalOutOfRange
    /// Fewer than 1 or more than 480 installments.
    case countOutOfRange
    /// Above 100 % a month.
    case rateOutOfRange
    /// Some installment would be less than a cent.
    case amountTooSmall

    package var description: String {
        switch self {
        case .principalOutOfRange: "the principal must be at least 1 cent and at most 10^14 cents"
        case .countOutOfRange: "the number of installments must be 1 to \(Installments.maximumCount)"
        case .rateOutOfRange: "the rate must be 0 to 100 % a month"
        case .amountTooSmall: "an installment would be less than 1 cent: ask for fewer installments"
        }
    }
}
