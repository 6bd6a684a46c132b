/// Turns tokens into hashed features: words, pairs and triples of words, groups of words, sounds, letters, and all of it
/// beside what was last asked.
package struct FeatureExtractor: Sendable {
    let concepts: Concepts

    package init(concepts: Concepts) { self.concepts = concepts }

    /// Longer messages give no more features than this; time is bounded.
    static let maximumFeatures = 4000

    private enum Seed {
        static let word: UInt64 = 1
        static let pair: UInt64 = 2
        static let triple: UInt64 = 3
        static let sound: UInt64 = 4
        static let soundPair: UInt64 = 5
        static let letters: UInt64 = 6
        static let concept: UInt64 = 7
        static let conceptPair: UInt64 = 8
        static let conceptTriple: UInt64 = 18
        static let negated: UInt64 = 9
        static let context: UInt64 = 10
        static let contextWord: UInt64 = 11
        static let contextWhole: UInt64 = 12
        static let whole: UInt64 = 13
        static let gap: UInt64 = 14
        static let edge: UInt64 = 15
        static let shape: UInt64 = 16
        static let contextConcept: UInt64 = 17
        static let conceptSet: UInt64 = 19
    }

    /// One position of the message as the model sees it.
    private struct Unit {
        var hash: UInt64
        var sound: UInt64
        var groups: [UInt16]
        var isNegation = false
        var isBreak = false
    }

    /// Hashes, with repetitions removed, in the order in which they came up.
    func features(_ tokens: [Token], _ mentions: [Mention], _ context: QuestionContext) -> [UInt64] {
        var features: [UInt64] = []
        features.reserveCapacity(400)
        let units = units(tokens, mentions, context)
        addWords(units, into: &features)
        addConcepts(units, into: &features)
        addLetters(tokens, mentions, into: &features)
        addContext(units, context, into: &features)
        addShape(tokens, units, into: &features)
        if features.count > FeatureExtractor.maximumFeatures {
            features.removeLast(features.count - FeatureExtractor.maximumFeatures)
        }
        FeatureExtractor.removeRepetitions(&features)
        return features
    }

    /// Keeps the first of equals; a table of twice the size finds them faster than sorting does.
    private static func removeRepetitions(_ features: inout [UInt64]) {
        var bits = 6
        while 1 << bits < features.count * 2 { bits += 1 }
        var table = [UInt64](repeating: 0, count: 1 << bits)
        let mask = table.count - 1
        var kept = 0
        for index in features.indices {
            let feature = features[index]
            var place = Int(truncatingIfNeeded: feature) & mask
            while table[place] != 0, table[place] != feature { place = (place + 1) & mask }
            if table[place] == feature { continue }
            table[place] = feature
            features[kept] = feature
            kept += 1
        }
        features.removeLast(features.count - kept)
    }

    // MARK: Units

    private func units(_ tokens: [Token], _ mentions: [Mention], _ context: QuestionContext) -> [Unit] {
        var units: [Unit] = []
        units.reserveCapacity(tokens.count)
        var index = 0
        var next = 0
        while index < tokens.count, units.count < 400 {
            if next < mentions.count, mentions[next].range.lowerBound == index {
                let isDay = context == .askedDate && FeatureExtractor.isBareDay(mentions[next], tokens)
                let name = isDay ? "#bareday" : FeatureExtractor.placeholder(mentions[next].value)
                let hash = FeatureHash.of(name, seed: 99)
                units.append(Unit(hash: hash, sound: hash, groups: []))
                if case .date(let date) = mentions[next].value, date.isNegated { units[units.count - 1].hash &+= 1 }
                index = mentions[next].range.upperBound
                next += 1
                continue
            }
            let token = tokens[index]
            index += 1
            let bytes = Array(token.text.utf8)
            let hash = FeatureHash.of(token.text, seed: 98)
            switch token.kind {
            case .mark:
                guard ["?", "!", ",", ".", ";", ":", "\""].contains(token.text) else { continue }
                units.append(Unit(hash: hash, sound: hash, groups: [], isBreak: true))
            case .word:
                var unit = Unit(hash: hash, sound: Sound.hash(bytes), groups: concepts.groups(of: bytes))
                unit.isNegation = FeatureExtractor.negations.contains(token.text)
                units.append(unit)
            default:
                units.append(Unit(hash: hash, sound: hash, groups: concepts.groups(of: bytes)))
            }
        }
        return units
    }

    private static let negations: Set<String> = [
        "nao", "nunca", "nem", "sem", "jamais", "ninguem", "not", "dont", "never", "no",
    ]

    /// "20" where the day was asked for is a day, not a sum of money.
    private static func isBareDay(_ mention: Mention, _ tokens: [Token]) -> Bool {
        guard mention.range.count == 1, let value = Int(tokens[mention.range.lowerBound].text), (1...31).contains(value)
        else { return false }
        switch mention.value {
        case .number: return true
        case .amount(let amount): return amount.isBare
        default: return false
        }
    }

    private static func placeholder(_ value: Mention.Value) -> String {
        switch value {
        case .date(let date):
            switch date.doubt {
            case .past: "#past"
            case .range, .ambiguous: "#range"
            case .vague(.payday): "#payday"
            case .vague(.someday): "#someday"
            default: "#date"
            }
        case .recurringDay: "#everymonth"
        case .time(.clock): "#time"
        case .time: "#partofday"
        case .amount(let amount):
            amount.isDownPayment ? "#down" : amount.isPerInstallment ? "#each" : "#amount"
        case .installments: "#times"
        case .share: "#share"
        case .percent: "#percent"
        case .number: "#number"
        case .phone: "#phone"
        case .document: "#document"
        case .email: "#email"
        case .link: "#link"
        }
    }

    // MARK: Features

    private func addWords(_ units: [Unit], into features: inout [UInt64]) {
        var negation = 0
        var previous: [Unit] = []
        for unit in units {
            features.append(key(Seed.word, unit.hash))
            features.append(key(Seed.sound, unit.sound))
            if unit.isBreak {
                negation = 0
            } else if negation > 0 {
                features.append(key(Seed.negated, unit.hash))
                for group in unit.groups { features.append(key(Seed.negated, UInt64(group))) }
                negation -= 1
            }
            if unit.isNegation { negation = 4 }
            if let last = previous.last {
                features.append(key(Seed.pair, last.hash, unit.hash))
                features.append(key(Seed.soundPair, last.sound, unit.sound))
                if previous.count > 1 {
                    let before = previous[previous.count - 2]
                    features.append(key(Seed.triple, before.hash, last.hash, unit.hash))
                    features.append(key(Seed.gap, before.hash, unit.hash))
                }
            }
            previous.append(unit)
        }
        if let first = units.first, let last = units.last {
            features.append(key(Seed.edge, first.hash, 1))
            features.append(key(Seed.edge, last.hash, 2))
        }
    }

    private func addConcepts(_ units: [Unit], into features: inout [UInt64]) {
        var trail: [UInt16] = []
        for (position, unit) in units.enumerated() {
            if unit.groups.isEmpty {
                // A placeholder or a plain word next to a group is a pair too.
                if let last = trail.last, position > 0, !units[position - 1].groups.isEmpty {
                    features.append(key(Seed.conceptPair, UInt64(last), unit.hash))
                }
                continue
            }
            for group in unit.groups {
                features.append(key(Seed.concept, UInt64(group)))
                if position > 0, units[position - 1].groups.isEmpty {
                    features.append(key(Seed.conceptPair, units[position - 1].hash, UInt64(group)))
                }
                for (distance, other) in trail.reversed().prefix(3).enumerated() {
                    features.append(
                        key(distance == 0 ? Seed.conceptPair : Seed.conceptSet, UInt64(other), UInt64(group)))
                }
                if trail.count > 1 {
                    features.append(
                        key(
                            Seed.conceptTriple, UInt64(trail[trail.count - 2]), UInt64(trail[trail.count - 1]),
                            UInt64(group)))
                }
            }
            trail.append(contentsOf: unit.groups)
        }
    }

    /// Runs of three to five letters, word boundaries included, in the words that no recogniser took.
    private func addLetters(_ tokens: [Token], _ mentions: [Mention], into features: inout [UInt64]) {
        var text: [UInt8] = [0x20]
        var next = 0
        for (index, token) in tokens.enumerated() {
            while next < mentions.count, mentions[next].range.upperBound <= index { next += 1 }
            if next < mentions.count, mentions[next].range.contains(index) {
                if text.last != 0x23 { text.append(0x23) }
                continue
            }
            guard token.kind == .word else { continue }
            if text.last != 0x20 { text.append(0x20) }
            text.append(contentsOf: token.text.utf8)
            if text.count > 1500 { break }
        }
        text.append(0x20)
        for start in text.indices {
            var hash = FeatureHash(Seed.letters)
            for length in 0..<5 {
                guard start + length < text.count else { break }
                hash.add(text[start + length])
                if length >= 2 { features.append(hash.mixed) }
            }
        }
    }

    private func addContext(_ units: [Unit], _ context: QuestionContext, into features: inout [UInt64]) {
        let asked = FeatureHash.of(context.rawValue, seed: 97)
        features.append(key(Seed.context, asked))
        var whole = FeatureHash(Seed.whole)
        var words = 0
        for unit in units where !unit.isBreak {
            whole.add(unit.hash)
            words += 1
            if units.count <= 12 {
                features.append(key(Seed.contextWord, asked, unit.hash))
                for group in unit.groups { features.append(key(Seed.contextConcept, asked, UInt64(group))) }
            }
        }
        if words <= 4 {
            features.append(whole.mixed)
            features.append(key(Seed.contextWhole, asked, whole.mixed))
        }
    }

    private func addShape(_ tokens: [Token], _ units: [Unit], into features: inout [UInt64]) {
        let asks = tokens.contains { $0.isMark("?") }
        if asks { features.append(key(Seed.shape, 1)) }
        if tokens.last?.isMark("?") ?? false { features.append(key(Seed.shape, 2)) }
        let words = tokens.lazy.filter { $0.kind == .word }.count
        features.append(key(Seed.shape, 10 + UInt64(min(words, 4))))
        if words > 8 { features.append(key(Seed.shape, words > 16 ? 21 : 20)) }
        if words == 0 {
            features.append(key(Seed.shape, tokens.contains { $0.kind == .symbol } ? 30 : 31))
        }
        if asks {
            for unit in units where !unit.groups.isEmpty && units.count < 24 {
                for group in unit.groups { features.append(key(Seed.shape, 40, UInt64(group))) }
            }
        }
    }

    @inline(__always)
    private func key(_ seed: UInt64, _ first: UInt64) -> UInt64 {
        var hash = FeatureHash(seed)
        hash.add(first)
        return hash.mixed
    }

    @inline(__always)
    private func key(_ seed: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
        var hash = FeatureHash(seed)
        hash.add(first)
        hash.add(second)
        return hash.mixed
    }

    @inline(__always)
    private func key(_ seed: UInt64, _ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        var hash = FeatureHash(seed)
        hash.add(first)
        hash.add(second)
        hash.add(third)
        return hash.mixed
    }
}

