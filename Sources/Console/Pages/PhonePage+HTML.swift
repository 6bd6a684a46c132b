import Domain

extension PhonePage {
    package var title: Phrase { .phoneTitle }
    package var railSection: Section? { .phone }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(
                .phoneTitle,
                aside: span(.class("quiet")) { "\(debtor.name) · \(debtor.phone)" },
                actions: HTML {
                    a(.class("btn quiet-button"), .href(.phones)) { Phrase.changePhone }
                    if let caseID { a(.class("btn quiet-button"), .href(.caseFile(caseID))) { Phrase.seeCase } }
                })
            div(
                .class("phone-grid"),
                .data(.live, Address.phoneEvents(debtor.id).with("desde", lastEventID).text)
            ) {
                handset(frame)
                section(.class("panel thoughts"), .aria(.labelledBy, "passos")) {
                    h2(.id("passos")) { Phrase.thoughts }
                    p(.class("quiet when-alone")) { Phrase.noThoughts }
                    div(
                        .class("thoughts-scroll"), .data(.newest, ""), .tabindex(0), .role("log"),
                        .aria(.label, .thoughts)
                    ) {
                        ol(.id(PhoneFragment.thoughtsID)) {
                            for thought in thoughts { PhoneFragment.thought(thought, frame: frame) }
                        }
                    }
                }
                div(.class("phone-side d-grid gap-3")) {
                    if let clock { PhoneFragment.clock(clock, returning: .phone(debtor.id), frame: frame) }
                    secretsPanel
                }
            }
        }
    }

    private func handset(_ frame: Frame) -> HTML {
        section(.class("handset"), .aria(.label, .verbatim(debtor.name))) {
            header(.class("handset-top")) {
                span(.class("avatar"), .aria(.hidden, "true")) { HeaderBar.initials(of: businessName) }
                p {
                    strong { businessName }
                    span(.class("quiet second")) { Phrase.businessAccount }
                }
            }
            div(.class("chat"), .data(.newest, ""), .tabindex(0), .role("log"), .aria(.label, .messages)) {
                if let olderMessages { a(.class("btn quiet-button"), .href(olderMessages)) { Phrase.seeOlder } }
                p(.class("quiet when-alone")) { Phrase.phoneEmpty }
                ol(.id(Bubble.listID)) { ChatList.items(messages, side: .phone(debtor.id), frame: frame) }
            }
            form(
                .class("handset-bottom"), .post, .action(.phoneMessages(debtor.id)), .data(.send, ""),
                .data(.failed, .sendingFailed)
            ) {
                Form.token(frame)
                label(.class("visually-hidden"), .for("texto")) { Phrase.typeMessage }
                input(
                    .id("texto"), .name("texto"), .type("text"), .class("form-control"), .maxlength(4096),
                    .placeholder(.typeMessage), .autocomplete("off"), .required, .data(.key, "r"))
                button(.type("submit"), .class("btn btn-primary")) { Phrase.send }
                if let problem {
                    p(.class("form-status stop"), .role("alert")) { problem }
                } else {
                    Form.status()
                }
            }
        }
    }

    private var secretsPanel: HTML {
        Panel.titled(.secrets, id: "dados") {
            dl(.class("facts")) {
                dt { Phrase.client }
                dd { debtor.name }
                for fact in secrets {
                    dt { fact.name }
                    dd(.class("num")) { fact.value }
                }
                dt { Phrase.balance }
                dd { Format.money(debtor.balance) }
                dt { Phrase.overdue }
                dd { Phrase.daysLate(debtor.daysLate) }
                dt { Phrase.state }
                dd { debtor.state.chip }
            }
            p(.class("note")) { Phrase.secretsHint }
        }
    }
}

extension PhonesPage {
    package var title: Phrase { .phoneTitle }
    package var railSection: Section? { .phone }

    package func content(in frame: Frame) -> HTML {
        HTML {
            Panel.heading(
                .phoneTitle,
                actions: form(.class("filters"), .role("search"), .get, .action(.phones)) {
                    label(.class("visually-hidden"), .for("busca")) { Phrase.search }
                    input(
                        .id("busca"), .name("busca"), .type("search"), .class("form-control"), .value(search),
                        .placeholder(.searchHint), .autocomplete("off"))
                    button(.type("submit"), .class("btn quiet-button")) { Phrase.search }
                })
            p(.class("quiet")) { Phrase.phonesHint }
            if debtors.isEmpty {
                section(.class("panel")) {
                    search.isEmpty
                        ? Panel.empty(.noPhones, .noPhonesRemedy, link: (.imports, .importPortfolio))
                        : Panel.empty(.noCasesFound, .noCasesFoundRemedy, link: (.phones, .clearFilters))
                }
            } else {
                list(frame)
            }
            if let clock { PhoneFragment.clock(clock, returning: .phones, frame: frame) }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        tableFrame(.phoneTitle, style: "rows list") {
            thead {
                tr {
                    headCell(.client)
                    headCell(.overdue, numeric: true)
                    headCell(.balance, numeric: true)
                    headCell(.state)
                    headCell(.lastMessage)
                }
            }
            tbody {
                for debtor in debtors {
                    tr {
                        th(.scope("row")) {
                            a(.href(.phone(debtor.id))) { debtor.name }
                            span(.class("quiet second num")) { debtor.phone }
                        }
                        td(.class("num")) { Phrase.days(max(0, debtor.daysLate)) }
                        td(.class("num")) { Format.money(debtor.balance) }
                        td {
                            debtor.state.chip
                            if debtor.isSimulated {
                                " "
                                chip(.simulatedPerson)
                            }
                        }
                        td(.class("last-message")) {
                            if let at = debtor.lastMessageAt { frame.ago(at) }
                            if let text = debtor.lastMessage { span(.class("quiet second")) { text.shortened(to: 60) } }
                        }
                    }
                }
            }
        }
    }
}
