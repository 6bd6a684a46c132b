import Domain

/// Short words in a coloured frame. The word says it all; the colour only helps to find it.
enum Tone: String {
    case plain, good, attention, stop, primary
}

func chip(_ phrase: Phrase, _ tone: Tone = .plain) -> HTML {
    span(.class(tone == .plain ? "chip" : "chip \(tone.rawValue)")) { phrase }
}

extension CaseState {
    var chip: HTML { Console.chip(.caseState(self), tone) }

    private var tone: Tone {
        switch self {
        case .inCadence, .stopped, .paused: .plain
        case .talking, .promised: .primary
        case .waitingForPerson, .disputed: .attention
        case .agreement, .settled: .good
        }
    }
}

extension Verdict {
    var chip: HTML { Console.chip(.verdict(self), tone) }

    private var tone: Tone {
        switch self {
        case .allowed: .good
        case .deferred: .attention
        case .refused: .stop
        }
    }
}

extension DebtLine.State {
    var chip: HTML {
        switch self {
        case .open: Console.chip(.debtState(self))
        case .inAgreement: Console.chip(.debtState(self), .primary)
        case .paid: Console.chip(.debtState(self), .good)
        case .disputed: Console.chip(.debtState(self), .attention)
        case .withdrawn: Console.chip(.debtState(self))
        }
    }
}

extension AgreementCard.State {
    var chip: HTML {
        switch self {
        case .waitingDownPayment: Console.chip(.agreementState(self), .primary)
        case .running, .settled: Console.chip(.agreementState(self), .good)
        case .late: Console.chip(.agreementState(self), .attention)
        case .broken: Console.chip(.agreementState(self))
        }
    }
}

extension PromiseLine.State {
    var chip: HTML {
        switch self {
        case .running: Console.chip(.promiseState(self), .primary)
        case .kept: Console.chip(.promiseState(self), .good)
        case .broken: Console.chip(.promiseState(self), .attention)
        case .withdrawn: Console.chip(.promiseState(self))
        }
    }
}
