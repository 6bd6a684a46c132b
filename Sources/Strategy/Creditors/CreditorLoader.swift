import Domain
import Yams

/// Reads one creditor.
struct CreditorLoader {
    private let fields: Fields
    private let findings: Findings

    init?(_ node: Node, _ findings: Findings) {
        guard let fields = Fields(node, "o credor", findings) else { return nil }
        self.fields = fields
        self.findings = findings
    }

    func creditor() -> CreditorDescription? {
        let key = key()
        let tradeName = fields.requiredText("trade_name")
        let legalName = fields.text("legal_name")
        let cnpj = cnpj()
        let address = fields.text("address")
        let channels = fields.texts("official_channels")?.map(\.text) ?? []
        let complaints = fields.text("complaints_channel")
        let hours = serviceHours()
        let (pixKey, pixCity, pixBank, allowsStaticCode) = pix()
        let numbers = fields.texts("whatsapp_numbers")?.map(\.text) ?? []
        let charges = fields.nested("late_charges", "late_charges").map { nested in
            let terms = nested.lateChargeTerms()
            nested.finish()
            return terms
        }
        let portfolios = portfolios()
        let register = register(fields, "register")
        let registers = registers()
        let silence = fields.value("take_back_after", .duration)
        let assist = assist()
        fields.finish()
        guard let key, let tradeName else { return nil }
        return CreditorDescription(
            key: key, tradeName: tradeName, legalName: legalName, cnpj: cnpj, address: address,
            officialChannels: channels, complaintsChannel: complaints, serviceHours: hours, pixKey: pixKey,
            pixCity: pixCity, whatsAppNumberIDs: numbers, lateCharges: charges, portfolios: portfolios,
            register: register, registers: registers, takeBackAfterMinutes: silence.map { max(1, $0 / 60) },
            asksForMeaning: assist.meaning, asksForWarmth: assist.warmth, pixBank: pixBank,
            allowsStaticCode: allowsStaticCode)
    }

    /// Names of registers; `Wording.Register` gives them their words.
    static let registerNames = ["usual", "formal", "close", "short"]

    private func register(_ fields: Fields, _ key: String) -> String? {
        guard let node = fields.node(key), let text = fields.text(key) else { return nil }
        if !CreditorLoader.registerNames.contains(text) {
            findings.report(
                .badForm(key: key, found: text, wanted: CreditorLoader.registerNames.joined(separator: ", ")), at: node)
        }
        return text
    }

    /// `registers: [{profile: massa, register: close}]`
    private func registers() -> [String: String] {
        var found: [String: String] = [:]
        for item in fields.list("registers") ?? [] {
            guard let nested = Fields(item, "o registro", findings) else { continue }
            let profile = nested.requiredText("profile")
            let register = register(nested, "register")
            nested.finish()
            guard let profile, let register else { continue }
            if found[profile] != nil { findings.report(.repeated(key: "registers", value: profile), at: item) }
            found[profile] = register
        }
        return found
    }

    private func key() -> String? {
        guard let node = fields.required("key"), let text = fields.text("key") else { return nil }
        if !isName(text) {
            findings.report(
                .badForm(key: "key", found: text, wanted: "um nome com letras minúsculas, números e _"), at: node)
        }
        return text
    }

    private func cnpj() -> CNPJ? {
        guard let node = fields.node("cnpj"), let text = fields.text("cnpj") else { return nil }
        do throws(DocumentError) {
            return try CNPJ(parsing: text)
        } catch {
            findings.report(.badDocument(error.text), at: node)
            return nil
        }
    }

