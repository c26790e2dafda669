import Testing

@Suite("The tree") struct TreeTests {
    @Test func theTopLevelIsFixed() throws {
        let visible = try Repository.entries("").filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
        #expect(visible == ["Dialogs", "Package.swift", "README.md", "Sources", "Tests"])
    }

    @Test func noSourceFileIsTooLongToRead() throws {
        for file in try Repository.files(below: "Sources") {
            #expect(file.lines.count <= 400, "\(file.path)")
        }
    }

    @Test func nothingIsLeftToDoInTheCode() throws {
        let marks = ["TODO", "FIXME"]
        for file in try Repository.files(below: "Sources") + Repository.files(below: "Tests")
        where file.path != "Tests/TidyTests/TreeTests.swift" {
            #expect(file.mentions(of: marks) == [])
        }
    }

    @Test func noFileKnowsADevelopersMachine() throws {
        let places = ["/home/", "/Users/", "C:\\"]
        let endings = [".swift", ".md", ".yaml", ".mustache", ".txt", ".tsv", ".py", ".json", ".sh"]
        for folder in ["Sources", "Tests", "Dialogs"] {
            for file in try Repository.files(below: folder, endings: endings)
            where file.path != "Tests/TidyTests/TreeTests.swift" {
                #expect(file.mentions(of: places) == [])
            }
        }
    }

    /// A path in backticks with a slash, such as `Sources/README.md`, is a promise.
    @Test func everyFileNamedInTheReadmeExists() throws {
        let names =
            try Repository.files(below: "Sources", endings: ["README.md"])
            + Repository.files(below: "Dialogs", endings: ["README.md"])
            + Repository.files(below: "Tests", endings: ["README.md"])
        let readme = try #require(
            try? Repository.files(below: ".", endings: ["README.md"]).first { $0.path == "./README.md" },
            "there is no README.md")
        for file in names + [readme] {
            for (index, quoted) in file.text.split(separator: "`", omittingEmptySubsequences: false)
                .enumerated()
            where index % 2 == 1 && ["Sources/", "Tests/", "Dialogs/"].contains(where: quoted.hasPrefix) {
                let path = String(quoted.prefix { $0 != "*" && $0 != "<" && $0 != " " })
                #expect(Repository.exists(path), "\(file.path) names \(path)")
            }
        }
    }
}

@Suite("Mistakes are not swallowed") struct SwallowingTests {
    /// `try?` where a failure leads to nothing being lost; each says why.
    private static let places: [String: String] = [
        "Sources/Records/Drafts/Drafts.swift": "a draft past its days is tried again; a damaged one stays",
        "Sources/Records/Disk/DurableFiles.swift": "cleaning up after a failure that is itself thrown",
    ]
    /// Words after `try?` that only read.
    private static let reading = ["decode", "JSONDecoder", "unkeyedContainer", "ComplaintNumber(typed:"]

    @Test func noWriteIsTriedSilently() throws {
        for file in try Repository.files(below: "Sources") where Self.places[file.path] == nil {
            for (number, line) in zip(1..., file.lines) where line.contains("try?") {
                #expect(Self.reading.contains { line.contains($0) }, "\(file.path):\(number): \(line)")
            }
        }
    }

    @Test func everyAllowedPlaceIsStillThere() throws {
        let files = try Repository.files(below: "Sources")
        for place in Self.places.keys {
            #expect(files.contains { $0.path == place && $0.text.contains("try?") }, "\(place)")
        }
    }

    @Test func noCatchIsEmpty() throws {
        for file in try Repository.files(below: "Sources") {
            let isEmpty = file.text.filter { !$0.isWhitespace }.contains("catch{}")
            #expect(!isEmpty, "\(file.path)")
        }
    }
}
