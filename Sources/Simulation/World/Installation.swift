package import Domain
package import Engine
package import Payments
package import Store

/// An invented creditor with its people: what `quita demo`, the benches and the tests start from.
package struct Installation: Sendable {
    package static let creditorKey = "loja-aurora"
    package static let numberID = "200000000000001"
    package static let appSecret = "simulated-app-secret"
    package static let verifyToken = "simulated-verify-token"
    package static let pixKey = "11222333000181"
    /// The bank's connection as settings call it, and the rights of its invented client.
    package static let bankName = "simulated"
    package static let bankClient = "quita"
    package static let bankSecret = "simulated-bank-secret"
    package static let bankScopes: [PixScope] = [
        .chargeRead, .chargeWrite, .dueChargeRead, .dueChargeWrite, .pixRead, .pixWrite, .webhookRead, .webhookWrite,
    ]
    /// Where the town answers as the bank.
    package static let bankPath = "/bank/v2"

    package let people: [InventedDebtor]
    package let cadence: String
    package let negotiation: String
    package let templates: String
    private let parsedTemplates: [MessageTemplate]

    /// - Parameter templates: the text, and what it loads to.
    package init(
        people: [InventedDebtor], cadence: String, negotiation: String,
        templates: (text: String, loaded: [MessageTemplate])
    ) {
        self.people = people
        self.cadence = cadence
        self.negotiation = negotiation
        self.templates = templates.text
        parsedTemplates = templates.loaded
    }

    package static var settings: CreditorSettings {
        var settings = CreditorSettings(tradeName: "Loja Aurora")
        settings.legalName = "Aurora Comercio de Moveis Ltda"
        settings.cnpj = "11.222.333/0001-81"
        settings.address = "Rua das Laranjeiras, 100, São Paulo, SP"
        settings.officialChannels = "o site lojaaurora.exemplo.com.br ou o telefone 0800 000 0000"
        settings.complaintsChannel = "ouvidoria@lojaaurora.exemplo.com.br"
        settings.whatsAppNumberID = numberID
        settings.pixKey = pixKey
        settings.pixCity = "SAO PAULO"
        var bank = PixBankSettings(name: bankName)
        bank.reconcileMinutes = 60
        settings.pixBank = bank
        return settings
    }

    /// The entries that set the creditor up, at an instant.
    package func entries(at instant: Timestamp, actor: String, settings: CreditorSettings = Installation.settings)
        throws -> [NewEntry]
    {
        let key = Installation.creditorKey
        return [
            try CreditorSaved(key: key, profile: settings).entry(at: instant, actor: actor),
            try StrategyActivated(creditorKey: key, kind: .templates, name: "modelos", body: templates)
                .entry(at: instant, actor: actor),
            try StrategyActivated(creditorKey: key, kind: .negotiation, name: "crediario", body: negotiation)
                .entry(at: instant, actor: actor),
            try StrategyActivated(creditorKey: key, kind: .cadence, name: "crediario", body: cadence)
                .entry(at: instant, actor: actor),
        ]
    }

    /// The people's debts as the chunks in which a file is placed.
    package func chunks(at instant: Timestamp, actor: String, portfolio: String = "crediario") -> [NewEntry] {
        let rows = people.flatMap { person in
            person.debts.map { debt in
                PlacedDebt(
                    document: person.cpf, name: person.name, contract: debt.contract, product: debt.product,
                    amount: debt.principal, dueDay: debt.due, phones: ["+" + person.phone], email: person.email,
                    state: person.state, city: person.city, birthDay: person.birthDate, attributes: "{}")
            }
        }
        return stride(from: 0, to: rows.count, by: 1_000).map { start in
            let chunk = PortfolioChunk(
                creditorKey: Installation.creditorKey, portfolioKey: portfolio, portfolioName: "Crediário",
                runKey: "invented", source: "carteira.csv", rejected: 0,
                rows: Array(rows[start..<min(start + 1_000, rows.count)]))
            return NewEntry(at: instant, kind: .portfolioRows, actor: actor, body: chunk.encoded())
        }
    }

    /// The platform, the bank and the people, ready to live.
    package func town(seed: UInt64, messagesPerSecond: Int = 80) -> SimulatedTown {
        let account = BusinessAccount(
            id: "100000000000001", appSecret: Installation.appSecret, accessTokens: [World.token],
            numbers: [
                BusinessNumber(
                    id: Installation.numberID, displayDigits: "551140000001", verifiedName: "Loja Aurora",
                    messagesPerSecond: messagesPerSecond)
            ],
            templates: parsedTemplates.map { template in
                SimulatedTemplate(
                    name: template.name, language: template.language,
                    category: template.category == .utility ? .utility : .marketing, body: template.body,
                    footer: template.footer, quickReplies: template.buttons.map(\.title))
            })
        var bank = BankConfiguration(seed: seed, pixKey: Installation.pixKey)
        bank.client = BankClient(
            id: Installation.bankClient, secret: Installation.bankSecret,
            scopes: Set(Installation.bankScopes.map(\.rawValue)))
        bank.webhookURL = "https://quita.example/webhooks/pix"
        var town = SimulatedTown(
            seed: seed, cloud: CloudAPIConfiguration(seed: seed, accounts: [account]), bank: bank)
        town.welcome(people)
        return town
    }
}
