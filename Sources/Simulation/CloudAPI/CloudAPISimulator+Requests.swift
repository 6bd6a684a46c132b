import Channels
package import Domain

/// The routes of the Graph API that a business uses.
extension CloudAPISimulator {
    /// Answers one request. The path may begin with a version (`/v25.0/…`), as Graph's do.
    package mutating func handle(_ request: SimulatedRequest, now: Timestamp) -> SimulatedResponse {
        var chance = draw("request")
        let delay = configuration.timing.answer.sample(&chance)
        var response: SimulatedResponse
        do throws(GraphError) {
            response = try route(request, now: now, chance: &chance)
        } catch {
            response = refusal(error)
        }
        response.delayMilliseconds = delay
        return response
    }

    private mutating func route(
        _ request: SimulatedRequest, now: Timestamp, chance: inout SeededGenerator
    ) throws(GraphError) -> SimulatedResponse {
        var parts = request.path.split(separator: "/").map(String.init)
        if let first = parts.first, isVersion(first) { parts.removeFirst() }
        if parts.count == 2, parts[0] == "whatsapp_business", parts[1] == "attachments" {
            return try download(request, now: now)
        }
        guard let objectID = parts.first else { throw .unknownObject("") }
        let token = bearer(request)
        guard let token, configuration.accounts.contains(where: { $0.accessTokens.contains(token) }) else {
            throw .token
        }
        if objectID == "debug_token" { return json(debugToken(request)) }
        let edge = parts.dropFirst().joined(separator: "/")
        if let (account, number) = number(objectID) {
            guard account.accessTokens.contains(token) else { throw .notOwner }
            return try numberRoute(request, edge, account: account, number: number, now: now, chance: &chance)
        }
        if let index = configuration.accounts.firstIndex(where: { $0.id == objectID }) {
            guard configuration.accounts[index].accessTokens.contains(token) else { throw .notOwner }
            return try accountRoute(request, edge, index: index, now: now)
        }
        if edge.isEmpty, let place = templatePlace(objectID) { return json(templateFields(place)) }
        if edge.isEmpty, let response = try mediaRoute(request, objectID, now: now) { return response }
        throw .unknownObject(objectID)
    }

    private func isVersion(_ text: String) -> Bool {
        text.hasPrefix("v") && text.dropFirst().split(separator: ".").count == 2
            && text.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
    }

    private func bearer(_ request: SimulatedRequest) -> String? {
        guard let header = request.headers["authorization"] else { return request.query["access_token"] }
        let words = header.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }

    func number(_ id: String) -> (BusinessAccount, BusinessNumber)? {
        for account in configuration.accounts {
            if let number = account.numbers.first(where: { $0.id == id }) { return (account, number) }
        }
        return nil
    }

    private mutating func numberRoute(
        _ request: SimulatedRequest, _ edge: String, account: BusinessAccount, number: BusinessNumber, now: Timestamp,
        chance: inout SeededGenerator
    ) throws(GraphError) -> SimulatedResponse {
        switch (request.method, edge) {
        case ("POST", "messages"), ("POST", "marketing_messages"):
            return try messagesRoute(request, account: account, number: number, now: now, chance: &chance)
        case ("POST", "media"): return json(try upload(request, number: number, now: now))
        case ("GET", ""): return json(numberFields(number, query: request.query))
        default: throw .invalid("Unsupported \(request.method.lowercased()) request on edge \"\(edge)\".")
        }
    }

    private mutating func messagesRoute(
        _ request: SimulatedRequest, account: BusinessAccount, number: BusinessNumber, now: Timestamp,
        chance: inout SeededGenerator
    ) throws(GraphError) -> SimulatedResponse {
        counted.sendRequests += 1
        let faults = configuration.faults
        if chance.chance(faults.throttled) { throw .throughput }
        if chance.chance(faults.serverError) { return trouble(&chance) }
        if chance.chance(faults.timeoutBefore) { return unanswered() }
        let isLost = chance.chance(faults.timeoutAfter)
        let isGarbled = chance.chance(faults.serverErrorAfter)
        let body: JSONValue
        do {
            body = try JSONParser.parse(request.body)
        } catch {
            throw .invalid("The body is not JSON: \(error.description)")
        }
        let answer: JSONValue
        do throws(GraphError) {
            answer = try postMessage(body, account: account, number: number, now: now)
        } catch {
            counted.refused[error.code, default: 0] += 1
            throw error
        }
        if isGarbled {
            return SimulatedResponse(
                status: 502, contentType: "text/html", body: Array("<html>Bad Gateway</html>".utf8))
        }
        return isLost ? unanswered() : json(answer)
    }

