import Dialogue
import Foundation
import Language
import Testing

@Suite("Golden transcripts read as they did")
struct TranscriptTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

    static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted()

    /// Set to write the transcripts anew instead of comparing them; never in continuous integration.
    static let isRecording = ProcessInfo.processInfo.environment["QUITA_RECORD"] == "1"

    @Test("there are transcripts")
    func some() { #expect(TranscriptTests.files.count >= 12) }

    @Test("each conversation, word for word", arguments: TranscriptTests.files)
    func replay(file: String) throws {
        let url = TranscriptTests.folder.appending(path: file)
        let recorded = try String(contentsOf: url, encoding: .utf8)
        let played = try Transcript(parsing: recorded).played(by: Listener(try Reader.embedded()))
        if TranscriptTests.isRecording {
            try played.write(to: url, atomically: true, encoding: .utf8)
        } else {
            let (now, before) = (TranscriptTests.conduct(played), TranscriptTests.conduct(recorded))
            #expect(now == before, "\(file): run with QUITA_RECORD=1 to write it anew, and read the difference")
        }
    }

    /// All but the lines that say what the model read: a model that is trained anew may read more or be less sure, and
    /// its own tests judge that; here what is said and done must stay.
    static func conduct(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("       read ") }
    }
}
