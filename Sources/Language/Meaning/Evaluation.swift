package import Domain

/// A message with what it means, as the held-out files hold it, one JSON object per line.
package struct LabelledMessage: Codable, Sendable {
    package let id: String
    package let text: String
    package let day: CalendarDay
    package let context: QuestionContext
    package let intents: [Intent]
    package let entities: Entities

    package init(
        id: String, text: String, day: CalendarDay, context: QuestionContext, intents: [Intent], entities: Entities
    ) {
        self.id = id
        self.text = text
        self.day = day
        self.context = context
        self.intents = intents
        self.entities = entities
    }
}

/// How well a reader reads messages whose meaning is known.
package struct Evaluation: Sendable {
    package private(set) var count = 0
    package private(set) var firstRight = 0
    /// The whole list of intents right, order aside.
    package private(set) var setsRight = 0
    package private(set) var found = 0
    package private(set) var asserted = 0
    package private(set) var expected = 0
    /// All entities of a message right.
    package private(set) var entitiesRight = 0
    package private(set) var perIntent: [Intent: Counts] = [:]
    package private(set) var perEntity: [EntitySlot: Counts] = [:]
    package private(set) var mistakes: [Mistake] = []
    package private(set) var sure = 0
    package private(set) var sureAndRight = 0
    /// Ten bins by the confidence of the first intent: how many messages fell into each, and how many were right.
    package private(set) var reliability = Array(repeating: (count: 0, right: 0), count: 10)

    /// Of one label: how often it was there, was asserted, and was both.
    package struct Counts: Sendable {
        package var expected = 0
        package var asserted = 0
        package var found = 0

        package init() {}

        package var recall: Double { expected == 0 ? 1 : Double(found) / Double(expected) }
        package var precision: Double { asserted == 0 ? 1 : Double(found) / Double(asserted) }
        package var f1: Double {
            found == 0 ? (expected + asserted == 0 ? 1 : 0) : 2 * Double(found) / Double(expected + asserted)
        }
    }

    package struct Mistake: Sendable {
        package let message: LabelledMessage
        package let read: Understanding
    }

    package init() {}

    package init(of reader: Reader, on messages: [LabelledMessage]) {
        for message in messages { add(message, reader.read(message.text, on: message.day, context: message.context)) }
    }

    package var firstAccuracy: Double { ratio(firstRight, count) }
    package var microF1: Double { ratio(2 * found, asserted + expected) }
    package var setAccuracy: Double { ratio(setsRight, count) }
    package var entityAccuracy: Double { ratio(entitiesRight, count) }

    package func recall(_ intent: Intent) -> Double { perIntent[intent]?.recall ?? 1 }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    package mutating func add(_ message: LabelledMessage, _ read: Understanding) {
        let intents = read.intents.map(\.intent)
        count += 1
        let isFirstRight = intents.first == message.intents.first
        let isSetRight = Set(intents) == Set(message.intents)
        let areEntitiesRight = read.entities == message.entities
        if isFirstRight { firstRight += 1 }
        if isSetRight { setsRight += 1 }
        if areEntitiesRight { entitiesRight += 1 }
        if let first = read.intents.first {
            let bin = min(9, Int(first.confidence * 10))
            reliability[bin].count += 1
            if message.intents.contains(first.intent) { reliability[bin].right += 1 }
        }
        if read.isSure { sure += 1 }
        if read.isSure, isFirstRight { sureAndRight += 1 }
        for intent in Intent.allCases {
            let isExpected = message.intents.contains(intent)
            let isAsserted = intents.contains(intent)
            if isExpected { expected += 1 }
            if isAsserted { asserted += 1 }
            if isExpected, isAsserted { found += 1 }
            count(isExpected, isAsserted, isExpected && isAsserted, in: &perIntent[intent, default: Counts()])
        }
        for slot in EntitySlot.allCases {
            let want = message.entities.limited(to: [slot])
            let got = read.entities.limited(to: [slot])
            count(!want.isEmpty, !got.isEmpty, !want.isEmpty && want == got, in: &perEntity[slot, default: Counts()])
        }
        if !isFirstRight || !isSetRight || !areEntitiesRight { mistakes.append(Mistake(message: message, read: read)) }
    }

    private func count(_ isExpected: Bool, _ isAsserted: Bool, _ isFound: Bool, in counts: inout Counts) {
        if isExpected { counts.expected += 1 }
        if isAsserted { counts.asserted += 1 }
        if isFound { counts.found += 1 }
    }
}
