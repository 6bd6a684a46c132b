/// Given names and surnames that are common in Brazil; people are made by combining them.
enum InventedNames {
    static let female: [String] = [
        "Ana", "Maria", "Francisca", "Adriana", "Juliana", "Márcia", "Fernanda", "Patrícia", "Aline", "Sandra",
        "Camila", "Amanda", "Bruna", "Jéssica", "Letícia", "Júlia", "Luciana", "Vanessa", "Mariana", "Gabriela",
        "Vera", "Vitória", "Larissa", "Cláudia", "Beatriz", "Rita", "Luana", "Sônia", "Renata", "Eliane",
        "Josefa", "Simone", "Natália", "Cristiane", "Carla", "Débora", "Rosângela", "Jaqueline", "Rosa", "Daniela",
        "Aparecida", "Marlene", "Terezinha", "Raimunda", "Andréia", "Fabiana", "Lúcia", "Raquel", "Ângela", "Rafaela",
        "Joana", "Luzia", "Elaine", "Tatiane", "Rosana", "Ivone", "Helena", "Cecília", "Olívia", "Kátia",
    ]

    static let male: [String] = [
        "José", "João", "Antônio", "Francisco", "Carlos", "Paulo", "Pedro", "Lucas", "Luiz", "Marcos",
        "Luís", "Gabriel", "Rafael", "Daniel", "Marcelo", "Bruno", "Eduardo", "Felipe", "Raimundo", "Rodrigo",
        "Manoel", "Mateus", "André", "Fernando", "Fábio", "Leonardo", "Gustavo", "Guilherme", "Leandro", "Tiago",
        "Anderson", "Ricardo", "Márcio", "Jorge", "Sebastião", "Alexandre", "Roberto", "Edson", "Diego", "Vítor",
        "Sérgio", "Cláudio", "Matheus", "Thiago", "Geraldo", "Adriano", "Luciano", "Júlio", "Renato", "Alex",
        "Vinícius", "Rogério", "Samuel", "Ronaldo", "Mário", "Flávio", "Igor", "Douglas", "Wesley", "Éder",
    ]

    static let second: [String] = [
        "Aparecida", "Cristina", "Regina", "Helena", "Clara", "Luiza", "Eduarda", "Beatriz", "Carlos", "Henrique",
        "Augusto", "Antônio", "Paulo", "Gabriel", "Miguel", "Luís",
    ]

    static let surnames: [String] = [
        "Silva", "Santos", "Oliveira", "Souza", "Rodrigues", "Ferreira", "Alves", "Pereira", "Lima", "Gomes",
        "Costa", "Ribeiro", "Martins", "Carvalho", "Almeida", "Lopes", "Soares", "Fernandes", "Vieira", "Barbosa",
        "Rocha", "Dias", "Nascimento", "Andrade", "Moreira", "Nunes", "Marques", "Machado", "Mendes", "Freitas",
        "Cardoso", "Ramos", "Gonçalves", "Santana", "Teixeira", "Araújo", "Moura", "Cavalcante", "Batista", "Campos",
        "Monteiro", "Miranda", "Brito", "Borges", "Reis", "Correia", "Castro", "Duarte", "Assunção", "Conceição",
        "Guimarães", "Magalhães", "Peçanha", "Falcão", "Nóbrega", "Bittencourt", "Lacerda", "Brandão", "D'Ávila", "Sá",
    ]
}

/// Where people live, by area code.
struct InventedPlace: Sendable {
    let areaCode: Int
    let state: String
    let city: String
    /// How many of a thousand people live there, roughly as in the country.
    let weight: Int
    let ruleZone: RuleZone

    enum RuleZone { case brasilia, amazon, acre }

    init(_ areaCode: Int, _ state: String, _ city: String, _ weight: Int, _ ruleZone: RuleZone = .brasilia) {
        self.areaCode = areaCode
        self.state = state
        self.city = city
        self.weight = weight
        self.ruleZone = ruleZone
    }

    static let byWeight = all.map { (weight: $0.weight, value: $0) }

