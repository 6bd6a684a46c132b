/// What `?` shows.
enum KeysDialog {
    static let html = dialog(.id("teclas"), .aria(.labelledBy, "teclas-titulo")) {
        h2(.id("teclas-titulo")) { Phrase.keysTitle }
        dl(.class("facts mb-3")) {
            row(["/"], .keySearch)
            row(["?"], .keyHelp)
            row(["g", "p"], .keyDashboard)
            row(["g", "a"], .keyDesk)
            row(["g", "c"], .keyCases)
            row(["j"], .keyNextInList)
            row(["k"], .keyPreviousInList)
            row(["r"], .keyReply)
            row(["Esc"], .keyClose)
        }
        button(.type("button"), .class("btn btn-primary"), .data(.opens, "")) { Phrase.close }
    }

    private static func row(_ keys: [String], _ meaning: Phrase) -> HTML {
        HTML {
            dt {
                for key in keys {
                    kbd { key }
                    " "
                }
            }
            dd { meaning }
        }
    }
}
