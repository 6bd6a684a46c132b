package import Domain

/// Who is asked to pay.
package struct PixDebtor: Hashable, Sendable {
    package let document: TaxDocument
    package let name: String

    package init(document: TaxDocument, name: String) {
        self.document = document
        self.name = name
    }
}

/// A line that the payer's bank shows beside the charge.
package struct PixInfo: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A charge to be paid at once (`cob`).
package struct PixImmediateCharge: Hashable, Sendable {
    package var amount: Money
    /// The receiver's key.
    package var key: PixKey
    /// How long it can be paid.
    package var expiresAfterSeconds: Int
    package var debtor: PixDebtor?
    /// What the payer is asked or told; no debt is named here, other people see it.
    package var message: String?
    package var info: [PixInfo]
    /// An address made before (`/loc`); nil lets the bank make one.
    package var locationID: Int64?

    package init(
        amount: Money, key: PixKey, expiresAfterSeconds: Int = 86_400, debtor: PixDebtor? = nil, message: String? = nil,
        info: [PixInfo] = [], locationID: Int64? = nil
    ) {
        self.amount = amount
        self.key = key
        self.expiresAfterSeconds = expiresAfterSeconds
        self.debtor = debtor
        self.message = message
        self.info = info
        self.locationID = locationID
    }
}

/// A charge with a due date (`cobv`), on which the bank adds fine and interest and takes off discounts.
package struct PixDueCharge: Hashable, Sendable {
    package var terms: PixDueTerms
    package var key: PixKey
    package var debtor: PixDebtor
    package var message: String?
    package var info: [PixInfo]
    package var locationID: Int64?

    package init(
        terms: PixDueTerms, key: PixKey, debtor: PixDebtor, message: String? = nil, info: [PixInfo] = [],
        locationID: Int64? = nil
    ) {
        self.terms = terms
        self.key = key
        self.debtor = debtor
        self.message = message
        self.info = info
        self.locationID = locationID
    }
}

extension PixRequestCheck {
    /// A charge's txid is longer than that of a static code.
    mutating func chargeTxid(_ txid: PixTxid) { word(txid.text, "txid", 26...35) }

    mutating func amount(_ money: Money, _ property: String) {
        require((1...999_999_999_999).contains(money.cents), property, "0.01 to 9999999999.99")
    }

    mutating func people(_ debtor: PixDebtor?, _ message: String?, _ info: [PixInfo], _ root: String) {
        text(debtor?.name, root + ".devedor.nome", max: 200)
        text(message, root + ".solicitacaoPagador", max: 140)
        require(info.count <= 50, root + ".infoAdicionais", "at most 50")
        for item in info {
            text(item.name, root + ".infoAdicionais.nome", max: 50)
            text(item.value, root + ".infoAdicionais.valor", max: 200)
        }
    }

    mutating func value(_ value: PixValue?, _ property: String, below base: Money? = nil) {
        switch value {
        case nil: break
        case .amount(let money):
            amount(money, property)
            if let base { require(money < base, property, "less than the charge's amount") }
        case .percent(let percentage):
            percent(percentage, property)
            if base != nil { require(percentage < .whole, property, "less than 100 %") }
        }
    }

    mutating func percent(_ percentage: Percentage, _ property: String) {
        require(
            percentage > .zero && percentage.micros % 10_000 == 0, property, "more than zero, with at most two decimals"
        )
    }

    mutating func terms(_ terms: PixDueTerms, _ root: String) {
        amount(terms.original, root + ".valor.original")
        require(
            (0...3650).contains(terms.validDaysAfterDue), root + ".calendario.validadeAposVencimento", "0 to 3650 days")
        value(terms.fine, root + ".valor.multa")
        switch terms.interest {
        case nil: break
        case .amountPerDay(let money, _): amount(money, root + ".valor.juros")
        case .percent(let percentage, _, _): percent(percentage, root + ".valor.juros")
        }
        value(terms.rebate, root + ".valor.abatimento", below: terms.original)
        discount(terms, root + ".valor.desconto")
    }

