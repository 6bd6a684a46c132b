package import Domain

/// Something to be asked of a bank by the Pix API, in values that can be kept: the body of an effect. Doing it again does no
/// harm: our txid or our id makes each of them happen once.
package enum PixErrand: Hashable, Codable, Sendable {
    /// Makes a charge with our txid.
    case charge(PixChargeOrder)
    /// A batch of charges with due dates (`lotecobv`), by our number of it.
    case batch(id: Int64, orders: [PixChargeOrder])
    /// Where a charge stands.
    case state(PixChargeKind, txid: String)
    /// Takes a charge back, so that nobody can pay it any more.
    case cancel(PixChargeKind, txid: String)
    /// Sends money back, under our id.
    case refund(endToEndID: String, id: String, amount: Money, description: String?)
    /// A page of what has arrived in a stretch of time.
    case received(from: Timestamp, through: Timestamp, page: Int)
    /// Tells the bank where to call about a key.
    case webhook(key: String, url: String)

    /// Payments on one page of a listing; the Central Bank's default and most.
    package static let itemsPerPage = 100

    package func request() throws(InvalidPixRequest) -> PixAPIRequest {
        switch self {
        case .charge(let order): return try order.request()
        case .batch(let id, let orders):
            var charges: [(txid: PixTxid, charge: PixDueCharge)] = []
            for order in orders {
                guard let charge = try order.dueCharge() else {
                    throw .impossible("cobsv", "every charge needs a due day")
                }
                charges.append((try PixErrand.txid(order.txid), charge))
            }
            return try .putBatch(id: id, description: "Quita \(id)", charges)
        case .state(let kind, let txid): return .charge(kind, txid: try PixErrand.txid(txid))
        case .cancel(let kind, let txid): return .cancel(kind, txid: try PixErrand.txid(txid))
        case .refund(let endToEndID, let id, let amount, let description):
            return try .refund(endToEndID: endToEndID, id: id, amount: amount, description: description)
        case .received(let from, let through, let page):
            return .received(PixListing(from: from, through: through, page: page, itemsPerPage: PixErrand.itemsPerPage))
        case .webhook(let key, let url):
            guard let key = try? PixKey(key) else { throw .impossible("chave", "no Pix key") }
            return try .putWebhook(.pix(key: key), url: url)
        }
    }

    fileprivate static func txid(_ text: String) throws(InvalidPixRequest) -> PixTxid {
        guard let txid = PixTxid(text) else { throw .impossible("txid", "1 to 35 letters and digits") }
        return txid
    }
}

/// A charge that is wanted from the bank: `cob` without a due day, `cobv` with one.
package struct PixChargeOrder: Hashable, Codable, Sendable {
    /// What the bank adds when a charge is paid after its due day.
    package struct Late: Hashable, Codable, Sendable {
        package var due: CalendarDay
        /// Calendar days after the due day in which it can still be paid.
        package var validDaysAfterDue: Int
        package var fine: Percentage
        /// Simple, by calendar days, a month being 30 of them.
        package var monthlyInterest: Percentage

        package init(due: CalendarDay, validDaysAfterDue: Int, fine: Percentage, monthlyInterest: Percentage) {
            self.due = due
            self.validDaysAfterDue = validDaysAfterDue
            self.fine = fine
            self.monthlyInterest = monthlyInterest
        }
    }

    package var txid: String
    package var amount: Money
    /// The receiver's key.
    package var key: String
    package var debtorDocument: TaxDocument?
    package var debtorName: String
    /// For a charge that is to be paid at once: how long it can be.
    package var expiresAfterSeconds: Int
    /// Nil for a charge that is to be paid at once.
    package var late: Late?

    package init(
        txid: PixTxid, amount: Money, key: String, debtorDocument: TaxDocument?, debtorName: String,
        expiresAfterSeconds: Int = 86_400, late: Late? = nil
    ) {
        self.txid = txid.text
        self.amount = amount
        self.key = key
        self.debtorDocument = debtorDocument
        self.debtorName = debtorName
        self.expiresAfterSeconds = expiresAfterSeconds
        self.late = late
    }

    package var kind: PixChargeKind { late == nil ? .immediate : .due }

    package func request() throws(InvalidPixRequest) -> PixAPIRequest {
        let txid = try PixErrand.txid(self.txid)
        if let charge = try dueCharge() { return try .put(charge, txid: txid) }
        return try .put(
            PixImmediateCharge(
                amount: amount, key: try pixKey(), expiresAfterSeconds: expiresAfterSeconds, debtor: debtor),
            txid: txid)
    }

    /// Nil where there is no due day.
    fileprivate func dueCharge() throws(InvalidPixRequest) -> PixDueCharge? {
        guard let late else { return nil }
        guard let debtor else { throw .impossible("cobv.devedor", "a charge with a due day names who owes") }
        let terms = PixDueTerms(
            original: amount, due: late.due, validDaysAfterDue: late.validDaysAfterDue,
            fine: late.fine > .zero ? .percent(late.fine) : nil,
            interest: late.monthlyInterest > .zero ? .percent(late.monthlyInterest, per: .month, .calendar) : nil)
        return PixDueCharge(terms: terms, key: try pixKey(), debtor: debtor)
    }

    private var debtor: PixDebtor? {
        debtorDocument.map { PixDebtor(document: $0, name: String(debtorName.prefix(PixChargeOrder.nameMax))) }
    }

    private func pixKey() throws(InvalidPixRequest) -> PixKey {
        guard let key = try? PixKey(key) else { throw .impossible("chave", "no Pix key") }
        return key
    }

    private static let nameMax = 200
}

/// What a bank said to an errand, as it came: the answer of an effect. What it means is read by `outcome`.
package struct PixReply: Hashable, Codable, Sendable {
    /// Nil where no answer came.
    package var httpStatus: Int?
    package var body: String
    /// The header `Retry-After`.
    package var retryAfter: String?
    /// Why no answer came.
    package var silence: String?

    package init(httpStatus: Int, body: [UInt8], retryAfter: String? = nil) {
        self.httpStatus = httpStatus
        self.body = String(decoding: body, as: UTF8.self)
        self.retryAfter = retryAfter
    }

    package init(silence: String) {
        body = ""
        self.silence = silence
    }

    package func outcome<Value: Decodable & Sendable>(_ type: Value.Type = Value.self) -> PixOutcome<Value> {
        guard let httpStatus else { return .unknown(reason: silence ?? "no answer") }
        return PixOutcome(httpStatus: httpStatus, body: Array(body.utf8), retryAfter: retryAfter)
    }

    /// Of an answer whose body says nothing.
    package var done: PixOutcome<PixDone> {
        guard let httpStatus else { return .unknown(reason: silence ?? "no answer") }
        return PixOutcome(httpStatus: httpStatus, body: Array(body.utf8), retryAfter: retryAfter)
    }
}

extension InvalidPixRequest {
    fileprivate static func impossible(_ property: String, _ reason: String) -> InvalidPixRequest {
        InvalidPixRequest(violations: [Violation(property: property, reason: reason)])
    }
}
