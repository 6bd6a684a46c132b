import Domain

extension ClosingPage {
    package var title: Phrase { .closingTitle }
    package var railSection: Section? { .closing }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(
                .closingTitle, aside: span(.class("quiet")) { frame.dayElement(day) },
                actions: a(.class("btn quiet-button"), .href(.closingFile(day)), .download) { Phrase.closingDownload })
            chooser
            if isBalanced {
                p(.class("note")) { Phrase.closingBalanced }
            } else {
                p(.class("strip stop"), .role("alert")) { Phrase.closingUnbalanced }
            }
            if isQuiet {
                section(.class("panel"), .aria(.label, .closingTitle)) {
                    Panel.empty(.closingNothing, .closingNothingRemedy)
                }
            } else {
                if !differences.isEmpty { differenceTable }
                sums
                if !kinds.isEmpty { kindTable }
                pendingPanel(frame)
            }
        }
    }

    private var isQuiet: Bool { kinds.isEmpty && pending.isEmpty && differences.isEmpty && wentBack == .zero }

    private var chooser: HTML {
        form(.class("filters"), .get, .action(.closing), .data(.immediate, "")) {
            div {
                label(.class("visually-hidden"), .for("dia")) { Phrase.day }
                input(.id("dia"), .name("dia"), .type("date"), .class("form-control"), .value(day.iso), .required)
            }
            button(.type("submit"), .class("btn quiet-button without-script")) { Phrase.apply }
        }
    }

    private var sums: HTML {
        Panel.titled(.closingSums, id: "somas") {
            p(.class("note")) { Phrase.closingHint }
            tableFrame(.closingSums, style: "rows") {
                tbody {
                    sumRow(.closingReceived, received)
                    sumRow(.closingBooked, booked)
                    sumRow(.closingExcess, excess)
                    sumRow(.closingUnmatched, unmatched)
                    sumRow(.closingInBooks, booksReceived)
                    sumRow(.closingWentBack, wentBack)
                }
            }
        }
    }

    private func sumRow(_ name: Phrase, _ amount: Money) -> HTML {
        tr {
            th(.scope("row")) { name }
            td(.class("num")) { Format.money(amount) }
        }
    }

    private var kindTable: HTML {
        Panel.titled(.closingByKind, id: "resultados") {
            tableFrame(.closingByKind, style: "rows") {
                thead {
                    tr {
                        headCell(.closingKind)
                        headCell(.closingCount, numeric: true)
                        headCell(.closingReceived, numeric: true)
                        headCell(.closingBooked, numeric: true)
                    }
                }
                tbody { for line in kinds { kindRow(line) } }
            }
        }
    }

    private func kindRow(_ line: KindLine) -> HTML {
        tr {
            th(.scope("row")) { Phrase.closingKind(line.kind) }
            td(.class("num")) { Format.number(line.count) }
            td(.class("num")) { Format.money(line.received) }
            td(.class("num")) { Format.money(line.booked) }
        }
    }

    private func pendingPanel(_ frame: Frame) -> HTML {
        Panel.titled(.closingPending, id: "pendente") {
            if pending.isEmpty {
                p(.class("quiet")) { Phrase.closingNothingPending }
            } else {
                tableFrame(.closingPending, style: "rows") {
                    thead {
                        tr {
                            headCell(.closingReference)
                            headCell(.paymentOpen, numeric: true)
                            headCell(.state)
                        }
                    }
                    tbody {
                        for each in pending { pendingRow(each, frame) }
                        sumRow(.total, pending.map(\.open).sum())
                    }
                }
            }
        }
    }

    private func pendingRow(_ each: Pending, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) {
                frame.moment(each.paidAt)
                p(.class("note mb-0")) { each.reference }
            }
            td(.class("num")) { Format.money(each.open) }
            td {
                if each.state == .open {
                    a(.href(.payments)) { Phrase.closingState(each.state) }
                } else {
                    span { Phrase.closingState(each.state) }
                }
            }
        }
    }

    private var differenceTable: HTML {
        Panel.titled(.closingDifferences, id: "diferencas") {
            tableFrame(.closingDifferences, style: "rows") {
                thead {
                    tr {
                        headCell(.closingReference)
                        headCell(.paymentMatter)
                        headCell(.closingPaid, numeric: true)
                        headCell(.closingBooks, numeric: true)
                    }
                }
                tbody { for each in differences { differenceRow(each) } }
            }
        }
    }

    private func differenceRow(_ each: Difference) -> HTML {
        tr {
            th(.scope("row")) { each.reference }
            td { chip(.closingMatter(each.matter), .attention) }
            td(.class("num")) { Format.money(each.paid) }
            td(.class("num")) { Format.money(each.inBooks) }
        }
    }
}
