extension PhoneNumber {
    /// The Brazilian numbers in a cell that may hold several: `(11) 98765-4321 / 3265-4321 ou 11 97654-3210`.
    ///
    /// A number without an area code takes the one written before it in the same cell. What is no number is left out.
    package static func list(in text: some StringProtocol) -> [PhoneNumber] {
        let bytes = Array(text.utf8)
        return list(in: bytes.span).numbers
    }

    /// As `list(in:)`, with the reason of the first part that is no number.
    package static func list(in bytes: borrowing Span<UInt8>) -> (numbers: [PhoneNumber], error: PhoneNumberError?) {
        let first: PhoneNumberError
        do throws(PhoneNumberError) {
            return ([try PhoneNumber(parsing: bytes)], nil)
        } catch {
            first = error
        }
        guard first != .empty else { return ([], .empty) }
        var numbers: [PhoneNumber] = []
        var firstError: PhoneNumberError?
        var areaCode: AreaCode?
        for part in parts(of: bytes) {
            let piece = bytes.extracting(part)
            do throws(PhoneNumberError) {
                let number = try parse(piece, areaCode: areaCode)
                areaCode = number.areaCode
                if !numbers.contains(number) { numbers.append(number) }
            } catch {
                if firstError == nil, error != .empty { firstError = error }
            }
        }
        return (numbers, firstError ?? first)
    }

    private static func parse(_ piece: borrowing Span<UInt8>, areaCode: AreaCode?) throws(PhoneNumberError)
        -> PhoneNumber
    {
        do throws(PhoneNumberError) {
            return try PhoneNumber(parsing: piece)
        } catch {
            guard error == .missingAreaCode, let areaCode else { throw error }
            var whole = Array(String(areaCode.number).utf8)
            for index in 0..<piece.count { whole.append(piece[index]) }
            return try PhoneNumber(parsing: whole.span)
        }
    }

    /// Cuts at `/ ; , | &`, line ends, two or more spaces, the words `e` and `ou`, and a plus in the middle; where that
    /// leaves runs of too many digits, at every space.
    private static func parts(of bytes: borrowing Span<UInt8>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var index = 0
        func close(_ end: Int, next: Int) {
            if end > start { parts.append(start..<end) }
            start = next
        }
        while index < bytes.count {
            switch bytes[index] {
            case 0x2F, 0x3B, 0x2C, 0x7C, 0x26, 0x0A, 0x0D:
                close(index, next: index + 1)
            case 0x2B where index > start:
                close(index, next: index)
            case 0x20, 0x09:
                let length = conjunction(bytes, after: index)
                if length > 0 {
                    close(index, next: index + length)
                    index += length - 1
                }
            default: break
            }
            index += 1
        }
        close(bytes.count, next: bytes.count)
        var result: [Range<Int>] = []
        for part in parts { result += digitCount(bytes, part) > 13 ? words(of: bytes, in: part) : [part] }
        return result
    }

    /// The length of ` e `, ` ou ` or of several spaces, from the space at `index`; 0 when there is none.
    private static func conjunction(_ bytes: borrowing Span<UInt8>, after index: Int) -> Int {
        var end = index + 1
        while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
        let length = end - index - 1
        guard end < bytes.count, bytes[end].isASCIISpace else { return 0 }
        if length == 0 { return 2 }
        let first = bytes[index + 1].asciiLowercased
        if length == 1 { return first == 0x65 ? 3 : 0 }
        return length == 2 && first == 0x6F && bytes[index + 2].asciiLowercased == 0x75 ? 4 : 0
    }

    private static func digitCount(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index].isASCIIDigit { count += 1 }
        return count
    }

    private static func words(of bytes: borrowing Span<UInt8>, in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where bytes[index].isASCIISpace {
            if index > start { words.append(start..<index) }
            start = index + 1
        }
        if range.upperBound > start { words.append(start..<range.upperBound) }
        return words
    }
}
