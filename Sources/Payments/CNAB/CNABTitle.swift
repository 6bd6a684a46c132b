package import Domain

/// What a movement in a return file means for the money.
package enum CNABMovement: String, Hashable, Sendable, CaseIterable {
    /// Money arrived.
    case settled
    /// Paid by cheque, or announced: money may arrive.
    case pending
    /// A payment was taken back.
    case reversed
    case registered
    /// The bank refused a title or an instruction.
    case refused
    case writtenOff = "written_off"
    case protested
    case changed
    /// The title is merely listed as open.
    case open
    case fee
    /// Not in the bank's table: for a person to see, never guessed.
    case unknown
}

/// One title (*título*) of a return file: what happened to one slip.
package struct CNABTitle: Hashable, Sendable {
    /// The line in the file on which it begins, from 1.
    package let line: Int
    /// The bank's movement or occurrence code, two characters.
    package let movement: String
    package let meaning: CNABMovement
    /// *Nosso número*, the bank's name for the title, with check digit where the layout has it there.
    package let ourNumber: String
    /// The creditor's document number.
    package let document: String
    /// What the creditor wrote for its own use when it registered the title.
    package let companyUse: String
    package let due: CalendarDay?
    package let occurredOn: CalendarDay?
    package let creditedOn: CalendarDay?
    package let face: Money
    package let paid: Money
    /// Fine and interest that the payer paid on top.
    package let charges: Money
    package let discount: Money
    package let rebate: Money
    /// The bank's own fee for the movement.
    package let fee: Money
    /// The reasons that the bank gives, two characters each.
    package let reasons: [String]
}

/// A line that was not taken, and why.
package struct CNABRejection: Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let error: CNABError
}

/// What one line of a return file gives.
package enum CNABRecord: Hashable, Sendable {
    case title(CNABTitle)
    case rejected(CNABRejection)
}

package enum CNABLayout: Int, Sendable {
    case cnab240 = 240
    case cnab400 = 400
}

/// Who wrote the file, for whom.
package struct CNABHeader: Hashable, Sendable {
    package let layout: CNABLayout
    /// Three digits.
    package let bank: String
    package let company: String
    /// The file's own number, by which a file that comes twice is known.
    package let fileSequence: Int64
    package let writtenOn: CalendarDay?
}

func rejected(_ line: CNABLine, _ error: CNABError) -> CNABRecord {
    .rejected(CNABRejection(line: line.number, error: error))
}

/// Two characters each; `00` and blanks are none.
func pairs(_ text: String) -> [String] {
    let characters = Array(text)
    return stride(from: 0, to: characters.count, by: 2)
        .map { String(characters[$0..<min($0 + 2, characters.count)]) }
        .filter { $0 != "00" && $0 != "  " }
}
