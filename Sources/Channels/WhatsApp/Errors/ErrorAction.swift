/// What to do about an error of the platform.
package enum ErrorAction: Hashable, Sendable {
    /// Try again: the n-th time after `firstSeconds · factorⁿ`, plus some chance, at most `triesMax` times; then set
    /// aside.
    case retry(triesMax: Int, firstSeconds: Int64, factor: Int64)
    /// Too fast: slow the queue down and try again; nothing is wrong with the message.
    case slowDown(Pace)
    /// Nothing to do for so long; then try once more. Where `otherChannel` is set, another channel may take over at
    /// once.
    case wait(seconds: Int64, otherChannel: Bool)
    /// The request or the set-up is wrong. Never sent again as it is; `retryOnce` where Meta is known to err now and
    /// then.
    case fixRequest(retryOnce: Bool)
    /// Not reachable by WhatsApp. `otherNumberForm`: first try a Brazilian number's other form once, which is no second
    /// contact, because nothing was delivered. The finding holds for `unreachableDays`, or until the person writes.
    case switchChannel(otherNumberForm: Bool, unreachableDays: Int?)
    /// The person stopped our marketing; what is not marketing still flows.
    case stopMarketing
    /// Nothing leaves by that path until a person has looked.
    case stopSender(Scope)
    /// The 24-hour window is closed: only a template may go.
    case useTemplate
    /// The person's identity key changed: whoever reads there has to prove who they are again.
    case reidentify
    /// Ask the person to send the file again.
    case askResend
    /// For what people sent: show that there is something that cannot be shown.
    case showPlaceholder

    /// What is too fast.
    package enum Pace: String, Hashable, Sendable {
        /// The number's throughput: halve it, then add back step by step.
        case number
        /// One number to one person: wait 4ⁿ seconds.
        case pair
        /// Calls of the management API.
        case management
    }

    /// What has to stop.
    package enum Scope: String, Hashable, Sendable {
        /// Everything that uses the access token.
        case credentials
        /// The WhatsApp Business Account with all its numbers.
        case account
        case number
        /// All templates of the account; replies inside open windows may go on.
        case templates
        /// The one template of the message, and each step that uses it. Held messages are never sent again.
        case template
        /// WhatsApp's payment messages.
        case payments
        /// Calls.
        case calling
    }

    /// A short stable word, as tools print it.
    package var name: String {
        switch self {
        case .retry: "retry"
        case .slowDown(.number): "slow_down"
        case .slowDown(.pair): "slow_down_pair"
        case .slowDown(.management): "slow_down_management"
        case .wait(let seconds, let otherChannel):
            ErrorAction.waitName(seconds: seconds) + (otherChannel ? "_or_other_channel" : "")
        case .fixRequest: "fix_request"
        case .switchChannel: "switch_channel"
        case .stopMarketing: "stop_marketing"
        case .stopSender(let scope): "stop_\(scope.rawValue)"
        case .useTemplate: "use_template"
        case .reidentify: "reidentify"
        case .askResend: "ask_resend"
        case .showPlaceholder: "show_placeholder"
        }
    }

    private static func waitName(seconds: Int64) -> String {
        if seconds % 3600 == 0 { return "wait_\(seconds / 3600)h" }
        return seconds % 60 == 0 ? "wait_\(seconds / 60)m" : "wait_\(seconds)s"
    }

    /// Seconds before the next try, the first being number 0, without the part of chance that the sender adds; nil when
    /// there is none.
    package func delaySeconds(beforeTry number: Int) -> Int64? {
        guard number >= 0 else { return nil }
        switch self {
        case .retry(let triesMax, let first, let factor):
            return number < triesMax ? ErrorAction.grown(first, by: factor, number) : nil
        case .slowDown(.pair): return ErrorAction.grown(1, by: 4, min(number, 6))
        case .slowDown(.number): return ErrorAction.grown(1, by: 2, min(number, 6))
        case .slowDown(.management): return ErrorAction.grown(60, by: 2, min(number, 6))
        case .wait(let seconds, _): return number == 0 ? seconds : nil
        case .fixRequest(let retryOnce): return retryOnce && number == 0 ? 5 : nil
        default: return nil
        }
    }

    private static func grown(_ first: Int64, by factor: Int64, _ power: Int) -> Int64 {
        (0..<power).reduce(first) { value, _ in min(value * factor, 86_400) }
    }
}

/// One line of the table of errors.
package struct ErrorRule: Hashable, Sendable {
    package let codes: ClosedRange<Int>
    package let action: ErrorAction
    /// Whether a person has to be told at once; otherwise it is only counted.
    package let alerts: Bool
    /// For the operator, in Portuguese: what happened and what to do.
    package let text: String

    init(_ code: Int, _ action: ErrorAction, alerts: Bool = false, _ text: String) {
        self.init(code...code, action, alerts: alerts, text)
    }

    init(_ codes: ClosedRange<Int>, _ action: ErrorAction, alerts: Bool = false, _ text: String) {
        self.codes = codes
        self.action = action
        self.alerts = alerts
        self.text = text
    }
}
