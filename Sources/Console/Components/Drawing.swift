import Domain

/// Small pictures beside numbers, drawn on the server. The number always stands beside them, so they are hidden from
/// screen readers.
enum Drawing {
    private static let svg = Tag("svg")
    private static let rect = Tag("rect")

    /// How much of a whole, as a bar.
    static func bar(part: Int, whole: Int) -> HTML {
        let width = whole > 0 ? min(1000, max(0, part) * 1000 / whole) : 0
        return svg(.class("bar"), .viewBox("0 0 1000 4"), .aspect("none"), .aria(.hidden, "true")) {
            rect(.class("bar-rest"), .x(0), .y(0), .width(1000), .height(4))
            rect(.x(0), .y(0), .width(width), .height(4))
        }
    }

    /// Values in time order as bars from zero; negative ones are drawn as nothing.
    static func spark(_ values: [Int64]) -> HTML {
        guard let highest = values.max(), highest > 0 else { return .empty }
        return svg(
            .class("spark w-100"), .viewBox("0 0 \(values.count * 10) 32"), .aspect("none"), .aria(.hidden, "true")
        ) {
            for (index, value) in values.enumerated() {
                let height = max(value > 0 ? 1 : 0, Int(max(0, value) * 32 / highest))
                rect(.x(index * 10 + 1), .y(32 - height), .width(8), .height(height))
            }
        }
    }

    /// A share with its interval: a bar from zero, and a line over what it may be.
    static func interval(_ share: Share, style: String) -> HTML {
        let points = Format.points(share.part, of: share.whole)
        let margin = share.marginPoints ?? 0
        return svg(
            .class("interval \(style)"), .viewBox("0 0 100 6"), .aspect("none"), .aria(.hidden, "true")
        ) {
            rect(.class("bar-rest"), .x(0), .y(0), .width(100), .height(6))
            rect(.x(0), .y(0), .width(min(100, points)), .height(6))
            if margin > 0 {
                rect(
                    .class("interval-line"), .x(max(0, points - margin)), .y(2),
                    .width(min(100, points + margin) - max(0, points - margin)), .height(2))
            }
        }
    }
}

extension Attribute {
    static func viewBox(_ value: String) -> Attribute { Attribute(name: "viewBox", value: .text(value)) }
    static func aspect(_ value: StaticString) -> Attribute {
        Attribute(name: "preserveAspectRatio", value: .text(value.description))
    }
    static func x(_ value: Int) -> Attribute { Attribute(name: "x", value: .text(String(value))) }
    static func y(_ value: Int) -> Attribute { Attribute(name: "y", value: .text(String(value))) }
}
