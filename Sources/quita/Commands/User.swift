import ArgumentParser
import Domain
import Engine
import Foundation
import Store
import Web

struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "People who may sign in.", subcommands: [Add.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a person, or sets a new password.",
            discussion: "The password is read from standard input, or made and printed once.")

        @Argument(help: "The e-mail address by which the person signs in.")
        var email: String

        @Option(help: "The person's name.")
        var name: String?

        @Option(help: "agent, supervisor, compliance, manager or administrator.")
        var role = "agent"

        @Option(help: "Only this creditor's cases; all creditors without it.")
        var creditor: String?

        @Flag(help: "Read the password from standard input instead of making one.")
        var passwordFromInput = false

        @OptionGroup var database: DatabaseOption

        func run() throws {
            guard ["agent", "supervisor", "compliance", "manager", "administrator"].contains(role) else {
                throw Failure("--role \(role) is none of agent, supervisor, compliance, manager, administrator")
            }
            guard email.contains("@"), !email.contains(" ") else { throw Failure("\(email) is no e-mail address") }
            let password = passwordFromInput ? (readLine() ?? "") : User.madePassword()
            guard password.count >= Password.lengthMin else {
                throw Failure("the password needs at least \(Password.lengthMin) characters")
            }
            let store = try database.open()
            let entry = try User.entry(
                email: email, name: name ?? email, role: role, creditor: creditor, password: password,
                at: Parts.clock().now())
            try Parts.append([entry], to: store, CollectionEngine(configuration: Parts.engineConfiguration()))
            print("\(email) may sign in as \(role)")
            if !passwordFromInput { print("password, shown this once: \(password)") }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the people who may sign in.")

        @OptionGroup var database: DatabaseOption

        func run() throws {
            for person in try database.openExisting().read({ try $0.select(StaffRow.self, "ORDER BY login") }) {
                print("\(person.login)\t\(person.role)\t\(person.name)\(person.isActive ? "" : "\t(off)")")
            }
        }
    }

    static func entry(
        email: String, name: String, role: String, creditor: String?, password: String, at instant: Timestamp
    ) throws -> NewEntry {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        return try StaffSaved(
            creditorKey: creditor, login: email.lowercased(), name: name, role: role,
            passwordHash: Password.hash(password, salt: salt)
        ).entry(at: instant, actor: Parts.actor)
    }

    /// Letters and digits that are not mistaken for each other, in four groups.
    static func madePassword() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return (0..<4).map { _ in
            String((0..<4).compactMap { _ in letters.randomElement() })
        }.joined(separator: "-")
    }
}
