/// What a contract asks for when payment is late.
package struct LateChargeTerms: Hashable, Codable, Sendable {
    /// Where the days of delay are counted from. Charges are nil in both cases when payment comes by the effective due
    /// day.
    package enum DaysBasis: String, CaseIterable, Codable, Sendable {
        /// From the first business day on or after the due date, as Pix does.
        case effective
        /// From the due date as written, as many banks do with boletos.
        case original
    }

    /// Once, on the corrected principal; at most 2 % for consumers (CDC art. 52 §1).
    package let fine: Percentage
    /// Simple, a month being 30 days; at most 1 % for consumers unless the contract may ask more (CC art. 406).
    package let monthlyInterest: Percentage
    package let daysBasis: DaysBasis
    /// Monetary correction by a legal or contractual index; 1 when there is none.
    package let correction: DecimalFactor
    /// The index whose change comes on top of `correction`; nil when none does. It takes tables to say how much:
    /// `LateCharges.balance(…, tables:)`.
    package let index: PriceIndex?
    /// The published rate that takes the place of `monthlyInterest`; nil when the contract fixes its own.
    package let interestIndex: PriceIndex?

    package init(
        fine: Percentage, monthlyInterest: Percentage, daysBasis: DaysBasis = .effective,
        correction: DecimalFactor = .one, index: PriceIndex? = nil, interestIndex: PriceIndex? = nil
    ) {
        self.fine = fine
        self.monthlyInterest = monthlyInterest
        self.daysBasis = daysBasis
        self.correction = correction
        self.index = index
        self.interestIndex = interestIndex
    }

    /// Whether the amounts can be known from the contract alone.
    package var needsTables: Bool { index != nil || interestIndex != nil }

    /// The same terms where the tables lack a month that they need: nobody is charged a guess, so no correction, and no
    /// interest at a published rate.
    package var withoutTables: LateChargeTerms {
        LateChargeTerms(
            fine: fine, monthlyInterest: interestIndex == nil ? monthlyInterest : .zero, daysBasis: daysBasis,
            correction: correction)
    }

    /// 2 % and 1 % per month: the most that a consumer contract usually may ask.
    package static let standard = LateChargeTerms(fine: Percentage(2), monthlyInterest: Percentage(1))
}
