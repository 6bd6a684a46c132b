import Channels

/// An object of a request's body, read the way the platform does: a key that it does not know is an error, as is a
/// required one that is missing, and every text has its limit.
struct RequestObject {
    /// Where the object stands, for messages: `interactive['action']`.
    let path: String
    let members: JSONObject

    init(path: String, members: JSONObject) {
        self.path = path
        self.members = members
    }

    init(_ value: JSONValue?, at path: String) throws(GraphError) {
        guard let value, value != .null else { throw .missing(path) }
        guard case .object(let members) = value else { throw .invalid("Param \(path) must be a JSON object.") }
        self.init(path: path, members: members)
    }

    func path(_ key: String) -> String { path.isEmpty ? key : "\(path)['\(key)']" }

    /// Refuses keys other than these, and keys written twice.
    func allowOnly(_ keys: Set<String>) throws(GraphError) {
        var seen: Set<String> = []
        for member in members.members {
            guard keys.contains(member.key) else {
                throw .invalid("Unexpected key \"\(member.key)\" on param \"\(path.isEmpty ? "body" : path)\".")
            }
            guard seen.insert(member.key).inserted else { throw .invalid("Param \(path(member.key)) is given twice.") }
        }
    }

    func value(_ key: String) -> JSONValue? {
        guard let value = members[key], value != .null else { return nil }
        return value
    }

    func has(_ key: String) -> Bool { value(key) != nil }

    func object(_ key: String) throws(GraphError) -> RequestObject { try RequestObject(members[key], at: path(key)) }

    func objectIfPresent(_ key: String) throws(GraphError) -> RequestObject? {
        guard let value = value(key) else { return nil }
        return try RequestObject(value, at: path(key))
    }

    /// A list of objects with a number of elements in the range.
    func objects(_ key: String, count: ClosedRange<Int>) throws(GraphError) -> [RequestObject] {
        guard let value = value(key) else { throw .missing(path(key)) }
        guard case .array(let items) = value else { throw .invalid("Param \(path(key)) must be an array.") }
        guard count.contains(items.count) else {
            throw .value(
                "\(path(key)) must have \(count.lowerBound) to \(count.upperBound) elements, not \(items.count)."
            )
        }
        var objects: [RequestObject] = []
        for (index, item) in items.enumerated() {
            objects.append(try RequestObject(item, at: "\(path(key))[\(index)]"))
        }
        return objects
    }

    /// A text of 1 to `most` characters (counted as Unicode scalars, as the platform's limits are).
    func text(_ key: String, most: Int) throws(GraphError) -> String {
        guard let text = try textIfPresent(key, most: most) else { throw .missing(path(key)) }
        return text
    }

    func textIfPresent(_ key: String, most: Int) throws(GraphError) -> String? {
        guard let value = value(key) else { return nil }
        guard case .string(let text) = value else { throw .invalid("Param \(path(key)) must be a string.") }
        guard !text.isEmpty else { throw .missing(path(key)) }
        guard text.unicodeScalars.count <= most else {
            throw .invalid("Param \(path(key)) must be at most \(most) characters long.")
        }
        return text
    }

    func flagIfPresent(_ key: String) throws(GraphError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let flag = value.bool else { throw .invalid("Param \(path(key)) must be a boolean.") }
        return flag
    }

    /// One of a few words.
    func word(_ key: String, among words: Set<String>) throws(GraphError) -> String {
        let word = try text(key, most: 64)
        guard words.contains(word) else {
            throw .invalid(
                "Param \(path(key)) must be one of {\(words.sorted().joined(separator: ", "))}, not \"\(word)\".")
        }
        return word
    }

    /// An http or https address.
    func address(_ key: String, most: Int = 2000) throws(GraphError) -> String {
        let text = try text(key, most: most)
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" ") else {
            throw .value("\(path(key)) must be an http or https URL.")
        }
        return text
    }

    /// An amount in minor units: `{"value": 32000, "offset": 100}`.
    func amount(_ key: String) throws(GraphError) -> Int64 {
        let object = try object(key)
        guard object.value("offset")?.integer == 100 else { throw .value("\(object.path)['offset'] must be 100.") }
        guard let cents = object.value("value")?.integer, cents >= 0 else {
            throw .value("\(object.path)['value'] must be a whole number of minor units.")
        }
        return cents
    }
}
