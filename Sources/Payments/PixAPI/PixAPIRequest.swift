/// One call of the Central Bank's Pix API (2.9.0) as a value: without host, base path and connection, which differ from
/// bank to bank.
package struct PixAPIRequest: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// A parameter of the query or a header.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let method: Method
    /// After the bank's base address; begins with `/`. Every part is already safe to stand in an address.
    package let path: String
    /// In the order in which they are sent, not yet percent-encoded.
    package let query: [Field]
    package private(set) var headers: [Field]
    package let body: [UInt8]
    /// What the access token must allow; nil for the request that asks for the token.
    package let scope: PixScope?

    init(
        _ method: Method, _ path: String, query: [Field] = [], headers: [Field] = [], body: [UInt8] = [],
        scope: PixScope?
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.scope = scope
    }

    /// A request with a JSON body.
    init(_ method: Method, _ path: String, json: some Encodable, scope: PixScope) {
        self.init(
            method, path, headers: [Field("Content-Type", "application/json")], body: PixWire.encode(json),
            scope: scope)
    }

    /// Path and query as they stand in the request line.
    package var target: String {
        guard !query.isEmpty else { return path }
        let pairs = query.map { PixWire.percentEncoded($0.name) + "=" + PixWire.percentEncoded($0.value) }
        return path + "?" + pairs.joined(separator: "&")
    }

    /// Whether the same request may be sent again after it was not answered: the bank does the work once.
    ///
    /// All but the posts, which make a new thing each time: after silence those are looked for in the bank's lists.
    package var isRepeatable: Bool { method != .post || scope == nil }

    /// The request with its access token.
    package func authorized(by token: PixAccessToken) -> PixAPIRequest {
        var request = self
        request.headers.append(Field("Authorization", "Bearer " + token.text))
        return request
    }
}

/// What a token may be used for; the names are the Central Bank's.
package enum PixScope: String, Hashable, Sendable, CaseIterable, Comparable {
    case chargeWrite = "cob.write"
    case chargeRead = "cob.read"
    case dueChargeWrite = "cobv.write"
    case dueChargeRead = "cobv.read"
    case batchWrite = "lotecobv.write"
    case batchRead = "lotecobv.read"
    case pixWrite = "pix.write"
    case pixRead = "pix.read"
    case webhookWrite = "webhook.write"
    case webhookRead = "webhook.read"
    case locationWrite = "payloadlocation.write"
    case locationRead = "payloadlocation.read"
    case recurrenceWrite = "rec.write"
    case recurrenceRead = "rec.read"
    case consentWrite = "solicrec.write"
    case consentRead = "solicrec.read"
    case recurringChargeWrite = "cobr.write"
    case recurringChargeRead = "cobr.read"
    case recurrenceLocationWrite = "payloadlocationrec.write"
    case recurrenceLocationRead = "payloadlocationrec.read"
    case recurrenceWebhookWrite = "webhookrec.write"
    case recurrenceWebhookRead = "webhookrec.read"
    case recurringChargeWebhookWrite = "webhookcobr.write"
    case recurringChargeWebhookRead = "webhookcobr.read"

    package static func < (left: PixScope, right: PixScope) -> Bool { left.rawValue < right.rawValue }
}

/// A request that the bank would certainly refuse: what is wrong, field by field.
package struct InvalidPixRequest: Error, Hashable, Sendable, CustomStringConvertible {
    package struct Violation: Hashable, Sendable {
        /// The field as the API names it: `cobv.valor.multa`.
        package let property: String
        package let reason: String
    }

    package let violations: [Violation]

    package var description: String { violations.map { "\($0.property): \($0.reason)" }.joined(separator: "; ") }
}

/// Collects what is wrong with a request.
struct PixRequestCheck {
    private(set) var violations: [InvalidPixRequest.Violation] = []

    mutating func require(_ condition: Bool, _ property: String, _ reason: @autoclosure () -> String) {
        if !condition { violations.append(.init(property: property, reason: reason())) }
    }

    mutating func text(_ text: String?, _ property: String, max: Int) {
        guard let text else { return }
        require((1...max).contains(text.unicodeScalars.count), property, "1 to \(max) characters")
    }

    /// Letters and digits only, so that it may stand in a path.
    mutating func word(_ text: String, _ property: String, _ lengths: ClosedRange<Int>) {
        require(
            PixTxid.isValid(text, lengths: lengths), property,
            "\(lengths.lowerBound) to \(lengths.upperBound) letters and digits")
    }

    func finish() throws(InvalidPixRequest) {
        if !violations.isEmpty { throw InvalidPixRequest(violations: violations) }
    }
}
