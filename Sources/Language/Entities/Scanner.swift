import Domain

/// Reads a message's tokens for what exact rules can recognise: each position is offered to the recognisers in a fixed
/// order, the first that fits takes its tokens.
///
/// The work is linear: no recogniser looks further ahead than a fixed number of tokens.
struct Scanner {
    let tokens: [Token]
    let today: CalendarDay
    let context: QuestionContext
    /// Whether words outside ``openings`` are passed over; off only in the test of that list.
    var skipsOthers = true

    init(_ tokens: [Token], today: CalendarDay, context: QuestionContext) {
        self.tokens = tokens
        self.today = today
        self.context = context
    }

    func mentions() -> [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < tokens.count {
            if let mention = mention(at: index) {
                found.append(mention)
                index = max(index + 1, mention.range.upperBound)
            } else {
                index += 1
            }
        }
        return found
    }

    private func mention(at index: Int) -> Mention? {
        switch tokens[index].kind {
        case .email: Mention(range: index..<index + 1, value: .email(tokens[index].text))
        case .link: Mention(range: index..<index + 1, value: .link)
        case .symbol: nil
        case .word:
            !skipsOthers || Scanner.openings.contains(tokens[index].text) ? exact(at: index) : nil
        case .number, .mark:
            exact(at: index)
        }
    }

    /// The words with which anything recognised can begin; the recognisers, of which there are many, are asked about no
    /// others. `ScannerTests` holds the list against recognisers that are asked about every word.
    static let openings: Set<String> = {
        let words = """
            meio meiodia manha manhazinha matina morning cedo cedinho cedim tarde tardinha tardezinha afternoon noite
            noitinha noitezinha noche evening depois apos antes hoje today hoy tonight hojinho amanha amanhazinha tomorrow
            manana pasado ontem ayer yesterday anteontem antontem antiontem anteayer antesdeontem agorinha agora this
            todo todos toda cada sempre dia dias d die ultimo proxima proximo next proximos semana outra outro mes esse
            este nesse neste deste desse dese essa nessa ta the el fds fim final finalzinho finzinho fin finalsinho comeco
            inicio comecinho inicinho principio meados metade daqui dakui daki daq em en dentro in dentru mais ha faz fas
            fazem within com entre no corrente quando qnd assim logo tao qualquer r rs brl half mitad um uma meia last
            """
        return Set(words.split { $0 == " " || $0 == "\n" }.map(String.init)).union(NumberWords.all)
            .union(CalendarWords.all)
    }()

    private func exact(at index: Int) -> Mention? {
        if let mention = contact(at: index) { return mention }
        if let mention = time(at: index) { return mention }
        if let mention = plan(at: index) { return mention }
        if let mention = date(at: index) { return mention }
        return amount(at: index) ?? plainNumber(at: index)
    }

    // MARK: Looking at tokens

    /// The word at a position; empty where there is none.
    func word(_ index: Int) -> String {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return "" }
        return tokens[index].text
    }

    func isMark(_ index: Int, _ mark: String) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].isMark(mark)
    }

    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }

    func isGlued(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].isGlued }

    /// The digits-only integer at a position, at most six digits.
    func integer(_ index: Int) -> Int? {
        guard isNumber(index), tokens[index].text.utf8.count <= 6 else { return nil }
        return Int(tokens[index].text)
    }

    /// An integer in digits or one or two number words ("vinte e cinco"), up to 99, and the index after it.
    func smallNumber(_ index: Int) -> (value: Int, end: Int)? {
        if let value = integer(index) { return (value, index + 1) }
        if word(index + 1) == "duzia" {
            if word(index) == "meia" { return (6, index + 2) }
            if word(index) == "uma" { return (12, index + 2) }
        }
        guard let first = NumberWords.value(word(index)), first < 100 else { return nil }
        if first >= 20, first % 10 == 0, word(index + 1) == "e", let unit = NumberWords.value(word(index + 2)),
            (1...9).contains(unit)
        {
            return (first + unit, index + 3)
        }
        return (first, index + 1)
    }

    /// True when the words from an index on are these.
    func matches(_ index: Int, _ words: String...) -> Bool {
        for (offset, expected) in words.enumerated() where word(index + offset) != expected { return false }
        return true
    }

    private func plainNumber(at index: Int) -> Mention? {
        guard isNumber(index) else { return nil }
        if isMark(index + 1, "%") { return Mention(range: index..<index + 2, value: .percent) }
        if word(index + 1) == "por" && word(index + 2) == "cento" {
            return Mention(range: index..<index + 3, value: .percent)
        }
        return Mention(range: index..<index + 1, value: .number)
    }
}
