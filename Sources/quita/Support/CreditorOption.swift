import ArgumentParser
import Domain
import Engine
import Foundation
import Store

/// Whose data a command is about.
struct ChosenCreditor {
    let id: CreditorID
    let key: String
    /// The office's: it says when a day begins.
    let zone: Zone

    /// - Parameter key: nil where the installation has one creditor only.
    init(_ key: String?, _ session: Session) throws {
        let all = try session.creditors()
        let keys = all.map(\.key).joined(separator: ", ")
        let row: CreditorRow
        if let key {
            guard let named = all.first(where: { $0.key == key }) else {
                throw Failure(
                    all.isEmpty
                        ? "no creditor \(key): there is none yet; save one with quita creditor"
                        : "no creditor \(key); there are: \(keys)")
            }
            row = named
        } else {
            guard let only = all.first else { throw Failure("there is no creditor yet; save one with quita creditor") }
            guard all.count == 1 else { throw Failure("say whose with --creditor; there are: \(keys)") }
            row = only
        }
        id = row.id
        self.key = row.key
        zone = try JSONDecoder().decode(CreditorSettings.self, from: Data(row.profile.utf8)).zone
    }
}

/// A day in an option's value.
func day(_ text: String, option: String) throws -> CalendarDay {
    guard let day = CalendarDay(iso: text) else {
        throw ValidationError("\(option) \(text): give a day that exists, as YYYY-MM-DD.")
    }
    return day
}

/// A file that is written in parts, or standard output. What was there is replaced when all is written, and only then.
struct WrittenFile {
    /// Nil for standard output.
    let path: String?
    private let handle: FileHandle
    private let part: String?

    init(_ path: String?) throws {
        guard let path, path != "-" else {
            (self.path, handle, part) = (nil, .standardOutput, nil)
            return
        }
        let part = path + ".part"
        guard FileManager.default.createFile(atPath: part, contents: nil),
            let handle = FileHandle(forWritingAtPath: part)
        else { throw Failure("cannot write \(path): does its folder exist, and may you write there?") }
        (self.path, self.handle, self.part) = (path, handle, part)
    }

    func write(_ text: String) throws {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw Failure("cannot write \(path ?? "standard output"): \(error.localizedDescription)")
        }
    }

    func finish() throws {
        guard let path, let part else { return }
        do {
            try handle.close()
            _ = try FileManager.default.replaceItemAt(URL(filePath: path), withItemAt: URL(filePath: part))
        } catch {
            throw Failure("cannot write \(path): \(error.localizedDescription)")
        }
    }

    /// Leaves what was there as it was.
    func discard() {
        guard let part else { return }
        try? handle.close()
        try? FileManager.default.removeItem(atPath: part)
    }
}
