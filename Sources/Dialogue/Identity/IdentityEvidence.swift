package import Domain

/// A datum by which a person proved who they are.
package enum IdentityDatum: String, Codable, Hashable, Sendable, CaseIterable {
    case name, cpfStart, cpfEnd, cpfWhole, birthday
}

/// That someone proved to be the debtor: when, how and on which contact point. It is kept with the conversation, carries
/// none of the data itself, and gives no right: `IdentityProof.renew` decides whether it still counts.
package struct IdentityEvidence: Codable, Hashable, Sendable {
    package let debtor: DebtorID
    package let contactPoint: ContactPointID
    package let provedAt: Timestamp
    package let data: [IdentityDatum]
    /// The last time that this person was heard on this contact point: numbers are recycled, so silence weakens proof.
    package let lastHeardAt: Timestamp

    package init(
        debtor: DebtorID, contactPoint: ContactPointID, provedAt: Timestamp, data: [IdentityDatum],
        lastHeardAt: Timestamp
    ) {
        self.debtor = debtor
        self.contactPoint = contactPoint
        self.provedAt = provedAt
        self.data = data
        self.lastHeardAt = lastHeardAt
    }

    func heard(at instant: Timestamp) -> IdentityEvidence {
        IdentityEvidence(
            debtor: debtor, contactPoint: contactPoint, provedAt: provedAt, data: data,
            lastHeardAt: max(lastHeardAt, instant))
    }
}

/// Somebody who has proved to be the debtor. Only `IdentityProof` makes one; it is not `Codable`, so it cannot be kept
/// beyond the step in which it was checked.
package struct ProvenIdentity: Sendable {
    package let evidence: IdentityEvidence

    fileprivate init(_ evidence: IdentityEvidence) { self.evidence = evidence }
}

/// The one place that mints `ProvenIdentity`.
package enum IdentityProof {
    /// A number that was silent for longer than this must prove again (LGPD; numbers are recycled).
    package static let silenceDaysMax: Int64 = 90

    /// Whether evidence still counts now, for this debtor, on this contact point.
    package static func renew(
        _ evidence: IdentityEvidence, debtor: DebtorID, contactPoint: ContactPointID, now: Timestamp
    ) -> ProvenIdentity? {
        guard evidence.debtor == debtor, evidence.contactPoint == contactPoint,
            now <= evidence.lastHeardAt.adding(days: silenceDaysMax)
        else { return nil }
        return ProvenIdentity(evidence)
    }

    /// Mints from data just compared. Two data are needed: the name confirmed, and one that a stranger does not know.
    static func prove(
        data: Set<IdentityDatum>, debtor: DebtorID, contactPoint: ContactPointID, now: Timestamp
    ) -> ProvenIdentity? {
        let secrets = data.subtracting([.name])
        guard data.count >= 2, !secrets.isEmpty else { return nil }
        return ProvenIdentity(
            IdentityEvidence(
                debtor: debtor, contactPoint: contactPoint, provedAt: now,
                data: IdentityDatum.allCases.filter(data.contains), lastHeardAt: now))
    }
}
