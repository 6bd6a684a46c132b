/// The pieces that pages are laid out with.
enum Panel {
    /// A page's heading line: its one `h1`, what stands beside it, and what stands at its right.
    static func heading(_ title: Phrase, aside: HTML = .empty, actions: HTML = .empty) -> HTML {
        div(.class("heading")) {
            h1 { title }
            aside
            div(.class("heading-actions")) { actions }
        }
    }

    /// A surface with a heading of its own.
    static func titled(_ title: Phrase, id: String, style: String = "", @HTMLBuilder content: () -> HTML) -> HTML {
        section(.class(style.isEmpty ? "panel" : "panel \(style)"), .aria(.labelledBy, id)) {
            h2(.id(id)) { title }
            content()
        }
    }

    /// What an empty list says: that it is empty, and how it fills.
    static func empty(_ title: Phrase, _ remedy: Phrase, link: (Address, Phrase)? = nil) -> HTML {
        div(.class("empty")) {
            p { strong { title } }
            p(.class("quiet")) { remedy }
            if let (address, text) = link { a(.class("btn btn-primary"), .href(address)) { text } }
        }
    }

    /// Names and values in pairs, one after the other.
    static func inputs(_ facts: [Fact]) -> HTML {
        dl(.class("inputs")) {
            for fact in facts {
                div {
                    dt { fact.name }
                    " "
                    dd { fact.value }
                }
            }
        }
    }
}

/// What may be wider than the screen scrolls in a frame of its own, reachable by keyboard.
func scrollFrame(_ name: Phrase, @HTMLBuilder content: () -> HTML) -> HTML {
    div(.class("table-frame"), .role("group"), .tabindex(0), .aria(.label, name)) { content() }
}

/// Tables scroll inside their own frame on narrow screens, reachable by keyboard.
func tableFrame(_ name: Phrase, style: String = "", @HTMLBuilder content: () -> HTML) -> HTML {
    scrollFrame(name) {
        table(.class(style.isEmpty ? "grid" : "grid \(style)")) { content() }
    }
}

func headCell(_ phrase: Phrase, numeric: Bool = false) -> HTML {
    th(.scope("col"), numeric ? .class("num") : nil) { phrase }
}

/// Earlier and later pages of a list.
func pager(page: Int, pageSize: Int, total: Int, address: (Int) -> Address) -> HTML {
    let pages = max(1, (total + max(1, pageSize) - 1) / max(1, pageSize))
    guard pages > 1 else { return .empty }
    return nav(.class("d-flex gap-3 align-items-center small"), .aria(.label, .pages)) {
        if page > 1 { a(.class("btn quiet-button"), .href(address(page - 1))) { Phrase.previousPage } }
        span(.class("quiet")) { Phrase.pageOf(page, pages) }
        if page < pages { a(.class("btn quiet-button"), .href(address(page + 1))) { Phrase.nextPage } }
    }
}
