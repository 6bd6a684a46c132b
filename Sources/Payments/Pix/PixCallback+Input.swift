import Domain
import Foundation

/// The callback's body as JSON, read item by item.
struct PixCallbackBody: Decodable {
    let pix: OneOrMany<Lossy<PixItem>>
}

/// A list, or a single object where a list should be: the official example itself shows `devolucoes` so.
struct OneOrMany<Element: Decodable>: Decodable {
    let items: [Element]

    init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            var items: [Element] = []
            while !list.isAtEnd { items.append(try list.decode(Element.self)) }
            self.items = items
        } else {
            _ = try decoder.container(keyedBy: PixItem.Key.self)
            items = [try Element(from: decoder)]
        }
    }
}

/// An element that may be bad without spoiling its neighbours.
enum Lossy<Element: Decodable>: Decodable {
    case good(Element)
    case bad(reason: String, endToEndID: String?)

    init(from decoder: any Decoder) throws {
        do {
            self = .good(try Element(from: decoder))
        } catch {
            let container = try? decoder.container(keyedBy: PixItem.Key.self)
            let id = try? container?.decode(String.self, forKey: .endToEndId)
            self = .bad(reason: Lossy.reason(error), endToEndID: id)
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "unreadable" }
        switch error {
        case .keyNotFound(let key, _): return "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(context.codingPath.last?.stringValue ?? "the item") has the wrong type"
        case .dataCorrupted(let context): return context.debugDescription
        @unknown default: return "unreadable"
        }
    }
}

extension Lossy where Element == PixItem {
    var value: PixReceived? {
        if case .good(let item) = self { item.value } else { nil }
    }
}

/// One received Pix as the body writes it, with the reasons of those refunds that could not be read.
struct PixItem: Decodable {
    let value: PixReceived
    let badRefunds: [String]

    enum Key: String, CodingKey {
        case endToEndId, txid, chave, valor, componentesValor, horario, infoPagador, pagador, devolucoes
    }

    private struct Payer: Decodable {
        let nome: String?
        let cpf: String?
        let cnpj: String?
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let endToEndID = try container.decode(String.self, forKey: .endToEndId)
        guard PixTxid.isValid(endToEndID, lengths: 1...35) else {
            throw container.corrupted(.endToEndId, "endToEndId is not 1 to 35 letters and digits")
        }
        let amount = try container.money(.valor)
        guard amount > .zero else { throw container.corrupted(.valor, "valor is zero") }
        guard let at = try container.instant(.horario) else { throw container.corrupted(.horario, "horario is null") }

        var txid: PixTxid?
        // A static code without a reference comes back without one, empty, or with the code's `***`.
        if let text = try container.decodeIfPresent(String.self, forKey: .txid), !text.isEmpty, text != BRCode.noTxid {
            txid = PixTxid(text)
            guard txid != nil else { throw container.corrupted(.txid, "txid is not 1 to 35 letters and digits") }
        }

        // The rest is for people: a bank's own idea of it must not cost the payment.
        let payer = try? container.decodeIfPresent(Payer.self, forKey: .pagador)
        let refunds = try? container.decodeIfPresent(OneOrMany<Lossy<PixRefundItem>>.self, forKey: .devolucoes)
        var good: [PixRefund] = []
        var bad: [String] = []
        for item in refunds?.items ?? [] {
            switch item {
            case .good(let refund): good.append(refund.value)
            case .bad(let reason, _): bad.append("devolucoes: \(reason)")
            }
        }
        if refunds == nil, container.contains(.devolucoes), (try? container.decodeNil(forKey: .devolucoes)) == false {
            bad.append("devolucoes has the wrong type")
        }
        badRefunds = bad
        value = PixReceived(
            endToEndID: endToEndID, txid: txid, key: try? container.decodeIfPresent(String.self, forKey: .chave),
            amount: amount, at: at, payerInfo: try? container.decodeIfPresent(String.self, forKey: .infoPagador),
            payer: payer.map { PixPayer(name: $0.nome, document: $0.cpf ?? $0.cnpj) }, refunds: good,
            components: (try? container.decodeIfPresent(WireComponents.self, forKey: .componentesValor))?.components)
    }
}

/// `componentesValor`: parts that are absent are zero.
struct WireComponents: Codable {
    struct Part: Codable {
        let valor: WireAmount
    }

    let original: Part?
    let multa: Part?
    let juros: Part?
    let abatimento: Part?
    let desconto: Part?

    init(_ components: PixComponents) {
        func part(_ money: Money) -> Part? { money == .zero ? nil : Part(valor: WireAmount(money)) }
        original = Part(valor: WireAmount(components.original))
        multa = part(components.fine)
        juros = part(components.interest)
        abatimento = part(components.rebate)
        desconto = part(components.discount)
    }

    /// Nil without the original amount: then the parts explain nothing.
    var components: PixComponents? {
        original.map { original in
            PixComponents(
                original: original.valor.money, fine: multa?.valor.money ?? .zero,
                interest: juros?.valor.money ?? .zero,
                rebate: abatimento?.valor.money ?? .zero, discount: desconto?.valor.money ?? .zero)
        }
    }
}

/// One refund as the body writes it.
struct PixRefundItem: Decodable {
    let value: PixRefund

    private enum Key: String, CodingKey { case id, rtrId, valor, natureza, motivo, horario, status }
    private enum TimeKey: String, CodingKey { case solicitacao, liquidacao }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let times = try? container.nestedContainer(keyedBy: TimeKey.self, forKey: .horario)
        value = PixRefund(
            id: try container.decode(String.self, forKey: .id),
            returnID: try? container.decodeIfPresent(String.self, forKey: .rtrId),
            amount: try container.money(.valor),
            status: PixRefund.Status(word: try container.decode(String.self, forKey: .status)),
            nature: try? container.decodeIfPresent(String.self, forKey: .natureza),
            reason: try? container.decodeIfPresent(String.self, forKey: .motivo),
            requestedAt: try? times?.instant(.solicitacao), settledAt: try? times?.instant(.liquidacao))
    }
}

extension KeyedDecodingContainer {
    /// An amount: the format's string, or a JSON number where a bank writes one, read as a decimal and never as floating
    /// point.
    fileprivate func money(_ key: Key) throws -> Money {
        let text: String
        do {
            text = try decode(String.self, forKey: key)
        } catch DecodingError.typeMismatch {
            text = try decode(Decimal.self, forKey: key).description
        }
        guard let money = Money(bankDecimal: text) else {
            throw corrupted(key, "\(key.stringValue) is not an amount such as 1234.56")
        }
        return money
    }

    /// An instant; one without an offset is UTC, as the format prescribes.
    fileprivate func instant(_ key: Key) throws -> Timestamp? {
        guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
        guard let instant = Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "Z") else {
            throw corrupted(key, "\(key.stringValue) is not an instant such as 2026-11-23T12:30:00.000Z")
        }
        return instant
    }

    fileprivate func corrupted(_ key: Key, _ reason: String) -> DecodingError {
        DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: reason)
    }
}
