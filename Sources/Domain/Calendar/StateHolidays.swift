extension HolidayRule {
    /// The rules of one state. Minas Gerais and Paraná have no day of their own that is not national too.
    static func state(_ unit: FederativeUnit) -> [HolidayRule] { byState[unit] ?? [] }

    private static let byState = Dictionary(grouping: ofAllStates) { $0.state ?? .sp }

    private static func rule(
        _ state: FederativeUnit, _ month: Int, _ day: Int, _ name: String, _ certainty: Holiday.Certainty = .high
    ) -> HolidayRule {
        HolidayRule(.state, .fixed(month: month, day: day), name, state: state, certainty: certainty)
    }

    private static func acre(_ month: Int, _ day: Int, _ name: String) -> HolidayRule {
        HolidayRule(.state, .movedToFriday(month: month, day: day), name, state: .ac)
    }

    static let ofAllStates: [HolidayRule] = northAndNorthEast + centreAndSouth + blackAwareness

    private static let northAndNorthEast: [HolidayRule] = [
        acre(1, 23, "Dia do Evangélico"),
        acre(3, 8, "Dia Internacional da Mulher"),
        rule(.ac, 6, 15, "Aniversário do Acre"),
        acre(9, 5, "Dia da Amazônia"),
        acre(11, 17, "Assinatura do Tratado de Petrópolis"),
        rule(.al, 6, 24, "São João"),
        rule(.al, 6, 29, "São Pedro"),
        rule(.al, 9, 16, "Emancipação Política de Alagoas"),
        rule(.al, 11, 30, "Dia do Evangélico"),
        rule(.am, 9, 5, "Elevação do Amazonas à categoria de província"),
        rule(.ap, 3, 19, "São José"),
        rule(.ap, 7, 25, "São Tiago"),
        rule(.ap, 9, 13, "Criação do Território Federal"),
        rule(.ba, 7, 2, "Independência da Bahia"),
        rule(.ce, 3, 19, "São José"),
        rule(.ce, 3, 25, "Abolição da escravidão no Ceará"),
        rule(.ce, 8, 15, "Nossa Senhora da Assunção", .medium),
        rule(.ma, 7, 28, "Adesão do Maranhão à independência do Brasil"),
        rule(.pa, 8, 15, "Adesão do Grão-Pará à independência do Brasil"),
        rule(.pb, 8, 5, "Fundação do Estado"),
        rule(.pe, 3, 6, "Revolução Pernambucana de 1817"),
        rule(.pi, 10, 19, "Dia do Piauí"),
        rule(.rn, 8, 7, "Dia do Rio Grande do Norte", .medium),
        rule(.rn, 10, 3, "Mártires de Cunhaú e Uruaçu"),
        rule(.ro, 1, 4, "Criação do Estado"),
        rule(.ro, 6, 18, "Dia do Evangélico"),
        rule(.rr, 10, 5, "Criação do Estado"),
        rule(.se, 7, 8, "Emancipação política de Sergipe"),
        rule(.to, 3, 18, "Dia da Autonomia"),
        rule(.to, 9, 8, "Nossa Senhora da Natividade"),
        rule(.to, 10, 5, "Criação do Estado"),
    ]

    private static let centreAndSouth: [HolidayRule] = [
        rule(.df, 11, 30, "Dia do Evangélico"),
        HolidayRule(.state, .easter(8), "Nossa Senhora da Penha", state: .es),
        rule(.go, 7, 26, "Fundação da cidade de Goiás", .medium),
        rule(.go, 10, 24, "Pedra fundamental de Goiânia", .medium),
        rule(.ms, 10, 11, "Criação do Estado"),
        HolidayRule(.state, .easter(-47), "Carnaval", state: .rj),
        rule(.rj, 4, 23, "São Jorge"),
        rule(.rs, 9, 20, "Dia do Gaúcho"),
        HolidayRule(.state, .movedToSunday(month: 8, day: 11), "Dia do Estado de Santa Catarina", state: .sc),
        HolidayRule(.state, .movedToSunday(month: 11, day: 25), "Dia de Santa Catarina de Alexandria", state: .sc),
        rule(.sp, 7, 9, "Revolução Constitucionalista"),
    ]

    /// 20 November was a holiday of these states before it became national in 2024.
    private static let blackAwareness: [HolidayRule] = [
        (FederativeUnit.al, 1995), (.am, 2010), (.ap, 2008), (.mt, 2003), (.rj, 2002), (.sp, 2023),
    ].map { state, year in
        HolidayRule(
            .state, .fixed(month: 11, day: 20), "Dia da Consciência Negra", state: state, certainty: .medium,
            from: year, through: 2023)
    }
}