/// How a word sounds, roughly: `xegou` and `chegou`, `dexa` and `deixa`, `naum` and `não` come out alike.
enum Sound {
    static func hash(_ word: [UInt8]) -> UInt64 {
        var hash = FeatureHash(96)
        var index = 0
        var last: UInt8 = 0
        let end = word.count
        while index < end {
            let byte = word[index]
            let next = index + 1 < end ? word[index + 1] : 0
            var out = byte
            var step = 1
            let isBeforeFrontVowel = next == 0x65 || next == 0x69
            switch byte {
            case 0x63:  // c
                if next == 0x68 { out = 0x78; step = 2 } else { out = isBeforeFrontVowel ? 0x73 : 0x6B }
            case 0x71:  // q
                out = 0x6B
                if next == 0x75 { step = 2 }
            case 0x7A: out = 0x73  // z
            case 0x68: out = 0  // h
            case 0x79: out = 0x69  // y
            case 0x77: out = 0x75  // w
            case 0x70 where next == 0x68:  // ph
                out = 0x66
                step = 2
            case 0x67 where isBeforeFrontVowel: out = 0x6A  // ge, gi
            case 0x65 where next == 0x69 && index + 2 < end: step = 2  // ei → e inside a word
            case 0x6F where next == 0x75: step = 2  // ou → o
            case 0x6C where index + 1 == end: out = 0x75  // final l
            case 0x6D where index + 1 == end: out = 0x6E  // final m
            case 0x65 where index + 1 == end && end > 2: out = 0x69  // final e
            case 0x6F where index + 1 == end && end > 2: out = 0x75  // final o
            case 0x72 where index + 1 == end && end > 3: out = 0  // final r
            default: break
            }
            if out != 0, out != last { hash.add(out) }
            if out != 0 { last = out }
            index += step
        }
        return hash.mixed
    }
}
