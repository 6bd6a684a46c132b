package import Domain

/// Who the conversation is held for. Everything in it may be said to anybody.
package struct CreditorProfile: Hashable, Sendable {
    /// As people know it: "Loja Aurora".
    package let tradeName: String
    /// As registered; the trade name where it is not given.
    package let legalName: String
    /// Formatted or not; nil where the creditor gave none.
    package let cnpj: CNPJ?
    /// One line, as CDC art. 42-A asks for on every text that asks for money.
    package let address: String?
    /// Where a person can check by themselves, in the creditor's words: "app Aurora, 0800 000 0000".
    package let officialChannels: String?
    /// The ombudsman or customer service for complaints.
    package let complaintsChannel: String?

    package init(
        tradeName: String, legalName: String? = nil, cnpj: CNPJ? = nil, address: String? = nil,
        officialChannels: String? = nil, complaintsChannel: String? = nil
    ) {
        self.tradeName = tradeName
        self.legalName = legalName ?? tradeName
        self.cnpj = cnpj
        self.address = address
        self.officialChannels = officialChannels
        self.complaintsChannel = complaintsChannel
    }
}
