import Domain
import Testing

@testable import Console

@Suite("A Pix code in a message")
struct PixCodeTests {
    @Test("the code is found alone, or on a line of its own, with the spaces that names in it may have")
    func isFound() {
        let code = Samples.pixText
        #expect(PixCode.found(in: code) == code)
        #expect(PixCode.found(in: "Copie e cole no banco:\n\(code)\nVale até sexta.") == code)
        #expect(PixCode.found(in: "  \(code)  ") == code)
    }

    @Test("what is not a whole code is text", arguments: ["", "000201", "000201 é o começo", "Pague com Pix: 123"])
    func isNotFound(text: String) {
        #expect(PixCode.found(in: text) == nil)
    }

    @Test("a code cut short is text")
    func isCut() {
        #expect(PixCode.found(in: String(Samples.pixText.dropLast(3))) == nil)
    }

    @Test("the phone offers to pay it, the desk only to copy it, and a client's own message neither")
    func offers() {
        func markup(_ author: ChatMessage.Author, _ body: ChatMessage.Body, _ side: Bubble.Side) -> String {
            Bubble(
                message: ChatMessage(id: MessageID(1), at: Samples.now, author: author, body: body), side: side,
                frame: Samples.frame
            ).html.markup()
        }
        let ours = ChatMessage.Body.ours(.text(Samples.pixText))
        let theirs = ChatMessage.Body.theirs(.text(Samples.pixText), media: nil)
        #expect(markup(.assistant, ours, .phone(DebtorID(1))).contains("name=\"codigo\""))
        #expect(markup(.assistant, ours, .desk(ConversationID(1))).contains("data-copy"))
        #expect(!markup(.assistant, ours, .desk(ConversationID(1))).contains("name=\"codigo\""))
        #expect(!markup(.client, theirs, .desk(ConversationID(1))).contains("data-copy"))
        #expect(!markup(.client, theirs, .phone(DebtorID(1))).contains("name=\"codigo\""))
    }
}
