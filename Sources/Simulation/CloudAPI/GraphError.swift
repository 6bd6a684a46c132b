import Channels

/// A refusal in the platform's own form.
struct GraphError: Error, Hashable, Sendable {
    let code: Int
    let status: Int
    /// As in the documentation: `Re-engagement message`.
    let title: String
    /// What exactly was wrong.
    let details: String
    let type: String
    /// The platform says itself that trying again makes sense.
    var isTransient = false

    init(_ code: Int, status: Int = 400, _ title: String, details: String, type: String = "OAuthException") {
        self.code = code
        self.status = status
        self.title = title
        self.details = details
        self.type = type
    }

    /// The body of a refused request.
    func body(trace: String) -> JSONValue {
        var error = JSONObject()
        error.append("message", .string("(#\(code)) \(title)"))
        error.append("type", .string(type))
        error.append("code", JSONValue(Int64(code)))
        if isTransient { error.append("is_transient", true) }
        error.append("error_data", ["messaging_product": "whatsapp", "details": .string(details)])
        error.append("fbtrace_id", .string(trace))
        return ["error": .object(error)]
    }

    /// An element of a failed status's `errors`.
    var statusError: JSONValue {
        [
            "code": JSONValue(Int64(code)), "title": .string(title), "message": .string(title),
            "error_data": ["details": .string(details)],
            "href":
                "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes",
        ]
    }
}

extension GraphError {
    static func invalid(_ details: String) -> GraphError { GraphError(100, "Invalid parameter", details: details) }

    static func missing(_ path: String) -> GraphError {
        GraphError(131_008, "Required parameter is missing", details: "Parameter '\(path)' is mandatory.")
    }

    static func value(_ details: String) -> GraphError {
        GraphError(131_009, "Parameter value is not valid", details: details)
    }

    static let token = GraphError(
        190, status: 401, "Authentication Error", details: "The access token could not be decrypted or has expired.")

    static func unknownObject(_ id: String) -> GraphError {
        GraphError(
            33, "Parameter value is not valid",
            details: "Object with ID '\(id)' does not exist, was deleted, or cannot be reached with this token.",
            type: "GraphMethodException")
    }

    static let windowClosed = GraphError(
        131_047, "Re-engagement message",
        details: "Message failed to send because more than 24 hours have passed since the customer last replied.")
    static let pairRate = GraphError(
        131_056, "(Business Account, Consumer Account) pair rate limit hit",
        details: "Too many messages sent from this number to the same recipient in a short time.")
    static let throughput = GraphError(
        130_429, "Rate limit hit", details: "Message failed to send because there were too many messages in a second.")
    static let spamLimit = GraphError(
        131_048, "Spam rate limit hit",
        details: "The number of users that may be messaged outside a customer service window was reached.")
    static let undeliverable = GraphError(131_026, "Message undeliverable", details: "Message Undeliverable.")
    static let sameSender = GraphError(
        131_021, "Recipient cannot be sender", details: "Sender and recipient phone number is the same.")
    static let marketingCap = GraphError(
        131_049, "This message was not delivered to maintain healthy ecosystem engagement.",
        details: "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.")
    static let marketingStopped = GraphError(
        131_050, "User has stopped marketing messages",
        details: "The recipient has chosen to stop receiving marketing messages from this business.")
    static let templatePaused = GraphError(
        132_015, "Template is Paused", details: "Template is paused due to low quality.")
    static let templateDisabled = GraphError(
        132_016, "Template is Disabled", details: "Template is disabled.")
    static let bsuidNotAllowed = GraphError(
        131_062, "Business-scoped user id not allowed",
        details: "One-time codes can only be sent to a phone number.")
    static let notOwner = GraphError(
        10, status: 403, "Application does not have permission for this action",
        details: "The token has no access to this object.")

    static func template(_ name: String, _ language: String) -> GraphError {
        GraphError(
            132_001, status: 404, "Template name does not exist in the translation",
            details: "template name (\(name)) does not exist in \(language)")
    }

    static func parameterCount(_ details: String) -> GraphError {
        GraphError(132_000, "Number of parameters does not match the expected number of params", details: details)
    }

    static func parameterFormat(_ details: String) -> GraphError {
        GraphError(132_012, "Parameter format does not match format in the created template", details: details)
    }

    static func media(_ details: String) -> GraphError {
        GraphError(131_053, "Media upload error", details: details)
    }

    /// Temporary troubles of the platform itself.
    static let troubles: [GraphError] = {
        var unavailable = GraphError(
            2, status: 503, "Service temporarily unavailable", details: "Please retry your request later.")
        unavailable.isTransient = true
        return [
            unavailable,
            GraphError(
                131_000, status: 500, "Something went wrong", details: "Message failed to send due to an unknown error."
            ),
            GraphError(131_016, status: 500, "Service unavailable", details: "A service is temporarily unavailable."),
            GraphError(1, "API Unknown", details: "An unknown error occurred."),
        ]
    }()
}
