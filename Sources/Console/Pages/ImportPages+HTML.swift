import Domain

extension ImportsPage {
    package var title: Phrase { .importsTitle }
    package var railSection: Section? { .imports }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.importsTitle)
            Panel.titled(.newImport, id: "novo") { uploadForm(frame) }
            Panel.titled(.earlierImports, id: "feitos") {
                if runs.isEmpty {
                    Panel.empty(.noImports, .noImportsRemedy)
                } else {
                    tableFrame(.earlierImports, style: "rows list") {
                        thead { ImportRun.head }
                        tbody { for run in runs { run.row(frame) } }
                    }
                }
            }
        }
    }

    private func uploadForm(_ frame: Frame) -> HTML {
        form(.post, .multipart, .action(.imports)) {
            Form.token(frame)
            if let problem { p(.class("strip stop mb-3"), .role("alert")) { problem } }
            div(.class("row g-3 align-items-end")) {
                div(.class("col-12 col-lg")) {
                    label(.class("form-label small quiet mb-1"), .for("arquivo")) { Phrase.file }
                    input(
                        .id("arquivo"), .name("arquivo"), .type("file"), .class("form-control"),
                        .accept(".csv,.txt,text/csv"), .required, .aria(.describedBy, "arquivo-ajuda"))
                }
                div(.class("col-12 col-md-5 col-lg-3")) {
                    label(.class("form-label small quiet mb-1"), .for("carteira")) { Phrase.intoPortfolio }
                    select(.id("carteira"), .name("carteira"), .class("form-select")) {
                        option(.value("")) { Phrase.choosePortfolio }
                        for choice in portfolios { option(.value(choice.id.description)) { choice.name } }
                    }
                }
                div(.class("col-12 col-md-5 col-lg-3")) {
                    label(.class("form-label small quiet mb-1"), .for("nova-carteira")) { Phrase.newPortfolioName }
                    input(
                        .id("nova-carteira"), .name("nova_carteira"), .type("text"), .class("form-control"),
                        .maxlength(80), .autocomplete("off"))
                }
                div(.class("col-auto")) {
                    button(.type("submit"), .class("btn btn-primary")) { Phrase.importNow }
                }
            }
            p(.id("arquivo-ajuda"), .class("note mt-2")) { Phrase.fileHint }
        }
    }
}

extension ImportPage {
    package var title: Phrase { .verbatim(run.file) }
    package var railSection: Section? { .imports }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(
                .verbatim(run.file), aside: span(.class("quiet")) { run.portfolio },
                actions: a(.class("btn quiet-button"), .href(.imports)) { Phrase.back })
            section(.class("panel"), .aria(.label, .importsTitle)) {
                tableFrame(.importsTitle, style: "rows") {
                    thead { ImportRun.head }
                    tbody { run.row(frame) }
                }
            }
            Panel.titled(.rejectedRows, id: "recusadas") { rejectedTable }
        }
    }

    private var rejectedTable: HTML {
        HTML {
            if rejected.isEmpty {
                p(.class("quiet")) { Phrase.noneRejected }
            } else {
                p(.class("note")) {
                    Phrase.correctAndResend
                    if rejected.count < run.rejected {
                        " "
                        Phrase.firstOf(rejected.count, run.rejected)
                    }
                }
                p { a(.class("btn quiet-button"), .href(.rejectedRows(run.id)), .download) { Phrase.downloadRejected } }
                tableFrame(.rejectedRows, style: "rows") {
                    thead {
                        tr {
                            headCell(.line, numeric: true)
                            headCell(.reasons)
                        }
                    }
                    tbody {
                        for row in rejected {
                            tr {
                                th(.scope("row"), .class("num")) { Format.number(row.line) }
                                td { Panel.inputs(row.reasons) }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension ImportRun {
    fileprivate static let head = tr {
        headCell(.file)
        headCell(.when)
        headCell(.portfolio)
        headCell(.rows, numeric: true)
        headCell(.accepted, numeric: true)
        headCell(.rejectedColumn, numeric: true)
        headCell(.updated, numeric: true)
        headCell(.unchanged, numeric: true)
        headCell(.amount, numeric: true)
        headCell(.state)
    }

    fileprivate func row(_ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) { a(.href(.importDetail(id))) { file } }
            td {
                frame.ago(at)
                if let by { span(.class("quiet second")) { Phrase.madeBy(by) } }
            }
            td(.class("quiet")) { portfolio }
            td(.class("num")) { Format.number(rows) }
            td(.class("num")) { Format.number(accepted) }
            td(.class(rejected > 0 ? "num attention" : "num")) { Format.number(rejected) }
            td(.class("num")) { Format.number(updated) }
            td(.class("num")) { Format.number(unchanged) }
            td(.class("num")) { amount.map(Format.money) ?? "" }
            td { stateChip }
        }
    }

    private var stateChip: HTML {
        switch state {
        case .running(let done): chip(.importRunning(done, rows), .primary)
        case .done: chip(.importDone, .good)
        case .failed(let reason): span(.class("stop")) { Phrase.importFailed(reason) }
        }
    }
}
