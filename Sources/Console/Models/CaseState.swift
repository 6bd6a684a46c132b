/// Where a case stands, as lists show and filter it. The raw values are those of the address (`?estado=acordo`).
package enum CaseState: String, CaseIterable, Sendable {
    /// Contacted step by step.
    case inCadence = "regua"
    /// The client wrote; the assistant is answering.
    case talking = "conversa"
    case waitingForPerson = "pessoa"
    case promised = "promessa"
    case agreement = "acordo"
    case settled = "quitado"
    /// Nothing is sent until a date: hardship, a payment being checked.
    case paused = "pausa"
    case disputed = "contestacao"
    /// Nothing more is sent: opt-out, wrong person, death, prescription.
    case stopped = "encerrado"
}

/// How far the contact with a case has come. The raw values are those of the address (`?etapa=lida`).
package enum FunnelStage: String, CaseIterable, Sendable {
    case sent = "enviada"
    case delivered = "entregue"
    case read = "lida"
    case replied = "respondida"
    case agreed = "acordo"
    case paid = "paga"
}
