/// What a person sent, after the channel's own form has been taken off.
package enum InboundContent: Hashable, Codable, Sendable {
    case text(String)
    /// A tap on a button, list row or template button; decided by `id`, never by `title`.
    case selection(id: String, title: String)
    case image(caption: String?)
    case document(filename: String?, caption: String?)
    case audio
    case video(caption: String?)
    case location
    case sticker
    /// Something this platform cannot show us (a poll, a view-once picture).
    case unsupported
}
