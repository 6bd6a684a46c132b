import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

@Suite("What belongs to another creditor, or to another role, is out of reach")
struct IsolationTests {
    @Test("every address of another creditor's rows answers as if they did not exist")
    func otherCreditor() async throws {
        try await Installation.with(demonstration: true) { installation in
            let talk = try installation.conversation("norte")
            let row = try installation.collectionCase("norte")
            let debtor = try #require(talk.debtor)
            let run = try #require(try installation.read { try $0.importRun(key: "norte.csv#1") })
            let norte = try installation.creditor("norte").id
            let picture = try installation.configuration.database.write { session in
                try session.keep([1, 2, 3], mimeType: "image/png", creditor: norte)
            }
            let before = try installation.read { try $0.lastEntry() }
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                for path in [
                    "/casos/\(row.id)", "/atendimento/\(talk.id)", "/atendimento/\(talk.id)/eventos",
                    "/telefone/\(debtor)", "/telefone/\(debtor)/eventos", "/importacoes/\(run.id)",
                    "/importacoes/\(run.id)/recusadas.csv", "/midia/\(picture.sha256)",
                ] {
                    #expect(try await browser.get(path).status == .notFound, "\(path)")
                }
                for (path, fields) in [
                    ("/atendimento/\(talk.id)/assumir", [:]), ("/atendimento/\(talk.id)/devolver", [:]),
                    ("/atendimento/\(talk.id)/mensagens", ["texto": "oi"]),
                    ("/telefone/\(debtor)/mensagens", ["texto": "oi"]), ("/telefone/\(debtor)/pagar", ["codigo": "x"]),
                    ("/credor", ["credor": norte.description]),
                ] as [(String, [String: String])] {
                    #expect(try await browser.post(path, fields).status == .notFound, "\(path)")
                }
                for path in [
                    "/carteira?busca=breno", "/atendimento?fila=todas", "/telefone", "/painel", "/conformidade",
                ] {
                    #expect(try await !browser.get(path).text.contains("Breno"), "\(path)")
                }
            }
            #expect(try installation.read { try $0.lastEntry() } == before)
            #expect(installation.demonstration?.calls == [])
        }
    }

    @Test("an administrator sees the creditor chosen, and only that one")
    func administrator() async throws {
        try await Installation.with { installation in
            let aurora = try installation.collectionCase("aurora").id
            let norte = try installation.collectionCase("norte").id
            let creditor = try installation.creditor("norte").id
            try await installation.browse { client async throws -> Void in
                var browser = Browser(client, installation, as: "admin@quita.example")
                #expect(try await browser.get("/casos/\(aurora)").status == .ok)
                #expect(try await browser.get("/casos/\(norte)").status == .notFound)
                let chosen = try await browser.post("/credor", ["credor": creditor.description])
                #expect(chosen.status == .seeOther)
                let cookie = try #require(chosen.cookie(Visitor.creditorCookie))
                browser.cookies.append(String(cookie.prefix { $0 != ";" }))
                #expect(try await browser.get("/casos/\(norte)").status == .ok)
                #expect(try await browser.get("/casos/\(aurora)").status == .notFound)
            }
        }
    }

    @Test("the choice of a creditor gives nobody a creditor that is not theirs")
    func forgedChoice() async throws {
        try await Installation.with { installation in
            let norte = try installation.collectionCase("norte").id
            let creditor = try installation.creditor("norte").id
            try await installation.browse { client async throws -> Void in
                var browser = Browser(client, installation, as: "ana@aurora.example")
                browser.cookies.append("\(Visitor.creditorCookie)=\(creditor)")
                #expect(try await browser.get("/casos/\(norte)").status == .notFound)
                #expect(try await !browser.get("/carteira").text.contains("Breno"))
            }
        }
    }

    @Test(
        "each role opens its own pages",
        arguments: [
            (
                "ana@aurora.example", ["/atendimento", "/carteira"],
                ["/painel", "/reguas", "/importacoes", "/conformidade", "/ajustes"]
            ),
            (
                "chefe@aurora.example",
                ["/atendimento", "/carteira", "/painel", "/reguas", "/modelos", "/importacoes", "/conformidade"],
                ["/ajustes"]
            ),
            (
                "conforme@aurora.example", ["/conformidade", "/carteira", "/painel"],
                ["/atendimento", "/importacoes", "/ajustes"]
            ),
            ("agente@norte.example", ["/ajustes", "/painel", "/importacoes"], []),
        ] as [(String, [String], [String])])
    func roles(_ login: String, _ open: [String], _ closed: [String]) async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: login)
                for path in open { #expect(try await browser.get(path).status == .ok, "\(path)") }
                for path in closed { #expect(try await browser.get(path).status == .forbidden, "\(path)") }
            }
        }
    }

    @Test("a form without its token changes nothing, whatever it is")
    func forgedForms() async throws {
        try await Installation.with(demonstration: true) { installation in
            let talk = try installation.conversation("aurora")
            let debtor = try #require(talk.debtor)
            let before = try installation.read { try $0.lastEntry() }
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                for path in [
                    "/atendimento/\(talk.id)/assumir", "/atendimento/\(talk.id)/devolver",
                    "/atendimento/\(talk.id)/mensagens", "/telefone/\(debtor)/mensagens", "/telefone/\(debtor)/pagar",
                    "/relogio", "/credor", "/sair",
                ] {
                    for token in ["", "falso", installation.session("ana@aurora.example").token + "x"] {
                        let answer = try await browser.post(path, ["csrf": token, "texto": "oi"], token: nil)
                        #expect(answer.status == .forbidden, "\(path)")
                    }
                }
                let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
                let crossing = try await browser.post("/credor", ["credor": "1"], [site: "cross-site"])
                #expect(crossing.status == .forbidden)
                let file = try await browser.send(
                    "/importacoes", .post, [.contentType: "multipart/form-data; boundary=x"],
                    ByteBuffer(string: "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nfalso\r\n--x--\r\n")
                )
                #expect(file.status == .forbidden)
            }
            #expect(try installation.read { try $0.lastEntry() } == before)
            #expect(installation.demonstration?.calls.filter { $0.hasPrefix("send") || $0.hasPrefix("pay") } == [])
        }
    }

    @Test("without a demonstration there is no phone and no clock to move")
    func noDemonstration() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                #expect(try await browser.get("/telefone").status == .notFound)
                #expect(try await browser.post("/relogio", ["avancar": "1h"]).status == .notFound)
                #expect(try await !browser.get("/painel").text.contains("/telefone"))
            }
        }
    }
}
