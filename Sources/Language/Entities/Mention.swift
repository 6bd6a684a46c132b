import Domain

/// A stretch of a message that an exact recogniser understood.
struct Mention: Equatable {
    /// Indices of tokens.
    let range: Range<Int>
    let value: Value

    enum Value: Equatable {
        case date(DateMention)
        case recurringDay(Int)
        case time(TimeOfDay)
        case amount(AmountMention)
        case installments(Int)
        /// Permille of the whole: "metade" is 500.
        case share(Int)
        case percent
        /// A number that counts something else, or nothing known.
        case number
        case phone(String)
        /// A CPF, a CNPJ or digits of one.
        case document(String)
        case email(String)
        case link
    }
}

/// A day as a text states it. Which side of today it lies on is decided by what the message means ("paguei dia 5",
/// "pago dia 5"), so both readings are kept.
struct DateMention: Equatable {
    /// The reading for a plan.
    var future: CalendarDay?
    /// The reading for something done.
    var past: CalendarDay?
    var doubt: DateDoubt?
    /// "hoje não consigo": stated only to be ruled out.
    var isNegated = false

    /// One day, the same in both readings.
    static func exact(_ day: CalendarDay) -> DateMention { DateMention(future: day, past: day) }
    static func doubtful(_ doubt: DateDoubt) -> DateMention { DateMention(doubt: doubt) }
}

struct AmountMention: Equatable {
    var money: Money
    /// A currency or a word for money stands with it.
    var hasCurrency = false
    var isApproximate = false
    var isPerInstallment = false
    var isDownPayment = false
    var candidates: [Money] = []
    /// How many number tokens could as well be a day or a choice: a bare number.
    var isBare: Bool { !hasCurrency && !isPerInstallment && !isDownPayment }
}
