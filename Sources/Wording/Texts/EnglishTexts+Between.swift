extension EnglishTexts {
    static let inBetween: [PhraseKey: [String]] = [
        .whoWrites: [
            "This is {creditor}'s virtual assistant, writing about {name}'s registration. Is that you?",
            "I'm the virtual assistant of {creditor}, and I'd like to talk to {name}. Is that you?",
        ],
        .privateMatter: [
            "It's a matter for {name} only, to protect the data. Am I talking to {name}?",
            "I can tell that only to {name}. Is that you?",
        ],
        .thirdPartyAgain: [
            "Thank you for helping! Still, I can only talk to {name}. Could you pass it on?",
            "I understand, and thank you. It's {name}'s data, so I'll wait here.",
        ],
        .thinkItOver: [
            "Of course, take your time. When you've decided, just write here.",
            "No hurry at all. Talk it over, and write to me when you can.",
        ],
        .ownAnswerAgain: ["About that: {answer}", "As I said: {answer}"],
        .questionNoted: [
            "Good question! I don't want to tell you anything wrong, so I've passed it to the team. {when}",
            "I'm not sure about that one. I've asked the team. {when}",
        ],
        .balance: [
            "Today it is {total}: {sum}. Would you like to see how to pay?",
            "The total today is {total}. That's {sum}. Shall I show the options?",
        ],
        .chargesExplained: [
            "{charges} Would you like to see options to pay less?", "Here's why: {charges} Shall I show the options?",
        ],
        .bestOffer: [
            "The best I can do is this: {offer}. {saving} Shall I confirm?",
            "I can go as far as this: {offer}. {saving} Agreed?",
        ],
        .planOffers: [
            "In installments it is:\n{options}\nWhich suits you?",
            "It can be split like this:\n{options}\nWhich do you prefer?",
        ],
        .nearestSame: [
            "I wish I could, but the least is this: {offer}. If it's better, I can split it: {other}. Which do you prefer?",
            "I'm at my limit: {offer}. Another way is to split it: {other}. Which suits you?",
        ],
        .nearestSameCash: [
            "I wish I could, but the least is this: {offer}. Is it fine, or shall I call a person?",
            "I'm at my limit: {offer}. Agreed, or would you rather talk to a person?",
        ],
        .agreedCharge: [
            "Done, {name}! It's {amount} by {due}. Copy the code in the next message and paste it under “Pix copia e cola” in "
                + "your bank's app. Who receives: {beneficiary}.",
            "Agreed, {name}! To pay {amount} by {due}: copy the code below and paste it under “Pix copia e cola”. Check who "
                + "receives: {beneficiary}.",
        ],
        .agreedChargeFailed: [
            "Done, {name}! Only the Pix didn't work just now, sorry. A person from the team will send it. {when}",
            "Agreed, {name}! I couldn't make the Pix, and the team will send it. {when}",
        ],
        .disputeWithdrawn: [
            "Thank you for checking! I'll tell the team. Would you like to see how to pay?",
            "Good that it's clear! I'll tell the team. Shall I show the options?",
        ],
        .reviewRunning: [
            "It's all noted. The team is checking and will answer here.",
            "No worries: the team is checking and will let you know.",
        ],
    ]
}
