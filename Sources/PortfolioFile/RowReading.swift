internal import Domain

/// One record's fields as UTF-8, with access by column.
struct RecordView {
    var bytes: [UInt8] = []
    var fields: [Range<Int>] = []

    func range(_ column: Int) -> Range<Int> { column < fields.count ? fields[column] : 0..<0 }

    /// A field's text without white space at its ends, runs of it to one space, and without the marks by which
    /// spreadsheets keep text as text.
    func text(_ column: Int) -> String {
        let field = range(column)
        let inner = bytes.span.extracting(field).trimmedOfSpace()
        var start = field.lowerBound + inner.lowerBound
        var end = field.lowerBound + inner.upperBound
        if end - start >= 3, bytes[start] == 0x3D, bytes[start + 1] == 0x22, bytes[end - 1] == 0x22 {
            (start, end) = (start + 2, end - 1)
        } else if end - start >= 2, bytes[start] == 0x27, bytes[start + 1].isASCIIDigit {
            start += 1
        } else if start < end, bytes[start] == 0x22, !bytes[(start + 1)..<end].contains(0x22) {
            // The opening quote of a field that nobody closed.
            start += 1
        }
        var previousIsSpace = false
        for index in start..<end {
            let isSpace = bytes[index].isASCIISpace
            if isSpace && (previousIsSpace || bytes[index] != 0x20) || bytes[index] == 0xC2 {
                return String(decoding: bytes[start..<end], as: UTF8.self).split(whereSeparator: \.isWhitespace)
                    .joined(separator: " ")
            }
            previousIsSpace = isSpace
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A field as it was written.
    func original(_ column: Int) -> String { String(decoding: bytes[range(column)], as: UTF8.self) }

    func isEmpty(_ column: Int) -> Bool { bytes.span.extracting(range(column)).trimmed().isEmpty }
}

/// Turns a record into a row, or into every reason why it is none.
struct RowReader {
    let columns: Columns

    func read(_ record: RecordView, line: Int) -> RowResult {
        var reasons: [RejectionReason] = []
        let name = name(record, &reasons)
        let document = document(record, &reasons)
        let contract = contract(record, &reasons)
        let amount = amount(record, &reasons)
        let dueDate = dueDate(record, &reasons)
        let contacts = contacts(record, &reasons)
        if let excess = excess(record) { reasons.append(excess) }
        guard reasons.isEmpty, let document, let amount, let dueDate else {
            let width = max(record.fields.count, columns.count)
            return .rejected(RejectedRow(line: line, fields: (0..<width).map(record.original), reasons: reasons))
        }
        var extra: [String: String] = [:]
        for other in columns.others where !record.isEmpty(other.index) {
            extra[other.header] = record.text(other.index)
        }
        let stateText = columns.first(.state).map(record.text) ?? ""
        let state = stateText.isEmpty ? nil : FederativeUnit(parsing: stateText)
        return .accepted(
            PortfolioRow(
                line: line, name: name, document: document, contract: contract, product: optional(.product, record),
                amount: amount, dueDate: dueDate, phones: contacts.phones, email: contacts.email, state: state,
                city: optional(.city, record),
                birthDate: columns.first(.birthDate).flatMap {
                    DayText.parse(record.bytes.span.extracting(record.range($0)), .birth)
                }, extra: extra))
    }

    private func optional(_ field: PortfolioField, _ record: RecordView) -> String? {
        guard let column = columns.first(field), !record.isEmpty(column) else { return nil }
        return record.text(column)
    }

    /// Words that systems write where there is no name.
    private static let nobody: Set<String> = [
        "null", "none", "n/a", "na", "nd", "sem nome", "nao informado", "nao consta", "vazio",
    ]

    private static let longestNobody = 16

    private func name(_ record: RecordView, _ reasons: inout [RejectionReason]) -> String {
        let text = columns.first(.name).map(record.text) ?? ""
        if text.isEmpty {
            reasons.append(RejectionReason(field: .name, code: "empty", text: "nome não informado"))
        } else if !text.utf8.contains(where: { $0.isASCIILetter || $0 >= 0x80 })
            || (text.utf8.count <= RowReader.longestNobody && RowReader.nobody.contains(folded(text)))
        {
            reasons.append(RejectionReason(field: .name, code: "invalid", text: "nome inválido"))
        }
        return text
    }

    private func document(_ record: RecordView, _ reasons: inout [RejectionReason]) -> TaxDocument? {
        let candidates = columns[.document]
        let column = candidates.first { !record.isEmpty($0) } ?? candidates.first ?? 0
        do throws(DocumentError) {
            return try TaxDocument(parsing: record.bytes.span.extracting(record.range(column)))
        } catch {
            reasons.append(RejectionReason(field: .document, code: error.code, text: error.text))
            return nil
        }
    }

    private func contract(_ record: RecordView, _ reasons: inout [RejectionReason]) -> String {
        let text = columns.first(.contract).map(record.text) ?? ""
        if !text.utf8.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) {
            reasons.append(RejectionReason(field: .contract, code: "empty", text: "contrato não informado"))
        } else if RowReader.isScientific(text) {
            reasons.append(
                RejectionReason(
                    field: .contract, code: "mangled",
                    text: "contrato alterado pela planilha (\(text)): exporte a coluna como texto"))
        }
        return text
    }

    /// `1,23E+11`: a spreadsheet lost the digits of a long number.
    private static func isScientific(_ text: String) -> Bool {
        guard let mark = text.utf8.firstIndex(of: 0x2B), mark != text.startIndex else { return false }
        let letter = text.utf8.index(before: mark)
        let head = text.utf8[..<letter]
        let tail = text.utf8[text.utf8.index(after: mark)...]
        return text.utf8[letter].asciiLowercased == 0x65 && !tail.isEmpty && tail.allSatisfy(\.isASCIIDigit)
            && head.contains { $0 == 0x2C || $0 == 0x2E }
            && head.allSatisfy { $0.isASCIIDigit || $0 == 0x2C || $0 == 0x2E }
    }

    private func amount(_ record: RecordView, _ reasons: inout [RejectionReason]) -> Money? {
        let column = columns.first(.amount) ?? 0
        do throws(AmountText.Failure) {
            return try AmountText.parse(record.bytes.span.extracting(record.range(column)))
        } catch {
            reasons.append(RejectionReason(field: .amount, code: error.code, text: error.text))
            return nil
        }
    }

    private func dueDate(_ record: RecordView, _ reasons: inout [RejectionReason]) -> CalendarDay? {
        let column = columns.first(.dueDate) ?? 0
        if let day = DayText.parse(record.bytes.span.extracting(record.range(column)), .due) { return day }
        reasons.append(
            record.isEmpty(column)
                ? RejectionReason(field: .dueDate, code: "empty", text: "vencimento não informado")
                : RejectionReason(field: .dueDate, code: "invalid", text: "vencimento não é uma data que existe"))
        return nil
    }

    private func contacts(
        _ record: RecordView, _ reasons: inout [RejectionReason]
    ) -> (phones: [PhoneNumber], email: EmailAddress?) {
        var phones: [PhoneNumber] = []
        var phoneError = PhoneNumberError.empty
        for column in columns[.phone] {
            let found = phoneNumbers(record, column)
            for number in found.numbers where !phones.contains(number) { phones.append(number) }
            if let error = found.error, phoneError == .empty { phoneError = error }
        }
        let email = email(record)
        if phones.isEmpty, email == nil {
            let text = phoneError == .empty ? "sem telefone e sem e-mail" : "\(phoneError.text), e sem e-mail válido"
            reasons.append(RejectionReason(field: .phone, code: phoneError.code, text: text))
        }
        return (phones, email)
    }

    private func phoneNumbers(
        _ record: RecordView, _ column: Int
    ) -> (numbers: [PhoneNumber], error: PhoneNumberError?) {
        let field = record.range(column)
        guard let areaCodeColumn = columns.areaCodes[column], !record.isEmpty(areaCodeColumn), !field.isEmpty else {
            return PhoneNumber.list(in: record.bytes.span.extracting(field))
        }
        let plain = PhoneNumber.list(in: record.bytes.span.extracting(field))
        guard plain.numbers.isEmpty, plain.error != .empty else { return plain }
        let joined = record.bytes[record.range(areaCodeColumn)] + [0x20] + record.bytes[field]
        return PhoneNumber.list(in: Array(joined).span)
    }

    /// The first good address; a cell may hold several.
    private func email(_ record: RecordView) -> EmailAddress? {
        for column in columns[.email] where !record.isEmpty(column) {
            if let address = EmailAddress(bytes: record.bytes.span.extracting(record.range(column))) { return address }
            for part in record.text(column).split(whereSeparator: { ";,/| ".contains($0) }) {
                if let address = EmailAddress(part) { return address }
            }
        }
        return nil
    }

    /// More fields than headers: harmless behind a column of remarks, not behind one that was perhaps cut in two.
    private func excess(_ record: RecordView) -> RejectionReason? {
        guard record.fields.count > columns.count, let field = columns.lastField,
            (columns.count..<record.fields.count).contains(where: { !record.isEmpty($0) })
        else { return nil }
        return RejectionReason(
            field: field, code: "too_many_fields",
            text: "a linha tem \(record.fields.count) campos e o cabeçalho, \(columns.count): há um separador sem aspas"
        )
    }
}

extension AmountText.Failure {
    /// Stable and short, in English.
    var code: String {
        switch self {
        case .empty: "empty"
        case .invalid: "invalid"
        case .negative: "negative"
        case .zero: "zero"
        case .ambiguous: "ambiguous"
        case .tooLarge: "too_large"
        }
    }

    var text: String {
        switch self {
        case .empty: "valor não informado"
        case .invalid: "valor não é um número"
        case .negative: "valor negativo"
        case .zero: "valor zero"
        case .ambiguous: "valor ambíguo: use vírgula e dois decimais"
        case .tooLarge: "valor grande demais"
        }
    }
}
