/// A page is its view model: a value that `Web` fills, from which HTML follows and nothing else.
package protocol Page: Sendable {
    var title: Phrase { get }
    /// The rail's entry under which the page stands.
    var railSection: Section? { get }
    func content(in frame: Frame) -> HTML
}

extension Page {
    /// The whole document, from `<!doctype html>` on.
    package func document(in frame: Frame) -> String {
        Layout.document(of: self, in: frame).markup(in: frame.language)
    }
}
