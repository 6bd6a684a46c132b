import Domain
import Foundation
import Wording

/// A line of a script, as it is written.
struct Script: Decodable {
    let id: String?
    let content: ConversationCase
    let day: CalendarDay?
    /// How the creditor speaks, where it is not as usual.
    let register: Register?
    let turns: [Turn]

    enum Turn {
        case messages([InboundContent])
        case event(ConversationSession.Event)
    }

    private enum Keys: String, CodingKey { case id, turns, day, register }

    init(from decoder: any Decoder) throws {
        let line = try decoder.container(keyedBy: Keys.self)
        id = (try? line.decode(String.self, forKey: .id)) ?? (try? line.decode(Int.self, forKey: .id)).map(String.init)
        day = try line.decodeIfPresent(CalendarDay.self, forKey: .day)
        register = try line.decodeIfPresent(Register.self, forKey: .register)
        content = try ConversationCase(from: decoder)
        turns = try line.decode([ScriptTurn].self, forKey: .turns).compactMap(\.turn)
    }

    /// What is wrong with a line, and what to do, for people.
    static func explain(_ error: any Error) -> String {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            return "\"\(key.stringValue)\" is missing at \"\(path(context))\"; give it"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            return "\"\(path(context))\" has the wrong type: \(context.debugDescription)"
        case DecodingError.dataCorrupted(let context):
            return "\(context.debugDescription); give one JSON object per line"
        default: return "not a JSON object; give one per line"
        }
    }
}

/// A turn as text, as texts in a row, or as an object.
private struct ScriptTurn: Decodable {
    /// Nil for what Quita says in a script that records both sides.
    let turn: Script.Turn?

    private enum Keys: String, CodingKey {
        case from, text, texts, messages, kind, button, selection, tap, image, document, audio, sticker, caption, event
    }

    init(from decoder: any Decoder) throws {
        if let single = try? decoder.singleValueContainer() {
            if let text = try? single.decode(String.self) {
                turn = .messages([.text(text)])
                return
            }
            if let several = try? single.decode([ScriptTurn].self) {
                let contents = several.flatMap { turn -> [InboundContent] in
                    if case .messages(let contents) = turn.turn { contents } else { [] }
                }
                turn = .messages(contents)
                return
            }
        }
        turn = try ScriptTurn.object(try decoder.container(keyedBy: Keys.self))
    }

    private static func object(_ object: KeyedDecodingContainer<Keys>) throws -> Script.Turn? {
        if (try? object.decode(String.self, forKey: .from)) == "quita" { return nil }
        func text(_ key: Keys) -> String? { try? object.decode(String.self, forKey: key) }
        if let name = text(.event) {
            guard let event = ConversationSession.Event(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .event, in: object,
                    debugDescription: "event \"\(name)\" is not one of paid, silence, human_took_over, handed_back")
            }
            return .event(event)
        }
        for key in [Keys.messages, .texts] {
            if let list = try? object.decode([ScriptTurn].self, forKey: key) {
                return .messages(
                    list.flatMap { turn -> [InboundContent] in
                        if case .messages(let contents) = turn.turn { contents } else { [] }
                    })
            }
        }
        let kind = text(.kind) ?? ""
        let caption = text(.caption) ?? text(.text)
        if object.contains(.image) || kind == "image" { return .messages([.image(caption: text(.image) ?? caption)]) }
        if object.contains(.document) || kind == "document" {
            return .messages([.document(filename: text(.document), caption: caption)])
        }
        if object.contains(.audio) || kind == "audio" { return .messages([.audio]) }
        if object.contains(.sticker) || kind == "sticker" { return .messages([.sticker]) }
        for key in [Keys.button, .selection, .tap, .text] {
            if let words = text(key) { return .messages([.text(words)]) }
        }
        throw DecodingError.dataCorruptedError(
            forKey: .text, in: object, debugDescription: "a turn is a text, a list of texts, or an object with \"text\""
        )
    }
}
