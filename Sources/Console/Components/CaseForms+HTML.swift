import Domain

extension CaseForms {
    /// Closed until somebody opens one, so that a case shows first what is, and then what can be done.
    func html(of id: CaseID, _ frame: Frame) -> HTML {
        Panel.titled(.caseForms, id: "registrar") {
            part(.takePayment, .takePaymentHint) { paymentForm(id, frame) }
            if hasConversation { part(.clientMeans, .clientMeansHint) { meansForm(id, frame) } }
            if mayAgree, !messages.isEmpty { part(.makeAgreement, .makeAgreementHint) { agreementForm(id, frame) } }
        }
    }

    private func part(_ title: Phrase, _ hint: Phrase, @HTMLBuilder content: () -> HTML) -> HTML {
        details(.class("mb-2")) {
            summary { title }
            p(.class("note")) { hint }
            content()
        }
    }

    private func paymentForm(_ id: CaseID, _ frame: Frame) -> HTML {
        form(.post, .action(.takePayment(id))) {
            Form.token(frame)
            named(.contract, "recebido-titulo") {
                select(.id("recebido-titulo"), .name("titulo"), .class("form-select"), .required) {
                    for debt in debts {
                        option(.value(debt.id.description)) { Phrase.contractOwing(debt.contract, debt.owed) }
                    }
                }
            }
            amount(.amountInReais, "valor", "recebido-valor", isRequired: true)
            dayField(.paidOn, "dia", "recebido-dia", today)
            named(.paymentNote, "recebido-nota") {
                input(
                    .id("recebido-nota"), .name("nota"), .type("text"), .class("form-control"), .maxlength(60),
                    .autocomplete("off"), .required)
            }
            button(.type("submit"), .class("btn btn-primary")) { Phrase.bookPayment }
        }
    }

    private func meansForm(_ id: CaseID, _ frame: Frame) -> HTML {
        form(.post, .action(.stateMeans(id))) {
            Form.token(frame)
            amount(.monthlyIncome, "renda", "renda-valor", isRequired: true)
            amount(.monthlyCommitments, "compromissos", "renda-compromissos", isRequired: true)
            button(.type("submit"), .class("btn btn-primary")) { Phrase.keepMeans }
        }
    }

    private func agreementForm(_ id: CaseID, _ frame: Frame) -> HTML {
        form(.post, .action(.agree(id))) {
            Form.token(frame)
            named(.agreementCount, "acordo-parcelas") {
                input(
                    .id("acordo-parcelas"), .name("parcelas"), .type("number"), .class("form-control"), .value("1"),
                    .required)
            }
            amount(.agreementTotal, "total", "acordo-total", isRequired: false)
            amount(.agreementDown, "entrada", "acordo-entrada", isRequired: false)
            dayField(.agreementFirst, "primeiro", "acordo-primeiro", today)
            named(.agreementYes, "acordo-mensagem") {
                select(.id("acordo-mensagem"), .name("mensagem"), .class("form-select"), .required) {
                    for message in messages {
                        option(.value(message.id.description)) {
                            "\(Format.short(message.at, now: frame.now, in: frame.zone)): \(message.words)"
                        }
                    }
                }
            }
            button(.type("submit"), .class("btn btn-primary")) { Phrase.bookAgreement }
        }
    }

    private func named(_ text: Phrase, _ id: String, @HTMLBuilder content: () -> HTML) -> HTML {
        div(.class("mb-2")) {
            label(.class("form-label small quiet mb-1"), .for(id)) { text }
            content()
        }
    }

    private func amount(_ text: Phrase, _ name: StaticString, _ id: String, isRequired: Bool) -> HTML {
        named(text, id) {
            input(
                .id(id), .name(name), .type("text"), .class("form-control"), .maxlength(20), .autocomplete("off"),
                isRequired ? .required : nil)
        }
    }

    private func dayField(_ text: Phrase, _ name: StaticString, _ id: String, _ day: CalendarDay) -> HTML {
        named(text, id) {
            input(.id(id), .name(name), .type("date"), .class("form-control"), .value(day.iso), .required)
        }
    }
}
