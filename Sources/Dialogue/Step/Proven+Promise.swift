import Domain
import Language
import Negotiation
import Wording

/// "Dia 5 eu pago": a promise is said back with its weekday, and a vague one is asked about once.
extension Proven {
    func takePromise(_ heard: Heard, _ turn: inout TurnBuilder) {
        let amount = heard.entities.amount ?? heard.details.found.amount
        let said = heard.entities.date ?? heard.details.found.date ?? nextDay(heard.entities.dayOfMonth, turn)
        let date = said.map { afterRange($0, heard, turn) }
        if let date, date > turn.today, heard.namesInstallment, startsPlan(on: date, &turn) { return }
        switch heard.details.dateDoubt {
        case .ambiguous(let days): return ask(.askWhichDate(days), &turn)
        case .range(let from, let through):
            turn.next.askedFrom = from
            return ask(turn.next.askedForDate ? .askWhichDate([from, through]) : .askDate, &turn)
        case .invalid: return ask(.dateInvalid, &turn)
        case .vague(.payday) where date == nil: return askOnce(.askPayday, &turn)
        case .past where date.map({ $0 < turn.today }) ?? true: return askOnce(.askDate, &turn)
        default: break
        }
        guard let date, date >= turn.today else { return askOnce(.askDate, &turn) }
        if date == turn.today { return payNow(heard, &turn) }
        let latest = turn.today.adding(days: turn.facts.promiseDaysMax)
        if date > latest {
            turn.next.stage = .proposedDate(latest, amount: amount)
            turn.because(.outsidePolicy, "promise after \(latest.iso)")
            return turn.say(
                .promiseTooFar(latest: latest), to: identity,
                .buttons([(.day(latest), .confirm), (.changeDate, .changeDate), (.person, .talkToPerson)]))
        }
        promise(date, amount, heard, &turn)
    }

    /// Records the promise and says it back. A day without banks is said to be one, with the next that has them.
    func promise(_ date: CalendarDay, _ amount: Money?, _ heard: Heard, _ turn: inout TurnBuilder) {
        turn.next.promise = Promise(due: date, amount: amount)
        turn.next.askedForDate = false
        turn.next.askedFrom = nil
        turn.command(.promiseMade(due: date, amount: amount, evidence: heard.lastMessage))
        turn.disposition(.promise)
        let wasProposed = if case .proposedDate = turn.next.stage { true } else { false }
        if !turn.facts.calendar.isBankBusinessDay(date), !wasProposed {
            let next = turn.facts.calendar.nextBankBusinessDay(onOrAfter: date)
            turn.next.stage = .proposedDate(next, amount: amount)
            return turn.say(
                .promiseNotBusinessDay(due: date, next: next, amount: amount), to: identity,
                .buttons([(.day(date), .thatDay), (.day(next), .nextDay)]))
        }
        turn.next.stage = .resting
        turn.say(
            .promiseNoted(due: date, amount: amount), to: identity,
            .buttons([(.changeDate, .changeDate), (.sendPix, .sendPix)]))
    }

    /// A tap on one of the days that were proposed.
    func chooseDay(_ day: CalendarDay, _ heard: Heard, _ turn: inout TurnBuilder) {
        let latest = turn.today.adding(days: turn.facts.promiseDaysMax)
        guard day >= turn.today, day <= latest else {
            turn.because(.staleChoice, day.iso)
            return ask(.askDate, &turn)
        }
        var amount = turn.next.promise?.amount
        if case .proposedDate(_, let proposed) = turn.next.stage { amount = proposed ?? amount }
        turn.next.stage = .proposedDate(day, amount: amount)
        promise(day, amount, heard, &turn)
    }

    private func ask(_ phrase: DebtPhrase, _ turn: inout TurnBuilder) {
        turn.next.stage = .askedDate
        turn.next.askedForDate = true
        turn.say(phrase, to: identity)
    }

    /// One gentle question; after it the matter is let go.
    private func askOnce(_ phrase: DebtPhrase, _ turn: inout TurnBuilder) {
        guard turn.next.askedForDate else { return ask(phrase, &turn) }
        turn.next.stage = .resting
        turn.next.askedForDate = false
        turn.because(.notUnderstood, "date")
        turn.say(.vagueLetGo, to: identity)
    }

    /// After "semana que vem", "na quarta" is the one of that week.
    private func afterRange(_ day: CalendarDay, _ heard: Heard, _ turn: TurnBuilder) -> CalendarDay {
        guard let from = turn.next.askedFrom, turn.next.stage == .askedDate, day < from,
            heard.details.digitGroups.isEmpty
        else { return day }
        let later = day.adding(days: 7)
        return later >= from ? later : day
    }

    /// "posso pagar a primeira dia 5?": a plan that is on the table, from another day on.
    private func startsPlan(on day: CalendarDay, _ turn: inout TurnBuilder) -> Bool {
        let plan: OfferTerms? =
            switch turn.next.stage {
            case .confirming(let terms): terms.kind == .plan ? terms : nil
            case .offering: turn.next.offersShown.first { $0.kind == .plan }
            default: nil
            }
        guard let plan else { return false }
        if plan.downPayment != nil {
            // What is paid first is the down payment, within its days; the installments can fall on the day named.
            respond(to: Wish(installments: plan.installments.count, dayOfMonth: day.day), &turn)
        } else {
            respond(to: Wish(installments: plan.installments.count, firstDue: day), &turn)
        }
        return true
    }

    private func nextDay(_ dayOfMonth: Int?, _ turn: TurnBuilder) -> CalendarDay? {
        guard let dayOfMonth, (1...31).contains(dayOfMonth) else { return nil }
        for months in 0...2 {
            let month = turn.today.adding(months: months)
            if let day = CalendarDay(year: month.year, month: month.month, day: dayOfMonth), day > turn.today {
                return day
            }
        }
        return nil
    }
}
