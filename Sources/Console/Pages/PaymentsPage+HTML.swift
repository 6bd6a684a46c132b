import Domain

extension PaymentsPage {
    package var title: Phrase { .paymentsTitle }
    package var railSection: Section? { .cases }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.paymentsTitle, aside: span(.class("quiet")) { Phrase.paymentsWaiting(payments.count) })
            section(.class("panel"), .aria(.label, .paymentsTitle)) {
                if payments.isEmpty {
                    Panel.empty(.noPaymentsWaiting, .noPaymentsWaitingRemedy)
                } else {
                    p(.class("note")) { Phrase.paymentsHint }
                    list(frame)
                }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        tableFrame(.paymentsTitle, style: "rows") {
            thead {
                tr {
                    headCell(.when)
                    headCell(.paymentAmount, numeric: true)
                    headCell(.paymentOpen, numeric: true)
                    headCell(.paymentMatter)
                    headCell(.paymentPayer)
                    if mayAct { headCell(.paymentActs) }
                }
            }
            tbody { for payment in payments { row(payment, frame) } }
        }
    }

    private func row(_ payment: PaymentToPlace, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) {
                frame.ago(payment.paidAt)
                p(.class("note mb-0")) { payment.reference }
            }
            td(.class("num")) { Format.money(payment.amount) }
            td(.class("num")) { Format.money(payment.open) }
            td { chip(.paymentMatter(payment.matter), .attention) }
            td {
                if let payer = payment.payer {
                    if let id = payer.caseID { a(.href(.caseFile(id))) { payer.name } } else { payer.name }
                } else {
                    span(.class("quiet")) { Phrase.nobodyYet }
                }
            }
            if mayAct { td { acts(payment, frame) } }
        }
    }

    private func acts(_ payment: PaymentToPlace, _ frame: Frame) -> HTML {
        HTML {
            assignment(payment, frame)
            if payment.payer != nil {
                simple(.keepPayment(payment.id), .keepAsCredit, payment, frame)
            }
            if mayRefund { simple(.refundPayment(payment.id), .giveBack, payment, frame) }
        }
    }

    private func assignment(_ payment: PaymentToPlace, _ frame: Frame) -> HTML {
        let field = "titulo-\(payment.id)"
        return HTML {
            if payment.payer?.debts.isEmpty ?? false {
                p(.class("note mb-1")) { Phrase.noOpenDebt }
            } else {
                form(.post, .action(.assignPayment(payment.id)), .class("mb-2")) {
                    Form.token(frame)
                    label(.class("form-label small quiet mb-1"), .for(field)) { Phrase.paysContract }
                    if let payer = payment.payer {
                        select(.id(field), .name("titulo"), .class("form-select mb-1"), .required) {
                            for debt in payer.debts {
                                option(.value(debt.id.description)) {
                                    Phrase.contractOwing(debt.contract, debt.owed)
                                }
                            }
                        }
                    } else {
                        input(
                            .id(field), .name("contrato"), .type("text"), .class("form-control mb-1"), .maxlength(80),
                            .autocomplete("off"), .required)
                    }
                    button(.type("submit"), .class("btn btn-primary")) { Phrase.payWithIt }
                }
            }
        }
    }

    private func simple(
        _ action: Address, _ text: Phrase, _ payment: PaymentToPlace, _ frame: Frame
    ) -> HTML {
        form(.post, .action(action), .class("d-inline-block me-2")) {
            Form.token(frame)
            button(.type("submit"), .class("btn quiet-button")) { text }
        }
    }
}
