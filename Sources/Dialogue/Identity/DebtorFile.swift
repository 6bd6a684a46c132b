package import Domain

/// A debtor as a conversation has them: a first name that may be said to anybody, and a case that may be seen only by who
/// proved to be this debtor.
package struct DebtorFile: Sendable {
    package let debtor: DebtorID
    /// Only the first name, as displayed: "Ana".
    package let firstName: String
    /// The whole name, folded, to understand "sou a Ana Souza"; never said.
    let foldedName: String
    let secrets: IdentityMaterial
    private let contents: CaseContents

    package init(debtor: DebtorID, name: PersonName, secrets: IdentityMaterial, contents: CaseContents) {
        self.debtor = debtor
        firstName = name.first
        foldedName = name.folded
        self.secrets = secrets
        self.contents = contents
    }

    /// The case, for who has proved to be this very debtor.
    package func reveal(to identity: ProvenIdentity) -> CaseContents? {
        identity.evidence.debtor == debtor ? contents : nil
    }
}

extension DebtorFile: CustomStringConvertible, CustomReflectable {
    package var description: String { "DebtorFile(\(debtor))" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