    private mutating func unanswered() -> SimulatedResponse {
        counted.unanswered += 1
        return SimulatedResponse(status: 504, contentType: "text/plain", body: [], fate: .unanswered)
    }

    /// A 5xx with the platform's body, or a proxy's page without one.
    private mutating func trouble(_ chance: inout SeededGenerator) -> SimulatedResponse {
        if chance.chance(300) {
            return SimulatedResponse(
                status: 503, contentType: "text/html", body: Array("<html>Service Unavailable</html>".utf8))
        }
        let error = chance.pick(GraphError.troubles) ?? GraphError.troubles[0]
        counted.refused[error.code, default: 0] += 1
        return refusal(error)
    }

    func json(_ value: JSONValue, status: Int = 200) -> SimulatedResponse {
        SimulatedResponse(status: status, body: value.bytes())
    }

    private mutating func refusal(_ error: GraphError) -> SimulatedResponse {
        draws += 1
        let trace = "A" + StableHash.hex(StableHash.fnv1a("trace/\(draws)".utf8))
        return json(error.body(trace: trace), status: error.status)
    }

    private func debugToken(_ request: SimulatedRequest) -> JSONValue {
        let token = request.query["input_token"] ?? ""
        let account = configuration.accounts.first { $0.accessTokens.contains(token) }
        guard let account else { return ["data": ["is_valid": false, "scopes": []]] }
        let targets: JSONValue = [.string(account.id)]
        return [
            "data": [
                "is_valid": true, "type": "SYSTEM_USER", "expires_at": 0,
                "scopes": ["whatsapp_business_management", "whatsapp_business_messaging"],
                "granular_scopes": [
                    ["scope": "whatsapp_business_management", "target_ids": targets],
                    ["scope": "whatsapp_business_messaging", "target_ids": targets],
                ],
            ]
        ]
    }

    /// Only what `fields` asks for, and always the id.
    func select(_ all: JSONObject, query: [String: String], usual: Set<String>) -> JSONValue {
        let asked = query["fields"].map { fields in
            Set(fields.split(separator: ",").map { String($0.prefix { $0 != "." && $0 != "{" }) })
        }
        let wanted = asked ?? usual
        return .object(JSONObject(all.members.filter { $0.key == "id" || wanted.contains($0.key) }))
    }

    func numberFields(_ number: BusinessNumber, query: [String: String]) -> JSONValue {
        var all = JSONObject()
        all.append("verified_name", .string(number.verifiedName))
        all.append("display_phone_number", .string("+" + number.displayDigits))
        all.append("code_verification_status", "VERIFIED")
        all.append("name_status", "APPROVED")
        all.append("quality_rating", .string(number.qualityRating))
        all.append("status", "CONNECTED")
        all.append("platform_type", "CLOUD_API")
        all.append("account_mode", "LIVE")
        all.append("throughput", ["level": number.messagesPerSecond > 80 ? "HIGH" : "STANDARD"])
        all.append("whatsapp_business_manager_messaging_limit", .string(tier(number.messagingLimit)))
        all.append(
            "health_status",
            [
                "can_send_message": "AVAILABLE",
                "entities": [
                    ["entity_type": "PHONE_NUMBER", "id": .string(number.id), "can_send_message": "AVAILABLE"]
                ],
            ])
        all.append("id", .string(number.id))
        return select(
            all, query: query,
            usual: [
                "verified_name", "display_phone_number", "code_verification_status", "quality_rating", "platform_type",
                "throughput",
            ])
    }

    private func tier(_ limit: Int?) -> String {
        switch limit {
        case nil: "TIER_UNLIMITED"
        case .some(...250): "TIER_250"
        case .some(...2000): "TIER_2K"
        case .some(...10_000): "TIER_10K"
        default: "TIER_100K"
        }
    }
}
