/// Guesses what a word was meant to be.
enum Spelling {
    /// The known word that is near enough to be what was meant: at most a third of its letters differ.
    static func nearest(_ word: String, among known: [String]) -> String? {
        let wanted = Array(word.lowercased().unicodeScalars.prefix(lengthMax))
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = distance(wanted, Array(candidate.unicodeScalars))
            if distance <= max(1, candidate.count / 3), distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    private static let lengthMax = 64

    /// Insertions, deletions, substitutions, and swaps of neighbours.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var older: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, older[column - 1] + 1)
                }
                current.append(best)
            }
            older = previous
            previous = current
        }
        return previous[right.count]
    }
}
