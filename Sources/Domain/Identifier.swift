/// A row's identity, typed by what it identifies, so that a debt's id cannot be passed where a case's is wanted.
///
/// The engine makes the value from the inbox entry that caused the row (see `Engine`), never from a counter or chance.
package struct Identifier<Subject>: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let rawValue: Int64

    package init(_ rawValue: Int64) { self.rawValue = rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    package var description: String { String(rawValue) }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// What identifiers identify; never instantiated.
package enum Subject {
    package enum Creditor {}
    package enum Portfolio {}
    package enum Debtor {}
    package enum ContactPoint {}
    package enum Debt {}
    package enum Case {}
    package enum Conversation {}
    package enum Message {}
    package enum Offer {}
    package enum Agreement {}
    package enum Installment {}
    package enum Charge {}
    package enum Payment {}
    package enum LedgerEntry {}
    package enum Decision {}
    package enum Task {}
    package enum User {}
}

package typealias CreditorID = Identifier<Subject.Creditor>
package typealias PortfolioID = Identifier<Subject.Portfolio>
package typealias DebtorID = Identifier<Subject.Debtor>
package typealias ContactPointID = Identifier<Subject.ContactPoint>
package typealias DebtID = Identifier<Subject.Debt>
package typealias CaseID = Identifier<Subject.Case>
package typealias ConversationID = Identifier<Subject.Conversation>
package typealias MessageID = Identifier<Subject.Message>
package typealias OfferID = Identifier<Subject.Offer>
package typealias AgreementID = Identifier<Subject.Agreement>
package typealias InstallmentID = Identifier<Subject.Installment>
package typealias ChargeID = Identifier<Subject.Charge>
package typealias PaymentID = Identifier<Subject.Payment>
package typealias LedgerEntryID = Identifier<Subject.LedgerEntry>
package typealias DecisionID = Identifier<Subject.Decision>
package typealias TaskID = Identifier<Subject.Task>
package typealias UserID = Identifier<Subject.User>
