import Domain

/// What a button or a list row stands for. Its identifier comes back when it is tapped, from anybody and at any time,
/// so it is looked up in what was really offered and carries no right of its own.
enum Choice: Hashable {
    case isMe, isNotMe, cannotTalk
    /// Position in what was shown, and its total, so that a tap on an old list is recognised.
    case offer(index: Int, cents: Int64)
    case otherProposal, options, person
    case confirm, refuse
    case changeDate, sendPix, alreadyPaid
    case dispute(DisputeKind)
    case smaller, later, pause
    case keepAgreement, cancelAgreement
    case stopMessages
    case day(CalendarDay)
    case score(Int)

    var id: String {
        switch self {
        case .isMe: "me"
        case .isNotMe: "not_me"
        case .cannotTalk: "not_now"
        case .offer(let index, let cents): "offer.\(index).\(cents)"
        case .otherProposal: "other"
        case .options: "options"
        case .person: "person"
        case .confirm: "confirm"
        case .refuse: "refuse"
        case .changeDate: "change_date"
        case .sendPix: "send_pix"
        case .alreadyPaid: "already_paid"
        case .dispute(let kind): "dispute.\(kind.rawValue)"
        case .smaller: "smaller"
        case .later: "later"
        case .pause: "pause"
        case .keepAgreement: "keep"
        case .cancelAgreement: "cancel"
        case .stopMessages: "stop"
        case .day(let day): "day.\(day.iso)"
        case .score(let score): "score.\(score)"
        }
    }

    init?(id: String) {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        switch (parts.first.map(String.init) ?? "", parts.count) {
        case ("offer", 3):
            guard let index = Int(parts[1]), let cents = Int64(parts[2]) else { return nil }
            self = .offer(index: index, cents: cents)
        case ("dispute", 2):
            guard let kind = DisputeKind(rawValue: String(parts[1])) else { return nil }
            self = .dispute(kind)
        case ("day", 2):
            guard let day = CalendarDay(iso: parts[1]) else { return nil }
            self = .day(day)
        case ("score", 2):
            guard let score = Int(parts[1]), (1...5).contains(score) else { return nil }
            self = .score(score)
        case (let word, 1):
            guard let choice = Choice.plain[word] else { return nil }
            self = choice
        default: return nil
        }
    }

    private static let plain: [String: Choice] = {
        let all: [Choice] = [
            .isMe, .isNotMe, .cannotTalk, .otherProposal, .options, .person, .confirm, .refuse, .changeDate, .sendPix,
            .alreadyPaid, .smaller, .later, .pause, .keepAgreement, .cancelAgreement, .stopMessages,
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }()
}
