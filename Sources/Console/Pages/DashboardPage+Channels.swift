import Domain

extension DashboardPage {
    /// Channels side by side, in the channels' fixed colours, with intervals where figures are estimates.
    var channelsPanel: HTML {
        Panel.titled(.byChannel, id: "canais") {
            tableFrame(.byChannel) {
                thead {
                    tr {
                        headCell(.channel)
                        headCell(.sentColumn, numeric: true)
                        headCell(.deliveredColumn, numeric: true)
                        headCell(.readColumn, numeric: true)
                        headCell(.repliedColumn, numeric: true)
                        headCell(.cost, numeric: true)
                    }
                }
                tbody {
                    for figures in channels {
                        tr {
                            th(.scope("row")) {
                                span(.class("dot channel-\(figures.channel.rawValue)"), .aria(.hidden, "true"))
                                Phrase.channel(figures.channel)
                            }
                            td(.class("num")) { Format.number(figures.sent) }
                            shareCell(figures.delivered, figures.channel)
                            shareCell(figures.read, figures.channel)
                            shareCell(figures.replied, figures.channel)
                            td(.class("num")) { Format.money(figures.cost) }
                        }
                    }
                }
            }
            definitionDetails(.definitionChannels)
        }
    }

    private func shareCell(_ share: Share, _ channel: Channel) -> HTML {
        td(.class("num share")) {
            if share.whole > 0 {
                Format.percent(share.part, of: share.whole)
                span(.class("quiet ms-1")) {
                    if let margin = share.marginPoints { Phrase.margin(margin) }
                }
                Drawing.interval(share, style: "channel-\(channel.rawValue)")
            } else {
                Phrase.none
            }
        }
    }
}
