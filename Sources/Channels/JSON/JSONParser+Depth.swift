extension JSONParser {
    /// What to do with an array or object below the deepest level: an error, or its text after a check without
    /// recursion.
    mutating func tooDeep() throws(JSONError) -> JSONValue {
        guard options.repairs else { throw failure(.tooDeep) }
        let start = index
        try pass()
        return .unread(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// Passes one array or object, checked against the grammar, on a stack of one bit's worth per level.
    private mutating func pass() throws(JSONError) {
        // The closing bracket that each open level waits for.
        var closers: [UInt8] = []
        repeat {
            let byte = try peek()
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                // `{` and `[` stand two before their closers in ASCII.
                closers.append(byte + 2)
                index += 1
                skipSpace()
                if try peek() != byte + 2 {
                    if byte == UInt8(ascii: "{") { _ = try memberKey() }
                    continue
                }
            } else if byte == UInt8(ascii: "\"") {
                index += 1
                _ = try text()
            } else {
                _ = try scalar()
            }
            try passClosers(&closers)
        } while !closers.isEmpty
    }

    /// After a value: closes levels that end here, then passes the comma (and key) before the next value.
    private mutating func passClosers(_ closers: inout [UInt8]) throws(JSONError) {
        skipSpace()
        while let closer = closers.last {
            let byte = try peek()
            if byte == closer {
                closers.removeLast()
                index += 1
                if closers.isEmpty { return }
                skipSpace()
            } else if byte == UInt8(ascii: ",") {
                index += 1
                skipSpace()
                if closer == UInt8(ascii: "}") { _ = try memberKey() }
                return
            } else {
                throw failure(.unexpectedByte)
            }
        }
    }
}
