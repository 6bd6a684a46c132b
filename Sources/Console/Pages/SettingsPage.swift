package import Domain

/// Ajustes: people, numbers, and what is off with how to switch it on.
package struct SettingsPage: Page {
    package let users: [UserLine]
    package let numbers: [NumberLine]
    package let parts: [PartLine]
    package let version: String

    package init(users: [UserLine], numbers: [NumberLine], parts: [PartLine], version: String) {
        self.users = users
        self.numbers = numbers
        self.parts = parts
        self.version = version
    }
}

package struct UserLine: Sendable {
    package let name: String
    package let email: String
    package let role: Role
    package let lastSeenAt: Timestamp?
    package let isActive: Bool

    package init(name: String, email: String, role: Role, lastSeenAt: Timestamp? = nil, isActive: Bool = true) {
        self.name = name
        self.email = email
        self.role = role
        self.lastSeenAt = lastSeenAt
        self.isActive = isActive
    }
}

/// A number that sends.
package struct NumberLine: Sendable {
    package let phone: String
    package let name: String
    package let quality: TemplateView.Quality
    /// People who may be contacted first in 24 hours.
    package let dailyLimit: Int?
    package let sentToday: Int?
    package let isRestricted: Bool

    package init(
        phone: String, name: String, quality: TemplateView.Quality, dailyLimit: Int? = nil, sentToday: Int? = nil,
        isRestricted: Bool = false
    ) {
        self.phone = phone
        self.name = name
        self.quality = quality
        self.dailyLimit = dailyLimit
        self.sentToday = sentToday
        self.isRestricted = isRestricted
    }
}

/// A part of the product that talks to something outside.
package struct PartLine: Sendable {
    package let name: String
    package let isOn: Bool
    /// What it is connected to, or how to switch it on: `QUITA_WHATSAPP_TOKEN`.
    package let remark: String

    package init(name: String, isOn: Bool, remark: String) {
        self.name = name
        self.isOn = isOn
        self.remark = remark
    }
}
