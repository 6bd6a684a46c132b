import Channels

/// The envelope of a request to send: to whom, what, in answer to what.
struct SendRequest {
    enum Address: Hashable, Sendable {
        /// As written by the caller.
        case phone(String)
        case businessScopedID(String)
    }

    let address: Address
    let type: String
    /// The whole body; its member named `type` is the content.
    let body: RequestObject
    let replyTo: String?
    let callbackData: String?

    static let types: Set<String> = [
        "text", "image", "video", "audio", "document", "sticker", "location", "contacts", "reaction", "interactive",
        "template",
    ]
    static let callbackDataMost = 512

    init(_ body: RequestObject) throws(GraphError) {
        self.body = body
        guard body.value("messaging_product")?.string == "whatsapp" else {
            throw .invalid("The parameter messaging_product is required and must be \"whatsapp\".")
        }
        if body.has("recipient_type") {
            guard try body.word("recipient_type", among: ["individual", "group"]) == "individual" else {
                throw .invalid("Groups are not available to this number.")
            }
        }
        if let to = try body.textIfPresent("to", most: 64) {
            address = .phone(to)
        } else if let id = try body.textIfPresent("recipient", most: 192) {
            address = .businessScopedID(id)
        } else {
            throw .invalid("The parameter to or recipient is required.")
        }
        if body.has("type") {
            type = try body.word("type", among: Self.types)
        } else {
            // Only a text may go without its type.
            guard body.has("text") else { throw .invalid("The parameter type is required.") }
            type = "text"
        }
        try body.allowOnly([
            "messaging_product", "recipient_type", "to", "recipient", "type", "context", "biz_opaque_callback_data",
            "recipient_identity_key_hash", "messaging_account_id", type,
        ])
        if let context = try body.objectIfPresent("context") {
            try context.allowOnly(["message_id"])
            replyTo = try context.text("message_id", most: 256)
        } else {
            replyTo = nil
        }
        callbackData = try body.textIfPresent("biz_opaque_callback_data", most: Self.callbackDataMost)
    }
}
