package import Domain

/// Where a charge stands. That its time has passed is no status: a charge that nobody paid stays active for ever.
package enum PixChargeStatus: String, Hashable, Sendable, Codable {
    case active = "ATIVA"
    /// Paid.
    case concluded = "CONCLUIDA"
    case removedByUs = "REMOVIDA_PELO_USUARIO_RECEBEDOR"
    case removedByBank = "REMOVIDA_PELO_PSP"
}

/// A charge as the bank knows it: the answer of `cob` and `cobv`.
package struct PixCharge: Hashable, Sendable {
    /// When and how it can be paid.
    package enum Terms: Hashable, Sendable {
        case immediate(amount: Money, expiresAt: Timestamp?)
        case due(PixDueTerms)
    }

    package let txid: PixTxid
    /// Counts from 0; every change of what is asked adds one.
    package let revision: Int
    package let status: PixChargeStatus
    package let terms: Terms
    package let createdAt: Timestamp?
    package let key: String?
    package let debtorDocument: TaxDocument?
    package let debtorName: String?
    /// The address that the code names, without a scheme.
    package let location: String?
    package let locationID: Int64?
    /// *Pix copia e cola*, where the bank gives it; where not, it is composed from `location`.
    package let copyAndPaste: String?
    /// What was paid for it; in the answer to a query only.
    package let payments: [PixReceived]
    /// Payments that are there and cannot be read: for a person to see.
    package let unreadablePayments: Int

    package var amount: Money {
        switch terms {
        case .immediate(let amount, _): amount
        case .due(let terms): terms.original
        }
    }

    /// The code that the payer pastes or scans: the bank's own where it is a valid one that names the charge's address,
    /// else composed from the address.
    package func code(name: String, city: String) throws(PixEncodingError) -> BRCode {
        if let copyAndPaste, let code = try? BRCode(decoding: copyAndPaste) { return code }
        guard let location else {
            throw PixEncodingError(
                field: .url, problem: "the bank gave neither a code nor an address",
                remedy: "Ask for the charge again")
        }
        return try BRCode.composeDynamic(url: location, name: name, city: city)
    }
}

extension PixCharge: Decodable {
    private struct Wire: Decodable {
        let txid: String
        let revisao: WireInteger?
        let status: String
        let calendario: WireCalendar
        let devedor: WirePerson?
        let loc: WireLocation?
        let location: String?
        let valor: WireChargeValue
        let chave: String?
        let pixCopiaECola: String?
        let pix: OneOrMany<Lossy<PixItem>>?
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        func corrupted(_ reason: String) -> DecodingError {
            .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: reason))
        }
        guard let txid = PixTxid(wire.txid) else { throw corrupted("txid is not 1 to 35 letters and digits") }
        guard let status = PixChargeStatus(rawValue: wire.status) else { throw corrupted("status is not known") }
        if let due = wire.calendario.dataDeVencimento {
            let days = wire.calendario.validadeAposVencimento?.value ?? 30
            guard let terms = wire.valor.terms(due: due, validDaysAfterDue: days) else {
                throw corrupted("valor has an unknown modality")
            }
            self.terms = .due(terms)
        } else {
            guard let amount = wire.valor.original?.money else { throw corrupted("valor.original is missing") }
            let seconds = Int64(wire.calendario.expiracao?.value ?? 86_400)
            terms = .immediate(
                amount: amount, expiresAt: wire.calendario.criacao.map { $0.at.adding(seconds: seconds) })
        }
        self.txid = txid
        self.status = status
        revision = wire.revisao?.value ?? 0
        createdAt = wire.calendario.criacao?.at
        key = wire.chave
        debtorDocument = wire.devedor?.document
        debtorName = wire.devedor?.nome
        location = wire.loc?.location ?? wire.location
        locationID = wire.loc?.id
        copyAndPaste = wire.pixCopiaECola
        let items = wire.pix?.items ?? []
        payments = items.compactMap(\.value)
        unreadablePayments = items.count - payments.count
    }
}

/// A batch of charges with due dates, and what became of each.
package struct PixBatch: Hashable, Sendable, Decodable {
    package enum State: Hashable, Sendable {
        case processing
        case created
        /// The bank refused it; the others of the batch go on.
        case refused(PixProblem?)
    }

    package struct Item: Hashable, Sendable {
        package let txid: PixTxid
        package let state: State
    }

    package let description: String
    package let items: [Item]

    /// Whether every charge is decided.
    package var isDone: Bool { items.allSatisfy { $0.state != .processing } }

    private struct Wire: Decodable {
        struct Item: Decodable {
            let txid: String
            let status: String
            let problema: Problem?
        }

        struct Problem: Decodable {
            let type: String?
            let title: String?
            let status: WireInteger?
            let detail: String?
            let violacoes: [PixProblem.Violation]?
        }

        let descricao: String?
        let cobsv: [Item]
    }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        description = wire.descricao ?? ""
        items = try wire.cobsv.map { item in
            guard let txid = PixTxid(item.txid) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "a txid of the batch is malformed"))
            }
            let state: State =
                switch item.status {
                case "CRIADA": .created
                case "NEGADA":
                    .refused(
                        item.problema.map {
                            PixProblem(
                                httpStatus: $0.status?.value ?? 400, type: $0.type, title: $0.title, detail: $0.detail,
                                violations: $0.violacoes ?? [])
                        })
                default: .processing
                }
            return Item(txid: txid, state: state)
        }
    }
}
