extension WhatsAppErrors {
    /// Graph API: tokens, permissions, rates.
    static let general: [ErrorRule] = [
        ErrorRule(
            0, .stopSender(.credentials), alerts: true,
            "O token de acesso não foi aceito. Gere outro no Gerenciador e configure."),
        ErrorRule(1, few, "Erro genérico da API. Se continuar, confira a requisição."),
        ErrorRule(2, patient, "Serviço da Meta fora do ar por instantes. Tentando de novo."),
        ErrorRule(
            3, .stopSender(.account), alerts: true,
            "O aplicativo não tem permissão para este método. Revise as permissões."),
        ErrorRule(4, .slowDown(.management), "Limite de chamadas do aplicativo. Reduzindo o ritmo."),
        ErrorRule(
            10, .stopSender(.account), alerts: true,
            "Permissão negada ou removida. Reatribua os ativos ao usuário do sistema."),
        ErrorRule(
            33, .stopSender(.number), alerts: true, "O número ou objeto não existe mais. Confira o id do número."),
        ErrorRule(100, fix, alerts: true, "Parâmetro inválido na requisição. Veja os detalhes."),
        ErrorRule(
            190, .stopSender(.credentials), alerts: true,
            "Token expirado ou revogado. Troque o token; a fila foi mantida."),
        ErrorRule(
            200...299, .stopSender(.account), alerts: true,
            "Falta de permissão na conta. Revise o acesso do aplicativo à WABA."),
        ErrorRule(
            368, .stopSender(.account), alerts: true,
            "Conta bloqueada temporariamente por violação de política. Veja o Suporte da Meta."),
        ErrorRule(80_007, .slowDown(.management), "Limite de chamadas da conta (WABA). Reduzindo o ritmo."),
    ]

    /// Messages and people.
    static let delivery: [ErrorRule] = [
        ErrorRule(
            130_403, .switchChannel(otherNumberForm: false, unreachableDays: nil),
            "Nós bloqueamos este usuário. Desbloqueie antes de escrever."),
        ErrorRule(130_429, .slowDown(.number), "Limite de envio do número. Reduzindo o ritmo."),
        ErrorRule(
            130_472, .switchChannel(otherNumberForm: false, unreachableDays: nil),
            "Usuário em experimento da Meta: marketing retido nesta campanha."),
        ErrorRule(
            130_497, .switchChannel(otherNumberForm: false, unreachableDays: nil), alerts: true,
            "A conta não pode enviar para este país."),
        ErrorRule(131_000, few, "Falha desconhecida da Meta. Tentando até três vezes."),
        ErrorRule(131_005, .stopSender(.account), alerts: true, "Acesso negado. Revise as permissões do token."),
        ErrorRule(131_008, fix, alerts: true, "Falta um parâmetro obrigatório na requisição."),
        ErrorRule(131_009, fix, alerts: true, "Valor de parâmetro inválido, ou BSUID antigo ou de outro portfólio."),
        ErrorRule(131_016, patient, "Serviço da Meta indisponível. Tentando de novo."),
        ErrorRule(131_020, fix, "Grupo com um só participante."),
        ErrorRule(
            131_021, .switchChannel(otherNumberForm: false, unreachableDays: nil),
            "O destinatário é o próprio número de envio."),
        ErrorRule(
            131_026, .switchChannel(otherNumberForm: true, unreachableDays: 30),
            "Não entregável: sem WhatsApp ou bloqueado. Tenta-se a outra forma do número; depois, outro canal."
        ),
        ErrorRule(131_030, fix, "Número de teste: o destinatário não está na lista permitida."),
        ErrorRule(131_041, fix, "Grupo desconhecido."),
        ErrorRule(131_047, .useTemplate, "Janela de 24 horas encerrada. Só modelo aprovado."),
        ErrorRule(
            131_049, .wait(seconds: 86_400, otherChannel: true),
            "Limite de marketing por usuário. Aguarde 24 h ou use outro canal."),
        ErrorRule(131_050, .stopMarketing, "A pessoa parou o marketing desta empresa. Opt-out registrado."),
        ErrorRule(131_051, fix, "Tipo de mensagem não suportado."),
        ErrorRule(131_052, .askResend, "Não foi possível baixar o arquivo. Peça para reenviar."),
        ErrorRule(131_053, .fixRequest(retryOnce: true), "Falha no envio do arquivo. Confira tipo e tamanho."),
        ErrorRule(131_055, fix, "Método não permitido para esta mensagem."),
        ErrorRule(131_056, .slowDown(.pair), "Muitas mensagens para a mesma pessoa. Aguardando."),
        ErrorRule(
            131_057, .retry(triesMax: 6, firstSeconds: 60, factor: 1),
            "Número em manutenção para aumento de capacidade. Tentando em um minuto."),
        ErrorRule(131_059, fix, "Cursor de paginação vencido."),
        ErrorRule(131_060, .showPlaceholder, "Conteúdo indisponível: aparelho vinculado sem suporte."),
        ErrorRule(131_062, fix, "Esta mensagem exige o telefone; BSUID não é aceito."),
        ErrorRule(
            131_070, .wait(seconds: 3600, otherChannel: false), alerts: true,
            "Outro aplicativo tem o controle da conversa."),
        ErrorRule(137_000, .reidentify, "A chave de identidade do usuário mudou. Confirme de novo com quem se fala."),
    ]

