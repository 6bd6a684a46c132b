/// Everything about the simulated platform that a run may choose.
package struct CloudAPIConfiguration: Sendable {
    package var seed: UInt64
    package var accounts: [BusinessAccount]
    package var timing: CloudAPITiming
    package var faults: CloudAPIFaults
    package var retry: RetrySchedule
    package var pairRate: PairRate
    /// The Graph version in which webhooks are rendered: up to 23 every status carries a `conversation`.
    package var webhookVersion: Int
    /// Refusals that are told by a `failed` status after the message was accepted, instead of in the answer. The real
    /// platform does both, for the same codes.
    package var lateErrors: Set<Int>
    /// Delivered non-template messages that cost nothing, per number and calendar month (since 2026-10-01).
    package var freeServiceMessagesPerMonth: Int
    /// Where media are downloaded from; the HTTP edge sets its own address.
    package var mediaBaseURL: String
    /// How many updates may share one POST; the platform allows 1,000 and promises nothing.
    package var updatesPerWebhookMost: Int

    package init(seed: UInt64, accounts: [BusinessAccount]) {
        self.seed = seed
        self.accounts = accounts
        timing = .usual
        faults = .none
        retry = RetrySchedule()
        pairRate = .strict
        webhookVersion = 25
        lateErrors = [131_026, 131_049]
        freeServiceMessagesPerMonth = 1000
        mediaBaseURL = "https://lookaside.fbsbx.com"
        updatesPerWebhookMost = 1
    }
}

/// A WhatsApp Business Account: it owns numbers and templates, and all its webhooks carry its id.
package struct BusinessAccount: Sendable {
    package var id: String
    package var appSecret: String
    package var accessTokens: Set<String>
    package var numbers: [BusinessNumber]
    package var templates: [SimulatedTemplate]

    package init(
        id: String, appSecret: String, accessTokens: Set<String>, numbers: [BusinessNumber],
        templates: [SimulatedTemplate] = []
    ) {
        self.id = id
        self.appSecret = appSecret
        self.accessTokens = accessTokens
        self.numbers = numbers
        self.templates = templates
    }
}

/// A number that the business sends from.
package struct BusinessNumber: Sendable {
    /// What stands in paths; not the number itself.
    package var id: String
    /// Digits with country code.
    package var displayDigits: String
    package var verifiedName: String
    /// In- and outbound together.
    package var messagesPerSecond: Int
    /// Users that may be written to outside the window in a rolling day; nil for no limit.
    package var messagingLimit: Int?
    package var qualityRating: String

    package init(
        id: String, displayDigits: String, verifiedName: String, messagesPerSecond: Int = 80,
        messagingLimit: Int? = nil, qualityRating: String = "GREEN"
    ) {
        self.id = id
        self.displayDigits = displayDigits
        self.verifiedName = verifiedName
        self.messagesPerSecond = messagesPerSecond
        self.messagingLimit = messagingLimit
        self.qualityRating = qualityRating
    }
}

/// How long the platform and the phones take.
package struct CloudAPITiming: Hashable, Sendable {
    /// From a request to its answer.
    package var answer: Latency
    /// From acceptance to `sent`.
    package var sent: Latency
    /// From `sent` to the phone; a phone may be off for hours.
    package var delivered: Latency
    /// From an event to the POST that tells of it.
    package var webhook: Latency
    /// How long a held template waits for its quality check.
    package var held: Latency

    package init(answer: Latency, sent: Latency, delivered: Latency, webhook: Latency, held: Latency) {
        self.answer = answer
        self.sent = sent
        self.delivered = delivered
        self.webhook = webhook
        self.held = held
    }

    /// As observed in ordinary operation.
    package static let usual = CloudAPITiming(
        answer: Latency(least: 60, median: 180, ninetieth: 420, ninetyNinth: 900, most: 2500),
        sent: Latency(least: 150, median: 500, ninetieth: 1100, ninetyNinth: 3000, most: 8000),
        delivered: Latency(least: 200, median: 1200, ninetieth: 25_000, ninetyNinth: 5_400_000, most: 28_800_000),
        webhook: Latency(least: 40, median: 150, ninetieth: 500, ninetyNinth: 2000, most: 6000),
        held: Latency(least: 300_000, median: 1_200_000, ninetieth: 3_000_000, ninetyNinth: 3_500_000, most: 3_600_000))

    /// Nothing takes any time: for tests of order and content, and for measuring the program under test.
    package static let immediate = CloudAPITiming(
        answer: .none, sent: .none, delivered: .none, webhook: .none, held: Latency(constant: 60_000))
}

/// What goes wrong, and how often: all figures are times in a thousand.
package struct CloudAPIFaults: Hashable, Sendable {
    /// A webhook is delivered a second time, later, in the same bytes.
    package var duplicated = 0
    /// A webhook is held back for some seconds, so that later ones overtake it.
    package var reordered = 0
    /// A webhook comes minutes to hours late.
    package var delayed = 0
    /// A webhook's first attempt is lost on the way; the retry brings it.
    package var dropped = 0
    /// A send is refused with 130429 although the limit is not reached.
    package var throttled = 0
    /// A send is answered by a 500 or 503, with or without a JSON body, and was not accepted.
    package var serverError = 0
    /// A send is answered by a proxy's 502 page, but was accepted: statuses will follow.
    package var serverErrorAfter = 0
    /// A send hangs, and was not accepted.
    package var timeoutBefore = 0
    /// A send hangs, but was accepted: statuses will follow.
    package var timeoutAfter = 0
    /// A message is held up, so that the next ones reach the phone before it.
    package var overtaken = 0
    /// A template message is held for a quality check.
    package var held = 0
    /// A held template message is dropped in the end (failed, 132015).
    package var heldDropped = 0
    /// A marketing template is withheld from its user (failed, 131049).
    package var marketingCapped = 0
    /// A webhook also carries an update of a field that nobody knows.
    package var unknownField = 0

    package init() {}

    package static let none = CloudAPIFaults()

    /// Everything at once, at the rates at which a fault test should run.
    package static let stormy: CloudAPIFaults = {
        var faults = CloudAPIFaults()
        faults.duplicated = 100
        faults.reordered = 150
        faults.delayed = 20
        faults.dropped = 50
        faults.throttled = 20
        faults.serverError = 20
        faults.serverErrorAfter = 10
        faults.timeoutBefore = 10
        faults.timeoutAfter = 20
        faults.overtaken = 20
        faults.held = 10
        faults.heldDropped = 300
        faults.marketingCapped = 50
        faults.unknownField = 10
        return faults
    }()
}
