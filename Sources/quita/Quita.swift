import ArgumentParser
import Foundation

@main
struct Quita: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quita", abstract: "Collects overdue debts over WhatsApp the decent way.", version: version,
        subcommands: [
            Demo.self, Serve.self, Import.self, Creditor.self, Activate.self, User.self, Token.self, Explain.self,
            Replay.self,
            Understand.self, Export.self,
            Converse.self, Inspect.self, PixCommands.self, Charges.self, InstallmentsCommand.self, Bench.self,
        ])

    static let version = "0.1.0"

    /// Exit status 0 done, 1 failed, 2 wrong usage.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            say("quita: \(failure)")
            Foundation.exit(1)
        } catch {
            let status = exitCode(for: error)
            if status == .success || error is ExitCode { exit(withError: error) }
            say(fullMessage(for: error))
            Foundation.exit(status == .validationFailure ? 2 : 1)
        }
    }
}
