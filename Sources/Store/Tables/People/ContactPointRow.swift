package import Domain

/// A phone number or address at which a debtor may be reached.
package struct ContactPointRow: TableRow, Hashable {
    package let id: ContactPointID
    package let creditor: CreditorID
    package var debtor: DebtorID
    /// `phone` or `email`.
    package var kind: String
    /// E.164, or the address in lower case.
    package var value: String
    /// Under which an inbound number finds it: see `PhoneNumber.canonicalKey`.
    package var matchKey: String
    package var bsuid: String?
    /// Order in the file, 0 first.
    package var rank: Int
    /// `usable`, `wrong` or `unreachable`.
    package var status: String
    package var statusUntil: Timestamp?
    /// When the debtor last proved to be the one who answers here.
    package var provenAt: Timestamp?
    /// Attempts since the last answer.
    package var unanswered: Int

    package init(
        id: ContactPointID, creditor: CreditorID, debtor: DebtorID, kind: String, value: String, matchKey: String,
        bsuid: String? = nil, rank: Int, status: String, statusUntil: Timestamp? = nil, provenAt: Timestamp? = nil,
        unanswered: Int
    ) {
        self.id = id
        self.creditor = creditor
        self.debtor = debtor
        self.kind = kind
        self.value = value
        self.matchKey = matchKey
        self.bsuid = bsuid
        self.rank = rank
        self.status = status
        self.statusUntil = statusUntil
        self.provenAt = provenAt
        self.unanswered = unanswered
    }

    package static let statements = TableStatements(
        "contact_point", "id", "creditor", "debtor", "kind", "value", "match_key", "bsuid", "rank", "status",
        "status_until", "proven_at", "unanswered")

    package init(_ row: inout RowReader) throws {
        id = try row.id()
        creditor = try row.id()
        debtor = try row.id()
        kind = try row.text()
        value = try row.text()
        matchKey = try row.text()
        bsuid = try row.optionalText()
        rank = try row.int()
        status = try row.text()
        statusUntil = try row.optionalTimestamp()
        provenAt = try row.optionalTimestamp()
        unanswered = try row.int()
    }

    package func values() -> [SQLValue] {
        [
            .id(id), .id(creditor), .id(debtor), .text(kind), .text(value), .text(matchKey), .text(bsuid), .int(rank),
            .text(status), .timestamp(statusUntil), .timestamp(provenAt), .int(unanswered),
        ]
    }
}
