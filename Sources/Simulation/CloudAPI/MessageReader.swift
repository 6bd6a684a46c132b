import Channels
import Domain

/// Reads what a business wants to send, as strictly as the platform, and turns it into what the phone will show.
struct MessageReader {
    let account: BusinessAccount
    let number: BusinessNumber
    let media: MediaShelf
    let now: Timestamp

    /// A message that may go out, as far as its content is concerned.
    struct Draft {
        var bubble: PhoneBubble
        /// Nil for everything but templates.
        var template: SimulatedTemplate?
        var isReaction = false
    }

    func read(_ request: SendRequest) throws(GraphError) -> Draft {
        switch request.type {
        case "text": return Draft(bubble: try text(try request.body.object("text")))
        case "image", "video", "audio", "document", "sticker":
            return Draft(bubble: try file(try request.body.object(request.type), kind: request.type))
        case "location": return Draft(bubble: try location(try request.body.object("location")))
        case "contacts": return Draft(bubble: try contacts(try request.body.objects("contacts", count: 1...257)))
        case "reaction": return Draft(bubble: try reaction(try request.body.object("reaction")), isReaction: true)
        case "interactive": return Draft(bubble: try interactive(try request.body.object("interactive")))
        default: return try template(try request.body.object("template"))
        }
    }

    func bubble(_ kind: PhoneBubble.Kind, text: String) -> PhoneBubble {
        PhoneBubble(id: "", direction: .received, numberID: number.id, kind: kind, at: now, text: text)
    }

    private func text(_ object: RequestObject) throws(GraphError) -> PhoneBubble {
        try object.allowOnly(["body", "preview_url"])
        _ = try object.flagIfPresent("preview_url")
        return bubble(.text, text: try object.text("body", most: 4096))
    }

    private func file(_ object: RequestObject, kind: String) throws(GraphError) -> PhoneBubble {
        switch kind {
        case "document": try object.allowOnly(["id", "link", "caption", "filename"])
        case "audio": try object.allowOnly(["id", "link", "voice"])
        case "sticker": try object.allowOnly(["id", "link"])
        default: try object.allowOnly(["id", "link", "caption"])
        }
        _ = try object.flagIfPresent("voice")
        let filename = try object.textIfPresent("filename", most: 240)
        var shown = bubble(
            PhoneBubble.Kind(rawValue: kind) ?? .other, text: try object.textIfPresent("caption", most: 1024) ?? "")
        shown.media = try reference(object, kind: kind, filename: filename)
        return shown
    }

    /// The file that an object names by id or by address: exactly one of the two.
    func reference(_ object: RequestObject, kind: String, filename: String?) throws(GraphError) -> PhoneMedia {
        switch (object.has("id"), object.has("link")) {
        case (true, true): throw .invalid("Only one of id and link may be given in \(object.path).")
        case (false, false): throw .missing("\(object.path)['id'] or ['link']")
        case (false, true):
            let link = try object.address("link")
            guard link.hasPrefix("https://") else { throw .media("Media is fetched over https only.") }
            return PhoneMedia(id: nil, url: link, mimeType: nil, filename: filename)
        case (true, false):
            let id = try object.text("id", most: 64)
            guard let file = media.file(id, now: now), file.numberID == number.id else {
                throw .value("\(object.path)['id'] is not a media id of this phone number, or has expired.")
            }
            guard MediaRules.limitBytes(kind: kind, mimeType: file.mimeType) != nil else {
                throw .media("Media of type \(file.mimeType) cannot be sent as \(kind).")
            }
            return PhoneMedia(id: id, url: nil, mimeType: file.mimeType, filename: filename)
        }
    }

    private func location(_ object: RequestObject) throws(GraphError) -> PhoneBubble {
        try object.allowOnly(["latitude", "longitude", "name", "address"])
        for (key, most) in [("latitude", 90), ("longitude", 180)] {
            guard let degrees = object.value(key).flatMap(degrees), abs(degrees) <= most else {
                throw .value("\(object.path(key)) must be a number of degrees.")
            }
        }
        let name = try object.textIfPresent("name", most: 1000)
        let address = try object.textIfPresent("address", most: 1000)
        return bubble(.location, text: [name, address].compactMap(\.self).joined(separator: "\n"))
    }

    /// The whole degrees of a number that may be written as a string.
    private func degrees(_ value: JSONValue) -> Int? {
        let text =
            switch value {
            case .number(let text), .string(let text): text
            default: ""
            }
        return Int(text.prefix { $0 != "." })
    }

    private func contacts(_ people: [RequestObject]) throws(GraphError) -> PhoneBubble {
        var names: [String] = []
        for person in people {
            let name = try person.object("name")
            names.append(try name.text("formatted_name", most: 1024))
            let parts = ["first_name", "last_name", "middle_name", "suffix", "prefix"]
            guard parts.contains(where: { name.has($0) }) else {
                throw .missing("\(name.path)['first_name'] or another part of the name")
            }
        }
        return bubble(.contacts, text: names.joined(separator: ", "))
    }

    private func reaction(_ object: RequestObject) throws(GraphError) -> PhoneBubble {
        try object.allowOnly(["message_id", "emoji"])
        var shown = bubble(.reaction, text: object.value("emoji")?.string ?? "")
        shown.replyTo = try object.text("message_id", most: 256)
        return shown
    }
}
