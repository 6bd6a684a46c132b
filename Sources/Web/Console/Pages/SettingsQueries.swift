import Console
import Domain
import Engine
import Store

/// Ajustes: people, numbers, and what is off with how to switch it on.
struct SettingsQueries {
    let session: Session
    let viewer: Viewer
    let configuration: WebConfiguration

    func page() throws -> SettingsPage {
        SettingsPage(users: try users(), numbers: try numbers(), parts: try parts(), version: SettingsQueries.version)
    }

    static let version = "0.1.0"

    /// People of this creditor; who sees all creditors sees everybody.
    private func users() throws -> [UserLine] {
        let rows =
            viewer.visitor.staff.creditor == nil
            ? try session.select(StaffRow.self, "ORDER BY name, login")
            : try session.select(StaffRow.self, "WHERE creditor = ? ORDER BY name, login", .id(viewer.creditor))
        return rows.map { row in
            UserLine(
                name: row.name, email: row.login, role: Role(rawValue: row.role) ?? .agent, lastSeenAt: nil,
                isActive: row.isActive)
        }
    }

    private func numbers() throws -> [NumberLine] {
        guard let settings = viewer.settings, let number = settings.whatsAppNumberID else { return [] }
        let switches = try session.stopSwitches(creditor: viewer.creditor, now: viewer.now)
        let midnight = viewer.zone.instant(viewer.today)
        let sent =
            try session.integer(
                """
                SELECT COUNT(*) FROM message WHERE creditor = ? AND at >= ? AND direction = 'out' AND sent_at IS NOT NULL
                """, .id(viewer.creditor), .timestamp(midnight)) ?? 0
        return [
            NumberLine(
                phone: number, name: settings.tradeName, quality: .unknown, dailyLimit: nil, sentToday: Int(sent),
                isRestricted: switches.contains { $0.name.hasPrefix("account") || $0.name.hasPrefix("templates") })
        ]
    }

    private func parts() throws -> [PartLine] {
        let settings = viewer.settings
        let hasCadence = try session.activeStrategy(creditor: viewer.creditor, kind: .cadence) != nil
        let key = viewer.visitor.creditor?.key ?? "CREDOR"
        return [
            PartLine(
                name: "WhatsApp: envio", isOn: settings?.whatsAppNumberID != nil,
                remark: settings?.whatsAppNumberID.map { "número \($0)" }
                    ?? "QUITA_WHATSAPP_TOKEN, QUITA_WHATSAPP_PHONE_NUMBER_ID"),
            PartLine(
                name: "WhatsApp: recebimento", isOn: !configuration.appSecrets.isEmpty,
                remark: configuration.appSecrets.isEmpty ? "QUITA_WHATSAPP_APP_SECRET" : "POST /webhooks/whatsapp"),
            PartLine(
                name: "WhatsApp: verificação", isOn: !configuration.verifyTokens.isEmpty,
                remark: configuration.verifyTokens.isEmpty ? "QUITA_WHATSAPP_VERIFY_TOKEN" : "GET /webhooks/whatsapp"),
            PartLine(
                name: "Pix: cobrança", isOn: settings?.pixKey != nil,
                remark: settings?.pixKey == nil
                    ? "quita creditor ARQUIVO.yaml (chave Pix)" : "código estático por cobrança"),
            PartLine(
                name: "Pix: aviso do banco", isOn: configuration.pixToken != nil,
                remark: configuration.pixToken == nil
                    ? "só desta máquina; QUITA_PIX_WEBHOOK_TOKEN para o banco" : "POST /webhooks/pix"),
            PartLine(
                name: "Régua", isOn: hasCadence,
                remark: hasCadence ? "em vigor" : "quita activate ARQUIVO.yaml --creditor \(key)"),
            PartLine(name: "Banco de dados", isOn: true, remark: configuration.database.address),
        ]
    }
}
