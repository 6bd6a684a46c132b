import Domain

extension CompliancePage {
    package var title: Phrase { .complianceTitle }
    package var railSection: Section? { .compliance }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.complianceTitle)
            Panel.titled(.optOuts, id: "paradas") { optOutTable(frame) }
            section(.class("panel"), .aria(.labelledBy, "decisoes")) {
                div(.class("heading")) {
                    h2(.id("decisoes")) { Phrase.decisions }
                    span(.class("quiet")) { Phrase.decisionsFound(total) }
                    div(.class("heading-actions")) { filterForm }
                }
                if decisions.isEmpty {
                    Panel.empty(.noDecisions, .noDecisionsRemedy)
                } else {
                    ul(.class("decisions")) { for decision in decisions { item(decision, frame) } }
                    pager(page: filter.page, pageSize: pageSize, total: total) { filter.address(page: $0) }
                }
            }
        }
    }

    private func item(_ decision: ContactDecision, _ frame: Frame) -> HTML {
        li {
            frame.moment(decision.at)
            if let id = decision.caseID {
                a(.href(.caseFile(id))) { decision.debtorName ?? "C-\(id)" }
            } else {
                span { decision.debtorName ?? "" }
            }
            DecisionDetails.html(decision, frame: frame)
        }
    }

    private var filterForm: HTML {
        form(.class("filters"), .get, .action(.compliance), .data(.immediate, "")) {
            div {
                label(.class("visually-hidden"), .for("regra")) { Phrase.ruleColumn }
                select(.id("regra"), .name("regra"), .class("form-select")) {
                    option(.value("")) { Phrase.anyRule }
                    for count in rules {
                        option(.value(count.rule), count.rule == filter.rule ? .selected : nil) {
                            Phrase.ruleCount(count)
                        }
                    }
                }
            }
            div {
                label(.class("visually-hidden"), .for("resultado")) { Phrase.resultColumn }
                select(.id("resultado"), .name("resultado"), .class("form-select")) {
                    option(.value("")) { Phrase.anyVerdict }
                    for verdict in Verdict.allCases {
                        option(.value(verdict.rawValue), verdict == filter.verdict ? .selected : nil) {
                            Phrase.verdict(verdict)
                        }
                    }
                }
            }
            div {
                label(.class("visually-hidden"), .for("dia")) { Phrase.day }
                input(.id("dia"), .name("dia"), .type("date"), .class("form-control"), .value(filter.day?.iso ?? ""))
            }
            button(.type("submit"), .class("btn quiet-button without-script")) { Phrase.apply }
        }
    }

    private func optOutTable(_ frame: Frame) -> HTML {
        guard !optOuts.isEmpty else { return Panel.empty(.noOptOuts, .noOptOutsRemedy) }
        return HTML {
            tableFrame(.optOuts, style: "rows") {
                thead {
                    tr {
                        headCell(.client)
                        headCell(.channel)
                        headCell(.since)
                        headCell(.words)
                    }
                }
                tbody { for line in optOuts { row(line, frame) } }
            }
            if optOuts.count < optOutTotal { p(.class("note")) { Phrase.newestOf(optOuts.count, optOutTotal) } }
        }
    }

    private func row(_ line: OptOutLine, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) {
                if let id = line.caseID { a(.href(.caseFile(id))) { line.debtorName } } else { line.debtorName }
            }
            td { line.channel.map(Phrase.channel) ?? .everyChannel }
            td { frame.moment(line.at) }
            td(.class("said")) { line.words ?? "–" }
        }
    }
}

extension DecisionFilter {
    fileprivate func address(page: Int) -> Address {
        Address.compliance.with("regra", rule).with("resultado", verdict?.rawValue).with("dia", day?.iso)
            .with("pagina", page > 1 ? String(page) : nil)
    }
}
