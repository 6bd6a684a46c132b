package import Domain

/// One call of the Graph API, without host, version and token.
package struct WhatsAppRequest: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET"
        case post = "POST"
    }

    package let method: Method
    /// After the version: `200000000000001/messages`.
    package let path: String
    /// Nil without a body.
    package let contentType: String?
    package let body: [UInt8]

    init(_ method: Method, _ path: String, json: JSONValue) {
        self.init(method, path, contentType: "application/json", body: json.bytes())
    }

    init(_ method: Method, _ path: String, contentType: String? = nil, body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.contentType = contentType
        self.body = body
    }
}

/// To whom a message goes.
package enum WhatsAppAddress: Hashable, Sendable {
    /// Digits with country code, in the form under which WhatsApp was seen to know the person, else the full number.
    case phone(String)
    /// The business-scoped user id, for people whose phone is hidden.
    case user(String)

    /// The best way to an identity: the phone where there is one, as every message kind may go there.
    package init?(_ contact: WhatsAppContact) {
        if let phone = contact.phone {
            self = .phone(phone)
        } else if let id = contact.bsuid ?? contact.parentBsuid {
            self = .user(id)
        } else {
            return nil
        }
    }
}

/// A message on its way: what, to whom, and what has to come back with it.
package struct OutboundMessage: Hashable, Sendable {
    package let content: MessageContent
    package let to: WhatsAppAddress
    /// The business number's opaque id.
    package let numberID: String
    /// Echoed in each status: how an unanswered send is found again. No personal data: it is logged and forwarded.
    package let callbackData: String?
    /// The message that is quoted.
    package let replyTo: String?
    /// Meta's ids of uploaded files, by the SHA-256 of `MediaReference`.
    package let mediaIDs: [String: String]

    package init(
        _ content: MessageContent, to: WhatsAppAddress, numberID: String, callbackData: String?, replyTo: String? = nil,
        mediaIDs: [String: String] = [:]
    ) {
        self.content = content
        self.to = to
        self.numberID = numberID
        self.callbackData = callbackData
        self.replyTo = replyTo
        self.mediaIDs = mediaIDs
    }
}

extension WhatsAppRequest {
    /// `POST /{phone-number-id}/messages`; throws all that would make the platform refuse it.
    package static func send(_ message: OutboundMessage) throws(InvalidMessage) -> WhatsAppRequest {
        var violations = WhatsAppLimits.violations(in: message.content)
        var check = LimitCheck()
        check.optional(message.callbackData, "biz_opaque_callback_data", max: WhatsAppLimits.callbackDataMax)
        check.address(message.to)
        check.pathPart(message.numberID, "phone_number_id")
        if let media = message.content.media, message.mediaIDs[media.sha256] == nil {
            check.add("media", .form("o arquivo ainda não foi enviado à Meta"), "Envie o arquivo antes da mensagem.")
        }
        violations += check.violations
        guard violations.isEmpty else { throw InvalidMessage(violations) }
        return WhatsAppRequest(.post, message.numberID + "/messages", json: message.json)
    }

    /// Marks a message as read, and with it all earlier ones; with `typing`, shows for up to 25 seconds that we write.
    package static func markRead(_ messageID: String, typing: Bool, numberID: String) -> WhatsAppRequest {
        var body = JSONObject()
        body.append("messaging_product", "whatsapp")
        body.append("status", "read")
        body.append("message_id", .string(messageID))
        if typing { body.append("typing_indicator", ["type": "text"]) }
        return WhatsAppRequest(.post, numberID + "/messages", json: .object(body))
    }

    /// Asks for the address of a file in Meta's keeping, which then lives for five minutes.
    package static func mediaAddress(_ mediaID: String, numberID: String) -> WhatsAppRequest {
        WhatsAppRequest(.get, "\(mediaID)?phone_number_id=\(numberID)")
    }
}

extension LimitCheck {
    fileprivate mutating func address(_ address: WhatsAppAddress) {
        switch address {
        case .phone(let digits):
            let valid = (8...15).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
            if !valid { add("to", .form("não é um telefone com código do país"), "Use só algarismos: 5511…") }
        case .user(let id):
            if nonBlank(id) == nil { add("recipient", .notEmpty, "Informe o BSUID.") }
        }
    }

    /// Ids become part of an address on the web, so nothing but letters and digits may be in them.
    fileprivate mutating func pathPart(_ id: String, _ field: String) {
        let valid = !id.isEmpty && id.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 0x20) }
        if !valid { add(field, .form("não é um id da Meta"), "Use o id do número, só algarismos.") }
    }
}
