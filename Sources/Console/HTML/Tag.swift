/// The name of an element, callable with its attributes and its content: `div(.class("panel")) { … }`.
///
/// Attributes may be nil, so that a condition fits in the line: `option(isChosen ? .selected : nil) { … }`.
struct Tag: Sendable {
    let name: StaticString

    init(_ name: StaticString) { self.name = name }

    func callAsFunction(_ attributes: Attribute?..., @HTMLBuilder content: () -> HTML) -> HTML {
        .element(name, attributes.compactMap(\.self), content().flattened)
    }

    /// Without content.
    func callAsFunction(_ attributes: Attribute?...) -> HTML {
        .element(name, attributes.compactMap(\.self), [])
    }
}

let a = Tag("a")
let article = Tag("article")
let aside = Tag("aside")
let blockquote = Tag("blockquote")
let br = Tag("br")
let button = Tag("button")
let canvas = Tag("canvas")
let caption = Tag("caption")
let code = Tag("code")
let datalist = Tag("datalist")
let dd = Tag("dd")
let details = Tag("details")
let dialog = Tag("dialog")
let div = Tag("div")
let dl = Tag("dl")
let dt = Tag("dt")
let figure = Tag("figure")
let footer = Tag("footer")
let form = Tag("form")
let h1 = Tag("h1")
let h2 = Tag("h2")
let h3 = Tag("h3")
let header = Tag("header")
let img = Tag("img")
let input = Tag("input")
let kbd = Tag("kbd")
let label = Tag("label")
let li = Tag("li")
let main = Tag("main")
let nav = Tag("nav")
let ol = Tag("ol")
let option = Tag("option")
let p = Tag("p")
let pre = Tag("pre")
let section = Tag("section")
let select = Tag("select")
let small = Tag("small")
let span = Tag("span")
let strong = Tag("strong")
let summary = Tag("summary")
let table = Tag("table")
let tbody = Tag("tbody")
let td = Tag("td")
let textarea = Tag("textarea")
let tfoot = Tag("tfoot")
let th = Tag("th")
let thead = Tag("thead")
let time = Tag("time")
let tr = Tag("tr")
let ul = Tag("ul")
