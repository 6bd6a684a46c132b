/// English for people who write it to us.
enum EnglishTexts {
    static let all: [PhraseKey: [String]] = [neutral, everyday, debt, money, inBetween]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    private static let neutral: [PhraseKey: [String]] = [
        .opening: [
            "Hi! This is {creditor}'s virtual assistant. Am I talking to {name}?",
            "Hello! I'm the virtual assistant of {creditor}. Is this {name}?",
        ],
        .askName: [
            "Hi! I'm {creditor}'s virtual assistant, writing about your registration. Am I talking to {name}?",
            "Before we go on, is this {name}'s number?",
        ],
        .askCPF: [
            "Thank you! To protect your data, could you send just the first 3 digits of your CPF?",
            "Great! For your safety, what are the first 3 digits of your CPF?",
        ],
        .askCPFBefore: [
            "I'll help you with that. First, to protect your data: the first 3 digits of your CPF?",
            "Sure, let's look. I only need to confirm it's you: the first 3 digits of your CPF.",
        ],
        .askCPFDispute: [
            "I understand, thanks for telling me. Everything is on hold. To check it with you: the first 3 digits of "
                + "your CPF?",
            "Noted, and all is on hold. Could you send the first 3 digits of your CPF?",
        ],
        .askCPFPaid: [
            "Thanks for telling me! To check your registration: the first 3 digits of your CPF?",
            "Good to know! I'll check. Please send the first 3 digits of your CPF.",
        ],
        .askCPFHardship: [
            "I'm sorry things are hard. I want to help. Could you send the first 3 digits of your CPF?",
            "I understand, and thank you for telling me. I only need the first 3 digits of your CPF.",
        ],
        .askCPFReceipt: [
            "I got your file, thank you! To look it up: the first 3 digits of your CPF?",
            "It arrived, thanks! Please confirm the first 3 digits of your CPF.",
        ],
        .askCPFContact: [
            "Thank you! To change your registration safely: the first 3 digits of your CPF?",
            "Noted! Before I change it, please confirm the first 3 digits of your CPF.",
        ],
        .askCPFPromise: [
            "Thanks for telling me! To note it properly: the first 3 digits of your CPF?",
            "Great! Before I note it, please confirm the first 3 digits of your CPF.",
        ],
        .askBirthday: [
            "No problem. Could you tell me the day and month of your birth?",
            "There is another way: which day and month were you born?",
        ],
        .tryCPFAgain: [
            "Those digits don't match our records. Could you check the first 3 of your CPF?",
            "Still no match. Take your time: the first 3 digits of your CPF.",
        ],
        .tryBirthdayAgain: [
            "That date doesn't match our records. Could you check the day and month?",
            "Still no match. Just the day and month, like this: 05/03.",
        ],
        .proofFailed: [
            "I couldn't confirm your data. For your safety, a person takes over. {when}",
            "The data don't match and I want to keep them safe. I'm calling a person. {when}",
        ],
        .whyProof: [
            "It's only so that nobody else sees what is yours. I never ask for passwords. I can call a person instead.",
            "I understand. It's just 3 digits, never a password. If you prefer, I can call a person.",
        ],
        .personNeeded: [
            "To talk about this safely, I'm calling a person from the team. {when}",
            "A person from the team will look at this with you. {when}",
        ],
        .crisisCare: [
            "I'm so sorry you are going through this. You are not alone. CVV listens now, free, 24 hours: call 188 or "
                + "cvv.org.br. In immediate danger call 192 (SAMU). I've called a person. Please don't worry about "
                + "anything else.",
            "Thank you for telling me. Your life matters. Call 188 (CVV) now, it's free. In danger, call 192 (SAMU). "
                + "Someone from our team will talk to you.",
        ],
        .crisisCareAgain: [
            "I'm here and I've asked for help. Please call 188 (CVV) now or, in danger, 192. Is someone you trust "
                + "nearby?",
            "You don't have to go through this alone. 188 answers now, free. In danger, call 192.",
        ],
        .deceased: [
            "I'm very sorry for your loss. All messages to this number stop now. Condolences from {creditor}.",
            "My condolences to you and the family. The messages stop now. There is nothing you need to do.",
        ],
        .wrongPerson: [
            "Sorry for the mix-up! I've removed this number and you won't hear from us again. Thanks for telling me.",
            "My apologies. This number is being removed now. Thank you!",
        ],
        .wrongPersonReturned: [
            "Thank you for writing. A person from the team will check this.",
            "Got it, thanks. Someone from the team will look into it.",
        ],
        .thirdParty: [
            "Thank you for answering! For privacy I can only talk to {name}. Could you ask them to write to me here?",
            "That's kind of you! This is only for {name}, to keep their data safe.",
        ],
        .optOutConfirmed: [
            "Done, you won't get messages from us here any more. If you change your mind, just write VOLTAR.",
            "All right: no more messages here. To come back one day, write VOLTAR.",
        ],
        .optInWelcome: ["Good to have you back! How can I help?", "Done, we can talk here again. How can I help?"],
        .legalThreat: [
            "I understand, it's your right. Automatic messages stop. A person answers within 1 business day.",
            "You have every right. A person from the team answers within 1 business day.",
        ],
        .legalThreatWithChannel: [
            "I understand, it's your right. A person answers within 1 business day. You can also complain at: "
                + "{complaints}.",
            "You have every right. A person answers within 1 business day. Complaints: {complaints}.",
        ],
        .privacyOpened: [
            "Your number comes from {creditor}'s records. I've opened your request: a full answer within 15 days.",
            "I got your request about your data, held by {creditor}. The full answer comes within 15 days.",
        ],
        .refusalNoted: [
            "All right, I respect that and won't insist. If you want to talk one day, write to me here.",
            "Understood and noted. The door stays open.",
        ],
        .scamAdvice: [
            "You are right to check! Look up the official site or phone of {creditor} yourself and ask about this "
                + "contact. I never ask for passwords or cards.",
            "Good to be careful! Check the official channels of {creditor}. I never ask for passwords or codes.",
        ],
        .scamAdviceWithChannel: [
            "You are right to check! Look up the official channels of {creditor} yourself: {channels}. I never ask for "
                + "passwords or cards.",
            "Good to be careful! Check for yourself: {channels}, channels of {creditor}. I never ask for passwords.",
        ],
    ]

