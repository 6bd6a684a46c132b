extension SignInPage {
    /// The whole document.
    package func document() -> String { html.markup(in: language) }

    var html: HTML {
        Document.document(
            title: .signInTitle, language: language,
            bodyClass: "d-flex flex-wrap gap-4 justify-content-center align-content-center min-vh-100 p-3"
        ) {
            Layout.skipLink
            main(.id("conteudo"), .tabindex(-1), .class("sign-in")) {
                p(.class("brand d-flex gap-2")) {
                    Icon.mark.html
                    span { Phrase.productName }
                }
                h1(.class("mid mb-3")) { Phrase.signInTitle }
                if let problem {
                    p(.id("problema"), .class("strip mb-3 \(problem.isGentle ? "good" : "stop")"), .role("alert")) {
                        Phrase.signInProblem(problem)
                    }
                }
                signInForm
            }
            accounts
        }
    }

    private var signInForm: HTML {
        form(.post, .action(.signIn)) {
            Form.token(csrfToken)
            if let destination { input(.type("hidden"), .name("destino"), .value(destination)) }
            div(.class("mb-3")) {
                label(.for("email"), .class("form-label small quiet mb-1")) { Phrase.email }
                input(
                    .id("email"), .name("email"), .type("email"), .class("form-control"), .value(email),
                    .autocomplete("username"), .required, email.isEmpty ? .autofocus : nil,
                    problem == .wrongCredentials ? .aria(.describedBy, "problema") : nil)
            }
            div(.class("mb-3")) {
                label(.for("senha"), .class("form-label small quiet mb-1")) { Phrase.password }
                input(
                    .id("senha"), .name("senha"), .type("password"), .class("form-control"),
                    .autocomplete("current-password"), .required, email.isEmpty ? nil : .autofocus)
            }
            button(.type("submit"), .class("btn btn-primary w-100")) { Phrase.signIn }
        }
    }

    private var accounts: HTML {
        guard !demonstrationAccounts.isEmpty else { return .empty }
        return aside(.class("align-self-center"), .aria(.labelledBy, "contas")) {
            h2(.id("contas")) { Phrase.demonstrationAccounts }
            p(.class("quiet")) { Phrase.demonstrationAccountsHint }
            table(.class("grid")) {
                thead {
                    tr {
                        headCell(.roleHeading)
                        headCell(.email)
                        headCell(.password)
                    }
                }
                tbody {
                    for account in demonstrationAccounts {
                        tr {
                            td { Phrase.role(account.role) }
                            td { code { account.email } }
                            td { code { account.password } }
                        }
                    }
                }
            }
        }
    }
}

extension SignInPage.Problem {
    /// Nothing went wrong.
    fileprivate var isGentle: Bool { self == .signedOut }
}
