/// Where the fields of a title stand in one bank's layout, and what its movement codes mean.
struct CNABBank: Sendable {
    var ourNumber: ClosedRange<Int>
    var document: ClosedRange<Int>
    var companyUse: ClosedRange<Int>
    var due: ClosedRange<Int>
    var face: ClosedRange<Int>
    var fee: ClosedRange<Int>
    var reasons: ClosedRange<Int>
    var credit: ClosedRange<Int>
    /// The record type of a title's line; CNAB 400 only.
    var titleRecord: Character = "1"
    var movements: [CNABMovement: String]

    /// The movement table by code; a code that is not in it is unknown.
    func meanings() -> [String: CNABMovement] {
        var meanings: [String: CNABMovement] = [:]
        for (meaning, codes) in movements {
            for code in codes.split(separator: " ") { meanings[String(code)] = meaning }
        }
        return meanings
    }

    static func cnab240(_ bank: String) -> CNABBank {
        switch bank {
        case "033": santander240
        case "104": caixa240
        case "341": itau240
        default: febraban240
        }
    }

    /// Nil for a bank whose layout is not known: unlike CNAB 240, CNAB 400 has no common one to fall back on.
    static func cnab400(_ bank: String) -> CNABBank? {
        switch bank {
        case "001": brasil400
        case "033": santander400
        case "104": caixa400
        case "237": bradesco400
        case "341": itau400
        case "756": sicoob400
        default: nil
        }
    }
}

// CNAB 240: FEBRABAN's segment T, and the banks that moved fields or gave codes another meaning.
extension CNABBank {
    private static let febraban240 = CNABBank(
        ourNumber: 38...57, document: 59...73, companyUse: 106...130, due: 74...81, face: 82...96, fee: 199...213,
        reasons: 214...223, credit: 146...153,
        movements: [
            .settled: "06 17", .pending: "45 46 50", .reversed: "44", .registered: "02", .refused: "03 26 30",
            .writtenOff: "05 09", .protested: "19 20 23 24 25", .open: "11", .fee: "28",
            .changed: "04 07 08 12 13 14 15 16 18 21 22 27 29 33 40 42 43 48 49 51 52 53",
        ])

    private static let santander240 = {
        var bank = febraban240
        bank.ourNumber = 41...53
        bank.document = 55...69
        bank.companyUse = 101...125
        bank.due = 70...77
        bank.face = 78...92
        bank.fee = 194...208
        bank.reasons = 209...218
        return bank
    }()

    /// 46 and 47 are the same day's notice of a settlement and its withdrawal; the money comes with 06.
    private static let caixa240 = {
        var bank = febraban240
        bank.ourNumber = 39...57
        bank.movements[.reversed] = "44 47"
        bank.movements[.changed] = "01 04 07 08 12 13 14 27 35 36 37 38 45 51 52 61 62"
        bank.movements[.pending] = "46 50"
        bank.movements[.refused] = "03 26 30 39 40 41 53"
        return bank
    }()

    /// Itaú keeps the occurrences of its CNAB 400: 17 is a refusal there, not a settlement.
    private static let itau240 = {
        var bank = febraban240
        bank.ourNumber = 41...49
        bank.document = 59...68
        bank.movements = itauMovements
        return bank
    }()

    private static let itauMovements: [CNABMovement: String] = [
        .settled: "06 07 08 10 59", .pending: "65", .reversed: "69", .registered: "02 64 71 73",
        .refused: "03 15 16 17 18 24 60 74", .writtenOff: "05 09 47 72", .protested: "19 20 21 23 32 63", .open: "11",
        .changed: "04 12 13 14 25 57 75 76 77 78 79 94",
        .fee: "26 27 28 29 30 33 34 35 36 37 38 39 40 41 42 43 44 45 46 48 51 52 53 54 55 56 61 62 80 82 83 85 86 87 88"
            + " 89 90 91 92 93",
    ]
}

// CNAB 400: one record per title; each bank has its own occurrences.
extension CNABBank {
    private static func bank400(ourNumber: ClosedRange<Int>, _ movements: [CNABMovement: String]) -> CNABBank {
        CNABBank(
            ourNumber: ourNumber, document: 117...126, companyUse: 38...62, due: 147...152, face: 153...165,
            fee: 176...188, reasons: 378...385, credit: 296...301, movements: movements)
    }

    private static let itau400 = bank400(ourNumber: 86...94, itauMovements)

    /// 40 takes a payment back.
    private static let bradesco400 = {
        var bank = bank400(
            ourNumber: 71...82,
            [
                .settled: "06 15 16 17", .reversed: "22 40", .registered: "02", .refused: "03 24 27 30 32",
                .writtenOff: "09 10", .protested: "19 20 23 34 55", .open: "11", .fee: "28",
                .changed: "12 13 14 18 21 33 35 68 69",
            ])
        bank.reasons = 319...328
        return bank
    }()

    /// 16 says that the title had been settled or written off before: no new money.
    private static let santander400 = {
        var bank = bank400(
            ourNumber: 63...70,
            [
                .settled: "06 07 08 17", .registered: "02", .refused: "01 03", .writtenOff: "09 10 16",
                .protested: "15 21 22 25 26", .open: "11", .fee: "24", .changed: "12 13 14",
            ])
        bank.reasons = 137...145
        return bank
    }()

    /// Caixa numbers its occurrences in a way of its own: 06 changes the company's field, money comes with 21 and 22.
    private static let caixa400 = {
        var bank = bank400(
            ourNumber: 57...73,
            [
                .settled: "21 22", .reversed: "33", .registered: "01", .refused: "99", .writtenOff: "02 23 24 25",
                .protested: "26 27 28 29", .open: "20", .fee: "31 32",
                .changed: "03 04 05 06 07 08 09 10 11 12 30 34 35",
            ])
        bank.companyUse = 32...56
        bank.reasons = 80...82
        bank.credit = 294...299
        return bank
    }()

    private static let brasil400 = {
        var bank = bank400(
            ourNumber: 64...80,
            [
                .settled: "05 06 07 08 15", .pending: "46", .reversed: "44", .registered: "02", .refused: "03",
                .writtenOff: "09 10", .protested: "19 23 24", .open: "11", .fee: "20 28 96 97 98",
                .changed: "12 13 14 16 21 22 25 26 31 32 33 34 35 36 37 38 39 41 42 72",
            ])
        bank.titleRecord = "7"
        bank.companyUse = 39...63
        bank.fee = 182...188
        bank.credit = 176...181
        bank.reasons = 87...88
        return bank
    }()

    private static let sicoob400 = {
        var bank = bank400(
            ourNumber: 63...74,
            [
                .settled: "05 06 15", .registered: "02", .refused: "03", .writtenOff: "09 10", .protested: "23",
                .open: "11", .changed: "14 27 48",
            ])
        bank.fee = 182...188
        bank.credit = 176...181
        bank.reasons = 319...328
        return bank
    }()
}
