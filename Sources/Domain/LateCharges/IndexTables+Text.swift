/// One line of an index table that cannot be used.
package struct IndexTableFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Problem: Hashable, Sendable {
        case header, fieldCount(Int)
        case unknownIndex(String)
        case month(String)
        case value(String)
        /// Over 100 % in a month, or half of all money gone: a comma in the wrong place.
        case implausible(String)
        case repeated(PriceIndex, CalendarMonth)
        case gap(PriceIndex, CalendarMonth)
        /// The legal rate is never negative.
        case negativeLegalRate
        case empty
    }

    /// From 1.
    package let line: Int
    package let problem: Problem

    package var description: String {
        let known = PriceIndex.allCases.map(\.rawValue).joined(separator: ", ")
        let text =
            switch problem {
            case .header: "the first line must be `index,month,value`"
            case .fieldCount(let count): "\(count) fields: write `index,month,value`"
            case .unknownIndex(let name): "\(name) is no index: write one of \(known)"
            case .month(let text): "\(text) is no month: write YYYY-MM"
            case .value(let text): "\(text) is no percentage: write it like 0.44 or -0.03, at most six decimals"
            case .implausible(let text): "\(text) percent in a month cannot be: check the decimal point"
            case .repeated(let index, let month):
                "\(index.rawValue) of \(month) stands above already: leave one of them"
            case .gap(let index, let month): "\(index.rawValue) lacks \(month) between its months: add that line"
            case .negativeLegalRate: "the legal rate is never below 0 (CC art. 406 §3): write 0"
            case .empty: "there is no value: add lines `index,month,value`"
            }
        return "line \(line): \(text)"
    }
}

/// Everything that is wrong with a table.
package struct InvalidIndexTables: Error, Hashable, Sendable {
    package let faults: [IndexTableFault]
}

extension IndexTables {
    /// Reads a table: comma-separated UTF-8 text, first line `index,month,value`, then one line per index and month in any
    /// order, such as `ipca,2025-03,0.56`. The value is the month's change in percent with a decimal point. Empty lines
    /// and lines that begin with `#` do not count; a byte-order mark and Windows line ends are accepted. The months of an index
    /// must follow one another without a gap.
    package init(csv text: String) throws(InvalidIndexTables) {
        var faults: [IndexTableFault] = []
        var lines: [PriceIndex: [CalendarMonth: Int]] = [:]
        var hasHeader = false
        let bare = text.unicodeScalars.first == "\u{feff}" ? String(text.unicodeScalars.dropFirst()) : text
        let rows = bare.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        self.init()
        for (index, row) in rows.enumerated() where !row.isEmpty && !row.hasPrefix("#") {
            let number = index + 1
            if !hasHeader {
                hasHeader = true
                if row != "index,month,value" { faults.append(IndexTableFault(line: number, problem: .header)) }
                continue
            }
            switch IndexTables.entry(row) {
            case .failure(let fault): faults.append(IndexTableFault(line: number, problem: fault.problem))
            case .success(let entry):
                if lines[entry.index]?[entry.month] != nil {
                    faults.append(IndexTableFault(line: number, problem: .repeated(entry.index, entry.month)))
                    continue
                }
                lines[entry.index, default: [:]][entry.month] = number
                values[entry.index, default: [:]][entry.month] = entry.value
            }
        }
        if values.isEmpty, faults.isEmpty { faults.append(IndexTableFault(line: max(1, rows.count), problem: .empty)) }
        for (index, months) in lines {
            for (month, line) in months {
                guard let first = months.keys.min(), month > first, months[month.previous] == nil else { continue }
                faults.append(IndexTableFault(line: line, problem: .gap(index, month.previous)))
            }
        }
        if !faults.isEmpty {
            throw InvalidIndexTables(faults: faults.sorted { ($0.line, $0.description) < ($1.line, $1.description) })
        }
    }

    private struct Entry {
        let index: PriceIndex
        let month: CalendarMonth
        let value: Percentage
    }

    private struct EntryFault: Error {
        let problem: IndexTableFault.Problem
    }

    private static func entry(_ row: Substring) -> Result<Entry, EntryFault> {
        func fault(_ problem: IndexTableFault.Problem) -> Result<Entry, EntryFault> {
            .failure(EntryFault(problem: problem))
        }
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3 else { return fault(.fieldCount(fields.count)) }
        guard let index = PriceIndex(rawValue: String(fields[0])) else {
            return fault(.unknownIndex(String(fields[0])))
        }
        guard let month = CalendarMonth(iso: fields[1]) else { return fault(.month(String(fields[1]))) }
        let isNegative = fields[2].first == "-"
        let digits = isNegative ? fields[2].dropFirst() : fields[2]
        guard digits.first?.isNumber == true, digits.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }),
            let size = Percentage(digits)
        else { return fault(.value(String(fields[2]))) }
        let value = Percentage(micros: isNegative ? -size.micros : size.micros)
        guard value <= .whole, value > Percentage(-50) else { return fault(.implausible(String(fields[2]))) }
        if index == .legalRate, value < .zero { return fault(.negativeLegalRate) }
        return .success(Entry(index: index, month: month, value: value))
    }
}
