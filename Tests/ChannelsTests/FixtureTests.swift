import Channels
import Domain
import Testing

@Suite("Webhook fixtures")
struct FixtureTests {
    @Test("each fixture yields the expected events, in order", arguments: Vectors.files)
    func expectedEvents(file: String) throws {
        let expected = try #require(try Vectors.expected().first { $0.file == file }).events
        let events = try WhatsAppWebhook.parse(try Vectors.webhook(file)).map(\.json)
        #expect(events.count == expected.count)
        for (position, pair) in zip(expected, events).enumerated() {
            #expect(differences(pair.0, pair.1, at: "[\(position)]") == [])
        }
    }

    @Test("inner objects have no key that a fixture does not name", arguments: Vectors.files)
    func innerObjects(file: String) throws {
        let expected = try #require(try Vectors.expected().first { $0.file == file }).events
        let events = try WhatsAppWebhook.parse(try Vectors.webhook(file)).map(\.json)
        for (wanted, event) in zip(expected, events) {
            for member in wanted.object?.members ?? [] where member.value.object != nil {
                #expect(
                    Set(member.value.object?.members.map(\.key) ?? [])
                        == Set(event[member.key]?.object?.members.map(\.key) ?? []))
            }
        }
    }

    @Test("there are 44 fixtures")
    func count() { #expect(Vectors.files.count == 44) }

    @Test("a second pass over every file brings no new event")
    func idempotent() throws {
        var seen: Set<String> = []
        var first = 0
        for pass in 0..<2 {
            for file in Vectors.files {
                for event in try WhatsAppWebhook.parse(try Vectors.webhook(file)) {
                    let isNew = seen.insert(event.dedupKey.text).inserted
                    #expect(isNew == (pass == 0), "\(file): \(event.dedupKey.text)")
                    first += isNew ? 1 : 0
                }
            }
        }
        #expect(first == (try Vectors.expected().reduce(0) { $0 + $1.events.count }))
    }

    private func records(_ files: [String]) throws -> [String: DeliveryRecord] {
        var records: [String: DeliveryRecord] = [:]
        for event in try files.flatMap({ try WhatsAppWebhook.parse(try Vectors.webhook($0)) }) {
            guard let record = DeliveryRecord(event), let id = event.messageID else { continue }
            records[id] = records[id]?.joined(with: record) ?? record
        }
        return records
    }

    @Test("all files in reverse order leave each message in the same state")
    func reversed() throws {
        let forward = try records(Vectors.files)
        #expect(forward.count == 13)
        #expect(try records(Vectors.files.reversed()) == forward)
        let read = try #require(forward["wamid.HBgNRklYVFVSRQ0911=="])
        #expect(read.status == .read)
        #expect(read.reached(.sent) == Timestamp(seconds: 1_795_000_633))
        #expect(read.reached(.delivered) == Timestamp(seconds: 1_795_000_635))
        #expect(read.reached(.read) == Timestamp(seconds: 1_795_000_640))
        #expect(read.billing == Billing(billable: true, type: "regular", category: "utility"))
    }

    @Test("the entries of all files in one body give the same events as one by one")
    func concatenated() throws {
        let entries = try Vectors.files.flatMap { file in
            try JSONParser.parse(try Vectors.webhook(file))["entry"]?.array ?? []
        }
        let batch: JSONValue = ["object": "whatsapp_business_account", "entry": .array(entries)]
        let one = try Vectors.files.flatMap { try WhatsAppWebhook.parse(try Vectors.webhook($0)) }
        #expect(try WhatsAppWebhook.parse(batch.bytes()) == one)
        #expect(one.count >= 40)
    }

    @Test("keys and other white space and escapes make no difference to the dedup key")
    func canonicalKeys() throws {
        for file in Vectors.files {
            let bytes = try Vectors.webhook(file)
            let sorted = try JSONParser.parse(bytes).bytes(sortingKeys: true)
            #expect(
                try WhatsAppWebhook.parse(sorted).map(\.dedupKey) == WhatsAppWebhook.parse(bytes).map(\.dedupKey))
        }
    }

    @Test("user 3 gets a phone only from the card that answers our request")
    func userThree() throws {
        let events = try Vectors.files.flatMap { try WhatsAppWebhook.parse(try Vectors.webhook($0)) }
        let hers = events.filter { $0.contact?.bsuid == "BR.10000000000000000003" }
        #expect(hers.count == 4)
        #expect(hers.allSatisfy { $0.contact?.phone == nil })
        let shared = hers.compactMap { event -> SharedContact? in
            if case .contactShared(let shared) = event.kind { shared } else { nil }
        }
        #expect(shared.map(\.phone) == ["5511900000003"])
        #expect(shared.map { $0.isOwnNumber } == [true])
    }

    @Test("the window of user 1 ends 24 hours after file 01, and reactions, edits, echoes and statuses leave it alone")
    func windows() throws {
        var window = ServiceWindow()
        for file in Vectors.files where ["01", "15", "16", "22", "23", "24", "41"].contains(file.prefix(2)) {
            for event in try WhatsAppWebhook.parse(try Vectors.webhook(file)) { window = window.after(event) }
        }
        #expect(window.endsAt == Timestamp(seconds: 1_795_086_400))
        #expect(window.isOpen(at: Timestamp(seconds: 1_795_086_400 - 301)))
        #expect(!window.isOpen(at: Timestamp(seconds: 1_795_086_400 - 300)))
        #expect(!ServiceWindow().isOpen(at: Timestamp(seconds: 0)))
    }

    @Test("content reaches the conversation in its own form")
    func inboundContent() throws {
        func contents(_ prefix: String) throws -> [InboundContent?] {
            let file = try #require(Vectors.files.first { $0.hasPrefix(prefix) })
            return try WhatsAppWebhook.parse(try Vectors.webhook(file)).map(\.inboundContent)
        }
        #expect(try contents("04") == [.text("SAIR")])
        #expect(try contents("05") == [.selection(id: "v1|8841|accept", title: "Aceitar acordo")])
        #expect(try contents("09") == [.selection(id: "v1|9002|already_paid", title: "Já paguei")])
        #expect(try contents("11") == [.image(caption: "comprovante")])
        #expect(try contents("12") == [.document(filename: "comprovante pix.pdf", caption: nil)])
        #expect(try contents("13") == [.audio])
        #expect(try contents("14") == [nil])
        #expect(try contents("15") == [nil, nil])
        #expect(try contents("17") == [.unsupported])
        #expect(try contents("20") == [.video(caption: nil)])
        #expect(try contents("23") == [nil])
    }
}
