package import Domain
import Yams

/// A creditor as its file describes it.
package struct CreditorDescription: Hashable, Sendable {
    /// The short name by which commands and files call it.
    package let key: String
    package let tradeName: String
    package let legalName: String?
    package let cnpj: CNPJ?
    package let address: String?
    /// How a person finds out that a message is really the creditor's: site, app, telephone.
    package let officialChannels: [String]
    package let complaintsChannel: String?
    /// By day of the week, minutes after midnight; a day without is closed. Nil: not said.
    package let serviceHours: [Weekday: Range<Int>]?
    package let pixKey: String?
    package let pixCity: String?
    /// The platform's phone number ids.
    package let whatsAppNumberIDs: [String]
    package let lateCharges: LateChargeTerms?
    package let portfolios: [PortfolioStrategy]
    /// How it speaks: a register's name, and others by the debtor's profile.
    package let register: String?
    package let registers: [String: String]
    /// After so many minutes of silence the bot takes a conversation back from a person; nil: only when told.
    package let takeBackAfterMinutes: Int?
    /// Whether another program may help to understand messages and to word replies.
    package let asksForMeaning: Bool
    package let asksForWarmth: Bool
    /// The connection to the bank that makes its Pix charges, by the installation's name for it; nil for static codes.
    package let pixBank: String?
    /// Whether a static code may be given where that bank does not answer.
    package let allowsStaticCode: Bool
}

/// Which files a portfolio works by.
package struct PortfolioStrategy: Hashable, Sendable {
    package let portfolio: String
    package let cadence: String
    package let negotiation: String
    package let templates: [String]
}

/// Reads a file of creditors: `creditors:` with a list, or one creditor alone.
///
/// - Throws: every fault of the file.
package func loadCreditors(_ yaml: String, file: String) throws(StrategyErrors) -> [CreditorDescription] {
    let findings = Findings(file: file)
    guard let root = YAMLText.root(yaml, findings) else { return try findings.result(nil) }
    var items: [Node] = [root]
    if case .mapping(let mapping) = root, mapping["creditors"] != nil, let fields = Fields(root, "o arquivo", findings)
    {
        items = fields.list("creditors") ?? []
        fields.finish()
    }
    if items.isEmpty { findings.report(.emptyList("creditors"), at: root) }
    var creditors: [CreditorDescription] = []
    for item in items {
        guard let creditor = CreditorLoader(item, findings)?.creditor() else { continue }
        if creditors.contains(where: { $0.key == creditor.key }) {
            findings.report(.repeated(key: "creditors", value: creditor.key), at: item)
        }
        creditors.append(creditor)
    }
    return try findings.result(creditors)
}
