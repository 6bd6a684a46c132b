/// What people write, as they write it. Places: `{n}` installments, `{valor}` an amount, `{dia}` a day, `{nome}` the
/// debtor's first name.
enum PhraseBook {
    static let yesItsMe = [
        "sou eu sim", "Sim, sou eu", "é ela", "sou eu", "Sim", "isso, quem fala?", "eu mesmo", "oi, sou eu sim",
        "pois não, sou eu", "aham sou eu", "Isso mesmo", "sim pode falar", "{nome} falando", "eu msm",
    ]
    static let greetings = ["oi", "Oi, bom dia", "boa tarde", "olá", "opa", "oii", "Boa noite", "bom dia"]
    static let whatIsIt = [
        "do que se trata?", "sobre o que é?", "que assunto é esse?", "qual o valor?", "quanto tá minha dívida?",
        "quanto que eu devo", "é sobre o que?", "pode falar", "quanto ficou?", "qual o valor atualizado?",
    ]
    static let payNow = [
        "quero pagar", "quero quitar tudo, manda o pix", "me manda o pix que eu pago agora", "vou pagar à vista",
        "pode mandar o pix", "Quero acertar isso hoje", "manda a chave pix por favor", "quero pagar tudo de uma vez",
        "como faço pra pagar?", "bora resolver isso, manda o pix",
    ]
    static let askDiscount = [
        "tem desconto?", "consegue um desconto pra pagar à vista?", "Tem como tirar os juros?",
        "faz um desconto aí que eu pago", "se tirar a multa eu pago hoje", "e à vista, fica quanto?",
        "qual o melhor valor que vocês fazem?", "da pra melhorar esse valor?", "tem algum abatimento?",
        "ta caro, tem desconto pra quitar?",
    ]
    static let askInstallments = [
        "dá pra parcelar em {n}x?", "consigo em {n} vezes?", "Parcela em {n} vezes pra mim?",
        "quero parcelar", "tem como dividir em {n}x", "divide em {n} que eu pago", "faz em {n}x?",
        "só consigo se for parcelado, em {n} vezes", "da pra fazer em {n} parcelas?",
    ]
    static let counterOffer = [
        "consigo pagar {valor} por mês", "só tenho {valor} por mês", "posso dar {valor} por mês, serve?",
        "no máximo {valor} por mês", "{valor} por mês cabe no meu bolso", "eu pago {valor} todo mês, pode ser?",
    ]
    static let promise = [
        "pago dia {dia}", "dia {dia} eu acerto", "só consigo dia {dia}", "vou pagar no dia {dia}",
        "recebo dia {dia}, aí eu pago", "pode deixar pro dia {dia}?", "dia {dia} sem falta eu pago",
    ]
    static let askCode = [
        "bom dia, me manda o pix que vou pagar agora", "oi, manda o pix por favor", "quero pagar hoje, qual o pix?",
        "pode mandar o código do pix", "manda o pix que já recebi",
    ]
    static let accept = [
        "fechado", "pode ser", "Sim, pode fechar", "aceito", "combinado", "beleza, pode mandar", "ok, fechado",
        "tá bom", "isso, confirmo", "pode fechar", "sim", "bora", "ok pode gerar", "fechou",
    ]
    static let decline = [
        "esse não dá", "muito caro pra mim", "não consigo esse valor", "não, esse não serve", "aí fica pesado",
    ]
    static let willPay = [
        "ok, vou pagar agora", "recebi, já vou pagar", "obrigado, pagando", "blz, pago daqui a pouco",
        "show, vou pagar",
    ]
    static let paid = [
        "paguei", "Pronto, paguei agora", "pago!", "acabei de pagar, confere aí", "feito", "já paguei o pix",
        "prontinho, pago",
    ]
    static let thanks = [
        "obrigado", "valeu", "Obrigada!", "muito obrigado pela ajuda", "vlw", "ok obrigado", "brigada",
        "tá ok, obrigada",
    ]
    static let fits = [
        "o boleto menor por favor", "parcela menor", "se der pra pagar menos por mês ajuda", "preciso de mais prazo",
    ]
    static let ok = ["ok", "ta bom", "tá", "certo", "beleza", "blz", "👍", "entendi"]
    static let unsure = ["como assim?", "não entendi", "explica melhor", "?"]
}
