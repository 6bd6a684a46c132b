/// How a simulated debtor behaves: what they want, and how they go about it.
package struct Persona: Hashable, Sendable {
    /// What they are after, once they answer.
    package enum Aim: Hashable, Sendable, CaseIterable {
        case paysInFull, asksDiscount, wantsInstallments, counterOffers
        /// Names a day, and pays on it.
        case promisesAndKeeps
        /// Names a day, and lets it pass.
        case promisesAndBreaks
        /// Agrees, gets the code, and does not pay.
        case agreesAndBreaks
        case claimsPaid, disputes, hardship, wantsHuman, suspectsScam, optsOut, wrongPerson, thirdParty, deceased
        case refuses, insults, despairs, sendsAudio
        /// Reads and never answers.
        case staysSilent

        /// Ends, when all goes well, with money in the creditor's account.
        package var meansToPay: Bool {
            switch self {
            case .paysInFull, .asksDiscount, .wantsInstallments, .counterOffers, .promisesAndKeeps: true
            default: false
            }
        }
    }

    /// How they answer questions about who they are.
    package enum Proof: Hashable, Sendable {
        case right
        /// Mistypes the first time.
        case wrongThenRight
        /// Does not know the debtor's data.
        case wrong
        /// Will not say.
        case refuses
    }

    package var aim: Aim
    package var proof: Proof
    /// Times in a thousand.
    package var reads: Int
    package var replies: Int
    /// Writes one thought in two or three messages.
    package var bursts: Int
    package var mistypes: Int
    package var addsEmoji: Int
    /// Taps a button where one fits, instead of writing.
    package var taps: Int
    /// From a message's arrival until it is seen, and from seeing it to the answer.
    package var seeing: Latency
    package var answering: Latency
    /// Does not look at the phone at night.
    package var sleeps: Bool
    package var sendsReadReceipts: Bool
    /// False: the number has no WhatsApp.
    package var isOnWhatsApp: Bool

    /// Somebody with ordinary habits.
    package init(_ aim: Aim, proof: Proof = .right, replies: Int = 900) {
        self.aim = aim
        self.proof = proof
        self.replies = replies
        reads = 970
        bursts = 180
        mistypes = 350
        addsEmoji = 120
        taps = 550
        seeing = Latency(least: 3000, median: 90_000, ninetieth: 2_400_000, ninetyNinth: 18_000_000, most: 40_000_000)
        answering = Latency(least: 4000, median: 25_000, ninetieth: 240_000, ninetyNinth: 3_600_000, most: 10_800_000)
        sleeps = true
        sendsReadReceipts = true
        isOnWhatsApp = true
    }
}

/// A mixture of personas: of a thousand people, so many behave so.
package struct Population: Sendable {
    package let shares: [(weight: Int, value: Persona)]

    package init(_ shares: [(weight: Int, value: Persona)]) { self.shares = shares }

    /// Everybody whom a collector meets, at rates at which each shows up within a few dozen people.
    package static let demo: Population = {
        var nobody = Persona(.staysSilent)
        nobody.isOnWhatsApp = false
        var unread = Persona(.staysSilent)
        unread.reads = 0
        var discreet = Persona(.asksDiscount)
        discreet.sendsReadReceipts = false
        return Population([
            (140, Persona(.paysInFull)), (100, Persona(.asksDiscount)), (30, discreet),
            (110, Persona(.wantsInstallments)), (25, Persona(.wantsInstallments, proof: .wrongThenRight)),
            (90, Persona(.counterOffers)), (65, Persona(.promisesAndKeeps)), (35, Persona(.promisesAndBreaks)),
            (40, Persona(.agreesAndBreaks)), (45, Persona(.claimsPaid)), (35, Persona(.disputes)),
            (40, Persona(.hardship)), (30, Persona(.wantsHuman)), (35, Persona(.suspectsScam, proof: .refuses)),
            (35, Persona(.optsOut, replies: 1000)), (35, Persona(.wrongPerson, proof: .wrong)),
            (15, Persona(.thirdParty, proof: .wrong)), (5, Persona(.deceased, proof: .wrong)),
            (15, Persona(.refuses)), (8, Persona(.insults)), (2, Persona(.despairs)), (15, Persona(.sendsAudio)),
            (15, Persona(.asksDiscount, proof: .wrong)), (75, Persona(.staysSilent)), (20, unread), (40, nobody),
        ])
    }()

    /// For measuring: everything arrives and is read at once, and three in ten answer within two seconds.
    package static let load: Population = {
        func quick(_ aim: Persona.Aim) -> Persona {
            var persona = Persona(aim, replies: 1000)
            persona.reads = 1000
            persona.seeing = Latency(least: 10, median: 100, ninetieth: 300, ninetyNinth: 500, most: 800)
            persona.answering = Latency(least: 10, median: 300, ninetieth: 900, ninetyNinth: 1500, most: 2000)
            persona.sleeps = false
            return persona
        }
        return Population([
            (700, quick(.staysSilent)), (100, quick(.paysInFull)), (100, quick(.wantsInstallments)),
            (50, quick(.asksDiscount)), (50, quick(.counterOffers)),
        ])
    }()

    func persona(_ chance: inout SeededGenerator) -> Persona {
        chance.pick(weighted: shares) ?? Persona(.staysSilent)
    }
}
