import Foundation
import Synchronization

/// One run of an outside program: which one, with what, and how far it may go.
package struct ProgramRun: Sendable {
    /// A file by its plain name inside the run's own folder.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package var program: String
    /// Handed over as they are: there is no shell. Files are named relative to the run's folder.
    package var arguments: [String]
    package var input: [File]
    /// Files that the program is to leave behind; those that it does not are missing from the result.
    package var output: [String]
    package var limits: ProgramLimits

    package init(
        _ program: String, _ arguments: [String], input: [File] = [], output: [String] = [],
        limits: ProgramLimits = ProgramLimits()
    ) {
        self.program = program
        self.arguments = arguments
        self.input = input
        self.output = output
        self.limits = limits
    }
}

/// What a program may use. The kernel enforces all but the wall clock.
package struct ProgramLimits: Hashable, Sendable {
    /// By the clock on the wall, after which it is killed.
    package var milliseconds: Int
    /// The longest file that it may write, standard output among them.
    package var outputBytesMax: Int
    package var memoryBytesMax: Int

    package init(milliseconds: Int = 30_000, outputBytesMax: Int = 64 << 20, memoryBytesMax: Int = 2 << 30) {
        self.milliseconds = milliseconds
        self.outputBytesMax = outputBytesMax
        self.memoryBytesMax = memoryBytesMax
    }
}

package struct ProgramResult: Sendable {
    package let exitStatus: Int32
    package let standardOutput: [UInt8]
    /// At most 4 KiB of it, for the log.
    package let standardError: String
    package let files: [String: [UInt8]]

    package var text: String { String(decoding: standardOutput, as: UTF8.self) }
}

package enum ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No such program in the folders: its Debian package is missing.
    case missing(String)
    case timedOut(String, milliseconds: Int)
    /// It wrote more than it may.
    case outputTooLarge(String)
    /// A signal ended it: out of memory, or a fault.
    case crashed(String, signal: Int32)
    /// A temporary folder could not be made, or the program not be started.
    case notStarted(String, reason: String)
    case cancelled(String)

    package var description: String {
        switch self {
        case .missing(let name): "\(name) is not installed (see scripts/setup)"
        case .timedOut(let name, let milliseconds): "\(name) took more than \(milliseconds) ms and was stopped"
        case .outputTooLarge(let name): "\(name) wrote more than it may"
        case .crashed(let name, let signal): "\(name) was ended by signal \(signal)"
        case .notStarted(let name, let reason): "\(name) could not be started: \(reason)"
        case .cancelled(let name): "\(name) was stopped, since nobody waits for it any more"
        }
    }
}

/// Runs outside programs: no shell, a folder of its own per run that is gone afterwards, limits, and no thread of Swift's
/// pool that waits.
package struct ProgramRunner: Sendable {
    /// Where programs are looked for, in this order.
    package let folders: [String]
    /// Where the runs' folders are made.
    package let temporaryFolder: String

    package init(
        folders: [String] = ["/usr/bin", "/usr/local/bin"],
        temporaryFolder: String = FileManager.default.temporaryDirectory.path
    ) {
        self.folders = folders
        self.temporaryFolder = temporaryFolder
    }

    package func path(of program: String) -> String? {
        guard !program.contains("/") else { return nil }
        return folders.map { $0 + "/" + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    package func run(_ run: ProgramRun) async throws(ProgramError) -> ProgramResult {
        let job = ProgramJob(run: run, runner: self)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                ProgramJob.queue.async { job.start { continuation.resume(returning: $0) } }
            }
        } onCancel: {
            job.stop(.cancelled(run.program))
        }
        return try result.get()
    }
}

/// A run under way. All of its work is done on a queue of its own kind, where blocking on files is allowed.
private final class ProgramJob: Sendable {
    static let queue = DispatchQueue(label: "quita.programs", attributes: .concurrent)

    private struct State {
        var process: Int32?
        /// Why it was stopped by us.
        var stopped: ProgramError?
        var isOver = false
    }

    private let run: ProgramRun
    private let runner: ProgramRunner
    private let state = Mutex(State())

    init(run: ProgramRun, runner: ProgramRunner) {
        self.run = run
        self.runner = runner
    }

