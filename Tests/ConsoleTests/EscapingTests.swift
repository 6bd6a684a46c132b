import Domain
import Testing

@testable import Console

/// Names, messages and files come from strangers. None of it may become markup, script or an address.
@Suite("Texts from outside stay texts")
struct EscapingTests {
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</textarea><b>x",
        "&lt;b&gt;", "javascript:alert(1)", "\u{0}\u{1}\u{8}", "]]>--><!--", "*<b>negrito</b>*", "_\"x\"_",
    ]

    @Test("text content and attribute values are escaped", arguments: attacks)
    func isEscaped(attack: String) {
        let markup = div(.title(attack), .class(attack)) { attack }.markup()
        let inside = markup.dropFirst("<div title=\"".count).dropLast("</div>".count)
        #expect(!inside.contains("<"))
        #expect(inside.filter { $0 == "\"" }.count == 3)
        #expect(inside.filter { $0 == ">" }.count == 1)
        #expect(!inside.contains("'"))
        #expect(inside.unicodeScalars.allSatisfy { $0.value >= 32 })
    }

    @Test("what was escaped reads back as it was", arguments: ["a & b", "<>", "\"'", "1 < 2 && 3 > 2", "ação ✓ 😀"])
    func readsBack(text: String) {
        var read = div { text }.markup().dropFirst(5).dropLast(6).description
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            read = read.replacing(entity, with: sign)
        }
        #expect(read == text)
    }

    @Test(
        "addresses are paths of ours whatever is put into them",
        arguments: attacks + ["//evil.example", "..", ".", "a/b?c#d"])
    func addressesStayInside(attack: String) {
        let address = Address("reguas", attack).with("busca", attack).text
        #expect(address.hasPrefix("/reguas/"))
        #expect(!address.hasPrefix("//"))
        #expect(!address.dropFirst("/reguas/".count).prefix { $0 != "?" }.contains("/"))
        #expect(address.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
        #expect(!address.hasSuffix("/..") && !address.contains("/../"))
    }

    @Test("no page lets a message, a name or a file name through as markup", arguments: attacks)
    func pagesEscape(attack: String) {
        let message = ChatMessage(
            id: MessageID(1), at: Samples.now, author: .person(name: attack), body: .ours(.text(attack)),
            status: .failed(reason: attack), quote: Quote(isOurs: false, text: attack),
            understood: [Understood(intent: attack, entities: [Fact(name: attack, value: attack)])])
        let theirs = ChatMessage(
            id: MessageID(2), at: Samples.now, author: .client,
            body: .theirs(.document(filename: attack, caption: attack), media: Samples.qrImage))
        let buttons = ChatMessage(
            id: MessageID(3), at: Samples.now, author: .assistant,
            body: .ours(.buttons(body: attack, footer: attack, buttons: [MessageOption(id: attack, title: attack)])))
        let panel = ConversationPanel(
            id: ConversationID(1), debtorName: attack, owner: .me, window: .open(until: Samples.now.adding(hours: 1)),
            messages: [message, theirs, buttons], lastEventID: attack, draft: attack)
        let pages: [any Page] = [
            DeskPage(queue: [], filter: .all, conversation: panel),
            PhonePage(
                debtor: Samples.phoneDebtor, businessName: attack, messages: [message, theirs, buttons],
                lastEventID: attack,
                thoughts: [Thought(id: attack, at: Samples.now, step: .received(text: attack))],
                secrets: [Fact(name: attack, value: attack)]),
            CasesPage(
                filter: CaseFilter(search: attack), portfolios: [PortfolioChoice(id: PortfolioID(1), name: attack)],
                stateCounts: [:], rows: [], total: 0, pageSize: 10),
            ImportPage(
                run: Samples.run, rejected: [RejectedLine(line: 2, reasons: [Fact(name: attack, value: attack)])]),
        ]
        for page in pages {
            let written = page.document(in: Samples.frame)
            let harmless = div { attack }.markup().dropFirst(5).dropLast(6)
            #expect(written.contains(harmless) || attack.contains("*") || attack.contains("_"))
            #expect(!written.contains("<script>alert") && !written.contains("<img src=x") && !written.contains("<b>"))
            for node in Layout.document(of: page, in: Samples.frame).elements() {
                #expect(!node.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
                if let address = node["href"] ?? node["src"] ?? node["action"] {
                    #expect(address.hasPrefix("/") || address.hasPrefix("#"), "\(address)")
                    #expect(!address.hasPrefix("//"), "\(address)")
                }
            }
        }
    }

    @Test("no page has a script or a style of its own", arguments: GoldenPageTests.documents.map(\.name))
    func nothingInline(name: String) throws {
        let nodes = try #require(GoldenPageTests.documents.first { $0.name == name }).html.elements()
        for node in nodes {
            #expect(node.name != "style")
            if node.name == "script" { #expect(node["src"]?.hasPrefix("/assets/") == true && node.children.isEmpty) }
            #expect(!node.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
        }
    }

    @Test("a server-sent event is whole lines, whatever the message holds")
    func eventsAreLines() {
        let message = ChatMessage(
            id: MessageID(9), at: Samples.now, author: .client,
            body: .theirs(.text("um\nid: 7\n\nevent: outro\r\ndata: x\u{2028}fim"), media: nil))
        let event = ServerSentEvent(
            id: "12\nid: 13", fragments: [DeskFragment.message(message, in: ConversationID(1), frame: Samples.frame)])
        let lines = event.text().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "id: 12id: 13")
        #expect(lines[1] == "event: fragment")
        #expect(lines.dropFirst(2).dropLast(2).allSatisfy { $0.hasPrefix("data: ") })
        #expect(lines.suffix(2) == ["", ""])
        #expect(!event.text().contains("\r"))
    }
}
