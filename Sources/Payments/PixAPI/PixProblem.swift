import Foundation

/// What to do about an answer of the bank that is no success.
package enum PixErrorAction: Hashable, Sendable {
    /// The bank's trouble: send the same request again after the given seconds.
    case retry(afterSeconds: Int64)
    /// We are too fast, or the service is closed for now: nothing to this bank for so long, then again.
    case wait(seconds: Int64)
    /// The access token is not taken: ask for a new one, then once more.
    case renewToken
    /// What was asked for is not there. After a silent write: it was not done, write it again.
    case absent
    /// The thing is in a state that does not allow it (paid, removed, already in use): read it, and decide by what it says.
    case look
    /// The request is wrong and stays wrong. Never sent again as it is.
    case fix
    /// Nothing of the kind leaves until a person has looked: credentials, certificate, contract.
    case stop

    /// A short stable word, as tools print it.
    package var name: String {
        switch self {
        case .retry: "retry"
        case .wait(let seconds): "wait_\(seconds)s"
        case .renewToken: "renew_token"
        case .absent: "absent"
        case .look: "look"
        case .fix: "fix"
        case .stop: "stop"
        }
    }
}

/// The bank's answer when it did not do what was asked (RFC 7807 with the Central Bank's types).
package struct PixProblem: Error, Hashable, Sendable {
    package struct Violation: Hashable, Sendable, Decodable {
        package let reason: String?
        package let property: String?
        package let value: String?

        private enum CodingKeys: String, CodingKey {
            case reason = "razao"
            case property = "propriedade"
            case value = "valor"
        }

        package init(reason: String?, property: String?, value: String?) {
            self.reason = reason
            self.property = property
            self.value = value
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // The value may be of any type; only texts are worth showing.
            self.init(
                reason: try? container.decodeIfPresent(String.self, forKey: .reason),
                property: try? container.decodeIfPresent(String.self, forKey: .property),
                value: try? container.decodeIfPresent(String.self, forKey: .value))
        }
    }

    package let httpStatus: Int
    /// The last part of `type`, such as `CobVOperacaoInvalida`; nil where the body is no problem of the API.
    package let type: String?
    package let title: String?
    package let detail: String?
    /// For the bank's support.
    package let correlationID: String?
    package let violations: [Violation]
    package let action: PixErrorAction
    /// Whether a person has to be told at once.
    package let alerts: Bool
    /// For the operator, in Portuguese: what happened and what to do.
    package let text: String

    /// - Parameter retryAfter: the header `Retry-After`, in seconds; a date there is not understood.
    package init(httpStatus: Int, body: [UInt8], retryAfter: String? = nil) {
        struct Body: Decodable {
            let type: String?
            let title: String?
            let detail: String?
            let correlationId: String?
            let violacoes: [Violation]?

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Key.self)
                type = try? container.decodeIfPresent(String.self, forKey: .type)
                title = try? container.decodeIfPresent(String.self, forKey: .title)
                detail = try? container.decodeIfPresent(String.self, forKey: .detail)
                correlationId = try? container.decodeIfPresent(String.self, forKey: .correlationId)
                violacoes = try? container.decodeIfPresent([Violation].self, forKey: .violacoes)
            }

            enum Key: String, CodingKey { case type, title, detail, correlationId, violacoes }
        }
        let parsed = try? JSONDecoder().decode(Body.self, from: Data(body))
        self.init(
            httpStatus: httpStatus, type: parsed?.type, title: parsed?.title, detail: parsed?.detail,
            correlationID: parsed?.correlationId, violations: parsed?.violacoes ?? [],
            retryAfterSeconds: retryAfter.flatMap { Int64($0) }.map { max(1, min($0, 86_400)) })
    }

    init(
        httpStatus: Int, type: String?, title: String?, detail: String?, correlationID: String? = nil,
        violations: [Violation], retryAfterSeconds: Int64? = nil
    ) {
        self.httpStatus = httpStatus
        self.type = type.flatMap { $0.split(separator: "/").last.map(String.init) }
        self.title = title
        self.detail = detail
        self.correlationID = correlationID
        self.violations = violations
        let rule = PixProblem.rule(
            httpStatus, violations: violations, detail: detail, seconds: retryAfterSeconds)
        (action, alerts, text) = (rule.action, rule.alerts, rule.text)
    }
}

extension PixProblem {
    private struct Rule {
        let action: PixErrorAction
        var alerts = false
        let text: String
    }

