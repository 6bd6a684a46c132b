import Assist
import Domain
import Language
import Store

/// `assist.understand` and `assist.rephrase`: one question to a chat address. What it answers is checked by the engine.
struct AssistAsking: Worker {
    enum Question { case understand, rephrase }

    let question: Question
    let service: AssistService?
    let client: AssistClient

    func work(on effect: EffectRow, in database: Database) async throws -> WorkProduct {
        guard let service else { throw WorkFailure.off }
        let limit = question == .understand ? AssistService.understandingLimit : AssistService.rephrasingLimit
        let (status, body) = try await client.call(
            try request(effect).request(to: service), limitMilliseconds: limit)
        return .answer(try canonicalJSON(ModelWords(text: try ChatRequest.answer(status: status, body: body))))
    }

    private func request(_ effect: EffectRow) throws -> ChatRequest {
        switch question {
        case .understand:
            let body: MessageToUnderstand = try effect.work()
            let context = QuestionContext(rawValue: body.context) ?? .none
            return UnderstandingHelp(message: body.masked, context: context, names: []).request()
        case .rephrase:
            let body: ReplyToRephrase = try effect.work()
            return RephrasingHelp(plain: body.plain, names: body.names).request(
                language: .portuguese, register: RephrasingHelp.Register(rawValue: body.register) ?? .close)
        }
    }
}
