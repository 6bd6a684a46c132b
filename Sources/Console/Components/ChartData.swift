import Domain

/// A canvas that `charts.js` draws on, with its figures as JSON in an attribute.
enum ChartData {
    static func lines(
        name: Phrase, language: DisplayLanguage, days: [CalendarDay],
        series: [(name: Phrase, colour: String, values: [Int])]
    ) -> HTML {
        let parts = series.map { part in
            "{\"name\":\(quoted(part.name.text(in: language))),\"colour\":\"\(part.colour)\","
                + "\"values\":[\(part.values.map(String.init).joined(separator: ","))]}"
        }
        return canvasElement(name, "line", days, parts)
    }

    static func moneyBars(
        name: Phrase, language: DisplayLanguage, days: [CalendarDay], amounts: [Money]
    ) -> HTML {
        let values = amounts.map { String($0.cents) }.joined(separator: ",")
        let part = "{\"name\":\(quoted(name.text(in: language))),\"colour\":\"primary\",\"values\":[\(values)]}"
        return canvasElement(name, "money", days, [part])
    }

    private static func canvasElement(_ name: Phrase, _ kind: String, _ days: [CalendarDay], _ series: [String]) -> HTML
    {
        let labels = days.map { quoted(Portuguese.shortDate($0)) }.joined(separator: ",")
        let json = "{\"kind\":\"\(kind)\",\"labels\":[\(labels)],\"series\":[\(series.joined(separator: ","))]}"
        return div(.class("chart")) {
            canvas(.role("img"), .aria(.label, name), .data(.chart, json))
        }
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case _ where scalar.value < 32:
                json += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
