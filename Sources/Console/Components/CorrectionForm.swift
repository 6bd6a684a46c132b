import Domain

/// What a message means, said by a person: the next model learns from it.
struct CorrectionForm {
    let message: ChatMessage
    let conversation: ConversationID
    let frame: Frame

    var html: HTML {
        details(.class("correction")) {
            summary { Phrase.correctReading }
            form(.post, .action(.correction(conversation))) {
                Form.token(frame)
                input(.type("hidden"), .name("mensagem"), .value(message.id.description))
                choice(.meansFirst, .name("sentido"), message.corrected.first ?? message.understood.first?.intent)
                choice(.meansAlso, .name("tambem"), message.corrected.dropFirst().first, isOptional: true)
                button(.type("submit"), .class("btn quiet-button")) { Phrase.keepCorrection }
            }
        }
    }

    /// A field with suggestions: the page holds the list once, for all messages.
    private func choice(_ words: Phrase, _ name: Attribute, _ chosen: String?, isOptional: Bool = false) -> HTML {
        let id = "\(isOptional ? "tambem" : "sentido")-\(message.id)"
        return HTML {
            label(.for(id)) { words }
            input(
                .id(id), name, .class("form-control"), .list(CorrectionForm.listID), .autocomplete("off"),
                chosen.map { .value(Phrase.intent($0)) }, isOptional ? .placeholder(.meansNothingElse) : .required)
        }
    }

    private static let listID = "sentidos"

    /// All that a message can mean, for every form of a page.
    static var meanings: HTML {
        datalist(.id(listID)) { for intent in Phrase.intentNames { option(.value(Phrase.intent(intent))) {} } }
    }
}
