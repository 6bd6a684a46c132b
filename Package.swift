// swift-tools-version: 6.2
import Foundation
import PackageDescription

// One manifest. Every Swift target gets the same strict settings; `docs/architecture.md` draws the graph, and the build is
// run with `--explicit-target-dependency-import-check error`, so that the drawing is the law.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

func room(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "quita",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "quita", targets: ["quita"]),
        .executable(name: "train-model", targets: ["TrainModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries: module maps and shims, nothing else.
        .systemLibrary(
            name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CQREncode", path: "Sources/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CCairo", path: "Sources/CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
        // Not by pkg-config: pango's file names flags that SwiftPM warns about at every build.
        .target(
            name: "CTypesetting", dependencies: ["CCairo"],
            cSettings: [.unsafeFlags(["-I/usr/include/pango-1.0", "-I/usr/include/harfbuzz"])],
            linkerSettings: ["pangocairo-1.0", "pango-1.0", "gobject-2.0"].map { .linkedLibrary($0) }),
        .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
        .target(
            name: "CUnderstandingModel", exclude: ["understanding.model"],
            cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),

        // Pure rooms: values in, values out.
        room("Domain", ["CPhoneNumber"]),
        room("ContactPolicy", ["Domain"], resources: [.embedInCode("Law/contact-hours.csv")]),
        room("Negotiation", ["Domain"]),
        room("Language", ["Domain", "CUnderstandingModel"]),
        room("Assist", ["Domain", "Language"]),
        room("Wording", ["Domain"]),
        room("Dialogue", ["Domain", "Language", "Negotiation", "Wording"]),
        room("Channels", ["Domain", crypto]),
        room("Payments", ["Domain", "CQREncode"]),
        room("Documents", ["Domain", "Payments", "CCairo", "CTypesetting"]),
        room("PortfolioFile", ["Domain"]),
        room("Strategy", ["Domain", "Negotiation", .product(name: "Yams", package: "Yams")]),
        room("Console", ["Domain"], resources: [.embedInCode("Assets")]),

        // State and effects.
        room(
            "Store",
            [
                "Domain", "ContactPolicy", "CPostgres", crypto, .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room(
            "Engine",
            [
                "Domain", "ContactPolicy", "Negotiation", "Language", "Wording", "Dialogue", "Channels", "Payments",
                "Documents", "Strategy", "Assist", "Store",
            ]),

        // Edges.
        // Outside programs: receipts by tesseract and zbar, voice notes by espeak-ng.
        room("Reading", ["Domain", "Payments"]),
        room(
            "Delivery",
            [
                "Domain", "Documents", "Payments", "Reading", "Assist", "Store", "Channels",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        room(
            "Web",
            [
                "Domain", "Store", "Engine", "Console", "Channels", "Payments", "PortfolioFile", "Strategy", "Dialogue",
                "ContactPolicy", "Negotiation", crypto, .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
            ]),

        room(
            "Simulation",
            [
                "Domain", "Channels", "Payments", "Store", "Engine", "Delivery", crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),

        .executableTarget(name: "TrainModel", dependencies: ["Domain", "Language"], swiftSettings: strict),
        .executableTarget(
            name: "quita",
            dependencies: [
                "Domain", "ContactPolicy", "Negotiation", "Language", "Wording", "Dialogue", "Channels", "Payments",
                "PortfolioFile", "Strategy", "Assist", "Store", "Engine", "Delivery", "Web", "Simulation", crypto,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], resources: [.embedInCode("Defaults")], swiftSettings: strict),

        tests("Domain", ["Domain", "CPhoneNumber"], exclude: ["Vectors"]),
        tests("PortfolioFile", ["Domain", "PortfolioFile"], exclude: ["Vectors"]),
        tests("ContactPolicy", ["Domain", "ContactPolicy"], exclude: ["Vectors"]),
        tests("Negotiation", ["Domain", "Negotiation"]),
        tests("Language", ["Domain", "Language", "TrainModel"], exclude: ["Vectors"]),
        tests(
            "Dialogue", ["Domain", "Language", "Negotiation", "Wording", "Dialogue"],
            exclude: ["Transcripts", "Vectors"]),
        tests("Channels", ["Domain", "Channels"], exclude: ["Vectors"]),
        tests("Payments", ["Domain", "Payments"], exclude: ["Vectors"]),
        tests("Reading", ["Domain", "Payments", "Reading"]),
        tests("Assist", ["Domain", "Language", "Wording", "Assist"]),
        tests("Documents", ["Domain", "Payments", "Documents"]),
        tests("Strategy", ["Domain", "Negotiation", "Strategy"]),
        tests("Console", ["Domain", "Console"], exclude: ["Pages"]),
        // What several suites share: the databases.
        .target(name: "TestKit", dependencies: ["Store"], path: "Tests/TestKit", swiftSettings: strict),
        tests("Store", ["Domain", "Store", "TestKit"]),
        tests(
            "Web",
            [
                "Domain", "ContactPolicy", "Console", "Dialogue", "Language", "Store", "Engine", "Web", "TestKit",
                crypto,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        tests(
            "Engine",
            [
                "Domain", "ContactPolicy", "Dialogue", "Language", "Payments", "Strategy", "Store", "Engine",
                "Delivery", "Assist", "Reading", "Documents", "Simulation", "TestKit",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                "quita", .product(name: "Logging", package: "swift-log"),
            ]),
        tests(
            "Simulation",
            [
                "Domain", "Channels", "Payments", "Simulation", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], exclude: ["Vectors"]),
    ],
    swiftLanguageModes: [.v6]
)
