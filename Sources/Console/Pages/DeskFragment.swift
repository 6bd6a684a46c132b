package import Domain

/// The pieces of the desk that live updates replace. Each carries the id by which it is found.
package enum DeskFragment {
    package static func message(_ message: ChatMessage, in conversation: ConversationID, frame: Frame) -> HTML {
        Bubble(message: message, side: .desk(conversation), frame: frame).html
    }

    package static func queue(
        _ entries: [QueueEntry], filter: QueueFilter, selected: ConversationID?, frame: Frame
    ) -> HTML {
        div(.id("fila"), .class("queue")) {
            if entries.isEmpty {
                Panel.empty(.emptyQueue(filter), .emptyQueueRemedy(filter))
            } else {
                ul { for entry in entries { queueItem(entry, filter, entry.conversation == selected, frame) } }
            }
        }
    }

    /// Above the chat: who, with whom, until when, and what can be done about it.
    package static func bar(_ panel: ConversationPanel, frame: Frame) -> HTML {
        header(.id("barra"), .class("desk-bar")) {
            a(.class("desk-back"), .href(.desk)) { Phrase.backToQueue }
            div {
                h1 { panel.debtorName }
                p {
                    window(panel.window, frame)
                    span { Phrase.owner(panel.owner) }
                }
            }
            switch panel.owner {
            case .assistant, .nobody, .other:
                action(.takeOver(panel.id), .takeOver, "btn btn-primary", frame)
            case .me:
                action(.handBack(panel.id), .handBack, "btn quiet-button", frame)
            }
        }
    }

    /// Where the answer is written, or why it cannot be.
    package static func composer(_ panel: ConversationPanel, frame: Frame) -> HTML {
        footer(.id("resposta"), .class("composer")) {
            if let reason = panel.reasonNotToWrite {
                p(.class("composer-reason")) { reason }
            } else {
                form(
                    .post, .action(.conversationMessages(panel.id)), .data(.send, ""), .data(.failed, .sendingFailed)
                ) {
                    Form.token(frame)
                    label(.class("visually-hidden"), .for("texto")) { Phrase.writeHere }
                    textarea(
                        .id("texto"), .name("texto"), .class("form-control"), .rows(2), .maxlength(4096), .required,
                        .placeholder(.writeHere), .data(.key, "r"),
                        panel.problem == nil ? nil : .aria(.describedBy, "problema")
                    ) { panel.draft }
                    button(.type("submit"), .class("btn btn-primary")) { Phrase.send }
                    if let problem = panel.problem {
                        p(.id("problema"), .class("form-status stop"), .role("alert")) { problem }
                    } else {
                        Form.status()
                    }
                }
            }
        }
    }

    private static func action(_ address: Address, _ text: Phrase, _ style: String, _ frame: Frame) -> HTML {
        form(.post, .action(address)) {
            Form.token(frame)
            button(.type("submit"), .class(style)) { text }
        }
    }

    private static func window(_ window: ServiceWindow, _ frame: Frame) -> HTML {
        switch window {
        case .closed: return chip(.windowClosed, .attention)
        case .open(let until):
            let left = Int(frame.now.milliseconds(until: until) / 1000)
            if left <= 0 { return chip(.windowClosed, .attention) }
            return span(.class(left < 7200 ? "chip attention" : "chip")) {
                Phrase.windowOpen(until: Format.short(until, now: frame.now, in: frame.zone))
                span(.class("quiet"), .data(.until, String(until.milliseconds))) {
                    " · "
                    Phrase.timeLeft(Format.duration(seconds: left))
                }
            }
        }
    }

    private static func queueItem(
        _ entry: QueueEntry, _ filter: QueueFilter, _ isSelected: Bool, _ frame: Frame
    ) -> HTML {
        li(.id("c-\(entry.conversation)"), .class(entry.isUrgent ? "urgent" : "")) {
            a(
                .href(Address.conversation(entry.conversation).with("fila", filter.rawValue)),
                isSelected ? .aria(.current, "true") : nil
            ) {
                span(.class("queue-name")) {
                    entry.debtorName
                    if entry.unread > 0 {
                        " "
                        span(.class("badge-count")) {
                            span(.aria(.hidden, "true")) { String(entry.unread) }
                            span(.class("visually-hidden")) { Phrase.unread(entry.unread) }
                        }
                    }
                }
                span(.class("queue-time num")) {
                    if let since = entry.waitingSince {
                        frame.waiting(since: since)
                    } else {
                        frame.moment(entry.lastMessageAt)
                    }
                }
                if entry.isUrgent || entry.reason != nil {
                    span(.class("queue-reason")) {
                        if entry.isUrgent {
                            chip(.urgent, .stop)
                            " "
                        }
                        entry.reason.map(Phrase.handover)
                    }
                }
                span(.class("queue-text quiet text-truncate")) { entry.lastMessage }
                if filter != .mine, entry.owner != .nobody {
                    span(.class("queue-owner quiet")) { Phrase.owner(entry.owner) }
                }
            }
        }
    }
}

extension ConversationPanel {
    /// Nil when this person may write.
    var reasonNotToWrite: Phrase? {
        switch owner {
        case .assistant: return .assistantAnswers
        case .nobody: return .nobodyAnswers
        case .other(let name): return .otherAnswers(name)
        case .me: break
        }
        if let blocked { return .blockedReason(blocked) }
        if case .closed = window { return .windowClosedReason }
        return nil
    }
}
