extension LedgerEvent {
    /// What happened, in a word that exports and queries may rely on.
    package var name: String {
        switch self {
        case .placed: "placed"
        case .corrected: "corrected"
        case .accrued: "accrued"
        case .discounted: "discounted"
        case .writtenOff: "written_off"
        case .writeOffReversed: "write_off_reversed"
        case .paid: "paid"
        case .assigned: "assigned"
        case .released: "released"
        case .refundRequested: "refund_requested"
        case .refundConfirmed: "refund_confirmed"
        case .refundFailed: "refund_failed"
        case .contested: "contested"
        case .contestUpheld: "contest_upheld"
        case .contestRejected: "contest_rejected"
        case .agreed: "agreed"
        case .agreementAccrued: "agreement_accrued"
        case .broken: "broken"
        }
    }

    /// The payment that the event is about.
    package var payment: PaymentID? {
        switch self {
        case .paid(let payment, _, _), .assigned(let payment, _), .released(let payment),
            .refundRequested(let payment, _), .refundConfirmed(let payment, _), .refundFailed(let payment, _),
            .contested(let payment, _), .contestUpheld(let payment), .contestRejected(let payment):
            payment
        case .placed, .corrected, .accrued, .discounted, .writtenOff, .writeOffReversed, .agreed, .agreementAccrued,
            .broken:
            nil
        }
    }
}
