// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: warnings are errors.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "klachtwijzer",
    products: [
        .executable(name: "klachtwijzer", targets: ["klachtwijzer"]),
        .executable(name: "benchmarks", targets: ["Benchmarks"]),
        .executable(name: "small-edits", targets: ["small-edits"]),
        .executable(name: "store-rounds", targets: ["store-rounds"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Pure values: standard library only.
        .target(name: "DialogEngine", exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Understanding", dependencies: ["DialogEngine"], exclude: ["README.md"],
            // Learning from the examples five times takes two seconds optimised; tests wait for it.
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .target(
            name: "Rules", dependencies: ["DialogEngine"], exclude: ["README.md"],
            swiftSettings: strict),
        .target(
            name: "Proof", dependencies: ["DialogEngine", "Rules"], exclude: ["README.md"],
            // Walking all talks takes a quarter of a second optimised, and thirteen seconds not: tests wait for it.
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),

        // The edges: files, screens, arguments.
        .target(
            name: "DialogFiles",
            dependencies: [
                "DialogEngine", "Understanding", "Rules", .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["README.md"], swiftSettings: strict),
        .systemLibrary(name: "CFileSystem"),
        .systemLibrary(name: "CSodium"),
        .target(
            name: "Records",
            dependencies: [
                "DialogEngine", "Rules", "CFileSystem", "CSodium",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["README.md", "Schema"], swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: [
                "DialogEngine", "Rules", "Records",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Assistant",
            dependencies: ["DialogEngine", "Understanding", "Rules", "Proof", "Records", "Reports"],
            exclude: ["README.md"], swiftSettings: strict),
        .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
        .target(
            name: "Terminal", dependencies: ["Assistant", "CEditLine"], exclude: ["README.md"],
            swiftSettings: strict),
        .executableTarget(
            name: "klachtwijzer",
            dependencies: [
                "DialogEngine", "Understanding", "Rules", "Proof", "DialogFiles", "Records", "Reports",
                "Assistant", "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["README.md"], swiftSettings: strict),

        // Tests mirror Sources.
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
        .testTarget(
            name: "DialogEngineTests", dependencies: ["DialogEngine", "Rules", "DialogFiles", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "UnderstandingTests",
            dependencies: ["Understanding", "DialogEngine", "DialogFiles", "Rules", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RulesTests", dependencies: ["Rules", "DialogEngine", "DialogFiles"],
            swiftSettings: strict),
        .testTarget(
            name: "ProofTests",
            dependencies: ["Proof", "DialogEngine", "Rules", "DialogFiles", "SmallEdits", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DialogFilesTests",
            dependencies: ["DialogFiles", "DialogEngine", "Understanding", "Rules", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Records", "DialogEngine", "Rules", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Records", "DialogFiles", "DialogEngine", "Rules", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "AssistantTests",
            dependencies: [
                "Assistant", "DialogEngine", "Understanding", "Rules", "DialogFiles", "Records", "Reports",
                "Terminal",
                "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "Assistant", "TestSupport"],
            swiftSettings: strict),
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
        .testTarget(
            name: "KlachtwijzerTests", dependencies: ["klachtwijzer", "TestSupport", "CVTerm"],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
        .target(
            name: "SmallEdits",
            dependencies: ["Proof", "DialogEngine", "Rules", "DialogFiles", "TestSupport"],
            path: "Tests/SmallEdits", exclude: ["Program"], swiftSettings: strict),
        .executableTarget(
            name: "small-edits", dependencies: ["SmallEdits", "DialogEngine", "DialogFiles", "TestSupport"],
            path: "Tests/SmallEdits/Program", swiftSettings: strict),
        .executableTarget(
            name: "store-rounds", dependencies: ["DialogEngine", "Records", "TestSupport"],
            path: "Tests/StoreRounds", swiftSettings: strict),
        .executableTarget(
            name: "benchmark-floor", path: "Tests/Benchmarks/Floor",
            linkerSettings: [.linkedLibrary("edit")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "DialogEngine", "Understanding", "Rules", "Proof", "DialogFiles", "Records", "Reports",
                "Assistant", "TestSupport",
                "benchmark-floor",
            ],
            path: "Tests/Benchmarks", exclude: ["README.md", "Floor", "Comparison"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
