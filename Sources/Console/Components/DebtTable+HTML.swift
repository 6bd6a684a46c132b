import Domain

extension DebtTable {
    /// Debts line by line with their charges, and the total that they sum to.
    var html: HTML {
        guard !lines.isEmpty else { return p(.class("quiet")) { Phrase.noDebts } }
        return HTML {
            div(.class("d-md-none")) { for line in lines { line.block } }
            div(.class("d-none d-md-block")) { wideTable }
            p(.class("note")) {
                Phrase.debtsOn(Format.day(on))
                if let terms { " · \(terms)" }
            }
        }
    }

    private var wideTable: HTML {
        tableFrame(.debts, style: "rows") {
            thead { head }
            tbody { for line in lines { row(line) } }
            tfoot {
                tr {
                    th(.scope("row"), .colspan(hasCorrection ? 8 : 7)) { Phrase.total }
                    td(.class("num")) { strong { Format.money(total) } }
                    td()
                }
            }
        }
    }

    private var hasCorrection: Bool { lines.contains { $0.correction != .zero } }

    private var head: HTML {
        tr {
            headCell(.contract)
            headCell(.due)
            headCell(.overdue, numeric: true)
            headCell(.principal, numeric: true)
            headCell(.fine, numeric: true)
            headCell(.interest, numeric: true)
            if hasCorrection { headCell(.correction, numeric: true) }
            headCell(.paidAmount, numeric: true)
            headCell(.total, numeric: true)
            headCell(.state)
        }
    }

    private func row(_ line: DebtLine) -> HTML {
        tr {
            th(.scope("row")) {
                line.contract
                if let product = line.product { span(.class("quiet second")) { product } }
            }
            td { Format.dated(line.due) }
            td(.class("num")) { line.daysLate > 0 ? Phrase.days(line.daysLate) : Phrase.none }
            td(.class("num")) { Format.money(line.principal) }
            td(.class("num")) { Format.money(line.fine) }
            td(.class("num")) { Format.money(line.interest) }
            if hasCorrection { td(.class("num")) { Format.money(line.correction) } }
            td(.class("num")) { line.paid == .zero ? "–" : Format.money(-line.paid) }
            td(.class("num")) { strong { Format.money(line.total) } }
            td { line.state.chip }
        }
    }
}

extension DebtLine {
    /// A debt as a block, where a table would be too wide.
    var block: HTML {
        div(.class("card-block")) {
            p(.class("d-flex flex-wrap gap-2 align-items-baseline mb-0")) {
                strong { contract }
                state.chip
            }
            if let product { p(.class("note")) { product } }
            dl(.class("facts sums")) {
                dt { Phrase.due }
                dd(.class("num")) { Format.dated(due) }
                sum(.principal, principal)
                sum(.fine, fine)
                sum(.interest, interest)
                if correction != .zero { sum(.correction, correction) }
                if paid != .zero { sum(.paidAmount, -paid) }
                dt { Phrase.total }
                dd(.class("num")) { strong { Format.money(total) } }
            }
        }
    }

    private func sum(_ name: Phrase, _ amount: Money) -> HTML {
        HTML {
            dt { name }
            dd(.class("num")) { Format.money(amount) }
        }
    }
}

extension Format {
    /// `23/11/2026`, with the weekday for machines and on hover: for columns of due dates, which span years.
    static func dated(_ day: CalendarDay) -> HTML {
        time(.datetime(day.iso), .title("\(Portuguese.weekday(day.weekday)), \(Portuguese.fullDate(day))")) {
            Portuguese.date(day)
        }
    }
}
