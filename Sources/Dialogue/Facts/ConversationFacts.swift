package import Domain
package import Wording

/// Everything that a step of a conversation may know. The engine loads it anew for every step.
package struct ConversationFacts: Sendable {
    package let creditor: CreditorProfile
    package let file: DebtorFile
    package let contactPoint: ContactPointID
    package let channel: Channel
    /// The debtor's own zone: what "hoje" means.
    package let zone: Zone
    package let calendar: BrazilianCalendar
    /// The zone in which the team keeps its hours.
    package let deskZone: Zone
    package let serviceHours: ServiceHours
    /// The texts, with the creditor's own where it has any.
    package let catalogue: Catalogue
    /// The creditor's own answers to questions.
    package let answers: FrequentAnswers
    /// A promise may lie at most this many days ahead.
    package let promiseDaysMax: Int

    package init(
        creditor: CreditorProfile, file: DebtorFile, contactPoint: ContactPointID, channel: Channel = .whatsapp,
        zone: Zone = .brasilia, calendar: BrazilianCalendar = .standard, deskZone: Zone? = nil,
        serviceHours: ServiceHours = .office, catalogue: Catalogue = .standard, answers: FrequentAnswers = .none,
        promiseDaysMax: Int = 35
    ) {
        self.creditor = creditor
        self.file = file
        self.contactPoint = contactPoint
        self.channel = channel
        self.zone = zone
        self.calendar = calendar
        self.deskZone = deskZone ?? zone
        self.serviceHours = serviceHours
        self.catalogue = catalogue
        self.answers = answers
        self.promiseDaysMax = promiseDaysMax
    }
}
