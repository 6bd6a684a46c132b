import Domain

extension CasePage {
    package var title: Phrase { .verbatim(debtorName) }
    package var railSection: Section? { .cases }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(
                .verbatim(debtorName),
                aside: HTML {
                    state.chip
                    span(.class("quiet")) {
                        "C-\(id) · "
                        Phrase.daysLate(daysLate)
                    }
                }, actions: links)
            div(.class("row g-3")) {
                div(.class("col-12 col-xl-8 d-grid gap-3 align-content-start")) {
                    Panel.titled(.debts, id: "dividas") { debts.html }
                    Panel.titled(.timeline, id: "linha-do-tempo") { history(frame) }
                }
                div(.class("col-12 col-xl-4 d-grid gap-3 align-content-start")) {
                    facts(frame)
                    restrictionsPanel(frame)
                    if let forms { forms.html(of: id, frame) }
                    if !agreements.isEmpty {
                        Panel.titled(.agreements, id: "acordos") { for card in agreements { card.html(frame) } }
                    }
                    if !promises.isEmpty {
                        Panel.titled(.promises, id: "promessas") {
                            ul(.class("plain")) { for promise in promises { promise.item(frame) } }
                        }
                    }
                }
            }
        }
    }

    private var links: HTML {
        HTML {
            if let conversation {
                a(.class("btn btn-primary"), .href(.conversation(conversation))) { Phrase.openConversation }
            }
            if let phone { a(.class("btn quiet-button"), .href(.phone(phone))) { Phrase.openPhone } }
        }
    }

    private func facts(_ frame: Frame) -> HTML {
        section(.class("panel"), .aria(.label, .client)) {
            dl(.class("facts")) {
                dt { Phrase.identity }
                dd { identity.html(frame) }
                if let document { fact(.document, document) }
                fact(.portfolio, portfolio)
                if let place {
                    dt { Phrase.place }
                    dd {
                        "\(place.state) "
                        span(.class("quiet")) { Phrase.localTimeThere(place.zone.localTime(frame.now).clock) }
                    }
                }
                if !contactPoints.isEmpty {
                    dt { Phrase.contacts }
                    dd { ul(.class("plain")) { for point in contactPoints { contactPoint(point) } } }
                }
                if let cadence { fact(.cadence, cadence) }
                dt { Phrase.nextStep }
                dd {
                    if let at = nextContactAt {
                        if let nextStep { span(.class("step")) { nextStep } }
                        frame.moment(at)
                    } else {
                        Phrase.neverPlanned
                    }
                }
            }
        }
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        HTML {
            dt { name }
            dd { value }
        }
    }

    private func contactPoint(_ point: ContactPointLine) -> HTML {
        li {
            span(.class("num")) { point.shown }
            " "
            span(.class("quiet")) { Phrase.channel(point.channel) }
            if let blocked = point.blocked { span(.class("quiet second")) { Phrase.restriction(blocked) } }
        }
    }

    private func restrictionsPanel(_ frame: Frame) -> HTML {
        guard !restrictions.isEmpty else { return .empty }
        return Panel.titled(.restrictions, id: "restricoes") {
            ul(.class("plain")) { for line in restrictions { line.item(frame) } }
        }
    }

    private func history(_ frame: Frame) -> HTML {
        HTML {
            if timeline.isEmpty {
                Panel.empty(.noTimeline, .noTimelineRemedy)
            } else {
                Timeline.html(timeline, frame: frame)
            }
            if let olderEntries { a(.class("btn quiet-button"), .href(olderEntries)) { Phrase.seeOlder } }
        }
    }
}

extension IdentityState {
    func html(_ frame: Frame) -> HTML {
        switch self {
        case .notProven(let tries):
            HTML {
                chip(.identityNotProven, .attention)
                if let tries { span(.class("quiet second")) { Phrase.triesLeft(tries) } }
                span(.class("quiet second")) { Phrase.identityRule }
            }
        case .proven(let at, let means):
            HTML {
                chip(.identityProven([]), .good)
                span(.class("quiet second")) {
                    if !means.isEmpty { "\(means.joined(separator: " + ")), " }
                    frame.moment(at)
                }
            }
        case .refused(let at):
            HTML {
                chip(.identityRefused, .stop)
                span(.class("quiet second")) { frame.moment(at) }
            }
        }
    }
}
