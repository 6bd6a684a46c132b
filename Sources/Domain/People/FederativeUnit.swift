/// One of Brazil's 26 states or the Federal District, by its two letters.
package enum FederativeUnit: String, CaseIterable, Hashable, Comparable, Codable, Sendable {
    case ac = "AC"
    case al = "AL"
    case am = "AM"
    case ap = "AP"
    case ba = "BA"
    case ce = "CE"
    case df = "DF"
    case es = "ES"
    case go = "GO"
    case ma = "MA"
    case mg = "MG"
    case ms = "MS"
    case mt = "MT"
    case pa = "PA"
    case pb = "PB"
    case pe = "PE"
    case pi = "PI"
    case pr = "PR"
    case rj = "RJ"
    case rn = "RN"
    case ro = "RO"
    case rr = "RR"
    case rs = "RS"
    case sc = "SC"
    case se = "SE"
    case sp = "SP"
    case to = "TO"

    /// Reads the two letters or the name, in any case, with or without accents.
    package init?(parsing text: some StringProtocol) {
        if text.utf8.count == 2, let unit = FederativeUnit(rawValue: String(text)) {
            self = unit
            return
        }
        let key = folded(text)
        if key.utf8.count == 2 {
            guard let unit = FederativeUnit(rawValue: key.uppercased()) else { return nil }
            self = unit
        } else {
            guard let unit = FederativeUnit.allCases.first(where: { folded($0.name) == key }) else { return nil }
            self = unit
        }
    }

    package var name: String {
        switch self {
        case .ac: "Acre"
        case .al: "Alagoas"
        case .am: "Amazonas"
        case .ap: "Amapá"
        case .ba: "Bahia"
        case .ce: "Ceará"
        case .df: "Distrito Federal"
        case .es: "Espírito Santo"
        case .go: "Goiás"
        case .ma: "Maranhão"
        case .mg: "Minas Gerais"
        case .ms: "Mato Grosso do Sul"
        case .mt: "Mato Grosso"
        case .pa: "Pará"
        case .pb: "Paraíba"
        case .pe: "Pernambuco"
        case .pi: "Piauí"
        case .pr: "Paraná"
        case .rj: "Rio de Janeiro"
        case .rn: "Rio Grande do Norte"
        case .ro: "Rondônia"
        case .rr: "Roraima"
        case .rs: "Rio Grande do Sul"
        case .sc: "Santa Catarina"
        case .se: "Sergipe"
        case .sp: "São Paulo"
        case .to: "Tocantins"
        }
    }

    /// The zone in which nearly all of its people live.
    package var zone: Zone { zones[0] }

    /// All zones within its borders, the main one first (Lei 11.662/2008, Lei 12.876/2013).
    ///
    /// Amazonas has its far west on Acre's time, Pernambuco has Fernando de Noronha.
    package var zones: [Zone] {
        switch self {
        case .am: [.amazon, .acre]
        case .rr, .ro, .mt, .ms: [.amazon]
        case .ac: [.acre]
        case .pe: [.brasilia, .noronha]
        default: [.brasilia]
        }
    }

    package static func < (left: FederativeUnit, right: FederativeUnit) -> Bool { left.rawValue < right.rawValue }
}
