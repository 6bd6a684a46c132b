import Domain

/// Reads the comma-separated table of contact hours (RFC 4180, quotes doubled inside quotes, no line breaks in cells).
struct ContactHoursReader {
    private let lines: [Substring]

    init(_ csv: String) { lines = csv.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" } }

    func rows() throws(ContactHoursError) -> [ContactHoursRow] {
        guard let first = lines.first else { throw ContactHoursError(line: 1, reason: "the table is empty") }
        let header = try cells(first, line: 1)
        var columns: [String: Int] = [:]
        for (index, name) in header.enumerated() { columns[name] = index }
        for name in ["scope", "state", "weekday_start", "weekday_end", "sat_start", "sat_end", "source", "certainty"]
        where columns[name] == nil {
            throw ContactHoursError(line: 1, reason: "no column \(name)")
        }
        var rows: [ContactHoursRow] = []
        for (offset, text) in lines.enumerated().dropFirst() where !text.isEmpty {
            let values = try cells(text, line: offset + 1)
            guard values.count == header.count else {
                throw ContactHoursError(line: offset + 1, reason: "\(values.count) cells, not \(header.count)")
            }
            rows.append(try row(line: offset + 1) { name in columns[name].map { values[$0] } ?? "" })
        }
        return rows
    }

    private func row(line: Int, _ cell: (String) -> String) throws(ContactHoursError) -> ContactHoursRow {
        let scope = cell("scope")
        let state = FederativeUnit(rawValue: cell("state"))
        if scope == "state" && state == nil {
            throw ContactHoursError(line: line, reason: "no such state: \(cell("state"))")
        }
        return ContactHoursRow(
            scope: scope, state: state,
            weekdays: try window(cell("weekday_start"), cell("weekday_end"), line: line),
            saturday: try window(cell("sat_start"), cell("sat_end"), line: line),
            source: cell("source"), certainty: cell("certainty"))
    }

    /// Both empty is a closed day.
    private func window(_ start: String, _ end: String, line: Int) throws(ContactHoursError) -> DayWindow? {
        if start.isEmpty && end.isEmpty { return nil }
        guard let from = minutes(start), let until = minutes(end), from < until else {
            throw ContactHoursError(line: line, reason: "not a window: \(start)–\(end)")
        }
        return DayWindow(start: from, end: until)
    }

    private func minutes(_ clock: String) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    private func cells(_ text: Substring, line: Int) throws(ContactHoursError) -> [String] {
        var cells: [String] = []
        var cell = ""
        var quoted = false
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"" where quoted && rest.first == "\"":
                cell.append("\"")
                rest.removeFirst()
            case "\"": quoted.toggle()
            case "," where !quoted:
                cells.append(cell)
                cell = ""
            default: cell.append(character)
            }
        }
        if quoted { throw ContactHoursError(line: line, reason: "a quoted cell does not end") }
        return cells + [cell]
    }
}
