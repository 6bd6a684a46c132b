/// A way to reach a person. Names are the ones written in cadences.
package enum Channel: String, CaseIterable, Codable, Sendable {
    case whatsapp, sms, email, call, letter
}
