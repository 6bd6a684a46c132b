import Channels

/// The buttons of a template: what a request may give for each kind, and what the phone then offers.
extension MessageReader {
    static let subTypes: Set<String> = [
        "quick_reply", "url", "copy_code", "flow", "order_details", "payment_request", "voice_call",
    ]

    func buttonIndex(_ component: RequestObject, count: Int) throws(GraphError) -> Int {
        try component.allowOnly(["type", "sub_type", "index", "parameters"])
        guard let index = component.value("index")?.integerOrText, (0..<Int64(count)).contains(index) else {
            throw .value("\(component.path)['index'] must be the position of one of the template's \(count) buttons.")
        }
        return Int(index)
    }

    /// What the phone shows for one button; nil for buttons without a tap that concerns us.
    func option(
        _ button: SimulatedTemplate.Button, index: Int, component: RequestObject?, into shown: inout PhoneBubble
    ) throws(GraphError) -> PhoneOption? {
        let given = try component.map { given throws(GraphError) in
            (type: try given.text("sub_type", most: 32).lowercased(), parameters: try parameters(given))
        }
        if let type = given?.type, type != subType(button) {
            throw .parameterFormat("Button at index \(index) is of type \(subType(button)), not \(type).")
        }
        let parameter = given?.parameters.first
        switch button.kind {
        case .quickReply:
            var payload = button.text
            if let parameter {
                _ = try parameter.word("type", among: ["payload"])
                payload = try parameter.text("payload", most: 256)
            }
            return PhoneOption(id: payload, title: button.text, kind: .quickReply)
        case .url(let address):
            let names = TemplateText.variables(in: address)
            var value = address
            if let name = names.first {
                guard let parameter else {
                    throw .missing("Button at index \(index) of type Url requires a parameter")
                }
                _ = try parameter.word("type", among: ["text"])
                value = TemplateText.render(address, values: [name: try parameter.text("text", most: 2000)])
            } else if parameter != nil {
                throw .parameterCount("Button at index \(index) has a fixed URL and takes no parameter.")
            }
            return PhoneOption(id: "url-\(index)", title: button.text, kind: .url, value: value)
        case .phoneNumber(let number):
            return PhoneOption(id: "phone-\(index)", title: button.text, kind: .phoneNumber, value: number)
        case .copyCode:
            guard let parameter else { throw .missing("Button at index \(index) requires a coupon_code") }
            _ = try parameter.word("type", among: ["coupon_code"])
            let code = try parameter.text("coupon_code", most: 15)
            return PhoneOption(id: "copy-\(index)", title: button.text, kind: .copyCode, value: code)
        case .flow:
            return PhoneOption(id: "flow-\(index)", title: button.text, kind: .flow)
        case .orderDetails:
            guard let parameter else { throw .missing("Button at index \(index) requires order_details") }
            var card = shown
            try orderDetails(wrapped(try parameter.object("action").object("order_details")), into: &card)
            shown.payments = card.payments
            return PhoneOption(id: "ORDER_DETAILS_CLICKED", title: button.text, kind: .payment)
        case .paymentRequest:
            guard let parameter else { throw .missing("Button at index \(index) requires a payment_request") }
            shown.payments += try requested(try parameter.object("action").object("payment_request"))
            return PhoneOption(id: "payment-\(index)", title: button.text, kind: .payment)
        case .requestContactInfo:
            return nil
        }
    }

    private func parameters(_ component: RequestObject) throws(GraphError) -> [RequestObject] {
        component.has("parameters") ? try component.objects("parameters", count: 1...1) : []
    }

    private func subType(_ button: SimulatedTemplate.Button) -> String {
        switch button.kind {
        case .quickReply: "quick_reply"
        case .url: "url"
        case .phoneNumber: "phone_number"
        case .copyCode: "copy_code"
        case .flow: "flow"
        case .orderDetails: "order_details"
        case .paymentRequest: "payment_request"
        case .requestContactInfo: "request_contact_info"
        }
    }

    /// A template's order is written without the name of its action.
    private func wrapped(_ order: RequestObject) -> RequestObject {
        RequestObject(
            path: order.path,
            members: JSONObject([
                JSONObject.Member(key: "name", value: "review_and_pay"),
                JSONObject.Member(key: "parameters", value: .object(order.members)),
            ]))
    }

    private func requested(_ request: RequestObject) throws(GraphError) -> [PhonePayment] {
        let setting = try request.object("payment_setting")
        guard let payment = try payment(setting) else { return [] }
        return [payment]
    }
}
