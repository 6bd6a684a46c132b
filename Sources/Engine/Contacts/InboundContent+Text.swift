import Domain

extension InboundContent {
    /// A short word for the kind, as stored and shown.
    var kind: String {
        switch self {
        case .text: "text"
        case .selection: "selection"
        case .image: "image"
        case .document: "document"
        case .audio: "audio"
        case .video: "video"
        case .location: "location"
        case .sticker: "sticker"
        case .unsupported: "unsupported"
        }
    }

    /// The words in it, for lists and search.
    var words: String {
        switch self {
        case .text(let text): text
        case .selection(_, let title): title
        case .image(let caption), .video(let caption): caption ?? ""
        case .document(let filename, let caption): caption ?? filename ?? ""
        case .audio, .location, .sticker, .unsupported: ""
        }
    }
}
