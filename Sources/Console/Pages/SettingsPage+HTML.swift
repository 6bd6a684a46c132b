import Domain

extension SettingsPage {
    package var title: Phrase { .settingsTitle }
    package var railSection: Section? { .settings }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(.settingsTitle, aside: span(.class("quiet")) { Phrase.versionOf(version) })
            Panel.titled(.parts, id: "partes") { partTable }
            Panel.titled(.numbers, id: "numeros") { numberTable }
            Panel.titled(.people, id: "pessoas") { userTable(frame) }
        }
    }

    private var partTable: HTML {
        tableFrame(.parts, style: "rows") {
            thead {
                tr {
                    headCell(.part)
                    headCell(.state)
                    headCell(.howTo)
                }
            }
            tbody {
                for part in parts {
                    tr {
                        th(.scope("row")) { part.name }
                        td { part.isOn ? chip(.on, .good) : chip(.off) }
                        td(.class("quiet")) { part.remark }
                    }
                }
            }
        }
    }

    private var numberTable: HTML {
        guard !numbers.isEmpty else { return Panel.empty(.noNumbers, .noNumbersRemedy) }
        return tableFrame(.numbers, style: "rows") {
            thead {
                tr {
                    headCell(.number)
                    headCell(.shownName)
                    headCell(.qualityHeading)
                    headCell(.dailyLimit, numeric: true)
                    headCell(.sentToday, numeric: true)
                    headCell(.state)
                }
            }
            tbody {
                for number in numbers {
                    tr {
                        th(.scope("row"), .class("num text-start")) { number.phone }
                        td { number.name }
                        td { Phrase.quality(number.quality) }
                        td(.class("num")) { number.dailyLimit.map(Format.number) ?? "–" }
                        td(.class("num")) { number.sentToday.map(Format.number) ?? "–" }
                        td { number.isRestricted ? chip(.restricted, .attention) : chip(.inOrder, .good) }
                    }
                }
            }
        }
    }

    private func userTable(_ frame: Frame) -> HTML {
        guard !users.isEmpty else { return Panel.empty(.noUsers, .noUsersRemedy) }
        return tableFrame(.people, style: "rows") {
            thead {
                tr {
                    headCell(.name)
                    headCell(.email)
                    headCell(.roleHeading)
                    headCell(.lastSeen)
                }
            }
            tbody {
                for user in users {
                    tr {
                        th(.scope("row")) {
                            user.name
                            if !user.isActive {
                                " "
                                chip(.inactive)
                            }
                        }
                        td { user.email }
                        td { Phrase.role(user.role) }
                        td { user.lastSeenAt.map(frame.ago) ?? span(.class("quiet")) { Phrase.never } }
                    }
                }
            }
        }
    }
}
