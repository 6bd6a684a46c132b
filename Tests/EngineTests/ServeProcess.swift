import Domain
import Foundation
import Simulation
import Synchronization

/// `quita serve` as a process of its own, as a person would start it, and as `kill -9` would end it.
final class ServeProcess: Sendable {
    /// What went wrong with the process itself.
    struct Ended: Error, CustomStringConvertible {
        let output: String
        var description: String { "quita serve ended before it listened:\n" + output }
    }

    private struct State {
        var output = ""
        var port: Int?
        var hasEnded = false
        var portWaiters: [CheckedContinuation<Int, any Error>] = []
        var endWaiters: [CheckedContinuation<Void, Never>] = []
    }

    let identifier: Int32
    private let state = Mutex(State())

    /// - Parameter environment: beside the test's own.
    init(_ environment: [String: String]) throws {
        let process = Process()
        process.executableURL = ServeProcess.program
        process.arguments = ["serve", "--port", "0"]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        identifier = process.processIdentifier
        errors.fileHandleForReading.readabilityHandler = { [self] handle in
            let bytes = handle.availableData
            if bytes.isEmpty { handle.readabilityHandler = nil } else { heard(String(decoding: bytes, as: UTF8.self)) }
        }
        process.terminationHandler = { [self] _ in ended() }
        if !process.isRunning { ended() }
    }

    /// Beside the test's own bundle: both are built together.
    static var program: URL {
        URL(filePath: CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0])
            .deletingLastPathComponent().appending(path: "quita")
    }

    /// The port, as soon as it listens.
    func port() async throws -> Int {
        try await withCheckedThrowingContinuation { continuation in
            state.withLock { state in
                if let port = state.port { return continuation.resume(returning: port) }
                if state.hasEnded { return continuation.resume(throwing: Ended(output: state.output)) }
                state.portWaiters.append(continuation)
            }
        }
    }

    /// Sends a signal and waits until the process is gone.
    func end(_ signal: Int32) async {
        kill(identifier, signal)
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.hasEnded { return continuation.resume() }
                state.endWaiters.append(continuation)
            }
        }
    }

    /// What it has said on standard error.
    var output: String { state.withLock { $0.output } }

    private func heard(_ text: String) {
        state.withLock { state in
            state.output += text
            guard state.port == nil, let match = state.output.firstMatch(of: /listening on http:\/\/[^:]+:(\d+)\n/),
                let port = Int(match.output.1)
            else { return }
            state.port = port
            for waiter in state.portWaiters { waiter.resume(returning: port) }
            state.portWaiters = []
        }
    }

    private func ended() {
        state.withLock { state in
            state.hasEnded = true
            for waiter in state.portWaiters { waiter.resume(throwing: Ended(output: state.output)) }
            for waiter in state.endWaiters { waiter.resume() }
            state.portWaiters = []
            state.endWaiters = []
        }
    }
}
