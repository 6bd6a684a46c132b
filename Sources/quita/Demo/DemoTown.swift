import Domain
import Simulation
import Web

/// The browser's phone and the simulated bank, as the console's demonstration reaches them.
struct DemoTown: Demonstration {
    let server: SimulatorServer
    let numberID: String
    let accounts: [DemonstrationLogin]

    func hold(phone: String) async { await server.setManual(true, phone: digits(phone)) }

    func send(text: String, from phone: String) async throws {
        try await server.send(.text(text), from: digits(phone), to: numberID)
    }

    /// The option is on the newest message that offers it.
    func tap(option: String, title: String, from phone: String) async throws {
        let bubbles = await server.conversation(of: digits(phone), with: numberID)
        guard let bubble = bubbles.last(where: { bubble in bubble.options.contains { $0.id == option } }) else {
            return try await send(text: title, from: phone)
        }
        try await server.send(.tap(messageID: bubble.id, optionID: option), from: digits(phone), to: numberID)
    }

    func pay(code: String, from phone: String) async throws { try await server.pay(code, from: digits(phone)) }

    func read(phone: String) async { try? await server.readAll(digits(phone), numberID: numberID) }

    private func digits(_ phone: String) -> String { phone.filter(\.isNumber) }
}
