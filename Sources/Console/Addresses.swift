package import Domain

/// Every address of the console, so that pages and routes cannot disagree. `Web` answers to these.
extension Address {
    package static let home = Address()
    package static let signIn = Address("entrar")
    package static let signOut = Address("sair")
    package static let dashboard = Address("painel")
    package static let desk = Address("atendimento")
    package static let cases = Address("carteira")
    package static let cadences = Address("reguas")
    package static let templates = Address("modelos")
    package static let imports = Address("importacoes")
    package static let compliance = Address("conformidade")
    package static let settings = Address("ajustes")
    package static let payments = Address("pagamentos")
    package static let closing = Address("fechamento")
    /// GET: a day's closing (`dia`) as CSV.
    package static func closingFile(_ day: CalendarDay) -> Address {
        Address("fechamento", "\(day.iso).csv")
    }
    package static let phones = Address("telefone")
    /// POST: the creditor whose cases are shown (`credor`).
    package static let creditorChoice = Address("credor")
    /// POST: the demonstration's clock (`avancar` = `1h` | `manha`, or `velocidade` = N); `volta` is the page to go back to.
    package static let clock = Address("relogio")

    package static func caseFile(_ id: CaseID) -> Address { Address("casos", id.description) }
    /// POST: money that no bank tells of (`titulo`, `valor`, `dia`, `nota`).
    package static func takePayment(_ id: CaseID) -> Address { Address("casos", id.description, "recebido") }
    /// POST: what the client lives on (`renda`, `compromissos`).
    package static func stateMeans(_ id: CaseID) -> Address { Address("casos", id.description, "renda") }
    /// POST: an agreement (`parcelas`, `parcela`, `entrada`, `total`, `primeiro`, `mensagem`).
    package static func agree(_ id: CaseID) -> Address { Address("casos", id.description, "acordo") }
    package static func conversation(_ id: ConversationID) -> Address { Address("atendimento", id.description) }
    /// GET, server-sent events: what changes in the queue and in this conversation.
    package static func conversationEvents(_ id: ConversationID) -> Address {
        Address("atendimento", id.description, "eventos")
    }
    /// POST: a person's message (`texto`).
    package static func conversationMessages(_ id: ConversationID) -> Address {
        Address("atendimento", id.description, "mensagens")
    }
    /// POST: a person takes the conversation.
    package static func takeOver(_ id: ConversationID) -> Address { Address("atendimento", id.description, "assumir") }
    /// POST: the conversation goes back to the assistant.
    package static func handBack(_ id: ConversationID) -> Address { Address("atendimento", id.description, "devolver") }

    /// POST: what a message of the client means (`mensagem`, `sentido`, `tambem`).
    package static func correction(_ id: ConversationID) -> Address {
        Address("atendimento", id.description, "sentido")
    }

    /// POST: money without a place pays a debt (`titulo`, an id, or `contrato`).
    package static func assignPayment(_ id: PaymentID) -> Address {
        Address("pagamentos", id.description, "destinar")
    }
    /// POST: it stays the payer's, as credit.
    package static func keepPayment(_ id: PaymentID) -> Address { Address("pagamentos", id.description, "guardar") }
    /// POST: it goes back to its payer.
    package static func refundPayment(_ id: PaymentID) -> Address { Address("pagamentos", id.description, "devolver") }

    package static func phone(_ id: DebtorID) -> Address { Address("telefone", id.description) }
    package static func phoneEvents(_ id: DebtorID) -> Address { Address("telefone", id.description, "eventos") }
    /// POST: what the debtor writes (`texto`) or taps (`opcao`, an option's id, of the message `mensagem`).
    package static func phoneMessages(_ id: DebtorID) -> Address { Address("telefone", id.description, "mensagens") }
    /// POST: the simulated bank pays this Pix code (`codigo`).
    package static func phonePayment(_ id: DebtorID) -> Address { Address("telefone", id.description, "pagar") }

    package static func media(_ reference: MediaReference) -> Address { Address("midia", reference.sha256) }
    package static func cadence(_ name: String) -> Address { Address("reguas", name) }
    package static func importDetail(_ id: String) -> Address { Address("importacoes", id) }
    /// GET: the rejected rows with their reasons, as CSV.
    package static func rejectedRows(_ id: String) -> Address { Address("importacoes", id, "recusadas.csv") }
    package static func asset(_ name: String) -> Address { Address("assets", name) }
    package static func vendorAsset(_ name: String) -> Address { Address("assets", "vendor", name) }
}
