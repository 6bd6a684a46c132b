package import Payments

/// Why a document could not be drawn.
package enum DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The drawing library's own reason; memory has run out, in practice.
    case drawing(String)
    case qrCode(QRCode.Failure)
    /// A list that the document is about has no entries.
    case empty(String)
    /// Only a bank's slip has the layout of a slip; bills of utilities come from the utility.
    case notABankSlip

    package var description: String {
        switch self {
        case .drawing(let reason): "the document could not be drawn: \(reason)"
        case .qrCode(let failure): "the Pix code could not be drawn: \(failure)"
        case .empty(let list): "a document without \(list) says nothing"
        case .notABankSlip: "only a bank's slip can be drawn, this is a bill of a utility"
        }
    }
}
