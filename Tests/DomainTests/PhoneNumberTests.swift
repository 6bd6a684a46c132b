import CPhoneNumber
import Domain
import Testing

@Suite struct PhoneNumberTests {
    @Test("phone vectors are read as E.164, with kind, area code and state, or refused")
    func vectors() throws {
        let rows = try VectorFile("phones.csv").rows
        #expect(rows.count > 15)
        for row in rows {
            let number = try? PhoneNumber(parsing: row["input"] ?? "")
            if row["kind"] == "invalid" || row["kind"] == "foreign" {
                #expect(number == nil, "\(row)")
                continue
            }
            #expect(number?.e164 == row["e164"], "\(row)")
            #expect(number?.kind.rawValue == row["kind"])
            #expect(number?.areaCode?.number == row["ddd"].flatMap { Int($0) })
            #expect(number?.state?.rawValue == row["state"])
        }
    }

    @Test(
        "real-life spellings are read",
        arguments: [
            ("0xx11 98765-4321", "+5511987654321"), ("0 (XX) 11 3265-4321", "+551132654321"),
            ("0**21 99876-5432", "+5521998765432"),
            ("+55 (0) 31 8888-7777", "+5531988887777"), ("+55 011 98765-4321", "+5511987654321"),
            ("Cel.: (11) 98765.4321", "+5511987654321"),
            ("11 3265-4321 ramal 22", "+551132654321"), ("11987654321.0", "+5511987654321"),
            ("\u{202A}+55 11 98765\u{2011}4321\u{202C}", "+5511987654321"),
            ("'011987654321", "+5511987654321"), ("11/98765-4321", "+5511987654321"),
            ("55 9 8765 4321", "+5555987654321"),
            ("055 99123-4567", "+5555991234567"), ("0 41 55 8765-4321", "+5555987654321"),
            ("0055 55 3232-1234", "+555532321234"),
            ("(11) 7765-4321", "+5511977654321"), ("55 11 98765-4321 Maria", "+5511987654321"),
            ("(63)9 9234 5678", "+5563992345678"),
        ])
    func spellings(input: String, e164: String) throws {
        #expect(try PhoneNumber(parsing: input).e164 == e164)
    }

    @Test(
        "the reason for a refusal is told",
        arguments: [
            ("", PhoneNumberError.empty), ("  ", .empty), ("não tem", .invalidCharacters),
            ("11 9876A-4321", .invalidCharacters),
            ("190", .tooShort), ("4004-1234", .serviceNumber), ("0800 123 4567", .serviceNumber),
            ("0300 789 1234", .serviceNumber),
            ("98765-4321", .missingAreaCode), ("(10) 98765-4321", .unknownAreaCode(10)),
            ("20 98765-4321", .unknownAreaCode(20)),
            ("11111111111", .neitherMobileNorLandline), ("99999999999", .neitherMobileNorLandline),
            ("(11) 08765-4321", .neitherMobileNorLandline), ("11 1265-4321", .neitherMobileNorLandline),
            ("+54 9 11 2345-6789", .foreign(region: "AR")), ("+1 202 555 0123", .foreign(region: "US")),
            ("00351 912 345 678", .foreign(region: "PT")), ("+999 123 456 789", .invalidForeign),
            ("11 98765-4321 / 11 3265-4321", .severalNumbers), ("(55) 3265-4321/22", .severalNumbers),
            ("119876543210123456789", .tooLong), ("+55 98765-4321", .missingAreaCode),
        ])
    func refusal(input: String, error: PhoneNumberError) {
        #expect(throws: error) { try PhoneNumber(parsing: input) }
    }

