import ArgumentParser

struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures this machine; every figure is made in the run that prints it.",
        subcommands: [BenchIngest.self, BenchLoop.self])
}
