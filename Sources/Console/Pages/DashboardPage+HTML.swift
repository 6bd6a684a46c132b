import Domain

extension DashboardPage {
    package var title: Phrase { .dashboardTitle }
    package var railSection: Section? { .dashboard }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.dashboardTitle, actions: filter.form(frame))
            asksPanel(frame)
            figures
            if hasContacts {
                funnelPanel
                charts(frame.language)
                channelsPanel
            } else {
                section(.class("panel")) {
                    Panel.empty(.nothingSentYet, .nothingSentRemedy, link: (.imports, .section(.imports)))
                }
            }
        }
    }

    private var hasContacts: Bool { funnel.contains { $0.count > 0 } || days.contains { $0.sent > 0 } }

    private func asksPanel(_ frame: Frame) -> HTML {
        section(.class("asks"), .aria(.labelledBy, "pede")) {
            h2(.id("pede")) { Phrase.asksTitle }
            if asks.isEmpty {
                p(.class("quiet")) { Phrase.nothingAsks }
            } else {
                ul {
                    for ask in asks {
                        li {
                            a(.href(ask.matter.address)) {
                                strong(.class("num")) { Format.number(ask.count) }
                                " "
                                Phrase.ask(ask.matter, ask.count)
                            }
                            if let oldest = ask.oldestSince {
                                " "
                                span(.class("quiet")) {
                                    Phrase.oldest(
                                        Format.duration(seconds: Int(oldest.milliseconds(until: frame.now) / 1000)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var funnelPanel: HTML {
        Panel.titled(.funnel, id: "funil", style: "funnel-panel") {
            ol(.class("funnel")) {
                for (index, figure) in funnel.enumerated() {
                    li {
                        a(.href(filter.cases(at: figure.stage))) {
                            span(.class("mid num")) { Format.number(figure.count) }
                            span(.class("funnel-name")) { Phrase.stage(figure.stage) }
                            if index > 0 {
                                span(.class("quiet num")) {
                                    " \(Format.percent(figure.count, of: funnel[index - 1].count))"
                                }
                            }
                        }
                        Drawing.bar(part: figure.count, whole: funnel.first?.count ?? 0)
                    }
                }
            }
            definitionDetails(.definitionFunnel)
        }
    }

    private func charts(_ language: DisplayLanguage) -> HTML {
        div(.class("row g-3")) {
            div(.class("col-12 col-xl-6")) {
                Panel.titled(.messagesByDay, id: "por-dia") {
                    ChartData.lines(
                        name: .messagesByDay, language: language, days: days.map(\.day),
                        series: [
                            (.sentColumn, "quiet", days.map(\.sent)), (.readColumn, "whatsapp", days.map(\.read)),
                            (.repliedColumn, "reply", days.map(\.replied)),
                        ])
                    messagesTable
                }
            }
            div(.class("col-12 col-xl-6")) {
                Panel.titled(.recoveredByDay, id: "recuperado-por-dia") {
                    ChartData.moneyBars(
                        name: .recoveredByDay, language: language, days: days.map(\.day), amounts: days.map(\.recovered)
                    )
                    recoveredTable
                }
            }
        }
    }

    private var messagesTable: HTML {
        details(.class("behind")) {
            summary { Phrase.asTable }
            tableFrame(.messagesByDay) {
                thead {
                    tr {
                        headCell(.day)
                        headCell(.sentColumn, numeric: true)
                        headCell(.readColumn, numeric: true)
                        headCell(.repliedColumn, numeric: true)
                    }
                }
                tbody {
                    for day in days {
                        tr {
                            th(.scope("row")) { Format.day(day.day) }
                            td(.class("num")) { Format.number(day.sent) }
                            td(.class("num")) { Format.number(day.read) }
                            td(.class("num")) { Format.number(day.replied) }
                        }
                    }
                }
            }
        }
    }

    private var recoveredTable: HTML {
        details(.class("behind")) {
            summary { Phrase.asTable }
            tableFrame(.recoveredByDay) {
                thead {
                    tr {
                        headCell(.day)
                        headCell(.recovered, numeric: true)
                    }
                }
                tbody {
                    for day in days {
                        tr {
                            th(.scope("row")) { Format.day(day.day) }
                            td(.class("num")) { Format.money(day.recovered) }
                        }
                    }
                }
            }
        }
    }
}

/// A figure's definition, behind a word that opens it.
func definitionDetails(_ definition: Phrase) -> HTML {
    details(.class("definition")) {
        summary { Phrase.definition }
        p { definition }
    }
}

extension Ask.Matter {
    /// Where what is asked for can be done.
    fileprivate var address: Address {
        switch self {
        case .waitingForPerson: .desk.with("fila", QueueFilter.waiting.rawValue)
        case .promisesDueToday, .promisesBroken: .cases.with("estado", CaseState.promised.rawValue)
        case .installmentsLate: .cases.with("estado", CaseState.agreement.rawValue)
        case .disputesOpen: .cases.with("estado", CaseState.disputed.rawValue)
        case .templatesPaused: .templates
        case .importsWithRejections: .imports
        case .messagesUnknown: .settings
        case .paymentsUnmatched: .payments
        }
    }
}
