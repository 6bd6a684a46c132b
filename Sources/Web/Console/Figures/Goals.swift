import Domain
import Store
import Strategy

/// What the cadence in force is meant to reach.
struct Goals: Equatable {
    var recovery: Percentage?
    var responsePercent: Int?
    var firstResponseSeconds: Int?
    var resolutionSeconds: Int?
    var satisfactionTenths: Int?

    init(_ objectives: [Objective]) {
        for objective in objectives {
            switch objective {
            case .recoveryRate(let rate, _): recovery = rate
            case .responseRate(let rate): responsePercent = Int(rate.micros / 1_000_000)
            case .firstResponse(let seconds): firstResponseSeconds = seconds
            case .resolutionTime(let seconds): resolutionSeconds = seconds
            case .satisfaction(let tenths): satisfactionTenths = tenths
            case .cost: break
            }
        }
    }

    static func load(_ session: Session, _ creditor: CreditorID) throws -> Goals {
        Goals(try session.activeCadence(creditor)?.cadence.objectives ?? [])
    }
}

extension Session {
    /// The cadence in force with the version it comes from. A text that no longer loads counts as none: it was checked when
    /// it was activated, and a page must not fail because of it.
    func activeCadence(_ creditor: CreditorID) throws -> (row: StrategyRow, cadence: Cadence)? {
        guard let row = try activeStrategy(creditor: creditor, kind: .cadence),
            let cadence = try? loadCadence(row.body, file: row.name)
        else { return nil }
        return (row, cadence)
    }
}
