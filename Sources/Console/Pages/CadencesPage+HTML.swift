import Domain

extension CadencesPage {
    package var title: Phrase { .cadencesTitle }
    package var railSection: Section? { .cadences }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.cadencesTitle)
            if cadences.isEmpty {
                section(.class("panel")) { Panel.empty(.noCadences, .noCadencesRemedy) }
            }
            for (index, cadence) in cadences.enumerated() { cadence.html(id: "regua-\(index + 1)", frame) }
        }
    }
}

extension CadenceView {
    fileprivate func html(id: String, _ frame: Frame) -> HTML {
        section(.class("panel"), .aria(.labelledBy, id)) {
            div(.class("heading")) {
                h2(.id(id)) { name }
                span(.class("quiet")) {
                    Phrase.version(version)
                    if let activeSince {
                        " · "
                        Phrase.activeSince(Format.short(activeSince, now: frame.now, in: frame.zone), by: activatedBy)
                    }
                    if let caseCount {
                        " · "
                        Phrase.casesInCadence(caseCount)
                    }
                }
            }
            scrollFrame(.steps) { ol(.class("cadence")) { for step in steps { step.html } } }
            dl(.class("facts wide")) {
                if !portfolios.isEmpty { pair(.portfolios, .verbatim(portfolios.joined(separator: ", "))) }
                if !stopOn.isEmpty { pair(.stopsOn, joined(stopOn.map(Phrase.stopEvent), frame)) }
                if !pauseOn.isEmpty { pair(.pausesOn, joined(pauseOn.map(Phrase.eventValue), frame)) }
                if !objectives.isEmpty { pair(.objectives, joined(objectives.map(Phrase.eventValue), frame)) }
                if let holdoutPercent { pair(.holdout, .verbatim(Format.percent(holdoutPercent))) }
            }
            details(.class("behind")) {
                summary { Phrase.asWritten }
                pre(.class("panel"), .tabindex(0)) { code { yaml } }
            }
        }
    }

    private func pair(_ name: Phrase, _ value: Phrase) -> HTML {
        HTML {
            dt { name }
            dd { value }
        }
    }

    private func joined(_ phrases: [Phrase], _ frame: Frame) -> Phrase {
        .verbatim(phrases.map { $0.text(in: frame.language) }.joined(separator: ", "))
    }
}

extension CadenceStepView {
    fileprivate var html: HTML {
        li(.class("channel-\(channel.rawValue)")) {
            p(.class("mid"), .title(.offsetInWords(day))) {
                Phrase.offset(day)
                span(.class("visually-hidden")) { Phrase.offsetInWords(day) }
            }
            p {
                span(.class("dot channel-\(channel.rawValue)"), .aria(.hidden, "true"))
                Phrase.channel(channel)
            }
            for template in templates { p(.class("cadence-template")) { template } }
            if let attachment { p(.class("note")) { Phrase.attached(attachment) } }
            if let condition {
                p(.class("note")) { code { Phrase.condition(condition) } }
            }
            if !otherwise.isEmpty {
                p(.class("note")) {
                    Phrase.otherwise(otherwise)
                }
            }
            if let waiting, waiting > 0 { p(.class("note")) { Phrase.waitingHere(waiting) } }
        }
    }
}
