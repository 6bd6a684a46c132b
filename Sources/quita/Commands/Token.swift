import ArgumentParser
import Domain
import Engine
import Store
import Web

struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tokens by which a creditor's other programs read the API.", subcommands: [Create.self, Revoke.self])

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a token and prints it once; one of the same name ends with it.")

        @Option(help: "The creditor whose books it may read.")
        var creditor: String

        @Option(help: "What the token is for, such as erp.")
        var name: String

        @OptionGroup var database: DatabaseOption

        func run() throws {
            let token = APIToken()
            try Token.save(creditor, name, hash: token.hash, database)
            say("shown this once; send it as Authorization: Bearer …")
            print(token.text)
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a token away.")

        @Option(help: "The creditor whose token it is.")
        var creditor: String

        @Option(help: "The token's name.")
        var name: String

        @OptionGroup var database: DatabaseOption

        func run() throws {
            try Token.save(creditor, name, hash: nil, database)
            print("\(name) is revoked")
        }
    }

    private static func save(_ creditor: String, _ name: String, hash: String?, _ database: DatabaseOption) throws {
        guard !name.isEmpty, name.count <= 60 else { throw Failure("--name needs 1 to 60 characters") }
        let store = try database.openExisting()
        let known = try store.read { session -> (creditor: Bool, token: Bool) in
            guard let row = try session.creditor(key: creditor) else { return (false, false) }
            return (true, try session.apiToken(creditor: row.id, name: name) != nil)
        }
        guard known.creditor else {
            throw Failure("there is no creditor \(creditor); quita creditor FILE.yaml saves one")
        }
        guard hash != nil || known.token else { throw Failure("\(creditor) has no token named \(name)") }
        let entry = try TokenSaved(creditorKey: creditor, name: name, hash: hash)
            .entry(at: Parts.clock().now(), actor: Parts.actor)
        try Parts.append([entry], to: store, CollectionEngine(configuration: Parts.engineConfiguration()))
    }
}
