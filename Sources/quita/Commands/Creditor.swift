import ArgumentParser
import Dialogue
import Domain
import Engine
import Foundation
import Store
import Strategy
import Wording

struct Creditor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Saves creditors from a YAML file: names, numbers, Pix key, hours (see strategies/creditors.example.yaml).")

    @Argument(help: "The YAML file.")
    var file: String

    @OptionGroup var database: DatabaseOption

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw Failure("cannot read \(file): no such file, or no permission")
        }
        let described: [CreditorDescription]
        do {
            described = try loadCreditors(String(decoding: bytes, as: UTF8.self), file: file)
        } catch {
            throw Failure("\(error)")
        }
        let store = try database.open()
        let engine = CollectionEngine(configuration: try Parts.engineConfiguration())
        let now = try Parts.clock().now()
        for creditor in described {
            let entry = try CreditorSaved(key: creditor.key, profile: Creditor.settings(creditor))
                .entry(at: now, actor: Parts.actor)
            try Parts.append([entry], to: store, engine)
            print("\(creditor.tradeName) is saved as \(creditor.key)")
        }
    }

    static func settings(_ creditor: CreditorDescription) -> CreditorSettings {
        var settings = CreditorSettings(tradeName: creditor.tradeName)
        settings.legalName = creditor.legalName
        settings.cnpj = creditor.cnpj?.formatted
        settings.address = creditor.address
        settings.officialChannels =
            creditor.officialChannels.isEmpty ? nil : creditor.officialChannels.joined(separator: ", ")
        settings.complaintsChannel = creditor.complaintsChannel
        settings.whatsAppNumberID = creditor.whatsAppNumberIDs.first
        settings.pixKey = creditor.pixKey
        settings.pixCity = creditor.pixCity
        settings.pixBank = creditor.pixBank.map { name in
            var bank = PixBankSettings(name: name)
            bank.allowsStaticCode = creditor.allowsStaticCode
            return bank
        }
        if let terms = creditor.lateCharges { settings.lateCharges = terms }
        if let hours = creditor.serviceHours {
            settings.serviceHours = .init(weekdays: hours[.monday], saturdays: hours[.saturday])
        }
        settings.registers = RegisterChoice(
            usual: creditor.register.flatMap { Register(rawValue: $0) } ?? .usual,
            byProfile: creditor.registers.compactMapValues { Register(rawValue: $0) })
        settings.takeBackAfterMinutes = creditor.takeBackAfterMinutes
        if creditor.asksForMeaning { settings.asksForMeaning = true }
        if creditor.asksForWarmth { settings.asksForWarmth = true }
        return settings
    }
}
