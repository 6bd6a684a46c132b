/// The data that rules are decided by, under the policy's names of them.
extension Phrase {
    static func ruleInput(_ name: String) -> Phrase { inputNames[name] ?? .verbatim(name) }
    static func ruleInputValue(_ value: String) -> Phrase? { inputValues[value] }

    private static let inputNames: [String: Phrase] = [
        "exempt": Phrase("não se aplica"), "state": Phrase("UF"), "zone": Phrase("fuso"),
        "local_time": Phrase("hora local"),
        "local_day": Phrase("dia local"), "weekday": Phrase("dia da semana"), "window": Phrase("horário permitido"),
        "certainty": Phrase("certeza da norma"), "holiday": Phrase("feriado"),
        "candidates": Phrase("lugares possíveis"),
        "blocking_state": Phrase("UF que impede"), "blocking_zone": Phrase("fuso que impede"),
        "blocking_local_day": Phrase("dia lá"), "blocking_local_time": Phrase("hora lá"), "limit": Phrase("máximo"),
        "attempts_today": Phrase("contatos hoje"), "attempts_in_7_days": Phrase("contatos em 7 dias"),
        "reminders_of_due_date": Phrase("lembretes do vencimento"), "last_attempt_at": Phrase("último contato"),
        "last_conversation_at": Phrase("última conversa"), "unanswered_in_a_row": Phrase("sem resposta seguidos"),
        "opted_out_at": Phrase("pediu para parar em"), "wrong_person_since": Phrase("número de outra pessoa desde"),
        "deceased_since": Phrase("falecimento informado em"), "dispute_open_since": Phrase("contestação desde"),
        "paid_claim_until": Phrase("conferência até"), "promised_for": Phrase("prometido para"),
        "means": Phrase("meio"),
        "reminded": Phrase("já lembrado"), "agreement_in_good_standing": Phrase("acordo em dia"),
        "hardship_until": Phrase("pausa até"), "crisis_since": Phrase("crise desde"), "active": Phrase("em vigor"),
        "enrolled_on": Phrase("no cadastro desde"), "refused_until": Phrase("pausa até"),
        "human_owner": Phrase("uma pessoa atende"), "prescribed_on": Phrase("prescreveu em"),
        "identity_proven": Phrase("identidade confirmada"), "third_party": Phrase("terceiro"),
        "window_ends_at": Phrase("janela até"), "valid_until": Phrase("permissão vale até"),
    ]

    private static let inputValues: [String: Phrase] = [
        "true": Phrase("sim"), "false": Phrase("não"), "unknown": Phrase("desconhecida"), "closed": Phrase("fechado"),
        "never_opened": Phrase("nunca aberta"), "high": Phrase("alta"), "medium": Phrase("média"),
        "low": Phrase("baixa"),
        "monday": Phrase("segunda-feira"), "tuesday": Phrase("terça-feira"), "wednesday": Phrase("quarta-feira"),
        "thursday": Phrase("quinta-feira"), "friday": Phrase("sexta-feira"), "saturday": Phrase("sábado"),
        "sunday": Phrase("domingo"), "pix": Phrase("Pix"), "boleto": Phrase("boleto"),
        "answer": Phrase("é resposta ao cliente"),
        "not_an_attempt": Phrase("não é contato novo"), "service_reminder": Phrase("é lembrete antes do vencimento"),
        "not_a_service_reminder": Phrase("não é lembrete antes do vencimento"),
        "no_due_date": Phrase("sem vencimento"), "only_one_place": Phrase("só um lugar possível"),
        "agreed_contact": Phrase("contato combinado"), "follow_up_agreed": Phrase("retorno combinado"),
        "not_dunning": Phrase("não é cobrança"), "channel_not_covered": Phrase("canal fora da regra"),
        "neutral_text": Phrase("texto neutro"), "template": Phrase("é modelo aprovado"),
    ]

    /// Where a rule comes from, where the policy says it in general words.
    static func ruleSource(_ rule: String) -> Phrase? { sources[rule] }

    private static let sources: [String: Phrase] = [
        "H2": Phrase("leis estaduais de horário; CDC art. 71"), "H3": Phrase("prudência onde o lugar é incerto"),
        "H4": Phrase("leis estaduais de horário"), "F1": Phrase("CDC arts. 42 e 71; máximo absoluto 2"),
        "F2": Phrase("CDC arts. 42 e 71; máximo absoluto 7"), "F2R": Phrase("CDC arts. 42 e 71"),
        "F3": Phrase("CDC arts. 42 e 71"), "F4": Phrase("boa prática (12 CFR 1006.14)"),
        "F5": Phrase("prudência; qualidade do número"), "S1": Phrase("LGPD art. 18 § 2º; regras do WhatsApp"),
        "S2": Phrase("LGPD art. 6º; CDC art. 42; Lei RJ 6.854/2014"), "S3": Phrase("CC art. 1.997; CDC art. 42"),
        "S4": Phrase("CDC arts. 42, parágrafo único, e 43"), "S5": Phrase("compensação bancária; CDC art. 42"),
        "S6": Phrase("prática do mercado"), "S7": Phrase("prática do mercado"),
        "S8": Phrase("CDC arts. 54-A e seguintes"),
        "S9": Phrase("dever de cuidado"), "S10": Phrase("boa prática (12 CFR 1006.6)"),
        "S11": Phrase("CDC arts. 104-A e seguintes; Lei 11.101/2005"),
        "S12": Phrase("Lei SP 17.334/2021; Lei PA 9.263/2021"), "S13": Phrase("CDC arts. 42 e 71"),
        "S14": Phrase("uma só pessoa responde por vez"),
        "A1": Phrase("CC arts. 189 e 206 § 5º I; REsp 2.088.100; Febraban SARB 27/2023"),
        "P1": Phrase("LGPD arts. 6º e 7º; CDC art. 42"), "P2": Phrase("CDC art. 42; Lei RJ 6.854/2014 art. 3º"),
        "W1": Phrase("regras do WhatsApp"),
    ]
}
