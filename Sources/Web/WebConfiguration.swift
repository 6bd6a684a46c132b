package import Engine
package import Store

/// What the HTTP edge works with.
package struct WebConfiguration: Sendable {
    package var database: Database
    package var inbox: InboxWriter
    package var clock: Clock
    package var feed: ChangeFeed
    /// Meta's app secrets: the one in use and, during a rotation, the one before.
    package var appSecrets: [String]
    package var verifyTokens: [String]
    /// Must stand in the Pix callback's query as `token`; without one only this machine may call.
    package var pixToken: String?
    /// Signs the session cookies; made at the first start and kept with the installation.
    package var sessionKey: [UInt8]
    /// The demonstration's own doors; nil in `quita serve`.
    package var demonstration: (any Demonstration)?

    package init(
        database: Database, inbox: InboxWriter, clock: Clock, feed: ChangeFeed, appSecrets: [String],
        verifyTokens: [String], pixToken: String?, sessionKey: [UInt8], demonstration: (any Demonstration)? = nil
    ) {
        self.database = database
        self.inbox = inbox
        self.clock = clock
        self.feed = feed
        self.appSecrets = appSecrets
        self.verifyTokens = verifyTokens
        self.pixToken = pixToken
        self.sessionKey = sessionKey
        self.demonstration = demonstration
    }
}

/// What `quita demo` adds to the console: a phone in the browser, a bank that pays, and a clock that can be moved.
package protocol Demonstration: Sendable {
    /// Who may sign in, shown with the password on the sign-in page.
    var accounts: [DemonstrationLogin] { get }
    /// From now on a person holds this debtor's phone; the simulated debtor no longer answers.
    func hold(phone: String) async
    func send(text: String, from phone: String) async throws
    func tap(option: String, title: String, from phone: String) async throws
    func pay(code: String, from phone: String) async throws
    /// Told that the phone's owner has the chat open: what lies there is read.
    func read(phone: String) async
}

/// A login of the demonstration; there is nothing in it to protect.
package struct DemonstrationLogin: Sendable {
    package let email: String
    package let password: String
    package let role: String

    package init(email: String, password: String, role: String) {
        self.email = email
        self.password = password
        self.role = role
    }
}
