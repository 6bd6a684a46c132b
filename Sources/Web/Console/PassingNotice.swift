import Console
import Foundation
import Hummingbird

/// What the last action did, carried over the redirect to the page that shows it once.
enum PassingNotice: Codable, Sendable, Hashable {
    case takenOver(name: String)
    case handedBack(name: String)
    case messageQueued
    case readingCorrected
    case importStarted(file: String)
    case creditorChosen(name: String)
    case clockMoved(to: String)
    case pixPaid
    case paymentAssigned, paymentKept, paymentRefunded
    case paymentTaken, meansKept, agreed

    static let cookieName = "quita_aviso"

    var notice: Notice {
        switch self {
        case .takenOver(let name): Notice(tone: .done, text: .noticeTakenOver(name: name))
        case .handedBack(let name): Notice(tone: .done, text: .noticeHandedBack(name: name))
        case .messageQueued: Notice(tone: .done, text: .noticeMessageQueued)
        case .readingCorrected: Notice(tone: .done, text: .noticeReadingCorrected)
        case .importStarted(let file): Notice(tone: .done, text: .noticeImportStarted(file: file))
        case .creditorChosen(let name): Notice(tone: .done, text: .noticeCreditorChosen(name: name))
        case .clockMoved(let text): Notice(tone: .done, text: .noticeClockMoved(to: text))
        case .pixPaid: Notice(tone: .done, text: .noticePixPaid)
        case .paymentAssigned: Notice(tone: .done, text: .noticePaymentAssigned)
        case .paymentKept: Notice(tone: .done, text: .noticePaymentKept)
        case .paymentRefunded: Notice(tone: .done, text: .noticePaymentRefunded)
        case .paymentTaken: Notice(tone: .done, text: .noticePaymentTaken)
        case .meansKept: Notice(tone: .done, text: .noticeMeansKept)
        case .agreed: Notice(tone: .done, text: .noticeAgreed)
        }
    }

    /// Nil for a cookie that says nothing we know. It can only show its own visitor a sentence of ours.
    static func read(_ request: Request) -> PassingNotice? {
        guard let text = request.cookies[cookieName]?.value, let json = Data(base64URL: text) else { return nil }
        return try? JSONDecoder().decode(PassingNotice.self, from: json)
    }

    func set(on response: inout Response, _ request: Request) {
        guard let json = try? JSONEncoder().encode(self), json.count < 1_000 else { return }
        response.keep(PassingNotice.cookieName, json.base64URL, hours: nil, request)
    }
}
