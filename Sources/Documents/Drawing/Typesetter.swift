import CTypesetting

/// Sets text with pango. One belongs to one document, so nothing is shared between threads.
final class Typesetter {
    /// The fonts in the order in which a letter is looked for.
    private static let families = "Inter, Open Sans, DejaVu Sans"

    private let fonts: OpaquePointer?

    init(_ language: DocumentLanguage) { fonts = ctypesetting_fonts_new(language.rawValue) }

    deinit { ctypesetting_fonts_free(fonts) }

    /// Text broken into lines of at most `width`; nil is one line for each paragraph, as wide as it is.
    ///
    /// Lines break between words. A word that is wider than the line breaks where the line ends, without a hyphen: one
    /// there would be read as part of a name or a code.
    /// - Parameter lines: with more, the last one ends in an ellipsis.
    func set(_ text: String, _ style: TextStyle, width: Double? = nil, lines: Int? = nil) -> TextBlock {
        let alignment =
            switch style.alignment {
            case .left: CTYPESETTING_LEFT
            case .centre: CTYPESETTING_CENTRE
            case .right: CTYPESETTING_RIGHT
            }
        let setting = ctypesetting_style(
            size: style.size, weight: style.weight.rawValue, alignment: alignment, leading: style.leading,
            width: width ?? -1, lines: Int32(clamping: lines ?? 0),
            breaks_anywhere: style.isCode)
        let features = [style.isTabular ? "tnum=1" : "tnum=0", style.isCode ? "zero=1, ss02=1" : ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        var clean = Typesetter.clean(text)
        let set = clean.withUTF8 { bytes in
            ctypesetting_text_new(
                fonts, bytes.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) },
                Int32(clamping: bytes.count), Typesetter.families, features, setting)
        }
        return TextBlock(set, style, givenWidth: width)
    }

    /// How wide a text is on one line.
    func width(_ text: String, _ style: TextStyle) -> Double { set(text, style).width }

    /// Control and direction characters from other people's files become spaces: they would turn a line around or end it.
    private static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n": scalars.append(" ")
            case .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: scalars.append(" ")
            case .format where (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
                scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

/// Text that has been set: its lines are broken, its size is known.
final class TextBlock {
    private let text: OpaquePointer?
    let colour: Colour
    /// The width it was given, or that of its longest line.
    let width: Double
    let height: Double
    /// From the top to the first line's baseline.
    let baseline: Double
    let lineCount: Int
    /// What `leading` adds between two lines.
    let lead: Double
    let isEllipsized: Bool

    /// Takes over `text`.
    fileprivate init(_ text: OpaquePointer?, _ style: TextStyle, givenWidth: Double?) {
        self.text = text
        colour = style.colour
        let extent = ctypesetting_text_extent(text)
        width = givenWidth ?? extent.width
        // pango leads between lines only. After several lines the same lead follows, or the next text would seem to belong
        // closer to the last line than the lines to each other.
        lead = (style.leading - 1) * style.size * 1.2
        height = extent.height + (extent.lines > 1 ? lead : 0)
        baseline = extent.baseline
        lineCount = Int(extent.lines)
        isEllipsized = extent.is_ellipsized
    }

    deinit { ctypesetting_text_free(text) }

    /// At the current point, in the current colour.
    func show(on context: OpaquePointer?) { ctypesetting_text_show(text, context) }
}
