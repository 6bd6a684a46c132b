package import Domain

/// The platform's limits of what may be sent (reference §2), checked at authoring time and again before sending.
///
/// Lengths are counted in Unicode scalars, which is never less than what people would call characters.
package enum WhatsAppLimits {
    package static let textMax = 4096
    package static let interactiveBodyMax = 1024
    package static let listBodyMax = 4096
    package static let captionMax = 1024
    package static let footerMax = 60
    package static let buttonsMax = 3
    package static let buttonTitleMax = 20
    package static let buttonIDMax = 256
    package static let listRowsMax = 10
    package static let listButtonMax = 20
    package static let rowIDMax = 200
    package static let rowTitleMax = 24
    package static let rowDetailMax = 72
    package static let filenameMax = 240
    package static let templateNameMax = 512
    package static let templateBodyMax = 1024
    package static let templateButtonsMax = 10
    package static let payloadMax = 256
    package static let callbackDataMax = 512

    /// All that is wrong with a message; empty when it may be sent.
    package static func violations(in content: MessageContent) -> [LimitViolation] {
        var check = LimitCheck()
        switch content {
        case .text(let body):
            check.text(body, "text.body", max: textMax)
        case .buttons(let body, let footer, let buttons):
            check.text(body, "body", max: interactiveBodyMax)
            check.optional(footer, "footer", max: footerMax)
            check.options(
                buttons, "buttons", countMax: buttonsMax, idMax: buttonIDMax, titleMax: buttonTitleMax,
                uniqueTitles: true)
            for (position, button) in buttons.enumerated() where button.detail != nil {
                check.add("buttons[\(position)].detail", .form("botões não têm segunda linha"), "Use uma lista.")
            }
        case .list(let body, let footer, let button, let rows):
            check.text(body, "body", max: listBodyMax)
            check.optional(footer, "footer", max: footerMax)
            check.text(button, "button", max: listButtonMax)
            check.options(
                rows, "rows", countMax: listRowsMax, idMax: rowIDMax, titleMax: rowTitleMax, uniqueTitles: false)
            for (position, row) in rows.enumerated() {
                check.optional(row.detail, "rows[\(position)].detail", max: rowDetailMax)
            }
        case .image(let media, let caption):
            check.media(media, "image", among: MediaLimit.image)
            check.optional(caption, "caption", max: captionMax)
        case .document(let media, let filename, let caption):
            check.media(media, "document", among: MediaLimit.document)
            check.text(filename, "filename", max: filenameMax)
            check.optional(caption, "caption", max: captionMax)
        case .audio(let media):
            check.media(media, "audio", among: MediaLimit.audio)
        case .template(let template):
            check.template(template)
        }
        return check.violations
    }

    /// A template parameter made acceptable: line ends and tabs become spaces, and no more than one space stands
    /// together.
    package static func flattened(_ value: String) -> String {
        value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Which files WhatsApp takes, and how large (reference §3.1).
package enum MediaLimit {
    static let image: [String] = ["image/jpeg", "image/png"]
    static let audio: [String] = ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"]
    static let document: [String] = [
        "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ]
    static let video: [String] = ["video/mp4", "video/3gp", "video/3gpp"]

    /// Without parameters, lower case: `audio/ogg; codecs=opus` is `audio/ogg`.
    package static func essence(of mimeType: String) -> String {
        mimeType.split(separator: ";").first.flatMap { nonBlank($0.lowercased()) } ?? ""
    }

    /// The most bytes of a file of this type; nil when WhatsApp does not take the type.
    package static func bytesMax(mimeType: String) -> Int? {
        let essence = essence(of: mimeType)
        if image.contains(essence) { return 5 << 20 }
        if audio.contains(essence) || video.contains(essence) { return 16 << 20 }
        if document.contains(essence) { return 100 << 20 }
        return essence == "image/webp" ? 500 << 10 : nil
    }
}

/// Collects violations.
struct LimitCheck {
    private(set) var violations: [LimitViolation] = []

    mutating func add(_ field: String, _ limit: LimitViolation.Limit, _ remedy: String) {
        violations.append(LimitViolation(field, limit, remedy))
    }

    /// A required text.
    mutating func text(_ text: String, _ field: String, max: Int) {
        if nonBlank(text) == nil { add(field, .notEmpty, "Escreva o texto.") }
        optional(text, field, max: max)
    }

    mutating func optional(_ text: String?, _ field: String, max: Int) {
        guard let text else { return }
        let count = text.unicodeScalars.count
        if count > max { add(field, .lengthMax(max, actual: count), "Encurte em \(count - max).") }
    }

    mutating func options(
        _ options: [MessageOption], _ field: String, countMax: Int, idMax: Int, titleMax: Int, uniqueTitles: Bool
    ) {
        if options.isEmpty { add(field, .notEmpty, "Inclua ao menos uma opção.") }
        if options.count > countMax {
            add(
                field, .countMax(countMax, actual: options.count),
                "Retire \(options.count - countMax) ou divida em outra mensagem.")
        }
        var ids: Set<String> = []
        var titles: Set<String> = []
        for (position, option) in options.enumerated() {
            let place = "\(field)[\(position)]"
            text(option.id, place + ".id", max: idMax)
            text(option.title, place + ".title", max: titleMax)
            if !ids.insert(option.id).inserted {
                add(place + ".id", .unique(option.id), "Dê a cada opção um id próprio.")
            }
            if uniqueTitles, !titles.insert(option.title).inserted {
                add(place + ".title", .unique(option.title), "Dê a cada botão um título próprio.")
            }
        }
    }

    mutating func media(_ media: MediaReference, _ field: String, among types: [String]) {
        guard !types.contains(MediaLimit.essence(of: media.mimeType)) else { return }
        add(field, .form("o tipo \(media.mimeType) não é aceito"), "Use um destes: \(types.joined(separator: ", ")).")
    }

    mutating func template(_ template: TemplateMessage) {
        text(template.name, "template.name", max: WhatsAppLimits.templateNameMax)
        if !template.name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) {
            add(
                "template.name", .form("só letras minúsculas sem acento, algarismos e _"),
                "Use o nome como foi aprovado.")
        }
        text(template.language, "template.language", max: 16)
        optional(template.renderedText, "template.body", max: WhatsAppLimits.templateBodyMax)
        var names: Set<String> = []
        for parameter in template.parameters {
            let place = "template.parameters.\(parameter.name)"
            if nonBlank(parameter.name) == nil { add("template.parameters", .notEmpty, "Dê nome a cada parâmetro.") }
            if !names.insert(parameter.name).inserted {
                add(place, .unique(parameter.name), "Envie cada parâmetro uma vez.")
            }
            text(parameter.value, place, max: WhatsAppLimits.templateBodyMax)
            if parameter.value.contains(where: { $0.isNewline || $0 == "\t" }) {
                add(place, .form("não pode ter quebra de linha nem tabulação"), "Troque por espaços ou pontuação.")
            }
            if parameter.value.contains("    ") {
                add(place, .form("não pode ter quatro ou mais espaços seguidos"), "Deixe no máximo três.")
            }
        }
        if template.quickReplies.count > WhatsAppLimits.templateButtonsMax {
            add(
                "template.buttons", .countMax(WhatsAppLimits.templateButtonsMax, actual: template.quickReplies.count),
                "Use menos botões.")
        }
        for (position, reply) in template.quickReplies.enumerated() {
            text(reply.id, "template.buttons[\(position)].payload", max: WhatsAppLimits.payloadMax)
        }
    }
}
