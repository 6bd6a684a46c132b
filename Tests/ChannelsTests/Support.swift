import Channels
import Foundation
import Testing

/// Files beside the tests.
enum Vectors {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/whatsapp")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    static func json(_ name: String) throws -> JSONValue { try JSONParser.parse(try bytes(name)) }

    /// File name to events, in the order of the file.
    static func expected() throws -> [(file: String, events: [JSONValue])] {
        let document = try json("expected-events.json")
        return try #require(document["expected"]?.object).members.map { ($0.key, $0.value.array ?? []) }
    }

    static func webhook(_ file: String) throws -> [UInt8] { try bytes("webhooks/" + file) }

    static let files: [String] = ((try? expected()) ?? []).map(\.file)
}

/// What an expectation asserts and a value does not keep; empty when it holds.
///
/// A key that is absent is not asserted; `null` means absent or null.
func differences(_ expected: JSONValue, _ actual: JSONValue?, at place: String = "") -> [String] {
    switch expected {
    case .null:
        return actual == nil || actual == .null ? [] : ["\(place): expected nothing, got \(actual?.text ?? "")"]
    case .object(let object):
        guard actual?.object != nil else { return ["\(place): expected an object, got \(actual?.text ?? "nothing")"] }
        return object.members.flatMap { differences($0.value, actual?[$0.key], at: place + "." + $0.key) }
    default:
        return expected == actual ? [] : ["\(place): expected \(expected.text), got \(actual?.text ?? "nothing")"]
    }
}

/// Steele, Lea and Flood's SplitMix64.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A body with one change of the `messages` field.
func body(_ value: String, field: String = "messages") -> [UInt8] {
    Array(
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"\(field)","value":\(value)}]}]}
        """.utf8)
}

/// A body with one message of user 1, whose contact card is there.
func message(_ fields: String, context: String = "") -> [UInt8] {
    body(
        """
        {"metadata":{"display_phone_number":"551100000001","phone_number_id":"2"},
        "contacts":[{"profile":{"name":"Ana"},"wa_id":"5511900000001","user_id":"BR.1"}],
        "messages":[{"from":"5511900000001","id":"wamid.T1","timestamp":"1795000000",\(context)\(fields)}]}
        """)
}

/// A body with one status.
func status(_ fields: String) -> [UInt8] {
    body(
        """
        {"metadata":{"phone_number_id":"2"},"statuses":[{"id":"wamid.S1","timestamp":"1795000000",\(fields)}]}
        """)
}

/// The only event of a body, as tools print it.
func only(_ bytes: [UInt8]) throws -> JSONValue {
    let events = try WhatsAppWebhook.parse(bytes)
    #expect(events.count == 1)
    return try #require(events.first).json
}
