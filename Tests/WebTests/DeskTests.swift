import Domain
import Engine
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("A person in a conversation")
struct DeskTests {
    private let script: HTTPFields = {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Requested-With") { fields[name] = "fetch" }
        return fields
    }()

    @Test("takes over, answers and hands back, each in the log under their name")
    func takeOver() async throws {
        try await Installation.with { installation in
            let id = try installation.conversation("aurora").id
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                let taken = try await browser.post("/atendimento/\(id)/assumir")
                #expect(taken.status == .seeOther)
                #expect(taken.location == "/atendimento/\(id)")
                #expect(try installation.conversation("aurora").owner == "staff:ana@aurora.example")

                var back = browser
                back.cookies.append(String(try #require(taken.cookie(PassingNotice.cookieName)).prefix { $0 != ";" }))
                let page = try await back.get("/atendimento/\(id)")
                #expect(page.text.contains("agora é sua"))
                #expect(try #require(page.cookie(PassingNotice.cookieName)).contains("Max-Age=0"))

                let written = try await browser.post(
                    "/atendimento/\(id)/mensagens", ["texto": "Bom dia, Célia!"], script)
                #expect(written.status == .noContent)
                let messages = try installation.read { try $0.messages(conversation: id) }
                #expect(messages.last?.body == "Bom dia, Célia!")
                #expect(messages.last?.author == "staff:ana@aurora.example")

                #expect(try await browser.post("/atendimento/\(id)/devolver").status == .seeOther)
                #expect(try installation.conversation("aurora").owner == "bot")
            }
            let actors = try installation.read {
                try $0.rows("SELECT actor FROM inbox WHERE kind = 'staff.acted' ORDER BY seq", [])
            }
            #expect(actors == Array(repeating: [.text("staff:ana@aurora.example")], count: 3))
        }
    }

    @Test("exactly one owns it: who comes second is told who was first, and nothing changes")
    func second() async throws {
        try await Installation.with { installation in
            let id = try installation.conversation("aurora").id
            try await installation.browse { client async throws -> Void in
                let ana = Browser(client, installation, as: "ana@aurora.example")
                let bia = Browser(client, installation, as: "bia@aurora.example")
                #expect(try await ana.post("/atendimento/\(id)/assumir").status == .seeOther)
                let page = try await bia.post("/atendimento/\(id)/assumir")
                #expect(page.status == .conflict)
                let line = try await bia.post("/atendimento/\(id)/assumir", [:], script)
                #expect(line.status == .conflict)
                #expect(line.headers[.contentType] == "text/plain; charset=utf-8")
                #expect(line.text.contains("Pessoa ana"))
                #expect(try await bia.post("/atendimento/\(id)/mensagens", ["texto": "oi"], script).status == .conflict)
                #expect(try await bia.post("/atendimento/\(id)/devolver", [:], script).status == .conflict)
                #expect(try installation.conversation("aurora").owner == "staff:ana@aurora.example")
                let supervisor = Browser(client, installation, as: "chefe@aurora.example")
                #expect(try await supervisor.post("/atendimento/\(id)/devolver").status == .seeOther)
            }
        }
    }

    @Test("nothing empty, nothing too long, and nothing after the platform's window leaves")
    func refusedTexts() async throws {
        try await Installation.with { installation in
            let id = try installation.conversation("aurora").id
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                #expect(try await browser.post("/atendimento/\(id)/assumir").status == .seeOther)
                for text in ["", " \n ", String(repeating: "a", count: 4097)] {
                    let answer = try await browser.post("/atendimento/\(id)/mensagens", ["texto": text], script)
                    #expect(answer.status == .badRequest)
                }
                let before = try installation.read { try $0.messages(conversation: id).count }
                installation.configuration.clock.advance(to: Installation.start.adding(hours: 25))
                let late = try await browser.post("/atendimento/\(id)/mensagens", ["texto": "ainda aí?"], script)
                #expect(late.status == .conflict)
                #expect(late.text.contains("24 horas"))
                #expect(try installation.read { try $0.messages(conversation: id).count } == before)
            }
        }
    }

    @Test("the demonstration's phone sends what is typed, tapped and paid")
    func phone() async throws {
        try await Installation.with(demonstration: true) { installation in
            let talk = try installation.conversation("aurora")
            let debtor = try #require(talk.debtor)
            let creditor = try installation.creditor("aurora").id
            let offered = MessageRow(
                id: MessageID(9_000 << 16), creditor: creditor, conversation: talk.id, debtor: debtor, direction: "out",
                author: "bot", at: Installation.start, kind: "buttons", body: "Falo com Célia?",
                content: try canonicalJSON(
                    MessageContent.buttons(
                        body: "Falo com Célia?", footer: nil, buttons: [MessageOption(id: "sim", title: "Sou eu")])),
                purpose: "reply", status: "sent", sentAt: Installation.start, costMicros: 0)
            try installation.configuration.database.write { try $0.insert(offered) }
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                #expect(try await browser.get("/telefone/\(debtor)").text.contains("Sou eu"))
                #expect(
                    try await browser.post("/telefone/\(debtor)/mensagens", ["texto": "oi"], script).status
                        == .noContent)
                let tap = ["mensagem": offered.id.description, "opcao": "sim"]
                #expect(try await browser.post("/telefone/\(debtor)/mensagens", tap, script).status == .noContent)
                let never = ["mensagem": offered.id.description, "opcao": "outra"]
                #expect(try await browser.post("/telefone/\(debtor)/mensagens", never, script).status == .badRequest)
                #expect(
                    try await browser.post("/telefone/\(debtor)/pagar", ["codigo": "0002"], script).status == .noContent
                )
                #expect(
                    try await browser.post("/telefone/\(debtor)/pagar", ["codigo": "ruim"], script).status == .conflict)
            }
            let calls = try #require(installation.demonstration?.calls).filter {
                !$0.hasPrefix("hold") && !$0.hasPrefix("read")
            }
            #expect(
                calls == ["send +5511987654321 oi", "tap +5511987654321 sim Sou eu", "pay +5511987654321 0002"])
        }
    }

    @Test("the demonstration's clock goes forward by an hour, to the morning, and at the speed chosen")
    func clock() async throws {
        try await Installation.with(demonstration: true) { installation in
            let clock = installation.configuration.clock
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                let answer = try await browser.post("/relogio", ["avancar": "1h", "volta": "/telefone/7"])
                #expect(answer.location == "/telefone/7")
                #expect(clock.now() >= Installation.start.adding(hours: 1))
                #expect(
                    try await browser.post("/relogio", ["avancar": "manha", "volta": "//mau"]).location == "/telefone")
                let local = Zone.brasilia.localTime(clock.now())
                #expect(local.day.iso == "2026-11-25")
                #expect(local.hour == 9)
                #expect(try await browser.post("/relogio", ["velocidade": "60"]).status == .seeOther)
                #expect(clock.speedPermille == 60_000)
                for speed in ["0", "-1", "abc", "99999999"] {
                    #expect(try await browser.post("/relogio", ["velocidade": speed]).status == .badRequest)
                }
            }
        }
    }
}
