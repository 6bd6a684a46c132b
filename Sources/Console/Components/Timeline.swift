import Domain

/// A case's single history, newest first, under the days.
enum Timeline {
    static func html(_ entries: [TimelineEntry], frame: Frame) -> HTML {
        div(.class("timeline")) {
            for group in byDay(entries, zone: frame.zone) {
                h3 { frame.dayHeading(group.day) }
                ol { for entry in group.entries { line(entry, frame) } }
            }
        }
    }

    private static func byDay(
        _ entries: [TimelineEntry], zone: Zone
    ) -> [(day: CalendarDay, entries: [TimelineEntry])] {
        var groups: [(day: CalendarDay, entries: [TimelineEntry])] = []
        for entry in entries {
            let day = zone.day(entry.at)
            if groups.last?.day == day {
                groups[groups.count - 1].entries.append(entry)
            } else {
                groups.append((day, [entry]))
            }
        }
        return groups
    }

    private static func line(_ entry: TimelineEntry, _ frame: Frame) -> HTML {
        li(.class("event \(entry.event.style)")) {
            frame.clockTime(entry.at)
            div(.class("event-body")) {
                switch entry.event {
                case .decision(let decision): DecisionDetails.html(decision, frame: frame)
                case .message(let message):
                    span(.class("quiet")) { Phrase.event(entry.event) }
                    if let status = message.status {
                        " "
                        Bubble.ticks(status)
                    }
                    p(.class("said")) { Bubble.summary(message) }
                case .offersMade(let offers):
                    Phrase.event(entry.event)
                    ul(.class("plain")) { for offer in offers { offer.item() } }
                default:
                    Phrase.event(entry.event)
                }
                if let by = entry.by {
                    " "
                    span(.class("quiet")) { Phrase.madeBy(by) }
                }
            }
        }
    }
}

extension TimelineEntry.Event {
    /// What the mark at the line's beginning tells apart.
    fileprivate var style: String {
        switch self {
        case .message(let message): message.isOurs ? "event-out" : "event-in"
        case .decision: "event-decision"
        case .paymentReceived, .debtSettled, .agreementSettled, .promiseKept, .agreementMade: "event-good"
        case .handedOver, .restricted, .agreementBroken, .promiseBroken, .identityFailed: "event-attention"
        default: "event-other"
        }
    }
}
