package import Domain

/// What holds us back from writing to this person. Adding one never makes anything allowed that was not.
package struct ContactRestrictions: Sendable {
    /// S1: channels on which the person asked for silence.
    package var optOuts: [ChannelStop]
    /// S2: contact points at which somebody else answered.
    package var wrongContactPoints: [ContactPointStop]
    /// P2: contact points known to be a relative's, an employer's, a neighbour's.
    package var thirdPartyContactPoints: [ContactPointID]
    /// S3.
    package var deceased: Stop?
    /// S4: the debt is contested and we have not answered yet.
    package var disputeOpenSince: Timestamp?
    /// S5: the person says that it is paid; we look for the payment until then.
    package var paidClaimUntil: Timestamp?
    /// S6.
    package var promise: PromiseStanding?
    /// S7: an agreement is running and nothing of it is late.
    package var agreementInGoodStanding: Bool
    /// S8.
    package var hardshipUntil: Timestamp?
    /// S9, until a person on our side clears it.
    package var crisis: Stop?
    /// S10.
    package var representedByLawyer: Bool
    /// S11: over-indebtedness proceeding, bankruptcy, court-supervised recovery, court order.
    package var courtOrder: Bool
    /// S12: the day on which the number was entered in a do-not-contact registry.
    package var registryEnrolledOn: CalendarDay?
    /// A1: the first day on which the debt in question is time-barred.
    package var prescribedOn: CalendarDay?
    /// S13: the person refuses to pay; no arguing until then.
    package var refusedUntil: Timestamp?
    /// S14: a person on our side owns the conversation.
    package var humanOwner: Bool

    package init(
        optOuts: [ChannelStop] = [], wrongContactPoints: [ContactPointStop] = [],
        thirdPartyContactPoints: [ContactPointID] = [], deceased: Stop? = nil, disputeOpenSince: Timestamp? = nil,
        paidClaimUntil: Timestamp? = nil, promise: PromiseStanding? = nil, agreementInGoodStanding: Bool = false,
        hardshipUntil: Timestamp? = nil, crisis: Stop? = nil, representedByLawyer: Bool = false,
        courtOrder: Bool = false, registryEnrolledOn: CalendarDay? = nil, prescribedOn: CalendarDay? = nil,
        refusedUntil: Timestamp? = nil, humanOwner: Bool = false
    ) {
        self.optOuts = optOuts
        self.wrongContactPoints = wrongContactPoints
        self.thirdPartyContactPoints = thirdPartyContactPoints
        self.deceased = deceased
        self.disputeOpenSince = disputeOpenSince
        self.paidClaimUntil = paidClaimUntil
        self.promise = promise
        self.agreementInGoodStanding = agreementInGoodStanding
        self.hardshipUntil = hardshipUntil
        self.crisis = crisis
        self.representedByLawyer = representedByLawyer
        self.courtOrder = courtOrder
        self.registryEnrolledOn = registryEnrolledOn
        self.prescribedOn = prescribedOn
        self.refusedUntil = refusedUntil
        self.humanOwner = humanOwner
    }
}

/// A stop that lasts until somebody lifts it, and that we may acknowledge once.
package struct Stop: Hashable, Sendable {
    /// When it was asked for: the platform's time of the message that said so.
    package let since: Timestamp
    /// Our one acknowledgement was made.
    package let acknowledged: Bool

    package init(since: Timestamp, acknowledged: Bool = false) {
        self.since = since
        self.acknowledged = acknowledged
    }
}

package struct ChannelStop: Hashable, Sendable {
    package let channel: Channel
    package let stop: Stop

    package init(_ channel: Channel, _ stop: Stop) {
        self.channel = channel
        self.stop = stop
    }
}

package struct ContactPointStop: Hashable, Sendable {
    package let contactPoint: ContactPointID
    package let stop: Stop

    package init(_ contactPoint: ContactPointID, _ stop: Stop) {
        self.contactPoint = contactPoint
        self.stop = stop
    }
}

/// A promise to pay that is running.
package struct PromiseStanding: Hashable, Sendable {
    /// How the money will come; a boleto clears later.
    package enum Means: String, Codable, Sendable { case pix, boleto }

    package let day: CalendarDay
    package let means: Means
    /// The one courtesy reminder was sent or queued.
    package let reminded: Bool

    package init(day: CalendarDay, means: Means = .pix, reminded: Bool = false) {
        self.day = day
        self.means = means
        self.reminded = reminded
    }
}
