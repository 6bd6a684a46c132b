/// An address inside the console: a path of ours and a query, percent-encoded when it is written.
///
/// Links and forms take nothing else, so no text from outside can become a `javascript:` address or lead elsewhere.
package struct Address: Hashable, Sendable, CustomStringConvertible {
    let path: [String]
    let query: [QueryItem]

    struct QueryItem: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// Path segments, unencoded: `Address("casos", "118")` is `/casos/118`.
    package init(_ path: String...) {
        self.path = path
        query = []
    }

    private init(path: [String], query: [QueryItem]) {
        self.path = path
        self.query = query
    }

    /// The same address with one more query item; nil and empty values are left out.
    package func with(_ name: String, _ value: String?) -> Address {
        guard let value, !value.isEmpty else { return self }
        return Address(path: path, query: query + [QueryItem(name: name, value: value)])
    }

    /// As written in a link.
    package var text: String {
        var text = ""
        for segment in path { text += "/" + Address.encode(segment) }
        if text.isEmpty { text = "/" }
        for (index, item) in query.enumerated() {
            text += index == 0 ? "?" : "&"
            text += Address.encode(item.name) + "=" + Address.encode(item.value)
        }
        return text
    }

    package var description: String { text }

    /// Percent-encodes all but RFC 3986's unreserved characters. A segment of dots alone keeps no special meaning.
    private static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        let onlyDots = text == "." || text == ".."
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."):
                encoded += onlyDots ? "%2E" : "."
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded.append("%")
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return encoded
    }
}
