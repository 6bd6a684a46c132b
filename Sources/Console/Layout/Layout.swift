import Domain

/// The frame around every page of a signed-in person: rail, header, the day's warning, the page, the keys.
enum Layout {
    static func document(of page: any Page, in frame: Frame) -> HTML {
        var scripts = [AssetFile.consoleScript.address]
        var styles: [Address] = []
        switch page.railSection {
        case .dashboard: scripts += [VendorFile.charts.address, AssetFile.chartsScript.address]
        case .desk, .phone:
            scripts.append(AssetFile.liveScript.address)
            styles.append(AssetFile.chatStylesheet.address)
        case .templates: styles.append(AssetFile.chatStylesheet.address)
        default: break
        }
        return Document.document(
            title: page.title, language: frame.language, bodyClass: "framed",
            data: [
                .data(.now, String(frame.now.milliseconds)), .data(.speed, String(frame.clockSpeed)),
                .data(.zone, String(frame.zone.offsetMinutes)),
            ], styles: styles, scripts: scripts
        ) {
            skipLink
            rail(page.railSection, frame)
            div(.class("stage")) {
                HeaderBar.html(frame)
                warning(frame)
                notice(frame)
                main(.id("conteudo"), .tabindex(-1), .class(mainClass(page))) { page.content(in: frame) }
            }
            KeysDialog.html
        }
    }

    static let skipLink = HTML.element(
        "a", [.class("visually-hidden-focusable p-2"), .fragment("conteudo")], [.phrase(.skipToContent)])

    private static func mainClass(_ page: any Page) -> String {
        page is DeskPage ? "main desk-main" : "main"
    }

    private static func rail(_ current: Section?, _ frame: Frame) -> HTML {
        let inBar = Array(frame.sections.prefix(3))
        let beyond = Array(frame.sections.dropFirst(3))
        return nav(.class("rail"), .aria(.label, .mainNavigation)) {
            a(.class("brand d-none d-md-flex"), .href(.home)) {
                Icon.mark.html
                span { Phrase.productName }
            }
            ul(.class("rail-list")) {
                for section in inBar { railEntry(section, current, frame, "") }
                for section in beyond { railEntry(section, current, frame, "d-none d-md-block") }
            }
            if !beyond.isEmpty {
                details(.class("rail-more d-md-none")) {
                    summary {
                        Icon.more.html
                        span { Phrase.more }
                    }
                    ul { for section in beyond { railEntry(section, current, frame, "") } }
                }
            }
        }
    }

    private static func railEntry(_ section: Section, _ current: Section?, _ frame: Frame, _ style: String) -> HTML {
        let address: Address
        let icon: Icon
        switch section {
        case .dashboard: (address, icon) = (.dashboard, .dashboard)
        case .desk: (address, icon) = (.desk, .desk)
        case .cases: (address, icon) = (.cases, .cases)
        case .cadences: (address, icon) = (.cadences, .cadences)
        case .templates: (address, icon) = (.templates, .templates)
        case .imports: (address, icon) = (.imports, .imports)
        case .closing: (address, icon) = (.closing, .closing)
        case .compliance: (address, icon) = (.compliance, .compliance)
        case .phone: (address, icon) = (.phones, .phone)
        case .settings: (address, icon) = (.settings, .settings)
        }
        return li(style.isEmpty ? nil : .class(style)) {
            a(.href(address), section == current ? .aria(.current, "page") : nil) {
                icon.html
                span { Phrase.section(section) }
                if section == .desk, frame.waitingCount > 0 {
                    span(.class("badge-count")) {
                        span(.aria(.hidden, "true")) { String(frame.waitingCount) }
                        span(.class("visually-hidden")) { Phrase.badgeWaiting(frame.waitingCount) }
                    }
                }
            }
        }
    }

    private static func warning(_ frame: Frame) -> HTML {
        guard let warning = frame.warning else { return .empty }
        return div(.class("strip attention"), .role("status")) {
            Phrase.warning(warning.matter, frame)
            if let address = warning.address { a(.href(address)) { Phrase.warningRemedy } }
        }
    }

    private static func notice(_ frame: Frame) -> HTML {
        guard let notice = frame.notice else { return .empty }
        switch notice.tone {
        case .done: return div(.class("strip good"), .role("status")) { notice.text }
        case .attention: return div(.class("strip attention"), .role("status")) { notice.text }
        case .failed: return div(.class("strip stop"), .role("alert")) { notice.text }
        }
    }
}

extension Attribute {
    /// A link inside the page.
    static func fragment(_ id: StaticString) -> Attribute {
        Attribute(name: "href", value: .text("#" + id.description))
    }
}
