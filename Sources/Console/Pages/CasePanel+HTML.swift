import Domain

extension CasePanel {
    /// Beside a conversation: what an answer must know.
    func html(_ frame: Frame) -> HTML {
        aside(.class("desk-case"), .aria(.labelledBy, "caso")) {
            h2(.id("caso"), .class("mid")) {
                a(.href(.caseFile(id))) { "C-\(id)" }
                " "
                state.chip
            }
            p(.class("quiet")) { Phrase.daysLate(daysLate) }
            p { identity.html(frame) }
            restrictionList(frame)
            debtSummary
            agreementSummary(frame)
            offerList
            if let lastDecision {
                h3 { Phrase.whyContacted }
                p(.class("quiet")) { frame.moment(lastDecision.at) }
                DecisionDetails.html(lastDecision, frame: frame)
            }
            if !timeline.isEmpty {
                details(.class("behind")) {
                    summary { Phrase.timeline }
                    Timeline.html(timeline, frame: frame)
                }
            }
            p { a(.href(.caseFile(id))) { Phrase.seeCase } }
        }
    }

    private func restrictionList(_ frame: Frame) -> HTML {
        guard !restrictions.isEmpty else { return .empty }
        return ul(.class("plain attention-list")) { for line in restrictions { line.item(frame) } }
    }

    private var debtSummary: HTML {
        details(.class("behind")) {
            summary {
                strong(.class("mid d-inline ink")) { Format.money(debts.total) }
                " "
                Phrase.detail
            }
            for line in debts.lines { line.block }
            p(.class("note")) { Phrase.debtsOn(Format.day(debts.on)) }
        }
    }

    private func agreementSummary(_ frame: Frame) -> HTML {
        HTML {
            if let agreement {
                h3 { Phrase.agreement }
                agreement.html(frame)
            }
            if !promises.isEmpty {
                h3 { Phrase.promises }
                ul(.class("plain")) { for promise in promises { promise.item(frame) } }
            }
        }
    }

    private var offerList: HTML {
        HTML {
            h3 {
                Phrase.offers
                if let authority {
                    " "
                    span(.class("quiet")) { Phrase.authority(authority) }
                }
            }
            if offers.isEmpty {
                p(.class("quiet")) { Phrase.noOffers }
            } else {
                ul(.class("plain offers")) { for offer in offers { offer.item() } }
            }
        }
    }
}
