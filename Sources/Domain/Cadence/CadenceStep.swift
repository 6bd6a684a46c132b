/// One wished contact of a cadence.
package struct CadenceStep: Hashable, Codable, Sendable {
    /// Names the step in histories and makes its message happen once per case; unique in its cadence: `D+1:whatsapp`.
    package let key: String
    /// Days after the due date; negative before it.
    package let offsetDays: Int
    package let channel: Channel
    package let content: StepContent
    /// What is said instead to a person who has not proved to be the debtor at that contact point.
    package let neutralTemplate: String?
    package let attachment: StepAttachment?
    /// Without one the step is for every case.
    package let condition: Condition?
    /// Channels to try, in order, when the first cannot be used.
    package let otherwise: [Channel]
    /// Minutes after midnight on the debtor's clock at which it is wished for.
    package let minuteOfDay: Int

    /// Nine in the morning: the earliest hour that the law of every state allows.
    package static let standardMinuteOfDay = 9 * 60

    package init(
        key: String? = nil, offsetDays: Int, channel: Channel, content: StepContent, neutralTemplate: String? = nil,
        attachment: StepAttachment? = nil, condition: Condition? = nil, otherwise: [Channel] = [],
        minuteOfDay: Int = CadenceStep.standardMinuteOfDay
    ) {
        self.key = key ?? CadenceStep.dayText(offsetDays) + ":" + channel.rawValue
        self.offsetDays = offsetDays
        self.channel = channel
        self.content = content
        self.neutralTemplate = neutralTemplate
        self.attachment = attachment
        self.condition = condition
        self.otherwise = otherwise
        self.minuteOfDay = minuteOfDay
    }

    /// `D-3`, `D0`, `D+12`, as written in files.
    package static func dayText(_ offset: Int) -> String {
        offset == 0 ? "D0" : offset < 0 ? "D-\(-offset)" : "D+\(offset)"
    }
}

/// What a step says.
package enum StepContent: Hashable, Codable, Sendable {
    case template(TemplateChoice)
    /// What a person says on the telephone: the name of a script.
    case script(String)
}

/// One template, or several to learn from.
package struct TemplateChoice: Hashable, Codable, Sendable {
    package enum Method: String, CaseIterable, Codable, Sendable {
        /// There is only one.
        case fixed
        /// Equal shares, stable per debtor.
        case split
        /// Shares that follow what was learnt; equal ones until something was.
        case bandit
    }

    /// At least one.
    package let names: [String]
    package let method: Method

    package init(_ name: String) {
        names = [name]
        method = .fixed
    }

    /// Nil without names.
    package init?(anyOf names: [String], method: Method) {
        if names.isEmpty { return nil }
        self.names = names
        self.method = names.count == 1 ? .fixed : method
    }

    /// The debtor's equal share, the same for ever for the same step.
    package func name(for debtor: DebtorID, step: String) -> String {
        let share = StableShare.of("template/" + step, debtor)
        return names[Int(share) * names.count / Int(Percentage.whole.micros)]
    }
}

/// What a step carries besides its words.
package enum StepAttachment: String, CaseIterable, Codable, Sendable {
    /// A picture or document with amount, due date and Pix code.
    case paymentCard = "payment_card"
    case pixCode = "pix_code"
    case boleto
    case statement
}
