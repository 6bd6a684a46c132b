import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

@Suite("Importing a portfolio in the browser")
struct ImportTests {
    private static let csv = """
        Nome do Cliente;CPF/CNPJ;Contrato;Vencimento;Valor Original;Celular
        Dora Mendes;529.982.247-25;B-1;10/10/2026;1.234,56;(11) 97777-1234
        Sem Documento;111.111.111-11;B-2;10/10/2026;10,00;(11) 97777-0000

        """

    private func upload(
        _ browser: Browser, _ content: String, _ fields: [String: String], name: String = "carteira.csv"
    ) async throws -> TestResponse {
        var body = ""
        for (field, value) in fields.merging(["csrf": browser.token], uniquingKeysWith: { own, _ in own }) {
            body += "--lim\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
        }
        body += "--lim\r\nContent-Disposition: form-data; name=\"arquivo\"; filename=\"\(name)\"\r\n"
        body += "Content-Type: text/csv\r\n\r\n\(content)\r\n--lim--\r\n"
        return try await browser.send(
            "/importacoes", .post, [.contentType: "multipart/form-data; boundary=lim"], ByteBuffer(string: body))
    }

    @Test("good rows are placed, bad ones come back with their reasons, and the same file again changes nothing")
    func twice() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                let answer = try await upload(browser, Self.csv, ["nova_carteira": "Cartão Aurora"])
                #expect(answer.status == .seeOther)
                let address = try #require(answer.location)
                let page = try await browser.get(address)
                #expect(page.status == .ok)
                #expect(page.text.contains("carteira.csv"))
                #expect(page.text.contains("CPF ou CNPJ"))
                let rejected = try await browser.get(address + "/recusadas.csv")
                #expect(rejected.headers[.contentType] == "text/csv; charset=utf-8")
                #expect(rejected.text.contains("Sem Documento"))
                #expect(try await browser.get("/carteira?busca=dora").text.contains("Dora Mendes"))

                let again = try await upload(browser, Self.csv, ["nova_carteira": "cartao aurora"])
                #expect(again.status == .seeOther)
                let other = Browser(client, installation, as: "agente@norte.example")
                #expect(try await other.get(address).status == .notFound)
                #expect(try await other.get(address + "/recusadas.csv").status == .notFound)
            }
            let runs = try installation.read {
                try $0.select(ImportRunRow.self, "WHERE source = 'carteira.csv' ORDER BY id")
            }
            #expect(runs.map(\.added) == [1, 0])
            #expect(runs.map(\.unchanged) == [0, 1])
            #expect(runs.map(\.rejected) == [1, 1])
            #expect(
                try installation.read { try $0.integer("SELECT COUNT(*) FROM portfolio WHERE key = 'cartao-aurora'") }
                    == 1)
        }
    }

    @Test("a file goes into a portfolio that exists, of one's own creditor only")
    func existing() async throws {
        try await Installation.with { installation in
            let own = try installation.collectionCase("aurora").portfolio
            let foreign = try installation.collectionCase("norte").portfolio
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                #expect(try await upload(browser, Self.csv, ["carteira": own.description]).status == .seeOther)
                #expect(try await upload(browser, Self.csv, ["carteira": foreign.description]).status == .notFound)
            }
            let placed = try installation.read { try $0.select(DebtRow.self, "WHERE contract = 'B-1'") }
            #expect(placed.map(\.portfolio) == [own])
        }
    }

    @Test("what is missing is said on the form, and a file that cannot be read is said on its page")
    func problems() async throws {
        try await Installation.with { installation in
            try await installation.browse { client async throws -> Void in
                let browser = Browser(client, installation, as: "chefe@aurora.example")
                let noFile = try await upload(browser, "", ["nova_carteira": "X"])
                #expect(noFile.status == .unprocessableContent)
                #expect(noFile.text.contains("Escolha um arquivo"))
                let noPortfolio = try await upload(browser, Self.csv, ["nova_carteira": " -- "])
                #expect(noPortfolio.status == .unprocessableContent)
                #expect(noPortfolio.text.contains("em que carteira"))
                let nonsense = try await upload(browser, "isto;não\né;carteira\n", ["nova_carteira": "X"])
                #expect(nonsense.status == .seeOther)
                #expect(try await browser.get(try #require(nonsense.location)).text.contains("não deu certo"))
                let raw = try await browser.send(
                    "/importacoes", .post, [.contentType: "text/csv"], ByteBuffer(string: Self.csv))
                #expect(raw.status == .badRequest)
            }
            #expect(try installation.read { try $0.integer("SELECT COUNT(*) FROM portfolio WHERE key = 'x'") } == 0)
        }
    }

    @Test(
        "names of files and portfolios become short and harmless",
        arguments: [
            ("C:\\Usuarios\\ana\\Carteira Março.csv", "Carteira Março.csv", "carteira-marco-csv"),
            ("../../etc/passwd", "passwd", "passwd"), ("a#b\n.csv", "ab.csv", "ab-csv"),
            ("", "carteira.csv", "carteira-csv"),
        ])
    func names(_ given: String, _ file: String, _ key: String) {
        #expect(ImportRoutes.fileName(given) == file)
        #expect(ImportRoutes.key(file) == key)
    }
}
