import Channels
import Dialogue
import Domain
import Foundation
import Store

extension CollectionEngine {
    /// Meta's webhook, as its bytes came: understood here, event by event. A part that is not understood is kept and
    /// counted; it stops nobody.
    func whatsAppWebhook(_ context: EntryContext) throws {
        let events: [WhatsAppEvent]
        do {
            events = try WhatsAppWebhook.parse(context.entry.body)
        } catch {
            throw EntryError.badBody(kind: context.entry.kind.rawValue, reason: "\(error)")
        }
        for event in events {
            let creditor = try event.origin.numberID.flatMap { try context.session.creditor(whatsAppNumber: $0) }
            // Statuses join and messages are known by their ids; the rest is kept out twice by its key.
            guard let creditor else {
                try keep(event, creditor: nil, context)
                continue
            }
            switch event.kind {
            case .messageReceived, .selectionReceived, .flowSubmitted, .contactShared, .messageUnsupported:
                try received(event, creditor, context)
            case .deliveryUpdated(let update): try delivered(event, update, creditor, context)
            case .identityChanged(let change): try identityChanged(event, change, creditor, context)
            case .echoSent(let echo): try echoed(event, echo, creditor, context)
            case .preferenceChanged(let category, let value, _):
                try preferenceChanged(event, category, value, creditor, context)
            default: try keep(event, creditor: creditor, context)
            }
        }
    }

    /// Events about accounts, templates and numbers; and whatever was not understood.
    private func keep(_ event: WhatsAppEvent, creditor: CreditorRow?, _ context: EntryContext) throws {
        guard try context.session.markSeen("event:" + event.dedupKey.text, entry: context.entry.seq) else { return }
        try context.session.insert(
            PlatformEventRow(
                id: context.nextID(), creditor: creditor?.id, at: event.at ?? context.now, kind: event.kind.name,
                detail: String("\(event.kind)".prefix(4_000))))
        try throwSwitches(event, creditor, context)
    }

    /// Stop switches: sending on a path stops at once, until Meta's own instant or until a person clears it.
    private func throwSwitches(_ event: WhatsAppEvent, _ creditor: CreditorRow?, _ context: EntryContext) throws {
        let owners = try creditor.map { [$0] } ?? context.session.creditors()
        func stop(_ name: String, until: Timestamp?, _ reason: String) throws {
            for owner in owners {
                try context.session.throwSwitch(
                    StopSwitchRow(
                        name: "\(name)@\(owner.id)", creditor: owner.id, since: context.now, until: until,
                        reason: reason))
            }
        }
        switch event.kind {
        case .accountRestricted(let restriction):
            try stop("account", until: restriction.until, restriction.restrictions.joined(separator: ", "))
        case .accountDisabled(let disabling):
            if disabling.state == "REINSTATE" {
                for owner in owners { try context.session.clearSwitch("account@\(owner.id)") }
            } else {
                try stop("account", until: nil, disabling.state)
            }
        case .accountError(let error) where WhatsAppErrors.rule(for: error.code).action.stopsSender:
            try stop("account", until: nil, WhatsAppErrors.rule(for: error.code).text)
        case .templateStatusChanged(let change):
            guard let name = change.template.name else { return }
            if change.allowsSending {
                for owner in owners { try context.session.clearSwitch("template:\(name)@\(owner.id)") }
            } else {
                try stop("template:\(name)", until: nil, change.event)
            }
        case .templateCategoryChanging(let template, _, let future, _),
            .templateCategoryChanged(let template, _, let future):
            if let name = template.name, future.uppercased() == "MARKETING" {
                try stop("template:\(name)", until: nil, "category \(future)")
            }
        default: break
        }
    }

    private func preferenceChanged(
        _ event: WhatsAppEvent, _ category: String, _ value: String, _ creditor: CreditorRow, _ context: EntryContext
    ) throws {
        guard try context.session.markSeen("event:" + event.dedupKey.text, entry: context.entry.seq),
            let contact = event.contact, let conversation = try conversation(of: contact, creditor, context)
        else { return }
        let party = try context.party(conversation: conversation)
        if value == "stop" {
            try context.restrict(party, .marketingOptOut)
        } else if value == "resume" {
            try context.lift(.marketingOptOut, debtor: party.contactPoint.debtor)
        }
        try context.record(
            .note, creditor: creditor.id, debtor: party.debtor?.id, ["preference": "\(category) \(value)"])
    }
}
