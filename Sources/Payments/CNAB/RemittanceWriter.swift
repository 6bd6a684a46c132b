package import Domain

/// Writes a CNAB 240 file for the bank (*arquivo remessa*): one batch, and per title the segments P, Q and R.
package struct RemittanceWriter: Sendable {
    package let account: RemittanceAccount
    /// The file's own number, one more each time; the bank refuses one that it has seen.
    package let sequence: Int
    package let writtenAt: LocalTime
    private let layout: RemittanceLayout

    package init(account: RemittanceAccount, sequence: Int, writtenAt: LocalTime) {
        self.account = account
        self.sequence = sequence
        self.writtenAt = writtenAt
        layout = RemittanceLayout.of(account.bank)
    }

    /// The whole file: lines of 240 bytes, each followed by CR and LF. The same titles give the same bytes.
    ///
    /// Nothing that counts is cut: numbers that do not fit are errors. Names and streets are.
    package func file(_ titles: [RemittanceTitle]) throws(RemittanceError) -> [UInt8] {
        try checkAccount()
        guard (1...33_000).contains(titles.count) else {
            throw RemittanceError(title: nil, field: "titles", problem: "1 to 33000 fit into a batch")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity((titles.count * 3 + 4) * 242)
        func write(_ record: CNABRecordWriter) {
            bytes += record.bytes
            bytes += [0x0D, 0x0A]
        }
        write(fileHeader())
        write(batchHeader())
        var total = Money.zero
        for (index, title) in titles.enumerated() {
            try check(title, index)
            write(segmentP(title, number: index * 3 + 1))
            write(segmentQ(title, number: index * 3 + 2))
            write(segmentR(title, number: index * 3 + 3))
            total += title.face
        }
        write(batchTrailer(titles.count, total))
        write(fileTrailer(titles.count))
        return bytes
    }

    private func record(batch: Int, type: Character) -> CNABRecordWriter {
        CNABRecordWriter(bank: account.bank.rawValue, batch: batch, type: type)
    }

    private func place(
        _ fields: [RemittanceLayout.Field], in record: inout CNABRecordWriter, title: RemittanceTitle? = nil
    ) {
        for field in fields {
            let text = text(field.source, title)
            if field.isNumber { record.number(field.columns, text) } else { record.text(field.columns, text) }
        }
    }

    private func text(_ source: RemittanceLayout.Source, _ title: RemittanceTitle?) -> String {
        switch source {
        case .agreement: account.agreement
        case .branch: account.branch
        case .branchDigit: account.branchDigit
        case .account: account.account
        case .accountDigit: account.accountDigit
        case .wallet: account.wallet
        case .ourNumber: title?.ourNumber ?? ""
        case .document: title?.document ?? ""
        case .constant(let text): text
        }
    }

    private func fileHeader() -> CNABRecordWriter {
        var record = record(batch: 0, type: "0")
        let document = layout.fileDocument
        record.text(document.lowerBound...document.lowerBound, account.document.isCompany ? "2" : "1")
        record.number((document.lowerBound + 1)...document.upperBound, account.document.normalized)
        record.text(73...102, account.name)
        record.text(103...132, layout.bankName)
        record.text(143...143, "1")
        record.day(144...151, writtenAt.day)
        record.number(152...157, padded(writtenAt.hour, 2) + padded(writtenAt.minute, 2) + second)
        record.number(158...163, String(sequence))
        place(layout.file, in: &record)
        return record
    }

    private var second: String { padded(writtenAt.millisecondOfDay / 1000 % 60, 2) }

    private func batchHeader() -> CNABRecordWriter {
        var record = record(batch: 1, type: "1")
        record.text(9...11, "R01")
        record.text(18...18, account.document.isCompany ? "2" : "1")
        record.number(19...33, account.document.normalized)
        record.text(74...103, account.name)
        record.number(184...191, String(sequence))
        record.day(192...199, writtenAt.day)
        record.day(200...207, nil)
        place(layout.batch, in: &record)
        return record
    }

    private func detail(_ title: RemittanceTitle, _ segment: String, number: Int) -> CNABRecordWriter {
        var record = record(batch: 1, type: "3")
        record.number(9...13, String(number))
        record.text(14...14, segment)
        record.text(16...17, title.movement.rawValue)
        return record
    }

    private func segmentP(_ title: RemittanceTitle, number: Int) -> CNABRecordWriter {
        var record = detail(title, "P", number: number)
        place(layout.titles, in: &record, title: title)
        record.day(78...85, title.due)
        record.money(86...100, title.face)
        record.number(101...106, "")
        record.number(107...108, title.species)
        record.text(109...109, title.isAccepted ? "A" : "N")
        record.day(110...117, title.issued)
        switch title.interest {
        case nil:
            record.text(118...118, layout.interestCodes.none)
            record.number(119...141, "")
        case .amountPerDay(let money):
            record.text(118...118, layout.interestCodes.perDay)
            record.day(119...126, title.due.adding(days: 1))
            record.money(127...141, money)
        case .monthly(let percentage):
            record.text(118...118, layout.interestCodes.monthly ?? layout.interestCodes.none)
            record.day(119...126, title.due.adding(days: 1))
            record.money(127...141, PixValue.percent(percentage).wire.money)
        }
        discount(title.discounts.first, 142, in: &record)
        record.money(166...180, .zero)
        record.money(181...195, title.rebate)
        record.text(196...220, title.companyUse)
        record.text(221...221, title.protestAfterDays == nil ? "3" : "2")
        record.number(222...223, String(title.protestAfterDays ?? 0))
        record.text(224...224, title.writeOffAfterDays == nil ? "2" : "1")
        record.number(225...227, String(title.writeOffAfterDays ?? 0))
        record.number(228...229, layout.currency)
        record.number(230...239, "")
        return record
    }

    /// Kind, day and value of a discount, 24 columns.
    private func discount(_ step: PixDiscountStep?, _ column: Int, in record: inout CNABRecordWriter) {
        record.text(column...column, step == nil || !layout.hasDiscountKinds ? "0" : String(step?.value.modality ?? 1))
        record.day((column + 1)...(column + 8), step?.day)
        record.money((column + 9)...(column + 23), step?.value.wire.money ?? .zero)
    }

    private func segmentQ(_ title: RemittanceTitle, number: Int) -> CNABRecordWriter {
        var record = detail(title, "Q", number: number)
        let payer = title.payer
        record.text(18...18, payer.document.isCompany ? "2" : "1")
        record.number(19...33, payer.document.normalized)
        record.text(34...(33 + layout.payerNameWidth), payer.name)
        record.text(74...113, payer.street)
        record.text(114...128, payer.district)
        record.number(129...136, payer.postalCode)
        record.text(137...151, payer.city)
        record.text(152...153, payer.state)
        record.text(154...154, title.guarantor.map { $0.document.isCompany ? "2" : "1" } ?? "0")
        record.number(155...169, title.guarantor?.document.normalized ?? "")
        record.text(170...(169 + layout.payerNameWidth), title.guarantor?.name ?? "")
        record.number(210...212, "")
        return record
    }

    private func segmentR(_ title: RemittanceTitle, number: Int) -> CNABRecordWriter {
        var record = detail(title, "R", number: number)
        discount(title.discounts.dropFirst().first, 18, in: &record)
        discount(title.discounts.dropFirst(2).first, 42, in: &record)
        record.text(66...66, title.fine.map { String($0.modality) } ?? "0")
        record.day(67...74, title.fine == nil ? nil : title.due.adding(days: 1))
        record.money(75...89, title.fine?.wire.money ?? .zero)
        if layout.hasMessages {
            record.text(100...139, title.messages.first ?? "")
            record.text(140...179, title.messages.dropFirst().first ?? "")
        }
        for columns in layout.zerosInR { record.number(columns, "") }
        return record
    }

    private func batchTrailer(_ count: Int, _ total: Money) -> CNABRecordWriter {
        var record = record(batch: 1, type: "5")
        record.number(18...23, String(count * 3 + 2))
        guard layout.trailerHasTotals else { return record }
        record.number(24...29, String(count))
        record.money(30...46, total)
        record.number(47...115, "")
        return record
    }

    private func fileTrailer(_ count: Int) -> CNABRecordWriter {
        var record = record(batch: 9999, type: "9")
        record.number(18...23, "1")
        record.number(24...29, String(count * 3 + 4))
        record.number(30...35, "")
        return record
    }
}

// What does not fit is found before anything is written.
extension RemittanceWriter {
    private func checkAccount() throws(RemittanceError) {
        let fields = layout.file + layout.batch
        try fit(fields + layout.titles.filter { !$0.isOfTitle }, nil, nil)
        guard (1...999_999).contains(sequence) else {
            throw RemittanceError(title: nil, field: "sequence", problem: "1 to 999999")
        }
    }

    private func check(_ title: RemittanceTitle, _ index: Int) throws(RemittanceError) {
        func require(_ condition: Bool, _ field: String, _ problem: String) throws(RemittanceError) {
            if !condition { throw RemittanceError(title: index, field: field, problem: problem) }
        }
        try fit(layout.titles.filter(\.isOfTitle), title, index)
        try require((1...999_999_999_999).contains(title.face.cents), "face", "0.01 to 9999999999.99")
        try require(title.rebate >= .zero && title.rebate < title.face, "rebate", "less than the face")
        try require(title.discounts.count <= 3, "discounts", "at most three")
        try require(title.companyUse.utf8.count <= 25, "companyUse", "at most 25 characters")
        try require(title.species.isDigits(1...2), "species", "one or two digits")
        try require(title.payer.postalCode.isDigits(8...8), "postalCode", "eight digits")
        try require((0...99).contains(title.protestAfterDays ?? 0), "protestAfterDays", "0 to 99")
        try require((0...999).contains(title.writeOffAfterDays ?? 0), "writeOffAfterDays", "0 to 999")
        let kinds = layout.hasDiscountKinds
        try require(
            title.discounts.allSatisfy { kinds || $0.value.modality == 1 }, "discounts",
            "this bank takes amounts only")
        try require(title.discounts.allSatisfy { $0.day <= title.due }, "discounts", "not after the due day")
        for value in title.discounts.map(\.value) + [title.fine].compactMap(\.self) {
            try require(value.fitsHundredths, "discounts or fine", "not negative, at most two decimals")
        }
        switch title.interest {
        case nil: break
        case .amountPerDay(let money): try require(money > .zero, "interest", "more than zero")
        case .monthly(let percentage):
            try require(layout.interestCodes.monthly != nil, "interest", "this bank takes an amount a day only")
            try require(PixValue.percent(percentage).fitsHundredths, "interest", "at most two decimals")
        }
    }

    /// What a bank places in its own columns must fit there, and be digits where zeros fill the left.
    private func fit(
        _ fields: [RemittanceLayout.Field], _ title: RemittanceTitle?, _ index: Int?
    ) throws(RemittanceError) {
        for field in fields {
            let text = text(field.source, title)
            let width = field.columns.count
            guard text.utf8.count <= width, !field.isNumber || text.utf8.allSatisfy(\.isASCIIDigitOrP) else {
                throw RemittanceError(
                    title: index, field: "\(field.source)",
                    problem:
                        "\(text.debugDescription) is not up to \(width) \(field.isNumber ? "digits" : "characters")")
            }
        }
    }
}

extension RemittanceLayout.Field {
    /// Whether it comes from the title rather than from the account.
    fileprivate var isOfTitle: Bool {
        switch source {
        case .ourNumber, .document: true
        default: false
        }
    }
}

extension PixValue {
    fileprivate var fitsHundredths: Bool {
        switch self {
        case .amount(let money): money >= .zero
        case .percent(let percentage): percentage >= .zero && percentage.micros % 10_000 == 0
        }
    }
}

extension UInt8 {
    /// Bradesco's check digit may be the letter P.
    fileprivate var isASCIIDigitOrP: Bool { isASCIIDigit || self == UInt8(ascii: "P") }
}

extension String {
    fileprivate func isDigits(_ lengths: ClosedRange<Int>) -> Bool {
        lengths.contains(utf8.count) && utf8.allSatisfy(\.isASCIIDigit)
    }
}
