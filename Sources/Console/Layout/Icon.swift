/// The icons: 24 × 24, one stroke width, drawn for this console. Each stands beside a text, so all are hidden from
/// screen readers.
enum Icon {
    case mark, dashboard, desk, cases, cadences, templates, imports, closing, compliance, phone, settings, more, search
    case file

    private static let opening: StaticString =
        #"<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">"#

    var html: HTML { .group([.constant(Icon.opening), .constant(drawing), .constant("</svg>")]) }

    private var drawing: StaticString {
        switch self {
        case .mark: #"<path d="M17.5 17.5 21 21M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.2 2.9 2.8 5-5.6"/>"#
        case .dashboard: #"<path d="M4 20V10m5.3 10V4m5.4 16v-7M20 20V7"/>"#
        case .desk: #"<path d="M4 5h16v11H11l-4.5 4v-4H4zM8 9.2h8M8 12.2h5"/>"#
        case .cases: #"<path d="M4 6h16v13H4zM4 10.5h16M9 6V4h6v2"/>"#
        case .cadences:
            #"""
            <path d="M4 12h16M6.5 12v-4M12 12v4.5M17.5 12V7"/><circle cx="6.5" cy="6.5" r="1.5"/>\#
            <circle cx="12" cy="18" r="1.5"/><circle cx="17.5" cy="5.5" r="1.5"/>
            """#
        case .templates: #"<path d="M6 3h9l4 4v14H6zM14.5 3v4.5H19M9.5 12.5h6M9.5 16h6"/>"#
        case .imports: #"<path d="M12 3v11m-4-4 4 4 4-4M4 16v4h16v-4"/>"#
        case .closing:
            #"<path d="M5 3h14v18H5zM8.5 7h7v3h-7zM9 14h.01M12 14h.01M15 14h.01M9 17.5h.01M12 17.5h.01M15 17.5h.01"/>"#
        case .compliance: #"<path d="M12 3 5 5.5v6c0 4.5 3 7.6 7 9.5 4-1.9 7-5 7-9.5v-6zM9 12l2.2 2.2L15.2 10"/>"#
        case .phone: #"<path d="M7 2.5h10v19H7zM10.5 18.5h3"/>"#
        case .settings:
            #"""
            <path d="M4 7h9m5 0h2M4 17h2m5 0h9"/><circle cx="15.5" cy="7" r="2.5"/>\#
            <circle cx="8.5" cy="17" r="2.5"/>
            """#
        case .more: #"<path d="M5 12h.01M12 12h.01M19 12h.01"/>"#
        case .search: #"<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5"/>"#
        case .file: #"<path d="M6 3h8l4 4v14H6zM13.5 3v4.5H18"/>"#
        }
    }
}
