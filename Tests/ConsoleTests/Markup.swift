@testable import Console

/// A page's elements, for tests that walk them.
struct Node {
    let name: String
    let attributes: [String: String]
    let children: [HTML]
    let ancestors: [String]

    subscript(_ attribute: String) -> String? { attributes[attribute] }

    /// All text inside, phrases said in Portuguese.
    var text: String { children.map(\.words).joined() }
}

extension HTML {
    /// Every element, in the order of the page. Constants of ours (icons, the head's preamble) are not taken apart.
    func elements(inside ancestors: [String] = []) -> [Node] {
        switch self {
        case .text, .phrase, .constant: return []
        case .group(let parts): return parts.flatMap { $0.elements(inside: ancestors) }
        case .element(let name, let attributes, let children):
            var values: [String: String] = [:]
            for attribute in attributes { values[attribute.name.description] = attribute.text(in: .portuguese) ?? "" }
            let node = Node(name: name.description, attributes: values, children: children, ancestors: ancestors)
            return [node] + children.flatMap { $0.elements(inside: ancestors + [name.description]) }
        }
    }

    fileprivate var words: String {
        switch self {
        case .text(let text): text
        case .phrase(let phrase): phrase.text(in: .portuguese)
        case .constant: ""
        case .group(let parts): parts.map(\.words).joined()
        case .element(_, _, let children): children.map(\.words).joined()
        }
    }

    /// One element a line, indented, so that a difference between two pages can be read.
    func pretty(_ depth: Int = 0) -> String {
        let indent = String(repeating: "  ", count: depth)
        switch self {
        case .text, .phrase: return indent + markup().split(separator: "\n").joined(separator: "⏎") + "\n"
        case .constant(let markup):
            return indent + markup.description.split(separator: "\n").joined(separator: "⏎") + "\n"
        case .group(let parts): return parts.map { $0.pretty(depth) }.joined()
        case .element(let name, let attributes, let children):
            let bare = HTML.element(name, attributes, []).markup().split(separator: "\n").joined(separator: "⏎")
            let opening = bare.hasSuffix("</\(name)>") ? String(bare.dropLast(name.description.count + 3)) : bare
            if children.isEmpty { return indent + bare + "\n" }
            return indent + opening + "\n" + children.map { $0.pretty(depth + 1) }.joined() + indent + "</\(name)>\n"
        }
    }
}
