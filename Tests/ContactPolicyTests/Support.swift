import ContactPolicy
import Domain
import Foundation

/// The rules as shipped, built once.
let standardRules: ContactRules = {
    do {
        return try ContactRules(calendar: ContactCalendar(BrazilianCalendar.standard))
    } catch {
        fatalError("the shipped rules do not load: \(error)")
    }
}()

func instant(_ text: String) -> Timestamp {
    guard let instant = Timestamp(rfc3339: text) else { fatalError("not an instant: \(text)") }
    return instant
}

func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(iso: text) else { fatalError("not a day: \(text)") }
    return day
}

let debtor = DebtorID(7)
let phone = ContactPointID(70)
let otherPhone = ContactPointID(71)

/// A neutral first contact of the cadence over WhatsApp, unless told otherwise.
func request(
    _ purpose: ContactPurpose = .cadence(.after), at: Timestamp, channel: Channel = .whatsapp,
    contactPoint: ContactPointID = phone, discloses: Bool = false, identityProven: Bool = false,
    asksForPayment: Bool? = nil, isFreeForm: Bool = false, dueDate: CalendarDay? = nil
) -> ContactRequest {
    ContactRequest(
        key: "case-1:D+1", creditor: CreditorID(1), debtor: debtor, contactPoint: contactPoint, channel: channel,
        purpose: purpose, discloses: discloses, identityProven: identityProven, asksForPayment: asksForPayment,
        isFreeForm: isFreeForm, dueDate: dueDate, at: at)
}

func attempt(
    _ at: Timestamp, _ purpose: ContactPurpose = .cadence(.after), contactPoint: ContactPointID = phone,
    dueDate: CalendarDay? = nil, answered: Bool = true
) -> ContactAttempt {
    ContactAttempt(
        at: at, channel: .whatsapp, contactPoint: contactPoint, purpose: purpose, dueDate: dueDate, answered: answered)
}

let saoPaulo = [ContactPlace(state: .sp, zone: .brasilia)]

func vector(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Vectors/\(name)"), encoding: .utf8)
}
