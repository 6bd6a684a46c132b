/// What came of a call that sends a message.
package enum SendOutcome: Hashable, Sendable {
    /// The platform has it. That is not delivery: statuses follow.
    case accepted(SendReceipt)
    /// The platform refused it, or it certainly never got there.
    case failed(SendFailure)
    /// It may have been sent. Wait for a status with the callback data, and only then decide; never send it again
    /// before.
    case unknown(reason: String)
}

/// The answer to an accepted send.
package struct SendReceipt: Hashable, Sendable {
    package let messageID: String
    /// The digits under which WhatsApp knows the person: they may differ from those we sent (ninth digit).
    package let phone: String?
    package let bsuid: String?
    /// `accepted`, or held back by pacing or a pause.
    package let status: DeliveryStatus

    package init(messageID: String, phone: String?, bsuid: String?, status: DeliveryStatus) {
        self.messageID = messageID
        self.phone = phone
        self.bsuid = bsuid
        self.status = status
    }
}

/// A refusal, and what it means for us.
package struct SendFailure: Error, Hashable, Sendable {
    /// Nil when no error body came.
    package let code: Int?
    package let httpStatus: Int?
    /// Meta's words.
    package let message: String
    /// For Meta's support.
    package let traceID: String?
    package let action: ErrorAction
    package let alerts: Bool
    /// For the operator, in Portuguese.
    package let text: String

    package init(
        code: Int?, httpStatus: Int?, message: String, traceID: String?, action: ErrorAction, alerts: Bool, text: String
    ) {
        self.code = code
        self.httpStatus = httpStatus
        self.message = message
        self.traceID = traceID
        self.action = action
        self.alerts = alerts
        self.text = text
    }
}

/// How a connection failed before an answer was complete.
package enum TransportFailure: Hashable, Sendable {
    /// Before the first byte of the request was written: it certainly was not sent.
    case beforeWriting(String)
    /// While or after writing (time-out, reset): the platform may have it.
    case afterWriting(String)
}

extension SendOutcome {
    package init(_ failure: TransportFailure) {
        switch failure {
        case .beforeWriting(let reason):
            self = .failed(.transport(reason, httpStatus: nil, action: WhatsAppErrors.patient))
        case .afterWriting(let reason): self = .unknown(reason: reason)
        }
    }

    /// Reads an answer of `POST …/messages`. The error's code decides, not the HTTP status, except where there is no
    /// code: then a refusal before the work (4xx) is a failure, and anything else may hide a message that went out
    /// (§12.2).
    package init(httpStatus: Int, body: [UInt8]) {
        let options = JSONParser.Options(bytesMax: 1 << 20, depthMax: 32, repairs: true)
        let answer = try? JSONParser.parse(body, options: options)
        if let error = answer?["error"], error.object != nil {
            self = .failed(SendFailure(error: error, httpStatus: httpStatus))
        } else if (200...299).contains(httpStatus) {
            self = SendOutcome.read(answer)
        } else {
            self = SendOutcome.withoutError(httpStatus)
        }
    }

    private static func read(_ answer: JSONValue?) -> SendOutcome {
        guard let message = answer?["messages"]?.array?.first, let id = message["id"]?.string.flatMap(nonBlank) else {
            return .unknown(reason: "the answer names no message")
        }
        let contact = answer?["contacts"]?.array?.first
        return .accepted(
            SendReceipt(
                messageID: id, phone: WhatsAppContact.phone(contact?["wa_id"]),
                bsuid: WhatsAppContact.userID(contact?["user_id"]),
                status: DeliveryStatus(sendResponse: message["message_status"]?.string)))
    }

    private static func withoutError(_ httpStatus: Int) -> SendOutcome {
        let reason = "HTTP \(httpStatus) without an error of the platform"
        switch httpStatus {
        case 429: return .failed(.transport(reason, httpStatus: httpStatus, action: .slowDown(.number)))
        case 401, 403:
            return .failed(.transport(reason, httpStatus: httpStatus, action: .stopSender(.credentials), alerts: true))
        case 300...499 where httpStatus != 408:
            return .failed(.transport(reason, httpStatus: httpStatus, action: WhatsAppErrors.fix, alerts: true))
        default: return .unknown(reason: reason)
        }
    }
}

extension SendFailure {
    /// From the `error` object of an answer. `is_transient` means retry, where the table would have given up.
    init(error: JSONValue, httpStatus: Int?) {
        let code = error["code"]?.integerOrText.flatMap(Int.init(exactly:))
        let details = error["error_data"]?["details"]?.string
        let message = [error["message"]?.string, details].compactMap { $0 }.joined(separator: " – ")
        let rule = code.map(WhatsAppErrors.rule(for:))
        var action = rule?.action ?? WhatsAppErrors.fix
        if error["is_transient"]?.bool == true, case .fixRequest = action { action = WhatsAppErrors.few }
        self.init(
            code: code, httpStatus: httpStatus, message: message.isEmpty ? "no message" : message,
            traceID: error["fbtrace_id"]?.string, action: action, alerts: rule?.alerts ?? true,
            text: rule?.text ?? "A Meta recusou a requisição sem dizer o código do erro.")
    }

    fileprivate static func transport(
        _ reason: String, httpStatus: Int?, action: ErrorAction, alerts: Bool = false
    ) -> SendFailure {
        SendFailure(
            code: nil, httpStatus: httpStatus, message: reason, traceID: nil, action: action, alerts: alerts,
            text: "Falha na comunicação com a Meta: \(reason).")
    }
}
