package import Domain
import Payments
import Store

extension DayClosing {
    /// For accounting and for the desk: a line per payment, then what was pending at the end of the day, then the differences,
    /// then the sums. Amounts with a dot and two decimals.
    package func csv(zone: Zone) -> String {
        var text = CSVText.line([
            "day", "line", "reference", "way", "verdict", "paid_at", "received", "booked", "excess", "unmatched",
            "missing",
        ])
        for line in lines {
            let amounts = [line.payment.amount, line.booked, line.excess, line.unmatched, line.missing]
            text += CSVText.line(
                [
                    day.iso, "payment", line.payment.key, line.payment.way.rawValue, line.kind.rawValue,
                    line.payment.at.rfc3339(in: zone),
                ] + amounts.map(\.bankDecimal))
        }
        for each in pending {
            text += CSVText.line([
                day.iso, "pending", each.payment.reference, "", each.payment.review ?? "",
                each.payment.paidAt.rfc3339(in: zone), "", "", "", each.open.bankDecimal, "",
            ])
        }
        for each in differences {
            text += CSVText.line([
                day.iso, "difference", each.reference, "", each.matter.rawValue, "", each.paid.bankDecimal,
                each.inBooks.bankDecimal, "", "", "",
            ])
        }
        let total = payments.total
        text += CSVText.line(
            [day.iso, "total", "", "", "", ""]
                + [total.received, total.booked, total.excess, total.unmatched, total.missing].map(\.bankDecimal))
        text += CSVText.line([day.iso, "books", "", "", "", "", booksReceived.bankDecimal, "", "", "", ""])
        return text + CSVText.line([day.iso, "went_back", "", "", "", "", wentBack.bankDecimal, "", "", "", ""])
    }
}
