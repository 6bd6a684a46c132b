import Domain
import Foundation
import Payments
import Testing

@testable import Documents

@Suite("pictures for the chat")
struct PictureTests {
    private func size(_ png: [UInt8]) -> (width: Int, height: Int) {
        func integer(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        return (integer(16), integer(20))
    }

    @Test(
        "the Pix code on a reminder card is read, whatever the creditor's colour", .enabled(if: Tools.areThere),
        arguments: ["#0F5C5C", "#FFD400", "#FFFFFF", "#000000", "#E30613", "#808080"])
    func symbol(hex: String) throws {
        let png = try Samples.card(colour: Colour(hex: hex)).png()
        #expect(try Tools.symbols(png: png) == ["QR-Code:" + (try Samples.code().payload)])
        #expect(size(png).width == 1080 && (900...1500).contains(size(png).height))
    }

    @Test("a picture is no taller than a phone shows, however many payments there are", arguments: [1, 2, 8, 9, 60])
    func summary(installments: Int) throws {
        let png = try Samples.summary(installments: installments).png()
        #expect(size(png).width == 1080 && size(png).height < 1500)
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    }

    @Test("what a payment is for follows the language")
    func subject() {
        let words = DocumentCatalogue(language: .spanish)
        let format = DocumentFormat(language: .spanish)
        #expect(PaymentSubject.installment(number: 3, count: 10).text(words, format) == "Cuota 3 de 10")
        #expect(PaymentSubject.downPayment.text(words, format) == "Anticipo")
        #expect(PaymentSubject.product("Sofá").text(words, format) == "Sofá")
    }

    @Test("captions say in words what the pictures show")
    func captions() throws {
        let caption = try Samples.card().caption.replacing("\u{A0}", with: " ")
        #expect(caption == "Lojas Aurora: R$ 98,75 para pagar até 10/12/2026.")
        let summary = try Samples.summary().caption.replacing("\u{A0}", with: " ")
        #expect(
            summary == "Seu acordo com Lojas Aurora. Entrada de R$ 200,00 até 27/11/2026. "
                + "5 parcelas de R$ 98,75, de 10/12/2026 a 10/04/2027.")
    }

    @Test("an amount of any length fits into the picture")
    func largeAmount() throws {
        let card = Card(creditor: try Samples.creditor(), language: .portuguese)
        for cents in [1, 999_999, 9_223_372_036_854_775_807] as [Int64] {
            let text = card.format.money(Money(cents: cents))
            #expect(card.typesetter.width(text, card.figure(text)) <= card.width)
        }
    }

    @Test("a card without a Pix code and a greeting is drawn too")
    func bare() throws {
        let card = ReminderCard(
            creditor: try Samples.creditor(), amount: Money(cents: 100), due: try Samples.day("2026-12-01"))
        #expect(size(try card.png()).height < size(try Samples.card().png()).height)
    }
}

@Suite("colours")
struct ColourTests {
    @Test("contrast is what WCAG computes")
    func contrast() throws {
        let white = Colour(red: 255, green: 255, blue: 255)
        #expect(abs(white.contrast(with: Colour(red: 0, green: 0, blue: 0)) - 21) < 0.000_1)
        #expect(white.contrast(with: white) == 1)
        // The usual example: #767676 is the lightest grey that is readable on white.
        #expect(white.contrast(with: try #require(Colour(hex: "#767676"))) >= 4.5)
        #expect(white.contrast(with: try #require(Colour(hex: "#777777"))) < 4.5)
    }

    @Test("text in and on a creditor's colour can be read, whichever colour it is")
    func readable() {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<3000 {
            let bits = UInt32.random(in: 0...0xFF_FFFF, using: &generator)
            let palette = Palette(brand: Colour(bits))
            #expect(palette.accent.contrast(with: palette.onAccent) >= 4.5)
            #expect(palette.accentText.contrast(with: Palette.paper) >= 4.5)
            #expect(palette.accentText.contrast(with: Palette.surface) >= 4.5)
            #expect(palette.tint.contrast(with: Palette.ink) >= 12)
            #expect(palette.tint.contrast(with: Palette.quiet) >= 4.5)
        }
    }

    @Test("a colour that is readable is left as it is")
    func unchanged() throws {
        let petrol = try #require(Colour(hex: "0f5c5c"))
        #expect(Palette(brand: petrol).accent == petrol && Palette(brand: petrol).accentText == petrol)
        #expect(Palette(brand: nil).accent == petrol)
    }

    @Test("only six hexadecimal digits are a colour", arguments: ["", "#12345", "#1234567", "#12345G", "red", "#ÁÁÁ"])
    func hex(text: String) { #expect(Colour(hex: text) == nil) }
}

/// SplitMix64: the same seed gives the same test everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
