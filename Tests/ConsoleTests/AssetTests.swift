import Testing

@testable import Console

@Suite("Files that pages link to")
struct AssetTests {
    @Test("the stylesheet that every page loads stays small")
    func stylesheetIsSmall() {
        #expect(AssetFile.stylesheet.bytes.count < 12_000)
        let everything = AssetFile.all.map(\.bytes.count).reduce(0, +)
        #expect(everything < 40_000)
    }

    @Test("a file's version follows its bytes")
    func versions() {
        #expect(AssetFile.digest(of: [1, 2, 3]) != AssetFile.digest(of: [1, 2, 4]))
        // The published test vector of FNV-1a for "a".
        #expect(AssetFile.digest(of: [0x61]) == String(0xaf63_dc4c_8601_ec8c as UInt64, radix: 36))
        #expect(Set(AssetFile.all.map(\.version)).count == AssetFile.all.count)
    }

    @Test("every file that a page names is one that is served", arguments: GoldenPageTests.documents.map(\.name))
    func linksAreServed(name: String) throws {
        let served = Set(AssetFile.all.map(\.address.text) + VendorFile.all.map(\.address.text))
        for node in try #require(GoldenPageTests.documents.first { $0.name == name }).html.elements() {
            guard let address = node["src"] ?? (node.name == "link" ? node["href"] : nil), node.name != "img" else {
                continue
            }
            #expect(served.contains(address), "\(address)")
        }
    }

    @Test("stylesheets name no colour scheme of their own outside the variables, and load nothing from elsewhere")
    func stylesheetsStayHome() {
        for file in AssetFile.all {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("http://") || file.name == "icon.svg")
            #expect(!text.contains("https://") && !text.contains("@import") && !text.contains("url("))
        }
    }

    @Test("scripts and markup agree on the data attributes")
    func dataAttributesAreRead() {
        let scripts = AssetFile.all.filter { $0.name.hasSuffix(".js") }
            .map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        for name in DataName.allCases {
            let attribute = name.attribute.description
            let property = attribute.dropFirst("data-".count)
            #expect(
                scripts.contains("[\(attribute)") || scripts.contains("dataset.\(property)")
                    || scripts.contains("form[\(attribute)]") || scripts.contains("'\(property)' in"), "\(attribute)")
        }
    }
}
