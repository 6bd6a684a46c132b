package import Domain

/// The outside world of a collection office in one value: the messaging platform, the bank, and everybody with a
/// phone.
///
/// Pure and in virtual time. Requests of the program go into `handle`, time passes by `advance`, and what the world
/// then tells the program comes out as webhooks. The HTTP edge and the rehearsal both drive this and nothing else.
package struct SimulatedTown: Sendable {
    package internal(set) var cloud: CloudAPISimulator
    package internal(set) var bank: BankSimulator
    /// By phone.
    package internal(set) var debtors: [String: Debtor] = [:]
    /// Phones in somebody's hands: nobody is simulated there.
    package internal(set) var manual: Set<String> = []
    package internal(set) var figures = TownFigures()

    var acts = EventQueue<PlannedAct>()
    private let seed: UInt64

    struct PlannedAct: Sendable {
        let phone: String
        let numberID: String
        let act: DebtorAct.Act
    }

    package init(seed: UInt64, cloud: CloudAPIConfiguration, bank: BankConfiguration) {
        self.seed = seed
        self.cloud = CloudAPISimulator(cloud)
        self.bank = BankSimulator(bank)
    }

    /// People move in: they get phones, and a mind of their own.
    package mutating func welcome(_ people: [InventedDebtor]) {
        for person in people {
            var user = PhoneUser(phone: person.phone, waID: person.waID, profileName: person.firstName)
            user.isOnWhatsApp = person.persona.isOnWhatsApp
            user.sendsReadReceipts = person.persona.sendsReadReceipts
            cloud.addUser(user)
            debtors[person.phone] = Debtor(person, seed: seed)
        }
    }

    /// Changes faults, timing or templates of the platform during a run.
    package mutating func adjustCloud(_ change: (inout CloudAPIConfiguration) -> Void) { change(&cloud.configuration) }

    /// Changes faults or delays of the bank during a run.
    package mutating func adjustBank(_ change: (inout BankConfiguration) -> Void) { change(&bank.configuration) }

    /// When something happens next by itself; nil when all is quiet.
    package var nextAt: Timestamp? { [acts.nextAt, cloud.nextAt, bank.nextAt].compactMap(\.self).min() }

    /// Answers a request of the program: what begins with `/bank/` is the bank's, the rest the platform's.
    package mutating func handle(_ request: SimulatedRequest, now: Timestamp) -> SimulatedResponse {
        request.path.hasPrefix("/bank/") ? bank.handle(request, now: now) : cloud.handle(request, now: now)
    }

    /// Lets time pass, step by step; every returned delivery must be reported to `settle`.
    package mutating func advance(to now: Timestamp) -> [WebhookDelivery] {
        var deliveries: [WebhookDelivery] = []
        while let next = nextAt, next <= now {
            deliveries += cloud.due(until: next)
            deliveries += bank.due(until: next)
            for arrival in cloud.takeArrivals() { show(arrival, at: next) }
            while let (at, planned) = acts.pop(until: next) { perform(planned, at: at) }
        }
        return deliveries
    }

    /// What became of a delivery: answered with 200, or not.
    package mutating func settle(_ delivery: WebhookDelivery, succeeded: Bool, now: Timestamp) {
        switch delivery.service {
        case .whatsapp: cloud.settle(delivery.id, succeeded: succeeded, now: now)
        case .pix: bank.settle(delivery.id, succeeded: succeeded, now: now)
        }
    }

    private mutating func show(_ arrival: PhoneArrival, at now: Timestamp) {
        guard !manual.contains(arrival.phone), var debtor = debtors[arrival.phone] else { return }
        plan(debtor.sees(arrival.bubble, at: now), arrival.phone, arrival.bubble.numberID, from: now)
        debtors[arrival.phone] = debtor
    }

    private mutating func plan(_ planned: [DebtorAct], _ phone: String, _ numberID: String, from now: Timestamp) {
        for act in planned {
            acts.plan(
                PlannedAct(phone: phone, numberID: numberID, act: act.act),
                at: now.adding(milliseconds: act.afterMilliseconds))
        }
    }

    private mutating func perform(_ planned: PlannedAct, at now: Timestamp) {
        let phone = planned.phone
        guard !manual.contains(phone), var debtor = debtors[phone] else { return }
        do throws(PhoneError) {
            switch planned.act {
            case .read(let id): try cloud.userReads(phone, upTo: id, now: now)
            case .wake(let number): plan(debtor.wakes(number, at: now), phone, planned.numberID, from: now)
            case .pay(let code, let amount):
                let paid = (try? pay(code, amount: amount, from: phone, now: now)) != nil
                plan(debtor.hearsFromBank(paid: paid, at: now), phone, planned.numberID, from: now)
            default:
                if let content = content(planned.act) {
                    try cloud.userSends(content, from: phone, to: planned.numberID, now: now)
                }
            }
        } catch {
            figures.failedActs += 1
        }
        debtors[phone] = debtor
    }

    private func content(_ act: DebtorAct.Act) -> UserContent? {
        switch act {
        case .say(let text): .text(text)
        case .tap(let messageID, let optionID): .tap(messageID: messageID, optionID: optionID)
        case .sendImage(let caption): .image(bytes: SampleFiles.png, mimeType: "image/png", caption: caption)
        case .sendAudio: .audio(bytes: SampleFiles.ogg)
        case .read, .wake, .pay: nil
        }
    }

    /// Pays a code from the phone's bank app.
    @discardableResult
    package mutating func pay(
        _ code: String, amount: Money? = nil, from phone: String, now: Timestamp
    ) throws(BankRefusal) -> SettledPix {
        let person = debtors[phone]?.person
        let payer = PixAccountHolder(name: person?.name ?? "Pagador", document: person?.cpf ?? "00000000191")
        do throws(BankRefusal) {
            let settled = try bank.pay(brCode: code, amount: amount, payer: payer, now: now)
            figures.payments += 1
            figures.paid += settled.amount
            return settled
        } catch {
            figures.refusedPayments += 1
            throw error
        }
    }
}

/// Figures of the town that neither the platform nor the bank counts.
package struct TownFigures: Hashable, Sendable, Codable {
    package var payments = 0
    package var paid = Money.zero
    package var refusedPayments = 0
    /// Acts that the phone could not do (an option that is no longer there).
    package var failedActs = 0
}

/// Small files that simulated people send.
enum SampleFiles {
    /// A PNG of one white pixel.
    static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
        0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00,
        0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0xB1, 0x38, 0xF6,
        0x14, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
    /// The first page of an Ogg stream, with nothing in it.
    static let ogg: [UInt8] =
        Array("OggS".utf8) + [0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
}
