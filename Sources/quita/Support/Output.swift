import Foundation

/// A command that could not do its work: printed on standard error, exit status 1.
struct Failure: Error, CustomStringConvertible {
    /// What was wrong, where, and what to do.
    let description: String

    init(_ description: String) { self.description = description }
}

/// Writes exactly one JSON value and a newline on standard output.
func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    var bytes = try encoder.encode(value)
    bytes.append(UInt8(ascii: "\n"))
    FileHandle.standardOutput.write(bytes)
}

/// Writes a line on standard error, where people read what is not data.
func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
}

/// Reads a text file's lines, or standard input's for `-`, and prints one JSON object per line, in order.
///
/// `\r\n` ends a line as `\n` does; a last line without an end counts; an empty line is a line.
func eachLine<Result: Encodable>(of path: String, _ body: (String) throws -> Result) throws {
    let bytes: Data
    if path == "-" {
        bytes = FileHandle.standardInput.readDataToEndOfFile()
    } else {
        guard let read = FileManager.default.contents(atPath: path) else {
            throw Failure("cannot read \(path): no such file, or no permission. Give a file, or - for standard input.")
        }
        bytes = read
    }
    var lines = String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    if lines.last == "" { lines.removeLast() }
    for line in lines { try printJSON(try body(String(line))) }
}
