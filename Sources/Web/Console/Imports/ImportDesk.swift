import Console
import Domain
import Synchronization

/// The uploads of this server's life: how far each is, and the rows that it rejected. The store keeps the figures of every
/// import for good; the rejected rows are the uploader's to take away now.
final class ImportDesk: Sendable {
    struct Upload: Sendable {
        /// In the address of its page.
        let id: String
        /// As in `import_run`.
        let key: String
        let creditor: CreditorID
        let file: String
        let portfolio: String
        let by: String
        let at: Timestamp
        var figures = PortfolioPlacement.Figures()
        var isOver = false
        var failure: String?
        /// The first ones, for the page.
        var rejected: [Console.RejectedLine] = []
        /// All of them as CSV, unless they are too many to keep.
        var rejectedBytes: [UInt8] = []
        var keepsAllRejected = true
    }

    private let uploads = Mutex<[Upload]>([])

    private static let uploadsMax = 20
    static let shownMax = 200
    static let rejectedBytesMax = 8 << 20

    func add(_ upload: Upload) {
        uploads.withLock { uploads in
            uploads.append(upload)
            if uploads.count > ImportDesk.uploadsMax { uploads.removeFirst() }
        }
    }

    func change(_ id: String, _ body: (inout Upload) -> Void) {
        uploads.withLock { uploads in
            guard let index = uploads.firstIndex(where: { $0.id == id }) else { return }
            body(&uploads[index])
        }
    }

    /// Newest last; another creditor's are not there.
    func uploads(of creditor: CreditorID) -> [Upload] {
        uploads.withLock { $0.filter { $0.creditor == creditor } }
    }

    func upload(_ id: String, of creditor: CreditorID) -> Upload? { uploads(of: creditor).first { $0.id == id } }
}
