package import Domain

/// All that is known about one message's way: the earliest instant of each status, why it failed, what it costs.
///
/// Records join like `DeliveryStatus`: any order and any repetition of the same reports give the same record.
package struct DeliveryRecord: Hashable, Sendable {
    /// The earliest instant reported for each status.
    package private(set) var instants: [DeliveryStatus: Timestamp] = [:]
    /// Of the earliest failure.
    package private(set) var failure: Failure?
    /// Counted once, however many statuses carry it.
    package private(set) var billing: Billing?
    private var billedAt: Timestamp?

    package struct Failure: Hashable, Sendable {
        package let at: Timestamp
        package let code: Int

        package init(at: Timestamp, code: Int) {
            self.at = at
            self.code = code
        }
    }

    package init() {}

    package init(_ status: DeliveryStatus, at: Timestamp, errorCode: Int? = nil, billing: Billing? = nil) {
        instants[status] = at
        if status == .failed, let errorCode { failure = Failure(at: at, code: errorCode) }
        if let billing {
            self.billing = billing
            billedAt = at
        }
    }

    /// Nil for an event that is not about a delivery.
    package init?(_ event: WhatsAppEvent) {
        guard case .deliveryUpdated(let update) = event.kind, let at = event.at else { return nil }
        self.init(update.status, at: at, errorCode: update.error?.code, billing: update.billing)
    }

    /// The furthest status; nil when nothing was reported.
    package var status: DeliveryStatus? { instants.keys.max() }

    /// When the status was reached by its own report; where only a later one came (`read` without `delivered`), the
    /// instant of the first that implies it.
    package func reached(_ status: DeliveryStatus) -> Timestamp? {
        instants[status] ?? instants.filter { $0.key.implies(status) }.values.min()
    }

    package func joined(with other: DeliveryRecord) -> DeliveryRecord {
        var joined = self
        joined.instants.merge(other.instants, uniquingKeysWith: min)
        joined.failure = [failure, other.failure].compactMap { $0 }.min { ($0.at, $0.code) < ($1.at, $1.code) }
        let bills = [self, other].filter { $0.billing != nil }.min { $0.billingOrder < $1.billingOrder }
        joined.billing = bills?.billing
        joined.billedAt = bills?.billedAt
        return joined
    }

    /// A total order over billings, so that joining does not depend on who came first.
    private var billingOrder: (Int64, Int, String, String, String) {
        (
            billedAt?.milliseconds ?? .max, billing?.billable == true ? 0 : 1, billing?.category ?? "",
            billing?.type ?? "", billing?.subtype ?? ""
        )
    }
}
