/// How a creditor's charges are made at its bank by the Pix API, instead of as static codes.
package struct PixBankSettings: Codable, Hashable, Sendable {
    /// The connection's name, as the installation configures it.
    package var name: String
    /// How long a debtor waits for the bank's code, in seconds, before there is another way.
    package var waitSeconds: Int64
    /// Whether that other way may be a static code of the key; else a person is asked.
    package var allowsStaticCode: Bool
    /// How long a charge with a due day can still be paid after it, in calendar days.
    package var validDaysAfterDue: Int
    /// How often the bank is asked for payments that it has not told of, in minutes.
    package var reconcileMinutes: Int64

    package init(name: String) {
        self.name = name
        waitSeconds = 15
        allowsStaticCode = true
        validDaysAfterDue = 30
        reconcileMinutes = 15
    }
}
