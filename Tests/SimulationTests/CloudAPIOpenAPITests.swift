import Channels
import Domain
import Foundation
import Testing

@testable import Simulation

/// Meta's own description of the API beside the repository, where somebody has put it; it is not part of the project.
private enum OpenAPIFile {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    static let description = folder.appending(
        path: "../../../shared/reference/whatsapp-business-messaging-api_v23.0.yaml"
    ).standardizedFileURL.path

    /// Why the comparison cannot be made; nil when it can.
    static let obstacle: String? = {
        guard FileManager.default.isReadableFile(atPath: description) else { return "no \(description)" }
        let modules = run(["-c", "import yaml, jsonschema"], input: "")
        return modules.status == 0 ? nil : "python3 has no yaml or jsonschema: \(modules.output)"
    }()

    static func run(_ arguments: [String], input: String) -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stdout
        do {
            try process.run()
        } catch {
            return (-1, "\(error)")
        }
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try? stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

@Suite("Cloud API: compared with Meta's own description")
struct CloudAPIOpenAPITests {
    private static func line(_ kind: String, _ body: [UInt8]) -> String {
        #"{"kind":"\#(kind)","document":"# + String(decoding: body, as: UTF8.self) + "}\n"
    }

    static let contents: [MessageContent] = [
        .text("Olá"), CloudAPIKit.template(),
        .buttons(body: "Confirma?", footer: "Loja Aurora", buttons: [MessageOption(id: "sim", title: "Sim")]),
        .list(
            body: "Como prefere?", footer: nil, button: "Ver opções",
            rows: [MessageOption(id: "pix", title: "Pix", detail: "hoje"), MessageOption(id: "x", title: "3x")]),
        .image(MediaReference(sha256: "png", mimeType: "image/png"), caption: "QR"),
        .document(MediaReference(sha256: "pdf", mimeType: "application/pdf"), filename: "fatura.pdf", caption: nil),
        .audio(MediaReference(sha256: "ogg", mimeType: "audio/ogg")),
    ]

    /// Uploads a small file and answers its id.
    private func upload(_ kit: inout CloudAPIKit, _ type: String) throws -> String {
        let request = try WhatsAppRequest.upload(
            MediaUpload(bytes: [1, 2, 3], mimeType: type, filename: "arquivo"), numberID: CloudAPIKit.numberID)
        return try #require(try JSONParser.parse(kit.perform(request).body)["id"]?.string)
    }

