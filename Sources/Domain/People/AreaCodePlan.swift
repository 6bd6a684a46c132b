/// The plan of area codes (Anatel, Regulamento de Numeração, Resolução 749/2022), one a line:
/// `code|state|IANA zone|minutes from UTC|places`.
///
/// Zones are those of the state; libphonenumber's own are wrong for Pará and Pernambuco.
let areaCodePlan = """
    11|SP|America/Sao_Paulo|-180|São Paulo (metro), Jundiaí, Bragança Paulista
    12|SP|America/Sao_Paulo|-180|São José dos Campos, Vale do Paraíba, litoral norte
    13|SP|America/Sao_Paulo|-180|Santos, Baixada Santista, Vale do Ribeira
    14|SP|America/Sao_Paulo|-180|Bauru, Marília, Jaú, Botucatu
    15|SP|America/Sao_Paulo|-180|Sorocaba, Itapetininga
    16|SP|America/Sao_Paulo|-180|Ribeirão Preto, Araraquara, São Carlos, Franca
    17|SP|America/Sao_Paulo|-180|São José do Rio Preto, Barretos
    18|SP|America/Sao_Paulo|-180|Presidente Prudente, Araçatuba, Assis
    19|SP|America/Sao_Paulo|-180|Campinas, Piracicaba, Limeira
    21|RJ|America/Sao_Paulo|-180|Rio de Janeiro (metro), Niterói
    22|RJ|America/Sao_Paulo|-180|Campos dos Goytacazes, Cabo Frio, Nova Friburgo, Macaé
    24|RJ|America/Sao_Paulo|-180|Petrópolis, Volta Redonda, Angra dos Reis
    27|ES|America/Sao_Paulo|-180|Vitória, Vila Velha, Linhares
    28|ES|America/Sao_Paulo|-180|Cachoeiro de Itapemirim
    31|MG|America/Sao_Paulo|-180|Belo Horizonte (metro), Ipatinga
    32|MG|America/Sao_Paulo|-180|Juiz de Fora, Barbacena
    33|MG|America/Sao_Paulo|-180|Governador Valadares, Teófilo Otoni
    34|MG|America/Sao_Paulo|-180|Uberlândia, Uberaba
    35|MG|America/Sao_Paulo|-180|Poços de Caldas, Pouso Alegre, Varginha
    37|MG|America/Sao_Paulo|-180|Divinópolis
    38|MG|America/Sao_Paulo|-180|Montes Claros, Diamantina
    41|PR|America/Sao_Paulo|-180|Curitiba (metro), Paranaguá
    42|PR|America/Sao_Paulo|-180|Ponta Grossa, Guarapuava (also Porto União-SC)
    43|PR|America/Sao_Paulo|-180|Londrina
    44|PR|America/Sao_Paulo|-180|Maringá, Umuarama
    45|PR|America/Sao_Paulo|-180|Cascavel, Foz do Iguaçu
    46|PR|America/Sao_Paulo|-180|Francisco Beltrão, Pato Branco
    47|SC|America/Sao_Paulo|-180|Joinville, Blumenau, Itajaí, Balneário Camboriú
    48|SC|America/Sao_Paulo|-180|Florianópolis, Criciúma, Tubarão
    49|SC|America/Sao_Paulo|-180|Chapecó, Lages
    51|RS|America/Sao_Paulo|-180|Porto Alegre (metro), Santa Cruz do Sul
    53|RS|America/Sao_Paulo|-180|Pelotas, Rio Grande
    54|RS|America/Sao_Paulo|-180|Caxias do Sul, Passo Fundo
    55|RS|America/Sao_Paulo|-180|Santa Maria, Uruguaiana
    61|DF|America/Sao_Paulo|-180|Brasília and Entorno (some GO municipalities)
    62|GO|America/Sao_Paulo|-180|Goiânia, Anápolis
    63|TO|America/Araguaina|-180|Palmas, Araguaína
    64|GO|America/Sao_Paulo|-180|Rio Verde, Itumbiara, Catalão
    65|MT|America/Cuiaba|-240|Cuiabá, Cáceres
    66|MT|America/Cuiaba|-240|Rondonópolis, Sinop, Barra do Garças
    67|MS|America/Campo_Grande|-240|Campo Grande, Dourados
    68|AC|America/Rio_Branco|-300|Rio Branco
    69|RO|America/Porto_Velho|-240|Porto Velho, Ji-Paraná
    71|BA|America/Bahia|-180|Salvador (metro)
    73|BA|America/Bahia|-180|Ilhéus, Itabuna, Porto Seguro
    74|BA|America/Bahia|-180|Juazeiro, Jacobina
    75|BA|America/Bahia|-180|Feira de Santana, Alagoinhas
    77|BA|America/Bahia|-180|Vitória da Conquista, Barreiras
    79|SE|America/Maceio|-180|Aracaju
    81|PE|America/Recife|-180|Recife (metro), Caruaru; also Fernando de Noronha (UTC-2)
    82|AL|America/Maceio|-180|Maceió
    83|PB|America/Fortaleza|-180|João Pessoa, Campina Grande
    84|RN|America/Fortaleza|-180|Natal, Mossoró
    85|CE|America/Fortaleza|-180|Fortaleza (metro)
    86|PI|America/Fortaleza|-180|Teresina, Parnaíba
    87|PE|America/Recife|-180|Petrolina, Garanhuns
    88|CE|America/Fortaleza|-180|Juazeiro do Norte, Sobral
    89|PI|America/Fortaleza|-180|Picos, Floriano
    91|PA|America/Belem|-180|Belém (metro)
    92|AM|America/Manaus|-240|Manaus, Parintins
    93|PA|America/Santarem|-180|Santarém, Altamira
    94|PA|America/Belem|-180|Marabá, Parauapebas
    95|RR|America/Boa_Vista|-240|Boa Vista
    96|AP|America/Belem|-180|Macapá
    97|AM|America/Manaus|-240|Tefé, Coari, Tabatinga, Eirunepé (western municipalities are UTC-5)
    98|MA|America/Fortaleza|-180|São Luís
    99|MA|America/Fortaleza|-180|Imperatriz, Caxias
    """
