import Channels
import Domain
import Foundation
import Payments
import Testing

@testable import Simulation

/// The Central Bank's own description of the API beside the repository, where somebody has put it; it is not part of the
/// project.
private enum PixOpenAPIFile {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    static let description = folder.appending(path: "../../../shared/reference/pix-api-openapi-2.9.0.yaml")
        .standardizedFileURL.path

    /// Why the comparison cannot be made; nil when it can.
    static let obstacle: String? = {
        guard FileManager.default.isReadableFile(atPath: description) else { return "no \(description)" }
        let modules = run(["-c", "import yaml, jsonschema"], input: "")
        return modules.status == 0 ? nil : "python3 has no yaml or jsonschema: \(modules.output)"
    }()

    static func check(_ calls: String) -> (status: Int32, output: String) {
        run([folder.appending(path: "Vectors/check-pix-openapi.py").path, description], input: calls)
    }

    private static func run(_ arguments: [String], input: String) -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "pix-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let stdout = Pipe()
        process.standardOutput = stdout
        process.standardError = stdout
        do {
            // From a file: a pipe for both ways would fill up while nobody reads.
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
            try process.run()
        } catch {
            return (-1, "\(error)")
        }
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

@Suite("Bank: compared with the Central Bank's own description")
struct BankOpenAPITests {
    /// Everything that the program can ask for, with what the bank says to it.
    private func record() throws -> String {
        var kit = BankKit()
        kit.login()
        let pixHook = PixWebhookKind.pix(key: try PixKey(BankKit.key))
        for hook in [pixHook, .recurrences, .recurringCharges] {
            kit.send(.webhook(hook))
            kit.send(try .putWebhook(hook, url: "https://quita.example/pix"))
            kit.send(.webhook(hook))
        }
        let listing = PixListing(from: kit.now.adding(days: -1), through: kit.now.adding(days: 90))
        try charges(&kit, listing)
        try refunds(&kit)
        try recurrences(&kit, listing)
        for hook in [pixHook, .recurrences, .recurringCharges] { kit.send(.deleteWebhook(hook)) }
        kit.bank.configuration.faults.throttled = 1000
        kit.send(.received(listing))
        kit.bank.configuration.faults.throttled = 0
        kit.bank.configuration.faults.unavailable = 1000
        kit.send(.received(listing))
        return kit.record
    }

    private func charges(_ kit: inout BankKit, _ listing: PixListing) throws {
        let location = try #require(kit.ask(.createLocation(.immediate), PixLocation.self).value)
        var charge = try BankKit.immediate()
        charge.locationID = location.id
        kit.send(try .put(charge, txid: BankKit.txid(1)))
        kit.send(.location(id: location.id))
        kit.send(.freeLocation(id: location.id))
        kit.send(.location(id: 999))
        kit.send(.charge(.immediate, txid: BankKit.txid(1), revision: 0))
        kit.send(.cancel(.immediate, txid: BankKit.txid(1)))
        kit.send(.cancel(.immediate, txid: BankKit.txid(1)))
        kit.send(.charge(.immediate, txid: BankKit.txid(99)))
        for (index, terms) in try Self.allTerms().enumerated() {
            let txid = BankKit.txid(Int64(100 + index))
            kit.send(try .put(try BankKit.due(terms), txid: txid))
            kit.send(.charge(.due, txid: txid))
        }
        kit.send(try .revise(try BankKit.terms("2026-12-20", 8000), txid: BankKit.txid(100)))
        kit.send(.cancel(.due, txid: BankKit.txid(100)))
        kit.send(try .put(try BankKit.due(try BankKit.terms("2026-01-01")), txid: BankKit.txid(3)))
        kit.send(
            try .putBatch(
                id: 5, description: "Lote",
                [
                    (BankKit.txid(4), try BankKit.due(try BankKit.terms("2026-12-10"))),
                    (BankKit.txid(5), try BankKit.due(try BankKit.terms("2026-01-10"))),
                ]))
        kit.send(.batch(id: 5))
        _ = kit.callbacks()
        kit.send(.batch(id: 5))
        kit.send(.batch(id: 6))
        let due = try #require(kit.ask(.charge(.due, txid: BankKit.txid(4)), PixCharge.self).value)
        let late = try #require(Timestamp(rfc3339: "2026-12-15T12:00:00-03:00"))
        try kit.bank.pay(
            brCode: try due.code(name: "LOJA", city: "SP").payload, payer: BankKit.payer, message: "ok", now: late)
        kit.send(.charge(.due, txid: BankKit.txid(4)))
        kit.send(.charges(.due, listing))
        kit.send(.charges(.immediate, listing, status: .active))
        kit.send(.locations(listing, showsCharge: true, kind: .due))
    }

