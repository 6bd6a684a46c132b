extension EnglishTexts {
    static let debt: [PhraseKey: [String]] = [
        .statement: [
            "Thank you, {name}! It's about {product}.\n{lines}\n\n{identity}\n{rights}",
            "{name}, this is what stands today: {product}.\n{lines}\n\n{identity}\n{rights}",
        ],
        .statements: [
            "Thank you, {name}! This is open, original and today's amounts:\n{lines}\n*Total: {total}*\n\n{identity}\n{rights}",
            "{name}, this is what stands today:\n{lines}\n*Total: {total}*\n\n{identity}\n{rights}",
        ],
        .nothingOwed: ["Good news, {name}: nothing is open in your name.", "{name}, all is in order, nothing open."],
        .timeBarred: [
            "This account is old and time-barred: you have no duty to pay. I can call a person if you have questions.",
            "The legal term has passed, nothing is being collected.",
        ],
        .offers: [
            "I have these options for you:\n{options}\nWhich suits you best? Just send the number.",
            "Here is what I can do:\n{options}\nWhich do you prefer? Just send the number.",
        ],
        .offersAgain: [
            "These are the options:\n{options}\nDoes one work?",
            "Here they are again:\n{options}\nIf not, how much a month would be fine?",
        ],
        .singleOffer: [
            "I can do this: {offer}. {saving} Does it work?", "I have this option: {offer}. {saving} All right?",
        ],
        .singleOfferPlain: [
            "We can settle it like this: {offer}. Does it work?", "I have this option: {offer}. All right?",
        ],
        .readBackCash: ["So it is: {offer}. {saving} Shall I confirm?", "To confirm: {offer}. {saving} Agreed?"],
        .readBackPlan: [
            "So it is: {offer}. Total: {total}. {interest} {saving} Shall I confirm?",
            "To confirm: {offer}. In all, {total}. {interest} {saving} Agreed?",
        ],
        .nearestTotal: [
            "I can't do that amount, but I can get close: {offer}. {sum} {interest} Shall I confirm?",
            "The nearest I can do: {offer}. {sum} {interest} Does it work?",
        ],
        .nearestInstallment: [
            "I can't do that installment. The nearest: {offer}. {sum} {interest} Does it work?",
            "The smallest installment is this: {offer}. {sum} {interest} Agreed?",
        ],
        .nearestCount: [
            "I can't do that many installments. The nearest: {offer}. {sum} {interest} Agreed?",
            "Not in so many parts, but like this: {offer}. {sum} {interest} Shall I confirm?",
        ],
        .nearestDown: [
            "The down payment needs to be a bit higher: {offer}. {sum} {interest} Agreed?",
            "Not with that down payment. The nearest: {offer}. {sum} {interest} Does it work?",
        ],
        .nearestDate: [
            "That date is too far for this. I can do: {offer}. {sum} {interest} Agreed?",
            "The latest possible is sooner: {offer}. {sum} {interest} Does it work?",
        ],
        .nearestNoPlan: [
            "No installments in this case. I can do: {offer}. {saving} Does it work?",
            "Here I only have one payment: {offer}. {saving} All right?",
        ],
        .whichOffer: ["Great! Which of the options?", "Perfect! Just tell me which one."],
        .staleOffer: [
            "That option is no longer valid. Today's are:\n{options}\nWhich do you prefer?",
            "That proposal has expired. Today I can do:\n{options}\nDoes one work?",
        ],
        .bestAlready: ["That's the best I can do here. I can call a person.", "It's already the lowest I can do."],
        .askAmount: ["How much a month would be fine? Tell me an amount.", "Tell me an amount or a number of parts."],
        .declined: [
            "All right! What would suit you: an amount a month, or another date?", "No problem. How much, or when?",
        ],
        .promiseNoted: ["Agreed: payment by {due}. I'll send the Pix that day.", "Noted: you pay by {due}."],
        .promiseNotedAmount: ["Agreed: {amount} by {due}.", "Noted: {amount} by {due}. Tell me if it changes."],
        .promiseNotBusinessDay: [
            "I noted {what}by {due}. It's not a business day: Pix works, or it can be {next}. Which is better?",
            "All right: {what}by {due}. That is not a business day. Keep it, or {next}?",
        ],
        .promiseTooFar: ["That date is far. I can wait until {due}. Is that fine?", "The latest is {due}. All right?"],
        .askDate: ["Which day suits you?", "Tell me a day and I'll note it."],
        .askPayday: ["Sure! Which day do you get paid?", "Do you know the day the money comes?"],
        .askWhichDate: ["Just to be right: {days}?", "Which one do you mean: {days}?"],
        .dateInvalid: [
            "That date doesn't exist. Could you send day and month?", "I couldn't find that day. Like this: 05/12.",
        ],
        .vagueLetGo: ["No problem. Tell me when you know the day.", "All right, no hurry."],
        .hardshipAsk: [
            "I'm sorry you're going through this. Let's find something light. What would help most?",
            "I understand. We can ease it. What would be best for you?",
        ],
        .hardshipPaused: [
            "Agreed: no messages about this until {due}. Take care.", "All paused until {due}. Take care.",
        ],
        .disputeAsk: [
            "Thanks for telling me. I've stopped collection to check. What is wrong?", "It's on hold. What happened?",
        ],
        .disputeOpened: [
            "Noted. Collection is on hold and the team answers within 7 days, with the documents.",
            "It's on record. You get an answer within 7 days.",
        ],
        .promiseRunning: ["It's noted for {due}. Any change?", "Still agreed for {due}. Anything else?"],
        .nudge: [
            "I'll be here. Tell me which option you prefer when you can.", "No hurry: just answer when you like.",
        ],
    ]

    static let money: [PhraseKey: [String]] = [
        .agreedLater: ["Done, {name}! I'll send the first Pix {due}.", "Agreed, {name}! The first Pix comes {due}."],
        .chargeInstructions: [
            "To pay {amount} by {due}: copy the code in the next message and paste it under “Pix copia e cola” in your "
                + "bank's app. Check who receives: {beneficiary}.",
            "Your Pix of {amount}, by {due}. Copy the code below, paste it in your bank's app and check who receives: "
                + "{beneficiary}.",
        ],
        .chargePending: ["I'm making your Pix.", "One moment, your Pix is on its way."],
        .chargeFailed: [
            "I couldn't make the Pix. A person will send it. {when}", "There was a problem with the Pix. {when}",
        ],
        .paymentSettled: [
            "We received {amount} on {day}. It's all settled, {name}! Thank you. Your settlement letter comes within 10 "
                + "business days.",
            "{amount} confirmed on {day}. Nothing is left, {name}! Thank you.",
        ],
        .paymentInstallment: [
            "I received {amount}, installment {number} of {count}. Thank you, {name}! Next: {next}, {due}.",
            "Installment {number} of {count} confirmed: {amount}. Thank you! Next: {next}, {due}.",
        ],
        .paymentInstallmentLast: [
            "I received {amount}, installment {number} of {count}. Thank you, {name}!",
            "Installment {number} of {count} confirmed: {amount}. Thank you!",
        ],
        .paymentDown: [
            "I received your down payment of {amount}. Thank you, {name}! Next: {next}, {due}.",
            "Down payment of {amount} confirmed. Next: {next}, {due}.",
        ],
        .paymentDownOnly: [
            "I received your down payment of {amount}. Thank you, {name}!", "{amount} confirmed, {name}.",
        ],
        .paymentPartial: [
            "I received {amount}, thank you! {open} is left. Shall we look at it?", "{amount} came; {open} is left.",
        ],
        .surveyAsk: ["How was this service, from 1 to 5?", "What would you rate this chat, from 1 to 5?"],
        .surveyThanks: ["Thank you for the rating! See you.", "Thanks for answering!"],
        .surveyLow: ["Thank you for saying so. I'm sorry, we'll do better.", "I appreciate it. I'll tell the team."],
        .receiptAsk: [
            "Thanks for telling me! Could you send the receipt here?", "Great! A photo of the receipt helps.",
        ],
        .receiptReceived: [
            "Got it! We check it within 2 business days.", "Thank you! I'll confirm within 2 business days.",
        ],
        .receiptFits: [
            "Got the receipt, thank you! The bank confirms within 2 business days, and I'll tell you.",
            "Thanks, I could read it! I'll tell you as soon as the bank confirms, within 2 business days.",
        ],
        .receiptDiffers: [
            "Thank you! The receipt differs from what I have. The team checks it within 2 business days.",
            "Got it! I found no equal amount here. The team looks and answers within 2 business days.",
        ],
        .receiptOtherPayee: [
            "Thank you. The receipt names another payee, so the team will check it within 2 business days.",
            "Got it. The payee's name is not ours: a person checks it within 2 business days.",
        ],
        .receiptScheduled: [
            "Thank you! This shows a scheduled payment. I'll tell you when the bank confirms.",
            "Got it! It is still scheduled. I'll let you know once it is through.",
        ],
        .receiptNotDone: [
            "Thank you. The receipt shows that the payment did not go through. Shall I send the Pix again?",
            "I see: the bank did not complete it. Shall I send the Pix again?",
        ],
        .receiptUnpaidOrder: [
            "Got it! This is the code to pay. If you paid already, could you send the bank's receipt?",
            "Thank you! That picture is the charge itself. Could you send the receipt after paying?",
        ],
        .receiptUnclear: [
            "I got the picture but couldn't read it. Could you send a sharper one? The bank's PDF works too.",
            "Thank you! It is hard to read. Could you take another one in good light?",
        ],
        .receiptByHand: [
            "Thanks for trying again! A person will look at the picture. {when}",
            "A person is going to check the picture now. {when}",
        ],
        .paidNoted: [
            "All right. We check it within 2 business days.", "Noted! We'll tell you within 2 business days.",
        ],
        .bureauListed: [
            "There is a record for this account. After payment it is removed within 5 business days.",
            "A record exists; it goes within 5 business days of payment.",
        ],
        .bureauNotListed: ["There is no record in your name for this account.", "No record exists for this account."],
        .bureauUnknown: [
            "The team will check. If it exists, it goes 5 business days after payment.", "The team confirms that.",
        ],
        .documentsNoted: [
            "Sure! The documents come within 5 business days.", "Noted. They arrive within 5 business days.",
        ],
        .statusReceived: ["Yes! We received {amount} on {day}. Thank you!", "It arrived: {amount}, on {day}."],
        .statusNone: [
            "No payment has shown up yet. Could you send the receipt?", "Nothing so far. Do you have the receipt?",
        ],
        .statusWaiting: ["Not yet: {amount} is open, by {due}.", "{amount} is still open, by {due}. I'll tell you."],
        .otherMethod: [
            "I can do Pix here. For another way I call a person.", "Pix right now; for other ways, a person.",
        ],
        .contactUpdated: ["Thank you! I've asked to update your record.", "Noted! Your new contact goes on record."],
        .agreementRunning: [
            "Your agreement runs: {amount}, by {due}. Shall I send the Pix?", "Next: {amount}, by {due}.",
        ],
        .agreementRunningDone: ["Your agreement is all paid. Thank you!", "All paid in your agreement."],
        .confirmCancellation: ["Do you really want to cancel the agreement?", "Before I cancel: keep it or undo it?"],
        .agreementKept: ["Perfect, the agreement stands.", "All stays as agreed."],
        .agreementCancelled: [
            "I've cancelled the agreement. We can look at another way.", "Agreement undone, no problem.",
        ],
    ]
}
