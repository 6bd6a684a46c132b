import Console
import Domain
import Foundation
import Testing

@testable import Console

/// Every page, compared with the file that was looked at and found good.
///
/// After a wanted change: `QUITA_RECORD_PAGES=1 swift test --filter GoldenPageTests`, then read the difference.
@Suite("Golden pages")
struct GoldenPageTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Pages")

    static let documents: [(name: String, html: HTML)] =
        Samples.pages.map { ($0.name, Layout.document(of: $0.page, in: Samples.frame)) } + [
            ("entrar", Samples.signIn.html), ("entrar-recusado", Samples.signInRefused.html),
            ("painel-com-avisos", Layout.document(of: Samples.emptyDashboard, in: Samples.busyFrame)),
        ]

    @Test("each page is the one recorded", arguments: documents.map(\.name))
    func pageIsAsRecorded(name: String) throws {
        let html = try #require(Self.documents.first { $0.name == name }?.html)
        let page = Self.withoutVersions(html.pretty())
        let file = Self.folder.appending(path: "\(name).html")
        if ProcessInfo.processInfo.environment["QUITA_RECORD_PAGES"] != nil {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file)
        }
        let recorded = try #require(
            try? String(contentsOf: file, encoding: .utf8), "no recorded page \(name).html; record it first")
        let (was, isNow) = Self.firstDifference(recorded, page)
        #expect(was == isNow, "\(name).html differs")
    }

    /// Asset versions change with every byte of a stylesheet, which is no change of the page.
    private static func withoutVersions(_ page: String) -> String {
        page.replacing(/\?v=[0-9a-z]+/, with: "?v=…")
    }

    /// The first line that differs, on both sides; nil and nil where nothing does.
    private static func firstDifference(_ one: String, _ other: String) -> (String?, String?) {
        let left = one.split(separator: "\n", omittingEmptySubsequences: false)
        let right = other.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(left.count, right.count) {
            let a = index < left.count ? "\(index + 1): \(left[index])" : nil
            let b = index < right.count ? "\(index + 1): \(right[index])" : nil
            if a != b { return (a, b) }
        }
        return (nil, nil)
    }
}