    /// Templates, parameters and Flows.
    static let templates: [ErrorRule] = [
        ErrorRule(131_061, fix, "Campo de lance ou preço máximo não é permitido aqui."),
        ErrorRule(131_063, fix, alerts: true, "Modelos de marketing desligados na Cloud API; use a API de marketing."),
        ErrorRule(
            131_064, .stopSender(.templates), alerts: true,
            "Envio limitado por modelos mal classificados. Revise as categorias."),
        ErrorRule(131_065, fix, "Preço máximo indisponível."),
        ErrorRule(132_000, fix, alerts: true, "Quantidade de parâmetros do modelo não confere."),
        ErrorRule(132_001, fix, alerts: true, "Modelo ou idioma inexistente ou não aprovado. Sincronize os modelos."),
        ErrorRule(132_005, fix, "Texto do modelo passou do limite. Encurte um valor."),
        ErrorRule(132_007, fix, alerts: true, "Conteúdo recusado pela política da Meta."),
        ErrorRule(132_008, fix, "Formato de parâmetro do modelo inválido."),
        ErrorRule(132_012, fix, "Formato de parâmetro do modelo não confere com o aprovado."),
        ErrorRule(
            132_015, .stopSender(.template), alerts: true,
            "Modelo pausado por qualidade, ou lote retido e descartado. Não reenviar; use outro modelo."),
        ErrorRule(132_016, .stopSender(.template), alerts: true, "Modelo desativado em definitivo. Crie outro."),
        ErrorRule(132_018, fix, "Parâmetro do modelo com quebra de linha, tabulação ou espaços demais."),
        ErrorRule(132_068, fix, alerts: true, "Flow bloqueado."),
        ErrorRule(132_069, .wait(seconds: 3600, otherChannel: false), "Flow limitado a dez mensagens por hora."),
        ErrorRule(134_100, fix, "A API de marketing só aceita modelos de marketing."),
        ErrorRule(134_101, .wait(seconds: 600, otherChannel: false), "Modelo sincronizando na API de marketing."),
        ErrorRule(134_102, fix, "API de marketing indisponível para esta conta."),
        ErrorRule(
            139_000...139_004, fix, "Erro no Flow: integridade, atualização, publicação, descontinuação ou exclusão."),
        ErrorRule(2_388_019, fix, alerts: true, "Limite de modelos da conta."),
        ErrorRule(2_388_040, fix, "Um texto do modelo passou do limite."),
        ErrorRule(2_388_047, fix, "Cabeçalho do modelo em formato inválido."),
        ErrorRule(2_388_072, fix, "Corpo do modelo em formato inválido."),
        ErrorRule(2_388_073, fix, "Rodapé do modelo em formato inválido."),
        ErrorRule(2_388_293, fix, "Variáveis demais para o tamanho do texto do modelo."),
        ErrorRule(2_388_299, fix, "O modelo não pode começar nem terminar com variável."),
    ]

