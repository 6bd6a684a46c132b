import Domain

extension DashboardFilter {
    /// A form that keeps the filter in the address.
    func form(_ frame: Frame) -> HTML {
        Console.form(.class("filters"), .get, .action(.dashboard), .data(.immediate, "")) {
            div {
                label(.class("visually-hidden"), .for("carteira")) { Phrase.portfolio }
                select(.id("carteira"), .name("carteira"), .class("form-select")) {
                    option(.value("")) { Phrase.allPortfolios }
                    for choice in portfolios {
                        option(.value(choice.id.description), choice.id == portfolio ? .selected : nil) { choice.name }
                    }
                }
            }
            div {
                label(.class("visually-hidden"), .for("periodo")) { Phrase.period }
                select(.id("periodo"), .name("periodo"), .class("form-select")) {
                    for choice in Period.allCases {
                        option(.value(choice.rawValue), choice == period ? .selected : nil) { Phrase.period(choice) }
                    }
                }
            }
            if period == .chosen {
                dayField("de", .from, from)
                dayField("ate", .to, to)
            }
            button(.type("submit"), .class("btn quiet-button without-script")) { Phrase.apply }
        }
    }

    private func dayField(_ name: StaticString, _ text: Phrase, _ day: CalendarDay) -> HTML {
        div {
            label(.class("visually-hidden"), .for(name.description)) { text }
            input(
                .id(name.description), .name(name), .type("date"), .class("form-control"), .value(day.iso), .required)
        }
    }

    /// The cases behind a stage of the funnel, in the same portfolio and period.
    func cases(at stage: FunnelStage) -> Address {
        Address.cases.with("etapa", stage.rawValue).with("carteira", portfolio?.description)
            .with("de", from.iso).with("ate", to.iso)
    }
}
