import Console
import Domain
import Foundation
import Store
import Strategy

/// Réguas and Modelos.
struct StrategyQueries {
    let session: Session
    let viewer: Viewer

    /// - Parameter name: one cadence only; `PageError.notFound` when none of that name is in force.
    func cadences(_ name: String? = nil) throws -> CadencesPage {
        let rows = try session.select(
            StrategyRow.self, "WHERE creditor = ? AND kind = 'cadence' AND active = 1 ORDER BY id", .id(viewer.creditor)
        ).filter { name == nil || $0.name == name }
        if name != nil, rows.isEmpty { throw PageError.notFound }
        let portfolios = try session.portfolios(creditor: viewer.creditor).map(\.name)
        let cases = try session.integer(
            "SELECT COUNT(*) FROM collection_case WHERE creditor = ? AND status = 'open'", .id(viewer.creditor))
        let names = try StaffNames(session)
        return CadencesPage(
            cadences: rows.map { row in
                view(row, portfolios: portfolios, cases: cases.map { Int($0) }, by: names.actor(row.activatedBy))
            })
    }

    private func view(_ row: StrategyRow, portfolios: [String], cases: Int?, by: String) -> CadenceView {
        let cadence = try? loadCadence(row.body, file: row.name)
        return CadenceView(
            name: row.name, version: row.version, activeSince: row.activatedAt, activatedBy: by, portfolios: portfolios,
            steps: cadence?.steps.map(step) ?? [],
            holdoutPercent: cadence.map { Int($0.holdout.micros / 1_000_000) }.flatMap { $0 > 0 ? $0 : nil },
            objectives: cadence?.objectives.map(StrategyQueries.objective) ?? [],
            stopOn: cadence?.stopOn.map(\.rawValue).sorted() ?? [],
            pauseOn: cadence?.pauseOn.map { Fact(name: $0.event.rawValue, value: StrategyQueries.length($0.length)) }
                ?? [],
            yaml: row.body, caseCount: cases)
    }

    private func step(_ step: CadenceStep) -> CadenceStepView {
        let contents: [String] =
            switch step.content {
            case .template(let choice): choice.names + (step.neutralTemplate.map { [$0] } ?? [])
            case .script(let name): [name]
            }
        return CadenceStepView(
            day: step.offsetDays, channel: step.channel, templates: contents, condition: step.condition?.text,
            otherwise: step.otherwise, attachment: step.attachment?.rawValue)
    }

    static func objective(_ objective: Objective) -> Fact {
        switch objective {
        case .recoveryRate(let rate, let days):
            Fact(name: "recuperação", value: "\(Portuguese.percent(rate)) em \(days) dias")
        case .responseRate(let rate): Fact(name: "resposta", value: Portuguese.percent(rate))
        case .firstResponse(let seconds): Fact(name: "primeira resposta", value: duration(seconds))
        case .resolutionTime(let seconds): Fact(name: "resolução", value: duration(seconds))
        case .satisfaction(let tenths): Fact(name: "satisfação", value: "\(tenths / 10),\(tenths % 10)")
        case .cost(let share): Fact(name: "custo por real recuperado", value: Portuguese.percent(share))
        }
    }

    private static func duration(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) dias"
        }
    }

    private static func length(_ length: PauseLength) -> String {
        switch length {
        case .minutes(let minutes): duration(minutes * 60)
        case .untilDue: "até a data"
        case .untilResumed: "até alguém retomar"
        }
    }

    func templates() throws -> TemplatesPage {
        guard let row = try session.activeStrategy(creditor: viewer.creditor, kind: .templates),
            let templates = try? loadTemplates(row.body, file: row.name)
        else { return TemplatesPage(templates: []) }
        let switches = try session.stopSwitches(creditor: viewer.creditor, now: viewer.now)
        let stopped = Dictionary(
            switches.filter { $0.name.hasPrefix("template:") }.map { (StopSwitch.template($0.name), $0.reason) },
            uniquingKeysWith: { first, _ in first })
        let usage = try usage()
        return TemplatesPage(
            templates: templates.map { template in
                let reason = stopped[template.name]
                let used = usage.map { $0[template.name] ?? (sent: 0, read: 0) }
                return TemplateView(
                    name: template.name, language: template.language,
                    category: template.category == .marketing ? .marketing : .utility,
                    state: reason.map(StrategyQueries.state) ?? .approved, quality: nil, body: template.body,
                    buttons: template.buttons.map(\.title), sent: used?.sent,
                    read: used.map { Shares.share($0.read, of: $0.sent) }, reason: reason)
            })
    }

    private static func state(_ reason: String) -> TemplateView.State {
        switch reason.uppercased() {
        case "REJECTED": .rejected
        case "PENDING", "IN_APPEAL": .pending
        case "DISABLED", "PENDING_DELETION", "DELETED": .disabled
        default: .paused
        }
    }

    private static let usageDays: Int64 = 30
    private static let usageRowsMax = 5_000

    /// How often each template left in the last 30 days; nil where there are more messages than a page should read.
    private func usage() throws -> [String: (sent: Int, read: Int)]? {
        let rows = try session.select(
            MessageRow.self,
            """
            WHERE creditor = ? AND at >= ? AND direction = 'out' AND kind = 'template' AND sent_at IS NOT NULL
            ORDER BY at DESC LIMIT ?
            """, .id(viewer.creditor), .timestamp(viewer.now.adding(days: -StrategyQueries.usageDays)),
            .int(StrategyQueries.usageRowsMax))
        guard rows.count < StrategyQueries.usageRowsMax else { return nil }
        var usage: [String: (sent: Int, read: Int)] = [:]
        for row in rows {
            guard let name = row.templateName else { continue }
            usage[name, default: (0, 0)].sent += 1
            if row.readAt != nil { usage[name, default: (0, 0)].read += 1 }
        }
        return usage
    }
}
