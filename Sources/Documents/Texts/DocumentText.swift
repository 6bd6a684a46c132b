/// What a text on a document means. The places that a text may fill stand in braces in the catalogue.
enum DocumentText: String, CaseIterable, Sendable {
    // Every document
    case page, issued, reference, creditor, client, personDocument, companyDocument
    case contract, product, dueDate, principal, correction, fine, interest, charges, discount, amount, total
    case totalInReais, dayLate, daysLate, notLate, businessDay, businessDays
    case installment, installmentOf, downPayment, onePayment

    // Paying
    case howToPay, amountToPay, pixValid, pixSteps, pixCheck, pixCopy, pixAlternative

    // Rights
    case rights, contestTitle, contest, personTitle, person, stopTitle, stop, privacyTitle, privacy

    // Statement
    case statementTitle, statementDay, totalOwed, debts, chargesExplained, statementChanges

    // Agreement
    case agreementTitle, proposalTitle, agreementDay, coveredDebts, payments, totalOwedThen, totalAgreed, planInterest
    case planCash, planDown, planOne, planEven, planUneven, planRate, planCost, planWithoutInterest
    case terms, clauseCovers, clausePaying, clauseLate, clauseBreach, clauseDiscountKept, clauseDiscountLost
    case clauseEarly, clauseSettled, clauseRights, clausePrivacy
    case acceptance, acceptedAt, channel, acceptedWords, quoted, identityProof, identityProvenInChat, messageId,
        termsHash

    // Settlement
    case settlementTitle, settlementDeclares, settledContracts, settledOn, amountPaid, settlementAgreement
    case settlementMeans, settlementBureau

    // Receipt
    case receiptTitle, amountReceived, receivedAt, paidBy, paidWith, byPix, byBoleto, byCash, paymentUsed
    case paymentOrder, stillOwed, nothingOwed, receiptDeclares

    // Slip
    case boletoTitle

    // Pictures
    case cardGreeting, cardDue, cardPix, cardCaption
    case summaryTitle, summarySaved, summaryOther, summaryOthers, summaryNote, summaryCaption
}
