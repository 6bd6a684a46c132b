import Channels
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "values are read as written",
        arguments: [
            ("null", JSONValue.null), ("true", true), (" false ", false),
            ("28907199254740993", .number("28907199254740993")),
            ("-0.5e+10", .number("-0.5e+10")), (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
            (#""\u00e1\ud83d\ude00é😀""#, "á😀é😀"), ("[]", []), ("{}", [:]),
            ("[1, [2],{\"a\":{}}]", [1, [2], ["a": [:]]]),
            ("\u{FEFF}[]", []),
        ] as [(String, JSONValue)])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    @Test(
        "what is not JSON is refused",
        arguments: [
            "", "nul", "True", "01", "1.", ".5", "1e", "+1", "-", "0x1", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\n\"",
            "[1,]", "[1 2]",
            "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "[", "{", "[1}", "1 2", "\"\\ud83d\"",
            "\"\\ude00\\ud83d\"", "NaN", "\u{0}",
        ])
    func refuses(text: String) {
        #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test("bytes that are not UTF-8 are refused, or repaired where asked")
    func invalidUTF8() throws {
        let bytes: [UInt8] = [0x22, 0xC3, 0x28, 0x22]
        #expect(throws: JSONError(reason: .notUTF8, offset: 1)) { try JSONParser.parse(bytes) }
        let options = JSONParser.Options(bytesMax: 100, depthMax: 10, repairs: true)
        #expect(try JSONParser.parse(bytes, options: options) == "\u{FFFD}(")
    }

    @Test("size and depth have limits")
    func limits() throws {
        let options = JSONParser.Options(bytesMax: 8, depthMax: 2, repairs: false)
        #expect(throws: JSONError(reason: .tooLarge, offset: 8)) {
            try JSONParser.parse(Array("123456789".utf8), options: options)
        }
        #expect(try JSONParser.parse(Array("[[1]]".utf8), options: options) == [[1]])
        #expect(throws: JSONError(reason: .tooDeep, offset: 2)) {
            try JSONParser.parse(Array("[[[1]]]".utf8), options: options)
        }
    }

    @Test(
        "below the deepest level well-formed text is kept, ill-formed text refused",
        arguments: [
            ("[[1]]", true), (#"[{"a":[1,{"b":null}],"c":"]"}]"#, true), ("[[],{},[[]]]", true), (#"[{"a":{}}]"#, true),
            ("[[1 2]]", false), ("[[1,]]", false), ("[[1}]", false), (#"[{"a"}]"#, false), (#"[{"a":1,}]"#, false),
            ("[[", false), ("[{]]", false),
        ])
    func unread(text: String, isValid: Bool) throws {
        let options = JSONParser.Options(bytesMax: 1000, depthMax: 1, repairs: true)
        let value = try? JSONParser.parse(Array(text.utf8), options: options)
        #expect((value != nil) == isValid)
        #expect(value == nil || value?.text == text)
    }

    @Test(
        "whole numbers are read exactly",
        arguments: [
            ("28907199254740993", 28_907_199_254_740_993), ("-9223372036854775808", Int64.min),
            ("9223372036854775807", Int64.max),
            ("1795000000.0", 1_795_000_000), ("1.795e9", 1_795_000_000), ("0e5", 0), ("-0", 0), ("12e-1", nil),
            ("120e-1", 12), ("0.5", nil),
            ("9223372036854775808", nil), ("1e400", nil), ("1e99999999999999999999", nil), ("1e-5", nil),
        ] as [(String, Int64?)])
    func integers(text: String, value: Int64?) throws {
        #expect(try JSONParser.parse(Array(text.utf8)).integer == value)
    }

    @Test("of a repeated key the last value counts, and writing gives back what was read")
    func roundTrip() throws {
        let value = try JSONParser.parse(Array(#"{"b":1,"a":[true,null,"é\n\u0001\"/"],"b":2.50}"#.utf8))
        #expect(value["b"] == .number("2.50"))
        #expect(value.text == #"{"b":1,"a":[true,null,"é\n\u0001\"/"],"b":2.50}"#)
        #expect(try JSONParser.parse(value.bytes()) == value)
    }
}
