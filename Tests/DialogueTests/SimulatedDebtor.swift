import Dialogue
import Domain
import Language
import Negotiation
import Wording

/// A debtor with a mind of their own, who reads what was asked and writes as people write, from a seed.
struct SimulatedDebtor {
    enum Temper: CaseIterable {
        case payer, planner, haggler, promiser, undecided, claimsPaid, disputes, stranger, relative, wantsOut, inTrouble
        case refuses, wantsPerson, distrusts, rude, curious, busy, wrongDigits
    }

    let temper: Temper
    private var random: SplitMix64
    private var said = 0
    private var patience: Int

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        // Every other one wants to settle, as among people who answer at all.
        temper =
            random.chance(percent: 50)
            ? random.pick([.payer, .planner, .haggler, .undecided, .curious]) : random.pick(Temper.allCases)
        patience = random.int(8...16)
    }

    /// What they write next; nil when they have no more to say.
    mutating func reply(to conversation: Conversation) -> String? {
        said += 1
        if said > patience { return nil }
        if let word = opening(conversation.stage) { return noisy(word) }
        switch conversation.stage {
        case .stopped: return nil
        case .fresh, .askedName, .askedDatum: return noisy(proof(conversation.stage))
        case .awaitingPayment, .awaitingCharge: return random.chance(percent: 40) ? noisy(random.pick(thanks)) : nil
        case .askedSurvey: return random.pick(["5", "4", "nota 5"])
        default: break
        }
        if conversation.keeper != .bot { return random.chance(percent: 20) ? "alguém aí?" : nil }
        return wish(conversation).map { noisy($0) }
    }

    private let thanks = ["obrigada", "valeu", "ok", "vou pagar agora", "blz obrigado"]

    /// What a temper says instead of answering.
    private mutating func opening(_ stage: Stage) -> String? {
        guard said == 1 || stage == .askedName && said == 2 else { return nil }
        switch temper {
        case .stranger: return random.pick(["não sou eu", "numero errado", "não conheço essa pessoa", "engano"])
        case .relative: return random.pick(["sou a mãe dela", "é o marido dela", "ela não está, sou irmã"])
        case .wantsOut where random.chance(percent: 50):
            return random.pick(["parar", "não quero receber mensagem", "sair"])
        case .distrusts: return random.pick(["isso é golpe?", "como sei que não é golpe?"])
        case .busy: return random.pick(["agora não posso", "to trabalhando, depois"])
        case .curious where said == 1: return random.pick(["quem é?", "do que se trata?", "vc é robô?", "oi"])
        default: return said == 1 && random.chance(percent: 25) ? random.pick(["oi", "bom dia", "olá"]) : nil
        }
    }

    private mutating func proof(_ stage: Stage) -> String {
        switch temper {
        case .relative: return random.pick(["529", "pode falar comigo", "qual o assunto?"])
        case .distrusts where said < 4: return random.pick(["não vou passar meu cpf", "pra que precisa do cpf?"])
        case .wrongDigits: return stage == .askedName ? "sou eu" : random.pick(["123", "456", "789", "000"])
        default: break
        }
        if case .askedDatum = stage {
            return random.pick(["529", "cpf 529", "529.982.247-25", "é 529", "52998224725"])
        }
        return random.pick(["sou eu", "sim", "eu mesma", "sou a Ana", "sim sou eu", "Sou eu sim"])
    }

    private mutating func wish(_ conversation: Conversation) -> String? {
        switch (temper, conversation.stage) {
        case (.claimsPaid, .askedReceipt): return random.pick(["não tenho aqui", "paguei no boleto", "depois mando"])
        case (.claimsPaid, .resting) where said > 4: return nil
        case (.claimsPaid, _): return random.pick(["já paguei isso", "ja ta pago", "paguei mês passado"])
        case (.disputes, .resting) where said > 4: return nil
        case (.disputes, _):
            return random.pick(["não reconheço essa dívida", "esse valor tá errado", "nunca comprei aí"])
        case (.wantsOut, _): return random.pick(["não me manda mais mensagem", "me tira dessa lista", "parar"])
        case (.wantsPerson, _): return random.pick(["quero falar com uma pessoa", "me passa um atendente"])
        case (.refuses, .resting) where said > 3: return nil
        case (.refuses, _): return random.pick(["não vou pagar", "não pago", "não tenho interesse"])
        case (.rude, _): return random.pick(["vai se ferrar", "seu lixo", "bando de idiota"])
        case (.inTrouble, .askedHardshipWish):
            return random.pick(["dar um tempo", "parcela menor", "pagar mais tarde"])
        case (.inTrouble, .offering):
            return random.pick(["perdi o emprego", "to desempregada e doente", "tá muito difícil"])
        case (.busy, .askedCallback): return random.pick(["amanhã de manhã", "às 15h", "segunda"])
        case (.promiser, .askedDate): return random.pick(["dia 10", "sexta", "amanhã", "dia 5"])
        case (.promiser, .proposedDate): return random.pick(["sim", "pode ser", "nesse dia mesmo"])
        case (.promiser, .resting): return random.chance(percent: 50) ? "ok" : nil
        case (.promiser, _):
            return random.pick(["pago sexta", "dia 10 eu acerto", "quando eu receber", "fim do mês pago"])
        default: return settle(conversation)
        }
    }

    private mutating func settle(_ conversation: Conversation) -> String? {
        switch conversation.stage {
        case .offering:
            switch temper {
            case .payer: return random.pick(["quero pagar à vista", "1", "a vista", "a primeira", "manda o pix"])
            case .haggler: return random.pick(["faz por 300?", "pago 400", "muito caro, 250", "tem desconto?"])
            case .curious where said < 7:
                return random.pick(["quanto é?", "por que tem juros?", "meu nome tá no spc?"])
            case .undecided where said < 7: return random.pick(["vou pensar", "não sei", "hm", "qual o menor valor?"])
            default: return random.pick(["em 3x", "parcela em 6 vezes", "2", "100 por mês", "quero parcelar", "em 4"])
            }
        case .confirming:
            switch temper {
            case .haggler where said < 9: return random.pick(["350?", "faz 450", "não, muito caro", "fechado"])
            case .undecided where said < 9: return random.pick(["hm", "na verdade prefiro em 2x", "vou ver", "sim"])
            default: return random.pick(["sim", "fechado", "pode ser", "aceito", "confirmo", "blz", "isso", "ok"])
            }
        case .askedAmount: return random.pick(["100 por mês", "em 3x", "150", "uns 80 por mês"])
        case .askedDate: return random.pick(["dia 10", "sexta"])
        case .askedHardshipWish: return random.pick(["parcela menor", "dar um tempo"])
        case .resting: return said < 10 ? random.pick(["quais as opções?", "em 3x", "quero pagar à vista"]) : nil
        default: return random.pick(["ok", "sim", "não"])
        }
    }

    /// Small slips: a dropped accent, capitals, a letter stretched.
    private mutating func noisy(_ text: String) -> String {
        switch random.int(0...9) {
        case 0: return text.uppercased()
        case 1: return folded(text)
        case 2: return text + "!"
        case 3: return text + " " + random.pick(["por favor", "moça", "ta", "😊"])
        default: return text
        }
    }
}
