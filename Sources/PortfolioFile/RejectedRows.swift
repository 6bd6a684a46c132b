extension PortfolioReader {
    /// The header of the column that says why.
    private static let reasonHeader = "motivo"

    /// The first line of the file of rejected rows: the headers as they were and `motivo`, in UTF-8 with its mark,
    /// which spreadsheets need. Corrected, the file can be imported as it is.
    package func rejectedHeader() -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + line(header.filter { !isReason($0) } + [PortfolioReader.reasonHeader])
    }

    /// One rejected row: its fields as they were, and its reasons.
    package func rejectedLine(_ row: RejectedRow) -> [UInt8] {
        let reasons = row.reasons.map(\.text).joined(separator: " | ")
        let fields = row.fields.indices.filter { $0 >= header.count || !isReason(header[$0]) }.map { row.fields[$0] }
        return line(fields + [reasons])
    }

    private func isReason(_ header: String) -> Bool { HeaderKey(header) == HeaderKey(PortfolioReader.reasonHeader) }

    private func line(_ fields: [String]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { result.append(separator) }
            append(field, to: &result)
        }
        return result + [0x0D, 0x0A]
    }

    private func append(_ field: String, to result: inout [UInt8]) {
        let bytes = Array(field.utf8)
        guard bytes.contains(where: { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            result += bytes
            return
        }
        result.append(0x22)
        for byte in bytes {
            if byte == 0x22 { result.append(0x22) }
            result.append(byte)
        }
        result.append(0x22)
    }
}
