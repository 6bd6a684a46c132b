package import Domain
package import Payments

/// Everything about the simulated bank of the creditor that a run may choose.
package struct BankConfiguration: Sendable {
    package var seed: UInt64
    /// The creditor's Pix key, in the form that stands in codes.
    package var pixKey: String
    /// Eight digits that name a bank in the payment system; an invented one.
    package var payersISPB: String
    /// From a payment to the callback that tells of it.
    package var callback: Latency
    package var faults: BankFaults
    package var retry: RetrySchedule
    /// How many payments may share one callback.
    package var paymentsPerCallbackMost: Int
    /// Who may call the API. Nil lets anybody call without a token and tells payments without a registered address, as
    /// the demonstration has it.
    package var client: BankClient?
    /// An address for callbacks that was registered before the run began.
    package var webhookURL: String?
    /// The creditor, as charges with a due date name it.
    package var receiver: BankReceiver
    /// Host and path before a charge's own part, without a scheme.
    package var locationBase: String
    /// From asking for a refund, or sending a batch, to its end.
    package var processing: Latency

    package init(seed: UInt64, pixKey: String) {
        self.seed = seed
        self.pixKey = pixKey
        payersISPB = "99990001"
        callback = Latency(least: 300, median: 1200, ninetieth: 4000, ninetyNinth: 30_000, most: 180_000)
        faults = .none
        retry = RetrySchedule()
        paymentsPerCallbackMost = 1
        client = nil
        webhookURL = nil
        receiver = BankReceiver()
        locationBase = "pix.banco.example/qr/v2"
        processing = Latency(least: 500, median: 2000, ninetieth: 6000, ninetyNinth: 20_000, most: 60_000)
    }
}

/// Who calls the bank's API, and with which rights.
package struct BankClient: Hashable, Sendable {
    package var id: String
    package var secret: String
    /// Names as in `cob.write`.
    package var scopes: Set<String>
    package var tokenSeconds: Int64

    package init(id: String, secret: String, scopes: Set<String>, tokenSeconds: Int64 = 3600) {
        self.id = id
        self.secret = secret
        self.scopes = scopes
        self.tokenSeconds = tokenSeconds
    }
}

/// The invented creditor behind the key.
package struct BankReceiver: Hashable, Sendable {
    package var cnpj = "11222333000181"
    package var name = "LOJA AURORA LTDA"
    package var street = "Rua das Palmeiras, 100"
    package var city = "Sao Paulo"
    package var state = "SP"
    package var postalCode = "01001000"

    package init() {}
}

/// What goes wrong with callbacks, times in a thousand.
package struct BankFaults: Hashable, Sendable {
    /// A callback comes a second time, later, in the same bytes.
    package var duplicated = 0
    /// A callback is held back for up to a minute, so that later ones overtake it.
    package var reordered = 0
    /// A callback's first attempt is lost; the retry brings it.
    package var dropped = 0
    /// A payment is never told at all: only asking for the list of payments shows it.
    package var untold = 0
    /// A call of the API hangs, and nothing was done.
    package var unansweredBefore = 0
    /// A call of the API hangs, after it was done.
    package var unansweredAfter = 0
    /// A call is refused with 429.
    package var throttled = 0
    /// A call is refused with 503.
    package var unavailable = 0
    /// A refund does not reach the payer.
    package var refundsFailed = 0
    /// A recurrence's charge finds no money.
    package var recurringUnpaid = 0

    package init() {}

    package static let none = BankFaults()

    /// Everything that retries can mend, at the rates at which a fault test should run.
    package static let stormy: BankFaults = {
        var faults = BankFaults()
        faults.duplicated = 150
        faults.reordered = 200
        faults.dropped = 100
        faults.unansweredBefore = 60
        faults.unansweredAfter = 60
        faults.throttled = 40
        faults.unavailable = 40
        return faults
    }()
}

/// Who pays.
package struct PixAccountHolder: Hashable, Sendable {
    package let name: String
    /// CPF or CNPJ without punctuation.
    package let document: String

    package init(name: String, document: String) {
        self.name = name
        self.document = document
    }
}

/// A Pix that has reached the creditor's account.
package struct SettledPix: Hashable, Sendable {
    /// 32 characters: `E`, the payer's bank, the minute, and eleven letters and digits. Unique for ever.
    package let endToEndID: String
    /// Nil for a code without one (`***`).
    package let txid: String?
    package let key: String
    package let amount: Money
    package let at: Timestamp
    package let payer: PixAccountHolder
    /// What the payer wrote.
    package let message: String?
    /// What the amount is made of; nil for a static code, which says nothing about it.
    package let components: PixComponents?
}

/// Why the payer's bank shows an error instead of paying.
package enum BankRefusal: Error, Hashable, Sendable {
    /// Not a Pix code: damaged, incomplete, or its check digits do not fit.
    case invalidCode(String)
    /// The key in the code belongs to no account.
    case unknownKey
    /// A code whose terms stand at an address that this bank does not serve.
    case unknownCharge
    case amountNeeded
    /// The code fixes another amount.
    case amountDiffers(Money)
    case amountNotPositive
    /// Paid or removed.
    case chargeNotActive
    /// Its time has passed.
    case expired
}
