import ArgumentParser

/// `quita inspect …`: what a value or a file from outside says, and whether it is valid.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a webhook, a Pix code, a boleto, a return file or an identifier means.",
        subcommands: [
            InspectWebhook.self, InspectPix.self, InspectBoleto.self, InspectCNAB.self, InspectCPF.self,
            InspectCNPJ.self, InspectPhone.self,
        ])
}

/// `quita pix …`
struct PixCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pix", abstract: "Pix codes.", subcommands: [PixEncode.self])
}
