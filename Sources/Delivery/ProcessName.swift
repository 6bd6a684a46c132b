import Foundation

/// A run of the program, so that another run on the same machine can tell whether it still lives.
struct ProcessName {
    let host: String
    let process: Int32
    /// Process numbers come again; this does not.
    let run: String

    static let mine = ProcessName(
        host: ProcessInfo.processInfo.hostName, process: ProcessInfo.processInfo.processIdentifier,
        run: UUID().uuidString)

    var text: String { "\(host)/\(process)/\(run)" }

    private init(host: String, process: Int32, run: String) {
        self.host = host
        self.process = process
        self.run = run
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 3, let process = Int32(parts[1]) else { return nil }
        self.init(host: parts[0], process: process, run: parts[2])
    }

    /// Known to be dead: it ran on this machine, and there is no such process, or its number is now ours. Of another
    /// machine nothing is known but the lease.
    var isDead: Bool {
        guard host == ProcessName.mine.host else { return false }
        if process == ProcessName.mine.process { return run != ProcessName.mine.run }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
