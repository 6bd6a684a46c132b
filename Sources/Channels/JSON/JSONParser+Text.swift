extension JSONParser {
    /// The string whose opening quote has just been passed.
    mutating func text() throws(JSONError) -> String {
        let start = index
        var ascii = true
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                let text = try decoded(bytes[start..<index], ascii: ascii, at: start)
                index += 1
                return text
            }
            if byte == UInt8(ascii: "\\") { return try escapedText(from: start) }
            guard byte >= 0x20 else { throw failure(.controlCharacter) }
            if byte >= 0x80 { ascii = false }
            index += 1
        }
        throw failure(.endsEarly)
    }

    private func decoded(_ slice: ArraySlice<UInt8>, ascii: Bool, at offset: Int) throws(JSONError) -> String {
        if ascii || options.repairs { return String(decoding: slice, as: UTF8.self) }
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw JSONError(reason: .notUTF8, offset: offset)
        }
        return text
    }

    /// Goes on from the first escape of a string that began at `start`.
    private mutating func escapedText(from start: Int) throws(JSONError) -> String {
        var buffer: [UInt8] = []
        buffer.reserveCapacity(index - start + 32)
        buffer.append(contentsOf: bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try decoded(buffer[...], ascii: false, at: start)
                index += 1
                return text
            case UInt8(ascii: "\\"):
                index += 1
                try escape(into: &buffer)
            case 0..<0x20:
                throw failure(.controlCharacter)
            default:
                buffer.append(byte)
                index += 1
            }
        }
        throw failure(.endsEarly)
    }

    /// The escape whose backslash has just been passed.
    private mutating func escape(into buffer: inout [UInt8]) throws(JSONError) {
        let byte = try peek()
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(byte)
        case UInt8(ascii: "b"): buffer.append(0x08)
        case UInt8(ascii: "f"): buffer.append(0x0C)
        case UInt8(ascii: "n"): buffer.append(0x0A)
        case UInt8(ascii: "r"): buffer.append(0x0D)
        case UInt8(ascii: "t"): buffer.append(0x09)
        case UInt8(ascii: "u"): try appendScalar(into: &buffer)
        default:
            index -= 1
            throw failure(.badEscape)
        }
    }

    /// A `\uXXXX`, with its second half where it is the first of a surrogate pair.
    private mutating func appendScalar(into buffer: inout [UInt8]) throws(JSONError) {
        let start = index
        let unit = try hexUnit()
        var scalar = Unicode.Scalar(UInt32(unit))
        if unit & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let afterFirst = index
            index += 2
            let second = try hexUnit()
            if second & 0xFC00 == 0xDC00 {
                scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(second & 0x3FF)))
            } else {
                index = afterFirst
            }
        }
        if let found = scalar, !(options.repairs && found.value == 0) {
            buffer.append(contentsOf: UTF8.encode(found) ?? UTF8.encodedReplacementCharacter)
        } else if options.repairs {
            buffer.append(contentsOf: UTF8.encodedReplacementCharacter)
        } else {
            throw JSONError(reason: .loneSurrogate, offset: start)
        }
    }

    private mutating func hexUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let byte = try peek()
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw failure(.badEscape)
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}