    /// The status says who is at fault; the type and the violations say whether the thing's state is in the way.
    private static func rule(
        _ status: Int, violations: [Violation], detail: String?, seconds: Int64?
    ) -> Rule {
        switch status {
        case 401:
            return Rule(action: .renewToken, text: "O banco não aceitou o token de acesso; um novo é pedido.")
        case 403:
            return Rule(
                action: .stop, alerts: true,
                text:
                    "O banco negou o acesso: confira no contrato se este produto do Pix está liberado, e o certificado."
            )
        case 404, 410:
            return Rule(action: .absent, text: "O banco não conhece este item.")
        case 409:
            return Rule(action: .look, text: "O item já existe ou mudou no banco; ele é consultado antes de decidir.")
        case 408, 425:
            return Rule(action: .retry(afterSeconds: seconds ?? 5), text: "O banco pediu para tentar de novo.")
        case 429:
            return Rule(action: .wait(seconds: seconds ?? 60), text: "Chamadas demais; o banco pediu uma pausa.")
        case 503:
            return Rule(
                action: .wait(seconds: seconds ?? 60), text: "O serviço Pix do banco está fora do ar ou em manutenção.")
        case 500...599:
            return Rule(action: .retry(afterSeconds: seconds ?? 10), text: "O banco teve um erro interno.")
        case 400, 422:
            if isStateConflict(violations, detail) {
                return Rule(
                    action: .look, text: "O estado do item no banco não permite a operação; ele é consultado.")
            }
            return Rule(
                action: .fix, alerts: true,
                text: "O banco recusou os dados\(violations.isEmpty ? "" : ": " + summary(violations)).")
        default:
            return Rule(action: .fix, alerts: true, text: "O banco respondeu com o status HTTP \(status).")
        }
    }

    /// The violations of the API's text that speak of the thing's state rather than of the request. Banks word them in
    /// their own way, so stems are looked for.
    private static func isStateConflict(_ violations: [Violation], _ detail: String?) -> Bool {
        let stems = [
            "não está ativa", "nao esta ativa", "não está no status ativa", "já existe", "ja existe", "já encontra-se",
            "ja encontra-se", "já utilizado", "ja utilizado", "em uso", "já está sendo", "ja esta sendo",
            "excederia o valor", "encontra-se expirada", "existe uma solicitação ativa", "existe uma cobr",
            "já foi paga", "ja foi paga", "concluida", "concluída", "status diferente de criada",
        ]
        let texts = (violations.compactMap(\.reason) + [detail].compactMap { $0 }).map { $0.lowercased() }
        return texts.contains { text in stems.contains { text.contains($0) } }
    }

    private static func summary(_ violations: [Violation]) -> String {
        violations.prefix(3).map { violation in
            [violation.property, violation.reason].compactMap { $0 }.joined(separator: ": ")
        }.joined(separator: "; ")
    }
}

/// What came of a call.
package enum PixOutcome<Value: Sendable>: Sendable {
    case done(Value)
    case failed(PixProblem)
    /// No answer, or one that cannot be understood: the bank may or may not have done it. A request that
    /// `isRepeatable` is sent again as it is; for the others the bank's lists are asked.
    case unknown(reason: String)
}

extension PixOutcome: Equatable where Value: Equatable {}
extension PixOutcome: Hashable where Value: Hashable {}

extension PixOutcome where Value: Decodable {
    /// Reads an answer.
    package init(httpStatus: Int, body: [UInt8], retryAfter: String? = nil) {
        guard (200...299).contains(httpStatus) else {
            self = .failed(PixProblem(httpStatus: httpStatus, body: body, retryAfter: retryAfter))
            return
        }
        do {
            self = .done(try JSONDecoder().decode(Value.self, from: Data(body)))
        } catch {
            self = .unknown(reason: PixAnswerText.reason(error))
        }
    }
}

extension PixOutcome where Value == PixDone {
    /// Reads an answer whose body says nothing: the status is all.
    package init(httpStatus: Int, body: [UInt8], retryAfter: String? = nil) {
        self =
            (200...299).contains(httpStatus)
            ? .done(PixDone())
            : .failed(PixProblem(httpStatus: httpStatus, body: body, retryAfter: retryAfter))
    }
}

/// The bank has done it, and tells nothing more.
package struct PixDone: Hashable, Sendable {
    package init() {}
}

enum PixAnswerText {
    /// Where an answer could not be understood, without the answer's content: it holds personal data.
    static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "the answer is unreadable" }
        switch error {
        case .keyNotFound(let key, let context): return "\(path(context, key)) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(path(context, nil)) has the wrong type"
        case .dataCorrupted(let context):
            let place = path(context, nil)
            return place.isEmpty ? "the answer is not JSON" : "\(place): \(context.debugDescription)"
        @unknown default: return "the answer is unreadable"
        }
    }

    private static func path(_ context: DecodingError.Context, _ key: (any CodingKey)?) -> String {
        (context.codingPath.map(\.stringValue) + [key?.stringValue].compactMap { $0 }).joined(separator: ".")
    }
}
