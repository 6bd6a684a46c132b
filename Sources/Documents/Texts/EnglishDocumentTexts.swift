enum EnglishDocumentTexts {
    static let all: [DocumentText: String] = [
        .page: "Page {page} of {pages}",
        .issued: "Issued {instant}",
        .reference: "No. {reference}",
        .creditor: "Creditor",
        .client: "Client",
        .personDocument: "CPF",
        .companyDocument: "CNPJ",
        .contract: "Contract",
        .product: "Product",
        .dueDate: "Due",
        .principal: "Principal",
        .correction: "Correction",
        .fine: "Late fee",
        .interest: "Interest",
        .charges: "Charges",
        .discount: "Discount",
        .amount: "Amount",
        .total: "Total",
        .totalInReais: "Total in R$",
        .dayLate: "{count} day late",
        .daysLate: "{count} days late",
        .notLate: "on time",
        .businessDay: "{count} business day",
        .businessDays: "{count} business days",
        .installment: "Installment",
        .installmentOf: "Installment {number} of {count}",
        .downPayment: "Down payment",
        .onePayment: "One payment",

        .howToPay: "How to pay",
        .amountToPay: "Amount to pay",
        .pixValid: "This code is valid until {day}.",
        .pixSteps:
            "Open your bank’s app, choose Pix and scan the code on the left. Or copy the code below and paste it "
            + "under “Pix copia e cola”.",
        .pixCheck: "Before you confirm, check that the receiver is {name}, {document}.",
        .pixCopy: "Pix code to copy and paste",
        .pixAlternative: "Pix QR code of {amount} for {name}; the same code is written below it",

        .rights: "Your rights",
        .contestTitle: "Not yours, or not right?",
        .contest: "Reply “I disagree” in the chat and say what is wrong. What you contest is not collected until you "
            + "have an answer.",
        .personTitle: "Want to talk to a person?",
        .person: "Reply “person”. Somebody on the team carries on from there; you need not repeat yourself.",
        .stopTitle: "No more messages?",
        .stop: "Reply “stop”. It holds from now on. What is outstanding stays outstanding.",
        .privacyTitle: "Your data (LGPD)",
        .privacy:
            "We use your data for this collection only. You can ask to see and correct it, and ask for a person to "
            + "review an automated decision. The full answer comes within 15\u{A0}days.",

        .statementTitle: "Statement of account",
        .statementDay: "Amounts as of {day}",
        .totalOwed: "Total outstanding",
        .debts: "What is outstanding",
        .chargesExplained: "Late fee of {fine}, charged once. Interest of {interest} a month, counted by the day.",
        .statementChanges:
            "Amounts in reais. Interest goes on after this date: ask for a new statement before you pay.",

        .agreementTitle: "Payment agreement",
        .proposalTitle: "Proposed agreement",
        .agreementDay: "Amounts as of {day}",
        .coveredDebts: "What this agreement covers",
        .payments: "Payments",
        .totalOwedThen: "Outstanding before",
        .totalAgreed: "Agreed total",
        .planInterest: "Installment interest",
        .planCash: "One payment of {amount} by {day}.",
        .planDown: "Down payment of {amount} by {day}.",
        .planOne: "One installment of {amount}, due {first}.",
        .planEven: "{count} installments of {amount}, from {first} to {last}.",
        .planUneven: "{count} installments of up to {amount}, from {first} to {last}.",
        .planRate: "Interest of {rate} a month.",
        .planCost: "Total effective cost: {cost} a year.",
        .planWithoutInterest: "No interest on the payments.",
        .terms: "Terms",
        .clauseCovers:
            "This agreement is about the contracts listed above. While it is kept, nothing else is collected "
            + "for them.",
        .clausePaying:
            "Each payment is due on the day in the table. If banks are closed on that day, the next business "
            + "day is still on time.",
        .clauseLate: "A late payment costs a fee of {fine}, once, and interest of {interest} a month, counted by the "
            + "day, on that payment only.",
        .clauseBreach: "If a payment is more than {grace} late, the agreement may be ended, and you will be told. What "
            + "you have paid is taken off what is outstanding.",
        .clauseDiscountKept: "If the agreement is ended, the discount already given stays.",
        .clauseDiscountLost: "If the agreement is ended, the discount does not apply to what has not been paid.",
        .clauseEarly: "You may pay earlier, all or a part. Where there is interest, it is reduced in proportion "
            + "(Brazilian Consumer Code, art.\u{A0}52 §\u{A0}2).",
        .clauseSettled:
            "After the last payment you receive the settlement letter within 10\u{A0}business days. If there is a "
            + "credit bureau record, the creditor asks for its removal within 5\u{A0}business days.",
        .clauseRights: "This agreement does not take away your right to contest amounts, to renegotiate, or to go to "
            + "Procon or to court.",
        .clausePrivacy: "Your data is used to carry out this agreement, as the LGPD provides (Law\u{A0}13.709/2018).",
        .acceptance: "How it was accepted",
        .acceptedAt: "Accepted on",
        .channel: "Channel",
        .acceptedWords: "The client’s answer",
        .quoted: "“{text}”",
        .identityProof: "Proof of identity",
        .identityProvenInChat: "Name and data on file confirmed in the conversation",
        .messageId: "Message",
        .termsHash: "Check code of the terms",

        .settlementTitle: "Settlement letter",
        .settlementDeclares: "{creditor}, {creditorDocument}, declares that {client}, {clientDocument}, has paid the "
            + "contracts below in full and owes nothing more for them.",
        .settledContracts: "Settled contracts",
        .settledOn: "Settled on",
        .amountPaid: "Amount paid",
        .settlementAgreement: "This closes agreement no.\u{A0}{agreement}, which was kept in full.",
        .settlementMeans: "The creditor releases these contracts fully and irrevocably: no amount of them can be "
            + "collected again.",
        .settlementBureau: "If a credit bureau holds a record of these contracts, the creditor asks for its removal "
            + "within 5\u{A0}business days of the payment.",

        .receiptTitle: "Receipt",
        .amountReceived: "Amount received",
        .receivedAt: "Received on",
        .paidBy: "Paid by",
        .paidWith: "Paid with",
        .byPix: "Pix, identifier {id}",
        .byBoleto: "Boleto, bank’s number {number}",
        .byCash: "Cash",
        .paymentUsed: "What the payment was used for",
        .paymentOrder: "The payment covers charges first and then the principal (Brazilian Civil Code, art.\u{A0}354).",
        .stillOwed: "Still outstanding: {amount}",
        .nothingOwed: "Nothing is outstanding.",
        .receiptDeclares: "{creditor}, {document}, declares to have received {amount} and releases that amount.",

        .boletoTitle: "Boleto",

        .cardGreeting: "Hi, {name}!",
        .cardDue: "to pay by {day}",
        .cardPix: "Open your bank’s app, choose Pix and scan this code.\n\nOr copy the code in the message.",
        .cardCaption: "{creditor}: {amount} to pay by {day}.",
        .summaryTitle: "{name}, your agreement",
        .summarySaved: "It was {owed}. You save {saved}.",
        .summaryOther: "{count} more installment",
        .summaryOthers: "{count} more installments",
        .summaryNote: "The full agreement is in the PDF.",
        .summaryCaption: "Your agreement with {creditor}.",
    ]
}