    private func documents() throws -> String {
        var kit = CloudAPIKit { $0.pairRate = .lenient }
        var lines = ""
        try kit.openWindow()
        var media: [String: String] = [:]
        for (hash, type) in [("png", "image/png"), ("pdf", "application/pdf"), ("ogg", "audio/ogg")] {
            media[hash] = try upload(&kit, type)
        }
        var ids: [String] = []
        for content in Self.contents {
            let message = OutboundMessage(
                content, to: .phone(CloudAPIKit.ana.phone), numberID: CloudAPIKit.numberID, callbackData: "q:1",
                mediaIDs: media)
            let request = try WhatsAppRequest.send(message)
            lines += Self.line("request", request.body)
            let answer = kit.perform(request)
            lines += Self.line("answer", answer.body)
            ids.append(try #require(answer.messageID, "\(answer.text)"))
        }
        let scopedID = kit.simulator.businessScopedID(of: CloudAPIKit.bia.phone, accountID: CloudAPIKit.accountID)
        let toScopedID = try WhatsAppRequest.send(
            OutboundMessage(
                CloudAPIKit.template("Bia"), to: .user(scopedID), numberID: CloudAPIKit.numberID, callbackData: nil))
        lines += Self.line("request", toScopedID.body) + Self.line("answer", kit.perform(toScopedID).body)
        lines += Self.line(
            "error", kit.send(#"{"messaging_product":"whatsapp","to":"+5531900000002","text":{"body":"oi"}}"#).body)
        lines += Self.line("error", kit.call("GET", "/v25.0/1", token: "WRONG").body)
        for delivery in kit.deliver(until: CloudAPIKit.start) { lines += Self.line("webhook", delivery.body) }
        lines += try inbound(&kit, ids)
        return lines
    }

    private func inbound(_ kit: inout CloudAPIKit, _ ids: [String]) throws -> String {
        var lines = ""
        let phone = CloudAPIKit.ana.phone
        let taps: [UserContent] = [
            .tap(messageID: ids[1], optionID: "opcoes"), .tap(messageID: ids[2], optionID: "sim"),
            .tap(messageID: ids[3], optionID: "pix"), .tap(messageID: ids[3], optionID: "x"),
            .reaction(messageID: ids[0], emoji: "👍"), .reaction(messageID: ids[0], emoji: ""),
        ]
        var last = ""
        for content in CloudAPIWebhookTests.inbound.map(\.content) + taps {
            last = try kit.simulator.userSends(
                content, from: phone, to: CloudAPIKit.numberID, replyTo: nil, now: CloudAPIKit.start)
        }
        try kit.simulator.userSends(
            .text("citando"), from: phone, to: CloudAPIKit.numberID, replyTo: ids[0], now: CloudAPIKit.start)
        try kit.openWindow(CloudAPIKit.bia)
        let mark = WhatsAppRequest.markRead(last, typing: true, numberID: CloudAPIKit.numberID)
        lines += Self.line("mark", mark.body) + Self.line("markAnswer", kit.perform(mark).body)
        try kit.simulator.userReads(phone, upTo: ids[6], now: CloudAPIKit.start)
        try kit.simulator.userPlays(ids[6], now: CloudAPIKit.start)
        kit.simulator.configuration.lateErrors = [131_026]
        _ = try kit.send(CloudAPIKit.template(), to: "5511900000999", callbackData: "q:2")
        try kit.simulator.userChangesNumber(
            phone, to: "5511900000044", numberID: CloudAPIKit.numberID, now: CloudAPIKit.start)
        kit.simulator.configuration.webhookVersion = 23
        _ = try kit.send(CloudAPIKit.template(), to: CloudAPIKit.jose.phone)
        let deliveries = kit.deliver(until: CloudAPIKit.start.adding(seconds: 1))
        #expect(deliveries.count > 20)
        for delivery in deliveries { lines += Self.line("webhook", delivery.body) }
        return lines
    }

    @Test(
        "requests, answers, errors and webhooks keep to the description",
        .enabled(if: OpenAPIFile.obstacle == nil, "SKIPPED: \(OpenAPIFile.obstacle ?? "")"))
    func description() throws {
        let script = OpenAPIFile.folder.appending(path: "Vectors/check-openapi.py").path
        let documents = try documents()
        let result = OpenAPIFile.run([script, OpenAPIFile.description], input: documents)
        #expect(result.status == 0, "\(result.output)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.dropLast().isEmpty, "\(lines.dropLast().joined(separator: "\n"))")
        #expect(lines.last == "checked \(documents.split(separator: "\n").count)")
    }

    @Test(
        "the comparison finds mistakes",
        .enabled(if: OpenAPIFile.obstacle == nil, "SKIPPED: \(OpenAPIFile.obstacle ?? "")"))
    func mistakes() {
        let script = OpenAPIFile.folder.appending(path: "Vectors/check-openapi.py").path
        let wrong = [
            #""type":"text","text":{"bodi":"x"}}"#,
            #""type":"template","template":{"name":"x"}}"#,
            #""type":"text","text":{"body":"x"},"shout":1}"#,
        ]
        let head = #"{"messaging_product":"whatsapp","recipient_type":"individual","to":"1","#
        let input = wrong.map { Self.line("request", Array((head + $0).utf8)) }.joined()
        let result = OpenAPIFile.run([script, OpenAPIFile.description], input: input)
        let numbers = Set(
            result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(numbers.isSuperset(of: ["1", "2", "3"]), "\(result.output)")
    }
}
