import Crypto
import Foundation
import Store

/// What another program shows as `Authorization: Bearer …`.
package struct APIToken: Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// A new one: 256 bits of the machine's chance, with a prefix by which leaked ones are found.
    package init() {
        text = "quita_" + Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }).base64URL
    }

    /// As the store keeps it.
    package var hash: String { hex(SHA256.hash(data: Array(text.utf8))) }
}
