package import Domain

extension WhatsAppEvent {
    /// What the person said, for the conversation; nil for events that are no word of theirs (statuses, reactions,
    /// edits, forms, consents, notices).
    ///
    /// A card that answers our own request for the number is an identity, not a word; any other card is something that
    /// the conversation cannot read.
    package var inboundContent: InboundContent? {
        switch kind {
        case .messageReceived(let message): message.content
        case .selectionReceived(let selection): .selection(id: selection.id, title: selection.title)
        case .messageUnsupported: .unsupported
        case .contactShared(let shared): shared.isOwnNumber ? nil : .unsupported
        default: nil
        }
    }
}

extension ReceivedMessage {
    fileprivate var content: InboundContent {
        switch type {
        case "text": text.map { .text($0) } ?? .unsupported
        case "image": .image(caption: caption)
        case "document": .document(filename: filename, caption: caption)
        case "audio": .audio
        case "video": .video(caption: caption)
        case "location": .location
        case "sticker": .sticker
        // An order may carry a sentence.
        case "order": text.flatMap(nonBlank).map { .text($0) } ?? .unsupported
        default: .unsupported
        }
    }
}
