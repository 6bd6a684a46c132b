package import Domain

/// The pieces of the phone page that live updates add or replace.
package enum PhoneFragment {
    static let thoughtsID = "lista-de-passos"

    package static func message(_ message: ChatMessage, debtor: DebtorID, frame: Frame) -> HTML {
        Bubble(message: message, side: .phone(debtor), frame: frame).html
    }

    package static func thought(_ thought: Thought, frame: Frame) -> HTML {
        li(.id("p-\(thought.id)"), .class("event \(thought.step.style)"), .data(.into, thoughtsID)) {
            frame.clockTime(thought.at)
            div(.class("event-body")) {
                if case .decision(let decision) = thought.step {
                    DecisionDetails.html(decision, frame: frame)
                } else {
                    strong { Phrase.thought(thought.step) }
                    " "
                    detail(thought.step, frame)
                }
            }
        }
    }

    /// `returning`: the page to come back to, in the hidden field `volta`; `Web` checks it again.
    package static func clock(_ clock: DemonstrationClock, returning: Address, frame: Frame) -> HTML {
        section(
            .id("relogio"), .class("panel clock"), .aria(.labelledBy, "relogio-titulo"),
            .data(.now, String(frame.now.milliseconds)), .data(.speed, String(clock.speed))
        ) {
            h2(.id("relogio-titulo")) { Phrase.clockTitle }
            p(.class("value num")) {
                span(.data(.shows, "clock")) { frame.zone.localTime(frame.now).clock }
                " "
                small(.data(.shows, "day")) { Format.day(frame.zone.day(frame.now)) }
            }
            form(.class("clock-steps"), .post, .action(.clock)) {
                Form.token(frame)
                input(.type("hidden"), .name("volta"), .value(returning.text))
                button(.type("submit"), .name("avancar"), .value("1h"), .class("btn quiet-button")) {
                    Phrase.forwardHour
                }
                button(.type("submit"), .name("avancar"), .value("manha"), .class("btn quiet-button")) {
                    Phrase.forwardMorning
                }
            }
            form(.class("clock-speed"), .post, .action(.clock), .data(.immediate, "")) {
                Form.token(frame)
                input(.type("hidden"), .name("volta"), .value(returning.text))
                label(.for("velocidade")) { Phrase.speed }
                select(.id("velocidade"), .name("velocidade"), .class("form-select")) {
                    for speed in clock.speeds {
                        option(.value(String(speed)), speed == clock.speed ? .selected : nil) { Phrase.speed(speed) }
                    }
                }
                button(.type("submit"), .class("btn quiet-button without-script")) { Phrase.setSpeed }
            }
        }
    }

    private static func detail(_ step: Thought.Step, _ frame: Frame) -> HTML {
        switch step {
        case .received(let text), .replied(let text): span(.class("said")) { text }
        case .understood(let understood): Understanding.html(understood)
        case .identity(let state): state.html(frame)
        case .dialogue(let from, let to): .phrase(.dialogueStep(from, to))
        case .offers(let offers): ul(.class("plain")) { for offer in offers { offer.item() } }
        case .decision: .empty
        case .handedOver(let reason): .phrase(.handover(reason))
        case .restricted(let kind): .phrase(.restriction(kind))
        case .promise(let due, let amount):
            HTML {
                if let amount { "\(Format.money(amount)) " }
                Phrase.until(Format.day(due))
            }
        case .agreement(let total, let installments):
            HTML {
                "\(Format.money(total)) "
                Phrase.inInstallments(installments)
            }
        case .charge(let amount, let txid):
            HTML {
                "\(Format.money(amount)) "
                code { txid }
            }
        case .payment(let amount): .text(Format.money(amount))
        case .settled(let contract): .text(contract)
        case .other(let text): .text(text)
        }
    }
}

extension Thought.Step {
    /// What the mark at the line's beginning tells apart.
    fileprivate var style: String {
        switch self {
        case .received: "event-in"
        case .replied: "event-out"
        case .decision: "event-decision"
        case .agreement, .payment, .settled: "event-good"
        case .handedOver, .restricted: "event-attention"
        default: "event-other"
        }
    }
}
