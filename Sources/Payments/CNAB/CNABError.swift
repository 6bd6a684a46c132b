/// The fields that a reader may complain about.
package enum CNABField: String, Sendable {
    case due, face, paid, charges, discount, rebate, fee, net, occurrence, credit, count, sequence
}

/// Why a line, or a file, was not taken.
package enum CNABError: Error, Hashable, Sendable {
    /// Neither CNAB 240 nor CNAB 400.
    case notCNAB
    /// A file that goes to the bank, not one that comes back.
    case submission
    /// CNAB 400 differs from bank to bank, and this bank's table is not known.
    case unknownBank(String)
    case tooLong(Int)
    case number(CNABField, String)
    case day(CNABField, String)
    case unknownRecord(String)
    /// The second half of a title (segment U) is missing, or the first (segment T).
    case missingSegment(Character)
    case movementsDiffer(String, String)
    /// A trailer counts otherwise than the file's lines.
    case count(stated: Int64, counted: Int64)
    case sequence(stated: Int64, expected: Int64)
    /// The file ends before its trailer.
    case truncated
    case afterTrailer

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .notCNAB: "not_cnab"
        case .submission: "submission_file"
        case .unknownBank: "unknown_bank"
        case .tooLong: "line_length"
        case .number: "number"
        case .day: "date"
        case .unknownRecord: "unknown_record"
        case .missingSegment: "missing_segment"
        case .movementsDiffer: "movements_differ"
        case .count: "trailer_count"
        case .sequence: "sequence"
        case .truncated: "truncated"
        case .afterTrailer: "after_trailer"
        }
    }
}

extension CNABError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notCNAB: "this is no CNAB 240 or CNAB 400 file"
        case .submission: "this is a file for the bank (remessa); give the bank's return file (retorno)"
        case .unknownBank(let bank): "the CNAB 400 layout of bank \(bank) is not known"
        case .tooLong(let length): "the line has \(length) characters"
        case .number(let field, let text): "\(field.rawValue): \(text.debugDescription) is no number"
        case .day(let field, let text): "\(field.rawValue): \(text.debugDescription) is no date"
        case .unknownRecord(let type): "record type \(type.debugDescription) is not known"
        case .missingSegment(let segment): "segment \(segment) of this title is missing"
        case .movementsDiffer(let first, let second): "segment T has movement \(first), segment U \(second)"
        case .count(let stated, let counted): "the trailer counts \(stated), the file has \(counted)"
        case .sequence(let stated, let expected): "the line is numbered \(stated), expected \(expected)"
        case .truncated: "the file ends without its trailer"
        case .afterTrailer: "a line follows the file's trailer"
        }
    }
}
