import Domain
import Language

/// Exact words that the conversation itself must recognise whatever else a text means: few, and each a matter of fact.
extension Heard {
    /// "você é robô?": the truth is owed (P7).
    var asksWhetherAutomated: Bool {
        let asks = [
            " robo ", " bot ", " chatbot ", " maquina ", " e pessoa mesmo", " pessoa de verdade", " e humano ",
            " inteligencia artificial ", " e uma ia ", " e ia ", " are you a robot", " are you human", " eres un robot",
            " eres humano", " are you real",
        ]
        guard asks.contains(where: plain.contains) else { return false }
        let wantsPerson = [" quero ", " chama ", " passa ", " atendente ", " falar com ", " quiero ", " want "]
        if wantsPerson.contains(where: plain.contains) { return false }
        return text.contains("?")
            || [" voce ", " vc ", " e um ", " are you ", " eres ", " to falando", " to falando "]
                .contains(where: plain.contains)
    }

    /// "VOLTAR", as the farewell says.
    var asksToReturn: Bool { plain == " voltar " || plain == " quero voltar " }

    /// Signs that dunning must stop, not only be eased (S8): no food, illness, a lost job or home.
    var isStrongHardship: Bool {
        let stems = [
            " fome", " comida", " comer", " doen", " cancer", " hospital", " internad", " cirurgi", " tratamento",
            " desempreg", " demiti", " mandado embora", " mandada embora", " sem emprego", " perdi o emprego",
            " perdi meu emprego", " perdi meu trabalho", " despej", " morando de favor", " luto", " falec",
            " auxilio doenca",
            " aluguel atrasado", " lost my job", " unemployed", " sick", " hungry", " sin trabajo", " enferm",
            " hambre",
        ]
        return stems.contains(where: plain.contains)
    }

    /// What is wrong, where the text says it.
    var disputeKind: DisputeKind? {
        if let heldDisputeKind { return heldDisputeKind }
        let text = plain
        func any(_ stems: [String]) -> Bool { stems.contains(where: text.contains) }
        if any([" fraud", " golpe", " clon", " usaram meu", " usou meu", " alguem usou", " falsific", " em meu nome"]) {
            return .fraud
        }
        if any([" cancel", " devolvi", " desisti", " estorn"]) { return .cancelled }
        if any([" valor", " a mais", " juros", " abusiv", " taxa", " errad", " caro demais", " amount"]) {
            return .amount
        }
        if any([
            " nunca comprei", " nao comprei", " nunca fiz", " nao fiz", " nao reconhec", " desconhec", " nao e minha",
            " nao e meu", " nunca tive", " not mine", " no es mia", " no compre", " nao conheco essa",
        ]) {
            return .notMine
        }
        return nil
    }

    /// "dar um tempo": to the question what would help.
    var asksForPause: Bool {
        [" paus", " dar um tempo", " um tempo ", " esperar", " parar um pouco", " me deixa respirar", " wait"]
            .contains(where: plain.contains)
    }

    /// "à vista", "tudo de uma vez".
    var wantsCash: Bool {
        [
            " a vista ", " avista ", " de uma vez", " tudo junto", " valor cheio", " em 1x ", " at once",
            " un solo pago",
            " de una vez", " todo junto", " in full", " de contado", " pago total",
        ]
        .contains(where: plain.contains)
    }
}
