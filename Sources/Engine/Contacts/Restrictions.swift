import ContactPolicy
import Domain
import Store

/// The kinds of `restriction` rows.
enum RestrictionKind: String {
    case optOut = "opt_out", wrongContactPoint = "wrong_contact_point", thirdParty = "third_party", deceased, dispute
    case paidClaim = "paid_claim", hardship, crisis, lawyer, court, refused, marketingOptOut = "marketing_opt_out"
    /// The person asked for time.
    case pause
}

extension EntryContext {
    /// Adds a restriction unless the same one is in force already.
    func restrict(
        _ party: Party, _ kind: RestrictionKind, until: Timestamp? = nil, channel: Channel? = nil,
        contactPoint: ContactPointID? = nil
    ) throws {
        guard let debtor = party.debtor?.id ?? Optional(party.contactPoint.debtor) else { return }
        for var known in try session.restrictions(debtor: debtor)
        where known.kind == kind.rawValue && known.channel == channel?.rawValue && known.contactPoint == contactPoint {
            known.until = until
            return try session.update(known)
        }
        try session.insert(
            RestrictionRow(
                id: nextID(), creditor: party.creditor.id, debtor: debtor, contactPoint: contactPoint,
                kind: kind.rawValue, channel: channel?.rawValue, since: now, until: until))
    }

    /// Ends restrictions of a kind.
    func lift(_ kind: RestrictionKind, debtor: DebtorID, channel: Channel? = nil) throws {
        for var row in try session.restrictions(debtor: debtor)
        where row.kind == kind.rawValue && (channel == nil || row.channel == channel?.rawValue) {
            row.liftedAt = now
            try session.update(row)
        }
    }

    /// The one acknowledgement of each stop has been given.
    func acknowledgeStops(debtor: DebtorID) throws {
        for var row in try session.restrictions(debtor: debtor) where row.detail == nil {
            row.detail = "acknowledged"
            try session.update(row)
        }
    }
}

extension ContactRestrictions {
    /// What the rows, the promise and the agreement say now.
    init(
        rows: [RestrictionRow], promise: PromiseRow?, agreementInGoodStanding: Bool, prescribedOn: CalendarDay?,
        humanOwner: Bool, now: Timestamp
    ) {
        self.init(
            agreementInGoodStanding: agreementInGoodStanding, prescribedOn: prescribedOn, humanOwner: humanOwner)
        if let promise {
            self.promise = PromiseStanding(day: promise.dueDay, reminded: promise.status == "reminded")
        }
        for row in rows {
            if let until = row.until, until <= now { continue }
            let stop = Stop(since: row.since, acknowledged: row.detail == "acknowledged")
            switch RestrictionKind(rawValue: row.kind) {
            case .optOut: optOuts.append(ChannelStop(row.channel.flatMap(Channel.init) ?? .whatsapp, stop))
            case .wrongContactPoint: row.contactPoint.map { wrongContactPoints.append(ContactPointStop($0, stop)) }
            case .thirdParty: row.contactPoint.map { thirdPartyContactPoints.append($0) }
            case .deceased: deceased = stop
            case .dispute: disputeOpenSince = row.since
            case .paidClaim: paidClaimUntil = row.until
            case .hardship: hardshipUntil = row.until
            case .pause: refusedUntil = [refusedUntil, row.until].compactMap { $0 }.max()
            case .crisis: crisis = stop
            case .lawyer: representedByLawyer = true
            case .court: courtOrder = true
            case .refused: refusedUntil = [refusedUntil, row.until].compactMap { $0 }.max()
            case .marketingOptOut, nil: break
            }
        }
    }
}
