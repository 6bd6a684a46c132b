internal import Domain

/// A header for comparison with one that a person typed: letters and digits only, case and accents aside.
struct HeaderKey: Hashable {
    private let text: String

    init(_ header: String) {
        text = folded(header).filter { $0.isLetter || $0.isNumber }
    }
}
