import Domain
import Language

/// Compares what somebody wrote with the debtor's own data. It answers only whether it matched, never with what.
struct IdentityCheck {
    enum Outcome: Hashable {
        /// Nothing in the text is a datum that could be compared.
        case nothingGiven
        case matched(Set<IdentityDatum>)
        case mismatched
    }

    /// Fewer digits of a CPF prove nothing.
    static let cpfDigitsMin = 3
    /// A message with more numbers than this is a try at guessing.
    static let candidatesMax = 2

    let secrets: IdentityMaterial
    /// What was asked, for numbers that do not say what they are.
    let asked: IdentityDatum

    func compare(_ heard: Heard) -> Outcome {
        var matched: Set<IdentityDatum> = []
        var given = false
        let groups = cpfCandidates(heard)
        if let cpf = secrets.cpfDigits, !groups.isEmpty {
            given = true
            if groups.count > IdentityCheck.candidatesMax { return .mismatched }
            if let datum = match(groups[0], cpf: cpf, saysEnd: saysEnd(heard.plain)) { matched.insert(datum) }
        }
        if let birth = secrets.birthDate, !heard.details.dayAndMonths.isEmpty {
            if heard.details.dayAndMonths.count > IdentityCheck.candidatesMax { return .mismatched }
            if asked == .birthday || saysBirth(heard.plain) || groups.isEmpty {
                given = true
                let hit = heard.details.dayAndMonths[0]
                let sameYear = hit.year.map { $0 == birth.year || ($0 < 100 && $0 == birth.year % 100) } ?? true
                if hit.day == birth.day, hit.month == birth.month, sameYear { matched.insert(.birthday) }
            }
        }
        if !matched.isEmpty { return .matched(matched) }
        return given ? .mismatched : .nothingGiven
    }

    private func match(_ digits: String, cpf: String, saysEnd: Bool) -> IdentityDatum? {
        if digits.count == 11 { return digits == cpf ? .cpfWhole : nil }
        guard digits.count < 11 else { return nil }
        if saysEnd { return cpf.hasSuffix(digits) ? .cpfEnd : nil }
        return cpf.hasPrefix(digits) ? .cpfStart : nil
    }

    /// Runs of digits that can be meant as part of a CPF: parts of dates, phones and counts are not.
    private func cpfCandidates(_ heard: Heard) -> [String] {
        let plain = heard.plain
        var groups = heard.details.digitGroups.filter(\.isDigits)
        // "é sobre a dívida de 500 reais?" is no try at a CPF.
        if Saying.namesMoney(heard.text), !plain.contains(" cpf ") { return [] }
        // "os 3 primeiros são 529"
        if plain.contains(" 3 primeir") || plain.contains(" first 3 "), let count = groups.firstIndex(of: "3") {
            groups.remove(at: count)
        }
        let isApart = groups.count >= IdentityCheck.cpfDigitsMin && groups.allSatisfy { $0.count == 1 }
        if !plain.contains(" cpf "), !isApart {
            let dates = Set(heard.details.dayAndMonths.flatMap(IdentityCheck.digits))
            groups.removeAll(where: dates.contains)
        }
        let phones = heard.details.phones.map { $0.filter(\.isASCIIDigit) }
        groups.removeAll { group in
            group.count >= 8 && group != secrets.cpfDigits && phones.contains { $0.hasSuffix(group) }
        }
        if groups.isEmpty { groups = SpokenDigits.groups(in: plain) }
        // "5 2 9" and "52 9": digits written apart.
        if !groups.isEmpty, groups.allSatisfy({ $0.count < IdentityCheck.cpfDigitsMin }) {
            let joined = groups.joined()
            groups = IdentityCheck.cpfDigitsMin...11 ~= joined.count ? [joined] : []
        }
        if groups.count > 1, groups[0].count == 3, groups.joined().count == 11 { groups = [groups.joined()] }
        return groups.filter { (IdentityCheck.cpfDigitsMin...11).contains($0.count) }
    }

    /// The runs of digits of which a day and month may have been written.
    private static func digits(of date: DayAndMonth) -> [String] {
        let day = padded(date.day, 2)
        let month = padded(date.month, 2)
        let years = date.year.map { [String($0), padded($0 % 100, 2)] } ?? []
        return [day, month, String(date.day), String(date.month), day + month] + years + years.map { day + month + $0 }
    }

    private func saysEnd(_ plain: String) -> Bool {
        // "começa 529 termina 25": the longer run is the start.
        [" fina", " ultim", " termina", " last ", " ending"].contains(where: plain.contains) && !saysStart(plain)
    }

    private func saysStart(_ plain: String) -> Bool {
        [" comec", " inici", " primeir", " first ", " starts ", " empieza "].contains(where: plain.contains)
    }

    private func saysBirth(_ plain: String) -> Bool {
        [" nasc", " aniversario", " born", " birth", " naci", " cumple"].contains(where: plain.contains)
    }
}

extension String {
    fileprivate var isDigits: Bool { !isEmpty && allSatisfy(\.isASCIIDigit) }
}

/// Digits said as words: "um dois três".
enum SpokenDigits {
    private static let words: [Substring: Character] = [
        "zero": "0", "um": "1", "uma": "1", "dois": "2", "duas": "2", "tres": "3", "quatro": "4", "cinco": "5",
        "seis": "6", "meia": "6", "sete": "7", "oito": "8", "nove": "9", "one": "1", "two": "2", "three": "3",
        "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "uno": "1", "dos": "2",
        "cuatro": "4", "siete": "7", "ocho": "8", "nueve": "9",
    ]

    /// Runs of three or more spoken digits.
    static func groups(in plain: String) -> [String] {
        var groups: [String] = []
        var run = ""
        for word in plain.split(separator: " ") {
            if let digit = words[word] {
                run.append(digit)
            } else {
                if run.count >= 3 { groups.append(run) }
                run = ""
            }
        }
        if run.count >= 3 { groups.append(run) }
        return groups
    }
}
