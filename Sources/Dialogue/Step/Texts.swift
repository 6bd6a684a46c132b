import Domain
import Language
import Negotiation
import Wording

/// From what is known to what words take.
extension TurnBuilder {
    var name: String { facts.file.firstName }

    var creditorText: CreditorText {
        let creditor = facts.creditor
        return CreditorText(
            tradeName: creditor.tradeName, legalName: creditor.legalName, cnpj: creditor.cnpj?.formatted,
            address: creditor.address, officialChannels: creditor.officialChannels,
            complaintsChannel: creditor.complaintsChannel)
    }

    var serviceTime: ServiceTime {
        switch facts.serviceHours.nextService(at: facts.deskZone.localTime(now), calendar: facts.calendar) {
        case .openNow(let until):
            .openNow(untilMinute: heard(facts.deskZone.localTime(now).day, until).minuteOfDay)
        case .opens(let day, let minute): { .opens($0.day, minute: $0.minuteOfDay) }(heard(day, minute))
        case nil: .unknown
        }
    }

    /// A time of the desk, as the debtor's own clock shows it.
    private func heard(_ day: CalendarDay, _ minute: Int) -> LocalTime {
        facts.zone.localTime(facts.deskZone.instant(day, minuteOfDay: minute))
    }

    func spoken(_ time: TimeOfDay?) -> SpokenTime? {
        switch time {
        case .clock(let minute): .minute(minute)
        case .morning: .morning
        case .afternoon: .afternoon
        case .evening: .evening
        case nil: nil
        }
    }
}

extension OfferText {
    init(_ terms: OfferTerms) {
        func payment(_ payment: ScheduledPayment) -> Payment { Payment(amount: payment.amount, due: payment.due) }
        self.init(
            total: terms.total, saving: terms.saving, down: terms.downPayment.map(payment),
            installments: terms.installments.map(payment), isCash: terms.kind == .cash,
            interestPerMonth: terms.interestPerMonth)
    }
}

extension DebtText {
    init(_ debt: DebtView) {
        self.init(
            product: debt.product, contractEnd: debt.contractEnd, due: debt.dueDate, original: debt.originalAmount,
            paid: debt.originalAmount - debt.balance.principal,
            fine: debt.balance.fine, interest: debt.balance.interest, correction: debt.balance.correction,
            total: debt.balance.total, finePercentage: debt.finePercentage, interestPerMonth: debt.interestPerMonth)
    }
}

extension Tongue {
    init(_ language: MessageLanguage) {
        switch language {
        case .portuguese: self = .portuguese
        case .spanish: self = .spanish
        case .english: self = .english
        }
    }
}
