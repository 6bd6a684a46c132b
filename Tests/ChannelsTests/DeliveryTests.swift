import Channels
import Domain
import Testing

@Suite("Delivery status")
struct DeliveryTests {
    @Test("joining is commutative, associative and idempotent")
    func lattice() {
        for one in DeliveryStatus.allCases {
            #expect(one.joined(with: one) == one)
            for two in DeliveryStatus.allCases {
                #expect(one.joined(with: two) == two.joined(with: one))
                for three in DeliveryStatus.allCases {
                    #expect(one.joined(with: two).joined(with: three) == one.joined(with: two.joined(with: three)))
                }
            }
        }
    }

    @Test("a failure wins over what was only taken or sent, and never over what arrived")
    func failures() {
        for status in [DeliveryStatus.accepted, .paused, .held, .sent] {
            #expect(status.joined(with: .failed) == .failed)
        }
        for status in [DeliveryStatus.delivered, .read, .played] { #expect(status.joined(with: .failed) == status) }
    }

    @Test("any order and any repetition of the same reports give the same record")
    func permutations() throws {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            let reports = (0..<Int.random(in: 1...7, using: &generator)).map { _ in report(&generator) }
            let expected = try #require(joined(reports))
            let shuffled = (reports + reports.filter { _ in Bool.random(using: &generator) }).shuffled(
                using: &generator)
            #expect(joined(shuffled) == expected)
            // Joined in two halves, as two nodes would.
            let middle = Int.random(in: 0...shuffled.count, using: &generator)
            let halves = [joined(Array(shuffled[..<middle])), joined(Array(shuffled[middle...]))].compactMap { $0 }
            #expect(joined(halves) == expected)
        }
    }

    @Test("a record never goes back when a report is added")
    func monotone() throws {
        var generator = SplitMix64(seed: 4)
        for _ in 0..<2000 {
            var record = report(&generator)
            for _ in 0..<6 {
                let next = record.joined(with: report(&generator))
                #expect(try #require(next.status) >= #require(record.status))
                record = next
            }
        }
    }

    @Test("read without delivered implies it, at the instant of the read")
    func implied() {
        let read = DeliveryRecord(.read, at: Timestamp(seconds: 100))
        #expect(read.reached(.delivered) == Timestamp(seconds: 100))
        #expect(read.reached(.failed) == nil)
        #expect(
            read.joined(with: DeliveryRecord(.delivered, at: Timestamp(seconds: 90))).reached(.delivered)
                == Timestamp(seconds: 90))
        #expect(DeliveryRecord(.failed, at: Timestamp(seconds: 1)).reached(.sent) == nil)
        #expect(DeliveryRecord(.sent, at: Timestamp(seconds: 1)).reached(.held) == nil)
    }

    @Test("words of webhooks and of send answers are understood, others are not")
    func words() {
        #expect(
            ["sent", "delivered", "read", "played", "failed"].allSatisfy { DeliveryStatus(webhook: $0)?.rawValue == $0 }
        )
        #expect(DeliveryStatus(webhook: "deleted") == nil)
        #expect(DeliveryStatus(webhook: "accepted") == nil)
        #expect(DeliveryStatus(sendResponse: "held_for_quality_assessment") == .held)
        #expect(DeliveryStatus(sendResponse: "paused") == .paused)
        #expect(DeliveryStatus(sendResponse: nil) == .accepted)
    }

    private func joined(_ records: [DeliveryRecord]) -> DeliveryRecord? {
        records.dropFirst().reduce(records.first) { $0?.joined(with: $1) }
    }

    private func report(_ generator: inout SplitMix64) -> DeliveryRecord {
        let status = DeliveryStatus.allCases[Int.random(in: 0..<DeliveryStatus.allCases.count, using: &generator)]
        let billing = Billing(
            billable: Bool.random(using: &generator), type: "regular",
            category: Bool.random(using: &generator) ? "utility" : "service")
        return DeliveryRecord(
            status, at: Timestamp(seconds: Int64.random(in: 1...5, using: &generator)),
            errorCode: status == .failed ? Int.random(in: 1...3, using: &generator) : nil,
            billing: Bool.random(using: &generator) ? billing : nil)
    }
}

@Suite("Phone identity")
struct PhoneIdentityTests {
    @Test(
        "forms of one telephone meet, other telephones do not",
        arguments: [
            ("5531999999902", "553199999902", "+5531999999902", "553199999902"),
            ("553199999902", "553199999902", "+5531999999902", "5531999999902"),
            // A mobile that never had eight digits: without its 9 it would be a landline.
            ("5511951234567", "5511951234567", "+5511951234567", nil),
            ("551151234567", "551151234567", "+551151234567", nil),
            ("5511900000001", "5511900000001", "+5511900000001", nil),
            ("541123456789", "541123456789", "+541123456789", nil),
            ("5491123456789", "5491123456789", "+5491123456789", nil),
            ("12025550123", "12025550123", "+12025550123", nil),
            ("5501999999902", "5501999999902", "+5501999999902", nil), ("55", "55", "+55", nil), ("", "", "+", nil),
        ] as [(String, String, String, String?)])
    func forms(digits: String, key: String, canonical: String, other: String?) {
        #expect(PhoneIdentity.matchingKey(digits) == key)
        #expect(PhoneIdentity.canonical(digits) == canonical)
        #expect(PhoneIdentity.otherForm(digits) == other)
    }
}
