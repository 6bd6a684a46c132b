import Domain
import Negotiation
import Yams

/// Reads one offer of a negotiation file.
struct OfferLoader {
    private let fields: Fields
    private let findings: Findings
    private let number: Int

    init?(_ node: Node, number: Int, _ findings: Findings) {
        guard let fields = Fields(node, "a oferta \(number)", findings) else { return nil }
        self.fields = fields
        self.findings = findings
        self.number = number
    }

    func rule() -> OfferRule? {
        let days = fields.value("when", .dayRange)
        let balance = fields.value("balance", .moneyRange)
        let products = Set(fields.texts("products")?.map(\.text) ?? [])
        let segments = Set(fields.texts("segments")?.map(\.text) ?? [])
        let breaks = breakRange()
        let score = fields.value("score", .numberRange(0...1000))
        let cash = fields.nested("cash", "cash da oferta \(number)").map(cash)
        let plan = fields.nested("installments", "installments da oferta \(number)").map(installments)
        let hasPlan = fields.node("installments") != nil
        fields.finish()
        // An unreadable part was reported; the rule is left out so that nothing wrong follows from it.
        if hasPlan && (plan ?? nil) == nil { return nil }
        return OfferRule(
            when: OfferCondition(
                daysPastDueFrom: days?.from, daysPastDueThrough: days?.through, balanceFrom: balance?.from,
                balanceThrough: balance?.through, products: products, segments: segments,
                previousBreaksMax: breaks?.through,
                previousBreaksMin: breaks?.from, scoreFrom: score?.from, scoreThrough: score?.through),
            cash: cash, installments: plan ?? nil)
    }

    /// `previous_breaks: 1..2`, or the older `previous_breaks_max: 2`.
    private func breakRange() -> ValueRange<Int>? {
        let range = fields.value("previous_breaks", .numberRange(0...50))
        let most = fields.value("previous_breaks_max", .number(0...50))
        if range != nil, most != nil, let node = fields.node("previous_breaks_max") {
            findings.report(.conflict("previous_breaks", "previous_breaks_max"), at: node)
        }
        return range ?? most.map { ValueRange(from: nil, through: $0) }
    }

    private func cash(_ nested: Fields) -> CashTerms {
        let waive = Set(nested.words("waive", ChargeComponent.self) ?? [])
        let discount = nested.value("discount", .principalShare) ?? .zero
        let due = nested.value("due_within", .days(0...60)) ?? 5
        nested.finish()
        return CashTerms(waive: waive, principalDiscount: discount, dueWithinDays: due)
    }

    private func installments(_ nested: Fields) -> InstallmentTerms? {
        _ = nested.required("max")
        _ = nested.required("min")
        let most = nested.value("max", .number(1...NegotiationPolicy.installmentCountMax))
        let least = nested.value("min", .money)
        let down = nested.value("down", .downPayment) ?? .none
        let waive = Set(nested.words("waive", ChargeComponent.self) ?? [])
        let discount = nested.value("discount", .principalShare) ?? .zero
        let interest = nested.value("interest", .monthlyInterest) ?? .zero
        let method = nested.planMethod()
        let downDue = nested.value("down_due_within", .days(0...30)) ?? 3
        let firstDue = nested.value("first_due_within", .days(1...90)) ?? 35
        let dueDays = nested.numbers("due_days", 1...28)
        nested.finish()
        guard let most, let least else { return nil }
        return InstallmentTerms(
            countMax: most, installmentMin: least, down: down, waive: waive, principalDiscount: discount,
            interestPerMonth: interest, method: method, downDueWithinDays: downDue, firstDueWithinDays: firstDue,
            dueDays: dueDays)
    }
}

extension Fields {
    /// A list of whole numbers, each once.
    fileprivate func numbers(_ key: String, _ range: ClosedRange<Int>) -> Set<Int> {
        var found: Set<Int> = []
        for item in texts(key) ?? [] {
            guard let number = read(item.text, at: item.node, key, .number(range)) else { continue }
            if !found.insert(number).inserted { findings.report(.repeated(key: key, value: item.text), at: item.node) }
        }
        return found
    }

    fileprivate func planMethod() -> PlanMethod {
        guard let node = node("method"), let text = text("method") else { return .price }
        if let method = PlanMethod(rawValue: text) { return method }
        findings.report(.unknownWord(key: "method", found: text, suggestion: nil, known: ["price", "sac"]), at: node)
        return .price
    }
}

/// Both ends included; an open end is nil.
struct ValueRange<Value> {
    let from: Value?
    let through: Value?

    /// Reads `a..b`, `a..`, `..b` or a single value.
    static func read(_ text: String, _ form: Form<Value>) -> ValueRange? {
        guard let dots = text.firstRange(of: "..") else {
            return form.read(text).map { ValueRange(from: $0, through: $0) }
        }
        func end(_ part: Substring) -> Value?? {
            var words = part
            while words.first == " " { words.removeFirst() }
            while words.last == " " { words.removeLast() }
            if words.isEmpty { return .some(nil) }
            return form.read(String(words)).map { .some($0) }
        }
        guard let from = end(text[..<dots.lowerBound]), let through = end(text[dots.upperBound...]),
            from != nil || through != nil
        else { return nil }
        return ValueRange(from: from, through: through)
    }
}

extension Form where Value == ValueRange<Int> {
    static var dayRange: Form {
        Form(wanted: "um intervalo de dias, como D+1..D+30 ou D+91..") { ValueRange.read($0, .offsetDay) }
    }
}

extension Form where Value == ValueRange<Int> {
    static func numberRange(_ range: ClosedRange<Int>) -> Form {
        let number = Form<Int>.number(range)
        return Form(wanted: "um intervalo, como 300..700, 0..2 ou 1..") { text in
            ValueRange.read(text, number).flatMap { read in
                [read.from, read.through].compactMap { $0 }.allSatisfy(range.contains) ? read : nil
            }
        }
    }
}

extension Form where Value == ValueRange<Money> {
    static var moneyRange: Form {
        Form(wanted: "um intervalo de valores, como R$ 80,00..R$ 500,00") { ValueRange.read($0, .money) }
    }
}

extension Form where Value == DownPaymentRule {
    static var downPayment: Form {
        Form(wanted: "a entrada, como 20%, R$ 50,00 ou none") { text in
            if text == "none" { return DownPaymentRule.none }
            if let share = Form<Percentage>.percentage.read(text) { return .share(share) }
            return Form<Money>.money.read(text).map { .amount($0) }
        }
    }
}
