import Dialogue
import Domain
import Foundation
import Store

/// Who a contact is between: the creditor, and a person at a contact point.
struct Party {
    let creditor: CreditorRow
    let settings: CreditorSettings
    /// Nil while nobody known answers there.
    let debtor: DebtorRow?
    var contactPoint: ContactPointRow

    /// Stands in a contact point's `debtor` while it belongs to nobody known.
    static let nobody = DebtorID(0)

    /// The debtor's likeliest zone: the address's, else the area code's, else the creditor's.
    var zone: Zone {
        if let state = debtor?.state.flatMap({ FederativeUnit(rawValue: $0) }) { return state.zone }
        return PhoneNumber(e164: contactPoint.value)?.zone ?? settings.zone
    }

    /// The lane in which messages to this person leave one after the other.
    var lane: String { "whatsapp:\(settings.whatsAppNumberID ?? "-"):\(contactPoint.id)" }
}

extension EntryContext {
    func settings(of creditor: CreditorRow) throws -> CreditorSettings {
        do {
            return try JSONDecoder().decode(CreditorSettings.self, from: Data(creditor.profile.utf8))
        } catch {
            throw EntryError.badBody(kind: "creditor \(creditor.key)", reason: "\(error)")
        }
    }

    func creditor(_ id: CreditorID) throws -> CreditorRow {
        guard let found = try session.find(CreditorRow.self, .id(id)) else {
            throw EntryError.missing("creditor \(id)")
        }
        return found
    }

    func party(contactPoint: ContactPointRow) throws -> Party {
        let creditor = try creditor(contactPoint.creditor)
        let debtor =
            contactPoint.debtor == Party.nobody
            ? nil : try session.find(DebtorRow.self, .id(contactPoint.debtor))
        return Party(
            creditor: creditor, settings: try settings(of: creditor), debtor: debtor, contactPoint: contactPoint)
    }

    func party(conversation: ConversationRow) throws -> Party {
        guard let point = conversation.contactPoint,
            let contactPoint = try session.find(ContactPointRow.self, .id(point))
        else { throw EntryError.missing("the contact point of conversation \(conversation.id)") }
        return try party(contactPoint: contactPoint)
    }
}
