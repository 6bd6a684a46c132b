/// Entrar. It stands outside the frame: nobody is signed in yet.
package struct SignInPage: Sendable {
    package let csrfToken: String
    /// What was typed, kept after an error.
    package let email: String
    package let problem: Problem?
    /// The local path to go on to, in the hidden field `destino`. `Web` checks it again when it comes back.
    package let destination: String?
    /// In a demonstration: accounts that may be used, shown with their passwords.
    package let demonstrationAccounts: [DemonstrationAccount]
    package let language: DisplayLanguage

    package enum Problem: Hashable, Sendable {
        case wrongCredentials
        case tooManyTries(minutes: Int)
        case sessionEnded
        case signedOut
        /// The form was open for too long, or came from elsewhere.
        case staleForm
    }

    package init(
        csrfToken: String, email: String = "", problem: Problem? = nil, destination: String? = nil,
        demonstrationAccounts: [DemonstrationAccount] = [], language: DisplayLanguage = .portuguese
    ) {
        self.csrfToken = csrfToken
        self.email = email
        self.problem = problem
        self.destination = destination
        self.demonstrationAccounts = demonstrationAccounts
        self.language = language
    }
}

package struct DemonstrationAccount: Sendable {
    package let email: String
    package let password: String
    package let role: Role

    package init(email: String, password: String, role: Role) {
        self.email = email
        self.password = password
        self.role = role
    }
}
