import Foundation

/// A bar on standard error while a terminal is attached; nothing otherwise.
struct Progress {
    private let label: String
    private let isShown: Bool
    private var lastPercent = -1

    init(_ label: String) {
        self.label = label
        isShown = isatty(FileHandle.standardError.fileDescriptor) == 1
    }

    mutating func show(done: Int, of total: Int, _ remark: String = "") {
        guard isShown, total > 0 else { return }
        let percent = min(100, done * 100 / total)
        guard percent != lastPercent else { return }
        lastPercent = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        FileHandle.standardError.write(Data("\r\(label) \(bar) \(percent)% \(remark)\u{1B}[K".utf8))
        if percent == 100 { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}
