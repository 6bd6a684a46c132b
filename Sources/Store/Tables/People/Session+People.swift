package import Domain

/// What `strategy` rows hold.
package enum StrategyKind: String, Sendable, CaseIterable {
    case cadence, negotiation, templates
    /// The creditor's own answers to questions.
    case faq
    /// Published index values by month, in the text of `IndexTables.init(csv:)`.
    case indices
}

extension Session {
    package func creditor(key: String) throws -> CreditorRow? {
        try first(CreditorRow.self, "WHERE key = ?", .text(key))
    }

    package func creditor(whatsAppNumber: String) throws -> CreditorRow? {
        try first(CreditorRow.self, "WHERE whatsapp_number = ?", .text(whatsAppNumber))
    }

    package func creditors() throws -> [CreditorRow] { try select(CreditorRow.self, "ORDER BY id") }

    package func portfolio(creditor: CreditorID, key: String) throws -> PortfolioRow? {
        try first(PortfolioRow.self, "WHERE creditor = ? AND key = ?", .id(creditor), .text(key))
    }

    package func portfolios(creditor: CreditorID) throws -> [PortfolioRow] {
        try select(PortfolioRow.self, "WHERE creditor = ? ORDER BY id", .id(creditor))
    }

    package func importRun(key: String) throws -> ImportRunRow? {
        try first(ImportRunRow.self, "WHERE key = ?", .text(key))
    }

    package func activeStrategy(creditor: CreditorID, kind: StrategyKind) throws -> StrategyRow? {
        try first(
            StrategyRow.self, "WHERE creditor = ? AND kind = ? AND active = 1 ORDER BY id DESC", .id(creditor),
            .text(kind.rawValue))
    }

    package func debtors(creditor: CreditorID, documents: [String]) throws -> [DebtorRow] {
        try inChunks(documents.map { .text($0) }) { marks, values in
            try select(
                DebtorRow.self, "WHERE creditor = ? AND document IN (\(marks))", values: [.id(creditor)] + values)
        }
    }

    package func contactPoints(debtors: [DebtorID]) throws -> [ContactPointRow] {
        try inChunks(debtors.map { .id($0) }) { marks, values in
            try select(ContactPointRow.self, "WHERE debtor IN (\(marks)) ORDER BY debtor, rank", values: values)
        }
    }

    package func cases(portfolio: PortfolioID, debtors: [DebtorID]) throws -> [CaseRow] {
        try inChunks(debtors.map { .id($0) }) { marks, values in
            try select(CaseRow.self, "WHERE portfolio = ? AND debtor IN (\(marks))", values: [.id(portfolio)] + values)
        }
    }

    package func debts(cases: [CaseID]) throws -> [DebtRow] {
        try inChunks(cases.map { .id($0) }) { marks, values in
            try select(DebtRow.self, "WHERE collection_case IN (\(marks)) ORDER BY id", values: values)
        }
    }

    /// Runs a query over many keys in stretches of one size, so that the statement can be kept prepared.
    private func inChunks<Found>(
        _ keys: [SQLValue], size: Int = 256, _ query: (_ marks: String, _ values: [SQLValue]) throws -> [Found]
    ) throws -> [Found] {
        let marks = Array(repeating: "?", count: size).joined(separator: ", ")
        var found: [Found] = []
        for start in stride(from: 0, to: keys.count, by: size) {
            var chunk = Array(keys[start..<min(start + size, keys.count)])
            // NULL equals nothing: it fills the last stretch.
            chunk += Array(repeating: .null, count: size - chunk.count)
            found += try query(marks, chunk)
        }
        return found
    }
}

extension Session {
    package func staff(login: String) throws -> StaffRow? { try first(StaffRow.self, "WHERE login = ?", .text(login)) }
}