    /// `{key: …, city: …}`; the receiver's name in the code is the trade name. With `bank: NAME` the bank makes the charges, and
    /// `static_code: no` forbids a static code where it does not answer.
    private func pix() -> (key: String?, city: String?, bank: String?, allowsStaticCode: Bool) {
        guard let nested = fields.nested("pix", "pix") else { return (nil, nil, nil, true) }
        let key = nested.requiredText("key")
        if let key, let node = nested.node("key"), !isPixKey(key) { findings.report(.badKey(key), at: node) }
        let city = nested.requiredText("city")
        if let city, let node = nested.node("city"), city.count > CreditorLoader.cityMax {
            findings.report(.textTooLong(key: "city", length: city.count, limit: CreditorLoader.cityMax), at: node)
        }
        let bank = nested.text("bank")
        let word = nested.text("static_code") ?? "yes"
        if !["yes", "no", "true", "false"].contains(word), let node = nested.node("static_code") {
            findings.report(.badForm(key: "static_code", found: word, wanted: "yes ou no"), at: node)
        }
        nested.finish()
        return (key, city, bank, word == "yes" || word == "true")
    }

    /// The Pix code's limit.
    private static let cityMax = 15

    private func isPixKey(_ key: String) -> Bool {
        if key.contains("@") { return key.count <= 77 && EmailAddress(key) != nil }
        if key.hasPrefix("+") {
            return (12...14).contains(key.count) && key.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        }
        if key.count == 36 {
            let parts = key.split(separator: "-", omittingEmptySubsequences: false)
            return parts.map(\.count) == [8, 4, 4, 4, 12]
                && parts.joined().allSatisfy { $0.isHexDigit && !$0.isUppercase }
        }
        return (try? TaxDocument(parsing: key)) != nil
    }

    /// `{mon-fri: 09:00-18:00, sat: 09:00-13:00}`
    private func serviceHours() -> [Weekday: Range<Int>]? {
        guard let nested = fields.nested("service_hours", "service_hours") else { return nil }
        var hours: [Weekday: Range<Int>] = [:]
        for (name, days) in CreditorLoader.dayNames {
            guard let range = nested.value(name, .hours) else { continue }
            for day in days { hours[day] = range }
        }
        nested.finish()
        return hours
    }

    private static let dayNames: [(name: String, days: [Weekday])] = [
        ("mon-fri", [.monday, .tuesday, .wednesday, .thursday, .friday]), ("mon", [.monday]), ("tue", [.tuesday]),
        ("wed", [.wednesday]), ("thu", [.thursday]), ("fri", [.friday]), ("sat", [.saturday]), ("sun", [.sunday]),
    ]

    /// `{understand: true, rephrase: true}`
    private func assist() -> (meaning: Bool, warmth: Bool) {
        guard let nested = fields.nested("assist", "assist") else { return (false, false) }
        let meaning = nested.value("understand", .flag) ?? false
        let warmth = nested.value("rephrase", .flag) ?? false
        nested.finish()
        return (meaning, warmth)
    }

    private func portfolios() -> [PortfolioStrategy] {
        var found: [PortfolioStrategy] = []
        for item in fields.list("portfolios") ?? [] {
            guard let nested = Fields(item, "a carteira", findings) else { continue }
            let name = nested.requiredText("name")
            let cadence = nested.requiredText("cadence")
            let negotiation = nested.requiredText("negotiation")
            let templates = nested.texts("templates")?.map(\.text) ?? []
            nested.finish()
            guard let name, let cadence, let negotiation else { continue }
            if found.contains(where: { $0.portfolio == name }) {
                findings.report(.repeated(key: "portfolios", value: name), at: item)
            }
            found.append(
                PortfolioStrategy(portfolio: name, cadence: cadence, negotiation: negotiation, templates: templates))
        }
        return found
    }
}

extension Form where Value == Range<Int> {
    /// `09:00-18:00`, in minutes after midnight.
    static var hours: Form {
        Form(wanted: "um horário, como 09:00-18:00") { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let start = Form<Int>.clock.read(String(parts[0])),
                let end = Form<Int>.clock.read(String(parts[1])), start < end
            else { return nil }
            return start..<end
        }
    }
}
