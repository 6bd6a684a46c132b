package import Domain

/// Réguas: the cadences in force.
package struct CadencesPage: Page {
    package let cadences: [CadenceView]

    package init(cadences: [CadenceView]) {
        self.cadences = cadences
    }
}

package struct CadenceView: Sendable {
    package let name: String
    package let version: Int
    package let activeSince: Timestamp?
    package let activatedBy: String?
    package let portfolios: [String]
    package let steps: [CadenceStepView]
    package let holdoutPercent: Int?
    /// `recovery_rate` `22% in 30d`, as written.
    package let objectives: [Fact]
    package let stopOn: [String]
    package let pauseOn: [Fact]
    /// The file as written.
    package let yaml: String
    package let caseCount: Int?

    package init(
        name: String, version: Int, activeSince: Timestamp? = nil, activatedBy: String? = nil, portfolios: [String],
        steps: [CadenceStepView], holdoutPercent: Int? = nil, objectives: [Fact], stopOn: [String], pauseOn: [Fact],
        yaml: String, caseCount: Int? = nil
    ) {
        self.name = name
        self.version = version
        self.activeSince = activeSince
        self.activatedBy = activatedBy
        self.portfolios = portfolios
        self.steps = steps
        self.holdoutPercent = holdoutPercent
        self.objectives = objectives
        self.stopOn = stopOn
        self.pauseOn = pauseOn
        self.yaml = yaml
        self.caseCount = caseCount
    }
}

package struct CadenceStepView: Sendable {
    /// Days from the due date, negative before it.
    package let day: Int
    package let channel: Channel
    /// Templates, or the script of a call; several where one is chosen among them.
    package let templates: [String]
    /// The condition as written.
    package let condition: String?
    /// Channels tried when the first is not possible.
    package let otherwise: [Channel]
    package let attachment: String?
    /// Cases that stand before this step now.
    package let waiting: Int?

    package init(
        day: Int, channel: Channel, templates: [String], condition: String? = nil, otherwise: [Channel],
        attachment: String? = nil, waiting: Int? = nil
    ) {
        self.day = day
        self.channel = channel
        self.templates = templates
        self.condition = condition
        self.otherwise = otherwise
        self.attachment = attachment
        self.waiting = waiting
    }
}

/// Modelos: the templates that the platform has approved, or not.
package struct TemplatesPage: Page {
    package let templates: [TemplateView]

    package init(templates: [TemplateView]) {
        self.templates = templates
    }
}

package struct TemplateView: Sendable {
    package let name: String
    package let language: String
    package let category: Category
    package let state: State
    package let quality: Quality?
    package let body: String
    package let buttons: [String]
    package let sent: Int?
    package let read: Share?
    /// Why it was rejected or paused, in words.
    package let reason: String?

    package enum Category: String, CaseIterable, Sendable { case utility, marketing, authentication }
    package enum State: String, CaseIterable, Sendable { case approved, pending, rejected, paused, disabled, draft }
    package enum Quality: String, CaseIterable, Sendable { case high, medium, low, unknown }

    package init(
        name: String, language: String, category: Category, state: State, quality: Quality? = nil, body: String,
        buttons: [String], sent: Int? = nil, read: Share? = nil, reason: String? = nil
    ) {
        self.name = name
        self.language = language
        self.category = category
        self.state = state
        self.quality = quality
        self.body = body
        self.buttons = buttons
        self.sent = sent
        self.read = read
        self.reason = reason
    }
}
