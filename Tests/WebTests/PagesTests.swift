import Console
import Domain
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import TestKit
import Testing

@testable import Web

@Suite("Pages")
struct PagesTests {
    @Test("each page of the console shows what is in the store", arguments: Backend.onePerEngine)
    func pages(_ backend: Backend) async throws {
        try await Installation.with(backend, demonstration: true) { installation in
            try installation.activateStrategies()
            let talk = try installation.conversation("aurora")
            let row = try installation.collectionCase("aurora")
            let debtor = try #require(talk.debtor)
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "admin@quita.example")
                for (path, words) in [
                    ("/painel", ["Lojas Aurora", "Painel"]),
                    ("/painel?periodo=datas&de=2026-11-01&ate=2026-11-30", []),
                    ("/painel?periodo=7d&carteira=\(row.portfolio)", []),
                    ("/atendimento", []), ("/atendimento?fila=todas", ["Célia Ramos"]),
                    ("/atendimento?fila=minhas", []), ("/atendimento?fila=assistente", ["Célia Ramos"]),
                    ("/atendimento/\(talk.id)", ["Célia Ramos", "oi, que mensagem é essa?"]),
                    ("/carteira", ["Célia Ramos", "Crediário aurora"]), ("/carteira?busca=celia", ["Célia Ramos"]),
                    ("/carteira?busca=A-100", ["Célia Ramos"]), ("/carteira?busca=390.533.447-05", ["Célia Ramos"]),
                    ("/carteira?busca=11987654321", ["Célia Ramos"]), ("/carteira?estado=conversa", ["Célia Ramos"]),
                    ("/carteira?estado=regua&ordem=saldo", []), ("/carteira?etapa=lida&ordem=contato", []),
                    ("/carteira?ordem=nome&pagina=2", []),
                    ("/casos/\(row.id)", ["Célia Ramos", "A-100", "•••.533.447-••"]),
                    ("/reguas", ["D+1"]), ("/modelos", ["lembrete"]), ("/importacoes", ["aurora.csv"]),
                    ("/conformidade", []), ("/conformidade?regra=H1&resultado=deferred&dia=2026-11-24", []),
                    ("/ajustes", ["chefe@aurora.example", "0.1.0"]), ("/telefone", ["Célia Ramos"]),
                    ("/telefone/\(debtor)", ["390.533.447-05", "09/05/1984"]),
                ] as [(String, [String])] {
                    let answer = try await browser.get(path)
                    #expect(answer.status == .ok, "\(path)")
                    #expect(answer.headers[.contentSecurityPolicy] == SecurityHeaders.policy)
                    for word in words { #expect(answer.text.contains(word), "\(path): \(word)") }
                }
                #expect(try await browser.get("/").location == "/painel")
            }
            #expect(installation.demonstration?.calls.first == "hold +5511987654321")
        }
    }

    @Test("an installation with nothing in it shows its pages all the same", arguments: Backend.onePerEngine)
    func empty(_ backend: Backend) async throws {
        try await Installation.with(backend, demonstration: true, isFilled: false) { installation in
            try installation.apply([
                try StaffSaved(
                    creditorKey: nil, login: "a@b.example", name: "A", role: "administrator", passwordHash: "scrypt$1$$"
                ).entry(at: Installation.start, actor: "cli:test")
            ])
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "a@b.example")
                for path in [
                    "/painel", "/atendimento", "/carteira", "/reguas", "/modelos", "/importacoes", "/conformidade",
                    "/ajustes",
                    "/telefone",
                ] {
                    #expect(try await browser.get(path).status == .ok, "\(path)")
                }
            }
        }
    }

    @Test(
        "what is not there is answered in kind",
        arguments: [
            "/casos/1", "/casos/x", "/casos/99999999999999999999", "/atendimento/0", "/reguas/outra",
            "/importacoes/zzz",
            "/telefone/5", "/nada", "/casos",
        ])
    func missing(_ path: String) async throws {
        try await Installation.with(demonstration: true) { installation in
            try await installation.browse { client async throws -> Void in
                let answer = try await Browser(client, installation, as: "admin@quita.example").get(path)
                #expect(answer.status == .notFound)
                #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
                // The frame is there, so that the person can go on.
                #expect(answer.text.contains("Lojas Aurora"))
            }
        }
    }

    @Test("programs get a line instead of a page")
    func plainErrors() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                for path in ["/api/v1/nada", "/webhooks/nada", "/assets/nada.js"] {
                    let answer = try await Browser(client, installation).get(path)
                    #expect(answer.status == .notFound)
                    #expect(answer.text == "404 not found\n")
                }
            }
        }
    }

    @Test("a failure inside says a number, and nothing of what happened")
    func failure() async throws {
        try await Installation.with { installation in
            // A row that this program cannot read.
            try installation.configuration.database.write { session in
                _ = try session.run("UPDATE creditor SET profile = 'segredo'")
            }
            try await installation.browse { client async throws -> Void in
                let answer = try await Browser(client, installation, as: "ana@aurora.example").get("/carteira")
                #expect(answer.status == .internalServerError)
                #expect(!answer.text.contains("segredo"))
                #expect(!answer.text.lowercased().contains("decod"))
            }
        }
    }

    @Test("our files may be kept for good under their version, and are not sent twice")
    func assets() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation)
                for file in AssetFile.all {
                    let answer = try await browser.get("/assets/\(file.name)?v=\(file.version)")
                    #expect(answer.status == .ok)
                    #expect(answer.headers[.contentType] == file.contentType)
                    #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
                    #expect(Array(answer.body.readableBytesView) == file.bytes)
                    let tag = try #require(answer.headers[.eTag])
                    #expect(try await browser.get("/assets/\(file.name)", [.ifNoneMatch: tag]).status == .notModified)
                }
                for file in VendorFile.all where FileManager.default.fileExists(atPath: file.path) {
                    let answer = try await browser.get("/assets/vendor/\(file.name)")
                    #expect(answer.status == .ok)
                    let tag = try #require(answer.headers[.eTag])
                    #expect(
                        try await browser.get("/assets/vendor/\(file.name)", [.ifNoneMatch: tag]).status == .notModified
                    )
                }
                #expect(try await browser.get("/assets/vendor/..%2f..%2fpasswd").status == .notFound)
            }
        }
    }

    @Test("a stored file is shown to its creditor's people as what it is, and never run")
    func media() async throws {
        try await Installation.with { installation in
            let aurora = try installation.creditor("aurora").id
            let (picture, page) = try installation.configuration.database.write { session in
                (
                    try session.keep([137, 80], mimeType: "image/png", creditor: aurora),
                    try session.keep([60, 104], mimeType: "text/html", creditor: aurora)
                )
            }
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "ana@aurora.example")
                let shown = try await browser.get("/midia/\(picture.sha256)")
                #expect(shown.status == .ok)
                #expect(shown.headers[.contentType] == "image/png")
                #expect(shown.headers[.contentSecurityPolicy] == "sandbox")
                #expect(shown.headers[.xContentTypeOptions] == "nosniff")
                let other = try await browser.get("/midia/\(page.sha256)")
                #expect(other.headers[.contentType] == "application/octet-stream")
                #expect(try await Browser(client, installation).get("/midia/\(picture.sha256)").status == .seeOther)
            }
        }
    }
}

extension Installation {
    /// A cadence, its templates and a negotiation policy for Aurora.
    func activateStrategies() throws {
        let cadence = """
            cadence: crediario
            objectives: {recovery_rate: 22% in 30d, first_response: 1m, csat: 4.5}
            steps:
              - {at: D+1, channel: whatsapp, template: lembrete}
              - {at: D+60, channel: whatsapp, template: lembrete}
            """
        let templates = """
            templates:
              - name: lembrete
                category: utility
                body: "Olá, {{nome}}. Aqui é da {{credor}}. Falo com você mesmo?"
                discloses: false
            """
        let kinds: [(StrategyKind, String)] = [(.templates, templates), (.cadence, cadence)]
        try apply(
            kinds.map { kind, body in
                try StrategyActivated(creditorKey: "aurora", kind: kind, name: "crediario", body: body)
                    .entry(at: Self.start, actor: "cli:test")
            })
    }
}
