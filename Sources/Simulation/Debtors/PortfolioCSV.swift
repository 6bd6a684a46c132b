import Domain

/// The portfolio file as a Brazilian system would export it: `;` between fields, comma for decimals, days first.
package enum PortfolioCSV {
    package static let header =
        "Nome do Cliente;CPF/CNPJ;Data de Nascimento;Telefone 1;Telefone 2;E-mail;Contrato;Produto;Valor Original;"
        + "Vencimento;UF;Cidade"

    /// UTF-8 with `\r\n` at the end of each line; a row per debt.
    package static func text(_ people: [InventedDebtor]) -> String {
        var lines = header + "\r\n"
        for person in people {
            for debt in person.debts { lines += row(person, debt) + "\r\n" }
        }
        return lines
    }

    private static func row(_ person: InventedDebtor, _ debt: InventedDebt) -> String {
        [
            person.name, cpf(person.cpf), Portuguese.date(person.birthDate), phone(person.phone),
            person.landline.map(phone) ?? "", person.email ?? "", debt.contract, debt.product,
            Portuguese.money(debt.principal, space: .plain), Portuguese.date(debt.due), person.state, person.city,
        ].joined(separator: ";")
    }

    private static func cpf(_ digits: String) -> String {
        let all = Array(digits)
        guard all.count == 11 else { return digits }
        return "\(String(all[0..<3])).\(String(all[3..<6])).\(String(all[6..<9]))-\(String(all[9..<11]))"
    }

    /// `(11) 90000-0001`
    private static func phone(_ digits: String) -> String {
        let national = Array(digits.dropFirst(2))
        guard national.count >= 10 else { return digits }
        return
            "(\(String(national[0..<2]))) \(String(national[2..<(national.count - 4)]))-\(String(national.suffix(4)))"
    }
}