    @Test("a mobile is known to WhatsApp with and without its ninth digit, and matches in both forms")
    func whatsAppForms() throws {
        let number = try PhoneNumber(parsing: "(31) 99999-9902")
        #expect(number.whatsAppForms == ["5531999999902", "553199999902"])
        #expect(PhoneNumber(whatsAppID: "553199999902") == number)
        #expect(PhoneNumber(whatsAppID: "5531999999902") == number)
        #expect(number.canonicalKey == "553199999902")
        #expect(try PhoneNumber(parsing: "(11) 3265-4321").whatsAppForms == ["551132654321"])
        // 9 and a landline's first digit: newer than the ninth digit.
        let recent = try PhoneNumber(parsing: "11 93265-4321")
        #expect(recent.whatsAppForms == ["5511932654321"])
        #expect(recent.canonicalKey != (try PhoneNumber(parsing: "(11) 3265-4321").canonicalKey))
        #expect(PhoneNumber(whatsAppID: "5491123456789")?.kind == .foreign)
        #expect(PhoneNumber(whatsAppID: "5491123456789")?.e164 == "+5491123456789")
        #expect(PhoneNumber(whatsAppID: "abc") == nil)
    }

    @Test(
        "several numbers in one cell are parted",
        arguments: [
            ("(11) 98765-4321 / (11) 3265-4321", ["+5511987654321", "+551132654321"]),
            ("11987654321;21998765432", ["+5511987654321", "+5521998765432"]),
            ("11 98765-4321, 11 98765-4321", ["+5511987654321"]),
            ("11 98765-4321 e 21 99876-5432", ["+5511987654321", "+5521998765432"]),
            ("11 98765-4321 ou 3265-4321", ["+5511987654321", "+551132654321"]),
            ("11987654321 21998765432", ["+5511987654321", "+5521998765432"]),
            ("(11) 98765-4321|abc", ["+5511987654321"]),
            ("+55 11 98765-4321 +55 21 99876-5432", ["+5511987654321", "+5521998765432"]),
            ("11 98765-4321\n11 3265-4321", ["+5511987654321", "+551132654321"]), ("não tem", []), ("", []),
        ])
    func lists(input: String, e164: [String]) {
        #expect(PhoneNumber.list(in: input).map(\.e164) == e164)
    }

    @Test("what we call a Brazilian number is one to libphonenumber too, of the same kind")
    func agreesWithLibrary() {
        var generator = SplitMix64(seed: 55)
        for _ in 0..<2000 {
            let area = AreaCode.all.randomElement(using: &generator)?.number ?? 11
            let isMobile = Bool.random(using: &generator)
            let rest =
                isMobile
                ? 9 * 100_000_000 + Int.random(in: 0..<100_000_000, using: &generator)
                : Int.random(in: 20_000_000..<60_000_000, using: &generator)
            guard let number = try? PhoneNumber(parsing: "\(area)\(rest)"), let digits = UInt64(number.digits) else {
                continue
            }
            var region: [CChar] = [0, 0, 0, 0]
            let kind = Int(cphone_classify(digits, &region))
            #expect(kind == (isMobile ? Int(CPHONE_MOBILE) : Int(CPHONE_LANDLINE)), "\(number)")
        }
    }

    @Test("a number survives storage")
    func storage() throws {
        let number = try PhoneNumber(parsing: "(68) 99912-3456")
        #expect(PhoneNumber(e164: number.e164) == number)
        #expect(PhoneNumber(e164: "5568999123456") == nil)
        #expect(number.zone?.offsetMinutes == -300)
        #expect(number.national == "(68) 99912-3456")
        #expect(number.masked == "(68) *****-3456")
    }

    @Test("the plan of area codes agrees with the vectors")
    func areaCodes() throws {
        let rows = try VectorFile("ddd.csv").rows
        #expect(AreaCode.all.count == 67 && rows.count == 67)
        for row in rows {
            let code = try #require(Int(row["ddd"] ?? "").flatMap { AreaCode($0) })
            #expect(code.state.rawValue == row["state"])
            #expect(code.zone.name == row["timezone"])
            let hours = try #require(Int((row["utcOffset"] ?? "").prefix(3)))
            #expect(code.zone.offsetMinutes == hours * 60)
            #expect((code.states.count + code.zones.count > 2) == (row["ambiguity"] != ""))
        }
        #expect(AreaCode(20) == nil && AreaCode(-1) == nil && AreaCode(100) == nil)
    }
}
