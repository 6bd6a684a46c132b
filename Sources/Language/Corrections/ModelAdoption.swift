/// Whether a new model replaces the one in use, and why. Both were evaluated on the same held-out messages.
package struct ModelAdoption: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// Not evaluated on the same messages: nothing can be said.
        case otherMessages(new: Int, old: Int)
        case fewerRecalled(Intent, new: Int, old: Int)
        case fewerFirstRight(new: Int, old: Int)
        case fewerEntitiesRight(new: Int, old: Int)
        case lowerF1
        case notBetter
        /// What got better: right first intents, and intents over all.
        case better(firstRight: Int, f1: Bool)
    }

    package let isAdopted: Bool
    package let reasons: [Reason]

    /// What must not be missed: a new model may not find fewer of these, whatever else it gains.
    package static let protected: [Intent] = [
        .crisis, .optOut, .wrongPerson, .dispute, .deceased, .thirdPartyPayer, .legalThreat, .humanAgent,
    ]

    /// Adopted if it is better in the first intent or in F1 over all intents, worse in neither, misses nothing of what is
    /// protected that the old one found, and reads entities no worse. A draw changes nothing.
    package init(new: Evaluation, old: Evaluation) {
        guard new.count == old.count, new.expected == old.expected, new.count > 0 else {
            isAdopted = false
            reasons = [.otherMessages(new: new.count, old: old.count)]
            return
        }
        var against: [Reason] = ModelAdoption.protected.compactMap { intent in
            let (found, before) = (new.perIntent[intent]?.found ?? 0, old.perIntent[intent]?.found ?? 0)
            return found < before ? .fewerRecalled(intent, new: found, old: before) : nil
        }
        if new.firstRight < old.firstRight {
            against.append(.fewerFirstRight(new: new.firstRight, old: old.firstRight))
        }
        if new.entitiesRight < old.entitiesRight {
            against.append(.fewerEntitiesRight(new: new.entitiesRight, old: old.entitiesRight))
        }
        // 2·found ÷ (asserted + expected), compared without division.
        let (newF1, oldF1) = (new.found * (old.asserted + old.expected), old.found * (new.asserted + new.expected))
        if newF1 < oldF1 { against.append(.lowerF1) }
        if against.isEmpty, new.firstRight == old.firstRight, newF1 == oldF1 { against.append(.notBetter) }
        isAdopted = against.isEmpty
        reasons = against.isEmpty ? [.better(firstRight: new.firstRight - old.firstRight, f1: newF1 > oldF1)] : against
    }
}

/// The rule in one word.
package func adopt(new: Evaluation, old: Evaluation) -> Bool { ModelAdoption(new: new, old: old).isAdopted }
