package import Dialogue
package import Domain
package import Wording

/// What the installation knows of a creditor: kept with its row, changed only by `creditor.saved` entries.
package struct CreditorSettings: Codable, Hashable, Sendable {
    package var tradeName: String
    package var legalName: String?
    /// Formatted or not.
    package var cnpj: String?
    package var address: String?
    package var officialChannels: String?
    package var complaintsChannel: String?
    /// The phone number id of the platform; nil while WhatsApp is not configured.
    package var whatsAppNumberID: String?
    /// Where Pix payments go; nil while payment is not configured.
    package var pixKey: String?
    package var pixCity: String?
    /// The bank that makes its charges; nil for static codes of the key.
    package var pixBank: PixBankSettings?
    package var lateCharges: LateChargeTerms
    package var serviceHours: ServiceHours
    /// How long the bot waits for more after a typed message, in milliseconds, so that three messages in a row get one
    /// answer. A tap is answered at once.
    package var settleMilliseconds: Int64
    /// The creditor's own texts, by catalogue key.
    package var texts: [String: [String]]
    /// How it speaks, by profile of the debtor; the product's own voice where nothing is said.
    package var registers: RegisterChoice?
    /// Whether another program may be asked, about masked text, what a message means that the model here is unsure about.
    package var asksForMeaning: Bool?
    /// Whether another program may word replies more warmly, without seeing their facts.
    package var asksForWarmth: Bool?
    /// After so many minutes in which nobody has written, the bot takes back a conversation that a person has; nil where
    /// it takes it back only when told.
    package var takeBackAfterMinutes: Int?
    /// The zone of its office, for pages and reports.
    package var zone: Zone
    /// Whether its debtors stand in a credit bureau's list, from which they must be taken out once they have paid. Nil is
    /// yes: a task too many is better than a name that stays on the list.
    package var reportsToCreditBureau: Bool?

    package init(tradeName: String) {
        self.tradeName = tradeName
        lateCharges = .standard
        serviceHours = .office
        settleMilliseconds = 2_000
        texts = [:]
        zone = .brasilia
    }
}
