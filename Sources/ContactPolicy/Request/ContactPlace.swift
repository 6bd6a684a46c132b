package import Domain

/// Where the debtor may be: a state, whose law and holidays count, and a zone, whose clock counts.
package struct ContactPlace: Hashable, Sendable {
    /// Index into `FederativeUnit.allCases`, or `unknownIndex`.
    let index: UInt8
    package let zone: Zone
    /// Days that are holidays in the debtor's own town, where it is known.
    package let municipalHolidays: Set<CalendarDay>

    /// - Parameter state: nil where it is unknown: strict hours, and every state's holidays.
    package init(state: FederativeUnit?, zone: Zone, municipalHolidays: Set<CalendarDay> = []) {
        let found = state.flatMap { FederativeUnit.allCases.firstIndex(of: $0) }
        index = found.map(UInt8.init) ?? ContactPlace.unknownIndex
        self.zone = zone
        self.municipalHolidays = municipalHolidays
    }

    /// Nil when unknown.
    package var state: FederativeUnit? {
        index == ContactPlace.unknownIndex ? nil : FederativeUnit.allCases[Int(index)]
    }

    static let unknownIndex = UInt8(FederativeUnit.allCases.count)

    /// Somewhere in Brazil: what empty `ContactFacts.places` mean.
    package static let anywhere = [Zone.brasilia, .amazon, .acre, .noronha].map { ContactPlace(state: nil, zone: $0) }
}
