import Foundation

/// An opaque colour in sRGB.
package struct Colour: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#0F5C5C` or `0f5c5c`, and nothing else.
    package init?(hex text: some StringProtocol) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        self.init(value)
    }

    /// `0xRRGGBB`
    init(_ value: UInt32) {
        self.init(
            red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }

    /// How far two colours are apart in lightness, 1 to 21 (WCAG 2.2, contrast ratio).
    package func contrast(with other: Colour) -> Double {
        let (mine, others) = (luminance, other.luminance)
        return (max(mine, others) + 0.05) / (min(mine, others) + 0.05)
    }

    /// The colour mixed with black; 0 leaves it, 1 is black.
    func darkened(by share: Double) -> Colour { mixed(with: Colour(0), share) }

    func mixed(with other: Colour, _ share: Double) -> Colour {
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8((Double(from) * (1 - share) + Double(to) * share).rounded())
        }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

/// The colours of one document: the console's face, with the creditor's colour where the console has petrol.
struct Palette: Sendable {
    static let paper = Colour(0xFA_FA_F7)
    static let surface = Colour(0xFF_FF_FF)
    static let ink = Colour(0x1B_24_30)
    static let quiet = Colour(0x5B_66_73)
    static let line = Colour(0xE4_E2_DC)
    static let petrol = Colour(0x0F_5C_5C)
    static let good = Colour(0x1E_6B_45)

    /// Text needs this much contrast to be read (WCAG 2.2, success criterion 1.4.3).
    static let readable = 4.5

    /// The creditor's colour, for areas.
    let accent: Colour
    /// Text on an area of `accent`: white or ink, whichever is read better.
    let onAccent: Colour
    /// The creditor's colour for text on paper, darkened as far as needed.
    let accentText: Colour
    /// A breath of the creditor's colour, for the ground of what matters most on a page.
    let tint: Colour

    init(brand: Colour?) {
        let colour = brand ?? Palette.petrol
        // A colour of middle lightness carries neither white nor ink well; then the area gives way, not the reader.
        var area = colour
        while max(area.contrast(with: Palette.surface), area.contrast(with: Palette.ink)) < Palette.readable {
            area = area.darkened(by: 0.06)
        }
        var text = colour
        while text.contrast(with: Palette.paper) < Palette.readable { text = text.darkened(by: 0.06) }
        accent = area
        onAccent =
            area.contrast(with: Palette.surface) >= area.contrast(with: Palette.ink) ? Palette.surface : Palette.ink
        accentText = text
        tint = Palette.surface.mixed(with: text, 0.06)
    }
}
