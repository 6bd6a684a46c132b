import Domain

extension OfferTerms {
    /// The terms as bytes, the same for the same terms for ever: every value that binds, in a fixed order, the policy's
    /// version included. What is only said beside them, the reason, is not among them.
    package var signedBytes: [UInt8] {
        var text = "quita offer 1\n"
        func line(_ name: String, _ values: String...) { text += name + ":" + values.joined(separator: ",") + "\n" }
        // A version is free text: its length says where it ends.
        line("policy", "\(policyVersion.utf8.count)", policyVersion)
        line("authority", authority.rawValue)
        line("kind", kind.rawValue)
        line("on", calculatedOn.iso, validUntil.iso)
        line("interest", "\(interestPerMonth.micros)")
        for item in lines {
            let balance = item.balance
            line(
                "debt", "\(item.debt)", "\(balance.principal.cents)", "\(balance.fine.cents)",
                "\(balance.interest.cents)", "\(balance.correction.cents)", "\(item.waivedCharges.cents)",
                "\(item.principalDiscount.cents)", "\(item.daysPastDue)")
        }
        if let down = downPayment { line("down", "\(down.amount.cents)", down.due.iso) }
        for payment in installments {
            line(
                "payment", "\(payment.number)", "\(payment.amount.cents)", "\(payment.interest.cents)",
                payment.due.iso)
        }
        return Array(text.utf8)
    }

    /// Names the terms: 32 hexadecimal digits, the same for the same terms (FNV-1a, 128 bits). It tells terms apart; it
    /// keeps nobody from forging them, which is the work of `signature`.
    package var fingerprint: String {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in signedBytes { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }

    /// A signature in hexadecimal digits by a message authentication code of the caller's, such as HMAC-SHA-256 under the
    /// installation's key: this room knows no secrets.
    package func signature(by code: ([UInt8]) -> [UInt8]) -> String {
        code(signedBytes).map { padded(String($0, radix: 16)) }.joined()
    }

    /// Whether a signature is that of these terms; takes as long whether it is or not.
    package func isSigned(_ signature: String, by code: ([UInt8]) -> [UInt8]) -> Bool {
        let (given, right) = (Array(signature.utf8), Array(self.signature(by: code).utf8))
        guard given.count == right.count, !right.isEmpty else { return false }
        return zip(given, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func padded(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }
}
