import Dialogue
import Domain
import Foundation
import Negotiation
import Store
import Wording

extension CollectionEngine {
    /// All that a step of the conversation may know, loaded anew.
    func conversationFacts(_ party: Party, _ context: EntryContext) throws -> ConversationFacts {
        let settings = party.settings
        let creditor = CreditorProfile(
            tradeName: settings.tradeName, legalName: settings.legalName,
            cnpj: settings.cnpj.flatMap { try? CNPJ(parsing: $0) }, address: settings.address,
            officialChannels: settings.officialChannels, complaintsChannel: settings.complaintsChannel)
        return ConversationFacts(
            creditor: creditor, file: try debtorFile(party, context), contactPoint: party.contactPoint.id,
            zone: party.zone, calendar: configuration.calendar, deskZone: settings.zone,
            serviceHours: settings.serviceHours,
            catalogue: try catalogue(party),
            answers: try answers(of: party.creditor, context.session))
    }

    /// The texts: the product's own, unless the creditor has others or speaks in another register.
    private func catalogue(_ party: Party) throws -> Catalogue {
        let settings = party.settings
        guard let registers = settings.registers, registers != RegisterChoice() else {
            return settings.texts.isEmpty ? .standard : try Catalogue(overrides: settings.texts)
        }
        return try Catalogue(overrides: settings.texts, register: registers.register(for: profile(party)))
    }

    /// The creditor's own answers to questions, where it has activated some.
    private func answers(of creditor: CreditorRow, _ session: Session) throws -> FrequentAnswers {
        guard let reader = configuration.reader,
            let row = try session.activeStrategy(creditor: creditor.id, kind: .faq)
        else { return .none }
        return try strategies.answers(row, reader)
    }

    /// What the portfolio's file says of the person's profile, in a column of its own.
    private func profile(_ party: Party) -> String? {
        party.debtor?.attribute("perfil", "segmento", "profile", "segment")
    }

    private func debtorFile(_ party: Party, _ context: EntryContext) throws -> DebtorFile {
        guard let debtor = party.debtor else {
            // Nobody known: nothing to compare with, nothing to reveal.
            return DebtorFile(
                debtor: Party.nobody, name: PersonName(""), secrets: IdentityMaterial(cpf: nil),
                contents: CaseContents(
                    debts: [], negotiation: NegotiationFacts(debts: [], previousBreaks: 0, segment: nil),
                    policy: try fallbackPolicy()))
        }
        let cpf: CPF? = if case .cpf(let cpf)? = TaxDocument(normalized: debtor.document) { cpf } else { nil }
        return DebtorFile(
            debtor: debtor.id, name: PersonName(debtor.name),
            secrets: IdentityMaterial(cpf: cpf, birthDate: debtor.birthDay),
            contents: try caseContents(party, debtor, context))
    }

    private func caseContents(_ party: Party, _ debtor: DebtorRow, _ context: EntryContext) throws -> CaseContents {
        let session = context.session
        let today = party.zone.day(context.now)
        let debts = try session.debts(debtor: debtor.id).filter { $0.status == "open" }
        let agreement = try currentAgreement(debtor.id, session)
        let views = try debts.map { try debtView($0, party, today, session) }
        let payments = try session.payments(debtor: debtor.id)
        return CaseContents(
            debts: views, negotiation: try negotiationFacts(debts, party, today, debtor, context),
            policy: try policy(of: party.creditor, session),
            agreement: try agreement.map { try view($0, party, today) },
            lastPayment: payments.last.map { PaymentView(amount: $0.amount, paidOn: party.zone.day($0.paidAt)) })
    }

    private func debtView(_ debt: DebtRow, _ party: Party, _ day: CalendarDay, _ session: Session) throws -> DebtView {
        let amounts = try amounts(debt, party, day, session)
        return DebtView(
            id: debt.id, product: debt.product, contractEnd: String(debt.contract.suffix(4)),
            originalAmount: debt.original, dueDate: debt.dueDay, balance: BalanceComponents(amounts),
            daysPastDue: amounts.effectiveDue.days(until: day), finePercentage: party.settings.lateCharges.fine,
            interestPerMonth: party.settings.lateCharges.monthlyInterest)
    }

    func currentAgreement(_ debtor: DebtorID, _ session: Session) throws -> AgreementRow? {
        try session.agreements(debtor: debtor).last(where: \.isRunning)
    }

    private func view(_ agreement: AgreementRow, _ party: Party, _ today: CalendarDay) throws -> AgreementView {
        let life = try life(of: agreement)
        // What is left of it, and what it bears when it is late.
        let next = openPayment(of: life).map { payment in
            ScheduledPayment(
                number: payment.number, due: payment.due,
                amount: payment.amount + lateCharges(of: payment, on: today, party), interest: payment.interest)
        }
        return AgreementView(
            terms: life.terms, nextPayment: next, paidCount: life.progress.count { $0.paid == $0.payment.amount })
    }

    /// The policy in force; without one, the least that can be offered: the whole balance, at once.
    func policy(of creditor: CreditorRow, _ session: Session) throws -> NegotiationPolicy {
        guard let row = try session.activeStrategy(creditor: creditor.id, kind: .negotiation) else {
            return try fallbackPolicy()
        }
        return try strategies.policy(row)
    }

    private func fallbackPolicy() throws -> NegotiationPolicy {
        try NegotiationPolicy(
            version: "none",
            rules: [
                OfferRule(
                    when: OfferCondition(), cash: CashTerms(waive: [], principalDiscount: .zero), installments: nil)
            ])
    }
}
