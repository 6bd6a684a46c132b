import Domain
import Foundation
import Testing

@testable import Payments

@Suite("Banks' return files")
struct CNABTests {
    struct Outcome {
        var header: CNABHeader?
        var titles: [CNABTitle] = []
        var rejected: [CNABRejection] = []
        var isComplete = false
        var movements: [String: Int] = [:]
    }

    static func read(_ bytes: [UInt8]) throws -> Outcome {
        var reader = CNABReader()
        var outcome = Outcome()
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            for record in try reader.read(line: line) {
                switch record {
                case .title(let title): outcome.titles.append(title)
                case .rejected(let rejection): outcome.rejected.append(rejection)
                }
            }
        }
        outcome.rejected += try reader.finish()
        outcome.header = reader.header
        outcome.isComplete = reader.isComplete
        outcome.movements = reader.movements
        #expect(reader.titleCount == outcome.titles.count)
        return outcome
    }

    private static func row(_ title: CNABTitle) -> [String] {
        [
            String(title.line), title.meaning.rawValue, title.ourNumber, title.document, title.movement,
            title.due?.iso ?? "", title.occurredOn?.iso ?? "", title.creditedOn?.iso ?? "", String(title.face.cents),
            String(title.paid.cents), String(title.charges.cents), String(title.discount.cents),
            String(title.rebate.cents), String(title.fee.cents),
        ]
    }

    @Test("every bank's file is read field by field, through all the ways in which files are damaged harmlessly")
    func vectors() throws {
        let columns = [
            "line", "meaning", "our_number", "document", "movement", "due", "occurred", "credited", "face", "paid",
            "charges", "discount", "rebate", "fee",
        ]
        let expected = Dictionary(grouping: try Vectors.rows("cnab-expected.csv")) { $0["file"] ?? "" }
        #expect(expected.count == 8)
        for (file, rows) in expected {
            let outcome = try Self.read(try Vectors.bytes(file))
            #expect(outcome.rejected.isEmpty, "\(file)")
            #expect(outcome.isComplete)
            #expect(outcome.header?.layout.rawValue == Int(file.dropLast(4).suffix(3)))
            #expect(outcome.titles.map(Self.row) == rows.map { row in columns.map { row[$0] ?? "" } }, "\(file)")
            #expect(outcome.titles.allSatisfy { $0.companyUse.hasPrefix("PARCELA ") })
        }
    }

    @Test("who wrote the file, and its number, are told")
    func header() throws {
        let outcome = try Self.read(try Vectors.bytes("itau-400.ret"))
        #expect(outcome.header?.bank == "341")
        #expect(outcome.header?.company == "ESCOLA AÇAÍ LTDA")
        #expect(outcome.header?.fileSequence == 7)
        #expect(outcome.movements == ["06": 1, "10": 1, "17": 1, "XX": 1])
        let other = try Self.read(try Vectors.bytes("santander-240.ret"))
        #expect(other.header?.fileSequence == 42)
        #expect(other.header?.writtenOn?.iso == "2026-11-23")
    }

    @Test("a lost line is noticed in every file, and the titles that are there are still read")
    func lostLines() throws {
        for file in Set(try Vectors.rows("cnab-expected.csv").compactMap { $0["file"] }) {
            let lines = try Vectors.bytes(file).split(separator: UInt8(ascii: "\n"))
            let records = lines.filter { $0.count > 5 }
            for lost in records.indices.dropFirst() {
                // The sequence numbers of a trimmed file may be all that tells; a 400 file keeps them in its last columns.
                var left = records
                left.remove(at: lost)
                let outcome = try Self.read(Array(left.joined(separator: [UInt8(ascii: "\n")])))
                let isExtraSegment = file.contains("240") && records[lost].dropFirst(13).first == UInt8(ascii: "Y")
                #expect(!outcome.isComplete, "\(file) without line \(lost + 1)")
                #expect(!outcome.rejected.isEmpty || isExtraSegment)
            }
        }
    }

    @Test("a line that cannot be read is rejected by itself")
    func badLine() throws {
        var lines = try Vectors.bytes("caixa-400.ret").split(separator: UInt8(ascii: "\n")).map(Array.init)
        lines[1].replaceSubrange(253..<266, with: Array("00000000A4500".utf8))
        lines[2].replaceSubrange(110..<116, with: Array("320126".utf8))
        let outcome = try Self.read(Array(lines.joined(separator: [UInt8(ascii: "\n")])))
        #expect(
            outcome.rejected == [
                CNABRejection(line: 2, error: .number(.paid, "00000000A4500")),
                CNABRejection(line: 3, error: .day(.occurrence, "320126")),
            ])
        #expect(outcome.titles.map(\.line) == [4])
        #expect(!outcome.isComplete)
    }

    @Test("segments that do not pair are rejected")
    func pairs() throws {
        let lines = try Vectors.bytes("itau-240.ret").split(separator: UInt8(ascii: "\n")).map(Array.init)
        // Header, batch, T, U, T, U, T, U, trailers: drop the first U and the second T.
        var broken = lines
        broken.removeSubrange(3..<5)
        let outcome = try Self.read(Array(broken.joined(separator: [UInt8(ascii: "\n")])))
        #expect(outcome.titles.map(\.line) == [5])
        #expect(outcome.rejected.first == CNABRejection(line: 4, error: .movementsDiffer("06", "17")))
        // With equal movements only the numbers tell that two halves belong to two titles.
        broken[3].replaceSubrange(15..<17, with: Array("06".utf8))
        let halves = try Self.read(Array(broken.joined(separator: [UInt8(ascii: "\n")])))
        #expect(halves.rejected.first == CNABRejection(line: 4, error: .sequence(stated: 4, expected: 2)))
        var crossed = lines
        crossed.remove(at: 3)
        let rejected = try Self.read(Array(crossed.joined(separator: [UInt8(ascii: "\n")]))).rejected
        #expect(rejected.first == CNABRejection(line: 3, error: .missingSegment("U")))
    }

    @Test(
        "what is no return file is told at once",
        arguments: [
            ("", CNABError.notCNAB), ("nome;valor\n", .notCNAB), ("01REMESSA01COBRANCA\n", .submission),
            (
                "02RETORNO01COBRANCA".padding(toLength: 76, withPad: " ", startingAt: 0) + "999BANCO\n",
                .unknownBank("999")
            ),
        ])
    func foreign(text: String, error: CNABError) {
        #expect(throws: error) { try Self.read(Array(text.utf8)) }
    }

    @Test("no movement code means two things")
    func movementTables() throws {
        let banks = ["001", "033", "104", "237", "341", "756"]
        for bank in banks.map(CNABBank.cnab240) + banks.compactMap(CNABBank.cnab400) {
            let codes = bank.movements.values.flatMap { $0.split(separator: " ") }
            #expect(Set(codes).count == codes.count)
            #expect(codes.allSatisfy { $0.count == 2 })
            #expect(bank.meanings().count == codes.count)
        }
    }

    @Test(
        "money arrives only with the codes of the bank in hand",
        arguments: [
            ("001", "06 17", "05 06 07 08 15"), ("033", "06 17", "06 07 08 17"), ("104", "06 17", "21 22"),
            ("237", "06 17", "06 15 16 17"), ("341", "06 07 08 10 59", "06 07 08 10 59"),
        ])
    func settled(bank: String, codes240: String, codes400: String) throws {
        func settled(_ bank: CNABBank) -> String {
            (0..<100).map { padded($0, 2) }.filter { bank.meanings()[$0] == .settled }.joined(separator: " ")
        }
        #expect(settled(.cnab240(bank)) == codes240)
        #expect(settled(try #require(CNABBank.cnab400(bank))) == codes400)
    }

    @Test(
        "files that banks really wrote are read as their readers' authors say",
        .enabled(if: sampleFolder != nil, "skipped: the third-party samples are not beside the repository"))
    func samples() throws {
        let folder = try #require(sampleFolder)
        let rows = Vectors.rows(of: Array(try Data(contentsOf: folder.appending(path: "expected.csv"))))
        for (file, rows) in Dictionary(grouping: rows, by: { $0["file"] ?? "" }) {
            let outcome = try Self.read(Array(try Data(contentsOf: folder.appending(path: file))))
            #expect(outcome.rejected.isEmpty)
            #expect(outcome.header?.bank == rows.first?["bank"])
            #expect(outcome.titles.count == rows.count)
            for (title, row) in zip(outcome.titles, rows) {
                #expect(title.ourNumber == row["our_number"])
                #expect(title.document == row["document"])
                #expect(title.movement == row["movement"])
                #expect(title.due?.iso == row["due_date"]?.orNil)
                #expect(title.occurredOn?.iso == row["occurrence_date"]?.orNil)
                #expect(title.creditedOn?.iso == row["credit_date"]?.orNil)
                #expect(title.face.cents == Int64(row["face_cents"] ?? ""))
                #expect(title.paid.cents == Int64(row["paid_cents"] ?? ""))
                #expect(title.charges.cents == Int64(row["charges_cents"] ?? ""))
                #expect(title.discount.cents == Int64(row["discount_cents"]?.orNil ?? "0"))
                #expect(title.fee.cents == Int64(row["fee_cents"] ?? ""))
            }
        }
    }
}

/// Files of third parties that may lie beside the repository, but are not part of it.
private let sampleFolder = Vectors.beside("data/cnab-samples")
