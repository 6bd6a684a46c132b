import ArgumentParser
import Channels
import Foundation

/// `quita inspect webhook FILE… [--json]`: the events in stored webhook bodies, as the server would understand them.
struct InspectWebhook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhook",
        abstract: "Show the events in webhook bodies of the WhatsApp Business Platform.",
        discussion: """
            What can be read is printed; a file that cannot has its reason in "error", and the exit status is then 1.
            """)

    @Argument(help: "Files that hold the raw body of one POST each; - is standard input.")
    var files: [String]

    @Flag(help: "Print one JSON array: {\"file\", \"events\": […]} per file.")
    var json = false

    func run() throws {
        let inspections = files.map(Inspection.init(path:))
        if json {
            var output = JSONValue.array(inspections.map(\.json)).bytes()
            output.append(UInt8(ascii: "\n"))
            FileHandle.standardOutput.write(Data(output))
        } else {
            for inspection in inspections { print(inspection.summary) }
        }
        let failed = inspections.filter { $0.error != nil }
        for inspection in failed { say("\(inspection.path): \(inspection.error ?? "")") }
        if !failed.isEmpty { throw ExitCode(1) }
    }
}

/// One file's events, or why there are none.
private struct Inspection {
    let path: String
    var events: [WhatsAppEvent] = []
    var error: String?

    init(path: String) {
        self.path = path
        do {
            events = try WhatsAppWebhook.parse(Inspection.bytes(path))
        } catch let failure as WhatsAppWebhook.Failure {
            error = "\(failure). Give the raw body of one webhook POST."
        } catch let failure as Failure {
            error = failure.description
        } catch {
            self.error = "cannot be read: \(error.localizedDescription)"
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw Failure("there is no such file. Check the name.")
        }
        guard !isDirectory.boolValue else { throw Failure("this is a folder. Name the files in it.") }
        guard let contents = FileManager.default.contents(atPath: path) else {
            throw Failure("the file cannot be read. Check its permissions.")
        }
        return Array(contents)
    }

    var json: JSONValue {
        var object = JSONObject()
        object.append("file", .string(path))
        object.append("error", ifPresent: error.map { .string($0) })
        object.append("events", .array(events.map(\.json)))
        return .object(object)
    }

    /// A line per event: instant, kind, person, and what it is about.
    var summary: String {
        let lines = events.map { event in
            let person = event.contact.map { $0.phone ?? $0.bsuid ?? $0.parentBsuid ?? "" } ?? ""
            let columns = [event.at.map { "\($0)" } ?? "-", event.kind.name, person, event.messageID ?? ""]
            return "  " + columns.filter { !$0.isEmpty }.joined(separator: "  ")
        }
        let count = events.count == 1 ? "1 event" : "\(events.count) events"
        return ([path + ": " + (error == nil ? count : "not read")] + lines).joined(separator: "\n")
    }
}