    private static func allTerms() throws -> [PixDueTerms] {
        var all: [PixDueTerms] = []
        func add(_ change: (inout PixDueTerms) -> Void) throws {
            var terms = try BankKit.terms("2026-12-10")
            change(&terms)
            all.append(terms)
        }
        let tenth = Percentage(micros: 100_000)
        for days in [PixDays.calendar, .business] {
            try add { $0.interest = .amountPerDay(Money(cents: 10), days) }
            for period in [PixInterest.Period.day, .month, .year] {
                try add { $0.interest = .percent(tenth, per: period, days) }
            }
            try add { $0.discount = .perDayEarly(.amount(Money(cents: 5)), days) }
            try add { $0.discount = .perDayEarly(.percent(tenth), days) }
        }
        try add { $0.fine = .amount(Money(cents: 200)) }
        try add { $0.rebate = .percent(Percentage(10)) }
        try add { $0.rebate = .amount(Money(cents: 100)) }
        let day = try #require(CalendarDay(iso: "2026-12-01"))
        try add {
            $0.discount = .until([
                PixDiscountStep(day: day, value: .percent(Percentage(5))),
                PixDiscountStep(day: day.adding(days: 5), value: .percent(Percentage(2))),
            ])
        }
        try add { $0.discount = .until([PixDiscountStep(day: day, value: .amount(Money(cents: 500)))]) }
        return all
    }

    private func refunds(_ kit: inout BankKit) throws {
        let pix = try kit.bank.pay(brCode: try BankTests.code(), payer: BankKit.payer, now: kit.now)
        let listing = PixListing(from: kit.now, through: kit.now.adding(days: 60))
        kit.send(
            try .refund(endToEndID: pix.endToEndID, id: "R1", amount: Money(cents: 100), description: "pago a mais"))
        kit.send(try .refund(endToEndID: pix.endToEndID, id: "R2", amount: Money(cents: 99_999)))
        _ = kit.callbacks()
        kit.send(try .refundState(endToEndID: pix.endToEndID, id: "R1"))
        kit.send(try .refundState(endToEndID: pix.endToEndID, id: "R9"))
        kit.send(try .received(endToEndID: pix.endToEndID))
        kit.send(try .received(endToEndID: "E00000000000000000000000000000000".prefix(32).description))
        kit.send(.received(listing, txid: pix.txid.flatMap { PixTxid($0) }))
    }

    private func recurrences(_ kit: inout BankKit, _ listing: PixListing) throws {
        let location = try #require(kit.ask(.createRecurrenceLocation(), PixLocation.self).value)
        kit.send(try .createRecurrence(try BankRecurrenceTests.request(location: location.id)))
        kit.send(.recurrenceLocation(id: location.id))
        let id = try BankRecurrenceTests.approved(&kit)
        kit.send(try .put(BankRecurrenceTests.charge(id, "2026-12-10"), txid: BankKit.txid(50)))
        kit.send(try .put(BankRecurrenceTests.charge(id, "2027-01-10"), txid: BankKit.txid(51)))
        kit.send(.cancelRecurringCharge(txid: BankKit.txid(51)))
        kit.now = try #require(Timestamp(rfc3339: "2026-12-10T12:00:00-03:00"))
        _ = kit.callbacks()
        kit.login()
        kit.send(.recurringCharge(txid: BankKit.txid(50)))
        kit.send(.retryRecurringCharge(txid: BankKit.txid(50), on: BankRecurrenceTests.day("2026-12-12")))
        kit.send(.recurrences(listing, debtor: .cpf(try CPF(parsing: "52998224725"))))
        kit.send(.cancelRecurrence(id))
        kit.send(.recurrence(id))
        kit.send(try .consent(id: String(repeating: "S", count: 29)))
    }

    @Test(
        "requests, answers, problems and callbacks keep to the description",
        .enabled(if: PixOpenAPIFile.obstacle == nil, "SKIPPED: \(PixOpenAPIFile.obstacle ?? "")"))
    func description() throws {
        let record = try record()
        let result = PixOpenAPIFile.check(record)
        #expect(result.status == 0, "\(result.output)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.dropLast().isEmpty, "\(lines.dropLast().joined(separator: "\n"))")
        #expect(lines.last == "checked \(record.split(separator: "\n").count)")
        #expect(record.split(separator: "\n").count > 150)
    }

    @Test(
        "the comparison finds mistakes",
        .enabled(if: PixOpenAPIFile.obstacle == nil, "SKIPPED: \(PixOpenAPIFile.obstacle ?? "")"))
    func mistakes() {
        let txid = BankKit.txid(1).text
        let good = #""calendario":{"expiracao":60},"chave":"a","valor":{"original":"1.00"}"#
        let wrong = [
            #""calendario":{"expiracao":60},"chave":"a","valor":{"original":"1.0"}"#, good + #","chav":"b""#,
            #""calendario":{"expiracao":60},"chave":"a""#,
            good + #","devedor":{"cpf":"1","nome":"x"}"#,
        ]
        let lines = ([good] + wrong).map {
            #"{"kind":"request","method":"PUT","path":"/cob/\#(txid)","query":{},"document":{\#($0)}}"#
        }
        let result = PixOpenAPIFile.check(lines.joined(separator: "\n") + "\n")
        let numbers = Set(
            result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(numbers == ["2", "3", "4", "5", "checked"], "\(result.output)")
    }
}