    private mutating func discount(_ terms: PixDueTerms, _ property: String) {
        switch terms.discount {
        case nil: break
        case .perDayEarly(let each, _): value(each, property, below: terms.original)
        case .until(let steps):
            require((1...3).contains(steps.count), property, "1 to 3 days")
            require(Set(steps.map(\.day)).count == steps.count, property, "every day once")
            require(Set(steps.map { $0.value.modality }).count <= 1, property, "all amounts or all percentages")
            for step in steps {
                value(step.value, property, below: terms.original)
                require(step.day <= terms.due, property, "not after the due day")
            }
        }
    }
}

extension PixAPIRequest {
    /// Makes the charge with our txid. The same request again changes nothing; another one under the txid revises it.
    package static func put(_ charge: PixImmediateCharge, txid: PixTxid) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.chargeTxid(txid)
        check.amount(charge.amount, "cob.valor.original")
        check.require(
            (1...Int(Int32.max)).contains(charge.expiresAfterSeconds), "cob.calendario.expiracao", "more than zero")
        check.people(charge.debtor, charge.message, charge.info, "cob")
        try check.finish()
        return PixAPIRequest(.put, "/cob/\(txid.text)", json: WireChargeBody(charge), scope: .chargeWrite)
    }

    /// Makes the charge with our txid, likewise.
    package static func put(_ charge: PixDueCharge, txid: PixTxid) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.due(charge, txid)
        try check.finish()
        return PixAPIRequest(.put, "/cobv/\(txid.text)", json: WireChargeBody(charge), scope: .dueChargeWrite)
    }

    /// Makes up to a thousand charges at once; each is answered for itself later (`batch`).
    ///
    /// - Parameter id: ours, digits; the same batch under the same id may be sent again, with the same charges.
    package static func putBatch(
        id: Int64, description: String, _ charges: [(txid: PixTxid, charge: PixDueCharge)]
    ) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.require(id > 0, "loteCobV.id", "more than zero")
        check.text(description, "loteCobV.descricao", max: 200)
        check.require((1...batchMost).contains(charges.count), "loteCobV.cobsv", "1 to \(batchMost) charges")
        check.require(Set(charges.map(\.txid)).count == charges.count, "loteCobV.cobsv", "every txid once")
        for (txid, charge) in charges { check.due(charge, txid) }
        try check.finish()
        let body = WireBatchBody(
            descricao: description, cobsv: charges.map { WireChargeBody($0.charge, txid: $0.txid) })
        return PixAPIRequest(.put, "/lotecobv/\(id)", json: body, scope: .batchWrite)
    }

    /// Our own limit: the API names none.
    package static let batchMost = 1000

    package static func batch(id: Int64) -> PixAPIRequest {
        PixAPIRequest(.get, "/lotecobv/\(id)", scope: .batchRead)
    }

    /// The charge as it stands, with the payments that it received.
    package static func charge(_ kind: PixChargeKind, txid: PixTxid, revision: Int? = nil) -> PixAPIRequest {
        PixAPIRequest(
            .get, "/\(kind.rawValue)/\(txid.text)", query: revision.map { [Field("revisao", String($0))] } ?? [],
            scope: kind == .immediate ? .chargeRead : .dueChargeRead)
    }

    /// Takes the charge back, so that nobody can pay it any more. Refused (`look`) once it is paid or removed.
    package static func cancel(_ kind: PixChargeKind, txid: PixTxid) -> PixAPIRequest {
        PixAPIRequest(
            .patch, "/\(kind.rawValue)/\(txid.text)", json: WireRemoval(),
            scope: kind == .immediate ? .chargeWrite : .dueChargeWrite)
    }

    /// Changes amount, due day, fine, interest or discount of a charge that is not yet paid.
    package static func revise(_ terms: PixDueTerms, txid: PixTxid) throws(InvalidPixRequest) -> PixAPIRequest {
        var check = PixRequestCheck()
        check.chargeTxid(txid)
        check.terms(terms, "cobv")
        try check.finish()
        return PixAPIRequest(.patch, "/cobv/\(txid.text)", json: WireChargeBody(terms), scope: .dueChargeWrite)
    }
}

extension PixRequestCheck {
    fileprivate mutating func due(_ charge: PixDueCharge, _ txid: PixTxid) {
        chargeTxid(txid)
        terms(charge.terms, "cobv")
        people(charge.debtor, charge.message, charge.info, "cobv")
    }
}

/// Which of the API's two kinds of charge.
package enum PixChargeKind: String, Hashable, Codable, Sendable {
    case immediate = "cob"
    case due = "cobv"
}
