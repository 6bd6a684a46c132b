package import Domain

/// The bank's name for a recurrence: 29 letters and digits, in which case matters.
package struct PixRecurrenceID: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    package var description: String { text }

    package init?(_ text: String) {
        guard PixTxid.isValid(text, lengths: 29...29) else { return nil }
        self.text = text
    }
}

/// How often a recurrence is charged.
package enum PixPeriod: String, Hashable, Sendable, Codable {
    case weekly = "SEMANAL"
    case monthly = "MENSAL"
    case quarterly = "TRIMESTRAL"
    case halfYearly = "SEMESTRAL"
    case yearly = "ANUAL"
}

/// What a recurrence charges each time.
package enum PixRecurrenceAmount: Hashable, Sendable {
    case fixed(Money)
    /// The payer sets an upper bound, which may not be below this.
    case variable(leastBound: Money)
}

/// Standing permission to charge (Pix Automático, `rec`), asked for once an agreement is made.
package struct PixRecurrenceRequest: Hashable, Sendable {
    package var debtor: PixDebtor
    /// The agreement's number on the payer's screen.
    package var contract: String
    /// What it is for, on the payer's screen.
    package var subject: String?
    package var first: CalendarDay
    /// The last installment; nil for no end.
    package var last: CalendarDay?
    package var period: PixPeriod
    /// Nil where every charge names its own.
    package var amount: PixRecurrenceAmount?
    /// Up to three more tries within seven days after a failed one.
    package var allowsRetries: Bool
    package var locationID: Int64?
    /// The immediate charge that approves the recurrence when it is paid (journey 3).
    package var journeyTxid: PixTxid?

    package init(
        debtor: PixDebtor, contract: String, subject: String? = nil, first: CalendarDay, last: CalendarDay? = nil,
        period: PixPeriod = .monthly, amount: PixRecurrenceAmount?, allowsRetries: Bool = true,
        locationID: Int64? = nil,
        journeyTxid: PixTxid? = nil
    ) {
        self.debtor = debtor
        self.contract = contract
        self.subject = subject
        self.first = first
        self.last = last
        self.period = period
        self.amount = amount
        self.allowsRetries = allowsRetries
        self.locationID = locationID
        self.journeyTxid = journeyTxid
    }
}

/// A recurrence as the bank knows it.
package struct PixRecurrence: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, Codable {
        case created = "CRIADA"
        /// The payer agreed: it may be charged.
        case approved = "APROVADA"
        case rejected = "REJEITADA"
        case expired = "EXPIRADA"
        case cancelled = "CANCELADA"
    }

    package let id: PixRecurrenceID
    package let status: Status
    package let contract: String?
    package let first: CalendarDay?
    package let last: CalendarDay?
    package let period: PixPeriod?
    package let amount: PixRecurrenceAmount?
    package let location: PixLocation?
    /// The code to show, where the bank makes it (`GET` with the charge's txid).
    package let copyAndPaste: String?
    /// Why it ended: the API's four letters, such as `SLDB` (asked for by the payer).
    package let endCode: String?
}

extension PixRecurrence: Decodable {
    private struct Wire: Decodable {
        struct Bond: Decodable { let contrato: String? }
        struct Calendar: Decodable {
            let dataInicial: CalendarDay?
            let dataFinal: CalendarDay?
            let periodicidade: PixPeriod?
        }
        struct Value: Decodable {
            let valorRec: WireAmount?
            let valorMinimoRecebedor: WireAmount?
        }
        struct Code: Decodable { let pixCopiaECola: String? }

        let idRec: String
        let status: Status
        let vinculo: Bond?
        let calendario: Calendar?
        let valor: Value?
        let loc: PixLocation?
        let dadosQR: Code?
        let encerramento: WireEnd?
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        guard let id = PixRecurrenceID(wire.idRec) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "idRec is not 29 letters and digits"))
        }
        self.id = id
        status = wire.status
        contract = wire.vinculo?.contrato
        first = wire.calendario?.dataInicial
        last = wire.calendario?.dataFinal
        period = wire.calendario?.periodicidade
        amount =
            wire.valor?.valorRec.map { .fixed($0.money) }
            ?? wire.valor?.valorMinimoRecebedor.map { .variable(leastBound: $0.money) }
        location = wire.loc
        copyAndPaste = wire.dadosQR?.pixCopiaECola
        endCode = wire.encerramento?.code
    }
}

/// Why a recurrence or one of its charges ended.
struct WireEnd: Decodable {
    struct Reason: Decodable { let codigo: String? }

    let rejeicao: Reason?
    let cancelamento: Reason?

    var code: String? { rejeicao?.codigo ?? cancelamento?.codigo }
}

/// The question to the payer's bank whether the payer agrees (`solicrec`, journey 1).
package struct PixConsent: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, Codable {
        case created = "CRIADA"
        case sent = "ENVIADA"
        case received = "RECEBIDA"
        case rejected = "REJEITADA"
        case accepted = "ACEITA"
        case expired = "EXPIRADA"
        case cancelled = "CANCELADA"
    }

    /// 29 letters and digits.
    package let id: String
    package let recurrence: PixRecurrenceID
    package let status: Status
}

extension PixConsent: Decodable {
    private struct Wire: Decodable {
        let idSolicRec: String
        let idRec: String
        let status: Status
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        guard let recurrence = PixRecurrenceID(wire.idRec) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "idRec is not 29 letters and digits"))
        }
        (id, self.recurrence, status) = (wire.idSolicRec, recurrence, wire.status)
    }
}

/// The payer's account to which the question goes.
package struct PixPayerAccount: Hashable, Sendable {
    package let document: TaxDocument
    /// Eight characters that name the payer's bank.
    package let ispb: String
    package let branch: String?
    package let account: String

    package init(document: TaxDocument, ispb: String, branch: String?, account: String) {
        self.document = document
        self.ispb = ispb
        self.branch = branch
        self.account = account
    }
}
