import Crypto
import CryptoExtras
import Foundation

/// Passwords are kept as salted scrypt hashes (RFC 7914), in a text form that carries its own parameters.
package enum Password {
    private static let rounds = 1 << 14
    private static let blockSize = 8
    private static let parallelism = 1
    private static let hashBytes = 32

    /// The shortest password that is accepted, in characters.
    package static let lengthMin = 10

    package static func hash(_ password: String, salt: [UInt8]) throws -> String {
        let key = try derive(password, salt: salt, rounds: rounds)
        return "scrypt$\(rounds)$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }

    /// In constant time; false for a text that is no hash of ours.
    package static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 4, parts[0] == "scrypt", let rounds = Int(parts[1]), rounds <= 1 << 18,
            let salt = Data(base64Encoded: parts[2]), let expected = Data(base64Encoded: parts[3]),
            let key = try? derive(password, salt: Array(salt), rounds: rounds)
        else { return false }
        let difference = zip(key, expected).reduce(UInt8(key.count == expected.count ? 0 : 1)) { $0 | ($1.0 ^ $1.1) }
        return difference == 0
    }

    private static func derive(_ password: String, salt: [UInt8], rounds: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
            outputByteCount: hashBytes,
            rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}
