/// Where one bank's CNAB 240 differs from FEBRABAN's. All columns count from 1, both ends included.
struct RemittanceLayout: Sendable {
    /// What a bank places in columns of its own.
    enum Source: Sendable {
        case agreement, branch, branchDigit, account, accountDigit, wallet, ourNumber, document
        /// The same for everybody.
        case constant(String)
    }

    struct Field: Sendable {
        let source: Source
        let columns: ClosedRange<Int>
        /// Filled with zeros on the left; otherwise with blanks on the right.
        let isNumber: Bool

        init(_ source: Source, _ columns: ClosedRange<Int>, number: Bool = true) {
            self.source = source
            self.columns = columns
            isNumber = number
        }

        static func constant(_ text: String, at column: Int) -> Field {
            Field(.constant(text), column...(column + text.utf8.count - 1), number: false)
        }
    }

    let bankName: String
    let file: [Field]
    let batch: [Field]
    let titles: [Field]
    /// Column of the company's kind of document in the file header, its number following.
    var fileDocument = 18...32
    /// The codes for no interest, an amount a day and a monthly rate; nil for a rate that the bank does not take.
    var interestCodes: (none: String, perDay: String, monthly: String?) = ("3", "1", "2")
    /// Whether the bank reads the kind of a discount; one that does not takes amounts only.
    var hasDiscountKinds = true
    var payerNameWidth = 40
    /// Whether the batch's trailer counts titles and sums their amounts.
    var trailerHasTotals = true
    /// Columns of segment R after the messages that hold zeros.
    var zerosInR: [ClosedRange<Int>] = []
    /// Whether segment R has room for the payer's messages.
    var hasMessages = true
    var currency = "09"

    static func of(_ bank: RemittanceBank) -> RemittanceLayout {
        switch bank {
        case .bancoDoBrasil: bancoDoBrasil
        case .santander: santander
        case .caixa: caixa
        case .bradesco: bradesco
        case .itau: itau
        case .sicoob: sicoob
        }
    }
}

// Sources: the banks' CNAB 240 manuals as public MIT-licensed writers and readers reflect them (eduardokum/laravel-boleto),
// positions only; the bank's homologation has the last word.
extension RemittanceLayout {
    /// FEBRABAN's five fields of an account, beginning at a column.
    private static func account(from column: Int) -> [Field] {
        [
            Field(.branch, column...(column + 4)), Field(.branchDigit, (column + 5)...(column + 5), number: false),
            Field(.account, (column + 6)...(column + 17)),
            Field(.accountDigit, (column + 18)...(column + 18), number: false),
        ]
    }

    /// The agreement holds contract, `0014`, wallet and its variation: `AAAAAAAAA0014WWVVV`.
    private static let bancoDoBrasil = RemittanceLayout(
        bankName: "BANCO DO BRASIL S.A.",
        file: [Field(.agreement, 33...52, number: false), .constant("08401600", at: 164)] + account(from: 53),
        batch: [.constant("042", at: 14), Field(.agreement, 34...53, number: false)] + account(from: 54),
        titles: account(from: 18) + [
            Field(.ourNumber, 38...57, number: false), .constant("1", at: 58), Field(.document, 63...77, number: false),
        ])

    /// Its agreement is the transmission code of fifteen digits, and it has no account beside it.
    private static let santander: RemittanceLayout = {
        var layout = RemittanceLayout(
            bankName: "BANCO SANTANDER", file: [Field(.agreement, 33...47), .constant("040", at: 164)],
            batch: [.constant("030", at: 14), Field(.agreement, 54...68)],
            titles: [
                Field(.branch, 18...21), Field(.branchDigit, 22...22), Field(.account, 23...31),
                Field(.accountDigit, 32...32, number: false), Field(.account, 33...41),
                Field(.accountDigit, 42...42, number: false), Field(.ourNumber, 45...57), Field(.wallet, 58...58),
                .constant("12", at: 59), Field(.document, 63...77),
            ])
        layout.fileDocument = 17...32
        layout.interestCodes = ("0", "1", "2")
        layout.trailerHasTotals = false
        layout.hasMessages = false
        layout.currency = "00"
        return layout
    }()

    /// Its agreement is the beneficiary code of six or seven digits; it stands where others have the account.
    private static let caixa: RemittanceLayout = {
        var layout = RemittanceLayout(
            bankName: "CAIXA ECONOMICA FEDERAL",
            file: [
                .constant(String(repeating: "0", count: 20), at: 33), Field(.branch, 53...57),
                Field(.branchDigit, 58...58), Field(.agreement, 59...65), .constant("0000000", at: 66),
                .constant("10100000", at: 164), .constant("REMESSA-PRODUCAO", at: 192),
            ],
            batch: [
                .constant("00060", at: 12), Field(.agreement, 34...40), .constant("0000000000000", at: 41),
                Field(.branch, 54...58), Field(.branchDigit, 59...59), Field(.account, 60...65),
                .constant("00000000", at: 66),
            ],
            titles: [
                Field(.branch, 18...22), Field(.branchDigit, 23...23), Field(.agreement, 24...30),
                .constant("000000000", at: 31), Field(.ourNumber, 40...57), .constant("11220", at: 58),
                Field(.document, 63...73, number: false),
            ])
        layout.hasMessages = false
        return layout
    }()

    /// Its agreement fills twenty digits.
    private static let bradesco = RemittanceLayout(
        bankName: "BRADESCO",
        file: [Field(.agreement, 33...52), .constant("08401600", at: 164)] + account(from: 53),
        batch: [.constant("042", at: 14), Field(.agreement, 34...53)] + account(from: 54),
        titles: account(from: 18) + [
            Field(.wallet, 38...40), .constant("00000", at: 41), Field(.ourNumber, 46...57), .constant("11122", at: 58),
            Field(.document, 63...77, number: false),
        ])

    private static let itau: RemittanceLayout = {
        func account(from column: Int) -> [Field] {
            [
                .constant("0", at: column), Field(.branch, (column + 1)...(column + 4)),
                .constant("0000000", at: column + 6), Field(.account, (column + 13)...(column + 17)),
                Field(.accountDigit, (column + 19)...(column + 19)),
            ]
        }
        var layout = RemittanceLayout(
            bankName: "BANCO ITAU SA",
            file: account(from: 53) + [.constant("04000000", at: 164), .constant("000", at: 226)],
            batch: [.constant("00030", at: 12)] + account(from: 54),
            titles: account(from: 18) + [
                Field(.wallet, 38...40), Field(.ourNumber, 41...49), .constant("00000", at: 58),
                Field(.document, 63...72),
            ])
        layout.interestCodes = ("0", "0", nil)
        layout.hasDiscountKinds = false
        layout.payerNameWidth = 30
        layout.currency = "00"
        return layout
    }()

    /// The number is followed by installment 01, modality 01 and form 4.
    private static let sicoob: RemittanceLayout = {
        var layout = RemittanceLayout(
            bankName: "SICOOB", file: account(from: 53) + [.constant("0", at: 72), .constant("08100000", at: 164)],
            batch: [.constant("040", at: 14)] + account(from: 54),
            titles: account(from: 18) + [
                Field(.ourNumber, 38...47), .constant("01014", at: 48), Field(.wallet, 58...58), .constant("0", at: 59),
                .constant("22", at: 61), Field(.document, 63...77),
            ])
        layout.interestCodes = ("0", "1", "2")
        layout.zerosInR = [200...215, 217...228, 231...231]
        return layout
    }()
}
