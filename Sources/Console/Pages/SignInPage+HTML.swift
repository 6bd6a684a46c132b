extension SignInPage {
    /// The whole document.
    package func document() -> String { html.markup(in: language) }

    var html: HTML {
        Document.document(title: .signInTitle, language: language, bodyClass: "alone") {
            Layout.skipLink
            main(.id("conteudo"), .tabindex(-1), .class("sign-in")) {
                p(.class("brand")) {
                    Icon.mark.html
                    span { Phrase.productName }
                }
                h1 { Phrase.signInTitle }
                if let problem {
                    p(.id("problema"), .class("strip \(problem.isGentle ? "good" : "stop")"), .role("alert")) {
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
            div(.class("field")) {
                label(.for("email"), .class("form-label")) { Phrase.email }
                input(
                    .id("email"), .name("email"), .type("email"), .class("form-control"), .value(email),
                    .autocomplete("username"), .required, email.isEmpty ? .autofocus : nil,
                    problem == .wrongCredentials ? .aria(.describedBy, "problema") : nil)
            }
            div(.class("field")) {
                label(.for("senha"), .class("form-label")) { Phrase.password }
                input(
                    .id("senha"), .name("senha"), .type("password"), .class("form-control"),
                    .autocomplete("current-password"), .required, email.isEmpty ? nil : .autofocus)
            }
            button(.type("submit"), .class("btn btn-primary w-100")) { Phrase.signIn }
        }
    }

    private var accounts: HTML {
        guard !demonstrationAccounts.isEmpty else { return .empty }
        return aside(.class("sign-in-aside"), .aria(.labelledBy, "contas")) {
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
