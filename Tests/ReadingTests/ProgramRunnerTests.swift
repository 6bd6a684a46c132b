import Foundation
import Testing

@testable import Reading

@Suite("Outside programs")
struct ProgramRunnerTests {
    /// A runner whose folders can be looked at.
    private func withRunner<Result: Sendable>(
        _ body: @Sendable (ProgramRunner, URL) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "quita-runner-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(ProgramRunner(temporaryFolder: folder.path), folder)
    }

    @Test("a program gets its files, gives its output, and leaves nothing behind")
    func files() async throws {
        try await withRunner { runner, folder in
            let result = try await runner.run(
                ProgramRun(
                    "cp", ["in.txt", "out.txt"], input: [ProgramRun.File("in.txt", Array("olá".utf8))],
                    output: ["out.txt", "never.txt"]))
            #expect(result.exitStatus == 0)
            #expect(result.files["out.txt"] == Array("olá".utf8))
            #expect(result.files["never.txt"] == nil)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.isEmpty)
        }
    }

    @Test("arguments are no commands")
    func noShell() async throws {
        let result = try await ProgramRunner().run(ProgramRun("printf", ["%s", "$(id); `id` > x && *"]))
        #expect(result.text == "$(id); `id` > x && *")
    }

    @Test("a program sees nothing of the server's environment")
    func environment() async throws {
        let result = try await ProgramRunner().run(ProgramRun("env", []))
        let names = Set(
            result.text.split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) })
        #expect(names == ["PATH", "LANG", "HOME", "TMPDIR", "OMP_THREAD_LIMIT"])
    }

    @Test("an exit status and what was said on standard error are told")
    func failure() async throws {
        let result = try await ProgramRunner().run(ProgramRun("ls", ["no-such-file"]))
        #expect(result.exitStatus != 0)
        #expect(result.standardError.contains("no-such-file"))
    }

    @Test("a program that never ends is killed, and its folder goes")
    func timeLimit() async throws {
        try await withRunner { runner, folder throws in
            let run = ProgramRun("tail", ["-f", "/dev/null"], limits: ProgramLimits(milliseconds: 100))
            await #expect(throws: ProgramError.timedOut("tail", milliseconds: 100)) { try await runner.run(run) }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.isEmpty)
        }
    }

    @Test("a program that writes without end is stopped at its limit")
    func outputLimit() async throws {
        let run = ProgramRun("yes", [], limits: ProgramLimits(milliseconds: 60_000, outputBytesMax: 100_000))
        await #expect(throws: ProgramError.outputTooLarge("yes")) { try await ProgramRunner().run(run) }
    }

    @Test("a program that wants too much memory does not get it")
    func memoryLimit() async throws {
        let limits = ProgramLimits(milliseconds: 60_000, memoryBytesMax: 64 << 20)
        let result = try await ProgramRunner().run(
            ProgramRun("dd", ["if=/dev/zero", "of=/dev/null", "bs=512M", "count=1"], limits: limits))
        #expect(result.exitStatus != 0)
    }

    @Test("a program that is not there is named")
    func missing() async {
        await #expect(throws: ProgramError.missing("no-such-program")) {
            try await ProgramRunner().run(ProgramRun("no-such-program", []))
        }
        await #expect(throws: ProgramError.missing("../bin/ls")) {
            try await ProgramRunner().run(ProgramRun("../bin/ls", []))
        }
    }

    @Test("a file cannot be put outside of the run's folder", arguments: ["../x", "/tmp/x", ".stdout"])
    func names(_ name: String) async {
        await #expect(throws: ProgramError.self) {
            try await ProgramRunner().run(ProgramRun("true", [], input: [ProgramRun.File(name, [1])]))
        }
    }

    @Test("whoever stops waiting stops the program")
    func cancellation() async throws {
        let task = Task {
            try await ProgramRunner().run(
                ProgramRun("tail", ["-f", "/dev/null"], limits: ProgramLimits(milliseconds: 600_000)))
        }
        task.cancel()
        await #expect(throws: ProgramError.cancelled("tail")) { try await task.value }
    }

    @Test("many at once all come back")
    func many() async throws {
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<24 {
                group.addTask { try await ProgramRunner().run(ProgramRun("printf", ["%s", "\(number)"])).text }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(texts.count == 24)
    }
}
