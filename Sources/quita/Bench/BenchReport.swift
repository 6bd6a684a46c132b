import Foundation

/// What a bench prints with `--json`.
struct BenchReport: Encodable {
    struct Figure: Encodable {
        let value: Double
        let unit: String
    }
    struct Machine: Encodable {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let memoryMB = Int(ProcessInfo.processInfo.physicalMemory >> 20)
        let system = ProcessInfo.processInfo.operatingSystemVersionString
    }

    let bench: String
    let version = Quita.version
    let machine = Machine()
    var figures: [String: Figure] = [:]
    var ratio: [String: Double] = [:]

    init(_ bench: String) { self.bench = bench }

    mutating func add(_ name: String, _ value: Double, _ unit: String) {
        figures[name] = Figure(value: (value * 100).rounded() / 100, unit: unit)
    }

    func show(json: Bool) throws {
        if json { return try printJSON(self) }
        print("\(bench), \(machine.cores) cores")
        for (name, figure) in figures.sorted(by: { $0.key < $1.key }) {
            print("  \(name): \(figure.value) \(figure.unit)")
        }
        for (name, value) in ratio.sorted(by: { $0.key < $1.key }) {
            print("  \(name): \((value * 100).rounded() / 100)")
        }
    }
}

/// Milliseconds of many events, for percentiles.
struct Latencies {
    private var milliseconds: [Double] = []

    mutating func add(_ value: Double) { milliseconds.append(value) }
    mutating func add(contentsOf other: Latencies) { milliseconds += other.milliseconds }

    var count: Int { milliseconds.count }

    /// - Parameter permille: 990 is the 99th percentile.
    func percentile(_ permille: Int) -> Double {
        guard !milliseconds.isEmpty else { return 0 }
        let sorted = milliseconds.sorted()
        return sorted[min(sorted.count - 1, sorted.count * permille / 1000)]
    }
}