    func start(_ finish: @escaping @Sendable (Result<ProgramResult, ProgramError>) -> Void) {
        if let stopped = state.withLock({ $0.stopped }) { return finish(.failure(stopped)) }
        guard let program = runner.path(of: run.program) else { return finish(.failure(.missing(run.program))) }
        guard let limiter = runner.path(of: "prlimit") else { return finish(.failure(.missing("prlimit"))) }
        let folder = URL(fileURLWithPath: runner.temporaryFolder).appending(path: "quita-run-\(UUID().uuidString)")
        do {
            let process = try prepare(folder, limiter: limiter, program: program)
            process.terminationHandler = { [self] ended in
                let (status, isSignal) = (ended.terminationStatus, ended.terminationReason == .uncaughtSignal)
                let stopped = state.withLock { state in
                    state.isOver = true
                    return state.stopped
                }
                ProgramJob.queue.async { [self] in
                    let result = collect(folder, status: status, isSignal: isSignal, stopped: stopped)
                    try? FileManager.default.removeItem(at: folder)
                    finish(result)
                }
            }
            try process.run()
            let stopped = state.withLock { state in
                state.process = process.processIdentifier
                return state.stopped
            }
            if let stopped { stop(stopped) }
            let limit = run.limits.milliseconds
            ProgramJob.queue.asyncAfter(deadline: .now() + .milliseconds(limit)) { [weak self] in
                guard let self else { return }
                self.stop(.timedOut(self.run.program, milliseconds: limit))
            }
        } catch {
            try? FileManager.default.removeItem(at: folder)
            finish(.failure(.notStarted(run.program, reason: "\(error)")))
        }
    }

    /// Kills it, unless it is over: then its number may be another's.
    func stop(_ reason: ProgramError) {
        state.withLock { state in
            guard !state.isOver else { return }
            state.stopped = state.stopped ?? reason
            if let process = state.process { kill(process, SIGKILL) }
        }
    }

    private func prepare(_ folder: URL, limiter: String, program: String) throws -> Process {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for file in run.input {
            guard !file.name.contains("/"), !file.name.hasPrefix(".") else { throw CocoaError(.fileNoSuchFile) }
            try Data(file.bytes).write(to: folder.appending(path: file.name))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: limiter)
        process.arguments =
            [
                "--as=\(run.limits.memoryBytesMax)", "--fsize=\(run.limits.outputBytesMax)", "--core=0",
                "--cpu=\(run.limits.milliseconds / 1000 + 1)", "--", program,
            ] + run.arguments
        process.currentDirectoryURL = folder
        // Nothing of the server's own environment, which holds its secrets.
        process.environment = [
            "PATH": runner.folders.joined(separator: ":"), "LANG": "C.UTF-8", "HOME": folder.path,
            "TMPDIR": folder.path, "OMP_THREAD_LIMIT": "1",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try ProgramJob.emptyFile(folder, ".stdout")
        process.standardError = try ProgramJob.emptyFile(folder, ".stderr")
        return process
    }

    private static func emptyFile(_ folder: URL, _ name: String) throws -> FileHandle {
        let file = folder.appending(path: name)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    private func collect(
        _ folder: URL, status: Int32, isSignal: Bool, stopped: ProgramError?
    ) -> Result<ProgramResult, ProgramError> {
        if let stopped { return .failure(stopped) }
        if isSignal {
            switch status {
            case SIGXFSZ: return .failure(.outputTooLarge(run.program))
            case SIGXCPU: return .failure(.timedOut(run.program, milliseconds: run.limits.milliseconds))
            default: return .failure(.crashed(run.program, signal: status))
            }
        }
        func bytes(_ name: String) -> [UInt8]? {
            (try? Data(contentsOf: folder.appending(path: name))).map { Array($0) }
        }
        let output = bytes(".stdout") ?? []
        var files: [String: [UInt8]] = [:]
        for name in run.output { files[name] = bytes(name) }
        // Programs that ignore the signal go on with a file that was cut off.
        let longest = max(output.count, files.values.map(\.count).max() ?? 0)
        guard longest < run.limits.outputBytesMax else { return .failure(.outputTooLarge(run.program)) }
        return .success(
            ProgramResult(
                exitStatus: status, standardOutput: output,
                standardError: String(decoding: (bytes(".stderr") ?? []).suffix(4096), as: UTF8.self), files: files))
    }
}
