package import Domain

extension ContactPlace {
    /// Every place where a debtor may be: the state of the address first, then the states of the area codes of the
    /// contact points in use, each in each of its zones (rules H1 and H3). Empty when nothing is known.
    ///
    /// An address does not tell where a telephone is carried, so every state of an area code counts beside the address.
    /// Of a state with several zones the area code's are taken where it lies in that state, otherwise the state's.
    package static func candidates(
        address: FederativeUnit?, areaCodes: [AreaCode], municipalHolidays: Set<CalendarDay> = []
    ) -> [ContactPlace] {
        var places: [ContactPlace] = []
        func add(_ state: FederativeUnit, _ zone: Zone) {
            let place = ContactPlace(
                state: state, zone: zone, municipalHolidays: state == address ? municipalHolidays : [])
            if !places.contains(place) { places.append(place) }
        }
        if let address {
            let local = areaCodes.filter { $0.states.contains(address) }.flatMap(\.zones)
            for zone in zones(local, of: address) { add(address, zone) }
        }
        for areaCode in areaCodes {
            for state in areaCode.states where state != address || places.isEmpty {
                for zone in zones(areaCode.zones, of: state) { add(state, zone) }
            }
        }
        return places
    }

    /// Those of the zones that a state's clocks show, whatever they are called; all of the state's where none is.
    private static func zones(_ zones: [Zone], of state: FederativeUnit) -> [Zone] {
        var found: [Zone] = []
        for zone in zones where state.zones.contains(where: { $0.offsetMinutes == zone.offsetMinutes }) {
            if !found.contains(where: { $0.offsetMinutes == zone.offsetMinutes }) { found.append(zone) }
        }
        return found.isEmpty ? state.zones : found
    }
}

extension ContactCalendar {
    /// The Brazilian calendar, with whatever local days it was given.
    package init(_ calendar: BrazilianCalendar) {
        self.init(
            isHoliday: { calendar.isHoliday($0, in: $1) },
            isBankHoliday: { calendar.isBankHoliday($0) },
            candidates: { year in calendar.holidays(inYear: year).map(\.day) })
    }
}