    /// The account, its numbers, their registration.
    static let accounts: [ErrorRule] = [
        ErrorRule(
            131_031, .stopSender(.account), alerts: true,
            "Conta bloqueada, ou PIN errado. Todos os envios pararam: veja o Gerenciador do WhatsApp."),
        ErrorRule(131_037, .stopSender(.number), alerts: true, "Nome de exibição não aprovado."),
        ErrorRule(
            131_042, .stopSender(.account), alerts: true,
            "Problema de pagamento da conta. Regularize o faturamento na Meta."),
        ErrorRule(131_044, .stopSender(.calling), alerts: true, "Problema de pagamento para chamadas."),
        ErrorRule(
            131_045, .stopSender(.number), alerts: true, "Registro ou certificado do número com erro. Registre de novo."
        ),
        ErrorRule(
            131_048, .stopSender(.number), alerts: true,
            "Número limitado por spam. Campanhas paradas: reveja a qualidade."),
        ErrorRule(133_000, patient, "Cancelamento de registro incompleto. Tentando de novo."),
        ErrorRule(133_004, patient, "Servidor temporariamente indisponível."),
        ErrorRule(133_005, .stopSender(.number), alerts: true, "PIN de verificação errado."),
        ErrorRule(133_006, .stopSender(.number), alerts: true, "O número precisa ser verificado antes do registro."),
        ErrorRule(133_008, .stopSender(.number), alerts: true, "Tentativas de PIN demais. Aguarde antes de tentar."),
        ErrorRule(133_009, .stopSender(.number), alerts: true, "PIN digitado rápido demais. Aguarde antes de tentar."),
        ErrorRule(
            133_010, .stopSender(.number), alerts: true, "Número não registrado na Cloud API. Registre o número."),
        ErrorRule(133_015, .wait(seconds: 300, otherChannel: false), "Número recém-removido. Aguarde cinco minutos."),
        ErrorRule(133_016, .stopSender(.number), alerts: true, "Limite de registros em 72 horas."),
        ErrorRule(134_011, .stopSender(.payments), alerts: true, "Termos de pagamentos do WhatsApp não aceitos."),
        ErrorRule(
            136_024, .wait(seconds: 3600, otherChannel: false),
            "Código de verificação não pôde ser enviado. Tente mais tarde."),
        ErrorRule(
            2_494_100, .retry(triesMax: 6, firstSeconds: 120, factor: 2), "Número em manutenção. Tentando em minutos."),
        ErrorRule(2_494_191, fix, alerts: true, "Erro de roteamento do número."),
        ErrorRule(2_593_079...2_593_109, fix, alerts: true, "Erro de migração ou sincronização do número."),
        ErrorRule(1_752_041, fix, alerts: true, "Cadastro duplicado na API de marketing."),
    ]

    /// Groups, calls, blocks, user names, orders.
    static let others: [ErrorRule] = [
        ErrorRule(131_201...131_215, fix, "Erro de grupo. Veja os detalhes."),
        ErrorRule(135_000, .fixRequest(retryOnce: true), "Problema genérico com um parâmetro."),
        ErrorRule(138_006, fix, "Sem permissão da pessoa para ligar."),
        ErrorRule(138_009, .wait(seconds: 86_400, otherChannel: false), "Limite de pedidos de permissão para ligar."),
        ErrorRule(138_012, .wait(seconds: 86_400, otherChannel: false), "Limite de ligações para esta pessoa hoje."),
        ErrorRule(138_000...138_018, fix, "Erro de chamada. Veja os detalhes."),
        ErrorRule(139_100...139_103, fix, "Erro na lista de bloqueio; parte pode ter sido feita."),
        ErrorRule(147_001...147_005, fix, "Nome de usuário indisponível ou sem requisito cumprido."),
        ErrorRule(2040, fix, "Pagamento no WhatsApp não é aceito para este usuário. Envie o código Pix em texto."),
        ErrorRule(2046, fix, "Mudança de estado do pedido não permitida."),
        ErrorRule(2047, fix, "Pedido já pago não pode ser cancelado."),
    ]
}