    static let all: [InventedPlace] = [
        InventedPlace(11, "SP", "São Paulo", 160), InventedPlace(12, "SP", "São José dos Campos", 14),
        InventedPlace(13, "SP", "Santos", 12), InventedPlace(14, "SP", "Bauru", 10),
        InventedPlace(15, "SP", "Sorocaba", 12), InventedPlace(16, "SP", "Ribeirão Preto", 14),
        InventedPlace(17, "SP", "São José do Rio Preto", 10), InventedPlace(18, "SP", "Presidente Prudente", 8),
        InventedPlace(19, "SP", "Campinas", 26), InventedPlace(21, "RJ", "Rio de Janeiro", 70),
        InventedPlace(22, "RJ", "Campos dos Goytacazes", 10), InventedPlace(24, "RJ", "Volta Redonda", 8),
        InventedPlace(27, "ES", "Vitória", 16), InventedPlace(28, "ES", "Cachoeiro de Itapemirim", 4),
        InventedPlace(31, "MG", "Belo Horizonte", 44), InventedPlace(32, "MG", "Juiz de Fora", 10),
        InventedPlace(33, "MG", "Governador Valadares", 6), InventedPlace(34, "MG", "Uberlândia", 14),
        InventedPlace(35, "MG", "Poços de Caldas", 10), InventedPlace(37, "MG", "Divinópolis", 8),
        InventedPlace(38, "MG", "Montes Claros", 8), InventedPlace(41, "PR", "Curitiba", 24),
        InventedPlace(42, "PR", "Ponta Grossa", 7), InventedPlace(43, "PR", "Londrina", 9),
        InventedPlace(44, "PR", "Maringá", 9), InventedPlace(45, "PR", "Cascavel", 7),
        InventedPlace(46, "PR", "Pato Branco", 4), InventedPlace(47, "SC", "Joinville", 16),
        InventedPlace(48, "SC", "Florianópolis", 12), InventedPlace(49, "SC", "Chapecó", 8),
        InventedPlace(51, "RS", "Porto Alegre", 28), InventedPlace(53, "RS", "Pelotas", 6),
        InventedPlace(54, "RS", "Caxias do Sul", 9), InventedPlace(55, "RS", "Santa Maria", 7),
        InventedPlace(61, "DF", "Brasília", 20), InventedPlace(62, "GO", "Goiânia", 20),
        InventedPlace(63, "TO", "Palmas", 8), InventedPlace(64, "GO", "Rio Verde", 7),
        InventedPlace(65, "MT", "Cuiabá", 10, .amazon), InventedPlace(66, "MT", "Rondonópolis", 6, .amazon),
        InventedPlace(67, "MS", "Campo Grande", 13, .amazon), InventedPlace(68, "AC", "Rio Branco", 4, .acre),
        InventedPlace(69, "RO", "Porto Velho", 8, .amazon), InventedPlace(71, "BA", "Salvador", 26),
        InventedPlace(73, "BA", "Ilhéus", 9), InventedPlace(74, "BA", "Juazeiro", 6),
        InventedPlace(75, "BA", "Feira de Santana", 12), InventedPlace(77, "BA", "Vitória da Conquista", 9),
        InventedPlace(79, "SE", "Aracaju", 10), InventedPlace(81, "PE", "Recife", 28),
        InventedPlace(82, "AL", "Maceió", 14), InventedPlace(83, "PB", "João Pessoa", 17),
        InventedPlace(84, "RN", "Natal", 15), InventedPlace(85, "CE", "Fortaleza", 28),
        InventedPlace(86, "PI", "Teresina", 10), InventedPlace(87, "PE", "Petrolina", 9),
        InventedPlace(88, "CE", "Juazeiro do Norte", 11), InventedPlace(89, "PI", "Picos", 4),
        InventedPlace(91, "PA", "Belém", 22), InventedPlace(92, "AM", "Manaus", 16, .amazon),
        InventedPlace(93, "PA", "Santarém", 6), InventedPlace(94, "PA", "Marabá", 8),
        InventedPlace(95, "RR", "Boa Vista", 4, .amazon), InventedPlace(96, "AP", "Macapá", 4),
        InventedPlace(97, "AM", "Tefé", 3, .amazon), InventedPlace(98, "MA", "São Luís", 17),
        InventedPlace(99, "MA", "Imperatriz", 13),
    ]
}
