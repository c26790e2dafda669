import Testing

@Suite("Arrows go one way") struct ImportTests {
    /// What each module may import; one verb per module, see `Sources/README.md`.
    private static let allowed: [String: Set<String>] = [
        "DialogEngine": [],
        "Understanding": ["DialogEngine"],
        "Rules": ["DialogEngine"],
        "Proof": ["DialogEngine", "Rules"],
        "DialogFiles": ["DialogEngine", "Understanding", "Rules", "Yams", "Glibc"],
        "Records": [
            "DialogEngine", "Rules", "FoundationEssentials", "Glibc", "Synchronization", "GRDB",
            "CFileSystem",
            "CSodium",
        ],
        "Reports": ["DialogEngine", "Rules", "Records", "Mustache", "SwiftCSV"],
        "Assistant": ["DialogEngine", "Understanding", "Rules", "Proof", "Records", "Reports"],
        "CEditLine": [], "CFileSystem": [], "CSodium": [], "CPty": [],
        "Terminal": ["Assistant", "CEditLine", "Glibc", "Synchronization"],
        "klachtwijzer": [
            "DialogEngine", "Understanding", "Rules", "Proof", "DialogFiles", "Records", "Reports",
            "Assistant", "Terminal", "ArgumentParser", "FoundationEssentials", "Glibc", "Synchronization",
        ],
    ]

    @Test func everyModuleImportsOnlyWhatLiesAboveIt() throws {
        for file in try Repository.files(below: "Sources") {
            let allowed = try #require(
                Self.allowed[file.target], "\(file.path) lies in a module without a row")
            #expect(file.imports.isSubset(of: allowed), "\(file.path)")
        }
    }

    @Test(
        "Each library is known in one place",
        arguments: [
            (module: "Yams", place: "Sources/DialogFiles/Reading/YAMLText.swift"),
            ("Mustache", "Sources/Reports/Letters.swift"),
        ])
    func onePlace(module: String, place: String) throws {
        let places = try Repository.files(below: "Sources").filter { $0.imports.contains(module) }.map(\.path)
        #expect(places == [place])
    }

    @Test func theDatabaseIsKnownByTheIndexAlone() throws {
        for file in try Repository.files(below: "Sources") where file.imports.contains("GRDB") {
            #expect(file.path.hasPrefix("Sources/Records/Index/"), "\(file.path)")
        }
    }

    @Test func theWholeOfFoundationIsNowhere() throws {
        for file in try Repository.files(below: "Sources") {
            #expect(!file.imports.contains("Foundation"), "\(file.path)")
        }
    }

    @Test func onlyTheProgramItselfReadsTheClock() throws {
        let clocks = [
            "time(nil)", "clock_gettime(", "gettimeofday(", "Date()", "Date.now", "ContinuousClock",
            "SuspendingClock",
            "localtime", "ftime(",
        ]
        for file in try Repository.files(below: "Sources") where file.target != "klachtwijzer" {
            #expect(file.mentions(of: clocks) == [])
        }
    }
}
