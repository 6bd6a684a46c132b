/// The contact policy's rules, by their names. A rule without a phrase of its own is shown by its name.
extension Phrase {
    static func rule(_ name: String) -> Phrase { rules[name] ?? .verbatim(name) }

    private static let rules: [String: Phrase] = [
        "H1": Phrase("horário permitido no lugar do cliente"),
        "H2": Phrase("domingo ou feriado"),
        "H3": Phrase("mais de um fuso ou estado possível"),
        "H4": Phrase("nada sai depois do horário"),
        "F1": Phrase("contatos por dia"),
        "F2": Phrase("contatos em sete dias"),
        "F3": Phrase("intervalo entre contatos"),
        "F4": Phrase("descanso depois de uma conversa"),
        "F5": Phrase("tentativas sem resposta neste número"),
        "S1": Phrase("pediu para não receber mensagens"),
        "S2": Phrase("número de outra pessoa"),
        "S3": Phrase("falecimento informado"),
        "S4": Phrase("contestação aberta"),
        "S5": Phrase("diz que já pagou"),
        "S6": Phrase("promessa em curso"),
        "S7": Phrase("acordo em dia"),
        "S8": Phrase("momento difícil"),
        "S9": Phrase("sinal de crise"),
        "S10": Phrase("advogado constituído"),
        "S11": Phrase("processo ou ordem judicial"),
        "S12": Phrase("cadastro de não perturbe"),
        "A1": Phrase("dívida prescrita"),
        "P1": Phrase("nada sobre a dívida antes da identidade"),
        "F2R": Phrase("lembretes por vencimento"),
        "S13": Phrase("disse que não vai pagar"),
        "S14": Phrase("uma pessoa está com a conversa"),
        "P2": Phrase("nunca a terceiros"),
        "W1": Phrase("janela de 24 horas do WhatsApp"),
    ]
}
