import Console
import Domain
import Engine
import Payments
import Store

/// Fechamento: a day of the creditor's money.
struct ClosingQueries {
    let session: Session
    let viewer: Viewer

    func page() throws -> ClosingPage {
        let day = CalendarDay(iso: viewer.query["dia"]).map { min($0, viewer.today) } ?? viewer.today
        let closing = try session.closing(of: viewer.creditor, on: day, zone: viewer.zone)
        let total = closing.payments.total
        return ClosingPage(
            day: day, received: total.received, booked: total.booked, excess: total.excess,
            unmatched: total.unmatched, booksReceived: closing.booksReceived, wentBack: closing.wentBack,
            kinds: ClosingPage.Kind.allCases.compactMap { kind in
                guard let verdict = ReconciliationVerdict.Kind(rawValue: kind.rawValue),
                    let sum = closing.payments.byVerdict[verdict]
                else { return nil }
                return ClosingPage.KindLine(
                    kind: kind, count: sum.count, received: sum.received, booked: sum.booked)
            },
            pending: closing.pending.map { each in
                ClosingPage.Pending(
                    reference: each.payment.reference, paidAt: each.payment.paidAt, open: each.open,
                    state: ClosingQueries.state(each.payment.review))
            },
            differences: closing.differences.compactMap { each in
                ClosingPage.Difference.Matter(rawValue: each.matter.rawValue).map {
                    ClosingPage.Difference(
                        matter: $0, reference: each.reference, paid: each.paid, inBooks: each.inBooks)
                }
            }, isBalanced: closing.isBalanced)
    }

    /// The same day as a file.
    func csv(_ day: CalendarDay) throws -> String {
        try session.closing(of: viewer.creditor, on: day, zone: viewer.zone).csv(zone: viewer.zone)
    }

    private static func state(_ review: String?) -> ClosingPage.Pending.State {
        switch review {
        case "open": .open
        case "credit": .credit
        default: .decided
        }
    }
}
