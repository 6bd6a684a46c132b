/// A Brazilian area code (DDD) that exists.
///
/// It tells where a line was bought, not where its owner is: an address known to us says more.
package struct AreaCode: Hashable, Comparable, Sendable {
    /// 11 … 99
    package let number: Int

    /// Nil for the 33 two-digit numbers that are no area code.
    package init?(_ number: Int) {
        guard number >= 0, number < 100, AreaCode.table[number] != nil else { return nil }
        self.number = number
    }

    package static let all: [AreaCode] = (11...99).compactMap { AreaCode($0) }

    /// The state to which the code belongs, or most of it.
    package var state: FederativeUnit { entry.state }

    /// All states in which the code is used, `state` first: 61 serves Goiás around the Federal District, 42 a town of
    /// Santa Catarina.
    package var states: [FederativeUnit] {
        switch number {
        case 42: [.pr, .sc]
        case 61: [.df, .go]
        default: [state]
        }
    }

    package var zone: Zone { entry.zone }

    /// All zones in which the code is used, `zone` first: 81 has Fernando de Noronha, 97 the far west of Amazonas.
    package var zones: [Zone] {
        switch number {
        case 81: [zone, .noronha]
        case 97: [zone, Zone(name: "America/Eirunepe", offsetMinutes: -300)]
        default: [zone]
        }
    }

    /// The main places, for people.
    package var region: String { entry.region }

    package static func < (left: AreaCode, right: AreaCode) -> Bool { left.number < right.number }

    private struct Entry: Sendable {
        let state: FederativeUnit
        let zone: Zone
        let region: String
    }

    private var entry: Entry {
        AreaCode.table[number] ?? Entry(state: .sp, zone: .brasilia, region: "")
    }

    /// By number; nil where there is no such code.
    private static let table: [Entry?] = {
        var table: [Entry?] = Array(repeating: nil, count: 100)
        for line in areaCodePlan.split(separator: "\n") {
            let parts = line.split(separator: "|")
            guard parts.count == 5, let number = Int(parts[0]), let state = FederativeUnit(rawValue: String(parts[1])),
                let offset = Int(parts[3])
            else { continue }
            let zone = Zone(name: String(parts[2]), offsetMinutes: offset)
            table[number] = Entry(state: state, zone: zone, region: String(parts[4]))
        }
        return table
    }()
}

extension AreaCode: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int.self)
        guard let code = AreaCode(number) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no area code \(number)")
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
