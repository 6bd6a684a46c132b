/// Something that did not work, with what to do next.
package struct ErrorPage: Page {
    package let kind: Kind
    /// To be told to whoever looks after the server.
    package let incident: String?

    package enum Kind: Hashable, Sendable {
        case badRequest
        case forbidden
        case notFound
        /// The form was open for too long, or came from elsewhere.
        case staleForm
        case tooLarge(limitMegabytes: Int)
        /// Somebody else was quicker.
        case conflict
        case failure

        package var statusCode: Int {
            switch self {
            case .badRequest: 400
            case .forbidden, .staleForm: 403
            case .notFound: 404
            case .conflict: 409
            case .tooLarge: 413
            case .failure: 500
            }
        }
    }

    package init(kind: Kind, incident: String? = nil) {
        self.kind = kind
        self.incident = incident
    }
}
