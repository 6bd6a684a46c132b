extension Phrase {
    static let signInTitle = Phrase("Entrar")
    static let signIn = Phrase("Entrar")
    static let email = Phrase("E-mail")
    static let password = Phrase("Senha")
    static let roleHeading = Phrase("Papel")
    static let demonstrationAccounts = Phrase("Contas da demonstração")
    static let demonstrationAccountsHint = Phrase("Tudo aqui é inventado. Entre com qualquer uma.")

    static func signInProblem(_ problem: SignInPage.Problem) -> Phrase {
        switch problem {
        case .wrongCredentials: Phrase("E-mail ou senha não conferem. Confira e tente de novo.")
        case .tooManyTries(let minutes):
            Phrase("Muitas tentativas. Espere \(minutes == 1 ? "1 minuto" : "\(minutes) minutos") e tente de novo.")
        case .sessionEnded: Phrase("Sua sessão terminou. Entre de novo para continuar de onde estava.")
        case .signedOut: Phrase("Você saiu. Até logo.")
        case .staleForm: Phrase("A página ficou aberta por muito tempo. Entre de novo.")
        }
    }
}
