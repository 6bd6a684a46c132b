/// What people write who will not, or cannot, simply pay.
extension PhraseBook {
    static let optOut = [
        "para de mandar mensagem", "Não quero mais receber mensagens", "SAIR", "me tira dessa lista",
        "parem de me mandar isso",
        "não me mande mais nada", "remover meu número por favor", "pare", "quero sair", "descadastrar",
    ]
    static let wrongPerson = [
        "não sou essa pessoa", "número errado", "não conheço nenhum {nome}", "Aqui não é {nome}", "vc errou de número",
        "não sou {nome} não, esse numero é meu faz 2 anos", "não conheço, mandou errado", "engano", "n sou eu",
    ]
    static let notMe = ["não", "não sou eu", "engano", "não é ela não", "n"]
    static let thirdParty = [
        "sou a mãe dele, quem quer falar?", "aqui é a esposa", "ele tá trabalhando, sou a irmã",
        "é o filho dela falando",
        "sou o marido, pode falar comigo", "esse celular é da minha filha, sou o pai",
    ]
    static let deceased = [
        "ele faleceu mês passado", "Infelizmente minha mãe faleceu", "meu pai morreu em agosto", "{nome} faleceu",
    ]
    static let alreadyPaid = [
        "já paguei isso", "mas eu já paguei semana passada", "isso já tá pago", "Já quitei essa conta mês passado",
        "paguei ontem no boleto", "já paguei, vcs não deram baixa", "tá pago já, tenho o comprovante",
    ]
    static let receipt = ["comprovante", "segue o comprovante", "olha aí", "tá aqui ó"]
    static let dispute = [
        "não reconheço essa dívida", "eu não comprei nada aí", "esse valor tá errado", "nunca comprei nessa loja",
        "não fui eu que fiz essa compra", "eu cancelei isso faz tempo", "usaram meu nome, não fui eu",
    ]
    static let hardship = [
        "tô desempregado, não tenho como pagar agora", "perdi o emprego mês passado", "estou sem renda no momento",
        "minha esposa tá doente, gastei tudo com remédio", "tá difícil, mal dá pra comer esse mês",
        "fiquei doente e não estou trabalhando", "não tenho condição nenhuma agora",
    ]
    static let human = [
        "quero falar com um atendente", "tem como falar com uma pessoa?", "me passa pra alguém de verdade",
        "não quero falar com robô", "Quero falar com um humano", "me liga por favor", "atendente",
    ]
    static let scam = [
        "isso é golpe?", "como vou saber que não é golpe", "quem garante que isso é verdade?", "parece golpe isso aí",
        "não passo dado nenhum por whatsapp", "de qual empresa vocês são mesmo? tá com cara de golpe",
    ]
    static let refusesData = [
        "não vou passar meus dados", "cpf não passo por aqui", "por que precisa disso?",
        "não confio em passar cpf aqui",
    ]
    static let refuse = [
        "não vou pagar", "não pago e pronto", "pode esquecer que não vou pagar isso",
        "nem adianta cobrar, não vou pagar",
    ]
    static let insult = ["vai te catar", "bando de urubu", "que empresa lixo", "vão encher o saco de outro"]
    static let despair = ["não aguento mais, queria sumir dessa vida", "não vejo mais sentido em viver"]
}
