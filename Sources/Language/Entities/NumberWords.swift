/// Numbers as people write them in words, folded, diminutives and common misspellings included.
enum NumberWords {
    /// The value of a single number word below a thousand, or nil.
    static func value(_ word: String) -> Int? { table[word] }

    /// `mil`, and what stands for it.
    static func isThousand(_ word: String) -> Bool { thousands.contains(word) }

    static func ordinal(_ word: String) -> Int? { ordinals[word] }

    /// Every word that is a number or an ordinal.
    static var all: Set<String> { thousands.union(table.keys).union(ordinals.keys) }

    private static let thousands: Set<String> = ["mil", "milzinho", "milzao", "milao", "thousand"]

    private static let table: [String: Int] = parse(
        """
        0 zero
        1 um uma un one uno
        2 dois duas doiz dos two doizinho
        3 tres treis trez three thre
        4 quatro cuatro quato four
        5 cinco sinco cinquinho five
        6 seis ceis six
        7 sete siete seven
        8 oito ocho eight
        9 nove nueve nine
        10 dez deiz dezinho dezao diez ten
        11 onze once eleven
        12 doze dose doce twelve
        13 treze
        14 quatorze catorze
        15 quinze quinse quinzinho quinzao quince fifteen fiften
        16 dezesseis dezeseis dezasseis
        17 dezessete dezesete
        18 dezoito desoito
        19 dezenove desenove
        20 vinte vinti vintinho vintao veinte twenty
        30 trinta trintinha trintao treinta thirty
        40 quarenta quarentinha quarentao cuarenta forty
        50 cinquenta cincoenta sinquenta cinquentinha cinquentinhas cinquentao cincuenta fifty
        60 sessenta secenta sesenta sessentinha sessentao sixty
        70 setenta setentinha setentao seventy
        80 oitenta oitentinha oitentao ochenta eighty
        90 noventa noventinha noventao ninety
        100 cem cento centao cenzinho sem_reais cien ciento hundred
        200 duzentos duzentas dusentos duzento duzentinhos duzentinho duzentao doscientos
        300 trezentos trezentas tresentos trezento trezentinhos trezentinho trezentao trescientos
        400 quatrocentos quatrocentas quatrocento quatrocentinhos quatrocentao cuatrocientos
        500 quinhentos quinhentas quinhento quinhentinhos quinhentinho quinhentao quinientos
        600 seiscentos seiscentas seicentos seissentos seiscentinhos seiscentao seiscientos
        700 setecentos setecentas setessentos setecentinhos setecentao setecientos
        800 oitocentos oitocentas oitossentos oitocentinhos oitocentao ochocientos
        900 novecentos novecentas novessentos novecentinhos novecentao novecientos
        """)

    private static let ordinals: [String: Int] = parse(
        """
        1 primeiro primeira primero primera
        2 segundo segunda
        3 terceiro terceira terca tercero tercera
        4 quarto quarta
        5 quinto quinta quito
        6 sexto sexta sesto
        7 setimo setima
        8 oitavo oitava
        9 nono nona
        10 decimo decima
        """)

    private static func parse(_ lines: String) -> [String: Int] {
        var table: [String: Int] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard let head = parts.first, let value = Int(head) else { continue }
            for word in parts.dropFirst() { table[String(word)] = value }
        }
        return table
    }
}
