import Console
import Crypto
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// `/assets/…`: our own files, which never change under their address, and those of Debian's packages.
struct AssetRoutes: Sendable {
    private struct Vendor: Sendable {
        let contentType: String
        let tag: String
        let bytes: ByteBuffer
    }

    private let own: [String: AssetFile]
    /// Read once: a package that is upgraded under a running server is seen at its next start.
    private let vendors: [String: Vendor]

    init() {
        own = Dictionary(AssetFile.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var vendors: [String: Vendor] = [:]
        for file in VendorFile.all {
            guard let data = FileManager.default.contents(atPath: file.path) else { continue }
            let digest = SHA256.hash(data: data).prefix(12)
            vendors[file.name] = Vendor(
                contentType: file.contentType, tag: "\"\(hex(digest))\"", bytes: ByteBuffer(bytes: data))
        }
        self.vendors = vendors
    }

    func add(to router: Router<QuitaContext>) {
        router.get("/assets/{name}") { request, context in try file(request, context.parameters.require("name")) }
        router.get("/assets/vendor/{name}") { request, context in
            try vendor(request, context.parameters.require("name"))
        }
        router.get("/favicon.ico") { request, _ in try file(request, "icon.svg") }
    }

    private func file(_ request: Request, _ name: String) throws -> Response {
        guard let file = own[name] else { throw HTTPError(.notFound) }
        // Without the version in its address a file may change.
        let isNamedByVersion = request.fields["v"] == file.version
        return AssetRoutes.answer(
            request, file.contentType, tag: "\"\(file.version)\"", ByteBuffer(bytes: file.bytes),
            caching: isNamedByVersion ? "public, max-age=31536000, immutable" : "no-cache")
    }

    private func vendor(_ request: Request, _ name: String) throws -> Response {
        guard let file = vendors[name] else { throw HTTPError(.notFound) }
        return AssetRoutes.answer(
            request, file.contentType, tag: file.tag, file.bytes, caching: "public, max-age=3600")
    }

    private static func answer(
        _ request: Request, _ contentType: String, tag: String, _ bytes: ByteBuffer, caching: String
    ) -> Response {
        let headers: HTTPFields = [.contentType: contentType, .eTag: tag, .cacheControl: caching]
        if request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: bytes))
    }
}

/// `/midia/{sha256}`: pictures and documents of the creditor's conversations.
struct MediaRoutes: Sendable {
    let pages: PageRoute

    func add(to router: RouterGroup<QuitaContext>) {
        router.get("/midia/{sha256}") { request, context in
            let viewer = try pages.viewer(nil, request, context)
            let hash = try context.parameters.require("sha256")
            let file = try await pages.configuration.database.reading { try $0.file(sha256: hash) }
            guard let file, file.creditor == viewer.creditor else { throw HTTPError(.notFound) }
            // What a stranger sent is shown, never run.
            return Response(
                status: .ok,
                headers: [
                    .contentType: MediaRoutes.contentType(file.reference.mimeType), .contentSecurityPolicy: "sandbox",
                    .cacheControl: "private, max-age=86400", .eTag: "\"\(hash)\"",
                ], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
        }
    }

    /// A type that a browser would take for a page of ours is handed over as mere bytes.
    private static func contentType(_ type: String) -> String {
        let essence = type.split(separator: ";").first.map { $0.lowercased().trimmingSpaces } ?? ""
        let isShown = essence.hasPrefix("image/") && essence != "image/svg+xml"
        return isShown || essence.hasPrefix("audio/") || essence.hasPrefix("video/") || essence == "application/pdf"
            ? essence : "application/octet-stream"
    }
}
