import Foundation

/// What the bank posts to `{webhookUrl}/pix`: payments received, and refunds that reached a final state.
///
/// Source: Central Bank's API Pix 2.9.0, callback of `PUT /webhook/{chave}`. Calls repeat, arrive in any order, and carry
/// fields of the bank's own. One bad item never costs the others.
package struct PixCallback: Hashable, Sendable {
    package var received: [PixReceived]
    package var malformed: [Malformed]

    /// An item, or a refund of an item, that could not be understood and wants a person.
    package struct Malformed: Hashable, Sendable {
        /// The item's place in the list, from 0.
        package let index: Int
        /// Where it could be read.
        package let endToEndID: String?
        package let reason: String
    }

    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case notJSON
        /// JSON, but no object with a `pix` list: some banks send such a body to try the address.
        case noPixList

        package var description: String {
            switch self {
            case .notJSON: "the body is not JSON"
            case .noPixList: "the body has no list \"pix\""
            }
        }
    }

    package init(received: [PixReceived], malformed: [Malformed] = []) {
        self.received = received
        self.malformed = malformed
    }

    /// Reads a callback's body.
    package init(decoding body: [UInt8]) throws(Failure) {
        let decoder = JSONDecoder()
        do {
            let list = try decoder.decode(PixCallbackBody.self, from: Data(body)).pix.items
            self.init(received: [], malformed: [])
            for (index, item) in list.enumerated() { add(item, index) }
        } catch DecodingError.dataCorrupted {
            throw .notJSON
        } catch {
            throw .noPixList
        }
    }

    mutating func add(_ item: Lossy<PixItem>, _ index: Int) {
        switch item {
        case .bad(let reason, let endToEndID):
            malformed.append(Malformed(index: index, endToEndID: endToEndID, reason: reason))
        case .good(let item):
            received.append(item.value)
            for reason in item.badRefunds {
                malformed.append(Malformed(index: index, endToEndID: item.value.endToEndID, reason: reason))
            }
        }
    }

    /// The body that a bank would send for these payments; the same bytes for the same payments.
    package static func encode(_ payments: [PixReceived]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(PixCallbackOutput(pix: payments.map(PixItemOutput.init))))
    }
}
