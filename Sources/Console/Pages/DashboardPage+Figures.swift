import Domain

/// The figures on top: each says its value, its goal, what stands behind it, and opens its definition.
extension DashboardPage {
    var figures: HTML {
        div(.class("figures")) {
            recoveryFigure
            responseFigure
            firstResponseFigure
            satisfactionFigure
            resolutionFigure
            costFigure
        }
    }

    private func figure(
        _ name: Phrase, style: String = "", value: HTML, notes: [Phrase?], definition: Phrase, drawing: HTML = .empty
    ) -> HTML {
        section(.class("panel figure \(style)")) {
            h2 { name }
            p(.class("value num")) { value }
            drawing
            for note in notes.compactMap(\.self) { p(.class("note")) { note } }
            definitionDetails(definition)
        }
    }

    private var recoveryFigure: HTML {
        let share = Format.points(Int(recovery.recovered.cents), of: Int(recovery.placed.cents))
        return figure(
            .recovered, style: "figure-wide",
            value: HTML {
                Format.money(recovery.recovered)
                " "
                small { Phrase.outOf(Format.money(recovery.placed)) }
            },
            notes: [
                .recoveryNote(
                    percent: Format.percent(share), goal: recovery.goal.map(Format.money),
                    forecast: recovery.forecast.map(Format.money))
            ],
            definition: .definitionRecovered,
            drawing: Drawing.spark(days.map(\.recovered.cents)))
    }

    private var responseFigure: HTML {
        figure(
            .responseRate,
            value: HTML {
                Format.percent(response.share.part, of: response.share.whole)
                if let margin = response.share.marginPoints, response.share.whole > 0 {
                    " "
                    small { Phrase.margin(margin) }
                }
            },
            notes: [
                response.goalPercent.map { .goal(Format.percent($0)) },
                response.changePoints.map { .change(points: $0) },
            ],
            definition: .definitionResponse)
    }

    private var firstResponseFigure: HTML {
        figure(
            .firstResponse, value: durationValue(firstResponse),
            notes: durationNotes(firstResponse, .measured(firstResponse.count)), definition: .definitionFirstResponse)
    }

    private var satisfactionFigure: HTML {
        figure(
            .satisfaction,
            value: HTML {
                if let mean = satisfaction.meanHundredths {
                    Format.tenths(ofHundredths: mean)
                    " "
                    small { Phrase.outOf("5") }
                } else {
                    Phrase.none
                }
            },
            notes: [
                satisfaction.goalHundredths.map { .goal(Format.tenths(ofHundredths: $0)) },
                satisfaction.answers == 0 ? .nothingMeasured : .answers(satisfaction.answers),
            ],
            definition: .definitionSatisfaction)
    }

    private var resolutionFigure: HTML {
        figure(
            .resolutionTime, value: durationValue(resolution),
            notes: durationNotes(resolution, .resolved(resolution.count)), definition: .definitionResolution)
    }

    private var costFigure: HTML {
        figure(
            .cost, value: HTML { Format.money(cost.total) },
            notes: [cost.perHundredRecovered.map { .costPerHundred(Format.money($0)) }], definition: .definitionCost)
    }

    private func durationValue(_ figure: DurationFigure) -> HTML {
        HTML {
            if let median = figure.medianSeconds { Format.duration(seconds: median) } else { Phrase.none }
        }
    }

    private func durationNotes(_ figure: DurationFigure, _ count: Phrase) -> [Phrase?] {
        guard figure.medianSeconds != nil else { return [.nothingMeasured] }
        return [
            figure.goalSeconds.map { .goal(Format.duration(seconds: $0)) },
            figure.p90Seconds.map { .ninetieth(Format.duration(seconds: $0)) }, count,
        ]
    }
}