    private static let everyday: [PhraseKey: [String]] = [
        .allRight: ["All right! I'm here if you need me.", "Perfect! Just write if anything comes up."],
        .sorry: ["I'm sorry you're going through this.", "I understand, and thank you for telling me."],
        .humanQueued: ["Sure! I've called a person from the team. {when}", "I'm passing you to a person. {when}"],
        .humanWaiting: ["Your message is with the team. {when}", "The team knows, just a little patience. {when}"],
        .askCallback: ["Sure! Which day and time suit you?", "No problem. When may I write to you?"],
        .callbackNoted: ["All right, I'll write {when}. See you!", "Noted: we talk {when}."],
        .callbackOpen: ["No problem, we'll talk later.", "Take your time! Write to me whenever you can."],
        .abuseFirst: [
            "I'm sorry if something upset you. I want to help respectfully. Would you rather talk to a person, or "
                + "another time?",
            "I understand, and I apologise. Shall I call a person, or leave it for now?",
        ],
        .abuseStop: [
            "I'll stop here. The team will take care of it.", "I leave it here, with respect. Have a good day.",
        ],
        .honest: [
            "I'm a virtual assistant of {creditor}: a program, not a person. I can call someone if you like.",
            "I'm not a person, I'm {creditor}'s automatic service. Shall I call someone?",
        ],
        .notUnderstood: [
            "I didn't quite get that. Could you say it another way?", "Sorry, what would you like to solve?",
        ],
        .notUnderstoodName: ["Sorry, I didn't get that. Am I talking to {name}?", "Just to be sure: is this {name}?"],
        .audio: ["I can't listen to audio yet. Could you write?", "Sorry, no audio for me. Could you type it?"],
        .voiceOn: ["All right! From now on I also send audio.", "Sure! I'll send it as audio, too."],
        .voiceOff: ["All right! Only text from now on.", "Sure, I'll just write."],
        .photoSeen: [
            "I got your picture but don't know what it is. Could you write?", "I saw the photo. What do you need?",
        ],
        .unsupported: ["I couldn't open that. Could you write to me?", "That didn't open here. Could you type it?"],
        .welcome: ["You're welcome! I'm here if you need me.", "My pleasure! See you."],
        .greetingBack: ["Hi! How can I help?", "Hello! What can I do for you today?"],
        .handedBack: ["Hi, I'm back to go on with you. Any questions?", "I'm back. Can I help with anything else?"],
        .notNow: ["No problem. Write to me when it's a good moment.", "All right! I'm here whenever you like."],
    ]
}
