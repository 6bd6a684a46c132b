/// Why some bytes are not the JSON that was wanted, and where.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: String, Hashable, Sendable {
        case empty = "there is nothing"
        case tooLarge = "too many bytes"
        case tooDeep = "nested too deep"
        case endsEarly = "ends in the middle of a value"
        case unexpectedByte = "a byte that has no place here"
        case badNumber = "not a number of JSON"
        case badEscape = "not an escape of JSON"
        case loneSurrogate = "half of a surrogate pair"
        case controlCharacter = "a control character inside a string"
        case notUTF8 = "bytes that are not UTF-8"
        case trailingBytes = "more after the value"
    }

    package let reason: Reason
    /// Bytes from the start.
    package let offset: Int

    package init(reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    package var description: String { "not JSON at byte \(offset): \(reason.rawValue)" }
}
