import Dispatch
import Store

extension Database {
    /// Reads on a thread where waiting is allowed.
    func reading<Value: Sendable>(_ body: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try read(body) }) }
        }
    }
}
