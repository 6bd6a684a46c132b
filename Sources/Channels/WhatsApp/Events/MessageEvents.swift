package import Domain

/// Content that a person sent: words, a file, a place.
package struct ReceivedMessage: Hashable, Sendable {
    /// Meta's name of the kind: text, image, video, audio, document, sticker, location, order.
    package var type: String
    package var text: String?
    package var caption: String?
    /// Nil when Meta could not hand the file over; `errorCode` then says why.
    package var media: InboundMedia?
    /// As the person's device named the file: untrusted.
    package var filename: String?
    /// A voice note, spoken on the spot. Nil for what is not audio.
    package var isVoice: Bool?
    package var location: SharedLocation?
    package var forwarded = false
    package var frequentlyForwarded = false
    /// The advertisement through which the person came.
    package var referral: AdReferral?
    package var errorCode: Int?

    package init(type: String) { self.type = type }
}

/// A file in Meta's keeping, to be fetched at once with the account's token.
package struct InboundMedia: Hashable, Sendable {
    package let id: String
    /// Without parameters, lower case: `audio/ogg`. A claim: the bytes decide.
    package let mimeType: String?
    /// As written by Meta: base64 in webhooks. To compare, never to refuse by.
    package let sha256: String?
    /// Lives for minutes only; the id can be asked for a new one.
    package let url: String?
    /// Meta forgets media of webhooks 7 days after the message.
    package let fetchBefore: Timestamp

    package init(id: String, mimeType: String?, sha256: String?, url: String?, fetchBefore: Timestamp) {
        self.id = id
        self.mimeType = mimeType
        self.sha256 = sha256
        self.url = url
        self.fetchBefore = fetchBefore
    }
}

/// A place that was sent. Coordinates are kept as written.
package struct SharedLocation: Hashable, Sendable {
    package let latitude: String
    package let longitude: String
    package let name: String?
    package let address: String?

    package init(latitude: String, longitude: String, name: String?, address: String?) {
        self.latitude = latitude
        self.longitude = longitude
        self.name = name
        self.address = address
    }
}

/// Click-to-WhatsApp advertisement or post. May open the 72-hour free entry point once we answer.
package struct AdReferral: Hashable, Sendable {
    package let sourceType: String?
    package let sourceID: String?
    package let sourceURL: String?
    package let clickID: String?

    package init(sourceType: String?, sourceID: String?, sourceURL: String?, clickID: String?) {
        self.sourceType = sourceType
        self.sourceID = sourceID
        self.sourceURL = sourceURL
        self.clickID = clickID
    }
}

/// A tap on something that we offered. Decide by `id`, which is ours, never by `title`.
package struct ReceivedSelection: Hashable, Sendable {
    package enum Source: String, Hashable, Sendable {
        case button, list
        case templateButton = "template_button"
    }

    package let source: Source
    package let id: String
    package let title: String
    package let description: String?
    package let forwarded: Bool

    package init(source: Source, id: String, title: String, description: String? = nil, forwarded: Bool = false) {
        self.source = source
        self.id = id
        self.title = title
        self.description = description
        self.forwarded = forwarded
    }
}

/// The answers of a WhatsApp Flow: untrusted input.
package struct FlowSubmission: Hashable, Sendable {
    package let token: String?
    /// Without the token. Empty when the answer was no object.
    package let fields: JSONObject
    /// The answer as it came, where it was not an object.
    package let raw: String?

    package init(token: String?, fields: JSONObject, raw: String? = nil) {
        self.token = token
        self.fields = fields
        self.raw = raw
    }
}

/// A contact card. Only one that answers our own request may be linked to its sender.
package struct SharedContact: Hashable, Sendable {
    /// Digits of the first number, as WhatsApp knows it where it says so.
    package let phone: String?
    /// All numbers of all cards, in order.
    package let phones: [String]
    /// `contact_request`: the person tapped our button. Anything else is somebody's card.
    package let origin: String

    /// Whether the number is the sender's own, given to us on our request.
    package var isOwnNumber: Bool { origin == "contact_request" && phone != nil }

    package init(phone: String?, phones: [String], origin: String) {
        self.phone = phone
        self.phones = phones
        self.origin = origin
    }
}

/// The person's number or id is no longer what it was; the event's `contact` is the old identity. Whoever has the
/// number now has proved nothing.
package struct IdentityChange: Hashable, Sendable {
    /// Meta's word: `user_changed_number`, `user_changed_user_id`, `customer_identity_changed`, …
    package let change: String
    package let newPhone: String?
    package let newBsuid: String?
    package let previousBsuid: String?

    package init(change: String, newPhone: String?, newBsuid: String?, previousBsuid: String?) {
        self.change = change
        self.newPhone = newPhone
        self.newBsuid = newBsuid
        self.previousBsuid = previousBsuid
    }
}

/// One-click card: the wish to pay, never a payment.
package struct PaymentIntent: Hashable, Sendable {
    package let method: String
    package let referenceID: String?
    package let credentialID: String?
    package let lastFourDigits: String?

    package init(method: String, referenceID: String?, credentialID: String?, lastFourDigits: String?) {
        self.method = method
        self.referenceID = referenceID
        self.credentialID = credentialID
        self.lastFourDigits = lastFourDigits
    }
}

/// A message that an employee sent from the phone app: outbound, and a sign that a person has taken over.
package struct EchoedMessage: Hashable, Sendable {
    package let type: String
    /// Its text, or its caption.
    package let text: String?
    package let media: InboundMedia?
    /// The earlier message that an `edit` or `revoke` changes.
    package let target: String?

    package init(type: String, text: String?, media: InboundMedia? = nil, target: String? = nil) {
        self.type = type
        self.text = text
        self.media = media
        self.target = target
    }
}
