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

    private func choice(_ words: Phrase, _ name: Attribute, _ chosen: String?, isOptional: Bool = false) -> HTML {
        let id = "\(isOptional ? "tambem" : "sentido")-\(message.id)"
        return HTML {
            label(.for(id)) { words }
            select(.id(id), name, .class("form-select")) {
                if isOptional { option(.value("")) { Phrase.meansNothingElse } }
                for intent in Phrase.intentNames {
                    option(.value(intent), intent == chosen ? .selected : nil) { Phrase.intent(intent) }
                }
            }
        }
    }
}
