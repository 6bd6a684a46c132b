import Channels
import Domain

/// Brazilian order messages: a card with a Pix code, a boleto line or a payment link to copy. The platform moves no
/// money and never tells that something was paid.
extension MessageReader {
    func orderDetails(_ action: RequestObject, into shown: inout PhoneBubble) throws(GraphError) {
        try action.allowOnly(["name", "parameters"])
        _ = try action.word("name", among: ["review_and_pay"])
        let order = try action.object("parameters")
        try order.allowOnly([
            "reference_id", "type", "payment_type", "currency", "payment_settings", "total_amount", "order",
        ])
        try checkReference(order)
        _ = try order.word("type", among: ["digital-goods", "physical-goods"])
        _ = try order.word("payment_type", among: ["br"])
        _ = try order.word("currency", among: ["BRL"])
        let total = try order.amount("total_amount")
        if let contents = try order.objectIfPresent("order") { try check(contents, total: total) }
        shown = copy(shown, as: .payment)
        for setting in try order.objects("payment_settings", count: 1...4) {
            if let payment = try payment(setting) { shown.payments.append(payment) }
        }
    }

    func orderStatus(_ action: RequestObject, into shown: inout PhoneBubble) throws(GraphError) {
        try action.allowOnly(["name", "parameters"])
        _ = try action.word("name", among: ["review_order"])
        let parameters = try action.object("parameters")
        try checkReference(parameters)
        if let order = try parameters.objectIfPresent("order") {
            _ = try order.word(
                "status",
                among: ["pending", "processing", "partially-shipped", "shipped", "completed", "canceled"])
        }
        if let payment = try parameters.objectIfPresent("payment") {
            _ = try payment.word("status", among: ["pending", "captured", "failed"])
        }
        shown = copy(shown, as: .other)
    }

    private func checkReference(_ object: RequestObject) throws(GraphError) {
        let reference = try object.text("reference_id", most: 60)
        let fits = reference.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "_.-".unicodeScalars.contains($0)
        }
        guard fits else {
            throw .value("\(object.path)['reference_id'] may hold letters, digits, '_', '.' and '-' only.")
        }
    }

    private func check(_ order: RequestObject, total: Int64) throws(GraphError) {
        try order.allowOnly([
            "status", "tax", "shipping", "discount", "items", "subtotal", "expiration", "catalog_id",
        ])
        _ = try order.word("status", among: ["pending"])
        var sum: Int64 = 0
        for item in try order.objects("items", count: 1...999) {
            _ = try item.text("name", most: 60)
            guard let quantity = item.value("quantity")?.integer, quantity > 0, quantity < 1_000_000 else {
                throw .value("\(item.path)['quantity'] must be a positive whole number.")
            }
            sum += try item.amount(item.has("sale_amount") ? "sale_amount" : "amount") * quantity
        }
        let subtotal = try order.amount("subtotal")
        guard subtotal == sum else { throw .value("\(order.path)['subtotal'] must be the sum of the items.") }
        var expected = subtotal + (try order.amount("tax"))
        if order.has("shipping") { expected += try order.amount("shipping") }
        if order.has("discount") { expected -= try order.amount("discount") }
        guard total == expected else {
            throw .value("total_amount must be subtotal + tax + shipping - discount.")
        }
        if let expiration = try order.objectIfPresent("expiration") {
            guard let end = expiration.value("timestamp")?.string.flatMap(Int64.init), end >= now.seconds + 300 else {
                throw .value("\(expiration.path)['timestamp'] must be a string of seconds, 300 or more from now.")
            }
            _ = try expiration.textIfPresent("description", most: 120)
        }
    }

    func payment(_ setting: RequestObject) throws(GraphError) -> PhonePayment? {
        let type = try setting.word(
            "type", among: ["pix_dynamic_code", "boleto", "payment_link", "offsite_card_pay"])
        try setting.allowOnly(["type", type])
        let details = try setting.object(type)
        switch type {
        case "pix_dynamic_code":
            try details.allowOnly(["code", "merchant_name", "key", "key_type"])
            _ = try details.text("merchant_name", most: 60)
            _ = try details.text("key", most: 77)
            _ = try details.word("key_type", among: ["CPF", "CNPJ", "EMAIL", "PHONE", "EVP"])
            return PhonePayment(kind: .pixCode, value: try details.text("code", most: 512))
        case "boleto":
            try details.allowOnly(["digitable_line"])
            return PhonePayment(kind: .boleto, value: try details.text("digitable_line", most: 60))
        case "payment_link":
            try details.allowOnly(["uri"])
            return PhonePayment(kind: .link, value: try details.address("uri"))
        default:
            return nil
        }
    }
}
