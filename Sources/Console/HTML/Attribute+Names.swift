extension Attribute {
    private init(_ name: StaticString, _ text: String) { self.init(name: name, value: .text(text)) }
    private init(_ name: StaticString, _ phrase: Phrase) { self.init(name: name, value: .phrase(phrase)) }
    private init(_ name: StaticString) { self.init(name: name, value: .present) }

    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    static func title(_ value: String) -> Attribute { Attribute("title", value) }
    static func title(_ value: Phrase) -> Attribute { Attribute("title", value) }
    static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    static func role(_ value: StaticString) -> Attribute { Attribute("role", value.description) }
    static func tabindex(_ value: Int) -> Attribute { Attribute("tabindex", String(value)) }
    static let hidden = Attribute("hidden")

    static func aria(_ name: Aria, _ value: String) -> Attribute { Attribute(name.attribute, value) }
    static func aria(_ name: Aria, _ value: Phrase) -> Attribute { Attribute(name.attribute, value) }
    /// An attribute that our scripts read.
    static func data(_ name: DataName, _ value: String) -> Attribute { Attribute(name.attribute, value) }
    static func data(_ name: DataName, _ value: Phrase) -> Attribute { Attribute(name.attribute, value) }

    static func href(_ address: Address) -> Attribute { Attribute("href", address.text) }
    static func src(_ address: Address) -> Attribute { Attribute("src", address.text) }
    static func action(_ address: Address) -> Attribute { Attribute("action", address.text) }
    static let download = Attribute("download")
    static func alt(_ value: Phrase) -> Attribute { Attribute("alt", value) }
    static func width(_ value: Int) -> Attribute { Attribute("width", String(value)) }
    static func height(_ value: Int) -> Attribute { Attribute("height", String(value)) }
    static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }

    static let post = Attribute("method", "post")
    static let get = Attribute("method", "get")
    /// A form that carries a file.
    static let multipart = Attribute("enctype", "multipart/form-data")
    static func type(_ value: StaticString) -> Attribute { Attribute("type", value.description) }
    static func name(_ value: StaticString) -> Attribute { Attribute("name", value.description) }
    static func value(_ value: String) -> Attribute { Attribute("value", value) }
    static func value(_ value: Phrase) -> Attribute { Attribute("value", value) }
    static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    static func placeholder(_ value: Phrase) -> Attribute { Attribute("placeholder", value) }
    static func autocomplete(_ value: StaticString) -> Attribute { Attribute("autocomplete", value.description) }
    static func accept(_ value: StaticString) -> Attribute { Attribute("accept", value.description) }
    static func rows(_ value: Int) -> Attribute { Attribute("rows", String(value)) }
    static func maxlength(_ value: Int) -> Attribute { Attribute("maxlength", String(value)) }
    /// The list of suggestions for a text field, by its id.
    static func list(_ id: String) -> Attribute { Attribute("list", id) }
    static let required = Attribute("required")
    static let disabled = Attribute("disabled")
    static let selected = Attribute("selected")
    static let checked = Attribute("checked")
    static let autofocus = Attribute("autofocus")
    static let open = Attribute("open")

    static func scope(_ value: StaticString) -> Attribute { Attribute("scope", value.description) }
    static func colspan(_ value: Int) -> Attribute { Attribute("colspan", String(value)) }
}

/// The ARIA attributes in use.
enum Aria {
    case label, labelledBy, describedBy, current, live, hidden, pressed, expanded

    var attribute: StaticString {
        switch self {
        case .label: "aria-label"
        case .labelledBy: "aria-labelledby"
        case .describedBy: "aria-describedby"
        case .current: "aria-current"
        case .live: "aria-live"
        case .hidden: "aria-hidden"
        case .pressed: "aria-pressed"
        case .expanded: "aria-expanded"
        }
    }
}

/// The data attributes that our scripts read; `Assets/*.js` name the same ones.
enum DataName: CaseIterable {
    /// Milliseconds since 1970 of the product's own clock when the page was written.
    case now
    /// How many seconds of the product's clock pass in one of ours.
    case speed
    /// Minutes east of Greenwich in which the page shows instants.
    case zone
    /// Shows the product's clock: `clock`, or the day: `day`.
    case shows
    /// Where fragments come from as server-sent events.
    case live
    /// The id of the element that a new fragment is appended to.
    case into
    /// A form that is sent without leaving the page.
    case send
    /// What to say when sending fails.
    case failed
    /// An instant that is shown as time ago, or time left.
    case since, until
    /// A text that a button copies, and what the button says afterwards.
    case copy, copied
    /// The figures of a chart, as JSON.
    case chart
    /// The key of the keyboard that follows a link or focuses a field.
    case key
    /// A list that keeps its newest entry in view.
    case newest
    /// A button that opens the dialog of this id.
    case opens
    /// A form that is sent when a field in it changes.
    case immediate

    var attribute: StaticString {
        switch self {
        case .now: "data-now"
        case .speed: "data-speed"
        case .zone: "data-zone"
        case .shows: "data-shows"
        case .live: "data-live"
        case .into: "data-into"
        case .send: "data-send"
        case .failed: "data-failed"
        case .since: "data-since"
        case .until: "data-until"
        case .copy: "data-copy"
        case .copied: "data-copied"
        case .chart: "data-chart"
        case .key: "data-key"
        case .newest: "data-newest"
        case .opens: "data-opens"
        case .immediate: "data-immediate"
        }
    }
}

/// What only the head needs.
extension Attribute {
    static let deferred = Attribute(name: "defer", value: .present)
    static func relation(_ value: StaticString) -> Attribute {
        Attribute(name: "rel", value: .text(value.description))
    }
}
