import Delivery
import Foundation

/// The banks' Pix APIs, from the environment. `QUITA_PIX_BASE_URL` makes the connection `default`, and
/// `QUITA_PIX_NAME_BASE_URL` one that creditors call `name`.
extension Parts {
    static func pixConnections() throws -> [String: PixConnection] {
        var connections: [String: PixConnection] = [:]
        for variable in ProcessInfo.processInfo.environment.keys.sorted() {
            guard variable.hasPrefix("QUITA_PIX_"), variable.hasSuffix("BASE_URL") else { continue }
            let prefix = String(variable.dropLast("BASE_URL".count))
            let name = prefix.dropFirst("QUITA_PIX_".count).dropLast().lowercased()
            connections[name.isEmpty ? "default" : name] = try connection(prefix)
        }
        return connections
    }

    private static func connection(_ prefix: String) throws -> PixConnection {
        func required(_ name: String) throws -> String {
            guard let text = environment(prefix + name) else {
                throw Failure("\(prefix)BASE_URL is set, but not \(prefix)\(name)")
            }
            return text
        }
        let base = try required("BASE_URL")
        let isLocal = base.hasPrefix("http://127.0.0.1:") || base.hasPrefix("http://localhost:")
        guard base.hasPrefix("https://") || isLocal else {
            throw Failure("\(prefix)BASE_URL must be https: \(base) (http goes to this machine only)")
        }
        var certificate: PixConnection.Certificate?
        if let chain = environment(prefix + "CERTIFICATE_FILE") {
            certificate = .init(chainFile: chain, keyFile: try required("KEY_FILE"))
        }
        return PixConnection(
            baseURL: base, tokenURL: environment(prefix + "TOKEN_URL"), clientID: try required("CLIENT_ID"),
            secret: try secret(prefix + "CLIENT_SECRET"), certificate: certificate,
            authorityFile: environment(prefix + "AUTHORITY_FILE"))
    }

    /// From the variable, or from the file that `…_FILE` names.
    private static func secret(_ name: String) throws -> String {
        if let text = environment(name) { return text }
        guard let file = environment(name + "_FILE") else { throw Failure("neither \(name) nor \(name)_FILE is set") }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Failure("cannot read \(file), which \(name)_FILE names")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
