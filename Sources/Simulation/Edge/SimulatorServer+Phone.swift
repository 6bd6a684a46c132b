package import Domain

/// What the browser's phone asks of the town, in-process.
extension SimulatorServer {
    /// Everybody in town.
    package func residents() -> [Resident] { town.residents() }

    /// Everything on a phone, oldest first.
    package func conversation(of phone: String, with numberID: String? = nil) -> [PhoneBubble] {
        town.cloud.conversation(of: phone, with: numberID)
    }

    /// Whether "is writing…" shows on the phone now.
    package func isTyping(to phone: String, from numberID: String) -> Bool {
        with { town, now in town.cloud.isTyping(to: phone, from: numberID, now: now) }
    }

    /// Takes a phone into somebody's hands, or gives it back to its simulated owner.
    package func setManual(_ isManual: Bool, phone: String) {
        with { town, _ in town.setManual(isManual, phone: phone) }
    }

    /// Writes, taps or sends a file as the owner of a phone; returns the message's id.
    @discardableResult
    package func send(
        _ content: UserContent, from phone: String, to numberID: String, replyTo: String? = nil
    ) throws -> String {
        try with { town, now in try town.send(content, from: phone, to: numberID, replyTo: replyTo, now: now) }
    }

    /// The owner of a phone looks at the chat.
    package func readAll(_ phone: String, numberID: String) throws {
        try with { town, now in try town.readAll(phone, numberID: numberID, now: now) }
    }

    /// Pays a Pix code that stands in the chat.
    @discardableResult
    package func pay(_ code: String, amount: Money? = nil, from phone: String) throws -> SettledPix {
        try with { town, now in try town.pay(code, amount: amount, from: phone, now: now) }
    }

    /// The file behind a bubble's `media.id`, while it is kept.
    package func mediaFile(_ id: String) -> (bytes: [UInt8], mimeType: String)? {
        with { town, now in town.cloud.mediaFile(id, now: now) }
    }

    /// Every message to a phone that the platform accepted, with its id and callback data, in order.
    package func acceptedMessages(to phone: String) -> [AcceptedMessage] { town.cloud.acceptedMessages(to: phone) }

    /// All figures of the run so far.
    package func statistics() -> SimulatorStatistics {
        SimulatorStatistics(
            cloud: town.cloud.statistics, town: town.figures, openWebhooks: town.cloud.openWebhooks,
            openCallbacks: town.bank.openCallbacks, repeatedCallbackData: town.cloud.repeatedCallbackData)
    }
}

/// All figures of a run, for the page and for tests.
package struct SimulatorStatistics: Hashable, Sendable, Codable {
    package let cloud: CloudAPIStatistics
    package let town: TownFigures
    /// Webhooks not yet answered with 200, of the platform and of the bank.
    package let openWebhooks: Int
    package let openCallbacks: Int
    /// Callback data under which the platform accepted more than one message: something was sent twice.
    package let repeatedCallbackData: [String: Int]
}
