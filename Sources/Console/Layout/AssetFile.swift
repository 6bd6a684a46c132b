/// A file that pages link to and `Web` serves under `/assets/`.
package struct AssetFile: Sendable {
    package let name: String
    package let contentType: String
    package let bytes: [UInt8]
    /// Changes when the bytes change; pages put it into the address, so that browsers may keep the file for good.
    package let version: String

    private init(_ name: String, _ contentType: String, _ bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
        version = AssetFile.digest(of: bytes)
    }

    package static let all: [AssetFile] = [stylesheet, chatStylesheet, consoleScript, liveScript, chartsScript, icon]

    static let stylesheet = AssetFile("console.css", "text/css; charset=utf-8", PackageResources.console_css)
    static let chatStylesheet = AssetFile("chat.css", "text/css; charset=utf-8", PackageResources.chat_css)
    static let consoleScript = AssetFile("console.js", "text/javascript; charset=utf-8", PackageResources.console_js)
    static let liveScript = AssetFile("live.js", "text/javascript; charset=utf-8", PackageResources.live_js)
    static let chartsScript = AssetFile("charts.js", "text/javascript; charset=utf-8", PackageResources.charts_js)
    static let icon = AssetFile("icon.svg", "image/svg+xml", PackageResources.icon_svg)

    var address: Address { Address.asset(name).with("v", version) }

    /// FNV-1a, 64 bits: tells versions of our own files apart; no secret hangs on it.
    static func digest(of bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}

/// A file of a Debian package that `Web` serves under `/assets/vendor/`.
package struct VendorFile: Sendable {
    package let name: String
    package let contentType: String
    /// Where Debian's package puts it.
    package let path: String

    package static let all: [VendorFile] = [bootstrap, charts]

    static let bootstrap = VendorFile(
        name: "bootstrap.min.css", contentType: "text/css; charset=utf-8",
        path: "/usr/share/javascript/bootstrap5/css/bootstrap.min.css")
    /// Chart.js 3.
    static let charts = VendorFile(
        name: "chart.min.js", contentType: "text/javascript; charset=utf-8",
        path: "/usr/share/javascript/chart.js/chart.min.js")

    var address: Address { .vendorAsset(name) }
}
