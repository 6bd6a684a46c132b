import Domain

/// A short way to write a value, with the words that explain it.
struct Form<Value> {
    /// Completes "Escreva …".
    let wanted: String
    let read: (String) -> Value?
    /// Nil when the value is within what is allowed; otherwise completes "Use um valor …".
    var violatedRange: (Value) -> String? = { _ in nil }
}

extension Form where Value: Comparable {
    func limited(to range: ClosedRange<Value>, _ words: String) -> Form {
        Form(wanted: wanted, read: read) { range.contains($0) ? nil : words }
    }
}

extension Form where Value == Percentage {
    /// `22%`, `1,5%`.
    static var percentage: Form {
        Form(wanted: "uma porcentagem, como 20% ou 1,5%") { text in
            text.hasSuffix("%") ? Percentage(text.dropLast()) : nil
        }
    }

    /// `1% per month`, `1% per month pro rata`.
    static var monthlyInterest: Form {
        Form(wanted: "juros ao mês, como 1% per month pro rata") { text in
            let words = text.split(separator: " ")
            guard let first = words.first,
                ["per month", "per month pro rata", ""].contains(words.dropFirst().joined(separator: " "))
            else { return nil }
            return Form.percentage.read(String(first))
        }
    }

    /// `5% more`; `as listed` is none.
    static var margin: Form {
        Form(wanted: "`as listed` ou quanto a mais, como 5% more") { text in
            if text == "as listed" { return .zero }
            return text.hasSuffix(" more") ? Form.percentage.read(String(text.dropLast(5))) : nil
        }
    }

    /// `15% of principal`.
    static var principalShare: Form {
        Form(wanted: "um desconto sobre o principal, como 15% of principal") { text in
            Form.percentage.read(text.hasSuffix(" of principal") ? String(text.dropLast(13)) : text)
        }
    }
}

extension Form where Value == Money {
    /// `R$ 1.234,56`.
    static var money: Form {
        Form(wanted: "um valor em reais, como R$ 50,00") { text in
            guard text.hasPrefix("R$") else { return nil }
            return Money(brazilian: text.dropFirst(2).drop { $0 == " " || $0 == "\u{a0}" })
        }
    }
}

extension Form where Value == Int {
    static func number(_ range: ClosedRange<Int>) -> Form {
        Form(wanted: "um número inteiro") { text in
            text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") } ? Int(text) : nil
        }.limited(to: range, "de \(range.lowerBound) a \(range.upperBound)")
    }

    /// `D-3`, `D0`, `D+12`.
    static var offsetDay: Form {
        Form(wanted: "um dia contado do vencimento, como D-3, D0 ou D+12") { text in
            guard text.first == "D" else { return nil }
            let rest = text.dropFirst()
            guard let sign = rest.first else { return nil }
            let digits = sign == "+" || sign == "-" ? rest.dropFirst() : rest
            guard !digits.isEmpty, digits.count <= 5, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let days = Int(digits)
            else { return nil }
            if sign != "+" && sign != "-" { return days == 0 ? 0 : nil }
            return sign == "-" ? -days : days
        }
    }

    /// `90s`, `1m`, `24h`, `30d`, in seconds.
    static var duration: Form {
        Form(wanted: "uma duração, como 30m, 24h ou 30d") { text in
            let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
            let digits = text.dropLast()
            guard let unit = text.last.flatMap({ units[$0] }), !digits.isEmpty, digits.count <= 6,
                digits.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(digits)
            else { return nil }
            return count * unit
        }
    }

    /// `5d` or `5 days`.
    static func days(_ range: ClosedRange<Int>) -> Form {
        Form(wanted: "um número de dias, como 5d") { text in
            let digits = text.hasSuffix(" days") ? text.dropLast(5) : text.hasSuffix("d") ? text.dropLast() : ""
            return digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
        }.limited(to: range, "de \(range.lowerBound) a \(range.upperBound) dias")
    }

    /// `3 business days`.
    static var businessDays: Form {
        Form(wanted: "dias úteis, como 3 business days") { text in
            guard text.hasSuffix(" business days") || text.hasSuffix(" business day") else { return nil }
            return text.split(separator: " ").first.flatMap { Int($0) }
        }.limited(to: 0...60, "de 0 a 60 dias úteis")
    }

    /// `09:30`, in minutes after midnight.
    static var clock: Form {
        Form(wanted: "um horário, como 09:30") { text in
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
                let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60, parts[1].count == 2
            else { return nil }
            return hour * 60 + minute
        }
    }
}

extension Form where Value == Bool {
    static var flag: Form {
        Form(wanted: "true ou false") { ["true": true, "false": false][$0] }
    }
}
