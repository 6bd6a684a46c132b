import Domain

extension DeskPage {
    package var title: Phrase { conversation.map { .verbatim($0.debtorName) } ?? .deskTitle }
    package var railSection: Section? { .desk }

    package func content(in frame: Frame) -> HTML {
        div(.class(conversation == nil ? "desk" : "desk has-conversation")) {
            section(.class("desk-queue"), .aria(.label, .queue)) {
                if conversation == nil {
                    h1(.class("visually-hidden")) { Phrase.deskTitle }
                }
                filters
                DeskFragment.queue(queue, filter: filter, selected: conversation?.id, frame: frame)
            }
            if let conversation {
                conversationPane(conversation, frame)
                if let casePanel { casePanel.html(frame) }
            } else {
                section(.class("desk-empty"), .aria(.label, .conversation)) {
                    Panel.empty(.chooseConversation, .chooseConversationHint)
                }
            }
        }
    }

    private var filters: HTML {
        nav(.class("tabs"), .aria(.label, .queue)) {
            for choice in QueueFilter.allCases {
                a(
                    .href(Address.desk.with("fila", choice.rawValue)), choice == filter ? .aria(.current, "true") : nil
                ) { Phrase.queueFilter(choice) }
            }
        }
    }

    private func conversationPane(_ panel: ConversationPanel, _ frame: Frame) -> HTML {
        section(
            .class("desk-conversation"), .aria(.label, .conversation),
            .data(.live, Address.conversationEvents(panel.id).with("desde", panel.lastEventID).text)
        ) {
            DeskFragment.bar(panel, frame: frame)
            div(.class("chat"), .data(.newest, ""), .tabindex(0), .role("log"), .aria(.label, .messages)) {
                if let older = panel.olderMessages { a(.class("btn quiet-button"), .href(older)) { Phrase.seeOlder } }
                ol(.id(Bubble.listID)) { ChatList.items(panel.messages, side: .desk(panel.id), frame: frame) }
            }
            DeskFragment.composer(panel, frame: frame)
            CorrectionForm.meanings
        }
    }
}

/// Bubbles in order of time, under the days.
enum ChatList {
    static func items(_ messages: [ChatMessage], side: Bubble.Side, frame: Frame) -> HTML {
        var parts: [HTML] = []
        var day: CalendarDay?
        for message in messages {
            let itsDay = frame.zone.day(message.at)
            if itsDay != day {
                day = itsDay
                parts.append(li(.class("day")) { frame.dayHeading(itsDay) })
            }
            parts.append(Bubble(message: message, side: side, frame: frame).html)
        }
        return .group(parts)
    }
}
