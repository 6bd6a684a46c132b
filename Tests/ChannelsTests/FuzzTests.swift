import Channels
import Testing

@Suite("Webhooks under mutation")
struct FuzzTests {
    private static let sibling = """
        {"id":"9","changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.GOOD","status":"read","timestamp":"1795000000"}]}}]}
        """

    /// All fixtures' bodies, read once.
    private static func corpus() throws -> [[UInt8]] { try Vectors.files.map { try Vectors.webhook($0) } }

    @Test("10,000 bodies with changed, lost and added bytes give events or an error, and never a crash")
    func bytes() throws {
        let corpus = try FuzzTests.corpus()
        var generator = SplitMix64(seed: 1)
        var read = 0
        var refused = 0
        for _ in 0..<10_000 {
            var body = corpus[Int.random(in: 0..<corpus.count, using: &generator)]
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !body.isEmpty {
                let place = Int.random(in: 0..<body.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: body[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: body[place] = UInt8.random(in: 0...255, using: &generator)
                case 2: body.removeSubrange(place...)
                case 3: body.remove(at: place)
                default: body.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                }
            }
            do {
                let events = try WhatsAppWebhook.parse(body)
                read += events.isEmpty ? 0 : 1
            } catch {
                refused += error.description.isEmpty ? 0 : 1
            }
        }
        #expect(read > 1000)
        #expect(refused > 1000)
    }

    @Test("10,000 bodies with values of the wrong type keep a good sibling, and print as JSON")
    func types() throws {
        let sibling = try JSONParser.parse(Array(FuzzTests.sibling.utf8))
        let trees = try FuzzTests.corpus().map { try #require(try JSONParser.parse($0)["entry"]?.array) }
        var generator = SplitMix64(seed: 2)
        var kept = 0
        for round in 0..<10_000 {
            var entries = trees[Int.random(in: 0..<trees.count, using: &generator)]
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<entries.count, using: &generator)
                entries[place] = mutated(entries[place], depth: Int.random(in: 0...7, using: &generator), &generator)
            }
            entries.insert(sibling, at: Int.random(in: 0...entries.count, using: &generator))
            let events = try WhatsAppWebhook.parse((["entry": .array(entries)] as JSONValue).bytes())
            kept += events.contains { $0.messageID == "wamid.GOOD" } ? 1 : 0
            for event in events { _ = event.inboundContent }
            guard round % 10 == 0 else { continue }
            let printed = JSONValue.array(events.map(\.json)).bytes()
            #expect(try JSONParser.parse(printed).array?.count == events.count)
        }
        #expect(kept == 10_000)
    }

    /// The value with something below it, `depth` levels down at most, replaced, renamed, removed or doubled.
    private func mutated(_ value: JSONValue, depth: Int, _ generator: inout SplitMix64) -> JSONValue {
        switch value {
        case .array(var items) where depth > 0 && !items.isEmpty:
            let place = Int.random(in: 0..<items.count, using: &generator)
            items[place] = mutated(items[place], depth: depth - 1, &generator)
            return .array(items)
        case .object(var object) where depth > 0 && !object.members.isEmpty:
            let place = Int.random(in: 0..<object.members.count, using: &generator)
            let member = object.members[place]
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: object.members.remove(at: place)
            case 1: object.members[place] = JSONObject.Member(key: member.key + "x", value: member.value)
            case 2: object.append(member.key, replacement(&generator))
            default:
                object.members[place] = JSONObject.Member(
                    key: member.key, value: mutated(member.value, depth: depth - 1, &generator))
            }
            return .object(object)
        default:
            return replacement(&generator)
        }
    }

    private func replacement(_ generator: inout SplitMix64) -> JSONValue {
        let values: [JSONValue] = [
            .null, true, 0, -1, .number("1e308"), .number("99999999999999999999999"), "", "\u{0}", "text", "1795000000",
            [], [[]], [1, "a", .null],
            [:], ["id": [:]], ["type": "text"], .string(String(repeating: "á", count: 500)),
        ]
        return values[Int.random(in: 0..<values.count, using: &generator)]
    }
}
