package import Domain

/// One bubble in a chat, as the owner of the phone sees it.
package struct PhoneBubble: Hashable, Sendable, Codable, Identifiable {
    package enum Direction: String, Hashable, Sendable, Codable {
        /// The business wrote it.
        case received
        /// The owner of the phone wrote it.
        case sent
    }

    package enum Kind: String, Hashable, Sendable, Codable {
        case text, buttons, list, image, video, audio, document, sticker, location, contacts, template, reaction
        /// One button that opens an address.
        case link
        /// A payment card: Pix code, boleto line or payment link to copy.
        case payment
        /// Something that this phone does not draw.
        case other
    }

    /// The platform's message id (`wamid.…`).
    package let id: String
    package let direction: Direction
    /// The business number of this chat.
    package let numberID: String
    package let kind: Kind
    /// When it appeared on the phone.
    package var at: Timestamp
    package var header: String?
    package var text: String
    package var footer: String?
    /// What can be tapped.
    package var options: [PhoneOption] = []
    /// The label that opens a list.
    package var listButton: String?
    package var media: PhoneMedia?
    /// What a payment card or a message's link copies or opens.
    package var payments: [PhonePayment] = []
    /// The message that this one quotes.
    package var replyTo: String?
    /// The option that was tapped, on a bubble that the owner sent by tapping.
    package var tappedOptionID: String?
    /// The owner has seen it, or, on a bubble of their own, the business has.
    package var isRead = false

    init(id: String, direction: Direction, numberID: String, kind: Kind, at: Timestamp, text: String) {
        self.id = id
        self.direction = direction
        self.numberID = numberID
        self.kind = kind
        self.at = at
        self.text = text
    }

    /// The same bubble under the id that it got when it was accepted.
    func identified(_ id: String) -> PhoneBubble {
        var copy = PhoneBubble(id: id, direction: direction, numberID: numberID, kind: kind, at: at, text: text)
        copy.header = header
        copy.footer = footer
        copy.options = options
        copy.listButton = listButton
        copy.media = media
        copy.payments = payments
        copy.replyTo = replyTo
        return copy
    }
}

/// Something on a bubble that can be tapped.
package struct PhoneOption: Hashable, Sendable, Codable, Identifiable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case reply, row, quickReply, url, phoneNumber, copyCode, flow, payment
    }

    /// What comes back when it is tapped.
    package let id: String
    package let title: String
    package let detail: String?
    package let kind: Kind
    /// The section of a list that it stands under.
    package var section: String?
    /// What a link opens, or what is copied.
    package var value: String?

    init(id: String, title: String, detail: String? = nil, kind: Kind, section: String? = nil, value: String? = nil) {
        self.id = id
        self.title = title
        self.detail = detail
        self.kind = kind
        self.section = section
        self.value = value
    }

    /// Tapping it sends a message to the business.
    package var isAnswer: Bool { [.reply, .row, .quickReply].contains(kind) }
}

/// A file on a bubble.
package struct PhoneMedia: Hashable, Sendable, Codable {
    /// In the simulator's media store; nil for a file given by address.
    package let id: String?
    package let url: String?
    package let mimeType: String?
    package let filename: String?
}

/// A way to pay that a card offers.
package struct PhonePayment: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable {
        case pixCode, boleto, link
    }

    package let kind: Kind
    /// The code to copy, or the address to open.
    package let value: String
}
