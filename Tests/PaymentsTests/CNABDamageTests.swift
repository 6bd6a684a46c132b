import Domain
import Testing

@testable import Payments

@Suite("Banks' return files that are damaged")
struct CNABDamageTests {
    static let files = [
        "bb-400.ret", "bradesco-240.ret", "caixa-400.ret", "itau-240.ret", "itau-400.ret", "santander-240.ret",
        "santander-400.ret", "sicoob-400.ret",
    ]

    static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    static func joined(_ lines: [[UInt8]]) -> [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }

    static func stream(_ bytes: [UInt8], pieces: (Int) -> Int) throws -> CNABTests.Outcome {
        var stream = CNABStream()
        var outcome = CNABTests.Outcome()
        var records: [CNABRecord] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + max(1, pieces(start)))
            records += try stream.read(bytes[start..<end])
            start = end
        }
        records += try stream.finish()
        for record in records {
            switch record {
            case .title(let title): outcome.titles.append(title)
            case .rejected(let rejection): outcome.rejected.append(rejection)
            }
        }
        outcome.header = stream.reader.header
        outcome.isComplete = stream.reader.isComplete
        outcome.movements = stream.reader.movements
        return outcome
    }

    @Test("a file in pieces of any size is the same file", arguments: files)
    func pieces(file: String) throws {
        let bytes = try Vectors.bytes(file)
        let whole = try CNABTests.read(bytes)
        var random = SplitMix64(seed: 12)
        for most in [1, 241, 4096] {
            let read = try Self.stream(bytes) { _ in Int.random(in: 1...most, using: &random) }
            #expect(read.titles == whole.titles)
            #expect(read.rejected == whole.rejected)
            #expect(read.isComplete == whole.isComplete)
        }
    }

    @Test("line ends of either kind, blanks, byte order marks and a final 0x1A change nothing", arguments: files)
    func harmless(file: String) throws {
        let bytes = try Vectors.bytes(file)
        let whole = try CNABTests.read(bytes)
        let bare = Self.lines(bytes).map { line in Array(line.filter { $0 != 0x0D }) }
        for end in [[0x0A], [0x0D, 0x0A], [0x20, 0x0D, 0x0A]] as [[UInt8]] {
            let read = try CNABTests.read(Array(bare.joined(separator: end)) + end + [0x1A])
            #expect(read.titles == whole.titles)
            #expect(read.isComplete)
        }
    }

    @Test("a file that was cut off anywhere is not booked", arguments: files)
    func truncated(file: String) throws {
        let lines = Self.lines(try Vectors.bytes(file)).filter { $0.count > 5 }
        for kept in 1..<lines.count {
            let read = try CNABTests.read(Self.joined(Array(lines[..<kept])))
            #expect(!read.isComplete)
            #expect(read.rejected.contains { $0.error == .truncated })
        }
    }

    @Test("a line that is there twice, or longer than the format, is noticed", arguments: files)
    func doubled(file: String) throws {
        let lines = Self.lines(try Vectors.bytes(file)).filter { $0.count > 5 }
        for place in lines.indices.dropFirst() {
            var twice = lines
            twice.insert(lines[place], at: place)
            #expect(try !CNABTests.read(Self.joined(twice)).isComplete, "\(place)")
            var long = lines
            long[place] = long[place].filter { $0 != 0x0D } + Array(repeating: 0x58, count: 401)
            let read = try CNABTests.read(Self.joined(long))
            #expect(read.rejected.contains { $0.line == place + 1 && $0.error.code == "line_length" })
        }
    }

    @Test("a movement that no table knows is kept as unknown and moves no money")
    func unknownMovement() throws {
        var lines = Self.lines(try Vectors.bytes("itau-240.ret"))
        for place in lines.indices where lines[place].count > 17 && [0x54, 0x55].contains(lines[place][13]) {
            lines[place].replaceSubrange(15..<17, with: Array("Z9".utf8))
        }
        let read = try CNABTests.read(Self.joined(lines))
        #expect(!read.titles.isEmpty)
        #expect(read.titles.allSatisfy { $0.meaning == .unknown })
        let header = try #require(read.header)
        #expect(read.titles.compactMap { ReceivedPayment($0, header: header) }.isEmpty)
    }

    @Test("whatever the bytes are, reading ends, and no title has an amount that is not on its lines")
    func noise() throws {
        var random = SplitMix64(seed: 2026)
        for _ in 0..<250 {
            var bytes = try Vectors.bytes(Self.files.randomElement(using: &random) ?? "itau-240.ret")
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 30))
                }
                if bytes.isEmpty { bytes = [0x30] }
            }
            guard let read = try? CNABTests.read(bytes) else { continue }
            for title in read.titles {
                #expect(title.paid >= .zero && title.face >= .zero)
                #expect((1...bytes.count).contains(title.line))
            }
            if read.isComplete { #expect(read.rejected.isEmpty) }
        }
    }

    @Test("memory does not grow with the file: only counts are kept")
    func long() throws {
        let lines = Self.lines(try Vectors.bytes("caixa-400.ret")).filter { $0.count > 5 }
        var stream = CNABStream()
        _ = try stream.read(lines[0] + [0x0A])
        var count = 0
        for number in 2..<4002 {
            var line = Array(lines[1].filter { $0 != 0x0D }.prefix(394))
            line += [UInt8](repeating: 0x20, count: 394 - line.count) + Array(padded(number, 6).utf8)
            count += try stream.read(line + [0x0A]).count
        }
        #expect(count == 4000)
        #expect(stream.reader.titleCount == 4000)
        #expect(stream.reader.movements.count == 1)
        #expect(MemoryLayout.size(ofValue: stream) < 1024)
    }
}
