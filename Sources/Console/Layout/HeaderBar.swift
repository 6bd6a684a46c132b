import Domain

/// The line on top: whose cases, search, the demonstration's clock, the person.
enum HeaderBar {
    static func html(_ frame: Frame) -> HTML {
        header(.class("top")) {
            creditors(frame)
            form(.class("top-search"), .role("search"), .get, .action(.cases)) {
                label(.class("visually-hidden"), .for("busca-geral")) { Phrase.searchCases }
                Icon.search.html
                input(
                    .id("busca-geral"), .name("busca"), .type("search"), .placeholder(.searchHint),
                    .class("form-control"), .autocomplete("off"), .data(.key, "/"))
                kbd(.class("d-none d-md-block"), .aria(.hidden, "true")) { "/" }
            }
            div(.class("d-flex align-items-center gap-3")) {
                if frame.isDemonstration { demonstrationClock(frame) }
                person(frame)
            }
        }
    }

    private static func creditors(_ frame: Frame) -> HTML {
        if frame.creditors.count > 1 {
            return form(.class("top-creditor"), .post, .action(.creditorChoice), .data(.immediate, "")) {
                Form.token(frame)
                label(.class("visually-hidden"), .for("credor")) { Phrase.creditor }
                select(.id("credor"), .name("credor"), .class("form-select")) {
                    for choice in frame.creditors {
                        option(.value(choice.id.description), choice.id == frame.creditor ? .selected : nil) {
                            choice.name
                        }
                    }
                }
                button(.type("submit"), .class("btn quiet-button without-script")) { Phrase.change }
            }
        }
        return span(.class("top-creditor d-none d-md-block")) { strong { frame.creditors.first?.name ?? "" } }
    }

    private static func demonstrationClock(_ frame: Frame) -> HTML {
        span(.class("d-none d-md-flex gap-2 small")) {
            chip(.demonstration, .attention)
            span(.class("quiet"), .data(.shows, "day")) { Format.day(frame.zone.day(frame.now)) }
            span(.class("quiet num"), .data(.shows, "clock")) { frame.zone.localTime(frame.now).clock }
        }
    }

    private static func person(_ frame: Frame) -> HTML {
        details(.class("menu")) {
            summary(.aria(.label, .accountOf(frame.user.name))) {
                span(.class("avatar"), .aria(.hidden, "true")) { initials(of: frame.user.name) }
            }
            div(.class("menu-panel")) {
                p {
                    strong { frame.user.name }
                    br()
                    span(.class("quiet")) { Phrase.role(frame.user.role) }
                }
                button(.type("button"), .class("btn quiet-button"), .data(.opens, "teclas")) {
                    Phrase.keysTitle
                    " "
                    kbd { "?" }
                }
                form(.post, .action(.signOut)) {
                    Form.token(frame)
                    button(.type("submit"), .class("btn quiet-button")) { Phrase.signOut }
                }
            }
        }
    }

    /// First letters of the first and the last word.
    static func initials(of name: String) -> String {
        let words = name.split(separator: " ")
        guard let first = words.first?.first else { return "?" }
        guard words.count > 1, let last = words.last?.first else { return String(first).uppercased() }
        return (String(first) + String(last)).uppercased()
    }
}
