/// One spelling for the many that a word has on a phone's keyboard.
enum Spelling {
    /// Letters repeated for emphasis fall away: `simmmm`, `oiii`, `nãooo`; `rr` and `ss` stay, being letters of their own.
    static func squeeze(_ word: inout [UInt8]) {
        guard word.count > 1 else { return }
        var kept = 0
        var index = 0
        while index < word.count {
            let byte = word[index]
            var end = index + 1
            while end < word.count, word[end] == byte { end += 1 }
            let isDouble = end - index == 2 && (byte == 0x72 || byte == 0x73)
            for _ in 0..<(isDouble ? 2 : 1) {
                word[kept] = byte
                kept += 1
            }
            index = end
        }
        word.removeLast(word.count - kept)
    }

    /// The letters of `rs`, `hau`, `he`, `ja`.
    private static let laughs: [UInt32] = ["rs", "hau", "he", "ja"].map { letters in
        letters.utf8.reduce(0) { $0 | 1 << UInt32($1 - 0x61) }
    }

    /// The standard spelling of a folded and squeezed word, without accents.
    static func standard(_ word: String) -> String {
        if let known = abbreviations[word] { return known }
        return isLaughter(word) ? "kk" : word
    }

    /// `kkkkk` (squeezed to `k`), `rsrs`, `hahaha`, `hehe`, `huahua`, `jaja`.
    private static func isLaughter(_ word: String) -> Bool {
        guard word.utf8.count >= 4 else { return false }
        // One bit per letter: asked of every word, so nothing is put on the heap.
        var used: UInt32 = 0
        for byte in word.utf8 {
            guard (0x61...0x7A).contains(byte) else { return false }
            used |= 1 << UInt32(byte - 0x61)
        }
        return laughs.contains { used & ~$0 == 0 }
    }

    /// Written by hand from everyday chats; the left side is already folded and squeezed.
    static let abbreviations: [String: String] = {
        var table: [String: String] = [:]
        for line in list.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let standard = words.first else { continue }
            for word in words.dropFirst() { table[word] = standard }
        }
        return table
    }()

    /// The standard word, then its variants.
    private static let list = """
        voce vc voc vose vosse vce oce ce vuce vcc
        voces vcs vces voceis ceis ces vcis oceis voceses
        que q ke qui qe qeu
        quem qm qem ken
        quando qdo qnd qndo quandu qd kuando cuando
        quanto qto qnt qnto kuanto qt cuanto qanto cto
        qual ql kual qal cual
        quais qs
        porque pq porq pqe porke pork pke
        tambem tb tbm tbn tamb tanbem tambm tmb
        hoje hj oje hji hojee hoj oji hogi
        amanha amnh amanh amanhan amnha amanah ammanha amha amn amanhaa aamanha
        ontem ontm onten omtem ontein
        nao n naum nau num noa nop nam naun
        sim ss siim sin simm sm s
        beleza blz belza belesa bls bz bleza
        pagamento pgto pagto pgt pgmto pagamentu pagameto pagemento pagmento pagament pagamneto
        pagar pagr pagra
        paguei pgei paguey paquei pguei pageui pagei
        mensagem msg mensage menssagem mesage mensg msgm mensajem mensagen
        mensagens msgs menssagens mesagens mensages mensajens
        obrigado obg obgd obrgado brigado obrigadu brigadu obgdo obgado obrigad
        obrigada obgda brigada obrigda
        valeu vlw vleu vl valew vlws
        falou flw falow
        to estou tou stou estu
        ta esta tah
        tao estao
        tava estava
        tavam estavam
        pra p pro pras pros
        favor fvr
        porfavor pfv pfvr pf pls plis
        muito mt mto mtu muinto muto mui
        cade kd kade
        aqui aki aq aqi
        entao ent entaum etao enta
        depois dps dpois depos dipois
        mesmo msm memo mermo mesm
        comigo cmg comg cmgo
        contigo ctg
        numero nr nro numeru numro nmr
        telefone tel fone telef telefoni
        celular cel celula celu
        whatsapp zap wpp whats wats watsapp zapzap whatsap uatsap zape whatzap whatapp
        dinheiro din dinhero dinheru dinhro dinherio grana
        boleto blt bolet boletu bolto boletto
        cartao cartaum kartao catao
        pix piks picks pics pixs piz px piquis
        transferencia transf tranferencia trasferencia transferensia
        parcela parc parcla parsela
        parcelas parcs parselas
        vezes vzs vez veses vs vezis
        real reau rial
        reais reaus reaisl rais reals
        mes meis mez
        segunda seg
        terca tersa
        quarta qua qrta
        quinta qui qinta kinta
        sexta sex sesta sext cesta
        sabado sab sabadao sabad
        domingo dom dumingo domigo
        janeiro jan
        fevereiro fev fevereru
        marco
        abril abr
        maio
        agosto ago
        setembro
        outubro
        novembro nov
        dezembro
        divida dvida devida dvd
        deus ds
        gente gnt
        bom bm
        certo crt sertu
        cara kra
        queria keria qria
        quero kero qro qero
        aquele akele
        aquela akela
        quitar kitar qitar
        quitei kitei qitei
        conta cta
        comprovante comprov cpvt comprovant compovante conprovante
        proximo prox
        proxima proxma
        desconto descont discontu
        juros juro juroz
        pessoa pesoa pessoua
        abraco abs abrs
        beijo bj bjs bjo beijos bjus
        desculpa dsclp disculpa
        desculpe dsculpe
        acordo acrdo acordu
        trabalho trampo trab
        desempregado desenpregado dezempregado desmpregado
        desempregada desenpregada dezempregada desmpregada
        conheco conhesso conheso konheco
        de d
        kk k kak
        """
}
