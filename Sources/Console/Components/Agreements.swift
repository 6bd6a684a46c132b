import Domain

extension AgreementCard {
    func html(_ frame: Frame) -> HTML {
        div(.class("card-block")) {
            p(.class("d-flex flex-wrap gap-2 align-items-baseline mb-0")) {
                strong { Format.money(total) }
                state.chip
                span(.class("note")) {
                    if before > total { Phrase.discount(Format.money(before - total)) }
                }
            }
            p(.class("note")) {
                frame.moment(madeAt)
                " "
                Phrase.madeBy(Phrase.author(by).text(in: frame.language))
                " · "
                Phrase.paidOf(installments.filter { $0.isPaid }.count, installments.count)
            }
            tableFrame(.agreement) {
                thead {
                    tr {
                        headCell(.installment)
                        headCell(.due)
                        headCell(.amount, numeric: true)
                        headCell(.state)
                    }
                }
                tbody { for line in installments { line.row(frame) } }
            }
        }
    }
}

extension InstallmentLine {
    fileprivate var isPaid: Bool {
        if case .paid = state { true } else { false }
    }

    fileprivate func row(_ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) { number == 0 ? Phrase.downPayment : .verbatim(String(number)) }
            td { Format.dated(due) }
            td(.class("num")) { Format.money(amount) }
            td {
                switch state {
                case .open: span(.class("quiet")) { Phrase.installmentState(state) }
                case .late: chip(.installmentState(state), .attention)
                case .paid(let at):
                    chip(.installmentState(state), .good)
                    " "
                    time(.datetime(at.rfc3339(in: frame.zone)), .title(Format.full(at, in: frame.zone))) {
                        Portuguese.shortDate(frame.zone.day(at))
                    }
                }
            }
        }
    }
}

extension PromiseLine {
    func item(_ frame: Frame) -> HTML {
        li {
            strong { amount.map { Phrase.verbatim(Format.money($0)) } ?? .noAmount }
            " "
            Phrase.until(Format.day(due))
            " "
            state.chip
        }
    }
}

extension RestrictionLine {
    func item(_ frame: Frame) -> HTML {
        li {
            strong { Phrase.restriction(kind) }
            span(.class("quiet second")) {
                frame.moment(since)
                if let until {
                    " "
                    Phrase.until(Format.short(until, now: frame.now, in: frame.zone))
                }
            }
            if let reason { span(.class("said second")) { reason } }
        }
    }
}

extension OfferLine {
    func item() -> HTML {
        li {
            strong { Format.money(total) }
            " "
            if installments > 1 {
                Phrase.times(installments, Format.money(installment), down: down.map(Format.money))
            } else {
                Phrase.cash
            }
            if discount > .zero { span(.class("quiet second")) { Phrase.discount(Format.money(discount)) } }
        }
    }
}
