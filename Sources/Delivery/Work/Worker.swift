import Dispatch
package import Domain
package import Store

/// Does one kind of work that reaches nobody. It may be done twice; that harms nobody.
package protocol Worker: Sendable {
    /// - Throws: why it could not be done. The engine then goes the plain way.
    func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct
}

/// What work comes to.
package enum WorkProduct: Sendable {
    /// A file that lies in the store now.
    case file(MediaReference)
    /// JSON in the shape of the kind.
    case answer(String)
}

/// Why work was not done.
package enum WorkFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing is configured that could do it.
    case off
    case missing(String)
    /// It may go well another time: a program that is busy, an address that is away.
    case later(String)

    package var description: String {
        switch self {
        case .off: "off"
        case .missing(let what): "\(what) is not there"
        case .later(let why): why
        }
    }
}

extension WorkProduct {
    /// The report of it, as delivery gives it to the engine.
    package static func result(
        of claim: ClaimedEffect, by worker: any Worker, in database: Database
    ) async -> EffectResult {
        var result = EffectResult(effect: claim.effect.id, attempt: claim.attempt, outcome: .rejected)
        do {
            switch try await worker.work(on: claim.effect, in: database) {
            case .file(let reference):
                result.outcome = .fetched
                result.fileHash = reference.sha256
                result.fileType = reference.mimeType
            case .answer(let json):
                result.outcome = .done
                result.answer = json
            }
        } catch WorkFailure.later(let why) {
            result.outcome = .notSent
            result.errorText = why
        } catch {
            result.errorText = "\(error)"
        }
        return result
    }
}

/// Runs a blocking piece of work off the threads that tasks run on.
func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
}

extension Database {
    /// A file of the store that some work is about.
    func bytes(of file: String) async throws -> [UInt8] {
        guard let found = try await blocking({ try self.read { try $0.file(sha256: file) } }) else {
            throw WorkFailure.missing("file \(file)")
        }
        return found.bytes
    }
}
