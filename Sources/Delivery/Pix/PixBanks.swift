package import Domain

/// The banks of an installation, by the names that creditors call them.
package struct PixBanks: Sendable {
    private let banks: [String: PixBank]

    package static let none = PixBanks(banks: [:])

    private init(banks: [String: PixBank]) { self.banks = banks }

    /// - Throws: where a certificate or key cannot be read.
    package init(_ connections: [String: PixConnection], now: @escaping @Sendable () -> Timestamp) throws {
        var banks: [String: PixBank] = [:]
        for (name, connection) in connections { banks[name] = try PixBank(connection, now: now) }
        self.banks = banks
    }

    package func bank(_ name: String) -> PixBank? { banks[name] }

    package func shutdown() async throws { for bank in banks.values { try await bank.shutdown() } }
}
