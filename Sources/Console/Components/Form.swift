/// What forms have in common.
enum Form {
    /// The proof that a form is ours.
    static func token(_ frame: Frame) -> HTML { token(frame.csrfToken) }

    static func token(_ value: String) -> HTML {
        input(.type("hidden"), .name("csrf"), .value(value))
    }

    /// Where a form without a page change says what became of it.
    static func status() -> HTML { p(.class("form-status"), .role("status")) }
}
