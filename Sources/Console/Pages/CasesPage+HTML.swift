import Domain

extension CasesPage {
    package var title: Phrase { .casesTitle }
    package var railSection: Section? { .cases }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(
                .casesTitle, aside: span(.class("quiet")) { Phrase.casesFound(total) }, actions: filterForm)
            states
            stageNote(frame)
            if rows.isEmpty {
                section(.class("panel")) { emptiness }
            } else {
                list(frame)
                pager(page: filter.page, pageSize: pageSize, total: total) { filter.address(page: $0) }
            }
        }
    }

    private var filterForm: HTML {
        form(.class("filters"), .get, .action(.cases), .data(.immediate, "")) {
            if let state = filter.state { input(.type("hidden"), .name("estado"), .value(state.rawValue)) }
            if let stage = filter.stage { input(.type("hidden"), .name("etapa"), .value(stage.rawValue)) }
            if let from = filter.from { input(.type("hidden"), .name("de"), .value(from.iso)) }
            if let to = filter.to { input(.type("hidden"), .name("ate"), .value(to.iso)) }
            div {
                label(.class("visually-hidden"), .for("busca")) { Phrase.search }
                input(
                    .id("busca"), .name("busca"), .type("search"), .class("form-control"), .value(filter.search),
                    .placeholder(.searchHint), .autocomplete("off"))
            }
            div {
                label(.class("visually-hidden"), .for("carteira")) { Phrase.portfolio }
                select(.id("carteira"), .name("carteira"), .class("form-select")) {
                    option(.value("")) { Phrase.allPortfolios }
                    for choice in portfolios {
                        option(.value(choice.id.description), choice.id == filter.portfolio ? .selected : nil) {
                            choice.name
                        }
                    }
                }
            }
            div {
                label(.class("visually-hidden"), .for("ordem")) { Phrase.orderBy }
                select(.id("ordem"), .name("ordem"), .class("form-select")) {
                    for order in CaseFilter.Order.allCases {
                        option(.value(order.rawValue), order == filter.order ? .selected : nil) { Phrase.order(order) }
                    }
                }
            }
            button(.type("submit"), .class("btn quiet-button")) { Phrase.search }
        }
    }

    private var states: HTML {
        nav(.class("tabs"), .aria(.label, .state)) {
            a(.href(filter.address(state: nil)), filter.state == nil ? .aria(.current, "true") : nil) { Phrase.all }
            for state in CaseState.allCases where (stateCounts[state] ?? 0) > 0 || state == filter.state {
                a(.href(filter.address(state: state)), filter.state == state ? .aria(.current, "true") : nil) {
                    Phrase.caseState(state)
                    " "
                    span(.class("num quiet")) { Format.number(stateCounts[state] ?? 0) }
                }
            }
        }
    }

    private func stageNote(_ frame: Frame) -> HTML {
        guard let stage = filter.stage else { return .empty }
        return p(.class("filter-note")) {
            Phrase.stageFilter(stage)
            if let from = filter.from, let to = filter.to { span { Phrase.between(Format.day(from), Format.day(to)) } }
            a(.href(.cases)) { Phrase.clearFilters }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        tableFrame(.casesTitle, style: "rows list") {
            thead {
                tr {
                    headCell(.client)
                    headCell(.portfolio)
                    headCell(.overdue, numeric: true)
                    headCell(.balance, numeric: true)
                    headCell(.state)
                    headCell(.lastContact)
                    headCell(.nextStep)
                }
            }
            tbody { for row in rows { line(row, frame) } }
        }
    }

    private func line(_ row: CaseRow, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) { a(.href(.caseFile(row.id))) { row.debtorName } }
            td(.class("quiet")) { row.portfolio }
            td(.class("num")) { Phrase.days(max(0, row.daysLate)) }
            td(.class("num")) { Format.money(row.balance) }
            td { row.state.chip }
            td {
                if let at = row.lastContactAt {
                    frame.ago(at)
                    if let channel = row.lastChannel {
                        " "
                        span(.class("quiet")) { Phrase.inChannel(channel) }
                    }
                } else {
                    span(.class("quiet")) { Phrase.never }
                }
            }
            td(row.nextContactAt == nil ? .class("d-none d-md-table-cell") : nil) {
                if let at = row.nextContactAt {
                    if let step = row.nextStep { span(.class("step")) { step } }
                    frame.moment(at)
                } else {
                    span(.class("quiet")) { Phrase.neverPlanned }
                }
            }
        }
    }

    private var emptiness: HTML {
        filter.isNarrow
            ? Panel.empty(.noCasesFound, .noCasesFoundRemedy, link: (.cases, .clearFilters))
            : Panel.empty(.noCasesYet, .noCasesYetRemedy, link: (.imports, .importPortfolio))
    }
}

extension CaseFilter {
    /// Something is left out of the list.
    fileprivate var isNarrow: Bool { !search.isEmpty || state != nil || stage != nil || portfolio != nil }

    /// The same filter on another page, or, from its first page, with another state.
    fileprivate func address(page: Int) -> Address {
        address(state: state).with("pagina", page > 1 ? String(page) : nil)
    }

    fileprivate func address(state: CaseState?) -> Address {
        Address.cases.with("busca", search).with("estado", state?.rawValue).with("etapa", stage?.rawValue)
            .with("carteira", portfolio?.description).with("de", from?.iso).with("ate", to?.iso)
            .with("ordem", order == .daysLate ? nil : order.rawValue)
    }
}
