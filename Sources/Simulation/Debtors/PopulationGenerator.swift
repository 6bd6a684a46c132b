package import Domain

/// Makes an invented portfolio: the same seed and day give the same people, whatever the count.
package struct PopulationGenerator: Sendable {
    private let seed: UInt64
    private let today: CalendarDay
    private let population: Population

    /// `today` is the day seen from, against which due dates lie; `population` says how people will behave.
    package init(seed: UInt64, today: CalendarDay, population: Population = .demo) {
        self.seed = seed
        self.today = today
        self.population = population
    }

    /// The first `count` people, at most a million.
    ///
    /// Their phone numbers count up from 9 0000-0000, a range that no operator has given out, so that nobody can be
    /// reached by accident. Only accounts from before the ninth digit must lie where numbers began with 6 to 9 at
    /// that time: theirs count up from 9 9900-0000.
    package func people(_ count: Int) -> [InventedDebtor] { (0..<count).map { person($0) } }

    /// The person at a place in the population.
    package func person(_ index: Int) -> InventedDebtor {
        var chance = SeededGenerator(seed: seed, stream: "person/\(index)")
        let gender: InventedDebtor.Gender = chance.chance(520) ? .female : .male
        let name = name(gender, &chance)
        let place = chance.pick(weighted: InventedPlace.byWeight) ?? InventedPlace.all[0]
        let hasLandline = chance.chance(120)
        let hasEmail = chance.chance(550)
        let isOldAccount = chance.chance(place.areaCode >= 31 ? 150 : 20)
        let subscriber = padded(isOldAccount ? 99_000_000 + index : index, 8)
        let age = chance.integer(19...78)
        let birthDate = today.adding(days: -(age * 365 + age / 4 + chance.below(365)))
        let cpf = cpf(index)
        return InventedDebtor(
            id: index, name: name, gender: gender, cpf: cpf, birthDate: birthDate,
            phone: "55\(place.areaCode)9\(subscriber)",
            waID: isOldAccount ? "55\(place.areaCode)\(subscriber)" : "55\(place.areaCode)9\(subscriber)",
            landline: hasLandline ? "55\(place.areaCode)3\(padded(index % 10_000_000, 7))" : nil,
            email: hasEmail ? "cliente\(index + 1)@exemplo.com.br" : nil,
            state: place.state, city: place.city, zone: zone(place),
            debts: debts(index, &chance),
            persona: population.persona(&chance))
    }

    private func name(_ gender: InventedDebtor.Gender, _ chance: inout SeededGenerator) -> String {
        let given = gender == .female ? InventedNames.female : InventedNames.male
        var parts = [chance.pick(given) ?? "Ana"]
        if chance.chance(250) {
            let middle = gender == .female ? InventedNames.second.prefix(8) : InventedNames.second.suffix(8)
            if let second = chance.pick(Array(middle)), second != parts[0] { parts.append(second) }
        }
        let first = chance.pick(InventedNames.surnames) ?? "Silva"
        var last = chance.pick(InventedNames.surnames) ?? "Souza"
        if last == first { last = first == "Silva" ? "Souza" : "Silva" }
        if chance.chance(750) { parts.append(first) }
        if chance.chance(120) { parts.append(last == "Santos" ? "dos" : "de") }
        parts.append(last)
        return parts.joined(separator: " ")
    }

    /// A permutation of the nine-digit numbers, so that no two people share one.
    private func cpf(_ index: Int) -> String {
        let offset = Int(truncatingIfNeeded: StableHash.fnv1a("cpf/\(seed)".utf8) % 1_000_000_000)
        func base(_ place: Int) -> Int { (place * 716_151_937 + offset) % 1_000_000_000 }
        let own = base(index)
        return InventedCPF.complete(InventedCPF.isRepeated(own) ? base(index + 500_000_000) : own)
    }

    private func zone(_ place: InventedPlace) -> Zone {
        switch place.ruleZone {
        case .brasilia: .brasilia
        case .amazon: .amazon
        case .acre: .acre
        }
    }

    private static let products: [(weight: Int, value: String)] = [
        (40, "Crediário"), (20, "Cartão da loja"), (15, "Empréstimo pessoal"), (15, "Mensalidade"), (10, "Condomínio"),
    ]

    private func debts(_ index: Int, _ chance: inout SeededGenerator) -> [InventedDebt] {
        let count = chance.pick(weighted: [(78, 1), (16, 2), (6, 3)]) ?? 1
        let product = chance.pick(weighted: Self.products) ?? "Crediário"
        var due = today.adding(days: -(chance.pick(weighted: Self.ages) ?? 10) + chance.below(5))
        let amount = Latency(least: 4_500, median: 38_000, ninetieth: 240_000, ninetyNinth: 900_000, most: 2_500_000)
        return (0..<count).map { place in
            let debt = InventedDebt(
                contract: "C\(padded(index + 1, 6))-\(place + 1)", product: product,
                principal: Money(cents: amount.sample(&chance)), due: due)
            due = due.adding(months: -1)
            return debt
        }
    }

    /// Days past due; a few are not due yet, for the reminders before.
    private static let ages: [(weight: Int, value: Int)] = [
        (8, -3), (8, 0), (16, 5), (18, 12), (18, 25), (14, 45), (10, 75), (5, 120), (3, 200),
    ]
}
