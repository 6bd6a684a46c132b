import Testing

@testable import Console

/// What every page must have for people who do not use a mouse or do not see the screen.
@Suite("Accessibility of every page")
struct AccessibilityTests {
    static let documents = GoldenPageTests.documents
    static let names = documents.map(\.name)

    private func elements(_ name: String) throws -> [Node] {
        try #require(Self.documents.first { $0.name == name }).html.elements()
    }

    @Test("there is one h1 and one main, and the skip link leads to it", arguments: names)
    func oneHeading(name: String) throws {
        let nodes = try elements(name)
        #expect(nodes.filter { $0.name == "h1" }.count == 1)
        let mains = nodes.filter { $0.name == "main" }
        #expect(mains.count == 1)
        let skip = try #require(nodes.first { $0.name == "a" })
        #expect(skip["href"] == mains.first?["id"].map { "#" + $0 })
    }

    @Test("no id stands twice", arguments: names)
    func idsAreUnique(name: String) throws {
        let ids = try elements(name).compactMap { $0["id"] }
        let twice = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test("every field that people fill in has a label", arguments: names)
    func fieldsAreLabelled(name: String) throws {
        let nodes = try elements(name)
        let labelled = Set(nodes.filter { $0.name == "label" && !$0.text.isEmpty }.compactMap { $0["for"] })
        for node in nodes where ["input", "select", "textarea"].contains(node.name) && node["type"] != "hidden" {
            #expect(node["id"].map(labelled.contains) == true, "\(node.name) \(node["name"] ?? "")")
        }
    }

    @Test("labels, descriptions and headings named by id exist", arguments: names)
    func referencesExist(name: String) throws {
        let nodes = try elements(name)
        let ids = Set(nodes.compactMap { $0["id"] })
        for node in nodes {
            for attribute in ["for", "aria-labelledby", "aria-describedby", "data-into"] {
                if let id = node[attribute] { #expect(ids.contains(id), "\(attribute)=\(id)") }
            }
        }
    }

    @Test("every button, link and summary says something, every picture has words", arguments: names)
    func controlsSpeak(name: String) throws {
        for node in try elements(name) {
            switch node.name {
            case "button", "a", "summary":
                let picture = node.children.contains { $0.elements().contains { $0.name == "img" } }
                #expect(!node.text.isEmpty || node["aria-label"] != nil || picture, "\(node.attributes)")
            case "img": #expect(node["alt"]?.isEmpty == false)
            case "canvas": #expect(node["role"] == "img" && node["aria-label"] != nil)
            case "th": #expect(node["scope"] == "col" || node["scope"] == "row")
            default: break
            }
        }
    }

    @Test("every form that changes something posts the proof that it is ours", arguments: names)
    func formsCarryTheToken(name: String) throws {
        let html = try #require(Self.documents.first { $0.name == name }).html
        for form in html.elements() where form.name == "form" && form["method"] == "post" {
            let tokens = form.children.flatMap { $0.elements() }.filter { $0["name"] == "csrf" }
            #expect(tokens.map { $0["value"] } == ["prova-do-formulario"])
        }
    }

    @Test("headings do not skip a level", arguments: names)
    func headingsDescend(name: String) throws {
        var level = 0
        for node in try elements(name)
        where ["h1", "h2", "h3"].contains(node.name) && !node.ancestors.contains("dialog") {
            let its = Int(node.name.dropFirst()) ?? 0
            // The dashboard's and the desk's side regions may start at h2 before the page's h1 is reached.
            #expect(its <= max(level, 1) + 1, "\(node.name) \(node.text)")
            level = its
        }
    }
}
