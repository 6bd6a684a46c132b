/// Groups of words that mean much the same to a collector: `{paguei, quitei, acertei …}`, `{mãe, filho, marido …}`.
///
/// They are features beside the words themselves, so that what was learned of one word of a group helps to read the
/// others. The groups are written by hand in `Training/concepts.txt` and travel inside the model.
package struct Concepts: Sendable {
    /// Hash of a folded word → the numbers of its groups.
    private let words: GroupTable
    /// Hash of a word's beginning → the numbers of its groups, for entries written `desempreg*`.
    private let stems: GroupTable
    private let stemLengths: [Int]
    /// As written, for the model file.
    package let source: String

    /// - Parameter source: lines `NAME: word word stem* …`; `#` opens a comment.
    package init(_ source: String) {
        var words: [UInt64: [UInt16]] = [:]
        var stems: [UInt64: [UInt16]] = [:]
        var lengths: Set<Int> = []
        var number: UInt16 = 0
        for line in source.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            number += 1
            for entry in parts[1].split(separator: " ") {
                if entry.hasSuffix("*") {
                    let stem = Array(entry.utf8.dropLast())
                    lengths.insert(stem.count)
                    stems[Concepts.hash(stem[...]), default: []].append(number)
                } else {
                    words[Concepts.hash(Array(entry.utf8)[...]), default: []].append(number)
                }
            }
        }
        self.source = source
        self.words = GroupTable(words)
        self.stems = GroupTable(stems)
        stemLengths = lengths.sorted()
    }

    static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = FeatureHash(0xC0)
        for byte in bytes { hash.add(byte) }
        return hash.mixed
    }

    /// The groups of a folded word.
    func groups(of word: [UInt8]) -> [UInt16] {
        if let exact = words[Concepts.hash(word[...])] { return exact }
        var hash = FeatureHash(0xC0)
        var position = 0
        var found: [UInt16] = []
        for length in stemLengths {
            guard length <= word.count else { break }
            while position < length {
                hash.add(word[position])
                position += 1
            }
            if let groups = stems[hash.mixed] { found = groups }
        }
        return found
    }
}

/// Groups by a word's hash, looked up several times for every word of a message: the keys are mixed already, so that their
/// low bits are the place and nothing is hashed again.
private struct GroupTable: Sendable {
    /// 0 is an empty place.
    private var keys: [UInt64]
    private var groups: [[UInt16]]

    init(_ entries: [UInt64: [UInt16]]) {
        var bits = 4
        while 1 << bits < entries.count * 3 { bits += 1 }
        keys = Array(repeating: 0, count: 1 << bits)
        groups = Array(repeating: [], count: 1 << bits)
        for (key, value) in entries where key != 0 {
            var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
            while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
            keys[place] = key
            groups[place] = value
        }
    }

    subscript(key: UInt64) -> [UInt16]? {
        var place = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while keys[place] != 0 {
            if keys[place] == key { return groups[place] }
            place = (place + 1) & (keys.count - 1)
        }
        return nil
    }
}
