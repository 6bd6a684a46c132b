import Domain

extension TemplatesPage {
    package var title: Phrase { .templatesTitle }
    package var railSection: Section? { .templates }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.templatesTitle)
            if templates.isEmpty {
                section(.class("panel")) {
                    Panel.empty(.noTemplates, .noTemplatesRemedy, link: (.settings, .section(.settings)))
                }
            }
            div(.class("row row-cols-1 row-cols-md-2 row-cols-xl-3 g-3")) {
                for template in templates { div(.class("col")) { template.html } }
            }
        }
    }
}

extension TemplateView {
    fileprivate var html: HTML {
        article(.class("panel h-100")) {
            h2 { name }
            p(.class("note")) {
                stateChip
                " "
                Phrase.category(category)
                " · \(language)"
                if let quality {
                    " · "
                    Phrase.quality(quality)
                }
            }
            if let reason { p(.class("note attention")) { reason } }
            div(.class("chat sample")) {
                div(.class("bubble in")) {
                    div(.class("said")) { ChatText.html(body) }
                    if !buttons.isEmpty { ul(.class("options")) { for button in buttons { li { button } } } }
                }
            }
            p(.class("note num")) {
                if let sent { Phrase.sentCount(sent) }
                if let read, read.whole > 0 {
                    " · "
                    Phrase.readShare(Format.percent(read.part, of: read.whole))
                }
            }
        }
    }

    private var stateChip: HTML {
        switch state {
        case .approved: chip(.templateState(state), .good)
        case .pending, .draft: chip(.templateState(state))
        case .paused: chip(.templateState(state), .attention)
        case .rejected, .disabled: chip(.templateState(state), .stop)
        }
    }
}
